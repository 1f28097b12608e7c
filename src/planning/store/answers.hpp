// SPDX-License-Identifier: Apache-2.0
// The sites' answers to a version of a plan, its filing and its confirmation.
#pragma once

#include <optional>
#include <vector>

#include "db/db.hpp"
#include "planning/store/rows.hpp"
#include "planning/words/after.hpp"

namespace ankao::planning {

/// Takes the place of an earlier answer to the same session.
void put_answer(db::Transaction& transaction, const SessionAnswer& answer);
/// By session; all of a version, or of one site.
std::vector<SessionAnswer> answers(db::Transaction& transaction, PlanKey key, const std::string& site = "");

/// What the sites said, added up in the database; `state` is left to whoever knows the term.
struct FeedbackFilter {
  std::string q, district, answer; ///< answer: "refused", "confirmed" (every session), "open" (some without answer)
  std::string order = "site";      ///< SQL
  std::int64_t limit = 50, offset = 0;
};
struct FeedbackList {
  std::int64_t total = 0;
  std::vector<SiteFeedback> items;
};
FeedbackList list_feedback(db::Transaction& transaction, PlanKey key, const FeedbackFilter& filter);

void put_filing(db::Transaction& transaction, const Filing& filing);
std::optional<Filing> find_filing(db::Transaction& transaction, PlanKey key);

void put_confirmation(db::Transaction& transaction, const Confirmation& confirmation);
std::optional<Confirmation> find_confirmation(db::Transaction& transaction, PlanKey key);

} // namespace ankao::planning
