// SPDX-License-Identifier: Apache-2.0
// The groups of the registry's operations, and what their handlers share.
#pragma once

#include <functional>
#include <memory>

#include "api/endpoints.hpp"
#include "registry/routes/views.hpp"
#include "registry/service/act.hpp"
#include "registry/service/conditions.hpp"

namespace ankao::registry::routes {

struct Shared {
  db::Database& database;
  std::function<void()> changed;
};
using SharedPtr = std::shared_ptr<const Shared>;

void add_public(api::Endpoints& endpoints, const SharedPtr& shared);
void add_imports(api::Endpoints& endpoints, const SharedPtr& shared);
void add_life(api::Endpoints& endpoints, const SharedPtr& shared);
void add_sites(api::Endpoints& endpoints, const SharedPtr& shared);
void add_organisations(api::Endpoints& endpoints, const SharedPtr& shared);
void add_conditions(api::Endpoints& endpoints, const SharedPtr& shared, const EvidenceOf& evidence, const TellConditions& tell);

/// Who reads: a role with a wide scope but without the right to view all (an examiner) reads as the public does.
ledger::Actor viewer_of(const api::Call& call);
inline Act act_of(const api::Call& call) { return {call.caller.actor(), call.now}; }
/// `text` as a day; today when it is empty. Problem register.date.
Result<Date> day_or_today(const std::string& text, const api::Call& call);
Result<std::optional<Date>> wanted_day(const std::optional<std::string>& text);
std::optional<Place> place_in(const std::optional<PlaceInput>& input);

/// The institution or site as it now stands, for the answer of a change.
Result<InstitutionDetail> shown_institution(const Shared& shared, const api::Call& call, const std::string& id);
Result<SiteDetail> shown_site(const Shared& shared, const api::Call& call, const std::string& id);

/// A form field that is "true" or "false"; absent is false. Problem register.form_field.
Result<bool> flag_in(const api::Upload& upload, std::string_view field);

inline constexpr const char* k_xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

} // namespace ankao::registry::routes
