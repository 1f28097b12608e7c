// SPDX-License-Identifier: Apache-2.0
// Campaigns, visits and their answers, defects in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "inspection/words/defect.hpp"
#include "inspection/words/visit.hpp"

namespace ankao::inspection {

/// Schema steps 1400-1499.
std::vector<db::Migration> migrations();

namespace store {

/// 1, 2, 3 ... for each name.
std::int64_t next(db::Transaction& transaction, const std::string& name);

void insert(db::Transaction& transaction, const Campaign& campaign, const std::vector<Target>& targets);
std::vector<Campaign> campaigns(db::Transaction& transaction);
std::optional<Campaign> campaign(db::Transaction& transaction, const std::string& id);
std::optional<Target> target(db::Transaction& transaction, const std::string& campaign, const std::string& id);

/// How far a campaign is, by district and kind of checklist.
struct Progress {
  std::string district, checklist;
  std::int64_t targets = 0, inspected = 0, failed = 0, self = 0;
};
std::vector<Progress> progress(db::Transaction& transaction, const std::string& campaign);

/// The rows a viewer may have in a list.
struct Filter {
  Viewer viewer;
  std::string q, campaign, phase, district, checklist, state;
  std::optional<bool> overdue;
  Date today;
  int limit = 50;
  std::int64_t offset = 0;
  std::string order;
  std::optional<bool> differs = {}; ///< of visits: with figures that do not agree with the register
  std::string verdict = {};         ///< of visits
  std::string found = {};           ///< of problems: "office", "self"; "" by whomever
};
template <class Row>
struct Found {
  std::int64_t total = 0;
  std::vector<Row> rows;
};

struct TargetRow {
  Target target;
  std::int64_t visits = 0; ///< signed, by an office
  std::string last, verdict;
};
Found<TargetRow> targets(db::Transaction& transaction, const Filter& filter);

void insert(db::Transaction& transaction, const Visit& visit);
void update(db::Transaction& transaction, const Visit& visit);
std::optional<Visit> visit(db::Transaction& transaction, const std::string& id);
Found<Visit> visits(db::Transaction& transaction, const Filter& filter);
/// Signed or open visits of a target by the same inspectors in a phase.
bool has_open_visit(db::Transaction& transaction, const std::string& campaign, const std::string& target, const std::string& by);

void insert(db::Transaction& transaction, const std::string& visit, const StoredAnswer& answer);
/// The newest of each item and column that does not stand in conflict, and those that do.
std::vector<StoredAnswer> answers(db::Transaction& transaction, const std::string& visit);
std::vector<StoredAnswer> history(db::Transaction& transaction, const std::string& visit, const std::string& item, Column column);
std::optional<StoredAnswer> with_client(db::Transaction& transaction, const std::string& visit, const std::string& client);
void settle(db::Transaction& transaction, const std::string& visit, const std::string& item, Column column);

void insert(db::Transaction& transaction, const Defect& defect, const std::string& subject);
void update(db::Transaction& transaction, const Defect& defect);
std::optional<Defect> defect(db::Transaction& transaction, const std::string& id);
Found<Defect> defects(db::Transaction& transaction, const Filter& filter);
std::vector<Defect> defects_of(db::Transaction& transaction, const std::string& visit);
/// The last one found by an office at the place under the item.
std::optional<Defect> last_at(db::Transaction& transaction, const std::string& subject, const std::string& item);
std::vector<Defect> to_escalate(db::Transaction& transaction, Date today, int most);

} // namespace store
} // namespace ankao::inspection
