// SPDX-License-Identifier: Apache-2.0
// Tables to fill in, as files.
#pragma once

#include "api/api.hpp"

namespace ankao::planning {

::ankao::api::Download download(const std::string& name, bool csv, std::string bytes);

} // namespace ankao::planning
