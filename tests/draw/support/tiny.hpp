// SPDX-License-Identifier: Apache-2.0
// A small month to bend: two days, two slots, one practical subject, a site of its own institution and two others.
#pragma once

#include <string>

#include "draw/rules/judge.hpp"
#include "draw/support/random_instance.hpp"

namespace ankao::draw::testing {

struct Tiny {
  Instance instance;

  Tiny() {
    instance.city = "440100";
    instance.month = {2024, 3};
    instance.calendar = {{make_date(2024, 3, 4), make_date(2024, 3, 5)}, {"am", "pm"}};
    instance.policy = {3, {10000, 20000}, 4, 10, 20, std::nullopt, std::nullopt, {4, 1, 2, 300, 300}};
    subject("LV");
    institution("T1");
    institution("T2");
    site("S0", 0, 0);
    site("S1", std::nullopt, 8000);
    site("S2", 1, 15000);
    for (int s = 0; s < 3; ++s) room(s, 40, {{0, 40}});
  }

  int subject(const std::string& id, SubjectKind kind = SubjectKind::Practical) {
    instance.subjects.push_back({id, std::nullopt, kind, Cross::Required, std::nullopt});
    return count_of(instance.subjects) - 1;
  }

  int institution(const std::string& id) {
    instance.institutions.push_back({id, std::nullopt, {}});
    instance.distance_m.emplace_back(instance.sites.size(), 8000);
    return count_of(instance.institutions) - 1;
  }

  int site(const std::string& id, std::optional<int> owner, std::int64_t metres) {
    instance.sites.push_back({id, std::nullopt, owner, false, {}, {}});
    for (auto& row : instance.distance_m) row.push_back(metres);
    return count_of(instance.sites) - 1;
  }

  /// Open all the month.
  int room(int site, int capacity, std::map<int, int> seats, bool exclusive = true) {
    const int index = count_of(instance.rooms);
    Room r{at(instance.sites, site).id + "-" + std::to_string(index), site, exclusive, capacity, std::move(seats), {}};
    for (int d = 0; d < count_of(instance.calendar.dates); ++d) r.open.push_back({d, {0, 1}});
    instance.rooms.push_back(r);
    at(instance.sites, site).rooms.push_back(index);
    return index;
  }

  int batch(int candidates, int institution = 0, int subject = 0) {
    const int index = count_of(instance.batches);
    Batch b;
    b.id = numbered("B", index);
    b.class_id = numbered("C", index);
    b.institution = institution;
    b.subject = subject;
    b.started = make_date(2024, 2, 1);
    b.completed = make_date(2024, 2, 20);
    b.candidates = candidates;
    instance.batches.push_back(b);
    return index;
  }

  Batch& edit(int batch) { return at(instance.batches, batch); }
  Verdict verdict(const Seating& seating) const { return judge(Model(instance, test_seed()), seating); }
  bool breaks(int rule, const Seating& seating) const { return verdict(seating).breaks(rule); }
  bool lawful(const Seating& seating) const { return verdict(seating).lawful(); }
};

} // namespace ankao::draw::testing
