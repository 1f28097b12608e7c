// SPDX-License-Identifier: Apache-2.0
#include "registry/demo/conditions.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "registry/files/condition_law.hpp"
#include "registry/service/condition_reading.hpp"
#include "registry/service/conditions.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::registry {
namespace {

constexpr const char* k_note = "演示数据，不是真实情况";
const Date k_first = make_date(2023, 11, 5); // the day after the notice's register begins

/// 0-999, from the words alone.
int draw(const std::string& words) {
  const Digest digest = sm3("ankao demo conditions|" + words);
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = (value << 8) | digest[static_cast<std::size_t>(i)];
  return static_cast<int>(value % 1000U);
}

Instant at(Date day, int hour) { return {start_of(day).ms + hour * 3'600'000LL}; }

class PlaceMaker {
public:
  PlaceMaker(const ConditionPlace& place, Date today)
      : place_(place)
      , today_(today) {}

  std::vector<Stated> values() const {
    std::vector<Stated> out;
    const bool owned = luck("owned") < 300;
    for (const ConditionLaw& law : shipped_conditions_law().conditions) {
      if (law.kind == ConditionKind::Staff || !concerns(law, place_.premises)) continue;
      if (law.id == "lease_years" && owned) continue;
      if (law.id == "agreement_years" && (owned || luck("agreement") >= 150)) continue;
      Stated one{law.id, 0, std::nullopt, std::nullopt, out.empty() ? k_note : "", {}};
      if (law.kind == ConditionKind::Term)
        term(law, one);
      else
        one.number = law.id == "premises_owned" ? (owned ? 1 : 0) : number(law);
      out.push_back(std::move(one));
    }
    return out;
  }

  std::vector<StaffRow> staff() const { return place_.site.empty() ? of_institution() : of_site(); }

private:
  int luck(const std::string& words) const { return draw(place_.id + "|" + words); }

  int most_asked(const ConditionLaw& law) const {
    int out = 0;
    for (const Premises one : place_.premises)
      if (const Ask* ask = law.ask_of(one)) out = std::max(out, ask->at_least);
    return out;
  }

  /// One in seventy lies below the form.
  std::int64_t number(const ConditionLaw& law) const {
    const int asked = most_asked(law);
    const bool low = luck("low|" + law.id) < 14;
    if (law.kind == ConditionKind::YesNo) return low ? 0 : 1;
    const std::int64_t most = asked + asked * luck("more|" + law.id) / 1000 + (law.id == "examined" ? 400 + luck("examined") * 3 : 0);
    const std::int64_t count = low ? asked * 4 / 5 : most;
    return law.kind == ConditionKind::Area ? count * 100 + (luck("part|" + law.id) % 2) * 50 : count;
  }

  /// Most run for years; some have run out, some are about to, some were too short from the start.
  void term(const ConditionLaw& law, Stated& one) const {
    const int fate = luck("term|" + law.id);
    const int years = most_asked(law) + (fate < 20 ? -2 : 1 + fate % 5);
    one.until = fate >= 20 && fate < 60 ? today_ - (10 + fate) : fate >= 60 && fate < 120 ? today_ + (fate - 60) : make_date(2027, 12, 31) + fate;
    one.from = make_date(one.until->year() - years, one.until->month(), std::min(one.until->day(), 28U));
  }

  StaffRow person(const std::string& post, const char* word, int number, bool full_time = true) const {
    const std::string key = post + std::to_string(number);
    StaffRow row;
    row.name = "演示·" + std::string(word) + (number < 10 ? "0" : "") + std::to_string(number);
    row.post = post;
    row.full_time = full_time;
    row.born = 1962 + luck("born|" + key) % 36;
    row.education = luck("education|" + key) < 500 ? "bachelor" : "college";
    row.title = luck("title|" + key) < 600 ? "intermediate" : luck("title|" + key) < 800 ? "technician" : "junior";
    row.insured = full_time ? 3 + luck("insured|" + key) % 120 : 0;
    return row;
  }

  void certify(StaffRow& row, const char* kind, const std::string& key) const {
    const int fate = luck("certificate|" + key);
    row.certificate = kind;
    row.number = "DEMO-" + std::to_string(100000 + luck("number|" + key) * 7);
    row.until = fate < 8 ? make_date(2023, 9, 1) + fate : fate < 24 ? today_ - fate : fate < 60 ? today_ + (fate - 20) : make_date(2027, 6, 30) + 2 * fate;
  }

  std::vector<StaffRow> of_institution() const {
    std::vector<StaffRow> out;
    out.push_back(person("head", "负责人", 1));
    out.back().education = "bachelor";
    out.back().title = "intermediate";
    const int managers = luck("managers") < 50 ? 2 : 3 + luck("managers") % 3;
    for (int i = 1; i <= managers; ++i) out.push_back(person("manager", "管理人员", i));
    out.push_back(person("maintainer", "维护人员", 1));
    certify(out.back(), "operation", "maintainer");
    const auto& projects = place_.projects;
    const int couples = std::max(2, static_cast<int>(projects.size() + 3) / 4);
    for (const auto& [post, word] : {std::pair{"theory_teacher", "理论教员"}, std::pair{"practical_teacher", "实操教员"}})
      for (int i = 0; i < couples; ++i) {
        StaffRow row = person(post, word, i + 1, luck(std::string("full|") + post + std::to_string(i)) < 700);
        row.years = luck(std::string("years|") + post + std::to_string(i)) < 8 ? 3 : 5 + luck(std::string("years|") + post + std::to_string(i)) % 25;
        if (row.title == "junior" || i % 2 == 0) certify(row, "teacher", post + std::to_string(i));
        for (std::size_t p = static_cast<std::size_t>(i); p < projects.size(); p += static_cast<std::size_t>(couples)) row.projects.push_back(projects[p]);
        out.push_back(std::move(row));
      }
    return out;
  }

  std::vector<StaffRow> of_site() const {
    std::vector<StaffRow> out;
    out.push_back(person("head", "负责人", 1));
    out.push_back(person("room_manager", "考场管理人员", 1));
    const int staff = luck("exam_staff") < 50 ? 1 : 2 + luck("exam_staff") % 3;
    for (int i = 1; i <= staff; ++i) out.push_back(person("exam_staff", "考务人员", i));
    out.push_back(person("maintainer", "设备维护人员", 1));
    if (luck("finance") >= 50) out.push_back(person("finance", "财务人员", 1));
    out.push_back(person("manager", "管理人员", 1));
    return out;
  }

  const ConditionPlace& place_;
  Date today_;
};

class Layer {
public:
  Layer(db::Transaction& transaction, Instant now)
      : transaction_(transaction)
      , now_(now)
      , today_(date_of(now)) {}

  Result<DemoConditions> run() {
    if (!transaction_.query("SELECT 1 AS one FROM condition_sheet LIMIT 1").empty()) return done_;
    const auto all = snapshot(transaction_, k_first);
    for (const auto& one : all.institutions)
      if (const auto laid = place(one.record.id, one.standing); !laid.ok()) return laid.problem();
    for (const auto& one : all.sites)
      if (const auto laid = place(one.record.id, one.standing); !laid.ok()) return laid.problem();
    return done_;
  }

private:
  Result<void> place(const std::string& id, Standing standing) {
    const auto place = condition_place(transaction_, id, k_first);
    if (!place || standing != Standing::Published) return {};
    ++done_.places;
    const PlaceMaker maker(*place, today_);
    const int fate = draw("fate|" + id);
    // Eight in a hundred declared only now, and six have a change that waits.
    const Date first = fate < 80 ? today_ - (1 + fate % 9) : k_first;
    const auto declared = declare_conditions(transaction_, by(*place, at(first, 9)), {}, {id, maker.values(), maker.staff(), first});
    if (!declared.ok()) return declared.problem();
    if (fate < 80) return waits();
    if (const auto confirmed = decide(*place, *declared, at(first + 1, 10)); !confirmed.ok()) return confirmed;
    if (fate >= 140 || today_ < k_first + 30) return {};
    auto values = maker.values();
    for (Stated& one : values)
      if (one.condition == "office_area") one.number += 500;
    const auto changed = declare_conditions(transaction_, by(*place, at(today_ - (1 + fate % 9), 9)), {}, {id, std::move(values), std::nullopt, today_ - (1 + fate % 9)});
    return changed.ok() ? waits() : Result<void>(changed.problem());
  }

  Result<void> waits() {
    ++done_.waiting;
    return {};
  }

  Result<void> decide(const ConditionPlace& place, const Sheet& sheet, Instant at) {
    const Act district{{"demo-" + place.district, "演示·区应急管理局", "district_bureau", "district:" + place.district}, at};
    const auto done = decide_conditions(transaction_, district, sheet.id(), true, "");
    if (!done.ok()) return done.problem();
    const auto standing = standing_of(transaction_, place.id);
    done_.below += standing && standing->below > 0 ? 1 : 0;
    return {};
  }

  static Act by(const ConditionPlace& place, Instant at) {
    const bool site = !place.site.empty();
    return {{"demo-" + place.id, "演示·" + place.name, site ? "exam_site" : "institution", place.subject()}, at};
  }

  db::Transaction& transaction_;
  Instant now_;
  Date today_;
  DemoConditions done_;
};

} // namespace

Result<DemoConditions> lay_demo_conditions(db::Database& database, Instant now) {
  return db::decide(database, [&](db::Transaction& transaction) { return Layer(transaction, now).run(); });
}

} // namespace ankao::registry
