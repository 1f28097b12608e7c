// SPDX-License-Identifier: Apache-2.0
// What a published plan has lost since: refused rooms, rooms not provided on the day, suspensions and endings in the register, objections
// that were upheld. Computed whenever somebody looks, so that a suspension recorded anywhere shows at once.
#pragma once

#include <string>
#include <vector>

#include "draw/words/lost.hpp"
#include "planning/service/after.hpp"

namespace ankao::planning {

enum class LossKind { Refused, NoShow, SiteSuspended, SiteGone, InstitutionSuspended, Objection };
std::string_view name_of(LossKind kind); ///< "refused", "no_show", "site_suspended", "site_gone", "institution_suspended", "objection"

struct Loss {
  LossKind kind = LossKind::Refused;
  std::string id;   ///< site, institution or batch
  std::string name; ///< of it
  std::string clause, reason;
  std::vector<std::string> sessions; ///< hit, by id
  int candidates = 0;
  Date from, to; ///< suspensions and endings; an objection's remedy in `from`
};

/// By kind, then id. Sessions that are over count only when nobody could sit.
std::vector<Loss> losses_of(db::Transaction& transaction, const World& world, const PlanVersion& plan, Date today);

/// As the redraw takes them.
draw::Lost lost_of(const std::vector<Loss>& losses, const draw::Instance& instance, Date not_before);

/// Every few minutes: the exam organisation is told of each loss of a month that is not over, once.
void watch_losses(const World& world, Instant now);

/// No newer version is on the desk: planning.version_under_way.
Result<void> nothing_under_way(db::Transaction& transaction, Month month);

} // namespace ankao::planning
