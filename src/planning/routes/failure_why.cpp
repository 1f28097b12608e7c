// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/ledger.hpp"
#include "planning/files/after_law.hpp"
#include "planning/routes/after_views.hpp"

namespace ankao::planning {
namespace {

std::int64_t latest_event(db::Transaction& transaction, const std::string& subject) {
  const auto steps = ledger::time_line(transaction, subject);
  return steps.empty() ? 0 : steps.back().number;
}

law::WhySaid decision_of(const Failure& f) {
  switch (f.state) {
  case FailureState::Reported:
    return {"待市考试机构核实，核实后计入年度累计", "to be verified by the exam organisation; once verified it counts"};
  case FailureState::Verified:
    return {"已核实，计入年度累计", "verified: it counts in the year"};
  case FailureState::Waived:
    return {"经说明理由免记，不计入年度累计", "waived with a reason: it does not count"};
  case FailureState::Withdrawn:
    return {"考试点仍提供考场，已撤回", "the site provides the room after all: taken back"};
  }
  return {};
}

law::WhySaid decision_of(const Ending& e) {
  switch (e.state) {
  case EndingState::Proposed:
  case EndingState::Prepared:
    return {"年度累计达到次数，提请终止考场服务协议", "the number of the year is reached: the end of the service agreement is proposed"};
  case EndingState::Ended:
    return {"考场服务协议已终止", "the service agreement was ended"};
  case EndingState::Dropped:
    return {"经决定不终止协议", "it was decided that the agreement stays"};
  }
  return {};
}

law::WhyRule rule_of_failures(const std::vector<std::string>& clauses) { return {"room_failures", {"未按安排提供考场", "Rooms not provided"}, "2023-11-04", law::quoted(clauses)}; }

} // namespace

law::Why failure_why(db::Transaction& transaction, const Failure& f) {
  law::Why why;
  why.decision = decision_of(f);
  why.rules.push_back(rule_of_failures({"S-5.1b", "S-5.1c", "G-39", "G-40"}));
  why.facts.push_back(law::fact({"考试点", "Exam site"}, f.site_name, law::WhyKind::Text, "/sites/" + f.site));
  why.facts.push_back(law::fact({"首场日期", "Day of the first session"}, to_string(f.day), law::WhyKind::Day));
  why.facts.push_back(law::fact({"所涉场次", "Sessions"}, std::to_string(f.sessions.size())));
  why.facts.push_back(law::fact({"情况说明", "Explanation"}, f.explanation));
  const auto counted = verified_failures(transaction, f.site, f.day.year());
  why.facts.push_back(law::fact({"本年度已核实次数", "Verified this year"}, std::to_string(counted.size()) + " / " + shipped_after_law().text("failures_per_year", f.day)));
  if (f.state == FailureState::Reported) why.changes.push_back({"有正当理由的，可说明理由免记（G-39）", "With good reason an officer may waive it (G-39)"});
  why.event = latest_event(transaction, "failure:" + f.id);
  return why;
}

law::Why ending_why(db::Transaction& transaction, const Ending& e) {
  law::Why why;
  why.decision = decision_of(e);
  why.rules.push_back(rule_of_failures({"S-5.1c", "G-38", "G-39", "G-40"}));
  why.facts.push_back(law::fact({"考试点", "Exam site"}, e.site_name, law::WhyKind::Text, "/sites/" + e.site));
  why.facts.push_back(law::fact({"自然年", "Calendar year"}, std::to_string(e.year)));
  for (const auto& id : e.failures)
    if (const auto f = find_failure(transaction, id)) why.facts.push_back(law::fact({f->id, f->id}, to_string(f->day) + "　" + f->explanation));
  if (e.effective) why.facts.push_back(law::fact({"终止之日", "Ends on"}, to_string(*e.effective), law::WhyKind::Day));
  if (!e.reason.empty()) why.facts.push_back(law::fact({"理由", "Reason"}, e.reason));
  why.changes.push_back({"其中任何一次经说明理由免记，即不足次数", "Had one of them been waived with a reason, the number would not be reached"});
  why.changes.push_back({"终止协议不等于禁入；仅在决定写明时适用C-3c（G-38）", "Ending bars nobody; C-3c applies only if the decision says so (G-38)"});
  why.event = latest_event(transaction, "ending:" + e.id);
  return why;
}

} // namespace ankao::planning
