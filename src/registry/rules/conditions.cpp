// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/conditions.hpp"

#include <algorithm>

namespace ankao::registry {
namespace {

bool holds(const std::vector<std::string>& all, const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

int place_in(const std::vector<TwoWords>& words, const std::string& id) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].id == id) return static_cast<int>(i);
  return -1;
}

bool titled(const ConditionsLaw& law, const StaffRow& row) { return place_in(law.titles, row.title) >= place_in(law.titles, "intermediate"); }

std::optional<std::int64_t> share(const ConditionsLaw& law, const StaffRule& rule, const std::vector<StaffRow>& staff, Date day) {
  std::int64_t all = 0, part = 0;
  for (const StaffRow& row : staff) {
    if (!holds(rule.posts, row.post)) continue;
    ++all;
    part += fits(law, rule, row, day) ? 1 : 0;
  }
  return all == 0 ? std::nullopt : std::optional(100 * part / all);
}

std::optional<std::int64_t> fewest(const ConditionsLaw& law, const StaffRule& rule, const std::vector<StaffRow>& staff, const std::vector<std::string>& projects, Date day) {
  std::optional<std::int64_t> out;
  for (const std::string& project : projects) {
    const auto count = std::count_if(staff.begin(), staff.end(), [&](const StaffRow& row) { return holds(row.projects, project) && fits(law, rule, row, day); });
    out = std::min<std::int64_t>(out.value_or(count), count);
  }
  return out;
}

std::optional<std::int64_t> least(const ConditionsLaw& law, const StaffRule& rule, const std::vector<StaffRow>& staff, Date day, int StaffRow::*member) {
  std::optional<std::int64_t> out;
  for (const StaffRow& row : staff)
    if (fits(law, rule, row, day)) out = std::min<std::int64_t>(out.value_or(row.*member), row.*member);
  return out;
}

} // namespace

int whole_years(Date from, Date until) {
  if (until < from) return 0;
  const Date after = until + 1;
  int years = after.year() - from.year();
  const auto rank = [](Date day) { return day.month() * 100 + day.day(); };
  // From 29 February a year is full on the 1st of March that follows.
  if (rank(after) < rank(from)) --years;
  return years;
}

bool certificate_valid(const StaffRow& row, Date day) { return row.certificate != "none" && (!row.until || day <= *row.until); }

bool fits(const ConditionsLaw& law, const StaffRule& rule, const StaffRow& row, Date day) {
  if (!holds(rule.posts, row.post)) return false;
  if (rule.full_time && !row.full_time) return false;
  if (rule.titled && !titled(law, row)) return false;
  if (!rule.education.empty() && place_in(law.educations, row.education) < place_in(law.educations, rule.education)) return false;
  if (!rule.certificate.empty() && !(row.certificate == rule.certificate && certificate_valid(row, day))) return false;
  return !rule.qualified || titled(law, row) || (row.certificate == "teacher" && certificate_valid(row, day));
}

std::optional<std::int64_t> measured(const ConditionsLaw& law, const StaffRule& rule, const std::vector<StaffRow>& staff, const std::vector<std::string>& projects, Date day) {
  switch (rule.measure) {
  case Measure::Count:
    return std::count_if(staff.begin(), staff.end(), [&](const StaffRow& row) { return fits(law, rule, row, day); });
  case Measure::Share:
    return share(law, rule, staff, day);
  case Measure::Fewest:
    return fewest(law, rule, staff, projects, day);
  case Measure::LeastYears:
    return least(law, rule, staff, day, &StaffRow::years);
  case Measure::LeastMonths:
    return least(law, rule, staff, day, &StaffRow::insured);
  }
  return std::nullopt;
}

const StaffRule& rule_of(const ConditionLaw& condition, const std::vector<Premises>& premises) {
  for (const Premises one : premises) {
    const Ask* ask = condition.ask_of(one);
    if (ask != nullptr && ask->counts) return *ask->counts;
  }
  return condition.counts;
}

bool concerns(const ConditionLaw& condition, const std::vector<Premises>& premises) {
  return std::any_of(premises.begin(), premises.end(), [&](Premises one) { return condition.ask_of(one) != nullptr; });
}

std::optional<Figure> figure_of(const ConditionsLaw& law, const ConditionLaw& condition, const Sheet& sheet, const ConditionPlace& place, Date day) {
  if (condition.kind == ConditionKind::Staff) {
    // A list without anybody was never filled in.
    if (sheet.staff.empty()) return std::nullopt;
    const auto number = measured(law, rule_of(condition, place.premises), sheet.staff, place.projects, day);
    return number ? std::optional(Figure{*number, std::nullopt, false}) : std::nullopt;
  }
  const auto found = std::find_if(sheet.values.begin(), sheet.values.end(), [&](const Stated& one) { return one.condition == condition.id; });
  if (found == sheet.values.end()) return std::nullopt;
  if (condition.kind != ConditionKind::Term) return Figure{found->number, std::nullopt, false};
  const bool over = found->until && *found->until < day;
  return Figure{over || !found->from || !found->until ? 0 : whole_years(*found->from, *found->until), found->until, over};
}

std::int64_t as_asked(const ConditionLaw& condition, const Figure& figure) { return condition.kind == ConditionKind::Area ? figure.number / 100 : figure.number; }

std::vector<std::string> below(const ConditionLaw& condition, const std::vector<Premises>& premises, const Figure& figure) {
  std::vector<std::string> out;
  for (const Premises one : premises) {
    const Ask* ask = condition.ask_of(one);
    if (ask != nullptr && as_asked(condition, figure) < ask->at_least) out.push_back(ask->clause);
  }
  return out;
}

std::map<Date, RunsOut> run_out(const Sheet& sheet, Date first, Date last) {
  std::map<Date, RunsOut> out;
  const auto within = [&](const std::optional<Date>& day) { return day && first <= *day && *day <= last; };
  for (const Stated& one : sheet.values)
    if (within(one.until)) out[*one.until].conditions.push_back(one.condition);
  for (const StaffRow& row : sheet.staff)
    if (row.certificate != "none" && within(row.until)) ++out[*row.until].persons;
  return out;
}

std::optional<std::int64_t> read_area(const std::string& text) {
  const auto point = text.find('.');
  const std::string whole = text.substr(0, point);
  std::string part = point == std::string::npos ? "" : text.substr(point + 1);
  const auto digits = [](const std::string& s) { return s.find_first_not_of("0123456789") == std::string::npos; };
  if (whole.empty() || whole.size() > 9 || part.size() > 2 || !digits(whole) || !digits(part) || (point != std::string::npos && part.empty())) return std::nullopt;
  part.resize(2, '0');
  return std::stoll(whole) * 100 + std::stoll(part);
}

std::string area_text(std::int64_t hundredths) {
  const std::int64_t part = hundredths % 100;
  const std::string whole = std::to_string(hundredths / 100);
  if (part == 0) return whole;
  return whole + "." + (part < 10 ? "0" : "") + std::to_string(part);
}

} // namespace ankao::registry
