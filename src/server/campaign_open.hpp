// SPDX-License-Identifier: Apache-2.0
// What reporting has open of a special inspection, for the list that is looked at before it is closed.
#pragma once

#include <vector>

#include "inspection/service/closing.hpp"

namespace ankao::server {

/// Summary reports: not sent, not received, the city's own not signed (M-4.1.8, M-3.4c).
std::vector<inspection::OpenThing> open_summaries(db::Transaction& transaction, const inspection::Campaign& campaign);

} // namespace ankao::server
