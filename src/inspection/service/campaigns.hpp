// SPDX-License-Identifier: Apache-2.0
// Starting a campaign, and who is inspected in it.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "inspection/service/news.hpp"
#include "inspection/words/campaign.hpp"
#include "ledger/words/event.hpp"

namespace ankao::inspection {

/// Every published institution and site of the register as of a day, the city examination organisation and those of districts that stand
/// (M-3.2b, G-09). A site whose kind is not known is asked both (G-70).
std::vector<Target> targets_on(db::Transaction& transaction, Date day);

struct CampaignForm {
  int year = 0;
  std::string title;
};
/// Phases from law/inspection.yaml, targets from the register of the day. Problems inspection.year, title_missing, campaign_stands, no_targets.
Result<Campaign> create_campaign(db::Database& database, const ledger::Actor& actor, Instant now, const CampaignForm& form, const Tell& tell = {});

} // namespace ankao::inspection
