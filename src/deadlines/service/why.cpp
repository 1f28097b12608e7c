// SPDX-License-Identifier: Apache-2.0
#include "deadlines/service/why.hpp"

namespace ankao::deadlines {
namespace {

const char* word_of(DayKind::Kind kind) {
  switch (kind) {
  case DayKind::Kind::Workday:
    return "work";
  case DayKind::Kind::Holiday:
    return "rest";
  case DayKind::Kind::WorkedWeekend:
    return "worked_weekend";
  case DayKind::Kind::Weekend:
    break;
  }
  return "weekend";
}

std::optional<Date> last_day(const Deadline& deadline, const Anchor& anchor, const WorkingDays& days) {
  const auto found = due(deadline, anchor, days);
  if (!found || !*found) return std::nullopt;
  return (*found)->day;
}

void add_change(law::Why& why, std::optional<Date> now, std::optional<Date> otherwise, const law::WhySaid& what) {
  if (!otherwise || otherwise == now) return;
  why.changes.push_back({what.zh + "，到期日为 " + to_string(*otherwise), what.en + " it would be due on " + to_string(*otherwise)});
}

void add_changes(law::Why& why, const Deadline& deadline, const Anchor& anchor, const WorkingDays& days) {
  const auto now = last_day(deadline, anchor, days);
  if (deadline.starts.kind != StartKind::Month && deadline.starts.kind != StartKind::Year) {
    Anchor later = anchor;
    later.day = later.day + 1;
    add_change(why, now, last_day(deadline, later, days), {"晚一天起算", "Started a day later"});
  }
  if (deadline.length.unit != Unit::WorkingDay) return;
  Deadline civil = deadline;
  civil.length.unit = Unit::Day;
  add_change(why, now, last_day(civil, anchor, days), {"按日历日计算", "Counted in calendar days"});
}

} // namespace

law::Why why_of(const Deadline& deadline, const Anchor& anchor, const WorkingDays& days) {
  law::Why why;
  std::vector<std::string> clauses{deadline.clause};
  clauses.push_back(deadline.missed_clause.empty() ? deadline.clause : deadline.missed_clause);
  clauses.insert(clauses.end(), deadline.related.begin(), deadline.related.end());
  why.rules.push_back({deadline.id, {deadline.title.zh, deadline.title.en}, to_string(deadline.from), law::quoted(clauses)});
  for (const CountedDay& day : counted_days(deadline, anchor, days))
    why.days.push_back({to_string(day.day), word_of(day.kind.kind), day.kind.holiday, day.number, day.day == anchor.day});
  add_changes(why, deadline, anchor, days);
  return why;
}

} // namespace ankao::deadlines
