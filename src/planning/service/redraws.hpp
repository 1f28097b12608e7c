// SPDX-License-Identifier: Apache-2.0
// A published plan that lost something is repaired by a redraw (G-62, decision 0022): a new version of the month whose instance is the one
// after the loss, whose seed arises by a short ceremony, and in which only those who were hit move. From the freeze on it goes the way of
// every version: value, second person, draw, submission, publication.
#pragma once

#include <optional>
#include <string>

#include "draw/words/lost.hpp"
#include "draw/words/plan.hpp"
#include "planning/service/after.hpp"
#include "planning/words/ceremony.hpp"

namespace ankao::planning {

struct RedrawWish {
  Month month;
  std::string source; ///< where the public value will come from
  CeremonyWish ceremony;
  std::string reason;
};
/// Problems planning.not_published, version_under_way, redraw_nothing, next_month_fixed and those of the ceremony.
Result<PlanVersion> start_redraw(const World& world, const Act& act, const RedrawWish& wish);

bool is_redraw(const PlanVersion& plan);

/// What a redraw starts from; nothing for a version that is drawn as a whole.
struct RedrawGround {
  draw::Lost lost;
  draw::Plan before;
};
std::optional<RedrawGround> redraw_ground(db::Transaction& transaction, const PlanVersion& plan);

/// Who moves from where to where, as rows and as redraw.json.
void store_moves(db::Transaction& transaction, const PlanVersion& plan, const draw::Instance& after, const draw::Plan& now);

/// In the transaction of a publication that replaces `former`: answers go over, repaired objections are closed, everybody who moved and
/// every site with another plan is told, the province is to be told again.
void follow_up(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& former, const PlanVersion& now);

} // namespace ankao::planning
