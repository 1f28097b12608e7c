// SPDX-License-Identifier: Apache-2.0
// Who works on the papers of a campaign, and what every use case of papers shares.
#pragma once

#include <string>

#include "base/result.hpp"
#include "db/db.hpp"
#include "inspection/service/news.hpp"
#include "inspection/words/papers.hpp"
#include "inspection/words/visit.hpp"
#include "ledger/words/event.hpp"

namespace ankao::inspection {

struct Party {
  ledger::Actor actor;
  Viewer viewer;
  Instant now;
  Tell tell = {}; ///< nobody, where nothing is to be told
  bool organisation() const { return actor.role == "exam_organisation"; } ///< the city's: sees the city, but is inspected itself
  bool city() const { return viewer.kind == "city" && !organisation(); }
  bool district(const std::string& code) const { return viewer.kind == "district" && !viewer.id.empty() && viewer.id == code; }
  Endorsement endorsement() const { return {actor.account, actor.name, now}; }
};

/// A campaign that still runs: inspection.campaign_unknown, campaign_closed.
Result<Campaign> running(db::Transaction& transaction, const std::string& id);
Result<Campaign> known_campaign(db::Transaction& transaction, const std::string& id);
/// inspection.text_missing.
Result<void> check_words(const char* field, const std::string& text, bool needed = true, std::size_t longest = 2000);
/// The district's own, or the city's where the paper is of no district.
bool sees(const Party& party, const Paper& paper);

/// Tells it, where the party has somebody who tells.
void tell(db::Transaction& transaction, const Party& party, const News& news);
/// Of a paper, by what was done to it.
News news_of(const Paper& paper, const char* action);

std::string digest_of(const Paper& paper);
/// Keeps the paper (a new one without a number) with its event.
void keep(db::Transaction& transaction, const Party& party, const char* action, Paper& paper, const std::string& before, const std::string& clause, const std::string& reason = "");

/// What a phase asks of somebody; opened as terms when the campaign starts, closed by what is done.
enum class Task { Self, Receipt, Cross, Handover, Spot, LookBack, Summary };
/// One term for each office and unit it concerns, due with the end of its phase.
void open_tasks(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const Campaign& campaign, const std::vector<Target>& targets);
/// `who` is "institution:GZ-A01", "site:...", "district:440106" or "city".
void task_done(db::Transaction& transaction, const Party& party, const Campaign& campaign, Task task, const std::string& who, const std::string& name);

/// What was done was given back (self_report.return): the term runs again (law/deadlines.yaml, again).
void task_again(db::Transaction& transaction, const Party& party, const Campaign& campaign, Task task, const char* event, const std::string& who, const std::string& name);

/// Whose units a district inspects in the cross inspection of this campaign: as drawn, or of Annex 4 in its year; none before that.
std::vector<Pair> pairs_of(db::Transaction& transaction, const Campaign& campaign);
/// The law with the pairs of the campaign.
InspectionLaw law_of(db::Transaction& transaction, const Campaign& campaign);

} // namespace ankao::inspection
