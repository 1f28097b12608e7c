// SPDX-License-Identifier: Apache-2.0
// Records as canonical JSON (keys sorted, no spaces, UTF-8 unescaped): what is stored, hashed and compared.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "registry/words/life.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

nlohmann::json to_json(const InstitutionRecord& record);
nlohmann::json to_json(const SiteRecord& record);
/// Of JSON that to_json made; a broken one is a broken invariant.
InstitutionRecord institution_of(const nlohmann::json& json);
SiteRecord site_of(const nlohmann::json& json);

std::string canonical(const nlohmann::json& json);

const char* word_of(Standing standing);
const char* word_of(SiteKind kind);
const char* word_of(SchoolAuthority school);
const char* word_of(ReportKind kind);
const char* word_of(ReportState state);
Standing standing_of(const std::string& word);
SiteKind site_kind_of(const std::string& word);
SchoolAuthority school_of(const std::string& word);
ReportKind report_kind_of(const std::string& word);
ReportState report_state_of(const std::string& word);

/// A member that differs between two records; values as canonical JSON, empty when there was or is none.
struct Difference {
  std::string field;
  std::string before;
  std::string after;
};
std::vector<Difference> differences(const nlohmann::json& before, const nlohmann::json& after);

} // namespace ankao::registry
