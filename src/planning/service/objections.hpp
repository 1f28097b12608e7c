// SPDX-License-Identifier: Apache-2.0
// Objections to a published plan, by institutions and by trainees without an account: within the term, with a receipt by which the answer
// is found. What is upheld needs a second person and is repaired by the next redraw.
#pragma once

#include <string>
#include <utility>

#include "planning/service/after.hpp"
#include "planning/store/objections.hpp"

namespace ankao::planning {

struct ObjectionWish {
  Month month;
  std::string batch; ///< of the plan: the batch's number, or the class as the institution calls it
  std::string institution; ///< needed with a class; an institution's own account need not give it
  std::string session; ///< of the batch; empty: the batch as a whole
  std::string text;
};
/// Returns the objection and the receipt, which is shown once. Problems planning.not_published, code_unknown, objection_over,
/// objection_personal (no numbers of persons), not_own_batch.
Result<std::pair<Objection, std::string>> file_objection(const World& world, const Act& act, const ObjectionWish& wish);

/// planning.receipt_unknown.
Result<Objection> objection_with(const World& world, const std::string& receipt);

struct AnswerOfObjection {
  std::string id;
  bool uphold = false;
  std::string answer;
  std::optional<Date> not_before; ///< of an upheld one: the batch sits no earlier
};
/// Rejected at once, or proposed to be upheld: planning.objection_unknown, objection_state, objection_remedy.
Result<Objection> answer_objection(const World& world, const Act& act, const AnswerOfObjection& answer);
/// A second person upholds it, or sends it back: planning.objection_same_person.
Result<Objection> confirm_objection(const World& world, const Act& act, const std::string& id, bool uphold);

} // namespace ankao::planning
