// SPDX-License-Identifier: Apache-2.0
#include "reporting/words/law.hpp"

#include <array>
#include <utility>

namespace ankao::reporting {
namespace {

constexpr std::array<std::pair<Source, const char*>, 8> k_sources{{{Source::SelfVisit, "self_visit"},
                                                                   {Source::SelfProblem, "self_problem"},
                                                                   {Source::OfficeVisit, "office_visit"},
                                                                   {Source::CityVisit, "city_visit"},
                                                                   {Source::Decision, "decision"},
                                                                   {Source::ProductionUnit, "production_unit"},
                                                                   {Source::OrganisationVisit, "organisation_visit"},
                                                                   {Source::Case, "case"}}};
constexpr std::array<std::pair<Counts, const char*>, 4> k_counts{{{Counts::Units, "units"}, {Counts::Records, "records"}, {Counts::Amount, "amount"}, {Counts::Persons, "persons"}}};

} // namespace

const char* name_of(Source source) {
  for (const auto& [one, name] : k_sources)
    if (one == source) return name;
  return "";
}
std::optional<Source> source_of(const std::string& name) {
  for (const auto& [one, known] : k_sources)
    if (known == name) return one;
  return std::nullopt;
}
const char* name_of(Counts counts) {
  for (const auto& [one, name] : k_counts)
    if (one == counts) return name;
  return "";
}
std::optional<Counts> counts_of(const std::string& name) {
  for (const auto& [one, known] : k_counts)
    if (known == name) return one;
  return std::nullopt;
}

const RowLaw* ReportingLaw::row(const std::string& id) const {
  for (const auto* all : {&rows, &extra})
    for (const RowLaw& one : *all)
      if (one.id == id) return &one;
  return nullptr;
}

} // namespace ankao::reporting
