// SPDX-License-Identifier: Apache-2.0
// Documents, their files and steps in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "documents/words/document.hpp"

namespace ankao::documents::store {

/// Schema steps 900-999.
std::vector<db::Migration> migrations();

/// The next of a count without taking it, from 1.
std::int64_t peek(db::Transaction& transaction, const std::string& series);
/// Takes it: without gaps, since the transaction may still fail as a whole.
std::int64_t take(db::Transaction& transaction, const std::string& series);

/// `sealed`: the sealed facts as the vault gave them, empty while proposed. Without steps.
void insert(db::Transaction& transaction, const Document& document, bool open, const std::string& sealed);
void add_step(db::Transaction& transaction, const std::string& document, const Step& step);
/// From proposed to issued: number, code, files, sealed facts.
void issue(db::Transaction& transaction, const Document& document, const std::string& sealed);
void end(db::Transaction& transaction, const std::string& id, State state, Instant at, const std::string& reason, const std::string& replaced_by);

std::optional<Document> find(db::Transaction& transaction, const std::string& id);
std::optional<Document> with_code(db::Transaction& transaction, const std::string& code);
std::string sealed_of(db::Transaction& transaction, const std::string& id);
/// Proposed or issued, of this kind about this record.
std::optional<Document> standing(db::Transaction& transaction, const std::string& kind, const std::string& subject, const std::string& party);
int newest_version(db::Transaction& transaction, const std::string& kind, const std::string& subject, const std::string& party);

/// Whose rows are seen: everything for the city, else what is open to all and what concerns the district, institution or site.
struct Viewer {
  std::string kind, id;
};
bool visible(const Viewer& viewer, const Document& document, bool open);

struct Filter {
  std::string q, kind, about; ///< about: subject or party
  std::optional<State> state;
  std::optional<Date> from, to; ///< day of issue
  std::string order = "COALESCE(issued_at, proposed_at) DESC, id DESC"; ///< SQL, from the list's description
  std::int64_t limit = 50, offset = 0;
};
struct Found {
  std::int64_t total = 0;
  std::vector<Document> items; ///< without files and steps
};
Found list(db::Transaction& transaction, const Viewer& viewer, const Filter& filter);

/// SM3 of every content that a document names, for the collection of orphans.
std::vector<std::string> contents(db::Transaction& transaction);

} // namespace ankao::documents::store
