// SPDX-License-Identifier: Apache-2.0
// What other capabilities read of the register inside a transaction of their own.
#pragma once

#include <optional>
#include <string>

#include "registry/service/snapshot.hpp"
#include "registry/store/reports.hpp"
#include "registry/store/suspensions.hpp"

namespace ankao::registry {

std::optional<InstitutionEntry> institution_in(db::Transaction& transaction, const std::string& id, Date day);
std::optional<SiteEntry> site_in(db::Transaction& transaction, const std::string& id, Date day);
std::optional<RecordedSuspension> suspension_in(db::Transaction& transaction, const std::string& id);
std::optional<Report> report_in(db::Transaction& transaction, const std::string& id);

} // namespace ankao::registry
