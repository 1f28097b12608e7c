// SPDX-License-Identifier: Apache-2.0
#include "reporting/rules/tally.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "base/ensure.hpp"

namespace ankao::reporting {
namespace {

Pair figure(const Figures& all, const std::string& row) {
  const auto found = all.find(row);
  return found == all.end() ? Pair{} : found->second;
}

/// A row that counts money or persons counts nothing of records that have neither.
Pair figure(const RowLaw& row, const std::vector<Tallied>& all, std::size_t place) {
  Pair out;
  if (row.counts != Counts::Units && row.counts != Counts::Records) return out;
  for (const Tallied& one : all) {
    if (one.source != row.source || (row.subject != "any" && row.subject != one.subject)) continue;
    const auto& counted = row.counts == Counts::Units ? one.units : one.records;
    for (std::size_t i = 0; i <= place; ++i) out.total += counted[i];
    out.month += counted[place];
  }
  return out;
}

} // namespace

std::string_view kind_of_unit(std::string_view subject) {
  const auto colon = subject.find(':');
  const std::string_view kind = subject.substr(0, colon);
  return kind == "city" && colon != std::string_view::npos ? subject.substr(colon + 1) : kind;
}

std::vector<Period> periods_of(const ReportingLaw& law, int year) {
  std::vector<Period> out;
  const Date start = make_date(year, law.start_month, law.start_day);
  Date from = start;
  for (const MonthLaw& one : law.months) {
    const Month month{one.next_year ? year + 1 : year, one.month};
    const Date to = std::min(month.first() + static_cast<int>(law.cutoff_day) - 1, month.last());
    out.push_back({month, start, from, to});
    from = to + 1;
  }
  return out;
}

bool counted(const RowLaw& row, const Item& item) {
  if (row.source != item.source) return false;
  if (row.subject != "any" && row.subject != kind_of_unit(item.subject)) return false;
  return row.kinds.empty() || std::find(row.kinds.begin(), row.kinds.end(), item.kind) != row.kinds.end();
}

std::vector<const Item*> behind(const RowLaw& row, const std::vector<Item>& items, const Period& period, Cell cell) {
  std::vector<const Item*> out;
  std::set<std::string_view> seen;
  for (const Item& one : items) {
    if (!counted(row, one) || one.day < period.start || one.day > period.to) continue;
    if (row.counts == Counts::Units && !seen.insert(one.subject).second) continue;
    if (cell == Cell::Total || one.day >= period.from) out.push_back(&one);
  }
  return out;
}

std::int64_t sum(const RowLaw& row, const std::vector<const Item*>& items) {
  std::int64_t out = 0;
  for (const Item* one : items) out += row.counts == Counts::Amount ? one->amount : row.counts == Counts::Persons ? one->persons : 1;
  return out;
}

Figures tally(const std::vector<RowLaw>& rows, const std::vector<Item>& items, const Period& period) {
  Figures out;
  for (const RowLaw& row : rows) out[row.id] = {sum(row, behind(row, items, period, Cell::Month)), sum(row, behind(row, items, period, Cell::Total))};
  return out;
}

Figures tally(const std::vector<RowLaw>& rows, const Basis& basis, const std::vector<Period>& periods, std::size_t place) {
  Figures out;
  for (const RowLaw& row : rows) {
    if (row.source == Source::Decision)
      out[row.id] = {sum(row, behind(row, basis.decisions, periods[place], Cell::Month)), sum(row, behind(row, basis.decisions, periods[place], Cell::Total))};
    else
      out[row.id] = figure(row, basis.tallied, place);
  }
  return out;
}

Figures value_of(const std::vector<RowLaw>& rows, const std::vector<Figures>& computed, const std::vector<const Kept*>& kept) {
  ensure(computed.size() == kept.size() && !kept.empty(), "every period has its figures");
  Figures out;
  for (const RowLaw& row : rows) {
    Pair value;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const Correction* corrected = kept[i]->correction(row.id, Cell::Month);
      value.month = corrected != nullptr ? corrected->value : figure(computed[i], row.id).month;
      value.total += value.month;
    }
    if (const Correction* corrected = kept.back()->correction(row.id, Cell::Total)) value.total = corrected->value;
    out[row.id] = value;
  }
  return out;
}

std::vector<Finding> findings(const std::vector<RowLaw>& rows, const Figures& value, const Figures* before) {
  std::vector<Finding> out;
  for (const RowLaw& row : rows) {
    const Pair mine = figure(value, row.id);
    if (mine.total < mine.month) out.push_back({row.id, "below_month", true, "", mine.total, mine.month});
    const std::int64_t carried = mine.month + (before != nullptr ? figure(*before, row.id).total : 0);
    if (mine.total != carried) out.push_back({row.id, "carried", true, "", mine.total, carried});
    if (row.within.empty()) continue;
    const Pair whole = figure(value, row.within);
    if (mine.total > whole.total) out.push_back({row.id, "within_total", true, row.within, mine.total, whole.total});
    // Inspected in one month and decided in the next: nothing is wrong, but people ask.
    else if (mine.month > whole.month) out.push_back({row.id, "within_month", false, row.within, mine.month, whole.month});
  }
  return out;
}

} // namespace ankao::reporting
