// SPDX-License-Identifier: Apache-2.0
#include "draw/files/reader.hpp"

#include <algorithm>
#include <charconv>

#include "draw/files/encoding.hpp"

namespace ankao::draw {
namespace {

constexpr std::size_t k_shown_bytes = 60;

std::string_view type_of(char first) {
  switch (first) {
  case '{':
    return "object";
  case '[':
    return "array";
  case '"':
    return "string";
  case 't':
  case 'f':
    return "true/false";
  case 'n':
    return "null";
  default:
    return "integer";
  }
}

bool is_id(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

unsigned hex_digit(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); }

} // namespace

const Problem& Reader::problem() const {
  ensure(refused_.has_value(), "Reader::problem without a refusal");
  return *refused_;
}

void Reader::refuse(std::string id, std::vector<Detail> details) {
  if (!refused_) refused_ = ankao::problem(std::move(id), std::move(details), pointer_.text());
}

void Reader::refuse_inside(Problem problem) {
  if (refused_) return;
  problem.at = pointer_.text() + problem.at;
  refused_ = std::move(problem);
}

void Reader::refuse_at(std::string_view member, std::string id, std::vector<Detail> details) {
  pointer_.enter(member);
  refuse(std::move(id), std::move(details));
  pointer_.leave();
}

void Reader::refuse_at(std::size_t element, std::string id, std::vector<Detail> details) {
  pointer_.enter(element);
  refuse(std::move(id), std::move(details));
  pointer_.leave();
}

/// The value here, short, for a message.
std::string Reader::shown() {
  const std::size_t begin = at_;
  skip();
  const std::string_view value = text_.substr(begin, at_ - begin);
  at_ = begin;
  return Pointer::shorten(value, k_shown_bytes);
}

bool Reader::wrong_type(std::string_view expected) {
  if (refused_) return true;
  const std::string_view found = type_of(text_[at_]);
  if (found == expected) return false;
  refuse("draw.file.wrong_type", {{"expected", std::string(expected)}, {"found", std::string(found) + " " + shown()}});
  return true;
}

std::int64_t Reader::integer(std::int64_t low, std::int64_t high) {
  if (wrong_type("integer")) return low;
  const std::size_t begin = at_;
  skip();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text_.data() + begin, text_.data() + at_, value);
  if (error != std::errc() || end != text_.data() + at_ || value < low || value > high) {
    at_ = begin;
    refuse("draw.file.out_of_range", {{"found", shown()}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
    return low;
  }
  return value;
}

bool Reader::boolean() {
  if (wrong_type("true/false")) return false;
  const bool value = text_[at_] == 't';
  skip();
  return value;
}

std::string_view Reader::raw() {
  if (refused_) return {};
  const std::size_t begin = at_;
  skip();
  return text_.substr(begin, at_ - begin);
}

bool Reader::null() {
  if (refused_ || text_[at_] != 'n') return false;
  skip();
  return true;
}

std::string Reader::text() { return wrong_type("string") ? std::string() : string_here(); }

std::string Reader::id() {
  if (wrong_type("string")) return {};
  const std::string found = shown();
  std::string value = string_here();
  if (!is_id(value)) refuse("draw.file.bad_id", {{"found", found}});
  return value;
}

Date Reader::date() {
  if (wrong_type("string")) return {};
  const std::string found = shown();
  const auto value = parse_date(string_here());
  if (!value) refuse("draw.file.bad_date", {{"found", found}});
  return value.value_or(Date{});
}

int Reader::choice(std::initializer_list<std::string_view> words) {
  if (wrong_type("string")) return 0;
  const std::string found = shown();
  const std::string value = string_here();
  const auto* const match = std::find(words.begin(), words.end(), value);
  if (match != words.end()) return static_cast<int>(match - words.begin());
  std::string expected;
  for (const std::string_view word : words) expected += (expected.empty() ? "\"" : ", \"") + std::string(word) + "\"";
  refuse("draw.file.wrong_value", {{"expected", expected}, {"found", found}});
  return 0;
}

void Reader::array(const std::function<void(std::size_t)>& read) {
  if (wrong_type("array")) return;
  ++at_;
  for (std::size_t index = 0; text_[at_] != ']'; ++index) {
    pointer_.enter(index);
    read(index);
    pointer_.leave();
    if (refused_) return;
    if (text_[at_] == ',') ++at_;
  }
  ++at_;
}

void Reader::table(const std::function<void(const std::string&)>& read) {
  if (wrong_type("object")) return;
  ++at_;
  while (text_[at_] != '}') {
    const std::string key = string_here();
    ++at_; // the colon
    pointer_.enter(key);
    read(key);
    pointer_.leave();
    if (refused_) return;
    if (text_[at_] == ',') ++at_;
  }
  ++at_;
}

std::optional<std::string> Reader::peek_text(std::string_view member) {
  if (refused_ || text_[at_] != '{') return std::nullopt;
  const std::size_t begin = at_;
  std::optional<std::string> found;
  for (const auto& [key, place] : member_places()) {
    at_ = place;
    if (key == member && text_[place] == '"') found = string_here();
  }
  at_ = begin;
  return found;
}

void Reader::record(std::initializer_list<Member> members) {
  if (wrong_type("object")) return;
  const auto places = member_places();
  const std::size_t end = at_;
  std::string allowed;
  for (const Member& member : members) allowed += (allowed.empty() ? "" : " ") + std::string(member.name);
  for (const auto& [key, place] : places) {
    const bool known = std::any_of(members.begin(), members.end(), [&key = key](const Member& m) { return m.name == key; });
    if (!known) return refuse_at(key, "draw.file.unknown_member", {{"member", Pointer::shorten(key, k_shown_bytes)}, {"allowed", allowed}});
  }
  for (const Member& member : members) {
    const auto found = std::find_if(places.begin(), places.end(), [&](const auto& place) { return place.first == member.name; });
    if (found == places.end()) {
      if (member.need == Need::Optional) continue;
      return refuse_at(member.name, "draw.file.missing_member", {{"member", std::string(member.name)}});
    }
    at_ = found->second;
    pointer_.enter(member.name);
    member.read();
    pointer_.leave();
    if (refused_) return;
  }
  at_ = end;
}

/// Where each member's value begins; leaves the reader after the object. Stops listing after more members than any record has.
std::vector<std::pair<std::string, std::size_t>> Reader::member_places() {
  constexpr std::size_t k_enough = 64;
  std::vector<std::pair<std::string, std::size_t>> places;
  const std::size_t begin = at_;
  ++at_;
  while (text_[at_] != '}' && places.size() < k_enough) {
    std::string key = string_here();
    ++at_;
    places.emplace_back(std::move(key), at_);
    skip();
    if (text_[at_] == ',') ++at_;
  }
  if (text_[at_] == '}') {
    ++at_;
  } else {
    at_ = begin;
    skip();
  }
  return places;
}

std::string Reader::string_here() {
  const std::size_t begin = at_ + 1;
  skip_string();
  const std::string_view raw = text_.substr(begin, at_ - begin - 1);
  if (raw.find('\\') == std::string_view::npos) return std::string(raw);
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\') {
      out += raw[i];
      continue;
    }
    static constexpr std::string_view k_names = "\"\\bfnrt", k_values = "\"\\\b\f\n\r\t";
    const std::size_t named = k_names.find(raw[++i]);
    if (named != std::string_view::npos) {
      out += k_values[named];
    } else { // \u00XX is all that canonical JSON has besides
      out += static_cast<char>(hex_digit(raw[i + 3]) * 16 + hex_digit(raw[i + 4]));
      i += 4;
    }
  }
  return out;
}

void Reader::skip_string() {
  for (++at_; text_[at_] != '"'; ++at_)
    if (text_[at_] == '\\') ++at_;
  ++at_;
}

void Reader::skip() {
  int open = 0;
  do {
    const char c = text_[at_];
    if (c == '"') {
      skip_string();
      if (open == 0) return;
      continue;
    }
    if (open == 0 && (c == ',' || c == '}' || c == ']')) return;
    if (c == '{' || c == '[') ++open;
    if (c == '}' || c == ']') --open;
    ++at_;
    if (open == 0 && (c == '}' || c == ']')) return;
  } while (at_ < text_.size());
}

} // namespace ankao::draw
