// SPDX-License-Identifier: Apache-2.0
// Attachments and the outcome of scrubs in the database.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "attachments/rules/admit.hpp"
#include "attachments/words/attachment.hpp"
#include "db/db.hpp"

namespace ankao::attachments::store {

void insert(db::Transaction& transaction, const Attachment& attachment);
std::optional<Attachment> find(db::Transaction& transaction, const std::string& id);
/// Everything that may change after the file came: scan, look, facts, drawn pictures, withdrawal.
void update(db::Transaction& transaction, const Attachment& attachment);
/// Oldest first, withdrawn ones too.
std::vector<Attachment> list(db::Transaction& transaction, const std::string& kind, const std::string& subject);
/// Of every record whose id begins so (ASCII), e.g. the items of a visit.
std::vector<Attachment> list_under(db::Transaction& transaction, const std::string& kind, const std::string& start);
/// Without the withdrawn.
Present attached(db::Transaction& transaction, const Subject& subject);
/// Ids of those without a verdict, at most so many, after an id.
std::vector<std::string> unchecked(db::Transaction& transaction, const std::string& after, int most);

/// A content that a row names.
struct Named {
  std::string sm3;
  bool sealed = false;
  auto operator<=>(const Named&) const = default;
};
std::set<Named> named(db::Transaction& transaction);

struct Counts {
  std::int64_t files = 0, bytes = 0, withdrawn = 0, unchecked = 0, infected = 0;
};
Counts counts(db::Transaction& transaction);

struct ScrubRow {
  Instant at;
  std::int64_t sound = 0;
  std::vector<std::string> altered, missing; ///< digests
  std::int64_t orphans = 0;
};
void insert(db::Transaction& transaction, const ScrubRow& scrub);
std::optional<ScrubRow> last_scrub(db::Transaction& transaction);

} // namespace ankao::attachments::store
