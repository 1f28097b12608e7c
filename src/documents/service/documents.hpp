// SPDX-License-Identifier: Apache-2.0
// Official documents: previewed, issued, signed a second time, withdrawn, replaced, shown. Files are made before the write begins and
// the facts read again inside it, so that nobody waits for typesetting and nothing is issued on facts that have changed meanwhile.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "blobs/blobs.hpp"
#include "db/use_case.hpp"
#include "documents/files/kinds.hpp"
#include "documents/service/facts.hpp"
#include "documents/store/documents.hpp"
#include "ledger/words/event.hpp"
#include "vault/vault.hpp"

namespace ankao::documents {

/// Who acts and when.
struct Act {
  ledger::Actor actor;
  Instant at;
};

/// What the use cases stand on; everything outlives it.
struct Desk {
  db::Database& database;
  const blobs::Store& contents;
  const vault::Vault& vault;
  std::function<void(std::span<std::uint8_t>)> chance;
  const Kinds& kinds;
};

struct Preview {
  std::string subject_name, number, facts_sm3;
  int version = 1;
  bool second = false;               ///< waits for a second signature when issued
  std::string standing;              ///< id of the document that stands already; empty: none
  std::vector<std::string> pages;    ///< PNG
};

/// `base`: address of the platform that the square code opens, "https://ankao.example".
/// Stores nothing. Problems documents.kind_unknown, not_for_role, out_of_scope, and those of the facts and the paper.
Result<Preview> preview(const Desk& desk, const Act& act, const Wanted& wanted);
/// Issues, or proposes where the law asks for a second signature. Also documents.exists.
Result<Document> issue(const Desk& desk, const Act& act, const Wanted& wanted, const std::string& base);
/// The second signature: documents.wrong_state, same_person, facts_changed.
Result<Document> sign(const Desk& desk, const Act& act, const std::string& id, const std::string& base);
Result<Document> withdraw(const Desk& desk, const Act& act, const std::string& id, const std::string& reason);
/// A new document on the facts of today takes the place of one that is issued.
Result<Document> replace(const Desk& desk, const Act& act, const std::string& id, const std::string& reason, const std::string& base);

/// Within the actor's scope: documents.unknown.
Result<Document> show(const Desk& desk, const ledger::Actor& actor, const std::string& id);
store::Found list(const Desk& desk, const ledger::Actor& actor, const store::Filter& filter);
/// The bytes of a file, checked against their SM3: documents.file_unknown.
Result<std::string> content(const Desk& desk, const Document& document, const std::string& format);

/// Whoever holds the code: documents.code_wrong (no such code can be), documents.code_unknown.
Result<Document> with_code(const Desk& desk, const std::string& typed);
/// The sealed facts of an issued document.
Result<std::string> sealed_facts(const Desk& desk, const Document& document);
std::optional<Document> find(const Desk& desk, const std::string& id);

/// Schema steps 900-999.
std::vector<db::Migration> migrations();

} // namespace ankao::documents
