// SPDX-License-Identifier: Apache-2.0
#include "planning/service/filing.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "deadlines/service/terms.hpp"
#include "planning/service/feedback.hpp"
#include "planning/service/losses.hpp"
#include "planning/service/reading.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {
namespace {

constexpr const char* k_file = "filing.json";

std::string data_of(db::Transaction& transaction, const World& world, const PlanVersion& plan) {
  nlohmann::json files = nlohmann::json::array();
  for (const auto& file : files_in(transaction, plan))
    if (file.name != k_file) files.push_back({{"name", file.name}, {"sm3", file.sm3}, {"bytes", file.size}});
  const auto at = published_at(plan);
  return nlohmann::json{{"format", "ankao-plan-filing/1"},
                        {"city", world.city},
                        {"month", to_string(plan.month)},
                        {"version", plan.version},
                        {"published_at", at ? to_string(*at) : ""},
                        {"replaces_because", reason_of(plan)},
                        {"sessions", plan.sessions},
                        {"candidates", plan.placed},
                        {"unplaced", plan.candidates - plan.placed},
                        {"sites", plan.sites},
                        {"institutions", plan.institutions},
                        {"instance_sm3", plan.instance_sm3},
                        {"seed", plan.seed},
                        {"plan_sm3", plan.plan_sm3},
                        {"engine", plan.engine},
                        {"demo", plan.demo},
                        {"files", std::move(files)}}
      .dump();
}

std::string digest_of(const Filing& f) {
  return to_hex(sm3(nlohmann::json{{"month", to_string(f.month)}, {"version", f.version}, {"document", f.document}, {"data_sm3", f.data_sm3}, {"filed_on", f.filed_on ? to_string(*f.filed_on) : ""}, {"reference", f.reference}}.dump()));
}

std::string subject_of(Month month) { return "plan:" + to_string(month); }

/// The monthly term runs in the month before the one that is planned; a later version has a term of its own.
void tell_filed(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& plan) {
  const Month term = plan.month.previous();
  const deadlines::Owner city{"city", "", world.city, ""};
  deadlines::happened(transaction, {{act.actor, act.at, "plan.file", "month:" + to_string(term), to_string(term), city, term.first()},
                                    {act.actor, act.at, "plan.file_again", subject_of(plan.month) + "/" + std::to_string(plan.version), to_string(plan.month), city, act.today()}});
}

} // namespace

Result<Filing> make_filing(const World& world, const Act& act, Month month, const std::string& document) {
  if (document.size() > 32 || std::any_of(document.begin(), document.end(), [](char c) { return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-'); }))
    return problem("planning.filing_document", {{"value", document.substr(0, 32)}}, "document");
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Filing> {
    const auto plan = in_force(transaction, month);
    if (!plan.ok()) return plan.problem();
    const auto before = find_filing(transaction, key_of(*plan));
    if (before && before->filed_on) return problem("planning.filing_done", {{"month", to_string(month)}});
    const std::string data = data_of(transaction, world, *plan);
    put_file(transaction, month, plan->version, k_file, data);
    Filing f{month, plan->version, document, to_hex(sm3(data)), act.at, act.actor.name, act.actor.role, std::nullopt, "", std::nullopt, ""};
    put_filing(transaction, f);
    log(transaction, act, "filing.make", subject_of(month), before ? digest_of(*before) : "", digest_of(f), "S-2.3", document);
    return f;
  });
}

Result<Filing> note_filed(const World& world, const Act& act, Month month, Date filed_on, const std::string& reference) {
  if (const auto fine = check_said(reference, "reference", 200); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Filing> {
    const auto plan = in_force(transaction, month);
    if (!plan.ok()) return plan.problem();
    const auto before = find_filing(transaction, key_of(*plan));
    if (!before) return problem("planning.filing_missing", {{"month", to_string(month)}});
    if (before->filed_on) return problem("planning.filing_done", {{"month", to_string(month)}});
    const auto published = published_at(*plan);
    const Date first = published ? date_of(*published) : act.today();
    if (filed_on < first || filed_on > act.today()) return problem("planning.filing_day", {{"value", to_string(filed_on)}, {"from", to_string(first)}, {"to", to_string(act.today())}}, "filed_on");
    Filing f = *before;
    f.filed_on = filed_on;
    f.reference = reference;
    f.noted_at = act.at;
    f.noted_name = act.actor.name;
    put_filing(transaction, f);
    log(transaction, act, "filing.record", subject_of(month), digest_of(*before), digest_of(f), "S-2.3", reference);
    tell_filed(transaction, world, act, *plan);
    return f;
  });
}

Result<Confirmation> confirm_plan(const World& world, const Act& act, Month month, const std::string& note) {
  if (!note.empty())
    if (const auto fine = check_said(note, "note", 500); !fine.ok()) return fine.problem();
  auto confirmed = decide(world.database, [&](db::Transaction& transaction) -> Result<Confirmation> {
    const auto plan = in_force(transaction, month);
    if (!plan.ok()) return plan.problem();
    if (find_confirmation(transaction, key_of(*plan))) return problem("planning.confirmed_already", {{"month", to_string(month)}});
    if (const auto way = nothing_under_way(transaction, month); !way.ok()) return way.problem();
    if (const auto lost = losses_of(transaction, world, *plan, act.today()); !lost.empty()) return problem("planning.losses_open", {{"count", std::to_string(lost.size())}});
    const auto sum = sum_of(transaction, world, *plan, act.today());
    if (sum.confirmed != sum.sites) return problem("planning.confirm_open", {{"count", std::to_string(sum.sites - sum.confirmed)}});
    const Confirmation c{month, plan->version, act.at, act.actor.name, act.actor.role, note};
    put_confirmation(transaction, c);
    add_step(transaction, month, plan->version, {"plan.confirm", act.at, act.actor.role, act.actor.name, note});
    log(transaction, act, "plan.confirm", subject_of(month), "", to_hex(sm3(plan->plan_sm3 + "\n" + to_string(act.at))), "S-5.1b", note);
    world.tell(transaction,
               {"institution", "city", "", "plan.confirm", {to_string(month) + "考试计划已确认，可打印准考通知", "the plan of " + to_string(month) + " is confirmed: admission notices can be printed"},
                {"考试点均已确认提供考场", "every site has confirmed its rooms"}, "/work/admission", "confirm:" + to_string(month) + "/" + std::to_string(plan->version)},
               act.at);
    return c;
  });
  if (confirmed.ok()) world.changed();
  return confirmed;
}

} // namespace ankao::planning
