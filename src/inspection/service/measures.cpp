// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/measures.hpp"

#include "base/ensure.hpp"
#include "inspection/files/law.hpp"
#include "inspection/rules/honesty.hpp"
#include "inspection/rules/severity.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/service/honesty.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/store/measures.hpp"

namespace ankao::inspection {
namespace {

MeasuredForm form_of(db::Transaction& transaction, const FormKey& key) {
  const auto list = checklist_version(transaction, key.checklist, key.version);
  ensure(list.has_value(), "a visit has its version of the checklist");
  MeasuredForm out{list->scored(), {}};
  for (const Section& section : list->sections) {
    if (section.only == "special_operation" && !key.special_operation) continue;
    for (const Item& item : section.items) out.items.push_back({item.id, item.number, item.title, item.points});
  }
  return out;
}

/// Problems that are older than the record of their points: scored again from the answers, which never change.
void count_again(db::Transaction& transaction, MeasuredVisit& visit) {
  const auto stored = store::visit(transaction, visit.id);
  const Score score = standing(transaction, *stored).score;
  for (FoundItem& one : visit.found)
    if (const ItemResult* result = score.item(one.item)) one.taken = result->points - result->score;
  visit.unseen = score.open;
}

struct Known {
  std::vector<MeasuredVisit> visits;
  MeasuredForms forms;
  std::set<std::string> reported;
};

Known known_of(db::Transaction& transaction, const std::string& campaign) {
  Known out;
  out.reported = store::reported_units(transaction, campaign);
  for (auto& row : store::measured_visits(transaction, campaign)) {
    if (!row.counted) count_again(transaction, row.visit);
    if (!out.forms.contains(row.visit.form)) out.forms.emplace(row.visit.form, form_of(transaction, row.visit.form));
    out.visits.push_back(std::move(row.visit));
  }
  return out;
}

template <class Row>
void only(std::vector<Row>& rows, const std::string& district) {
  std::erase_if(rows, [&](const Row& one) { return one.district != district; });
}

/// The items are counted again over the district's own places.
HonestyGap honesty_in(const Known& known, const std::optional<std::string>& district) {
  HonestyGap all = honesty(known.visits, known.forms, known.reported);
  if (!district) return all;
  std::vector<MeasuredVisit> mine;
  for (const MeasuredVisit& one : known.visits)
    if (one.district == *district) mine.push_back(one);
  HonestyGap out = honesty(mine, known.forms, known.reported);
  out.city = all.city;
  return out;
}

void narrow(Severity& all, const std::string& district) {
  std::erase_if(all.teams, [&](const TeamSeverity& one) { return one.team != district; });
  all.pairs.clear();
  only(all.districts, district);
  only(all.places, district);
}

} // namespace

HonestyGap honesty_of(db::Transaction& transaction, const std::string& campaign, const std::optional<std::string>& district) { return honesty_in(known_of(transaction, campaign), district); }

Measures measures_of(db::Transaction& transaction, const std::string& campaign, const std::optional<std::string>& district) {
  const Known known = known_of(transaction, campaign);
  Measures out{honesty_in(known, district), severity(shipped_law().severity, known.visits, known.forms)};
  if (district) narrow(out.severity, *district);
  return out;
}

} // namespace ankao::inspection
