// SPDX-License-Identifier: Apache-2.0
// Small, valid and deliberately odd instances: every feature of draw.md occurs in some of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "draw/support/chance.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/tickets.hpp"

namespace ankao::draw::testing {

/// A seed of the draw for tests; `n` varies it.
inline Seed test_seed(int n = 0) {
  Seed seed{};
  for (std::size_t i = 0; i < seed.size(); ++i) seed[i] = static_cast<std::uint8_t>(i * 7 + static_cast<std::size_t>(n) * 13 + 1);
  return seed;
}

class RandomInstance {
public:
  RandomInstance(std::uint64_t seed, int size)
      : chance_(seed)
      , size_(size) {}

  Instance make() {
    calendar();
    policy();
    subjects();
    institutions();
    sites();
    distances();
    batches();
    history();
    return instance_;
  }

private:
  void calendar() {
    instance_.city = "440100";
    instance_.month = {2024, 3};
    const int days = chance_.between(1, 3 + size_ / 4);
    std::set<int> chosen;
    while (static_cast<int>(chosen.size()) < std::min(days, 20)) chosen.insert(chance_.between(1, 31));
    for (int day : chosen) instance_.calendar.dates.push_back(make_date(2024, 3, static_cast<unsigned>(day)));
    instance_.calendar.slots = {"pm", "am", "eve"}; // time order is the calendar's, not the alphabet's
    instance_.calendar.slots.resize(static_cast<std::size_t>(chance_.between(1, 3)));
  }

  void policy() {
    Policy& p = instance_.policy;
    p.visits_per_year = chance_.between(0, 3);
    for (std::int64_t limit = 5000; chance_.percent(70) && p.bands_m.size() < 4; limit += 9000) p.bands_m.push_back(limit);
    p.order_depth = chance_.between(1, 4);
    p.min_fragment = chance_.between(0, 10);
    p.vacancy_free_percent = chance_.between(0, 30);
    if (chance_.percent(30)) p.max_sessions_per_slot = chance_.between(1, 4);
    if (chance_.percent(60)) p.max_sites_per_institution_slot = chance_.between(1, 2);
    p.weights = {chance_.between(0, 5), chance_.between(0, 3), chance_.between(0, 4), chance_.between(0, 300), chance_.between(0, 300)};
  }

  void subjects() {
    const int count = chance_.between(1, 4);
    for (int i = 0; i < count; ++i) {
      Subject s;
      s.id = numbered("J", (i * 3 + 1) % 5, 2);
      if (chance_.percent(50)) s.name = "低压电工作业";
      s.kind = chance_.percent(20) ? SubjectKind::Theory : SubjectKind::Practical;
      s.cross = chance_.percent(15) ? Cross::Exempt : Cross::Required;
      if (chance_.percent(15)) s.max_sessions = chance_.between(1, 4);
      instance_.subjects.push_back(s);
    }
  }

  std::vector<DateRange> suspensions(int percent) {
    if (!chance_.percent(percent)) return {};
    const Date from = make_date(2024, 2, 20) + chance_.between(0, 35);
    return {{from, from + chance_.between(0, 9)}};
  }

  void institutions() {
    const int count = chance_.between(1, 2 + size_ / 4);
    for (int i = 0; i < count; ++i) {
      Institution t;
      t.id = numbered("T", (i * 7 + 3) % 97, 2);
      t.suspended = suspensions(12);
      instance_.institutions.push_back(t);
    }
  }

  int any(std::size_t count) { return chance_.between(0, static_cast<int>(count) - 1); }

  void sites() {
    const int count = chance_.between(1, 3 + size_ / 4);
    for (int i = 0; i < count; ++i) {
      Site s;
      s.id = numbered("S", (i * 5 + 2) % 89, 2);
      if (chance_.percent(60)) s.owner = any(instance_.institutions.size());
      s.public_base = chance_.percent(15);
      s.suspended = suspensions(15);
      const int rooms = chance_.between(chance_.percent(8) ? 0 : 1, 3);
      for (int r = 0; r < rooms; ++r) room(s, i, r);
      instance_.sites.push_back(s);
    }
  }

  void room(Site& site, int site_index, int number) {
    Room r;
    r.id = site.id + "-" + std::to_string(9 - number);
    r.site = site_index;
    r.exclusive = chance_.percent(70);
    r.capacity = chance_.between(4, 40);
    const int offered = chance_.between(1, static_cast<int>(instance_.subjects.size()));
    for (int i = 0; i < offered; ++i) r.seats[any(instance_.subjects.size())] = chance_.between(1, r.capacity + 3);
    for (int d = 0; d < static_cast<int>(instance_.calendar.dates.size()); ++d) opening(r, d);
    site.rooms.push_back(static_cast<int>(instance_.rooms.size()));
    instance_.rooms.push_back(r);
  }

  void opening(Room& r, int date) {
    Opening o{date, {}};
    for (int s = 0; s < static_cast<int>(instance_.calendar.slots.size()); ++s)
      if (chance_.percent(60)) o.slots.push_back(s);
    if (!o.slots.empty()) r.open.push_back(o);
  }

  void distances() {
    for (std::size_t t = 0; t < instance_.institutions.size(); ++t) {
      std::vector<std::int64_t> row;
      for (const Site& s : instance_.sites)
        row.push_back(s.owner == static_cast<int>(t) ? 0 : (chance_.percent(10) ? 5000 : chance_.between(100, 45000)));
      instance_.distance_m.push_back(row);
    }
  }

  void batches() {
    const int count = chance_.between(1, size_);
    for (int i = 0; i < count; ++i) batch(i);
  }

  void batch(int i) {
    Batch b;
    b.id = numbered("B", (i * 37 + 11) % 1009, 4);
    b.institution = any(instance_.institutions.size());
    b.subject = any(instance_.subjects.size());
    b.class_id = chance_.percent(35) ? numbered("C", b.institution, 2) + "." + std::to_string(chance_.between(0, 2)) : "K" + b.id;
    b.kind = chance_.percent(20) ? BatchKind::Retake : BatchKind::Regular;
    b.own_school = chance_.percent(12);
    b.completed = make_date(2024, 2, 1) + chance_.between(0, 45);
    b.started = b.completed - chance_.between(3, 20);
    if (chance_.percent(25)) b.not_before = make_date(2024, 2, 25) + chance_.between(0, 25);
    if (chance_.percent(25)) b.finish_by = make_date(2024, 2, 20) + chance_.between(0, 60);
    b.carried = chance_.percent(25) ? chance_.between(1, 12) : 0;
    b.candidates = chance_.percent(30) ? chance_.between(1, 6) : chance_.between(5, 45);
    instance_.batches.push_back(b);
  }

  void history() {
    const int visits = chance_.between(0, size_);
    for (int i = 0; i < visits; ++i) visit();
    std::set<std::pair<int, int>> told;
    for (int i = chance_.between(0, 5); i > 0; --i) {
      const int site = any(instance_.sites.size()), subject = any(instance_.subjects.size());
      if (told.insert({site, subject}).second) instance_.sessions.push_back({site, subject, chance_.between(0, 12)});
    }
  }

  void visit() {
    const int subject = any(instance_.subjects.size());
    if (instance_.subjects[static_cast<std::size_t>(subject)].kind == SubjectKind::Theory) return;
    PastVisit v{any(instance_.institutions.size()), any(instance_.sites.size()), subject, {}, 0, chance_.percent(10)};
    v.date = make_date(2023, 12, 20) + chance_.between(0, 71); // to 29 February
    v.slot = any(instance_.calendar.slots.size());
    instance_.visits.push_back(v);
    if (chance_.percent(20)) instance_.visits.push_back(v); // told twice, counts once
  }

  Chance chance_;
  int size_;
  Instance instance_;
};

/// A valid instance with up to `size` batches. Same seed and size, same instance.
inline Instance random_instance(std::uint64_t seed, int size) { return RandomInstance(seed, size).make(); }

} // namespace ankao::draw::testing
