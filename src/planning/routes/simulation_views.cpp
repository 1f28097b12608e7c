// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/simulation_views.hpp"

#include <algorithm>
#include <map>

#include "planning/service/reading.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {

namespace {

/// Names of institutions and sites as of the day the question was asked.
class Names {
public:
  Names(db::Transaction& transaction, Date day) {
    const auto all = registry::snapshot(transaction, day);
    for (const auto& one : all.institutions) names_[one.record.id] = one.record.name;
    for (const auto& one : all.sites) names_[one.record.id] = one.record.name;
  }
  void add(const std::string& id, const std::string& name) { names_[id] = name; }
  dto::NamedId of(const std::string& id) const {
    const auto found = names_.find(id);
    return {id, found == names_.end() ? id : found->second};
  }

private:
  std::map<std::string, std::string> names_;
};

std::int64_t part(std::int64_t value, std::int64_t by) { return by == 0 ? 0 : value / by; }

dto::MeasuresView measures_view(const draw::Measures& m, std::int64_t draws, const Names& names) {
  dto::MeasuresView out;
  const auto& l = m.levels;
  out.levels = {part(l.unplaced, draws), part(l.exceptions, draws), part(l.beyond_offer, draws), part(l.envy, draws), part(l.vacant, draws), part(l.quality, draws)};
  out.batches = part(m.batches, draws);
  out.candidates = part(m.candidates, draws);
  out.placed_x10 = part(10 * m.placed, draws);
  out.unplaced_x10 = part(10 * (m.candidates - m.placed), draws);
  out.sessions_x10 = part(10 * m.sessions, draws);
  out.mean_distance_m = part(m.metres, m.placed);
  out.mean_wait_x10 = part(10 * m.weeks, m.placed);
  out.first_permille = part(1000 * m.at_first, m.placed);
  out.nearest_permille = part(1000 * m.within_nearest, m.placed);
  out.split_x10 = part(10 * m.split, draws);
  for (const auto& one : m.sites)
    out.sites.push_back({names.of(one.site), part(one.sessions, draws), part(one.candidates, draws), part(one.used, draws), part(one.openings, draws)});
  return out;
}

std::vector<std::string> changes_in_words(const WhatIf& wish, const Names& names, Language language) {
  const bool en = language == Language::English;
  std::vector<std::string> out;
  const auto number = [&](const char* zh, const char* english, const std::optional<int>& value) {
    if (value) out.push_back(std::string(en ? english : zh) + " = " + std::to_string(*value));
  };
  const auto& p = wish.policy;
  number("每年前往次数上限", "visits a year", p.visits_per_year);
  number("候选考试点数", "sites of the offer", p.order_depth);
  number("最小拆分人数", "least share", p.min_fragment);
  number("允许空座百分比", "free share of vacant seats in percent", p.vacancy_free_percent);
  number("每时段场次上限", "most sessions per slot", p.max_sessions_per_slot);
  number("每机构每时段考试点上限", "most sites per institution and slot", p.max_sites_per_institution_slot);
  if (p.bands_m) {
    std::string bands;
    for (std::int64_t metres : *p.bands_m) bands += (bands.empty() ? "" : " / ") + std::to_string(metres / 1000);
    out.push_back((en ? "distance bands in km: " : "远近分档（公里）：") + bands);
  }
  number("均衡权重", "weight of balance", p.imbalance);
  number("等待权重", "weight of waiting", p.waiting);
  number("距离权重", "weight of distance", p.distance);
  number("拆分权重", "weight of splitting", p.split);
  number("补考单独成场权重", "weight of retakes alone", p.retake_alone);
  for (const auto& one : wish.rooms) {
    const auto place = one.room.empty() ? names.of(one.site).name : one.room;
    out.push_back(place + (en ? ": seats " : "：座位 ") + std::to_string(one.percent) + "%");
  }
  for (const auto& one : wish.closed) out.push_back((en ? "closed: " : "关闭：") + names.of(one).name);
  for (const auto& one : wish.bases)
    out.push_back((en ? "public base more: " : "新增公共考试基地：") + one.name + (en ? ", rooms " : "，考场 ") + std::to_string(one.rooms) + " × " + std::to_string(one.seats));
  return out;
}

/// What the drawn plan gave, batch by batch and site by site.
using Observed = std::map<std::string, std::map<std::string, std::int64_t>>;

Observed observed_in(db::Transaction& transaction, const PlanVersion& plan, const std::vector<std::string>& batches) {
  Observed out;
  if (batches.empty()) return out;
  for (const auto& one : places_of_batches(transaction, {plan.month, plan.version}, batches)) out[one.seat.batch][one.session.site] += one.seat.candidates;
  return out;
}

} // namespace

dto::StudyItem study_item(const StudyRow& s) {
  static constexpr const char* k_kinds[] = {"what_if", "year", "chances"};
  static constexpr const char* k_states[] = {"waiting", "running", "done", "failed"};
  return {s.id,   to_string(s.month), k_kinds[static_cast<std::size_t>(s.kind)], s.title, k_states[static_cast<std::size_t>(s.state)], s.done, s.steps, to_string(s.asked_at), s.person, s.ended_at.ms == 0 ? "" : to_string(s.ended_at),
          s.failure};
}

dto::ChancesView chances_view(db::Transaction& transaction, const World& world, const StudyRow& study, const std::string& institution, const std::optional<PlanVersion>& plan, Language language) {
  const auto answer = read_chances_answer(study.result);
  const Names names(transaction, date_of(study.asked_at));
  dto::ChancesView out;
  out.month = to_string(study.month);
  out.id = study.id;
  out.asked_at = to_string(study.asked_at);
  out.draws = answer.draws;
  out.work = answer.work;
  out.measured = answer.measured;
  out.lean_median = answer.lean_median;
  out.lean_p90 = answer.lean_p90;
  out.floor_median = answer.floor_median;
  out.floor_p90 = answer.floor_p90;
  out.effective_median = answer.effective_median;
  out.same_data = plan && plan->instance_sm3 == answer.instance_sm3;
  out.drawn = plan && !plan->plan_sm3.empty();
  std::vector<std::string> ids;
  for (const auto& one : answer.batches)
    if (institution.empty() || one.institution == institution) ids.push_back(one.batch);
  const Observed observed = out.drawn ? observed_in(transaction, *plan, ids) : Observed{};
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> bias; // site -> expected in thousandths, observed
  for (const auto& one : answer.batches) {
    if (!institution.empty() && one.institution != institution) continue;
    const auto got = observed.find(one.batch);
    dto::BatchChanceItem item{one.batch, one.institution, names.of(one.institution).name, one.subject, subject_name(world, one.subject, language), one.candidates, one.unplaced, one.nearest, one.lean, one.floor, one.effective, one.weeks_x10, {}};
    for (const auto& site : one.sites) {
      bias[site.site].first += site.seated * one.candidates;
      item.sites.push_back({names.of(site.site), site.seated, site.nearest, 0});
    }
    if (got != observed.end())
      for (const auto& [site, count] : got->second) {
        bias[site].second += count;
        const auto there = std::find_if(item.sites.begin(), item.sites.end(), [&](const auto& chance) { return chance.site.id == site; });
        if (there != item.sites.end())
          there->observed = count;
        else
          item.sites.push_back({names.of(site), 0, false, count});
      }
    out.batches.push_back(std::move(item));
  }
  for (const auto& [site, both] : bias) out.bias.push_back({names.of(site), both.first / 100, both.second});
  std::stable_sort(out.bias.begin(), out.bias.end(), [](const auto& a, const auto& b) { return a.expected_x10 > b.expected_x10; });
  return out;
}

dto::StudyView study_view(db::Transaction& transaction, const World& world, const StudyRow& study, Language language) {
  dto::StudyView out;
  out.study = study_item(study);
  if (study.state != StudyState::Done) return out;
  Names names(transaction, date_of(study.asked_at));
  if (study.kind == StudyKind::WhatIf) {
    const auto request = read_what_if(study.request);
    const auto answer = read_what_if_answer(study.result);
    for (std::size_t i = 0; i < request.wish.bases.size(); ++i) names.add("WHATIF-" + std::to_string(i + 1), request.wish.bases[i].name);
    out.what_if = dto::WhatIfView{answer.draws, answer.work, changes_in_words(request.wish, names, language), measures_view(answer.as_is, answer.draws, names), measures_view(answer.as_if, answer.draws, names)};
  } else if (study.kind == StudyKind::Year) {
    for (const auto& one : read_year_answer(study.result).months) out.year.push_back({to_string(one.month), one.percent, one.carried_in, measures_view(one.measures, 1, names)});
  } else {
    out.chances = chances_view(transaction, world, study, "", std::nullopt, language);
  }
  return out;
}

} // namespace ankao::planning
