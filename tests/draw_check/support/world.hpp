// SPDX-License-Identifier: Apache-2.0
// A small world for tests of the checker: three subjects, three institutions, four sites, five days of two slots. Tests add the
// batches and sessions they speak of and change what matters to them.
//
//   S01 owned by T01, S02 owned by T02, S03 a public base, S04 without owner, 15 km from everybody (band 2 of 10/20/35 km).
//   S01-1 S02-1 S03-1 exclusive, capacity 40, LV 40, HV 30. S04-1 mixed, capacity 50, LV 30, HV 30, TH 50.
//   Own site: 0 m; other sites among S01 ... S03: 5 km (band 1).
#pragma once

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>

#include "base/ensure.hpp"
#include "draw/check/check.hpp"
#include "draw/check/facts.hpp"

namespace ankao::draw::testing {

inline Date day(unsigned d) { return make_date(2024, 3, d); }

struct World {
  Instance instance;
  Plan plan;
  Digest digest{};

  World() {
    instance.city = "440100";
    instance.month = {2024, 3};
    for (unsigned d = 4; d <= 8; ++d) instance.calendar.dates.push_back(day(d));
    instance.calendar.slots = {"am", "pm"};
    instance.policy = {3, {10000, 20000, 35000}, 4, 10, 20, 10, 2, {4, 1, 2, 300, 300}};
    instance.subjects = {{"LV", "低压电工作业", SubjectKind::Practical, Cross::Required, {}},
                         {"HV", {}, SubjectKind::Practical, Cross::Required, {}},
                         {"TH", {}, SubjectKind::Theory, Cross::Required, {}}};
    instance.institutions = {{"T01", {}, {}}, {"T02", {}, {}}, {"T03", {}, {}}};
    add_site("S01", 0, false, true, 40, {{0, 40}, {1, 30}});
    add_site("S02", 1, false, true, 40, {{0, 40}, {1, 30}});
    add_site("S03", std::nullopt, true, true, 40, {{0, 40}, {1, 30}});
    add_site("S04", std::nullopt, false, false, 50, {{0, 30}, {1, 30}, {2, 50}});
    instance.distance_m = {{0, 5000, 5000, 15000}, {5000, 0, 5000, 15000}, {5000, 5000, 5000, 15000}};
    digest[0] = 7;
    plan.instance_sm3 = to_hex(digest);
    plan.seed = to_hex(Digest{});
    plan.engine = "by hand";
  }

  int add_site(const std::string& id, std::optional<int> owner, bool public_base, bool exclusive, int capacity, std::map<int, int> seats) {
    Room room{id + "-1", static_cast<int>(instance.sites.size()), exclusive, capacity, std::move(seats), {}};
    for (int date = 0; date < 5; ++date) room.open.push_back({date, {0, 1}});
    instance.sites.push_back({id, {}, owner, public_base, {}, {static_cast<int>(instance.rooms.size())}});
    instance.rooms.push_back(std::move(room));
    for (auto& row : instance.distance_m) row.push_back(5000);
    return static_cast<int>(instance.sites.size()) - 1;
  }

  /// A regular batch of a class of its own, completed on 1 February; class "C-<id>".
  Batch& batch(const std::string& id, const std::string& institution, const std::string& subject, int candidates) {
    Batch b;
    b.id = id;
    b.class_id = "C-" + id;
    b.institution = place(instance.institutions, institution);
    b.subject = place(instance.subjects, subject);
    b.started = make_date(2024, 1, 15);
    b.completed = make_date(2024, 2, 1);
    b.candidates = candidates;
    instance.batches.push_back(b);
    return instance.batches.back();
  }

  /// In room <site>-1.
  Session& session(const std::string& site, unsigned d, const std::string& slot, const std::string& subject, std::vector<Seats> seats) {
    std::sort(seats.begin(), seats.end(), [](const Seats& a, const Seats& b) { return a.batch < b.batch; });
    plan.sessions.push_back({site + "-1", site, subject, to_string(day(d)), slot, std::move(seats)});
    return plan.sessions.back();
  }

  void visited(const std::string& institution, const std::string& site, const std::string& subject, Date date, bool waived = false) {
    instance.visits.push_back(
        {place(instance.institutions, institution), place(instance.sites, site), place(instance.subjects, subject), date, 0, waived});
  }

  Site& site(const std::string& id) { return instance.sites[static_cast<std::size_t>(place(instance.sites, id))]; }
  Room& room(const std::string& site_id) { return instance.rooms[static_cast<std::size_t>(site(site_id).rooms[0])]; }
  Subject& subject(const std::string& id) { return instance.subjects[static_cast<std::size_t>(place(instance.subjects, id))]; }

  /// Puts the sessions in order and lists who has no seat; leaves exceptions and levels to the test.
  World& finish() {
    const auto slot = [&](const Session& s) {
      return std::find(instance.calendar.slots.begin(), instance.calendar.slots.end(), s.slot) - instance.calendar.slots.begin();
    };
    std::sort(plan.sessions.begin(), plan.sessions.end(), [&](const Session& a, const Session& b) {
      return std::tuple(a.date, slot(a), a.room, a.subject) < std::tuple(b.date, slot(b), b.room, b.subject);
    });
    std::map<std::string, int> left;
    for (const Batch& b : instance.batches) left[b.id] = b.candidates;
    for (const Session& s : plan.sessions)
      for (const Seats& seats : s.seats)
        if (left.contains(seats.batch)) left[seats.batch] -= seats.candidates;
    plan.unplaced.clear();
    for (const auto& [id, n] : left)
      if (n > 0) plan.unplaced.push_back({id, n, {}});
    return *this;
  }

  CheckReport report() const { return check(instance, digest, plan); }
  Levels levels() { return finish().report().levels; }

  /// The plan with the lists and levels it must have: whatever is still wrong with it lies in its sessions.
  World& complete() {
    finish();
    plan.levels = report().levels;
    return *this;
  }

  /// The rules broken, each once.
  std::set<std::string> broken() {
    complete();
    std::set<std::string> out;
    for (const Breach& b : report().breaches) out.insert(b.rule);
    return out;
  }

  template <class T>
  static int place(const std::vector<T>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    ensure(found != all.end(), "the test names an unknown id: " + id);
    return static_cast<int>(found - all.begin());
  }
};

} // namespace ankao::draw::testing
