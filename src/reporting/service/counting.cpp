// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/counting.hpp"

#include <algorithm>
#include <array>

#include "enforcement/service/records.hpp"
#include "inspection/service/counted.hpp"
#include "reporting/rules/tally.hpp"

namespace ankao::reporting {
namespace {

using inspection::Marking;
using inspection::Marked;
using inspection::Marks;

constexpr std::size_t k_sources = 8; ///< of Source

struct Range {
  Instant from, before;
};
Range range_of(Date from, Date to) { return {start_of(from), start_of(to + 1)}; }

Source source_of(const Marking& mark, const std::string& subject) {
  switch (mark.what) {
  case Marked::SelfProblem:
    return Source::SelfProblem;
  case Marked::Case:
    return Source::Case;
  default:
    break;
  }
  if (mark.kind == 'V' && subject.starts_with("unit:")) return Source::ProductionUnit;
  return mark.what == Marked::SelfVisit ? Source::SelfVisit : mark.what == Marked::CityVisit ? Source::CityVisit : Source::OfficeVisit;
}

/// A visit to an examination organisation is a visit by the city or by a district, and counted as one to it besides (G-09).
bool counts_as(const Marking& mark, const std::string& subject, Source source) {
  if (source != Source::OrganisationVisit) return source_of(mark, subject) == source;
  return (mark.what == Marked::OfficeVisit || mark.what == Marked::CityVisit) && kind_of_unit(subject) == "exam_organisation";
}

/// Which records have to be read for a source.
std::set<Marked> marks_for(Source source) {
  switch (source) {
  case Source::SelfVisit:
    return {Marked::SelfVisit};
  case Source::OfficeVisit:
    return {Marked::OfficeVisit};
  case Source::CityVisit:
    return {Marked::CityVisit};
  case Source::OrganisationVisit:
    return {Marked::OfficeVisit, Marked::CityVisit};
  case Source::ProductionUnit:
    return {Marked::SelfVisit, Marked::OfficeVisit, Marked::CityVisit};
  default:
    return {};
  }
}

std::size_t period_of(const std::vector<Period>& periods, Instant at) {
  const Date day = date_of(at);
  for (std::size_t i = 0; i < periods.size(); ++i)
    if (day <= periods[i].to) return i;
  return periods.size() - 1;
}

/// One line for each kind of unit and source, found by its place in `lines`.
class Tally {
public:
  explicit Tally(const std::vector<Period>& periods)
      : periods_(periods) {}

  void add(const Marks& marks) {
    // The period of a unit's first record of a source; records come in no order.
    std::vector<std::array<std::int64_t, k_sources>> first(marks.units.size());
    for (auto& one : first) one.fill(k_none);
    for (const Marking& mark : marks.all) {
      const auto& unit = marks.units[mark.unit];
      const auto add_as = [&](Source source) {
        line(unit, source).records[period_of(periods_, mark.at)] += mark.count;
        auto& moment = first[mark.unit][static_cast<std::size_t>(source)];
        moment = std::min(moment, mark.at.ms);
      };
      add_as(source_of(mark, unit.subject));
      if (counts_as(mark, unit.subject, Source::OrganisationVisit)) add_as(Source::OrganisationVisit);
    }
    for (std::size_t i = 0; i < first.size(); ++i)
      for (std::size_t source = 0; source < k_sources; ++source)
        if (first[i][source] != k_none) ++line(marks.units[i], static_cast<Source>(source)).units[period_of(periods_, {first[i][source]})];
  }

  void give(std::map<std::string, Basis>& out) {
    for (auto& [key, one] : lines_) out[std::get<0>(key)].tallied.push_back(std::move(one));
  }

private:
  static constexpr std::int64_t k_none = INT64_MAX;

  Tallied& line(const inspection::MarkedUnit& unit, Source source) {
    const std::tuple<std::string_view, std::string_view, Source> key{unit.district, kind_of_unit(unit.subject), source};
    const auto found = lines_.find(key);
    if (found != lines_.end()) return found->second;
    Tallied fresh{source, std::string(kind_of_unit(unit.subject)), std::vector<std::int64_t>(periods_.size()), std::vector<std::int64_t>(periods_.size())};
    return lines_.emplace(std::tuple{unit.district, fresh.subject, source}, fresh).first->second;
  }

  const std::vector<Period>& periods_;
  std::map<std::tuple<std::string, std::string, Source>, Tallied, std::less<>> lines_;
};

std::vector<Item> decisions(db::Transaction& transaction, const std::string& district, const Range& range) {
  std::vector<Item> out;
  for (const auto& one : enforcement::decisions_counted(transaction, district, range.from, range.before))
    out.push_back({Source::Decision, one.id, one.subject, one.name, one.district, date_of(one.at), enforcement::name_of(one.kind), one.amount, one.persons});
  return out;
}

Item item_of(Source source, const inspection::Counted& one) { return {source, one.id, one.subject, one.name, one.district, date_of(one.at), "", 0, 0}; }

/// By moment, then by number.
void in_order(Marks& marks) {
  std::sort(marks.all.begin(), marks.all.end(), [](const Marking& a, const Marking& b) { return std::tuple{a.at.ms, b.kind, a.number} < std::tuple{b.at.ms, a.kind, b.number}; });
}

/// Problems of signed self-inspections, and those that a report adds to them.
std::vector<Item> self_problems(db::Transaction& transaction, const std::string& campaign, const std::string& district, const Range& range) {
  std::vector<Item> out;
  Marks marks = inspection::marks_in(transaction, campaign, district, range.from, range.before, {Marked::SelfProblem});
  in_order(marks);
  for (const Marking& one : marks.all)
    if (one.kind == 'Q') out.push_back({Source::SelfProblem, one.id(), marks.units[one.unit].subject, "", marks.units[one.unit].district, date_of(one.at), "", 0, 0});
  for (const auto& one : inspection::problems_reported(transaction, campaign, district, range.from, range.before)) out.push_back(item_of(Source::SelfProblem, one));
  return out;
}

std::vector<Item> visits(db::Transaction& transaction, const std::string& campaign, const std::string& district, Source source, const Range& range) {
  Marks marks = inspection::marks_in(transaction, campaign, district, range.from, range.before, marks_for(source));
  in_order(marks);
  std::vector<Item> out;
  for (const Marking& one : marks.all)
    if (counts_as(one, marks.units[one.unit].subject, source)) out.push_back({source, one.id(), marks.units[one.unit].subject, "", marks.units[one.unit].district, date_of(one.at), "", 0, 0});
  return out;
}

} // namespace

const std::set<Source>& recorded_sources() {
  static const std::set<Source> all{Source::SelfVisit, Source::SelfProblem, Source::OfficeVisit, Source::CityVisit, Source::Decision, Source::ProductionUnit, Source::OrganisationVisit, Source::Case};
  return all;
}

std::map<std::string, Basis> basis_of(db::Transaction& transaction, const std::string& campaign, const std::string& district, const std::vector<Period>& periods) {
  const Range range = range_of(periods.front().from, periods.back().to);
  std::map<std::string, Basis> out;
  Tally tally(periods);
  tally.add(inspection::marks_in(transaction, campaign, district, range.from, range.before, {Marked::SelfVisit, Marked::SelfProblem, Marked::OfficeVisit, Marked::CityVisit, Marked::Case}));
  tally.give(out);
  for (Item& one : decisions(transaction, district, range)) out[one.district].decisions.push_back(std::move(one));
  return out;
}

Basis joined(const std::map<std::string, Basis>& districts) {
  Basis out;
  for (const auto& [district, part] : districts) {
    out.tallied.insert(out.tallied.end(), part.tallied.begin(), part.tallied.end());
    out.decisions.insert(out.decisions.end(), part.decisions.begin(), part.decisions.end());
  }
  std::stable_sort(out.decisions.begin(), out.decisions.end(), [](const Item& a, const Item& b) { return a.day < b.day; });
  return out;
}

std::vector<Item> items(db::Transaction& transaction, const std::string& campaign, const std::string& district, Source source, Date from, Date to) {
  const Range range = range_of(from, to);
  std::vector<Item> out;
  if (source == Source::Decision) out = decisions(transaction, district, range);
  else if (source == Source::SelfProblem) out = self_problems(transaction, campaign, district, range);
  else if (source == Source::Case)
    for (const auto& one : inspection::cases_reported(transaction, campaign, district, range.from, range.before)) out.push_back(item_of(source, one));
  else
    out = visits(transaction, campaign, district, source, range);
  std::stable_sort(out.begin(), out.end(), [](const Item& a, const Item& b) { return a.day < b.day; });
  return out;
}

void name_units(db::Transaction& transaction, const std::string& campaign, std::vector<Item>& items) {
  std::set<std::string> subjects;
  for (const Item& one : items)
    if (one.name.empty()) subjects.insert(one.subject);
  const auto names = inspection::names_in(transaction, campaign, subjects);
  for (Item& one : items)
    if (const auto found = names.find(one.subject); one.name.empty() && found != names.end()) one.name = found->second;
}

} // namespace ankao::reporting
