// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include "planning/demo/chance.hpp"
#include "planning/demo/city.hpp"

namespace ankao::planning {

namespace {

bool holds(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.find(word) != std::string::npos; });
}

/// What a name suggests; in a real city a person enters it.
registry::SchoolAuthority school_of(const std::string& name) {
  if (holds(name, {"技师学院", "技工学校"})) return registry::SchoolAuthority::HumanResources;
  if (holds(name, {"职业技术学院", "职业学院", "职业学校", "理工学院", "工程学院", "大学"}) && !holds(name, {"职工大学", "有限公司"}))
    return registry::SchoolAuthority::Education;
  return registry::SchoolAuthority::None;
}

/// Within about eight kilometres of the district's centre.
registry::Place near(Point centre, Chance& chance) {
  return {centre.longitude_e6 + chance.between(-70'000, 70'000), centre.latitude_e6 + chance.between(-60'000, 60'000),
          registry::PlaceSource::Entered};
}

/// Practical rooms by trade: subjects that share benches share a room, one subject at a time.
struct Trade {
  const char* name;
  std::set<std::string> subjects;
  int least, most; ///< seats
  int half_days;   ///< open in a week
};

const std::vector<Trade>& trades() {
  static const std::vector<Trade> all = [] {
    std::vector<Trade> made{{"电工实操考场", {"OP01", "OP02", "OP10", "OP28", "OP29", "OP30"}, 30, 50, 3},
                            {"焊接实操考场", {"OP04", "OP06", "OP09"}, 30, 45, 1},
                            {"高处作业实操考场", {"OP03", "OP05"}, 30, 45, 1},
                            {"制冷实操考场", {"OP07", "OP08"}, 30, 45, 1},
                            {"煤气作业实操考场", {"OP27"}, 25, 35, 2}};
    Trade chemical{"危险化学品实操考场", {}, 30, 40, 5};
    for (int i = 11; i <= 26; ++i) chemical.subjects.insert("OP" + std::to_string(i));
    made.push_back(chemical);
    return made;
  }();
  return all;
}

/// Openings of `half_days` of the ten in a working week.
std::vector<registry::OpeningRule> openings(int half_days, Month month, Chance& chance) {
  std::set<int> chosen;
  while (static_cast<int>(chosen.size()) < std::min(half_days, 10)) chosen.insert(chance.between(0, 9));
  registry::OpeningRule rule;
  rule.from = make_date(month.year, 1, 1);
  rule.to = make_date(month.year + 1, 12, 31);
  std::vector<registry::OpeningRule> rules;
  for (const char* slot : {"am", "pm"}) {
    rule.weekdays.clear();
    rule.slots = {slot};
    for (const int half : chosen)
      if ((half % 2 == 0) == (slot[0] == 'a')) rule.weekdays.push_back(half / 2 + 1);
    if (!rule.weekdays.empty()) rules.push_back(rule);
  }
  return rules;
}

registry::RoomRecord room(int number, const std::string& name, int capacity, bool exclusive) {
  registry::RoomRecord made;
  made.id = "R" + std::to_string(number);
  made.name = name + "（演示）";
  made.capacity = capacity;
  made.exclusive = exclusive;
  return made;
}

std::vector<registry::RoomRecord> rooms_of(const registry::SiteRecord& site, Month month, bool theory, Chance& chance) {
  std::vector<registry::RoomRecord> rooms;
  for (const auto& trade : trades()) {
    auto made = room(static_cast<int>(rooms.size()) + 1, trade.name, 1, true);
    const int size = chance.between(trade.least / 5, trade.most / 5) * 5;
    for (const auto& subject : site.subjects)
      if (trade.subjects.contains(subject)) made.seats[subject] = std::max(10, size - (subject == "OP01" ? 0 : chance.between(0, 2) * 5));
    if (made.seats.empty() || site.kind == registry::SiteKind::Theory) continue;
    made.capacity = size;
    made.openings = openings(trade.half_days + chance.between(0, 1), month, chance);
    rooms.push_back(std::move(made));
  }
  if (!theory) return rooms;
  const int seats = chance.between(10, 16) * 5;
  auto made = room(static_cast<int>(rooms.size()) + 1, "计算机考场", seats, false);
  made.seats[std::string(k_theory)] = seats;
  made.openings = openings(chance.between(1, 3), month, chance);
  rooms.push_back(std::move(made));
  return rooms;
}

} // namespace

DemoGround demo_ground(std::uint64_t seed, Month month, const std::vector<InstitutionInput>& institutions,
                       const std::vector<SiteInput>& sites) {
  Chance chance(seed ^ 0x6772'6f75'6e64ULL);
  DemoGround ground;
  std::map<std::string, registry::Place> at;
  for (const auto& one : institutions) {
    at[one.record.id] = near(one.place, chance);
    // Two institutions stay without coordinates, as in life: their distances are measured from the district's centre.
    if (ground.institutions.size() + 2 < institutions.size()) ground.institutions.push_back({one.record.id, at[one.record.id]});
    ground.schools.push_back({one.record.id, school_of(one.record.name)});
  }
  int number = 0;
  for (const auto& one : sites) {
    const bool theory = one.record.kind == registry::SiteKind::Theory || number % 2 == 0;
    ++number;
    const auto owner = at.find(one.record.owner);
    const bool with_owner = owner != at.end() && one.record.id.ends_with("S1");
    ground.sites.push_back({one.record.id, with_owner ? owner->second : near(one.place, chance)});
    auto rooms = rooms_of(one.record, month, theory, chance);
    if (!rooms.empty()) ground.rooms.push_back({one.record.id, std::move(rooms)});
  }
  return ground;
}

std::vector<registry::Suspension> demo_suspensions(Month month, const std::vector<InstitutionInput>& institutions,
                                                   const std::vector<SiteInput>& sites) {
  std::vector<registry::Suspension> made;
  const auto site = std::find_if(sites.begin(), sites.end(), [](const SiteInput& one) {
    return one.published && one.record.subjects.size() <= 3 && one.record.kind != registry::SiteKind::Theory;
  });
  if (site != sites.end())
    made.push_back({"", "site:" + site->record.id, month.first() + 7, month.first() + 13, "P-3.2", "演示：设备检修整改，暂停考试业务一周"});
  // Not the first one: whoever has only the commonest project and no site.
  const auto institution = std::find_if(institutions.rbegin(), institutions.rend(), [&](const InstitutionInput& one) {
    const bool owns = std::any_of(sites.begin(), sites.end(), [&](const SiteInput& s) { return s.record.owner == one.record.id; });
    return one.published && !owns && one.record.projects == std::vector<std::string>{"OP01"};
  });
  if (institution != institutions.rend())
    made.push_back({"", "institution:" + institution->record.id, month.first() + 9, month.first() + 9 + 90, "C-1a",
                    "演示：培训考勤记录不实，暂停培训业务三个月"});
  return made;
}

} // namespace ankao::planning
