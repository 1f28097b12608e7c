// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/exports.hpp"

namespace ankao::planning {

::ankao::api::Download download(const std::string& name, bool csv, std::string bytes) {
  return {name + (csv ? ".csv" : ".xlsx"),
          csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", std::move(bytes)};
}

} // namespace ankao::planning
