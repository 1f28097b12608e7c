// SPDX-License-Identifier: Apache-2.0
#include "ledger/routes/routes.hpp"

#include "db/use_case.hpp"
#include "ledger/routes/lists.hpp"
#include "ledger/routes/parts.hpp"
#include "ledger/routes/views.hpp"
#include "ledger/store/checkpoints.hpp"
#include "ledger/store/nodes.hpp"
#include "ledger/store/search.hpp"
#include "lists/routes/add.hpp"

namespace ankao::ledger {
namespace {

using api::Access;
using api::Call;
using api::None;
using api::Verb;

api::Spec open(std::string path, std::string operation, std::string summary) {
  return {.verb = Verb::Get, .path = std::move(path), .operation = std::move(operation), .access = Access::Public, .summary = std::move(summary), .clauses = {"P-2.4f", "A23-3-3"}};
}

std::optional<Checkpoint> newest(db::Database& database) {
  return db::look(database, [](db::Transaction& transaction) { return newest_checkpoint(transaction); });
}

Result<dto::LedgerCheckpoints> list(db::Database& database, const dto::LedgerCheckpointSearch& query, const lists::Window& window) {
  return db::look(database, [&](db::Transaction& transaction) -> Result<dto::LedgerCheckpoints> {
    const CheckpointPage page = search_checkpoints(transaction, query.from, query.to, window.order, window.offset, window.limit);
    dto::LedgerCheckpoints out{page.total, query.page, query.size, {}};
    for (const Checkpoint& one : page.checkpoints) out.items.push_back(view_of(one));
    return out;
  });
}

Result<dto::LedgerProof> proof(db::Transaction& transaction, const dto::LedgerProofOf& of) {
  auto over = of.size == 0 ? checkpoint_over(transaction, of.number) : checkpoint_at(transaction, of.size);
  const std::int64_t size = of.size != 0 ? of.size : over ? over->size : tree_size(transaction);
  const auto proved = prove(transaction, of.number, size);
  if (!proved.ok()) return proved.problem();
  return view_of(*proved, over);
}

Result<dto::LedgerConsistency> consistency(db::Transaction& transaction, const dto::LedgerSpan& span) {
  const auto path = prove_consistency(transaction, span.from, span.to);
  if (!path.ok()) return path.problem();
  return dto::LedgerConsistency{span.from, span.to, to_hex(root_at(transaction, span.from)), to_hex(root_at(transaction, span.to)), hex_of(*path)};
}

void add_checkpoints(api::Endpoints& endpoints, db::Database& database, const Sealer& sealer) {
  endpoints.add<None, dto::LedgerNewest>(open("/api/ledger/checkpoint", "checkpoint.show", "The newest signed checkpoint of the log"),
                                         [&database](const Call&, const None&) -> Result<dto::LedgerNewest> {
                                           const auto found = newest(database);
                                           return dto::LedgerNewest{found ? std::optional(view_of(*found)) : std::nullopt};
                                         });
  endpoints.add<None, api::Download>(open("/api/ledger/checkpoint.txt", "checkpoint.text", "The newest checkpoint as its signed bytes, with the signature in hexadecimal"),
                                     [&database](const Call&, const None&) -> Result<api::Download> {
                                       const auto found = newest(database);
                                       if (!found) return problem("ledger.not_sealed");
                                       return api::Download{"checkpoint.txt", "text/plain; charset=utf-8", found->text() + hex_of(found->signature) + "\n"};
                                     });
  lists::add<dto::LedgerCheckpointSearch, dto::LedgerCheckpoints>(
      endpoints, database, checkpoint_list(), open("/api/ledger/checkpoints", "checkpoint.list", "All checkpoints, newest first"), "checkpoint.export",
      [&database](const Call&, const dto::LedgerCheckpointSearch& query, const lists::Window& window) { return list(database, query, window); });
  endpoints.add<None, dto::LedgerKey>(open("/api/ledger/key", "ledger_key.show", "The public key that checkpoints are signed with"),
                                      [&sealer](const Call&, const None&) -> Result<dto::LedgerKey> {
                                        return dto::LedgerKey{sealer.key.origin(), "SM2 with SM3, user id 1234567812345678", hex_of(sealer.key.point()), public_pem(sealer.key.point())};
                                      });
}

void add_proofs(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<dto::LedgerProofOf, dto::LedgerProof>(
      open("/api/ledger/events/{number}/proof", "event.prove", "That an event stands in the log of a checkpoint"), [&database](const Call&, const dto::LedgerProofOf& of) {
        return db::look(database, [&of](db::Transaction& transaction) { return proof(transaction, of); });
      });
  endpoints.add<dto::LedgerSpan, dto::LedgerConsistency>(
      open("/api/ledger/consistency", "log.prove", "That a smaller log is the beginning of a larger one"), [&database](const Call&, const dto::LedgerSpan& span) {
        return db::look(database, [&span](db::Transaction& transaction) { return consistency(transaction, span); });
      });
}

Result<dto::LedgerEvents> search(db::Database& database, const dto::LedgerSearch& query, const lists::Window& window) {
  const EventFilter filter{query.q, query.action, query.subject, query.account, query.from, query.to};
  return db::look(database, [&](db::Transaction& transaction) -> Result<dto::LedgerEvents> {
    const EventPage page = search_events(transaction, filter, window.order, window.offset, window.limit);
    dto::LedgerEvents out{page.total, query.page, query.size, {}};
    for (const StoredEvent& one : page.events) out.items.push_back(view_of(one));
    return out;
  });
}

Result<dto::LedgerEvent> show(db::Transaction& transaction, std::int64_t number) {
  const auto found = find_event(transaction, number);
  if (found) return view_of(*found);
  const std::int64_t size = tree_size(transaction);
  const bool logged = number >= 1 && number <= size;
  return problem(logged ? "ledger.payload_expired" : "ledger.no_such_event", {{"number", std::to_string(number)}, {"size", std::to_string(size)}}, "number");
}

void add_events(api::Endpoints& endpoints, db::Database& database) {
  lists::add<dto::LedgerSearch, dto::LedgerEvents>(
      endpoints, database, event_list(),
      {.verb = Verb::Get, .path = "/api/ledger/events", .operation = "event.list", .summary = "What happened, newest first", .clauses = {"P-2.4f"}, .permission = "ledger.read"}, "event.export",
      [&database](const Call&, const dto::LedgerSearch& query, const lists::Window& window) { return search(database, query, window); });
  endpoints.add<dto::LedgerEventId, dto::LedgerEvent>({.verb = Verb::Get,
                                                       .path = "/api/ledger/events/{number}",
                                                       .operation = "event.show",
                                                       .summary = "One event with its canonical bytes",
                                                       .clauses = {"P-2.4f"},
                                                       .permission = "ledger.read"},
                                                      [&database](const Call&, const dto::LedgerEventId& id) {
                                                        return db::look(database, [&id](db::Transaction& transaction) { return show(transaction, id.number); });
                                                      });
}

} // namespace

void add_routes(api::Endpoints& endpoints, db::Database& database, const Sealer& sealer, const std::string& folder) {
  add_checkpoints(endpoints, database, sealer);
  add_proofs(endpoints, database);
  add_events(endpoints, database);
  add_audit_routes(endpoints, database, sealer, folder);
}

} // namespace ankao::ledger
