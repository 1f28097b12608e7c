// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/builder.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "planning/rules/openings.hpp"

namespace ankao::planning {

namespace {

constexpr std::string_view k_institution_prefix = "institution:";
constexpr std::string_view k_site_prefix = "site:";

/// Fills one instance, part by part; later parts refer to earlier ones by index.
class Builder {
public:
  explicit Builder(const BuildInput& input)
      : in_(input) {}

  Built run() {
    instance().city = in_.city;
    instance().month = in_.month;
    instance().policy = in_.policy;
    choose_bookings();
    choose_visits();
    choose_slots();
    choose_parties();
    choose_subjects();
    add_subjects();
    add_institutions();
    add_sites();
    add_distances();
    add_batches();
    add_history();
    note_waivers();
    return std::move(out_);
  }

private:
  draw::Instance& instance() { return out_.instance; }

  const InstitutionInput* institution(const std::string& id) const {
    const auto found = std::find_if(in_.institutions.begin(), in_.institutions.end(), [&](const auto& one) { return one.record.id == id; });
    return found == in_.institutions.end() ? nullptr : &*found;
  }

  std::string reason_to_leave(const Booking& booking) const {
    const auto* owner = institution(booking.institution);
    if (owner == nullptr || !owner->published) return "institution_not_published";
    if (!booking.completed || *booking.completed > in_.as_of) return "not_completed";
    if (booking.waiting() < 1) return "nothing_waiting";
    return "";
  }

  void choose_bookings() {
    for (const auto& booking : in_.bookings) {
      const auto reason = reason_to_leave(booking);
      if (reason.empty())
        bookings_.push_back(&booking);
      else
        out_.left_out.push_back({booking.id, reason});
    }
    std::sort(bookings_.begin(), bookings_.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    std::sort(out_.left_out.begin(), out_.left_out.end(), [](const auto& a, const auto& b) { return a.booking < b.booking; });
  }

  /// Visits of the calendar year before the month; of the years before only each institution's latest, which R6 alone needs.
  void choose_visits() {
    std::map<std::string, std::pair<Date, std::size_t>> latest;
    const auto slot_place = [&](const std::string& slot) {
      return static_cast<std::size_t>(std::find(in_.slot_order.begin(), in_.slot_order.end(), slot) - in_.slot_order.begin());
    };
    const Date year_begin = make_date(in_.month.year, 1, 1);
    for (const auto& visit : in_.visits) {
      if (visit.date >= year_begin || visit.waived) continue;
      auto& last = latest[visit.institution];
      last = std::max(last, {visit.date, slot_place(visit.slot)});
    }
    std::set<HeldVisit> chosen;
    for (const auto& visit : in_.visits) {
      if (visit.date >= in_.month.first()) continue;
      const bool of_year = visit.date >= year_begin;
      if (of_year || (!visit.waived && latest[visit.institution] == std::pair{visit.date, slot_place(visit.slot)})) chosen.insert(visit);
    }
    visits_.assign(chosen.begin(), chosen.end());
  }

  /// The month's slots, and those the history speaks of, in the order of the day.
  void choose_slots() {
    std::set<std::string> wanted(in_.slots.begin(), in_.slots.end());
    for (const auto& visit : visits_) wanted.insert(visit.slot);
    for (const auto& slot : in_.slot_order)
      if (wanted.contains(slot)) instance().calendar.slots.push_back(slot);
  }

  /// Published ones take part; others stay as names where the history or an owner refers to them.
  void choose_parties() {
    std::set<std::string> institutions, sites;
    for (const auto& site : in_.sites)
      if (site.published) sites.insert(site.record.id);
    for (const auto& visit : visits_) {
      institutions.insert(visit.institution);
      sites.insert(visit.site);
    }
    for (const auto& site : in_.sites) {
      if (!sites.contains(site.record.id)) continue;
      sites_.push_back(&site);
      if (!site.record.owner.empty()) institutions.insert(site.record.owner);
    }
    for (const auto& one : in_.institutions)
      if (one.published || institutions.contains(one.record.id)) institutions_.push_back(&one);
    const auto by_id = [](const auto* a, const auto* b) { return a->record.id < b->record.id; };
    std::sort(sites_.begin(), sites_.end(), by_id);
    std::sort(institutions_.begin(), institutions_.end(), by_id);
    for (std::size_t i = 0; i < sites_.size(); ++i) site_index_[sites_[i]->record.id] = static_cast<int>(i);
    for (std::size_t i = 0; i < institutions_.size(); ++i) institution_index_[institutions_[i]->record.id] = static_cast<int>(i);
    // A history of parties the register has never known could not be checked by anybody.
    std::erase_if(visits_,
                  [&](const HeldVisit& v) { return !site_index_.contains(v.site) || !institution_index_.contains(v.institution); });
  }

  /// Seats that the site may use: subjects it is permitted to examine, by its kind (X-14, G-70).
  std::map<std::string, int> seats_of(const registry::SiteRecord& site, const registry::RoomRecord& room) const {
    std::map<std::string, int> seats;
    for (const auto& [subject, count] : room.seats) {
      const bool theory = subject == k_theory;
      if (site.kind == registry::SiteKind::Theory && !theory) continue;
      if (site.kind == registry::SiteKind::Practical && theory) continue;
      if (std::find(site.subjects.begin(), site.subjects.end(), subject) == site.subjects.end()) continue;
      if (count > 0) seats[subject] = count;
    }
    return seats;
  }

  void choose_subjects() {
    for (const auto* site : sites_) {
      if (!site->published) continue;
      for (const auto& room : site->record.rooms)
        for (const auto& [subject, count] : seats_of(site->record, room)) subjects_.insert(subject);
    }
    for (const auto* booking : bookings_) subjects_.insert(booking->subject);
    for (const auto& visit : visits_) subjects_.insert(visit.subject);
  }

  const Exemption* exemption(WaiverBasis basis) const {
    for (const auto& one : in_.exemptions)
      if (one.basis == basis && one.holds_on(in_.month.first())) return &one;
    return nullptr;
  }

  void add_subjects() {
    const auto* exempt = exemption(WaiverBasis::Exempt);
    for (const auto& id : subjects_) {
      draw::Subject subject;
      subject.id = id;
      if (const auto name = in_.subject_names.find(id); name != in_.subject_names.end()) subject.name = name->second;
      subject.kind = id == k_theory ? draw::SubjectKind::Theory : draw::SubjectKind::Practical;
      if (exempt != nullptr && exempt->subjects.contains(id)) subject.cross = draw::Cross::Exempt;
      if (const auto quota = in_.max_sessions.find(id); quota != in_.max_sessions.end()) subject.max_sessions = quota->second;
      subject_index_[id] = static_cast<int>(instance().subjects.size());
      instance().subjects.push_back(std::move(subject));
    }
  }

  /// Those that touch the month.
  std::vector<draw::DateRange> suspended(std::string_view prefix, const std::string& id) const {
    std::vector<draw::DateRange> ranges;
    for (const auto& suspension : in_.suspensions)
      if (suspension.subject == std::string(prefix) + id && suspension.from <= in_.month.last() && in_.month.first() <= suspension.to)
        ranges.push_back({suspension.from, suspension.to});
    std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
    return ranges;
  }

  void add_institutions() {
    for (const auto* one : institutions_)
      instance().institutions.push_back({one->record.id, one->record.name, suspended(k_institution_prefix, one->record.id)});
  }

  void add_sites() {
    std::vector<std::map<Date, std::set<std::string>>> open;
    for (const auto* one : sites_) add_site(*one, open);
    std::set<Date> dates;
    for (const auto& room : open)
      for (const auto& [date, slots] : room) dates.insert(date);
    instance().calendar.dates.assign(dates.begin(), dates.end());
    for (std::size_t room = 0; room < open.size(); ++room) add_openings(instance().rooms[room], open[room]);
  }

  void add_site(const SiteInput& one, std::vector<std::map<Date, std::set<std::string>>>& open) {
    draw::Site site;
    site.id = one.record.id;
    site.name = one.record.name;
    if (!one.record.owner.empty() && institution_index_.contains(one.record.owner)) site.owner = institution_index_.at(one.record.owner);
    site.public_base = one.record.public_base;
    site.suspended = suspended(k_site_prefix, site.id);
    if (one.published) add_rooms(one.record, site, open);
    instance().sites.push_back(std::move(site));
  }

  void add_rooms(const registry::SiteRecord& record, draw::Site& site, std::vector<std::map<Date, std::set<std::string>>>& open) {
    std::vector<const registry::RoomRecord*> rooms;
    for (const auto& room : record.rooms) rooms.push_back(&room);
    std::sort(rooms.begin(), rooms.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    for (const auto* room : rooms) {
      const auto seats = seats_of(record, *room);
      if (seats.empty()) continue;
      draw::Room made;
      made.id = room->id;
      made.site = static_cast<int>(instance().sites.size());
      made.exclusive = room->exclusive;
      made.capacity = room->capacity;
      for (const auto& [subject, count] : seats) made.seats[subject_index_.at(subject)] = count;
      site.rooms.push_back(static_cast<int>(instance().rooms.size()));
      instance().rooms.push_back(std::move(made));
      open.push_back(openings_within_slots(*room));
    }
  }

  std::map<Date, std::set<std::string>> openings_within_slots(const registry::RoomRecord& room) const {
    auto open = openings(room, in_.month, in_.calendar);
    for (auto& [date, slots] : open)
      std::erase_if(slots, [&](const auto& slot) { return std::find(in_.slots.begin(), in_.slots.end(), slot) == in_.slots.end(); });
    std::erase_if(open, [](const auto& day) { return day.second.empty(); });
    return open;
  }

  void add_openings(draw::Room& room, const std::map<Date, std::set<std::string>>& open) {
    const auto& calendar = instance().calendar;
    for (const auto& [date, names] : open) {
      draw::Opening opening;
      opening.date = static_cast<int>(std::lower_bound(calendar.dates.begin(), calendar.dates.end(), date) - calendar.dates.begin());
      for (std::size_t slot = 0; slot < calendar.slots.size(); ++slot)
        if (names.contains(calendar.slots[slot])) opening.slots.push_back(static_cast<int>(slot));
      room.open.push_back(std::move(opening));
    }
  }

  void add_distances() {
    for (const auto* from : institutions_) {
      auto& row = instance().distance_m.emplace_back();
      for (const auto* to : sites_) row.push_back(distance_m(from->place, to->place));
    }
  }

  bool is_own_school(const Booking& booking) {
    if (!booking.own_school) return false;
    const auto* rule = exemption(WaiverBasis::OwnSchool);
    const auto school = institution(booking.institution)->record.school;
    const char* word = school == registry::SchoolAuthority::Education        ? "education"
                       : school == registry::SchoolAuthority::HumanResources ? "human_resources"
                                                                             : "";
    if (rule != nullptr && rule->schools.contains(word)) return true;
    out_.own_school_unproven.push_back(booking.id);
    return false;
  }

  void add_batches() {
    for (const auto* booking : bookings_) {
      draw::Batch batch;
      batch.id = booking->id;
      batch.class_id = booking->institution + "." + booking->class_id;
      if (batch.class_id.size() > 64) batch.class_id = booking->class_id;
      batch.institution = institution_index_.at(booking->institution);
      batch.subject = subject_index_.at(booking->subject);
      batch.kind = booking->kind == BookingKind::Retake ? draw::BatchKind::Retake : draw::BatchKind::Regular;
      batch.own_school = is_own_school(*booking);
      batch.started = booking->started;
      batch.completed = *booking->completed;
      batch.not_before = booking->not_before;
      batch.finish_by = booking->finish_by;
      batch.carried = booking->carried;
      batch.candidates = booking->waiting();
      instance().batches.push_back(std::move(batch));
    }
  }

  void add_history() {
    const auto& slots = instance().calendar.slots;
    for (const auto& visit : visits_) {
      const auto slot = std::find(slots.begin(), slots.end(), visit.slot);
      if (slot == slots.end()) continue;
      instance().visits.push_back({institution_index_.at(visit.institution), site_index_.at(visit.site), subject_index_.at(visit.subject),
                                   visit.date, static_cast<int>(slot - slots.begin()), visit.waived});
    }
    std::map<std::pair<int, int>, std::int64_t> counts;
    for (const auto& held : in_.sessions) {
      if (held.month.year != in_.month.year || held.month >= in_.month || held.count < 1) continue;
      if (site_index_.contains(held.site) && subject_index_.contains(held.subject))
        counts[{site_index_.at(held.site), subject_index_.at(held.subject)}] += held.count;
    }
    for (const auto& [key, count] : counts) instance().sessions.push_back({key.first, key.second, count});
  }

  struct Offers {
    bool own = false;
    bool other = false;
    int sites = 0;
  };

  Offers offers(int subject, int institution) {
    Offers found;
    for (const auto& site : instance().sites) {
      const bool offered = std::any_of(site.rooms.begin(), site.rooms.end(),
                                       [&](int room) { return instance().rooms[static_cast<std::size_t>(room)].seats.contains(subject); });
      if (!offered) continue;
      ++found.sites;
      (site.owner == institution ? found.own : found.other) = true;
    }
    return found;
  }

  void note_waivers() {
    std::map<std::tuple<std::string, std::string, WaiverBasis>, Waiver> waivers;
    std::map<std::pair<int, int>, Offers> cache;
    for (const auto& batch : instance().batches) {
      const auto key = std::pair(batch.subject, batch.institution);
      if (!cache.contains(key)) cache[key] = offers(batch.subject, batch.institution);
      const auto basis = basis_of(batch, cache.at(key));
      if (!basis) continue;
      out_.waived[batch.id] = *basis;
      const auto& institution = instance().institutions[static_cast<std::size_t>(batch.institution)].id;
      const auto& subject = instance().subjects[static_cast<std::size_t>(batch.subject)].id;
      auto& waiver = waivers[{institution, subject, *basis}];
      waiver.institution = institution;
      waiver.subject = subject;
      waiver.basis = *basis;
      if (const auto* rule = exemption(*basis)) {
        waiver.clause = rule->clause;
        // One site in the whole city is exempt by S-1.2b; two sites of one owner are the case of G-12.
        if (!rule->approval.empty()) waiver.needs_approval = true;
        if (*basis == WaiverBasis::NoOtherSite && cache.at(key).sites > 1) waiver.clause = rule->approval;
      }
      ++waiver.batches;
      waiver.candidates += batch.candidates;
    }
    for (auto& [key, waiver] : waivers) out_.waivers.push_back(std::move(waiver));
  }

  std::optional<WaiverBasis> basis_of(const draw::Batch& batch, const Offers& offers) {
    if (instance().subjects[static_cast<std::size_t>(batch.subject)].cross == draw::Cross::Exempt) return WaiverBasis::Exempt;
    if (batch.own_school) return WaiverBasis::OwnSchool;
    if (offers.own && !offers.other) return WaiverBasis::NoOtherSite;
    return std::nullopt;
  }

  const BuildInput& in_;
  Built out_;
  std::vector<const Booking*> bookings_;
  std::vector<HeldVisit> visits_;
  std::vector<const InstitutionInput*> institutions_;
  std::vector<const SiteInput*> sites_;
  std::set<std::string> subjects_;
  std::map<std::string, int> institution_index_, site_index_, subject_index_;
};

} // namespace

Built build(const BuildInput& input) { return Builder(input).run(); }

} // namespace ankao::planning
