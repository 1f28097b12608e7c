// SPDX-License-Identifier: Apache-2.0
#include "planning/service/told.hpp"

#include "deadlines/service/terms.hpp"

namespace ankao::planning {

namespace {

const deadlines::Owner k_city{"city", "", "", ""};
std::string retake_subject(const std::string& booking) { return "retake:" + booking; }

/// S-3.5: the two months run from the regular examination.
void tell_retake(db::Transaction& transaction, const Act& act, const Booking& booking) {
  if (!booking.regular_exam) return;
  deadlines::happened(transaction, {{act.actor, act.at, "retake.book", retake_subject(booking.id), booking.id + " " + booking.institution_name, k_city, *booking.regular_exam}});
}

/// Retakes that stand in the plan to the last candidate.
void add_placed_retakes(db::Transaction& transaction, const Act& act, const PlanVersion& plan, std::vector<deadlines::Happening>& all) {
  const auto rows = transaction.query("SELECT id, institution_name FROM planning_batch WHERE month = $1 AND version = $2 AND kind = 'retake' AND state = 'placed' ORDER BY id", {to_string(plan.month), std::int64_t{plan.version}});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string id = rows.text(i, "id");
    all.push_back({act.actor, act.at, "retake.place", retake_subject(id), id + " " + rows.text(i, "institution_name"), k_city, act.today()});
  }
}

} // namespace

void tell_booked(db::Transaction& transaction, const Act& act, const Booking& booking, const std::string& district) {
  if (booking.kind == BookingKind::Retake) return tell_retake(transaction, act, booking);
  const deadlines::Owner owner{"institution", booking.institution, booking.institution_name, district};
  const std::string subject = "class:" + booking.institution + "/" + booking.class_id;
  deadlines::happened(transaction, {{act.actor, act.at, "class.open", subject, booking.class_id, owner, booking.class_opened},
                                    {act.actor, act.at, "booking.create", subject, booking.class_id, owner, act.today()}});
}

void tell_withdrawn(db::Transaction& transaction, const Act& act, const Booking& booking) {
  if (booking.kind == BookingKind::Retake) deadlines::drop_term(transaction, act.actor, act.at, "retake", retake_subject(booking.id), booking.reason);
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
  add_placed_retakes(transaction, act, plan, all);
  deadlines::happened(transaction, all);
}

} // namespace ankao::planning
