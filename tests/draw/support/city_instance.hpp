// SPDX-License-Identifier: Apache-2.0
// A city's month of the size of Guangzhou's, for measuring: 38 sites, 54 institutions, 30 subjects (one of them the theory
// examination), 250 batches and 8,300 candidates per unit of load. Above load 3 sites and institutions grow with the load.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

#include "draw/support/chance.hpp"
#include "draw/words/instance.hpp"

namespace ankao::draw::testing {

class CityInstance {
public:
  CityInstance(std::uint64_t seed, int load)
      : chance_(seed ^ 0xC17FULL)
      , load_(load) {
    const int scale = std::max(3, load);
    site_count_ = 38 * scale / 3;
    institution_count_ = 54 * scale / 3;
  }

  Instance make() {
    frame();
    subjects();
    for (int i = 0; i < institution_count_; ++i) institution(i);
    for (int i = 0; i < site_count_; ++i) site(i);
    distances();
    while (batch_count_ < 250 * load_) class_of_trainees();
    history();
    return instance_;
  }

private:
  static constexpr int k_subjects = 30;
  static constexpr int k_theory = 29;
  struct Place {
    int x = 0, y = 0;
  };

  void frame() {
    instance_.city = "440100";
    instance_.month = {2024, 3};
    for (unsigned day = 1; day <= 31; ++day) {
      const Date date = make_date(2024, 3, day);
      if (date.weekday() <= 5 || day == 9) instance_.calendar.dates.push_back(date);
    }
    instance_.calendar.slots = {"am", "pm"};
    instance_.policy = {3, {10000, 20000, 35000}, 4, 10, 20, std::nullopt, 2, {4, 1, 2, 300, 300}};
    if (load_ <= 3) instance_.policy.max_sessions_per_slot = 60;
  }

  void subjects() {
    for (int i = 0; i < k_subjects; ++i) {
      Subject s;
      s.id = i == k_theory ? "theory" : numbered("OP", i + 1, 2);
      s.kind = i == k_theory ? SubjectKind::Theory : SubjectKind::Practical;
      s.cross = i >= 26 && i < k_theory ? Cross::Exempt : Cross::Required;
      instance_.subjects.push_back(s);
    }
  }

  /// Few subjects are common and most are rare: from 24 sites in 38 down to 2.
  int sites_in_38(int subject) const {
    if (subject == k_theory) return 30;
    static constexpr int k_sites[29] = {24, 20, 16, 15, 12, 10, 8, 7, 6, 6, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2};
    return k_sites[subject];
  }

  int demand(int subject) const {
    if (subject == k_theory) return 0;
    static constexpr int k_demand[29] = {260, 160, 110, 90, 60, 45, 30, 24, 20, 16, 14, 12, 9, 8, 7,
                                         6,   5,   5,   4,  4,  4,  3,  3,  3,  2,  2,  2,  2, 2};
    return k_demand[subject];
  }

  Place place() {
    if (chance_.percent(60)) return {chance_.between(-9000, 9000), chance_.between(-9000, 9000)};
    return {chance_.between(-32000, 32000), chance_.between(-40000, 40000)};
  }

  void institution(int i) {
    Institution t;
    t.id = numbered("T", i + 1);
    if (chance_.percent(4)) t.suspended = {{make_date(2024, 3, 18), make_date(2024, 5, 31)}};
    instance_.institutions.push_back(t);
    institution_places_.push_back(place());
  }

  void site(int i) {
    Site s;
    s.id = numbered("S", i + 1);
    if (i % 9 != 0) s.owner = (i * 7 + 3) % institution_count_;
    s.public_base = i == 0 || i == 19; // more of them would fill every offer
    if (chance_.percent(5)) s.suspended = {{make_date(2024, 3, 11), make_date(2024, 3, 20)}};
    site_places_.push_back(s.owner ? institution_places_[static_cast<std::size_t>(*s.owner)] : place());
    std::vector<int> offered;
    for (int j = 0; j < k_subjects; ++j)
      if (offers(i, j)) offered.push_back(j);
    const int rooms = std::max(2, std::min(5, static_cast<int>(offered.size())));
    for (int r = 0; r < rooms; ++r) room(s, i, r, rooms, offered);
    instance_.sites.push_back(s);
  }

  bool offers(int site, int subject) const { return (site * 17 + subject * 11) % 38 < sites_in_38(subject); }

  void room(Site& site, int site_index, int number, int rooms, const std::vector<int>& offered) {
    Room r;
    r.id = site.id + "-" + std::to_string(number + 1);
    r.site = site_index;
    r.exclusive = number != 1;
    r.capacity = 20 + 5 * chance_.between(0, 6);
    for (std::size_t k = 0; k < offered.size(); ++k) {
      const bool here = static_cast<int>(k) % rooms == number || chance_.percent(35);
      if (here) r.seats[offered[k]] = offered[k] == k_theory ? r.capacity : std::max(12, r.capacity - 5 * chance_.between(0, 2));
    }
    if (r.seats.empty() && !offered.empty()) r.seats[offered[0]] = r.capacity;
    const int openness = chance_.between(45, 95);
    for (int d = 0; d < static_cast<int>(instance_.calendar.dates.size()); ++d) opening(r, d, openness);
    site.rooms.push_back(static_cast<int>(instance_.rooms.size()));
    instance_.rooms.push_back(r);
  }

  void opening(Room& r, int date, int openness) {
    if (!chance_.percent(openness)) return;
    if (chance_.percent(85)) {
      r.open.push_back({date, {0, 1}});
    } else {
      r.open.push_back({date, {chance_.between(0, 1)}});
    }
  }

  static std::int64_t root(std::int64_t square) {
    std::int64_t low = 0, high = 200000;
    while (low < high) {
      const std::int64_t middle = (low + high + 1) / 2;
      if (middle * middle <= square) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  void distances() {
    for (const Place& from : institution_places_) {
      std::vector<std::int64_t> row;
      for (const Place& to : site_places_) {
        const std::int64_t dx = from.x - to.x, dy = from.y - to.y;
        row.push_back(root(dx * dx + dy * dy));
      }
      instance_.distance_m.push_back(row);
    }
  }

  int drawn_subject() {
    int total = 0;
    for (int j = 0; j < k_subjects; ++j) total += demand(j);
    int chosen = chance_.between(1, total);
    for (int j = 0; j < k_subjects; ++j)
      if ((chosen -= demand(j)) <= 0) return j;
    return 0;
  }

  Batch blank(int institution, int subject, const std::string& class_id, Date completed, int candidates) {
    Batch b;
    b.id = numbered("B", ++batch_count_, 5);
    b.class_id = class_id;
    b.institution = institution;
    b.subject = subject;
    b.completed = completed;
    b.started = completed - chance_.between(8, 20);
    b.candidates = candidates;
    return b;
  }

  void class_of_trainees() {
    const int institution = chance_.percent(50) ? chance_.between(0, institution_count_ / 3) : chance_.between(0, institution_count_ - 1);
    const int subject = drawn_subject();
    const std::string class_id = numbered("C", ++class_count_, 5);
    const Date completed = make_date(2024, 2, 8) + chance_.between(0, 38);
    Batch b = blank(institution, subject, class_id, completed, chance_.between(24, 48));
    if (chance_.percent(6)) b.finish_by = make_date(2024, 3, 20) + chance_.between(0, 40);
    if (chance_.percent(7)) b.carried = chance_.between(1, 3);
    if (chance_.percent(8)) b.not_before = std::min(completed + 14, make_date(2024, 3, 25));
    instance_.batches.push_back(b);
    if (chance_.percent(9)) instance_.batches.push_back(blank(institution, k_theory, class_id, completed, b.candidates));
    if (chance_.percent(4)) {
      Batch own = blank(institution, subject, class_id, completed, chance_.between(10, 40));
      own.own_school = true;
      instance_.batches.push_back(own);
    }
    if (chance_.percent(10)) {
      Batch again = blank(institution, subject, "R" + class_id, make_date(2024, 2, 1) + chance_.between(0, 20), chance_.between(2, 14));
      again.kind = BatchKind::Retake;
      again.finish_by = again.completed + 60;
      instance_.batches.push_back(again);
    }
  }

  void history() {
    for (int j = 0; j < k_theory; ++j)
      for (int i = 0; i < site_count_; ++i)
        if (offers(i, j)) instance_.sessions.push_back({i, j, chance_.between(0, std::max(1, demand(j) / 12))});
    for (int t = 0; t < institution_count_; ++t)
      for (int v = chance_.between(0, 8); v > 0; --v) past_visit(t);
  }

  void past_visit(int institution) {
    const int subject = drawn_subject(), site = chance_.between(0, site_count_ - 1);
    if (!offers(site, subject) || instance_.sites[static_cast<std::size_t>(site)].owner == institution) return;
    instance_.visits.push_back({institution, site, subject, make_date(2024, 1, 2) + chance_.between(0, 58), chance_.between(0, 1), false});
  }

  Chance chance_;
  int load_;
  int site_count_ = 0, institution_count_ = 0, batch_count_ = 0, class_count_ = 0;
  std::vector<Place> institution_places_, site_places_;
  Instance instance_;
};

/// A month of a city at a load; Guangzhou is near 3. Same seed and load, same instance.
inline Instance city_instance(std::uint64_t seed, int load) { return CityInstance(seed, load).make(); }

} // namespace ankao::draw::testing
