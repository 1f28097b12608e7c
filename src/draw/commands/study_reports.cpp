// SPDX-License-Identifier: Apache-2.0
#include "draw/commands/study_reports.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "draw/study/sentences.hpp"

namespace ankao::draw {
namespace {

using Json = nlohmann::json;

Json opt(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(nullptr); }

template <class Things>
Json ids(const Things& things, const std::vector<int>& which) {
  Json out = Json::array();
  for (int i : which) out.push_back(at(things, i).id);
  return out;
}

Json both(const auto& say_it) { return {{"zh", say_it(Tongue::Chinese)}, {"en", say_it(Tongue::English)}}; }

Json when(const Model& model, int time) {
  return {{"date", to_string(model.date_of(time))}, {"slot", at(model.instance.calendar.slots, time % model.slots_per_day)}};
}

Json deficit_json(const Model& model, const Deficit& d) {
  static constexpr const char* k_limits[] = {"seats", "slot_sessions", "subject_sessions"};
  return {{"batches", ids(model.instance.batches, d.batches)},
          {"sites", ids(model.instance.sites, d.sites)},
          {"subjects", ids(model.instance.subjects, d.subjects)},
          {"candidates", d.candidates},
          {"seats", d.seats},
          {"openings", d.openings},
          {"limit", k_limits[static_cast<std::size_t>(d.limit)]},
          {"text", both([&](Tongue tongue) { return say(model.instance, d, tongue); })}};
}

Json change_json(const Model& model, const Change& c, const std::optional<std::int64_t>& redrawn) {
  static constexpr const char* k_kinds[] = {"seats", "opening", "rule"};
  Json out{{"kind", k_kinds[static_cast<std::size_t>(c.kind)]},
           {"room", at(model.instance.rooms, c.room).id},
           {"site", at(model.instance.sites, c.site).id},
           {"seated", c.seated},
           {"still_unplaced", c.still_unplaced},
           {"redrawn_unplaced", opt(redrawn)},
           {"text", both([&](Tongue tongue) { return say(model, c, tongue); })}};
  out.update(when(model, c.time));
  if (c.kind == Change::Kind::Seats) out["seats"] = c.seats;
  if (c.kind == Change::Kind::Rule) out["rule"] = "R" + std::to_string(c.rule);
  return out;
}

Json blocked_json(const Model& model, const Blocked& b) {
  Json who = Json::array();
  for (const Blocker& one : b.blockers)
    who.push_back({{"batch", at(model.instance.batches, one.batch).id}, {"candidates", one.candidates}, {"rule", "R" + std::to_string(one.rule)}});
  Json out{{"room", at(model.instance.rooms, b.room).id}, {"seated", b.seated}, {"blockers", std::move(who)}, {"text", both([&](Tongue tongue) { return say(model, b, tongue); })}};
  out.update(when(model, b.time));
  return out;
}

std::string kilometres(std::int64_t metres) { return fmt::format("{}.{}", metres / 1000, metres % 1000 / 100); }

/// A mean in tenths of `sum` over `count`.
std::string mean(std::int64_t sum, std::int64_t count) {
  const std::int64_t tenths = count == 0 ? 0 : sum * 10 / count;
  return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

} // namespace

std::string write_unplaced(const Model& model, const std::vector<UnplacedStudy>& all) {
  Json out = Json::array();
  for (const UnplacedStudy& one : all) {
    Json changes = Json::array(), blocked = Json::array();
    for (std::size_t i = 0; i < one.changes.size(); ++i) changes.push_back(change_json(model, one.changes[i], i < one.redrawn.size() ? one.redrawn[i] : std::nullopt));
    for (const Blocked& place : one.blocked) blocked.push_back(blocked_json(model, place));
    out.push_back({{"batch", at(model.instance.batches, one.batch).id},
                   {"unplaced", one.unplaced},
                   {"shortage", one.deficit ? deficit_json(model, *one.deficit) : Json(nullptr)},
                   {"changes", std::move(changes)},
                   {"blocked", std::move(blocked)}});
  }
  return Json{{"unplaced", std::move(out)}}.dump();
}

std::string write_institution(const Model& model, int institution, const InstitutionStudy& study) {
  const Instance& in = model.instance;
  Json batches = Json::array(), chain = Json::array(), visits = Json::array();
  for (const BatchOutcome& b : study.batches)
    batches.push_back({{"batch", at(in.batches, b.batch).id}, {"candidates", at(in.batches, b.batch).candidates}, {"placed", b.placed}, {"best_place", b.best_place}, {"worst_place", b.worst_place}, {"farthest_m", b.farthest_m}, {"weeks_waited", b.weeks_waited}, {"sessions", b.sessions}, {"envied", b.envied}});
  for (const VisitStep& step : study.chain) {
    Json one{{"sites", ids(in.sites, step.sites)}, {"history", step.time < 0}};
    if (step.time >= 0) one.update(when(model, step.time));
    chain.push_back(std::move(one));
  }
  for (const VisitCount& v : study.visits)
    visits.push_back({{"site", at(in.sites, v.site).id}, {"subject", at(in.subjects, v.subject).id}, {"held", v.held}, {"planned", v.planned}, {"limit", v.limit}});
  return Json{{"institution", at(in.institutions, institution).id},
              {"batches", std::move(batches)},
              {"candidates", study.candidates},
              {"placed", study.placed},
              {"at_first", study.at_first},
              {"within_offer", study.within_offer},
              {"candidate_metres", study.candidate_metres},
              {"candidate_weeks", study.candidate_weeks},
              {"chain", std::move(chain)},
              {"visits", std::move(visits)}}
      .dump();
}

std::string write_site(const Model& model, int site, const SiteStudy& study) {
  Json subjects = Json::array(), institutions = Json::array();
  for (const SubjectAtSite& s : study.subjects)
    subjects.push_back({{"subject", at(model.instance.subjects, s.subject).id}, {"seats", s.seats}, {"sessions", s.sessions}, {"past_sessions", s.past_sessions}, {"candidates", s.candidates}, {"eligible", s.eligible}, {"in_offer", s.in_offer}, {"first", s.first}, {"first_here", s.first_here}, {"average_sessions_x10", s.average_sessions_x10}});
  for (const auto& [institution, candidates] : study.institutions) institutions.push_back({{"institution", at(model.instance.institutions, institution).id}, {"candidates", candidates}});
  return Json{{"site", at(model.instance.sites, site).id},
              {"openings", study.openings},
              {"used", study.used},
              {"seats_used", study.seats_used},
              {"seats_of_used", study.seats_of_used},
              {"vacant", study.vacant},
              {"subjects", std::move(subjects)},
              {"institutions", std::move(institutions)}}
      .dump();
}

std::string tell_unplaced(const Console& console, const Model& model, const std::vector<UnplacedStudy>& all) {
  const Tongue tongue = console.chinese() ? Tongue::Chinese : Tongue::English;
  std::string out;
  if (all.empty()) return std::string(console.say("全部考生已安排\n", "everybody has a seat\n"));
  for (const UnplacedStudy& one : all) {
    out += fmt::format(fmt::runtime(console.say("批次 {}：{} 人未安排\n", "batch {}: {} without a seat\n")), at(model.instance.batches, one.batch).id, one.unplaced);
    if (one.deficit)
      out += "  " + say(model.instance, *one.deficit, tongue) + "\n";
    else
      out += std::string(console.say("  座位总数并不缺，由次序、规则和整个计划所致。\n", "  Seats as such are not short; order, rules and the plan as a whole left it out.\n"));
    for (std::size_t i = 0; i < one.changes.size(); ++i) {
      out += "  - " + say(model, one.changes[i], tongue);
      if (i < one.redrawn.size() && one.redrawn[i]) out += fmt::format(fmt::runtime(console.say(" 重新排考后全月未安排 {} 人。", " Drawn anew, {} of the month go without.")), *one.redrawn[i]);
      out += "\n";
    }
    for (const Blocked& place : one.blocked) out += "  * " + say(model, place, tongue) + "\n";
  }
  return out;
}

std::string tell_institution(const Console& console, const Model& model, int institution, const InstitutionStudy& study) {
  const Instance& in = model.instance;
  std::string out = fmt::format(fmt::runtime(console.say("培训机构 {}：{} 批 {} 人，已安排 {} 人；在首选考试点 {} 人，候选之内 {} 人；平均距离 {} 公里，平均等待 {} 周\n",
                                                         "institution {}: {} batches, {} candidates, {} placed; {} at their first site, {} within the offer; mean distance {} km, mean wait {} weeks\n")),
                                at(in.institutions, institution).id, study.batches.size(), study.candidates, study.placed, study.at_first, study.within_offer,
                                kilometres(study.placed == 0 ? 0 : study.candidate_metres / study.placed), mean(study.candidate_weeks, study.placed));
  for (const BatchOutcome& b : study.batches)
    out += fmt::format(fmt::runtime(console.say("  {} {}：{}/{} 人，抽签顺序第 {} 位，{} 场，最远 {} 公里，等待 {} 周，合理不满 {}\n",
                                                "  {} {}: {} of {}, place {} of its order, {} sessions, farthest {} km, waited {} weeks, envy {}\n")),
                       at(in.batches, b.batch).id, at(in.subjects, at(in.batches, b.batch).subject).id, b.placed, at(in.batches, b.batch).candidates, b.best_place + 1, b.sessions, kilometres(b.farthest_m), b.weeks_waited, b.envied);
  out += std::string(console.say("前往次序（R6）：\n", "visits in order (R6):\n"));
  for (const VisitStep& step : study.chain) {
    out += "  " + (step.time < 0 ? std::string(console.say("此前最近一次", "the latest before")) : say_time(model, step.time, console.chinese() ? Tongue::Chinese : Tongue::English)) + " ";
    for (int site : step.sites) out += " " + at(in.sites, site).id;
    out += "\n";
  }
  for (const VisitCount& v : study.visits)
    out += fmt::format(fmt::runtime(console.say("  R7 {} {}：本年已有 {} 次，本月 {} 次，上限 {}\n", "  R7 {} {}: {} this year before, {} this month, limit {}\n")), at(in.sites, v.site).id, at(in.subjects, v.subject).id, v.held, v.planned, v.limit);
  return out;
}

std::string tell_site(const Console& console, const Model& model, int site, const SiteStudy& study) {
  const Instance& in = model.instance;
  std::string out = fmt::format(fmt::runtime(console.say("考试点 {}：开放 {} 个时段，使用 {} 个；{} 人坐在 {} 个座位的考场，超出允许的空座 {}\n",
                                                         "site {}: {} openings, {} in use; {} people in rooms of {} seats, {} vacant beyond the share allowed\n")),
                                at(in.sites, site).id, study.openings, study.used, study.seats_used, study.seats_of_used, study.vacant);
  for (const SubjectAtSite& s : study.subjects)
    out += fmt::format(fmt::runtime(console.say("  {}：{} 场 {} 人；可来 {} 批，候选含此处 {} 批，首选此处 {} 批（其中 {} 批在此）；本年此前 {} 场，各点平均 {}.{} 场\n",
                                                "  {}: {} sessions, {} people; {} batches may come, {} have it in their offer, {} first ({} of them here); {} sessions before this year, mean of the sites {}.{}\n")),
                       at(in.subjects, s.subject).id, s.sessions, s.candidates, s.eligible, s.in_offer, s.first, s.first_here, s.past_sessions, s.average_sessions_x10 / 10, s.average_sessions_x10 % 10);
  for (const auto& [institution, candidates] : study.institutions)
    out += fmt::format(fmt::runtime(console.say("  {}：{} 人\n", "  {}: {} people\n")), at(in.institutions, institution).id, candidates);
  return out;
}

} // namespace ankao::draw
