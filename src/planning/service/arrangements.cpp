// SPDX-License-Identifier: Apache-2.0
#include "planning/service/arrangements.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/service/bookings.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {
namespace {

constexpr std::size_t k_longest = 200;

std::string arrangement_id(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "AP-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::string digest_of(const Arrangement& a) {
  return to_hex(sm3(a.id + "\n" + std::string(name_of(a.kind)) + "\n" + a.booking + "\n" + a.party + "\n" + a.authority + "\n" + a.evidence + "\n" + a.held_from + "\n" + a.held_until + "\n" + a.reason + "\n" + a.end_reason));
}

Result<void> check_text(const std::string& text, const char* at) {
  if (text.empty()) return problem("planning.text_missing", {}, at);
  if (text.size() > k_longest) return problem("planning.text_too_long", {{"limit", std::to_string(k_longest)}}, at);
  if (std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; })) return problem("planning.text_control", {}, at);
  return {};
}

const char* clause_of(ArrangementKind kind) { return kind == ArrangementKind::OwnSchool ? "P-2.3d" : "P-2.6b"; }

std::string word_of(registry::SchoolAuthority authority) {
  return authority == registry::SchoolAuthority::Education ? "education" : authority == registry::SchoolAuthority::HumanResources ? "human_resources" : "";
}

/// The school's authority is what the register says, never what is typed.
Result<std::string> school_authority(db::Transaction& transaction, const World& world, const Booking& booking, Date today) {
  if (!booking.own_school) return problem("planning.arrangement_not_own_school", {{"value", booking.id}}, "booking");
  const auto snapshot = registry::snapshot(transaction, today);
  std::string found;
  for (const auto& one : snapshot.institutions)
    if (one.record.id == booking.institution) found = word_of(one.record.school);
  for (const auto& rule : world.law.exemptions)
    if (rule.basis == WaiverBasis::OwnSchool && rule.holds_on(today) && rule.schools.contains(found)) return found;
  return problem("planning.arrangement_no_school", {{"value", booking.institution_name}}, "booking");
}

Result<std::string> other_city(const World& world, const Act& act, const Booking& booking, const std::string& city) {
  if (registry::scope_of(act.actor).kind != "city") return problem("planning.arrangement_city_only", {}, "kind");
  if (!world.law.cross_city_subjects.contains(booking.subject)) {
    const auto name = world.subject_names.find(booking.subject);
    return problem("planning.arrangement_subject", {{"value", name == world.subject_names.end() ? booking.subject : name->second}}, "booking");
  }
  const bool code = city.size() == 6 && std::all_of(city.begin(), city.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!code || city == world.city) return problem("planning.arrangement_city", {{"value", city}}, "authority");
  return city;
}

/// Both days or none, in order, and after the training.
Result<void> check_days(const ArrangementWanted& wanted, const Booking& booking) {
  if (!wanted.held_from && !wanted.held_until) return {};
  if (wanted.kind == ArrangementKind::OwnSchool || !wanted.held_from || !wanted.held_until || *wanted.held_until < *wanted.held_from) return problem("planning.arrangement_days", {}, "held_until");
  const Date trained = booking.completed.value_or(booking.planned_completed);
  if (*wanted.held_from <= trained) return problem("planning.arrangement_too_soon", {{"value", to_string(*wanted.held_from)}, {"completed", to_string(trained)}}, "held_from");
  return {};
}

} // namespace

Result<Arrangement> record_arrangement(const World& world, const Act& act, const ArrangementWanted& wanted) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Arrangement> {
    const auto booking = editable_booking(transaction, act, wanted.booking, wanted.reason);
    if (!booking.ok()) return booking.problem();
    for (const auto& [text, at] : {std::pair{&wanted.party, "party"}, {&wanted.evidence, "evidence"}, {&wanted.reason, "reason"}})
      if (const auto fine = check_text(*text, at); !fine.ok()) return fine.problem();
    if (const auto other = live_arrangement(transaction, wanted.kind, booking->id)) return problem("planning.arrangement_doubled", {{"value", other->id}}, "booking");
    const auto authority = wanted.kind == ArrangementKind::OwnSchool ? school_authority(transaction, world, *booking, act.today()) : other_city(world, act, *booking, wanted.authority);
    if (!authority.ok()) return authority.problem();
    if (const auto days = check_days(wanted, *booking); !days.ok()) return days.problem();
    Arrangement made;
    if (wanted.held_from) made.held_from = to_string(*wanted.held_from);
    if (wanted.held_until) made.held_until = to_string(*wanted.held_until);
    made.id = arrangement_id(next_number(transaction, "arrangement"));
    made.kind = wanted.kind;
    made.booking = booking->id;
    made.institution = booking->institution;
    made.institution_name = booking->institution_name;
    made.subject = booking->subject;
    made.candidates = booking->waiting();
    made.party = wanted.party;
    made.authority = *authority;
    made.evidence = wanted.evidence;
    made.reason = wanted.reason;
    made.recorded_by = act.actor.account;
    made.recorded_name = act.actor.name;
    made.recorded_at = act.at;
    insert_arrangement(transaction, made);
    ledger::append(transaction, {act.actor, act.at, "arrangement.record", "booking:" + made.booking, "", digest_of(made), clause_of(made.kind), made.reason});
    return made;
  });
}

Result<Arrangement> finish_arrangement(const World& world, const Act& act, const std::string& id, const std::string& reason) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Arrangement> {
    const auto found = find_arrangement(transaction, id);
    const auto booking = found ? find_booking(transaction, found->booking) : std::nullopt;
    const auto scope = registry::scope_of(act.actor);
    const bool within = scope.kind == "city" || (found && found->kind == ArrangementKind::OwnSchool && scope.kind == "institution" && scope.id == found->institution);
    if (!found || !booking || !within) return problem("planning.arrangement_unknown", {{"value", id}});
    if (const auto fine = check_text(reason, "reason"); !fine.ok()) return fine.problem();
    if (found->ended_at) return problem("planning.arrangement_ended", {{"value", id}});
    if (const auto editable = editable_booking(transaction, act, found->booking, reason); !editable.ok()) return editable.problem();
    Arrangement ended = *found;
    ended.ended_name = act.actor.name;
    ended.end_reason = reason;
    ended.ended_at = act.at;
    if (!end_arrangement(transaction, ended)) return problem("planning.arrangement_ended", {{"value", id}});
    ledger::append(transaction, {act.actor, act.at, "arrangement.end", "booking:" + ended.booking, digest_of(*found), digest_of(ended), clause_of(ended.kind), reason});
    return ended;
  });
}

std::optional<ArrangedBooking> arrangement_in(db::Transaction& transaction, const std::string& id) {
  const auto found = find_arrangement(transaction, id);
  if (!found || found->ended_at) return std::nullopt;
  const auto booking = find_booking(transaction, found->booking);
  if (!booking) return std::nullopt;
  return ArrangedBooking{*found, *booking};
}

Result<ArrangementList> find_arrangements(const World& world, const ledger::Actor& actor, ArrangementFilter filter) {
  const auto scope = registry::scope_of(actor);
  if (scope.kind == "institution")
    filter.institution = scope.id;
  else if (scope.kind != "city")
    return problem("planning.out_of_scope", {{"institution", filter.institution}});
  return look(world.database, [&](db::Transaction& transaction) -> Result<ArrangementList> { return list_arrangements(transaction, filter); });
}

} // namespace ankao::planning
