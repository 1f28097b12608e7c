// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "planning/demo/chance.hpp"
#include "planning/demo/city.hpp"
#include "planning/rules/booking.hpp"

namespace ankao::planning {

namespace {

/// How often a project is asked for; the rest of the thirty rarely.
int weight_of(const std::string& subject) {
  static const std::map<std::string, int> known{{"OP01", 100}, {"OP02", 45}, {"OP03", 36}, {"OP04", 34}, {"OP05", 22},
                                                {"OP06", 10},  {"OP07", 16}, {"OP08", 18}, {"OP09", 6},  {"OP10", 4},
                                                {"OP27", 4},   {"OP28", 4},  {"OP29", 3},  {"OP30", 3}};
  const auto found = known.find(subject);
  return found == known.end() ? 1 : found->second;
}

/// Makes one month's bookings class by class.
class MonthMaker {
public:
  MonthMaker(const DemoRequest& request, const PlanningLaw& law, const Workdays& calendar,
             const std::vector<InstitutionInput>& institutions, const std::vector<SiteInput>& sites)
      : request_(request)
      , law_(law)
      , calendar_(calendar)
      , sites_(sites)
      , chance_(request.seed ^ (static_cast<std::uint64_t>(request.month.year) << 24U) ^
                (static_cast<std::uint64_t>(request.month.month) << 16U)) {
    for (const auto& one : institutions) {
      if (!one.published || one.record.projects.empty()) continue;
      institutions_.push_back(&one);
      // A few large ones, many small: and whoever trains more projects has more classes.
      weights_.push_back(chance_.between(1, 4) * chance_.between(1, 4) +
                         2 * static_cast<int>(std::min<std::size_t>(one.record.projects.size(), 8)));
    }
  }

  std::vector<Booking> make() {
    const auto batches = static_cast<std::size_t>(250 * request_.load);
    while (!institutions_.empty() && bookings_.size() < batches) make_class(batches);
    // Some classes are still at it: booked in time, not to be drawn yet (G-18).
    for (int i = 0; i < 3 * request_.load && !institutions_.empty(); ++i) make_unfinished();
    return std::move(bookings_);
  }

private:
  const registry::InstitutionRecord& some_institution() { return institutions_[chance_.weighted(weights_)]->record; }

  std::string some_project(const registry::InstitutionRecord& institution) {
    std::vector<int> weights;
    for (const auto& project : institution.projects) weights.push_back(weight_of(project));
    return institution.projects[chance_.weighted(weights)];
  }

  bool may_be_own(const registry::InstitutionRecord& institution, const std::string& subject) const {
    if (institution.school != registry::SchoolAuthority::Education && institution.school != registry::SchoolAuthority::HumanResources)
      return false;
    return std::any_of(sites_.begin(), sites_.end(), [&](const SiteInput& site) {
      return site.record.owner == institution.id && std::any_of(site.record.rooms.begin(), site.record.rooms.end(),
                                                                [&](const auto& room) { return room.seats.contains(subject); });
    });
  }

  Booking draft(const registry::InstitutionRecord& institution, const std::string& subject, int candidates) {
    Booking booking;
    booking.month = request_.month;
    booking.class_id = "DEMO-" + to_string(request_.month) + "-" + std::to_string(classes_);
    booking.institution = institution.id;
    booking.institution_name = institution.name;
    booking.subject = subject;
    booking.completed = request_.as_of - chance_.between(1, 40);
    booking.started = *booking.completed - chance_.between(9, 20);
    booking.class_opened = booking.started;
    booking.planned_completed = *booking.completed + chance_.between(-1, 1);
    if (booking.planned_completed < booking.started) booking.planned_completed = booking.started;
    booking.candidates = candidates;
    book(booking);
    return booking;
  }

  /// Mostly in time; a few days late now and then, with a reason.
  void book(Booking& booking) {
    const auto last = book_by(law_, calendar_, booking.class_opened);
    Date day = booking.class_opened + 1;
    if (last) day = chance_.percent(4) ? *last + chance_.between(3, 7) : std::min(day, *last);
    day = std::min(day, request_.as_of);
    booking.booked_at = {start_of(day).ms + 9 * 3'600'000LL + chance_.between(0, 8 * 3600) * 1000LL};
    booking.working_days_late = working_days_late(law_, calendar_, booking.class_opened, day).value_or(0);
    if (booking.working_days_late > 0) booking.late_reason = "演示：经办人员更换，未及时预约";
  }

  void twist(Booking& booking) {
    const int chance = chance_.between(1, 100);
    if (chance <= 3) {
      booking.carried = chance_.between(1, 2);
      booking.month = booking.carried == 1 ? request_.month.previous() : request_.month.previous().previous();
      booking.completed = request_.month.previous().first() - chance_.between(10, 30);
      booking.started = *booking.completed - 12;
      booking.class_opened = booking.started;
      booking.planned_completed = *booking.completed;
      booking.working_days_late = 0;
      booking.late_reason.clear();
      booking.booked_at = {start_of(booking.class_opened + 1).ms + 36'000'000};
    } else if (chance <= 6) {
      booking.finish_by = request_.month.first() + chance_.between(16, 26);
    } else if (chance <= 9) {
      booking.not_before = request_.month.first() + chance_.between(2, 8);
    }
  }

  void make_class(std::size_t limit) {
    ++classes_;
    const auto& institution = some_institution();
    const int size = chance_.percent(60) ? chance_.between(20, 60) : chance_.between(20, 40);
    if (chance_.percent(13)) return make_retake(institution, chance_.between(12, 28));
    const auto subject = some_project(institution);
    auto practical = draft(institution, subject, size);
    practical.own_school = may_be_own(institution, subject) && chance_.percent(30);
    twist(practical);
    bookings_.push_back(practical);
    if (bookings_.size() >= limit || !chance_.percent(40)) return;
    // The class sits its theory examination too, on another day (R10).
    Booking theory = practical;
    theory.subject = std::string(k_theory);
    theory.own_school = practical.own_school && may_be_own(institution, theory.subject);
    theory.finish_by.reset();
    bookings_.push_back(std::move(theory));
  }

  void make_retake(const registry::InstitutionRecord& institution, int size) {
    auto retake = draft(institution, some_project(institution), size);
    retake.kind = BookingKind::Retake;
    retake.regular_exam = std::min(*retake.completed + chance_.between(5, 20), request_.as_of);
    retake.working_days_late = 0;
    retake.late_reason.clear();
    retake.finish_by = retake_by(law_, *retake.regular_exam);
    bookings_.push_back(std::move(retake));
  }

  void make_unfinished() {
    ++classes_;
    const auto& institution = some_institution();
    auto booking = draft(institution, some_project(institution), chance_.between(20, 56));
    booking.class_opened = request_.as_of - chance_.between(1, 5);
    booking.started = booking.class_opened;
    booking.completed.reset();
    booking.planned_completed = request_.as_of + chance_.between(5, 12);
    book(booking);
    bookings_.push_back(std::move(booking));
  }

  const DemoRequest& request_;
  const PlanningLaw& law_;
  const Workdays& calendar_;
  const std::vector<SiteInput>& sites_;
  Chance chance_;
  std::vector<const InstitutionInput*> institutions_;
  std::vector<int> weights_;
  std::vector<Booking> bookings_;
  int classes_ = 0;
};

Date working_day_before(const Workdays& calendar, Date day, Chance& chance) {
  Date found = day - chance.between(1, 120);
  while (!calendar.working(found).value_or(found.weekday() < 6)) found = found - 1;
  return found;
}

std::vector<const SiteInput*> other_sites(const std::vector<SiteInput>& sites, const std::string& institution, const std::string& subject) {
  std::vector<const SiteInput*> found;
  for (const auto& site : sites) {
    const bool offers =
        std::any_of(site.record.rooms.begin(), site.record.rooms.end(), [&](const auto& room) { return room.seats.contains(subject); });
    if (site.published && site.record.owner != institution && offers) found.push_back(&site);
  }
  return found;
}

} // namespace

std::vector<Booking> demo_bookings(const DemoRequest& request, const PlanningLaw& law, const Workdays& calendar,
                                   const std::vector<InstitutionInput>& institutions, const std::vector<SiteInput>& sites) {
  return MonthMaker(request, law, calendar, institutions, sites).make();
}

DemoHistory demo_history(const DemoRequest& request, const Workdays& calendar, const std::vector<InstitutionInput>& institutions,
                         const std::vector<SiteInput>& sites) {
  Chance chance(request.seed ^ 0x6869'7374'6f72'79ULL);
  DemoHistory history;
  const Month before = request.month.previous();
  for (const auto& one : institutions) {
    if (!one.published) continue;
    for (const auto& subject : one.record.projects) {
      const auto where = other_sites(sites, one.record.id, subject);
      if (where.empty()) continue;
      for (int visits = chance.between(0, 2); visits > 0; --visits) {
        const auto* site = where[chance.weighted(std::vector<int>(where.size(), 1))];
        const Date day = working_day_before(calendar, request.month.first(), chance);
        history.visits.push_back({one.record.id, site->record.id, subject, day, chance.percent(50) ? "am" : "pm", false});
      }
    }
  }
  for (const auto& site : sites)
    for (const auto& room : site.record.rooms)
      for (const auto& [subject, seats] : room.seats)
        history.sessions.push_back({site.record.id, subject, before, chance.between(0, std::max(1, weight_of(subject) / 8))});
  std::erase_if(history.sessions, [](const HeldSessions& one) { return one.count < 1; });
  return history;
}

} // namespace ankao::planning
