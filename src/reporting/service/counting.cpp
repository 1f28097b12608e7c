// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/counting.hpp"

#include <algorithm>

#include "enforcement/service/records.hpp"
#include "inspection/service/counted.hpp"

namespace ankao::reporting {
namespace {

using inspection::Counted;

struct Range {
  Instant from, before;
};

Source source_of_visit(const Counted& one) {
  if (one.subject.starts_with("unit:")) return Source::ProductionUnit;
  if (one.by.find(':') != std::string::npos) return Source::SelfVisit;
  return one.by.empty() ? Source::CityVisit : Source::OfficeVisit;
}

Item item_of(Source source, const Counted& one) { return {source, one.id, one.subject, one.name, one.district, date_of(one.at), "", 0, 0}; }

void add_inspections(db::Transaction& transaction, const std::string& campaign, const std::string& district, const Range& range, std::vector<Item>& out) {
  for (const Counted& one : inspection::signed_visits(transaction, campaign, district, range.from, range.before)) out.push_back(item_of(source_of_visit(one), one));
  for (const Counted& one : inspection::problems_found(transaction, campaign, district, range.from, range.before))
    if (one.by.find(':') != std::string::npos) out.push_back(item_of(Source::SelfProblem, one));
}

void add_papers(db::Transaction& transaction, const std::string& campaign, const std::string& district, const Range& range, std::vector<Item>& out) {
  for (const Counted& one : inspection::reports_handed_in(transaction, campaign, district, range.from, range.before))
    out.push_back(item_of(one.id.find('/') == std::string::npos ? Source::SelfVisit : Source::SelfProblem, one));
  for (const Counted& one : inspection::cases_reported(transaction, campaign, district, range.from, range.before)) out.push_back(item_of(Source::Case, one));
}

void add_decisions(db::Transaction& transaction, const std::string& district, const Range& range, std::vector<Item>& out) {
  for (const auto& one : enforcement::decisions_between(transaction, district, range.from, range.before))
    out.push_back({Source::Decision, one.id, one.draft.subject, one.name, one.district, date_of(*one.decided_at), enforcement::name_of(one.draft.kind), one.draft.amount, static_cast<std::int64_t>(one.draft.persons.size())});
}

} // namespace

const std::set<Source>& recorded_sources() {
  static const std::set<Source> all{Source::SelfVisit, Source::SelfProblem, Source::OfficeVisit, Source::CityVisit, Source::Decision, Source::ProductionUnit, Source::Case};
  return all;
}

std::vector<Item> items(db::Transaction& transaction, const std::string& campaign, const std::string& district, Date from, Date to) {
  std::vector<Item> out;
  const Range range{start_of(from), start_of(to + 1)};
  add_inspections(transaction, campaign, district, range, out);
  add_papers(transaction, campaign, district, range, out);
  add_decisions(transaction, district, range, out);
  std::stable_sort(out.begin(), out.end(), [](const Item& a, const Item& b) { return a.day < b.day; });
  return out;
}

} // namespace ankao::reporting
