// SPDX-License-Identifier: Apache-2.0
#include "registry/service/condition_reading.hpp"

#include <algorithm>

#include "registry/files/condition_law.hpp"
#include "registry/store/register.hpp"

namespace ankao::registry {
namespace {

std::vector<Premises> premises_of(SiteKind kind) {
  if (kind == SiteKind::Theory) return {Premises::TheorySite};
  if (kind == SiteKind::Practical) return {Premises::PracticalSite};
  return {Premises::PracticalSite, Premises::TheorySite};
}

std::string text_of(const ConditionLaw& condition, const Sheet& sheet) {
  for (const Stated& one : sheet.values) {
    if (one.condition != condition.id) continue;
    if (condition.kind == ConditionKind::Area) return area_text(one.number) + " m²";
    if (condition.kind == ConditionKind::Term && one.from && one.until) return to_string(*one.from) + " – " + to_string(*one.until);
  }
  return "";
}

} // namespace

std::optional<ConditionPlace> condition_place(db::Transaction& transaction, const std::string& id, Date day) {
  if (const auto v = version_on(transaction, EntryKind::Site, id, day); v && v->standing != Standing::Deregistered) {
    const SiteRecord one = site_of(v->record);
    return ConditionPlace{id, one.name, one.district, one.owner, id, premises_of(one.kind), {}};
  }
  const auto v = version_on(transaction, EntryKind::Institution, id, day);
  if (!v || v->standing == Standing::Deregistered) return std::nullopt;
  const InstitutionRecord one = institution_of(v->record);
  return ConditionPlace{id, one.name, one.supervising_district, id, "", {Premises::Institution}, one.projects};
}

std::optional<ConditionsOnDay> conditions_on(db::Transaction& transaction, const std::string& id, Date day) {
  auto place = condition_place(transaction, id, day);
  if (!place) return std::nullopt;
  return ConditionsOnDay{std::move(*place), day, confirmed_on(transaction, id, day), declared_on(transaction, id, day)};
}

std::optional<KnownCondition> known(const ConditionsOnDay& conditions, const std::string& id) {
  const ConditionsLaw& law = shipped_conditions_law();
  const ConditionLaw* condition = law.find(id);
  if (condition == nullptr || !concerns(*condition, conditions.place.premises)) return std::nullopt;
  for (const auto* sheet : {&conditions.confirmed, &conditions.declared}) {
    if (!*sheet) continue;
    const auto figure = figure_of(law, *condition, **sheet, conditions.place, conditions.day);
    if (figure) return KnownCondition{as_asked(*condition, *figure), text_of(*condition, **sheet), (*sheet)->state == SheetState::Confirmed && sheet == &conditions.confirmed, figure->expired};
  }
  return std::nullopt;
}

} // namespace ankao::registry
