// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/records.hpp"

#include <algorithm>
#include <charconv>

namespace ankao::inspection {
namespace {

constexpr std::size_t k_longest_ink = 64 * 1024;
constexpr std::size_t k_most_lines = 200;
constexpr int k_least_length = 60; ///< all lines together, in units of the drawing
constexpr std::size_t k_longest_name = 100;
constexpr std::size_t k_longest_text = 2000;
constexpr std::int64_t k_minute_ms = 60'000;

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

Result<void> text(const char* field, const std::string& value, std::size_t limit) {
  if (blank(value) || value.size() > limit) return problem("inspection.text_missing", {{"limit", std::to_string(limit)}}, field);
  return {};
}

std::optional<int> number(std::string_view text, int most) {
  int out = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || out < 0 || out > most) return std::nullopt;
  return out;
}

std::optional<Dot> dot(std::string_view text) {
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto x = number(text.substr(0, comma), k_ink_width), y = number(text.substr(comma + 1), k_ink_height);
  return x && y ? std::optional(Dot{*x, *y}) : std::nullopt;
}

/// The next piece up to a sign; takes it off.
std::string_view next(std::string_view& rest, char sign) {
  const auto at = rest.find(sign);
  const auto out = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return out;
}

int length_of(const Ink& ink) {
  int out = 0;
  for (const auto& line : ink)
    for (std::size_t i = 1; i < line.size(); ++i) out += std::abs(line[i].x - line[i - 1].x) + std::abs(line[i].y - line[i - 1].y);
  return out;
}

bool same_person(const Signature& a, const Signature& b) { return a.side == b.side && (a.side == Side::Unit || a.name == b.name); }

} // namespace

Result<Ink> read_ink(std::string_view text) {
  if (text.size() > k_longest_ink) return problem("inspection.ink_form", {}, "ink");
  Ink out;
  while (!text.empty()) {
    std::string_view line = next(text, '|');
    std::vector<Dot> dots;
    while (!line.empty()) {
      const auto one = dot(next(line, ' '));
      if (!one) return problem("inspection.ink_form", {}, "ink");
      dots.push_back(*one);
    }
    if (dots.empty() || out.size() == k_most_lines) return problem("inspection.ink_form", {}, "ink");
    out.push_back(std::move(dots));
  }
  if (length_of(out) < k_least_length) return problem("inspection.ink_empty", {}, "ink");
  return out;
}

Result<void> check(const Checklist& checklist, const Question& q) {
  const Item* item = checklist.item(q.item);
  if (item == nullptr) return problem("inspection.item_unknown", {{"value", q.item}}, "item");
  const Part* part = item->part(q.part);
  if (part == nullptr || !part->asks) return problem("inspection.question_not_asked", {{"item", item->number}, {"part", q.part}}, "part");
  if (auto fine = text("question", q.question, k_longest_text); !fine) return fine;
  if (auto fine = text("asked", q.asked, k_longest_name); !fine) return fine;
  if (auto fine = text("answer", q.answer, k_longest_text); !fine) return fine;
  if (q.post.size() > k_longest_name) return problem("inspection.text_missing", {{"limit", std::to_string(k_longest_name)}}, "post");
  if (q.judged != Mark::Met && q.judged != Mark::Partly && q.judged != Mark::Not) return problem("inspection.mark_impossible", {{"item", item->number}, {"part", q.part}, {"value", name_of(q.judged)}}, "judged");
  return {};
}

Result<void> check(const Visit& visit, const Signature& s) {
  if (auto fine = text("name", s.name, k_longest_name); !fine) return fine;
  if (s.post.size() > k_longest_name) return problem("inspection.text_missing", {{"limit", std::to_string(k_longest_name)}}, "post");
  const bool member = std::any_of(visit.team.begin(), visit.team.end(), [&](const Member& one) { return one.name == s.name; });
  if (s.side == Side::Team && !member) return problem("inspection.signature_stranger", {{"value", s.name}}, "name");
  if (!s.refused) return {};
  if (auto fine = text("reason", s.reason, k_longest_text); !fine) return fine;
  if (s.side == Side::Unit && s.witness.empty()) return problem("inspection.witness_missing", {}, "witness");
  return {};
}

std::vector<std::string> unasked(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Question>& questions) {
  std::vector<std::string> out;
  for (const Answer& answer : answers)
    for (const PartAnswer& given : answer.parts) {
      const Item* item = checklist.item(answer.item);
      const Part* part = item == nullptr ? nullptr : item->part(given.part);
      if (part == nullptr || !part->asks || given.mark == Mark::Open || given.mark == Mark::Inapplicable) continue;
      const bool asked = std::any_of(questions.begin(), questions.end(), [&](const Question& one) { return one.item == answer.item && one.part == given.part; });
      const std::string place = item->number + "/" + given.part;
      if (!asked && std::find(out.begin(), out.end(), place) == out.end()) out.push_back(place);
    }
  return out;
}

std::vector<Signature> standing_signatures(const std::vector<Signature>& signatures) {
  std::vector<Signature> out;
  for (const Signature& one : signatures) {
    std::erase_if(out, [&](const Signature& before) { return same_person(before, one); });
    out.push_back(one);
  }
  return out;
}

std::vector<std::string> unsigned_by(const Visit& visit, const std::vector<Signature>& signatures, const std::string& content) {
  const auto stands = standing_signatures(signatures);
  const auto has = [&](Side side, const std::string& name) {
    return std::any_of(stands.begin(), stands.end(), [&](const Signature& one) { return one.side == side && one.content == content && (side == Side::Unit || one.name == name); });
  };
  std::vector<std::string> out;
  for (const Member& one : visit.team)
    if (!has(Side::Team, one.name)) out.push_back(one.name);
  if (!has(Side::Unit, "")) out.emplace_back();
  return out;
}

bool wrong_clock(const VisitLaw& law, const Stamp& stamp) { return stamp.behind_ms && std::abs(*stamp.behind_ms) > law.clock_minutes * k_minute_ms; }

} // namespace ankao::inspection
