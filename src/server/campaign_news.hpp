// SPDX-License-Identifier: Apache-2.0
// Who has to act next in a special inspection learns of it: problems, handovers, self-inspection, monthly returns, summary reports.
#pragma once

#include "inspection/service/news.hpp"
#include "reporting/service/news.hpp"

namespace ankao::server {

void tell_inspection(db::Transaction& transaction, const inspection::News& news, Instant now);
void tell_reporting(db::Transaction& transaction, const reporting::News& news, Instant now);

} // namespace ankao::server
