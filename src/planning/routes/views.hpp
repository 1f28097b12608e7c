// SPDX-License-Identifier: Apache-2.0
// From the stored plan to what the API answers.
#pragma once

#include <map>
#include <string>

#include "planning/routes/api.hpp"
#include "planning/routes/booking_api.hpp"
#include "planning/routes/desk_api.hpp"
#include "planning/service/assembly.hpp"
#include "planning/service/bookings.hpp"
#include "planning/service/drawn.hpp"
#include "planning/service/world.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/rows.hpp"
#include "problems/catalogue.hpp"

namespace ankao::planning {

using problems::Language;

/// Which versions a read may reach: the public only what is or was in force, the desk the newest too.
enum class Reach { Public, Desk };

/// The version asked for within reach; planning.plan_unknown.
Result<PlanVersion> version_for(db::Transaction& transaction, Month month, std::optional<int> version, Reach reach);

dto::Levels view(const draw::Levels& levels);
dto::Counts counts(const PlanVersion& plan);
dto::PolicyView view(const draw::Policy& policy);
/// With how the number of sites of the offer was, or will be, found.
dto::PolicyView policy_view(db::Transaction& transaction, const World& world, const PlanVersion& plan);
dto::Deadline deadline(const World& world, const PlanVersion& plan, std::optional<Date> today);
std::vector<dto::StepItem> steps(const PlanVersion& plan, Reach reach);
std::vector<dto::VersionItem> version_items(db::Transaction& transaction, Month month, Reach reach);
std::vector<dto::WaiverItem> waiver_items(const World& world, const std::vector<Waiver>& waivers, const std::vector<Approval>& approvals,
                                          const std::map<std::string, std::string>& institutions, Language language);
dto::CheckResult check_result(db::Transaction& transaction, const PlanVersion& plan, problems::Language language);
std::vector<dto::ExceptionItem> exception_items(db::Transaction& transaction, const World& world, const PlanVersion& plan,
                                                Language language);

dto::PlanItem plan_item(const World& world, const PlanVersion& plan);
dto::PlanRecord plan_record(db::Transaction& transaction, const World& world, const PlanVersion& plan, Reach reach, Language language);

/// The name of a subject in the caller's language.
std::string subject_name(const World& world, const std::string& subject, Language language);

std::vector<dto::SessionItem> session_items(db::Transaction& transaction, const World& world, PlanKey key,
                                            const std::vector<SessionRow>& rows, Language language);
std::vector<dto::BatchItem> batch_items(db::Transaction& transaction, const World& world, PlanKey key, const std::vector<BatchRow>& rows,
                                        Language language);
dto::BookingItem booking_item(const World& world, const Booking& booking, Language language);

Result<dto::BatchExplanation> explanation(db::Transaction& transaction, const World& world, DrawnPlans& plans, const PlanVersion& plan,
                                          const std::string& batch, Language language);
Result<dto::InstitutionPlan> institution_plan(db::Transaction& transaction, const World& world, const PlanVersion& plan,
                                              const std::string& institution, Language language);
dto::CalendarView calendar_view(db::Transaction& transaction, const World& world, const PlanVersion& plan, const dto::CalendarQuery& query);

dto::DeskView desk_view(db::Transaction& transaction, const World& world, Month month, Date today, Language language);
dto::DeskMonths desk_months(db::Transaction& transaction, const World& world, Date today);

} // namespace ankao::planning
