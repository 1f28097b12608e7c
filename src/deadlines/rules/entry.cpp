// SPDX-License-Identifier: Apache-2.0
#include "deadlines/rules/entry.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"

namespace ankao::deadlines {
namespace {

constexpr unsigned k_saturday = 6;
/// The earliest day of the December before that a notice has arranged: New Year's Day takes at most the week before it.
constexpr unsigned k_edge_day = 25;
/// The longest holiday arranged so far has 10 days (Spring Festival 2020); a fortnight leaves room.
constexpr int k_longest_rest = 14;

bool is_weekend(Date date) { return date.weekday() >= k_saturday; }
bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }
bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }
bool mentions(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

class Judge {
public:
  Judge(const YearEntry& entry, const Judged& judged)
      : entry_(entry)
      , judged_(judged) {}

  std::vector<Problem> faults() {
    if (!check_year()) return std::move(faults_);
    check_texts();
    check_lines();
    for (std::size_t i = 0; i < entry_.rest.size() && i < k_most_lines; ++i) check_rest(i);
    for (std::size_t i = 0; i < entry_.worked.size() && i < k_most_lines; ++i) check_worked(i);
    if (faults_.empty()) check_law();
    return std::move(faults_);
  }

private:
  void fault(const std::string& id, const std::string& at, std::vector<Detail> details = {}) {
    faults_.push_back(problem(id, std::move(details), at));
  }

  bool check_year() {
    const int first = judged_.law.front().from_year;
    const int last = judged_.today.year() + 1;
    if (entry_.year >= first && entry_.year <= last) return true;
    fault("deadlines.year_out_of_range", "/year",
          {{"year", std::to_string(entry_.year)}, {"first", std::to_string(first)}, {"last", std::to_string(last)}});
    return false;
  }

  void check_text(const std::string& text, std::size_t longest, const char* missing, const std::string& at) {
    if (blank(text)) fault(missing, at);
    check_kept(text, longest, at);
  }

  void check_kept(const std::string& text, std::size_t longest, const std::string& at) {
    if (text.size() > longest) fault("deadlines.text_too_long", at, {{"bytes", std::to_string(longest)}});
    if (std::any_of(text.begin(), text.end(), [](char c) { return is_control(c); })) fault("deadlines.text_control", at);
  }

  void check_texts() {
    check_text(entry_.source, k_longest_text, "deadlines.source_missing", "/source");
    if (!blank(entry_.source) && !mentions(entry_.source, "国务院") && !mentions(entry_.source, "国办"))
      fault("deadlines.source_unclear", "/source");
    if (judged_.known)
      check_text(entry_.reason, k_longest_text, "deadlines.reason_missing", "/reason");
    else
      check_kept(entry_.reason, k_longest_text, "/reason");
  }

  void check_lines() {
    if (entry_.rest.empty()) fault("deadlines.rest_missing", "/rest");
    if (entry_.rest.size() > k_most_lines) fault("deadlines.too_many_lines", "/rest", {{"most", std::to_string(k_most_lines)}});
    if (entry_.worked.size() > k_most_lines) fault("deadlines.too_many_lines", "/worked", {{"most", std::to_string(k_most_lines)}});
  }

  bool within(Date date) const {
    return date.year() == entry_.year || (date.year() == entry_.year - 1 && date.month() == 12 && date.day() >= k_edge_day);
  }
  bool check_day(Date date, const std::string& at) {
    if (!within(date)) fault("deadlines.day_outside_year", at, {{"date", to_string(date)}, {"year", std::to_string(entry_.year)}});
    return within(date);
  }

  void check_rest(std::size_t i) {
    const RestRange& range = entry_.rest[i];
    const std::string at = "/rest/" + std::to_string(i);
    check_text(range.name, k_longest_name, "deadlines.name_missing", at + "/name");
    const bool first = check_day(range.from, at + "/from"), last = check_day(range.to, at + "/to");
    if (!first || !last) return;
    if (range.to < range.from) {
      fault("deadlines.range_backward", at + "/to", {{"from", to_string(range.from)}, {"to", to_string(range.to)}});
      return;
    }
    if (range.to - range.from >= k_longest_rest) {
      fault("deadlines.range_too_long", at + "/to",
            {{"days", std::to_string(range.to - range.from + 1)}, {"most", std::to_string(k_longest_rest)}});
      return;
    }
    for (Date date = range.from; date <= range.to; date = date + 1) {
      if (rest_.insert(date).second) continue;
      fault("deadlines.day_doubled", at + "/from", {{"date", to_string(date)}});
      return;
    }
  }

  void check_worked(std::size_t i) {
    const WorkedDay& day = entry_.worked[i];
    const std::string at = "/worked/" + std::to_string(i);
    check_text(day.name, k_longest_name, "deadlines.name_missing", at + "/name");
    if (!check_day(day.date, at + "/date")) return;
    if (!is_weekend(day.date)) fault("deadlines.worked_on_weekday", at + "/date", {{"date", to_string(day.date)}});
    if (rest_.contains(day.date)) fault("deadlines.rest_and_worked", at + "/date", {{"date", to_string(day.date)}});
    if (!worked_.insert(day.date).second) fault("deadlines.day_doubled", at + "/date", {{"date", to_string(day.date)}});
  }

  const HolidayLaw& law() const {
    const auto after =
        std::find_if(judged_.law.begin(), judged_.law.end(), [&](const HolidayLaw& one) { return one.from_year > entry_.year; });
    return *std::prev(after);
  }

  void check_law() {
    for (const MonthDay& fixed : law().fixed_days) {
      const Date date = make_date(entry_.year, fixed.month, fixed.day);
      if (!rest_.contains(date)) fault("deadlines.statutory_day_missing", "/rest", {{"date", to_string(date)}});
    }
    const auto weekdays = std::count_if(rest_.begin(), rest_.end(), [](Date date) { return !is_weekend(date); });
    const auto balance = weekdays - static_cast<std::ptrdiff_t>(worked_.size());
    if (balance == law().statutory_days || entry_.compared) return;
    fault("deadlines.unusual_number", "/compared",
          {{"weekdays", std::to_string(weekdays)},
           {"worked", std::to_string(worked_.size())},
           {"balance", std::to_string(balance)},
           {"statutory", std::to_string(law().statutory_days)}});
  }

  const YearEntry& entry_;
  const Judged& judged_;
  std::set<Date> rest_, worked_;
  std::vector<Problem> faults_;
};

CalendarYear own_days(const EnteredYear& entered) {
  CalendarYear out{entered.year, entered.source, {}, {}};
  for (const auto& [date, name] : entered.rest)
    if (date.year() == entered.year) out.rest[date] = name;
  for (const auto& [date, name] : entered.worked)
    if (date.year() == entered.year) out.worked[date] = name;
  return out;
}

void lay_edge(CalendarYear& before, const EnteredYear& entered) {
  for (const auto& [date, name] : entered.rest) {
    if (date.year() != before.year) continue;
    before.worked.erase(date);
    before.rest[date] = name;
  }
  for (const auto& [date, name] : entered.worked) {
    if (date.year() != before.year) continue;
    before.rest.erase(date);
    before.worked[date] = name;
  }
}

} // namespace

std::vector<Problem> faults(const YearEntry& entry, const Judged& judged) {
  ensure(!judged.law.empty(), "the law of holidays is known");
  return Judge(entry, judged).faults();
}

std::map<Date, std::string> rest_days(const YearEntry& entry) {
  std::map<Date, std::string> days;
  for (const RestRange& range : entry.rest)
    for (Date date = range.from; date <= range.to; date = date + 1) days[date] = range.name;
  return days;
}

std::map<Date, std::string> worked_days(const YearEntry& entry) {
  std::map<Date, std::string> days;
  for (const WorkedDay& day : entry.worked) days[day.date] = day.name;
  return days;
}

std::vector<CalendarYear> laid_over(std::vector<CalendarYear> shipped, const std::vector<EnteredYear>& newest) {
  std::map<int, CalendarYear> years;
  for (CalendarYear& one : shipped) years[one.year] = std::move(one);
  for (const EnteredYear& one : newest) years[one.year] = own_days(one);
  for (const EnteredYear& one : newest)
    if (const auto before = years.find(one.year - 1); before != years.end()) lay_edge(before->second, one);
  std::vector<CalendarYear> out;
  for (auto& [number, year] : years) out.push_back(std::move(year));
  return out;
}

std::vector<RestRange> ranges(const std::map<Date, std::string>& rest) {
  std::vector<RestRange> out;
  for (const auto& [date, name] : rest) {
    if (!out.empty() && out.back().to + 1 == date && out.back().name == name)
      out.back().to = date;
    else
      out.push_back({date, date, name});
  }
  return out;
}

} // namespace ankao::deadlines
