// SPDX-License-Identifier: Apache-2.0
// Three-way comparison of records: what a report or an import changed is applied to the record of today, whatever else changed.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "registry/words/record.hpp"

namespace ankao::registry {

/// What an institution reports about itself and what the print says of it: without place, school and confirmations.
nlohmann::json told_fields(const InstitutionRecord& record);
nlohmann::json told_fields(const SiteRecord& record);
/// Puts told fields back; an address of the same text stays confirmed.
void apply(InstitutionRecord& record, const nlohmann::json& fields);
void apply(SiteRecord& record, const nlohmann::json& fields);

struct Merged {
  nlohmann::json fields;
  std::vector<std::string> changed; ///< fields of `head` that differ afterwards
  std::vector<std::string> clashes; ///< changed on both sides, to different values; `next` has won
};
/// The fields of `head` with what `next` changed against `base`. A field that `base` lacks counts as changed.
Merged merge(const nlohmann::json& base, const nlohmann::json& next, const nlohmann::json& head);

} // namespace ankao::registry
