// SPDX-License-Identifier: Apache-2.0
// From the draft to the signed letter and its receipt (M-4.1.8): two people of the office, then the city.
#include <algorithm>

#include "base/sm3.hpp"
#include "inspection/service/party.hpp"
#include "registry/service/city.hpp"
#include "reporting/files/summary_facts.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/service/summary_step.hpp"
#include "reporting/store/summaries.hpp"

namespace ankao::reporting {
namespace {

constexpr std::size_t k_longest_number = 90;

Result<void> seen(const Summary& summary, const StepForm& form) {
  if (summary.revision != form.revision) return problem("reporting.summary_stale", {{"value", ""}}, "revision");
  return {};
}

Signature of(const Act& act) { return {act.actor.account, act.actor.name, act.at}; }

/// Whoever stands in for the drafter is no second person either.
bool same_person(const Act& act, const Summary& summary) { return summary.proposed && (summary.proposed->account == act.actor.account || summary.proposed->account == act.actor.behalf); }

/// M-4.1.9, M-3.4c: the refusal names every chapter that is still empty.
Result<void> complete(const Summary& summary, const std::string& id) {
  Problem refused = problem("reporting.summary_incomplete", {{"value", id}}, "chapters");
  for (const ChapterLaw* one : missing_chapters(shipped_summary_law(), summary)) refused.parts.push_back(problem("reporting.summary_chapter_empty", {{"value", one->words.zh + " / " + one->words.en}, {"clause", one->clause}}, one->id));
  if (refused.parts.empty()) return {};
  refused.details.push_back({"count", std::to_string(refused.parts.size())});
  return refused;
}

/// A district's letter ends its term, by the campaign and by the date of 2023; a letter that is given back lets it run again.
void tell_term(const SummaryStep& step, const Viewer& viewer, bool done) {
  const std::string who = "district:" + step.mine.district, name = registry::City::shipped().name_of(step.mine.district);
  const inspection::Party party{step.act.actor, {viewer.kind, viewer.id}, step.act.at};
  if (done) inspection::task_done(step.transaction, party, step.whole.campaign, inspection::Task::Summary, who, name);
  else inspection::task_again(step.transaction, party, step.whole.campaign, inspection::Task::Summary, "summary.return", who, name);
}

/// The signed text is fixed: its digest is what the ledger has.
void seal(SummaryStep& step, const char* action) {
  Summary& mine = step.mine;
  ++mine.edition;
  mine.signed_by = of(step.act);
  mine.received.reset();
  Edition edition{mine.edition, mine.number, "", "", mine.proposed->name, step.act.actor.name, step.act.at, 0};
  edition.content = write_edition(mine, edition.drafter, edition.signer, step.act.at);
  edition.sm3 = to_hex(sm3(edition.content));
  edition.event = step.keep(action, shipped_summary_law().clause, mine.number, edition.sm3);
  store::put_edition(step.transaction, mine, edition);
}

} // namespace

Result<void> propose(db::Database& database, const Act& act, const Viewer& viewer, const StepForm& form) {
  return step(database, act, viewer, form.id, [&](SummaryStep& step) -> Result<void> {
    if (!of_office(viewer, step.mine)) return summary_unknown(form.id);
    if (!open_to_pen(step.mine.state)) return wrong_state(form.id);
    if (auto fine = seen(step.mine, form); !fine.ok()) return fine;
    if (form.number.size() > k_longest_number) return problem("reporting.text_missing", {{"limit", std::to_string(k_longest_number)}}, "number");
    if (auto fine = complete(step.mine, form.id); !fine.ok()) return fine;
    const auto missing = std::count_if(step.whole.districts.begin(), step.whole.districts.end(), [](const DistrictLine& one) { return one.state != name_of(SummaryState::Received); });
    if (auto fine = check_said("reason", form.reason, false); !fine.ok()) return fine;
    if (missing > 0 && form.reason.find_first_not_of(" \t\r\n") == std::string::npos) return problem("reporting.summary_districts", {{"count", std::to_string(missing)}}, "reason");
    step.mine.state = SummaryState::Proposed;
    step.mine.proposed = of(act);
    step.mine.number = form.number;
    step.mine.reason = form.reason;
    step.keep("summary.propose", shipped_summary_law().clause, form.reason);
    return {};
  });
}

Result<void> sign(db::Database& database, const Act& act, const Viewer& viewer, const StepForm& form, bool accept) {
  return step(database, act, viewer, form.id, [&](SummaryStep& step) -> Result<void> {
    if (!of_office(viewer, step.mine)) return summary_unknown(form.id);
    if (step.mine.state != SummaryState::Proposed) return wrong_state(form.id);
    if (auto fine = seen(step.mine, form); !fine.ok()) return fine;
    if (same_person(act, step.mine)) return problem("reporting.summary_same_person", {{"value", act.actor.name}}, "id");
    if (auto fine = check_said("reason", form.reason, !accept); !fine.ok()) return fine;
    if (!accept) {
      step.mine.state = SummaryState::Draft;
      step.mine.reason = form.reason;
      step.keep("summary.refuse", shipped_summary_law().clause, form.reason);
      return {};
    }
    step.mine.state = step.mine.is_city() ? SummaryState::Signed : SummaryState::Filed;
    seal(step, step.mine.is_city() ? "summary.seal" : "summary.file");
    if (!step.mine.is_city()) tell_term(step, viewer, true);
    return {};
  });
}

Result<void> receive(db::Database& database, const Act& act, const Viewer& viewer, const StepForm& form, bool accept) {
  return step(database, act, viewer, form.id, [&](SummaryStep& step) -> Result<void> {
    if (viewer.kind != "city" || step.mine.is_city()) return summary_unknown(form.id);
    if (step.mine.state != SummaryState::Filed) return wrong_state(form.id);
    if (auto fine = seen(step.mine, form); !fine.ok()) return fine;
    if (auto fine = check_said("reason", form.reason, !accept); !fine.ok()) return fine;
    step.mine.state = accept ? SummaryState::Received : SummaryState::Returned;
    step.mine.reason = form.reason;
    if (accept) step.mine.received = of(act);
    step.keep(accept ? "summary.receive" : "summary.return", shipped_summary_law().clause, form.reason);
    if (!accept) tell_term(step, viewer, false);
    return {};
  });
}

Result<void> revise(db::Database& database, const Act& act, const Viewer& viewer, const StepForm& form) {
  return step(database, act, viewer, form.id, [&](SummaryStep& step) -> Result<void> {
    if (!of_office(viewer, step.mine)) return summary_unknown(form.id);
    if (step.mine.state != SummaryState::Received && step.mine.state != SummaryState::Signed) return wrong_state(form.id);
    if (auto fine = seen(step.mine, form); !fine.ok()) return fine;
    if (auto fine = check_said("reason", form.reason, true); !fine.ok()) return fine;
    step.mine.state = SummaryState::Draft;
    step.mine.reason = form.reason;
    step.keep("summary.revise", shipped_summary_law().clause, form.reason);
    return {};
  });
}

} // namespace ankao::reporting
