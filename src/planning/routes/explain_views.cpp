// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/ensure.hpp"
#include "draw/explain/explain.hpp"
#include "draw/words/tickets.hpp"
#include "law/law.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/routes/rung_why.hpp"
#include "planning/routes/views.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

namespace {

std::string hex16(std::uint64_t value) {
  std::uint8_t bytes[8];
  for (int i = 0; i < 8; ++i) bytes[i] = static_cast<std::uint8_t>(value >> (56 - 8 * i));
  return to_hex(bytes, 8);
}

dto::RuleRef rule_ref(const std::string& rule, Language language) {
  const auto& rules = law::shipped().draw_rules;
  const auto found = rules.find(rule);
  if (found == rules.end()) return {rule, "", ""};
  return {rule, found->second.clauses.empty() ? "" : found->second.clauses.front(),
          language == Language::English ? found->second.why_en : found->second.why_zh};
}

std::string kilometres(std::int64_t metres) {
  return metres % 1000 == 0 ? std::to_string(metres / 1000) : std::to_string(metres / 1000) + "." + std::to_string(metres % 1000 / 100);
}

std::string band_text(const draw::Policy& policy, int band, bool public_base, Language language) {
  const bool english = language == Language::English;
  if (band == 0) return public_base ? (english ? "public base" : "公共考试基地") : (english ? "own site" : "本机构考试点");
  const auto index = static_cast<std::size_t>(band);
  const std::string unit = english ? " km" : "公里";
  if (policy.bands_m.empty()) return english ? "any distance" : "不分距离";
  if (band == 1) return (english ? "up to " : "不超过") + kilometres(policy.bands_m.front()) + unit;
  if (index > policy.bands_m.size()) return (english ? "over " : "超过") + kilometres(policy.bands_m.back()) + unit;
  return kilometres(policy.bands_m[index - 2]) + "–" + kilometres(policy.bands_m[index - 1]) + unit;
}

/// Looks batches of the plan up by id, for the names beside an obstacle.
class Others {
public:
  Others(db::Transaction& transaction, PlanKey key, const draw::Explanation& explained) {
    std::vector<std::string> ids;
    for (const auto& rung : explained.order) {
      ids.insert(ids.end(), rung.earlier_batches.begin(), rung.earlier_batches.end());
      ids.insert(ids.end(), rung.later_batches.begin(), rung.later_batches.end());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (auto& row : batches_by_id(transaction, key, ids)) rows_[row.id] = std::move(row);
  }

  std::vector<dto::OtherBatch> items(const std::vector<std::string>& ids) const {
    std::vector<dto::OtherBatch> found;
    for (const auto& id : ids) {
      const auto row = rows_.find(id);
      if (row == rows_.end()) continue;
      found.push_back(
          {id, row->second.institution, row->second.institution_name, to_string(row->second.completed), row->second.candidates});
    }
    return found;
  }

private:
  std::map<std::string, BatchRow> rows_;
};

dto::RungItem rung_item(const draw::Rung& rung, int place, const PartyRow& site, const draw::Policy& policy, const Others& others,
                        Language language) {
  dto::RungItem item;
  item.place = place;
  item.site = rung.site;
  item.site_name = site.name;
  item.district = site.district;
  item.public_base = site.public_base;
  item.band = rung.band;
  item.band_text = band_text(policy, rung.band, site.public_base, language);
  item.distance_m = rung.distance_m;
  item.ticket = hex16(rung.ticket);
  item.inner = rung.inner;
  item.in_offer = rung.in_offer;
  item.seated = rung.seated;
  for (const auto& rule : rung.rules) item.rules.push_back(rule_ref(rule, language));
  item.earlier_batches = others.items(rung.earlier_batches);
  item.later_batches = others.items(rung.later_batches);
  return item;
}

/// "S01: R1" of draw::Explanation::ineligible.
dto::SiteRule ineligible_item(const std::string& text, const std::map<std::string, PartyRow>& sites, Language language) {
  const auto colon = text.find(':');
  const std::string site = text.substr(0, colon);
  const std::string rule = colon == std::string::npos ? "" : text.substr(text.find_first_not_of(": ", colon));
  const auto name = sites.find(site);
  return {site, name == sites.end() ? site : name->second.name, rule, rule_ref(rule, language).clause};
}

/// The event that made the plan what it is: its publication, or for a draft its newest step.
std::int64_t event_of(db::Transaction& transaction, const PlanVersion& plan) {
  const bool published = plan.stage == Stage::Published;
  std::int64_t found = 0;
  for (const auto& one : ledger::time_line(transaction, "plan:" + to_string(plan.month)))
    if (!published || one.event.action == "plan.publish") found = one.number;
  return found;
}

std::string waiver_text(const World& world, const std::optional<std::string>& because, Language language) {
  if (!because) return "";
  const auto basis = waiver_basis(*because);
  for (const auto& one : world.law.exemptions)
    if (basis == one.basis) return language == Language::English ? one.en : one.zh;
  return "";
}

} // namespace

Result<dto::BatchExplanation> explanation(db::Transaction& transaction, const World& world, DrawnPlans& plans, const PlanVersion& plan,
                                          const std::string& batch, Language language) {
  const PlanKey key{plan.month, plan.version};
  const auto row = find_batch(transaction, key, batch);
  const auto drawn = plans.get(transaction, plan);
  if (!row || !drawn) return problem("planning.batch_unknown", {{"value", batch}, {"month", to_string(plan.month)}});
  const auto explained = draw::explain(drawn->instance, drawn->plan, batch);
  if (!explained.ok()) return explained.problem();
  const auto seed = digest_from_hex(drawn->plan.seed);
  ensure(seed.has_value(), "a drawn plan has a seed");
  dto::BatchExplanation out;
  out.month = to_string(plan.month);
  out.version = plan.version;
  out.demo = plan.demo;
  out.batch = batch_items(transaction, world, key, {*row}, language).front();
  out.queue_place = explained->queue_place;
  out.queue_length = explained->queue_length;
  out.tie = hex16(draw::tie(*seed, batch));
  out.waiver_text = waiver_text(world, explained->waived_because, language);
  out.policy = view(drawn->instance.policy);
  out.seed = drawn->plan.seed;
  const auto sites = parties(transaction, key, "site");
  const Others others(transaction, key, *explained);
  for (const auto& rung : explained->order)
    out.order.push_back(
        rung_item(rung, static_cast<int>(out.order.size()) + 1, sites.at(rung.site), drawn->instance.policy, others, language));
  for (const auto& one : explained->ineligible) out.ineligible.push_back(ineligible_item(one, sites, language));
  explain_rungs(out, plan, event_of(transaction, plan));
  return out;
}

Result<dto::InstitutionPlan> institution_plan(db::Transaction& transaction, const World& world, const PlanVersion& plan,
                                              const std::string& institution, Language language) {
  const PlanKey key{plan.month, plan.version};
  const auto institutions = parties(transaction, key, "institution");
  const auto found = institutions.find(institution);
  if (found == institutions.end())
    return problem("planning.institution_unknown", {{"value", institution}, {"month", to_string(plan.month)}});
  const auto point = [](const PartyRow& one) { return dto::MapPoint{one.place.longitude_e6, one.place.latitude_e6, one.marked}; };
  dto::InstitutionPlan out;
  out.month = to_string(plan.month);
  out.version = plan.version;
  out.institution = institution;
  out.institution_name = found->second.name;
  out.point = point(found->second);
  BatchFilter filter;
  filter.institution = institution;
  filter.limit = 100'000;
  const auto list = list_batches(transaction, key, filter);
  out.batches = batch_items(transaction, world, key, list.items, language);
  const auto sites = parties(transaction, key, "site");
  std::map<std::string, dto::MapLine> lines;
  std::map<std::string, std::vector<std::string>> sessions;
  for (const auto& batch : out.batches)
    for (const auto& place : batch.places) {
      auto& line = lines[place.site];
      line.site = place.site;
      line.site_name = place.site_name;
      line.point = point(sites.at(place.site));
      line.distance_m = place.distance_m;
      line.candidates += place.candidates;
      auto& seen = sessions[place.site];
      if (std::find(seen.begin(), seen.end(), place.session) == seen.end()) seen.push_back(place.session);
      line.sessions = static_cast<std::int64_t>(seen.size());
    }
  for (auto& [id, line] : lines) {
    out.counts.sessions += line.sessions;
    out.lines.push_back(std::move(line));
  }
  std::stable_sort(out.lines.begin(), out.lines.end(), [](const auto& a, const auto& b) { return a.distance_m < b.distance_m; });
  out.counts.batches = list.total;
  out.counts.candidates = list.candidates;
  out.counts.placed = list.placed;
  out.counts.unplaced = list.candidates - list.placed;
  out.counts.sites = static_cast<std::int64_t>(out.lines.size());
  out.counts.institutions = 1;
  return out;
}

dto::CalendarView calendar_view(db::Transaction& transaction, const World& world, const PlanVersion& plan,
                                const dto::CalendarQuery& query) {
  SessionFilter filter;
  filter.site = query.site;
  filter.institution = query.institution;
  filter.subject = query.subject;
  std::map<std::pair<std::string, std::string>, CellRow> cells;
  for (auto& cell : calendar(transaction, {plan.month, plan.version}, filter)) cells[{cell.date, cell.slot}] = cell;
  dto::CalendarView out;
  out.month = to_string(plan.month);
  out.version = plan.version;
  out.slots = plan.slots;
  const Workdays days = calendar_in(transaction, world);
  for (Date day = plan.month.first(); day <= plan.month.last(); day = day + 1) {
    const int weekday = static_cast<int>(day.weekday());
    dto::CalendarDay item{to_string(day), weekday, days.working(day).value_or(weekday < 6), days.label(day), {}};
    for (const auto& slot : plan.slots) {
      const auto found = cells.find({item.date, slot});
      const CellRow cell = found == cells.end() ? CellRow{} : found->second;
      item.cells.push_back({slot, cell.sessions, cell.seats, cell.candidates});
    }
    out.days.push_back(std::move(item));
  }
  return out;
}

} // namespace ankao::planning
