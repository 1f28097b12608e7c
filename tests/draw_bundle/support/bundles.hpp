// SPDX-License-Identifier: Apache-2.0
// A small but complete record: three committed, two revealed, waivers of every basis, exceptions, a drawn plan.
#pragma once

#include "base/ensure.hpp"
#include "draw/bundle/seed.hpp"
#include "draw/bundle/verify.hpp"
#include "draw/files/bundle_file.hpp"
#include "draw/files/files.hpp"
#include "draw_check/support/world.hpp"

namespace ankao::draw::testing {

inline constexpr std::int64_t k_little_work = 2000;

/// Hours after 1 February 2024, 00:00 in China.
inline Instant hour(int hours) { return {start_of(make_date(2024, 2, 1)).ms + hours * 3'600'000LL}; }
inline Digest nonce(std::uint8_t byte) {
  Digest out{};
  out.fill(byte);
  return out;
}

inline Instance ceremony_instance() {
  World w;
  w.instance.policy.visits_per_year = 0;
  w.subject("TH").cross = Cross::Exempt;
  w.instance.subjects.push_back({"GW", {}, SubjectKind::Practical, Cross::Required, {}});
  w.room("S01").seats[3] = 20;
  w.batch("B1", "T01", "LV", 30);
  w.batch("B2", "T03", "LV", 12).own_school = true;
  w.batch("B3", "T02", "TH", 50);
  w.batch("B4", "T01", "GW", 18);
  w.site("S02").suspended = {{day(6), day(7)}};
  w.batch("B5", "T01", "HV", 90).carried = 1;
  w.visited("T01", "S03", "LV", make_date(2024, 1, 20));
  w.instance.sessions = {{1, 0, 9}};
  return w.instance;
}

/// Draws with little work and fills in everything that follows.
inline Bundle finished(Bundle b) {
  const auto read = read_instance(write_instance(b.instance));
  ensure(read.ok(), "the instance of the tests reads");
  b.instance_digest = read->digest;
  b.absent = absent_of(b.commitments, b.reveals);
  const Seed seed = seed_of(b.instance_digest, b.reveals, b.public_value.text);
  b.seed = to_hex(seed);
  EngineOptions options;
  options.work_limit = k_little_work;
  b.engine = engine_id(options);
  b.plan = solve(b.instance, b.instance_digest, seed, options);
  b.records.exceptions.clear();
  for (const auto& e : b.plan.exceptions) b.records.exceptions.push_back({e.institution, e.site, e.subject, e.visits, Approved{"too few sites", "city_bureau", hour(140)}});
  return b;
}

inline Bundle good_bundle() {
  Bundle b;
  b.instance = ceremony_instance();
  b.rule.participants = {{"S01", "一号考试点", "site"}, {"T01", "一号机构", "institution"}, {"T02", "二号机构", "institution"}, {"officer-1", "经办人", "officer"}};
  b.rule.public_source = {"a lottery", hour(120), "on its page, the six numbers in the order of the draw"};
  b.rule.frozen_at = hour(10);
  b.rule.commitments_until = hour(48);
  b.rule.reveals_until = hour(96);
  b.commitments = {{"S01", commitment_of("S01", nonce(1)), hour(12)}, {"T01", commitment_of("T01", nonce(2)), hour(20)}, {"officer-1", commitment_of("officer-1", nonce(3)), hour(48)}};
  b.reveals = {{"T01", nonce(2), hour(48)}, {"officer-1", nonce(3), hour(96)}};
  b.public_value = {"03 08 12 19 27 31", hour(121)};
  b.records.waivers = {{"T01", "GW", "no_other_site", "G-12", 1, 18, Approved{"no other site in the city", "city_bureau", hour(9)}},
                       {"T02", "TH", "exempt", "S-1.2c", 1, 50, std::nullopt},
                       {"T03", "LV", "own_school", "S-1.2d", 1, 12, std::nullopt}};
  return finished(b);
}

/// What a reader of the written record finds: "id at pointer" of each, one a line.
inline std::string found_in(std::string_view text) {
  const auto read = read_bundle(text);
  if (!read.ok()) return read.problem().id + " at " + read.problem().at + "\n";
  std::string out;
  for (const Problem& one : verify_bundle(*read)) out += one.id + " at " + one.at + "\n";
  return out;
}
inline std::string found_in(const Bundle& bundle) { return found_in(write_bundle(bundle)); }

} // namespace ankao::draw::testing
