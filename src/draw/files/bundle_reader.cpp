// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "draw/files/bundle_file.hpp"
#include "draw/files/canonical.hpp"
#include "draw/files/files.hpp"
#include "draw/files/format.hpp"
#include "draw/files/lost_file.hpp"

namespace ankao::draw {
namespace {

constexpr std::size_t k_longest_text = 4000;

class BundleReader {
public:
  explicit BundleReader(std::string_view canonical)
      : in_(canonical) {}

  Result<Bundle> run() {
    check_format(in_, k_bundle_format);
    in_.record({{"format", Need::Required, [&] { in_.text(); }},
                {"instance", Need::Required, [&] { read_the_instance(); }},
                {"engine", Need::Required, [&] { out_.engine = text(); }},
                {"rule", Need::Required, [&] { summed("rule", [](BundleReader& r) { r.read_rule(r.out_.rule); }); }},
                {"commitments", Need::Required, [&] { summed("commitments", [](BundleReader& r) { r.read_commitments(); }); }},
                {"reveals", Need::Required, [&] { summed("reveals", [](BundleReader& r) { r.read_reveals(); }); }},
                {"absent", Need::Required, [&] { in_.array([&](std::size_t) { out_.absent.push_back(in_.id()); }); }},
                {"public_value", Need::Required, [&] { summed("public_value", [](BundleReader& r) { r.read_public_value(); }); }},
                {"seed", Need::Required, [&] { out_.seed = to_hex(digest()); }},
                {"plan", Need::Required, [&] { read_the_plan(); }},
                {"records", Need::Required, [&] { summed("records", [](BundleReader& r) { r.read_records(); }); }},
                {"former", Need::Optional, [&] { summed("former", [](BundleReader& r) { r.read_former(); }); }},
                {"digests", Need::Optional, [&] { read_digests(); }}});
    if (in_.refused()) return in_.problem();
    return std::move(out_);
  }

private:
  /// Reads a member with a reader of its own, and keeps the digest of its text.
  void summed(const char* member, void (*read)(BundleReader&)) {
    const std::string_view raw = in_.raw();
    if (in_.refused()) return;
    out_.actual[member] = to_hex(sm3(raw));
    Reader outer = std::move(in_);
    in_ = Reader(raw);
    read(*this);
    if (in_.refused()) outer.refuse_inside(in_.problem());
    in_ = std::move(outer);
  }

  void read_the_instance() {
    const std::string_view raw = in_.raw();
    if (in_.refused()) return;
    auto read = read_instance(raw);
    if (!read.ok()) return in_.refuse_inside(read.problem());
    out_.actual["instance"] = to_hex(read->digest);
    out_.instance_digest = read->digest;
    out_.instance = std::move(read).value().instance;
  }

  void read_the_plan() {
    const std::string_view raw = in_.raw();
    if (in_.refused()) return;
    auto read = read_plan(raw);
    if (!read.ok()) return in_.refuse_inside(read.problem());
    out_.actual["plan"] = to_hex(sm3(raw));
    out_.plan = std::move(read).value();
  }

  /// Read in this order: what was lost is read against the instance.
  void read_former() {
    Former former;
    const auto part = [&](auto&& read) {
      const std::string_view raw = in_.raw();
      if (in_.refused()) return;
      auto value = read(raw);
      if (!value.ok()) return in_.refuse_inside(value.problem());
      keep(former, std::move(*value));
    };
    in_.record({{"instance", Need::Required, [&] { part(read_instance); }},
                {"lost", Need::Required, [&] { part([&](std::string_view raw) { return read_lost(raw, former.instance); }); }},
                {"plan", Need::Required, [&] { part(read_plan); }}});
    out_.former = std::move(former);
  }
  static void keep(Former& former, ReadInstance&& read) {
    former.instance_digest = read.digest;
    former.instance = std::move(read.instance);
  }
  static void keep(Former& former, Lost&& lost) { former.lost = std::move(lost); }
  static void keep(Former& former, Plan&& plan) { former.plan = std::move(plan); }

  std::string text() {
    std::string value = in_.text();
    if (value.empty() || value.size() > k_longest_text) in_.refuse("draw.file.bad_word", {{"limit", std::to_string(k_longest_text)}});
    return value;
  }

  Digest digest() {
    const std::string value = in_.text();
    const auto found = digest_from_hex(value);
    if (!found || to_hex(*found) != value) in_.refuse("draw.file.bad_digest", {{"found", Pointer::shorten(value, 80)}});
    return found.value_or(Digest{});
  }

  Instant moment() {
    const std::string value = in_.text();
    const auto found = parse_moment(value);
    if (!found) in_.refuse("draw.file.bad_moment", {{"found", Pointer::shorten(value, 40)}});
    return found.value_or(Instant{});
  }

  void read_rule(SeedRule& rule) {
    in_.record({{"participants", Need::Required, [&] { in_.array([&](std::size_t) { rule.participants.push_back(participant()); }); }},
                {"public_source", Need::Required, [&] { read_source(rule.public_source); }},
                {"commitments_until", Need::Required, [&] { rule.commitments_until = moment(); }},
                {"reveals_until", Need::Required, [&] { rule.reveals_until = moment(); }},
                {"frozen_at", Need::Required, [&] { rule.frozen_at = moment(); }}});
  }

  Participant participant() {
    Participant one;
    in_.record({{"id", Need::Required, [&] { one.id = in_.id(); }},
                {"name", Need::Required, [&] { one.name = text(); }},
                {"role", Need::Required, [&] { one.role = text(); }}});
    return one;
  }

  void read_source(PublicSource& source) {
    in_.record({{"name", Need::Required, [&] { source.name = text(); }},
                {"available_at", Need::Required, [&] { source.available_at = moment(); }},
                {"how", Need::Required, [&] { source.how = text(); }}});
  }

  void read_commitments() {
    in_.array([&](std::size_t) {
      Commitment one;
      in_.record({{"participant", Need::Required, [&] { one.participant = in_.id(); }},
                  {"commitment", Need::Required, [&] { one.commitment = digest(); }},
                  {"at", Need::Required, [&] { one.at = moment(); }}});
      out_.commitments.push_back(std::move(one));
    });
  }

  void read_reveals() {
    in_.array([&](std::size_t) {
      Reveal one;
      in_.record({{"participant", Need::Required, [&] { one.participant = in_.id(); }},
                  {"nonce", Need::Required, [&] { one.nonce = digest(); }},
                  {"at", Need::Required, [&] { one.at = moment(); }}});
      out_.reveals.push_back(std::move(one));
    });
  }

  void read_public_value() {
    in_.record({{"text", Need::Required, [&] { out_.public_value.text = in_.text(); }},
                {"at", Need::Required, [&] { out_.public_value.at = moment(); }}});
  }

  void read_approval(std::optional<Approved>& approval) {
    if (in_.null()) return;
    Approved one;
    in_.record({{"reason", Need::Required, [&] { one.reason = text(); }},
                {"role", Need::Required, [&] { one.role = text(); }},
                {"at", Need::Required, [&] { one.at = moment(); }}});
    approval = std::move(one);
  }

  void read_records() {
    in_.record({{"waivers", Need::Required, [&] { in_.array([&](std::size_t) { read_waiver(); }); }},
                {"exceptions", Need::Required, [&] { in_.array([&](std::size_t) { read_exception(); }); }}});
  }

  void read_waiver() {
    WaiverRecord one;
    in_.record({{"institution", Need::Required, [&] { one.institution = in_.id(); }},
                {"subject", Need::Required, [&] { one.subject = in_.id(); }},
                {"basis", Need::Required, [&] { one.basis = text(); }},
                {"clause", Need::Required, [&] { one.clause = text(); }},
                {"batches", Need::Required, [&] { one.batches = in_.count(1); }},
                {"candidates", Need::Required, [&] { one.candidates = in_.count(1); }},
                {"approval", Need::Required, [&] { read_approval(one.approval); }}});
    out_.records.waivers.push_back(std::move(one));
  }

  void read_exception() {
    ExceptionRecord one;
    in_.record({{"institution", Need::Required, [&] { one.institution = in_.id(); }},
                {"site", Need::Required, [&] { one.site = in_.id(); }},
                {"subject", Need::Required, [&] { one.subject = in_.id(); }},
                {"visits", Need::Required, [&] { one.visits = in_.count(1); }},
                {"approval", Need::Required, [&] { read_approval(one.approval); }}});
    out_.records.exceptions.push_back(std::move(one));
  }

  void read_digests() {
    out_.stated.emplace();
    const auto one = [&](const char* member) { return [this, member] { (*out_.stated)[member] = to_hex(digest()); }; };
    in_.record({{"instance", Need::Required, one("instance")},
                {"rule", Need::Required, one("rule")},
                {"commitments", Need::Required, one("commitments")},
                {"reveals", Need::Required, one("reveals")},
                {"public_value", Need::Required, one("public_value")},
                {"plan", Need::Required, one("plan")},
                {"records", Need::Required, one("records")},
                {"former", Need::Optional, one("former")}});
  }

  Reader in_;
  Bundle out_;
};

std::optional<int> number(std::string_view text, std::size_t at, std::size_t length) {
  int value = 0;
  for (const char c : text.substr(at, length)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

} // namespace

std::optional<Instant> parse_moment(std::string_view text) {
  if (text.size() != 29) return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto hour = number(text, 11, 2), minute = number(text, 14, 2), second = number(text, 17, 2), thousandth = number(text, 20, 3);
  if (!date || !hour || !minute || !second || !thousandth) return std::nullopt;
  const Instant moment{start_of(*date).ms + ((*hour * 60LL + *minute) * 60 + *second) * 1000 + *thousandth};
  return to_string(moment) == text ? std::optional(moment) : std::nullopt;
}

Result<Bundle> read_bundle(std::string_view bytes) {
  const auto canonical = canonical_json(bytes);
  if (!canonical.ok()) return canonical.problem();
  if (*canonical != bytes) {
    const auto [mine, theirs] = std::mismatch(canonical->begin(), canonical->end(), bytes.begin(), bytes.end());
    return problem("draw.file.not_canonical", {{"offset", std::to_string(theirs - bytes.begin())}});
  }
  return BundleReader(*canonical).run();
}

} // namespace ankao::draw
