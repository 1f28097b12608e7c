// SPDX-License-Identifier: Apache-2.0
// The register's versions in the database. Every version of an entry stays; one query condition gives the register of any day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ensure.hpp"
#include "db/db.hpp"
#include "registry/store/record_json.hpp"
#include "registry/words/catalogue.hpp"

namespace ankao::registry {

enum class EntryKind { Institution, Site };
const char* word_of(EntryKind kind);

/// The until_date of the newest version.
inline constexpr const char* k_open_end = "9999-12-31";

struct Version {
  int version = 1;
  std::string step; ///< noun.verb
  Standing standing = Standing::Reported;
  Date since; ///< first day of the standing
  Date effective;
  Instant recorded_at;
  std::string account, person, role, reason, clause;
  std::int64_t event = 0;
  nlohmann::json record;
  std::string sm3;
};

/// What a row says of any version: without standing and days, which only entries have.
Version step_at(const db::Rows& rows, std::size_t i);

/// What lists find an entry by.
struct Searchable {
  std::string name, district, owner;
  int seats = 0;
  int projects = 0;
  std::string search; ///< lower case
  std::vector<std::string> keys;
};
Searchable searchable(const InstitutionRecord& record, const Catalogue& catalogue);
Searchable searchable(const SiteRecord& record, const Catalogue& catalogue);

/// The newest version, whether it holds already or not.
std::optional<Version> head(db::Transaction& transaction, EntryKind kind, const std::string& id);
std::optional<Version> version_on(db::Transaction& transaction, EntryKind kind, const std::string& id, Date day);
/// Oldest first.
std::vector<Version> history(db::Transaction& transaction, EntryKind kind, const std::string& id);
/// Ids of entries with a version recorded after `since` and not after `until`.
std::vector<std::string> edited_between(db::Transaction& transaction, EntryKind kind, Instant since, Instant until);
/// All entries that hold on a day, by id.
std::vector<Version> all_on(db::Transaction& transaction, EntryKind kind, Date day);
/// Ends the versions before it on its effective date and adds it.
void insert(db::Transaction& transaction, EntryKind kind, const std::string& id, const Version& version, const Searchable& found_by);

/// Id of a published entry of that very name, other than `except`; nothing when the name is free.
std::optional<std::string> published_with_name(db::Transaction& transaction, EntryKind kind, const std::string& name,
                                               const std::string& except);
/// Sites of an owner that hold on the day, by id.
std::vector<Version> sites_of(db::Transaction& transaction, const std::string& owner, Date day);
/// Ids of all sites that an owner ever had.
std::vector<std::string> site_ids_of(db::Transaction& transaction, const std::string& owner);

/// Tells the database how many rows there are, after many were added: without it PostgreSQL reads lists in a bad order for a while.
void refresh_statistics(db::Transaction& transaction);

/// 1, 2, 3 ... for each name; no number comes twice.
std::int64_t next_number(db::Transaction& transaction, const std::string& name);

} // namespace ankao::registry
