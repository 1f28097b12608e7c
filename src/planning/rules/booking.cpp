// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/booking.hpp"

#include <algorithm>
#include <cctype>

namespace ankao::planning {

std::optional<Date> book_by(const PlanningLaw& law, const Workdays& calendar, Date class_opened) {
  return add_workdays(calendar, class_opened, law.booking_working_days);
}

std::optional<int> working_days_late(const PlanningLaw& law, const Workdays& calendar, Date class_opened, Date booked) {
  const auto last = book_by(law, calendar, class_opened);
  // So few days hold no more working days than the term has, whatever the unknown year arranges.
  if (!last && booked - class_opened <= law.booking_working_days) return 0;
  if (!last) return std::nullopt;
  return workdays_between(calendar, *last, booked);
}

Date add_months(Date date, int months) {
  Month month = month_of(date);
  for (int i = 0; i < months; ++i) month = month.next();
  return make_date(month.year, month.month, std::min(date.day(), month.last().day()));
}

Date retake_by(const PlanningLaw& law, Date regular_exam) { return add_months(regular_exam, law.retake_months); }

Month wanted_month(const BookingInput& input) {
  if (input.month) return *input.month;
  return month_of(input.completed.value_or(input.planned_completed)).next();
}

namespace {

bool is_id(const std::string& text) {
  return !text.empty() && text.size() <= 40 &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '_' || c == '-'; });
}

class Faults {
public:
  void when(bool wrong, const char* id, const char* at, std::string value) {
    if (wrong) all_.push_back(problem(id, {{"value", std::move(value)}}, at));
  }
  std::vector<Problem> take() { return std::move(all_); }

private:
  std::vector<Problem> all_;
};

void check_days(Faults& faults, const BookingInput& input, Date today) {
  faults.when(input.class_opened > today, "planning.booking_class_not_open", "class_opened", to_string(input.class_opened));
  faults.when(input.planned_completed < input.started, "planning.booking_completed_before_start", "planned_completed",
              to_string(input.planned_completed));
  if (input.completed) {
    faults.when(*input.completed < input.started, "planning.booking_completed_before_start", "completed", to_string(*input.completed));
    faults.when(*input.completed > today, "planning.booking_completed_in_future", "completed", to_string(*input.completed));
  }
  if (input.not_before && input.finish_by)
    faults.when(*input.finish_by < *input.not_before, "planning.booking_window_empty", "finish_by", to_string(*input.finish_by));
  if (input.regular_exam)
    faults.when(*input.regular_exam > today, "planning.booking_regular_exam_in_future", "regular_exam", to_string(*input.regular_exam));
}

} // namespace

std::vector<Problem> faults(const BookingInput& input, Date today) {
  Faults faults;
  faults.when(!is_id(input.class_id), "planning.booking_class_id", "class_id", input.class_id);
  faults.when(input.subject.empty(), "planning.booking_subject_unknown", "subject", input.subject);
  faults.when(input.candidates < 1 || input.candidates > k_max_candidates, "planning.booking_candidates", "candidates",
              std::to_string(input.candidates));
  faults.when(input.kind == BookingKind::Retake && !input.regular_exam, "planning.booking_regular_exam_missing", "regular_exam", "");
  faults.when(input.kind == BookingKind::Regular && input.regular_exam.has_value(), "planning.booking_regular_exam_unwanted",
              "regular_exam", input.regular_exam ? to_string(*input.regular_exam) : "");
  check_days(faults, input, today);
  return faults.take();
}

} // namespace ankao::planning
