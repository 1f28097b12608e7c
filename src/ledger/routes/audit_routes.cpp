// SPDX-License-Identifier: Apache-2.0
#include "api/sent_file.hpp"
#include "db/use_case.hpp"
#include "ledger/files/terms.hpp"
#include "ledger/routes/audit_api.hpp"
#include "ledger/routes/parts.hpp"
#include "ledger/service/check.hpp"
#include "ledger/service/export.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/service/retention.hpp"
#include "ledger/store/holds.hpp"

namespace ankao::ledger {
namespace {

using api::Call;
using api::None;
using api::Verb;

api::Spec spec(Verb verb, std::string path, std::string operation, std::string summary, std::string permission = {}) {
  return {.verb = verb, .path = std::move(path), .operation = std::move(operation), .summary = std::move(summary), .clauses = {"P-2.4f", "A23-3-3"}, .permission = std::move(permission)};
}

dto::LedgerCheck view_of(const CheckReport& report) {
  dto::LedgerCheck out{report.id, report.at, report.account, report.size, report.findings.empty(), {}};
  for (const Finding& one : report.findings) out.findings.push_back({word_of(one.kind), one.first, one.last});
  return out;
}

dto::LedgerHold view_of(const Hold& h) { return {h.id, h.first, h.last, h.term, h.reason, h.placed_by, h.placed_at, h.lift_reason, h.lifted_by, h.lifted_at}; }

dto::LedgerTerm view_of(const Term& term, Date today, problems::Language language) {
  dto::LedgerTerm out{term.id, language == problems::Language::Chinese ? term.zh : term.en, term.clause, term.years, term.kinds, std::nullopt};
  if (term.years) out.expires_before = Month{today.year() - *term.years, today.month()};
  return out;
}

dto::LedgerRetention retention(db::Transaction& transaction, const Call& call) {
  dto::LedgerRetention out;
  for (const Term& term : shipped_terms()) out.terms.push_back(view_of(term, date_of(call.now), call.language));
  for (const Shard& one : expired_shards(transaction)) out.expired.push_back({one.month, one.term, one.expired_at, one.event, one.events});
  out.oldest = oldest_month(transaction);
  return out;
}

void add_check(api::Endpoints& endpoints, db::Database& database, const Sealer& sealer) {
  endpoints.add<None, dto::LedgerCheck>(spec(Verb::Post, "/api/ledger/check", "ledger.check", "Read the whole log again and compare it with its hashes, checkpoints and witness", "ledger.read"),
                                        [&](const Call& call, const None&) -> Result<dto::LedgerCheck> { return view_of(check(database, sealer, call.caller.actor(), call.now)); });
  endpoints.add<None, dto::LedgerLastCheck>(spec(Verb::Get, "/api/ledger/check", "ledger.last_check", "The result of the last check", "ledger.read"),
                                            [&](const Call&, const None&) -> Result<dto::LedgerLastCheck> {
                                              const auto report = db::look(database, [](db::Transaction& transaction) { return last_check(transaction); });
                                              return dto::LedgerLastCheck{report ? std::optional(view_of(*report)) : std::nullopt};
                                            });
}

/// Sealed first, so that the file ends with a signature over all of it; that the log left the house is an event of the next one.
Result<api::SentFile> take_out(db::Database& database, const Sealer& sealer, const std::string& folder, const Call& call) {
  if (const auto sealed = seal(database, sealer, call.now); !sealed.ok()) return sealed.problem();
  return api::SentFile{"ankao-ledger-" + to_string(date_of(call.now)) + ".bin", "application/octet-stream", export_to(database, sealer.key, folder, call.caller.actor(), call.now)};
}

void add_holds(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<None, dto::LedgerHolds>(spec(Verb::Get, "/api/ledger/holds", "hold.list", "Legal holds, newest first", "ledger.read"), [&](const Call&, const None&) -> Result<dto::LedgerHolds> {
    dto::LedgerHolds out;
    for (const Hold& one : db::look(database, [](db::Transaction& transaction) { return holds(transaction); })) out.items.push_back(view_of(one));
    return out;
  });
  endpoints.add<dto::LedgerHoldForm, dto::LedgerHold>(spec(Verb::Post, "/api/ledger/holds", "hold.place", "Keep months beyond their term"),
                                                      [&](const Call& call, const dto::LedgerHoldForm& form) -> Result<dto::LedgerHold> {
                                                        const auto done = place_hold(database, shipped_terms(), {form.first, form.last, form.term.value_or(""), form.reason}, call.caller.actor(), call.now);
                                                        if (!done.ok()) return done.problem();
                                                        return view_of(*done);
                                                      });
  endpoints.add<dto::LedgerLiftForm, dto::LedgerHold>(spec(Verb::Post, "/api/ledger/holds/{id}/lift", "hold.lift", "End a legal hold"), [&](const Call& call, const dto::LedgerLiftForm& form) -> Result<dto::LedgerHold> {
    const auto done = lift_hold(database, form.id, form.reason, call.caller.actor(), call.now);
    if (!done.ok()) return done.problem();
    return view_of(*done);
  });
}

} // namespace

void add_audit_routes(api::Endpoints& endpoints, db::Database& database, const Sealer& sealer, const std::string& folder) {
  add_check(endpoints, database, sealer);
  // POST: taking the log out is itself an event.
  endpoints.add<None, api::SentFile>(spec(Verb::Post, "/api/ledger/export", "ledger.export", "The whole log as a file that can be verified without the platform"),
                                     [&database, &sealer, folder](const Call& call, const None&) { return take_out(database, sealer, folder, call); });
  endpoints.add<None, dto::LedgerRetention>(spec(Verb::Get, "/api/ledger/retention", "retention.list", "How long the log's payload is kept, and what has expired", "ledger.read"),
                                            [&](const Call& call, const None&) -> Result<dto::LedgerRetention> {
                                              return db::look(database, [&](db::Transaction& transaction) { return retention(transaction, call); });
                                            });
  add_holds(endpoints, database);
}

} // namespace ankao::ledger
