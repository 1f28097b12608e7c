// SPDX-License-Identifier: Apache-2.0
#include "draw/explain/explain.hpp"

#include <fmt/format.h>

#include "draw/commands/console.hpp"
#include "draw/commands/reports.hpp"
#include "draw/commands/run.hpp"
#include "draw/commands/study_reports.hpp"
#include "draw/engine/engine.hpp"
#include "draw/study/placed.hpp"
#include "program/command.hpp"

namespace ankao::draw {
namespace {

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : " ") + one;
  return out;
}

class Teller {
public:
  Teller(const Console& console, const Explanation& what)
      : console_(console)
      , what_(what) {}

  std::string text() const {
    std::string out = fmt::format(fmt::runtime(console_.say("批次 {}：培训机构 {}，考试科目 {}，先来先办第 {} 位，共 {} 批\n",
                                                            "batch {}: institution {}, subject {}, number {} of {} in the queue\n")),
                                  what_.batch, what_.institution, what_.subject, what_.queue_place, what_.queue_length);
    if (what_.waived_because) out += waiver();
    for (const PlaceGot& got : what_.places)
      out += fmt::format(fmt::runtime(console_.say("安排：{} {} 考场 {}，{} 人（抽签顺序第 {} 位 {}）\n",
                                                   "placed: {} {} room {}, {} candidates (place {} of its order, {})\n")),
                         got.date, got.slot, got.room, got.candidates, got.order_place + 1, got.site);
    if (what_.unplaced > 0) out += fmt::format(fmt::runtime(console_.say("未安排：{} 人\n", "not placed: {}\n")), what_.unplaced);
    out += console_.say("抽签顺序（由近及远，同档按票号）：\n", "drawn order (near to far, by ticket within a band):\n");
    for (std::size_t i = 0; i < what_.order.size(); ++i) out += rung(i);
    if (what_.order.empty()) out += console_.say("  无可用考试点\n", "  no eligible site\n");
    if (!what_.ineligible.empty()) out += std::string(console_.say("不在顺序中：", "not in the order: ")) + joined(what_.ineligible) + "\n";
    return out;
  }

private:
  std::string waiver() const {
    const std::string& reason = *what_.waived_because;
    const std::string_view text = reason == "exempt" ? console_.say("该科目免于交叉考试 (S-1.2c)", "the subject is exempt (S-1.2c)")
                                  : reason == "own_school"
                                      ? console_.say("在校学生可在本校考试 (S-1.2d)", "students may sit at their own school (S-1.2d)")
                                      : console_.say("无其他机构的考试点 (S-1.2b)", "no other institution's site (S-1.2b)");
    return std::string(console_.say("免于交叉：", "R1 waived: ")) + std::string(text) + "\n";
  }

  /// Reasons are told for the sites before the last one it got, and for all while somebody is left without a seat.
  bool is_before_a_place(std::size_t i) const {
    if (what_.unplaced > 0) return true;
    for (std::size_t j = i + 1; j < what_.order.size(); ++j)
      if (what_.order[j].seated > 0) return true;
    return false;
  }

  std::string rung(std::size_t i) const {
    const Rung& r = what_.order[i];
    std::string out = fmt::format(
        fmt::runtime(console_.say("  {:>2}. {}  第 {} 档  {} 米  票号 {:016x}{}{}\n", "  {:>2}. {}  band {}  {} m  ticket {:016x}{}{}\n")),
        i + 1, r.site, r.band, r.distance_m, r.ticket, r.in_offer ? "" : console_.say("  （候选外）", "  (beyond the offer)"),
        r.seated > 0 ? fmt::format(fmt::runtime(console_.say("  ← {} 人", "  <- {}")), r.seated) : "");
    if (!is_before_a_place(i)) return out;
    for (const std::string& rule : r.rules) out += "      " + rule + " " + console_.rule_title(rule) + "\n";
    out += named(r.earlier_batches, console_.say("先到批次已占座位：", "seats held by batches before it: "));
    out += named(r.later_batches,
                 console_.say("后到批次在此，但该批次受规则限制或不更早：", "batches behind it sit where it may not, or not earlier: "));
    out += named(r.envied, console_.say("后到批次占用了其本可使用的座位：", "batches behind it hold seats it could have had: "));
    if (r.open_to_it > 0)
      out += fmt::format(fmt::runtime(console_.say("      另有 {} 个开放时段未受限制，按整体计划未采用\n",
                                                   "      {} openings stood open to it; the plan as a whole did not use them\n")),
                         r.open_to_it);
    return out;
  }

  static std::string named(const std::vector<std::string>& batches, std::string_view label) {
    return batches.empty() ? std::string() : "      " + std::string(label) + joined(batches) + "\n";
  }

  const Console& console_;
  const Explanation& what_;
};

/// Candidates without seats when the changed month is drawn anew with this much work.
std::int64_t redrawn(const InstanceAndPlan& both, const Seed& seed, const Change& change, int subject, std::int64_t work) {
  EngineOptions options;
  options.work_limit = work;
  std::int64_t missing = 0;
  for (const Unplaced& one : solve(changed(both.instance, change, subject), both.digest, seed, options).unplaced) missing += one.candidates;
  return missing;
}

std::vector<UnplacedStudy> unplaced_studies(const Model& model, const InstanceAndPlan& both, const Seed& seed, const Seating& seating, std::optional<std::int64_t> work) {
  std::vector<UnplacedStudy> all;
  for (const Unplaced& left : both.plan.unplaced) {
    const int batch = index_of(both.instance.batches, left.batch);
    if (batch < 0) continue;
    UnplacedStudy one{batch, left.candidates, deficit_of(model, batch), changes_for(model, seating, seed, batch), {}, blocked_places(model, seating, batch)};
    for (const Change& change : one.changes)
      one.redrawn.push_back(work && change.kind != Change::Kind::Rule ? std::optional(redrawn(both, seed, change, at(both.instance.batches, batch).subject, *work)) : std::nullopt);
    all.push_back(std::move(one));
  }
  return all;
}

/// --unplaced, --institution, --site: what the plan is to all who have no seat, to an institution, to a site.
int study(const Console& console, const Arguments& arguments, const InstanceAndPlan& both) {
  const auto seed = digest_from_hex(both.plan.seed);
  if (!seed) return console.refuse(problem("draw.seed_invalid", {{"found", both.plan.seed}}));
  const Model model(both.instance, *seed);
  const Seating seating = seating_of(model, both.plan);
  const bool json = arguments.has("--json");
  if (const auto id = arguments.option("--institution")) {
    const int institution = index_of(both.instance.institutions, *id);
    if (institution < 0) return console.refuse(problem("draw.institution_unknown", {{"institution", *id}}));
    const auto found = study_institution(model, seating, institution);
    Console::print(json ? write_institution(model, institution, found) + "\n" : tell_institution(console, model, institution, found));
    return k_exit_done;
  }
  if (const auto id = arguments.option("--site")) {
    const int site = index_of(both.instance.sites, *id);
    if (site < 0) return console.refuse(problem("draw.site_unknown", {{"site", *id}}));
    const auto found = study_site(model, seating, site);
    Console::print(json ? write_site(model, site, found) + "\n" : tell_site(console, model, site, found));
    return k_exit_done;
  }
  const auto work = arguments.number("--redraw", 1, 100'000'000'000LL);
  if (!work.ok()) return console.refuse(work.problem());
  const auto all = unplaced_studies(model, both, *seed, seating, *work ? std::optional<std::int64_t>(**work) : std::nullopt);
  Console::print(json ? write_unplaced(model, all) + "\n" : tell_unplaced(console, model, all));
  return k_exit_done;
}

} // namespace

int run_explain(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_explain_usage, 2, 2, {"--json", "--unplaced"}, {"--batch", "--institution", "--site", "--redraw", "--lang"}});
  if (!arguments) return refuse_usage(arguments.problem());
  const Console console(*arguments);
  const auto batch = arguments->option("--batch");
  const int asked = (batch ? 1 : 0) + (arguments->option("--institution") ? 1 : 0) + (arguments->option("--site") ? 1 : 0) + (arguments->has("--unplaced") ? 1 : 0);
  if (asked != 1) return console.refuse(problem("command.usage", {{"reason", "--batch"}, {"usage", k_explain_usage}}));
  const auto both = read_both(console, arguments->positional(), Citation::MustMatch);
  if (!both) return k_exit_bad;
  if (!batch) return study(console, *arguments, *both);
  const auto explanation = explain(both->instance, both->plan, *batch);
  if (!explanation) return console.refuse(explanation.problem());
  Console::print(arguments->has("--json") ? write_explanation(*explanation) + "\n" : Teller(console, *explanation).text());
  return k_exit_done;
}

} // namespace ankao::draw
