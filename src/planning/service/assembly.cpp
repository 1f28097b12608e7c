// SPDX-License-Identifier: Apache-2.0
#include "planning/service/assembly.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "planning/service/parameters.hpp"
#include "planning/service/quotas.hpp"
#include "planning/store/arrangements.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/history.hpp"
#include "planning/store/plans.hpp"
#include "planning/store/rows.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {

using nlohmann::json;

namespace {

json written(const draw::DepthChoice& choice) {
  json trials = json::array();
  for (const auto& one : choice.trials) trials.push_back({{"depth", one.depth}, {"beyond", one.beyond}, {"left_out_more", one.left_out_more}});
  const auto& rule = choice.rule;
  return {{"depth", choice.depth}, {"least", rule.least}, {"most", rule.most}, {"draws", rule.draws}, {"beyond_per_thousand", rule.beyond_per_thousand}, {"work", rule.work}, {"trials", trials}};
}

draw::DepthChoice depth_read(const json& in) {
  const auto whole = [&](const char* name) { return in.at(name).get<int>(); };
  draw::DepthChoice out{whole("depth"), {whole("least"), whole("most"), whole("draws"), whole("beyond_per_thousand"), in.at("work").get<std::int64_t>()}, {}};
  for (const auto& one : in.at("trials")) out.trials.push_back({one.at("depth").get<int>(), one.at("beyond").get<std::vector<std::int64_t>>(), one.at("left_out_more").get<bool>()});
  return out;
}

} // namespace

std::string write_changes(const PolicyChanges& changes) {
  json out = json::object();
  const auto put = [&](const char* name, const std::optional<int>& value) {
    if (value) out[name] = *value;
  };
  put("max_sessions_per_slot", changes.max_sessions_per_slot);
  put("max_sites_per_institution_slot", changes.max_sites_per_institution_slot);
  put("order_depth", changes.order_depth);
  put("min_fragment", changes.min_fragment);
  if (!changes.quotas.empty()) out["quotas"] = changes.quotas;
  if (changes.depth) out["depth"] = written(*changes.depth);
  return out.dump();
}

PolicyChanges read_changes(const std::string& text) {
  PolicyChanges changes;
  const json in = text.empty() ? json::object() : json::parse(text);
  const auto take = [&](const char* name, std::optional<int>& value) {
    if (in.contains(name)) value = in.at(name).get<int>();
  };
  take("max_sessions_per_slot", changes.max_sessions_per_slot);
  take("max_sites_per_institution_slot", changes.max_sites_per_institution_slot);
  take("order_depth", changes.order_depth);
  take("min_fragment", changes.min_fragment);
  if (in.contains("depth")) changes.depth = depth_read(in.at("depth"));
  if (in.contains("quotas")) changes.quotas = in.at("quotas").get<std::map<std::string, int>>();
  return changes;
}

draw::Policy policy_of(const PlanningLaw& law, const PolicyChanges& changes) {
  draw::Policy policy = law.policy;
  if (changes.max_sessions_per_slot) policy.max_sessions_per_slot = changes.max_sessions_per_slot;
  if (changes.max_sites_per_institution_slot) policy.max_sites_per_institution_slot = changes.max_sites_per_institution_slot;
  policy.order_depth = changes.order_depth.value_or(changes.depth ? changes.depth->depth : policy.order_depth);
  policy.min_fragment = changes.min_fragment.value_or(policy.min_fragment);
  return policy;
}

namespace {

Point point_of(const registry::Place& place) { return {place.longitude_e6, place.latitude_e6}; }

std::vector<Booking> bookings_for(db::Transaction& transaction, Month month) {
  auto bookings = waiting_bookings(transaction, month);
  const auto in_force = published_version(transaction, month);
  if (!in_force) return bookings;
  std::map<std::string, Booking> by_id;
  for (auto& booking : bookings) by_id[booking.id] = std::move(booking);
  BatchFilter all;
  all.limit = 1'000'000;
  for (const auto& batch : list_batches(transaction, {month, in_force->version}, all).items) {
    auto booking = by_id.contains(batch.id) ? std::optional(by_id.at(batch.id)) : find_booking(transaction, batch.id);
    if (!booking || booking->state == BookingState::Withdrawn) continue;
    booking->placed -= batch.placed;
    booking->carried = batch.carried;
    by_id[batch.id] = *booking;
  }
  bookings.clear();
  for (auto& [id, booking] : by_id) bookings.push_back(std::move(booking));
  return bookings;
}

/// What stands beside bookings: those examined in another city leave the draw, own school without its recorded basis is none.
void apply_arrangements(db::Transaction& transaction, BuildInput& input) {
  const auto elsewhere = arranged_bookings(transaction, ArrangementKind::CrossCity);
  const auto proven = arranged_bookings(transaction, ArrangementKind::OwnSchool);
  std::erase_if(input.bookings, [&](const Booking& one) {
    if (!elsewhere.contains(one.id)) return false;
    input.elsewhere.push_back(one.id);
    return true;
  });
  for (auto& one : input.bookings) {
    if (!one.own_school || one.demo || proven.contains(one.id)) continue;
    one.own_school = false;
    input.no_basis.push_back(one.id);
  }
}

} // namespace

BuildInput load_input(db::Transaction& transaction, const World& world, const PlanVersion& plan, Date as_of) {
  BuildInput input;
  const auto changes = read_changes(plan.policy);
  input.city = world.city;
  input.month = plan.month;
  input.as_of = as_of;
  input.slots = plan.slots;
  input.slot_order = world.law.slot_order;
  input.policy = policy_of(law_in(transaction, world, plan.month.first()), changes);
  // What a second person approved for the month (S-2.1); the desk's own words for this version go before it.
  input.max_sessions = changes.quotas;
  for (const auto& [subject, quota] : approved_quotas(transaction, plan.month)) input.max_sessions.emplace(subject, quota);
  input.subject_names = world.subject_names;
  const auto snapshot = registry::snapshot(transaction, as_of);
  for (const auto& one : snapshot.institutions)
    input.institutions.push_back({one.record, point_of(registry::place_of(one.record.place, one.record.supervising_district)),
                                  one.standing == registry::Standing::Published});
  for (const auto& one : snapshot.sites)
    input.sites.push_back(
        {one.record, point_of(registry::place_of(one.record.place, one.record.district)), one.standing == registry::Standing::Published});
  input.suspensions = snapshot.suspensions;
  input.bookings = bookings_for(transaction, plan.month);
  apply_arrangements(transaction, input);
  input.visits = visits_before(transaction, plan.month.first());
  input.sessions = sessions_of_year(transaction, plan.month.year);
  input.exemptions = world.law.exemptions;
  input.calendar = calendar_in(transaction, world);
  return input;
}

std::vector<SubjectDemand> demand(const draw::Instance& instance) {
  std::vector<SubjectDemand> all(instance.subjects.size());
  std::vector<std::set<int>> sites(all.size()), institutions(all.size());
  for (const auto& room : instance.rooms) {
    std::int64_t slots = 0;
    for (const auto& opening : room.open) slots += static_cast<std::int64_t>(opening.slots.size());
    for (const auto& [subject, seats] : room.seats) {
      all[static_cast<std::size_t>(subject)].seats += slots * seats;
      sites[static_cast<std::size_t>(subject)].insert(room.site);
    }
  }
  for (const auto& batch : instance.batches) {
    auto& one = all[static_cast<std::size_t>(batch.subject)];
    ++one.batches;
    one.candidates += batch.candidates;
    institutions[static_cast<std::size_t>(batch.subject)].insert(batch.institution);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].subject = instance.subjects[i].id;
    all[i].max_sessions = instance.subjects[i].max_sessions;
    all[i].sites = static_cast<std::int64_t>(sites[i].size());
    all[i].institutions = static_cast<std::int64_t>(institutions[i].size());
  }
  std::erase_if(all, [](const auto& one) { return one.batches == 0 && one.sites == 0; });
  return all;
}

namespace {

class Findings {
public:
  void add(const char* id, bool blocks, const char* clause, std::vector<std::string> ids, std::vector<Detail> details = {}) {
    Finding finding;
    finding.count = static_cast<std::int64_t>(ids.size());
    details.push_back({"count", std::to_string(ids.size())});
    finding.what = problem(id, std::move(details));
    finding.blocks = blocks;
    finding.clause = clause;
    if (ids.size() > 50) ids.resize(50);
    finding.ids = std::move(ids);
    all_.push_back(std::move(finding));
  }
  void add_some(const char* id, bool blocks, const char* clause, std::vector<std::string> ids) {
    if (!ids.empty()) add(id, blocks, clause, std::move(ids));
  }
  std::vector<Finding> take() { return std::move(all_); }

private:
  std::vector<Finding> all_;
};

std::vector<std::string> left_out(const Built& built, const char* because) {
  std::vector<std::string> ids;
  for (const auto& one : built.left_out)
    if (one.because == because) ids.push_back(one.booking);
  return ids;
}

std::vector<std::string> unapproved(const Built& built, const std::vector<Approval>& approvals) {
  std::vector<std::string> pairs;
  for (const auto& waiver : built.waivers) {
    const bool approved = std::any_of(approvals.begin(), approvals.end(), [&](const Approval& one) {
      return one.kind == "waiver" && one.institution == waiver.institution && one.subject == waiver.subject;
    });
    if (waiver.needs_approval && !approved) pairs.push_back(waiver.institution + " " + waiver.subject);
  }
  return pairs;
}

void add_calendar(Findings& findings, const BuildInput& input) {
  const bool known = input.calendar.working(input.month.first()).has_value() && input.calendar.working(input.month.last()).has_value();
  if (!known) findings.add("planning.finding_no_calendar", true, "G-63", {}, {{"year", std::to_string(input.month.year)}});
}

void add_subjects(Findings& findings, const draw::Instance& instance) {
  std::vector<std::string> nowhere, short_of_seats;
  for (const auto& one : demand(instance)) {
    if (one.batches > 0 && one.sites == 0)
      nowhere.push_back(one.subject);
    else if (one.candidates > one.seats)
      short_of_seats.push_back(one.subject);
  }
  findings.add_some("planning.finding_subject_nowhere", false, "P-2.2a", std::move(nowhere));
  findings.add_some("planning.finding_seats_short", false, "S-2.1", std::move(short_of_seats));
}

void add_rooms(Findings& findings, const BuildInput& input, const draw::Instance& instance) {
  if (instance.calendar.dates.empty()) findings.add("planning.finding_no_openings", true, "S-5.1a", {});
  std::vector<std::string> marked, closed;
  for (const auto& site : input.sites)
    if (site.published && !site.record.place) marked.push_back(site.record.id);
  for (const auto& site : instance.sites) {
    const bool open = std::any_of(site.rooms.begin(), site.rooms.end(),
                                  [&](int room) { return !instance.rooms[static_cast<std::size_t>(room)].open.empty(); });
    if (!open) closed.push_back(site.id);
  }
  findings.add_some("planning.finding_sites_closed", false, "S-5.1a", std::move(closed));
  findings.add_some("planning.finding_places_marked", false, "S-1.2a", std::move(marked));
}

} // namespace

std::vector<Finding> findings(const BuildInput& input, const Built& built, const PlanVersion& plan,
                              const std::vector<Approval>& approvals) {
  Findings findings;
  if (plan.announced_source.empty()) findings.add("planning.finding_no_source", true, "S-1.2a", {});
  add_calendar(findings, input);
  if (built.instance.batches.empty()) findings.add("planning.finding_no_batches", true, "S-2.2", {});
  add_rooms(findings, input, built.instance);
  findings.add_some("planning.finding_waiver_needed", true, "G-12", unapproved(built, approvals));
  add_subjects(findings, built.instance);
  findings.add_some("planning.finding_not_completed", false, "G-18", left_out(built, "not_completed"));
  findings.add_some("planning.finding_institution_not_published", false, "P-1.2b", left_out(built, "institution_not_published"));
  findings.add_some("planning.finding_own_school_unproven", false, "G-49", built.own_school_unproven);
  findings.add_some("planning.finding_own_school_no_basis", false, "P-2.3d", input.no_basis);
  findings.add_some("planning.finding_elsewhere", false, "P-2.6b", input.elsewhere);
  return findings.take();
}

} // namespace ankao::planning
