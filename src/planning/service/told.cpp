// SPDX-License-Identifier: Apache-2.0
#include "planning/service/told.hpp"

#include "deadlines/service/terms.hpp"

namespace ankao::planning {

void tell_booked(db::Transaction& transaction, const Act& act, const Booking& booking, const std::string& district) {
  if (booking.kind != BookingKind::Regular) return;
  const deadlines::Owner owner{"institution", booking.institution, booking.institution_name, district};
  const std::string subject = "class:" + booking.institution + "/" + booking.class_id;
  deadlines::happened(transaction, {{act.actor, act.at, "class.open", subject, booking.class_id, owner, booking.class_opened},
                                    {act.actor, act.at, "booking.create", subject, booking.class_id, owner, act.today()}});
}

void tell_published(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& plan) {
  const std::string month = to_string(plan.month);
  std::vector<deadlines::Happening> all;
  // The term runs in the month before the one that is planned.
  const Month term = plan.month.previous();
  all.push_back({act.actor, act.at, "plan.publish", "month:" + to_string(term), to_string(term), {"city", "", world.city, ""}, term.first()});
  const auto sites = transaction.query("SELECT DISTINCT site, site_name, district FROM planning_session WHERE month = $1 AND version = $2 ORDER BY site",
                                       {month, std::int64_t{plan.version}});
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const deadlines::Owner owner{"site", sites.text(i, "site"), sites.text(i, "site_name"), sites.text(i, "district")};
    all.push_back({act.actor, act.at, "plan.publish", "plan:" + month + "/" + std::to_string(plan.version) + "/site:" + owner.id, month, owner, act.today()});
  }
  deadlines::happened(transaction, all);
}

} // namespace ankao::planning
