// SPDX-License-Identifier: Apache-2.0
// What the use cases of files stand on.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "attachments/files/scanner.hpp"
#include "attachments/words/attachment.hpp"
#include "attachments/words/law.hpp"
#include "blobs/blobs.hpp"
#include "db/db.hpp"
#include "ledger/words/event.hpp"
#include "look/ask.hpp"
#include "vault/reseal.hpp"
#include "vault/vault.hpp"

namespace ankao::attachments {

/// Schema steps 1200-1299.
std::vector<db::Migration> migrations();

/// Where sealed places of pictures stand.
std::vector<vault::Column> place_columns();

/// The record of a kind and id with the places it belongs to; nothing when there is none. The capabilities that own records answer.
using FindSubject = std::function<std::optional<Subject>(db::Transaction& transaction, const std::string& kind, const std::string& id)>;

struct Room {
  /// `folder` holds contents and parts of uploads. All that is named outlives it.
  Room(db::Database& storage, const vault::Vault& keys, const FileLaw& files, const std::string& folder, FindSubject find, ScannerSettings settings, look::Looker looking = look::Looker());

  db::Database& database;
  const vault::Vault& vault;
  const FileLaw& law;
  FindSubject subjects;
  ScannerSettings scanner;
  look::Looker looker;
  blobs::Store contents; ///< a folder of its own: what other capabilities keep is never taken for an orphan
  blobs::Store others; ///< what other capabilities keep in the files folder: a scrub reads it too
  std::string parts;
};

struct Asker {
  ledger::Actor actor;
  std::string scope_kind;
  std::string scope_id;
  bool locates = false; ///< may see places
};

blobs::Form form_of(bool sealed);

/// A record within the asker's reach: attachments.record_unknown.
Result<Subject> reached(const Room& room, db::Transaction& transaction, const Asker& asker, const std::string& kind, const std::string& id);
/// One that still takes files: attachments.record_unknown, record_finished.
Result<Subject> open_record(const Room& room, db::Transaction& transaction, const Asker& asker, const std::string& kind, const std::string& id);

} // namespace ankao::attachments
