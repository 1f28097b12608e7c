// SPDX-License-Identifier: Apache-2.0
// Lists as files for officials, Chinese headings.
#pragma once

#include "api/api.hpp"
#include "planning/routes/api.hpp"

namespace ankao::planning {

/// "xlsx" (also when empty) or "csv"; planning.format_unknown.
Result<bool> wants_csv(const std::string& format);

Result<::ankao::api::Download> export_sessions(const std::vector<dto::SessionItem>& items, const std::string& month, bool csv);
Result<::ankao::api::Download> export_batches(const std::vector<dto::BatchItem>& items, const std::string& month, bool csv);
::ankao::api::Download download(const std::string& name, bool csv, std::string bytes);

/// "am" -> "上午".
std::string slot_text(const std::string& slot);

} // namespace ankao::planning
