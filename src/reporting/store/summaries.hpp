// SPDX-License-Identifier: Apache-2.0
// Summary reports in the database: heads, every version of every chapter, what was drafted last, and the signed editions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "reporting/words/summary.hpp"

namespace ankao::reporting {

/// Schema steps 1610-1639.
std::vector<db::Migration> summary_migrations();

namespace store {

/// With its newest texts; nothing while nobody has begun it.
std::optional<Summary> summary(db::Transaction& transaction, const std::string& campaign, const std::string& district);
/// Heads only, without texts, drafts and figures.
std::vector<Summary> summaries(db::Transaction& transaction, const std::string& campaign);
/// The head; the figures with it.
void save(db::Transaction& transaction, const Summary& summary);
void put_text(db::Transaction& transaction, const Summary& summary, const SummaryText& text);
void put_draft(db::Transaction& transaction, const Summary& summary, const std::string& chapter, const std::string& text);
/// Oldest first.
std::vector<SummaryText> versions(db::Transaction& transaction, const std::string& campaign, const std::string& district, const std::string& chapter);
void put_edition(db::Transaction& transaction, const Summary& summary, const Edition& edition);
std::vector<Edition> editions(db::Transaction& transaction, const std::string& campaign, const std::string& district);

} // namespace store
} // namespace ankao::reporting
