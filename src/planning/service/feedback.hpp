// SPDX-License-Identifier: Apache-2.0
// The sites' feedback on a published plan (S-5.1b): within two working days, or late and marked so; silence stays silence.
#pragma once

#include <string>
#include <vector>

#include "planning/service/after.hpp"
#include "planning/store/answers.hpp"

namespace ankao::planning {

struct AnswerWish {
  Month month;
  std::string site;
  std::vector<std::string> sessions; ///< none: all of the site that have no answer yet
  bool refused = false;
  std::string explanation; ///< 情况说明; needed for a refusal, and when the exam organisation enters what a site said
};
/// By the site, its owner, or the exam organisation for it. A refusal is recorded as a failure to be verified. Problems
/// planning.not_published, site_not_in_plan, not_own_site, session_not_of_site, session_past, answer_settled, nothing_to_answer.
Result<SiteFeedback> answer_sessions(const World& world, const Act& act, const AnswerWish& wish);

/// How the site stands, by the term and the law on silence.
SiteState state_of(const SiteFeedback& feedback, bool term_over, Date today);
/// The filtered sites with their states.
FeedbackList feedback_of(db::Transaction& transaction, const World& world, const PlanVersion& plan, const FeedbackFilter& filter, Date today);

struct FeedbackSum {
  std::int64_t sites = 0, confirmed = 0, refused = 0, silent = 0, waiting = 0;
};
FeedbackSum sum_of(db::Transaction& transaction, const World& world, const PlanVersion& plan, Date today);

/// Whom the actor may answer for: problem planning.not_own_site.
Result<void> require_own_site(db::Transaction& transaction, const Act& act, const std::string& site);

/// A new version is published: confirmations of sessions that did not change go over, sites that answered wholly are done; the terms of
/// the version before it end.
void carry_answers(db::Transaction& transaction, const Act& act, const PlanVersion& former, const PlanVersion& now);

} // namespace ankao::planning
