// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/booking_why.hpp"

#include "base/ensure.hpp"
#include "deadlines/files/register.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/service/why.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::planning {
namespace {

const deadlines::Deadline& rule() {
  const auto* found = deadlines::shipped_register().find("exam_booking");
  ensure(found != nullptr, "law/deadlines.yaml has no exam_booking");
  return *found;
}

std::int64_t booked_event(db::Transaction& transaction, const std::string& booking) {
  const auto steps = ledger::time_line(transaction, "booking:" + booking);
  return steps.empty() ? 0 : steps.front().number;
}

law::WhySaid decision_of(const Booking& booking) {
  if (booking.kind == BookingKind::Retake) return {"补考不计预约期限", "a retake has no term for booking"};
  if (booking.working_days_late == 0) return {"预约在期限之内", "booked in time"};
  const std::string days = std::to_string(booking.working_days_late);
  return {"预约逾期 " + days + " 个工作日", "booked " + days + " working days late"};
}

} // namespace

law::Why booking_why(db::Transaction& transaction, const Booking& booking) {
  law::Why why;
  if (booking.kind == BookingKind::Retake) {
    why.rules.push_back({"retake", {"补考安排", "Retakes"}, "", law::quoted({"S-3.5"})});
  } else {
    why = deadlines::why_of(rule(), {booking.class_opened}, deadlines::calendar(transaction));
    if (booking.working_days_late > 0) why.rules.push_back({"booking.late", {"未按时报考的后果", "What follows from late booking"}, "2023-11-04", law::quoted({"C-4.2.2", "C-4.2.0"})});
  }
  why.decision = decision_of(booking);
  why.facts.push_back(law::fact({"培训机构", "Institution"}, booking.institution_name, law::WhyKind::Text, "/institutions/" + booking.institution));
  why.facts.push_back(law::fact({"班级", "Class"}, booking.class_id));
  why.facts.push_back(law::fact({"开班日期", "Class opened"}, to_string(booking.class_opened), law::WhyKind::Day));
  why.facts.push_back(law::fact({"预约时间", "Booked"}, to_string(booking.booked_at), law::WhyKind::Instant));
  if (!booking.late_reason.empty()) why.facts.push_back(law::fact({"逾期说明", "Reason given"}, booking.late_reason));
  if (booking.working_days_late > 0) why.changes.push_back({"在上列最后一个计数日结束前预约，即为按期", "Booked before the end of the last day counted above, it would have been in time"});
  why.event = booked_event(transaction, booking.id);
  return why;
}

} // namespace ankao::planning
