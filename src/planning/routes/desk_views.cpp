// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "draw/files/files.hpp"
#include "planning/routes/views.hpp"
#include "planning/service/losses.hpp"
#include "planning/service/draws.hpp"
#include "planning/service/parameters.hpp"
#include "planning/service/plan_rows.hpp"
#include "planning/service/stages.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

namespace {

dto::FindingItem finding_item(const Finding& finding, Language language) {
  const auto text = problems::Catalogue::shipped().text(finding.what, language);
  return {finding.what.id, finding.blocks, finding.clause, text.title, text.remedy, finding.count, finding.ids};
}

Finding finding(const char* id, bool blocks, const char* clause, std::int64_t count) {
  return {problem(id, {{"count", std::to_string(count)}}), blocks, clause, count, {}};
}

/// What stands in the way once a plan is drawn.
std::vector<Finding> later_findings(db::Transaction& transaction, const PlanVersion& plan) {
  std::vector<Finding> found;
  if (plan.stage == Stage::Failed) {
    Finding failed = finding("planning.finding_draw_failed", true, "S-1.2a", 0);
    failed.what.details.push_back({"reason", plan.failure});
    found.push_back(std::move(failed));
  }
  if (plan.stage == Stage::Drawn || plan.stage == Stage::Submitted) {
    const auto open = static_cast<std::int64_t>(unapproved_exceptions(transaction, plan).size());
    if (open > 0) found.push_back(finding("planning.finding_exceptions_open", plan.stage == Stage::Submitted, "G-15", open));
  }
  const bool drawn = plan.stage == Stage::Drawn || plan.stage == Stage::Submitted || plan.stage == Stage::Published;
  if (drawn && plan.placed < plan.candidates)
    found.push_back(finding("planning.finding_unplaced", false, "S-2.1", plan.candidates - plan.placed));
  return found;
}

std::vector<dto::DemandItem> demand_items(const World& world, const draw::Instance& instance, Language language) {
  std::vector<dto::DemandItem> items;
  for (const auto& one : demand(instance))
    items.push_back({one.subject, subject_name(world, one.subject, language), one.batches, one.candidates, one.seats, one.sites,
                     one.institutions, one.max_sessions});
  return items;
}

std::vector<dto::LateEdit> late_edits(db::Transaction& transaction, Month month) {
  std::vector<dto::LateEdit> items;
  for (const auto& one : notes(transaction, month, 200))
    items.push_back({one.booking, one.institution, one.institution_name, one.what, to_string(one.at), one.reason, one.days_late});
  return items;
}

void fill_version(db::Transaction& transaction, const World& world, const PlanVersion& plan, dto::DeskView& out, Language language) {
  out.version = plan.version;
  out.stage = plan.stage;
  out.demo = plan.demo;
  out.announced_source = plan.announced_source;
  out.slots = plan.slots;
  out.policy = policy_view(transaction, world, plan);
  out.instance_sm3 = plan.instance_sm3;
  out.engine = plan.engine;
  out.public_value = plan.public_value;
  out.seed = plan.seed;
  out.plan_sm3 = plan.plan_sm3;
  out.work_limit = plan.work_limit;
  out.levels = view(plan.levels);
  out.greedy = view(plan.greedy);
  out.counts = counts(plan);
  out.check = check_result(transaction, plan, language);
  out.job = {plan.stage == Stage::Drawing, plan.work_done, plan.work_limit, view(plan.levels), plan.failure};
  out.exceptions = exception_items(transaction, world, plan, language);
  out.steps = steps(plan, Reach::Desk);
}

/// While it collects, the desk sees the instance as it would be frozen now.
void fill_collecting(db::Transaction& transaction, const World& world, const PlanVersion& plan, Date today, dto::DeskView& out,
                     Language language) {
  const auto input = load_input(transaction, world, plan, today);
  const auto built = build(input);
  const auto given = approvals(transaction, plan.month, plan.version);
  for (const auto& one : findings(input, built, plan, given)) out.findings.push_back(finding_item(one, language));
  out.demand = demand_items(world, built.instance, language);
  std::map<std::string, std::string> names;
  for (const auto& one : input.institutions) names[one.record.id] = one.record.name;
  out.waivers = waiver_items(world, built.waivers, given, names, language);
  std::set<int> institutions;
  for (const auto& batch : built.instance.batches) {
    out.counts.candidates += batch.candidates;
    institutions.insert(batch.institution);
  }
  out.counts.batches = static_cast<std::int64_t>(built.instance.batches.size());
  out.counts.institutions = static_cast<std::int64_t>(institutions.size());
}

void fill_frozen(db::Transaction& transaction, const World& world, const PlanVersion& plan, dto::DeskView& out, Language language) {
  for (const auto& one : later_findings(transaction, plan)) out.findings.push_back(finding_item(one, language));
  const auto file = find_file(transaction, plan.month, plan.version, "instance.json");
  if (file) {
    const auto read = draw::read_instance(file->body);
    ensure(read.ok(), "a frozen instance can be read");
    out.demand = demand_items(world, read->instance, language);
  }
  std::map<std::string, std::string> names;
  for (const auto& [id, party] : parties(transaction, {plan.month, plan.version}, "institution")) names[id] = party.name;
  out.waivers = waiver_items(world, waivers(transaction, plan.month, plan.version), approvals(transaction, plan.month, plan.version), names,
                             language);
}

} // namespace

dto::DeskView desk_view(db::Transaction& transaction, const World& world, Month month, Date today, Language language) {
  dto::DeskView out;
  out.month = to_string(month);
  PlanVersion plan;
  plan.month = month;
  plan.slots = world.law.default_slots;
  const auto newest = newest_version(transaction, month);
  if (newest) plan = *newest;
  out.deadline = deadline(world, plan, today);
  fill_version(transaction, world, plan, out, language);
  if (!newest) out.version = 0;
  out.next = newest ? next_steps(plan.stage, plan.lawful) : std::vector<std::string>{"plan.create"};
  if (const auto in_force = published_version(transaction, month)) {
    out.published_version = in_force->version;
    const auto lost = static_cast<std::int64_t>(losses_of(transaction, world, *in_force, today).size());
    if (lost > 0) out.findings.push_back(finding_item(finding("planning.finding_losses", false, "G-62", lost), language));
  }
  if (plan.stage == Stage::Collecting)
    fill_collecting(transaction, world, plan, today, out, language);
  else
    fill_frozen(transaction, world, plan, out, language);
  out.late = late_edits(transaction, month);
  out.versions = version_items(transaction, month, Reach::Desk);
  return out;
}

dto::DeskMonths desk_months(db::Transaction& transaction, const World& world, Date today) {
  std::map<Month, dto::DeskMonthItem, std::greater<>> items;
  for (const auto& plan : newest_versions(transaction))
    items[plan.month] = {to_string(plan.month),        plan.version, plan.stage,     plan.demo,
                         deadline(world, plan, today), plan.batches, plan.candidates};
  for (const auto& waiting : demand_by_month(transaction)) {
    auto& item = items[waiting.month];
    if (item.version == 0) {
      PlanVersion none;
      none.month = waiting.month;
      item.month = to_string(waiting.month);
      item.deadline = deadline(world, none, today);
      item.demo = waiting.demo;
    }
    if (item.version == 0 || item.stage == Stage::Collecting) {
      item.bookings = waiting.bookings;
      item.candidates = waiting.candidates;
    }
  }
  dto::DeskMonths out;
  for (auto& [month, item] : items) out.items.push_back(std::move(item));
  return out;
}

} // namespace ankao::planning
