// SPDX-License-Identifier: Apache-2.0
// A visit from its plan to the signature.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "inspection/service/news.hpp"
#include "inspection/words/campaign.hpp"
#include "inspection/words/defect.hpp"
#include "inspection/words/visit.hpp"
#include "ledger/words/event.hpp"

namespace ankao::inspection {

struct VisitForm {
  std::string campaign, phase, target;
  Date planned;
  std::vector<Member> team;
};
/// Under the checklist that holds on the planned day. Problems inspection.campaign_unknown, phase_unknown, target_unknown, not_yours, planned_outside,
/// visit_open, target_deregistered, member_name, member_interest.
Result<Visit> plan_visit(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const VisitForm& form);

/// Everything that follows from the answers of a visit.
struct Standing {
  Checklist checklist;
  std::vector<StoredAnswer> answers; ///< that stand; those in conflict stand beside each other
  Score score;                       ///< of the newest of each
  bool conflicts = false;
};
Standing standing(db::Transaction& transaction, const Visit& visit);

struct AnswerForm {
  std::string visit;
  std::string client; ///< chosen by the device
  std::int64_t seen = 0;
  Answer answer;
  bool settles = false; ///< decides between answers that differ
  Stamp stamp = {};
};
/// The same client id counts once. Problems inspection.visit_unknown, visit_signed, client_invalid, client_taken, and those of check().
Result<StoredAnswer> answer_item(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const AnswerForm& form);

struct SignForm {
  std::string visit;
  std::string conclusion; ///< "met", "not_met": where the form has no points (G-66)
  std::string opinion;    ///< problems and corrective opinion
};
/// Nothing may be open or in conflict; every failed item becomes a defect. inspection.items_open, answers_conflict, conclusion_missing,
/// question_missing, signatures_missing.
Result<Visit> sign_visit(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const SignForm& form, const Tell& tell = {});

/// A visit that may be worked on; strangers learn nothing of it. inspection.visit_unknown, not_yours, visit_signed.
Result<Visit> open_visit(db::Transaction& transaction, const Viewer& viewer, const std::string& id);
/// Ids that devices choose: 8 to 64 letters, digits, hyphens.
bool fits_client(const std::string& client);

} // namespace ankao::inspection
