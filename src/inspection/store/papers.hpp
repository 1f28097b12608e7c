// SPDX-License-Identifier: Apache-2.0
// Papers and production units of a campaign in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/words/papers.hpp"

namespace ankao::inspection::store {

/// Schema steps 1410-1449.
std::vector<db::Migration> paper_migrations();

/// Gives it its number.
void insert(db::Transaction& transaction, Paper& paper);
void update(db::Transaction& transaction, const Paper& paper);
std::optional<Paper> paper(db::Transaction& transaction, PaperKind kind, const std::string& id);
std::optional<Paper> paper_of(db::Transaction& transaction, PaperKind kind, const std::string& campaign, const std::string& subject);
/// Of a campaign, oldest first; "" of every one.
std::vector<Paper> papers(db::Transaction& transaction, PaperKind kind, const std::string& campaign);

/// Self-inspection reports handed in that have a problem of their own, oldest first; of one district when it is not empty.
std::vector<Paper> reports_with_problems(db::Transaction& transaction, const std::string& campaign, const std::string& district);

/// A unit of a campaign that inspects itself: its targets taken together, with the report when there is one.
struct SelfRow {
  std::string subject, name, district, institution, site, checklist;
  std::optional<Paper> report;
};
struct SelfFilter {
  Viewer viewer;
  bool organisation = false; ///< the viewer is the examination organisation: its own row only
  std::string campaign, q, district, state; ///< state: missing, draft, submitted, received, overdue
  Date today, last; ///< last day of the phase
  int limit = 50;
  std::int64_t offset = 0;
  std::string order;
};
Found<SelfRow> self_rows(db::Transaction& transaction, const SelfFilter& filter);
/// Every target of the campaign, by id.
std::vector<Target> all_targets(db::Transaction& transaction, const std::string& campaign);
std::vector<Target> targets_of(db::Transaction& transaction, const std::string& campaign, const std::string& subject);
void add_target(db::Transaction& transaction, const std::string& campaign, const Target& target, const std::string& address);
void close(db::Transaction& transaction, const std::string& campaign);

/// Telephone and account of a receipt, sealed; `receipt` is "SI-2023/440106". Nothing for one that is older than their table.
struct SealedContact {
  std::string telephone, account;
};
void put_contact(db::Transaction& transaction, const std::string& receipt, const SealedContact& contact);
std::optional<SealedContact> contact(db::Transaction& transaction, const std::string& receipt);

/// Problems that a unit found at itself, whole.
std::vector<Defect> self_defects(db::Transaction& transaction, const std::string& campaign, const std::string& subject);

} // namespace ankao::inspection::store
