// SPDX-License-Identifier: Apache-2.0
#include "documents/service/documents.hpp"

#include "base/sm3.hpp"
#include "documents/rules/code.hpp"
#include "documents/rules/states.hpp"
#include "documents/service/issuing.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::documents {
namespace {

Problem unknown(const std::string& id) { return problem("documents.unknown", {{"document", id}}); }

store::Viewer viewer_of(const ledger::Actor& actor) {
  const auto colon = actor.scope.find(':');
  if (colon == std::string::npos) return {actor.scope, ""};
  return {actor.scope.substr(0, colon), actor.scope.substr(colon + 1)};
}

const Kind& kind_of(const Desk& desk, const Document& document) {
  const Kind* kind = desk.kinds.find(document.kind);
  ensure(kind != nullptr, "the kind of an issued document stands: " + document.kind);
  return *kind;
}

bool open_to_all(const Kind& kind) { return kind.shown == Shown::File; }

/// In the transaction: what the actor may see.
Result<Document> seen(const Desk& desk, db::Transaction& transaction, const ledger::Actor& actor, const std::string& id) {
  auto found = store::find(transaction, id);
  if (!found || !store::visible(viewer_of(actor), *found, open_to_all(kind_of(desk, *found)))) return unknown(id);
  return std::move(*found);
}

/// Acting reaches the rows that stand in the scope, public or not.
Result<void> within(const ledger::Actor& actor, const Document& document) {
  if (store::visible(viewer_of(actor), document, false)) return {};
  return problem("documents.out_of_scope", {{"scope", actor.scope}, {"subject", document.subject_name}});
}

Wanted wanted_of(const Document& document) {
  const auto after_colon = [](const std::string& text) { return text.substr(text.find(':') + 1); };
  return {document.kind, after_colon(document.subject), document.party.empty() ? "" : after_colon(document.party)};
}

} // namespace

std::vector<db::Migration> migrations() { return store::migrations(); }

Result<Document> issue(const Desk& desk, const Act& act, const Wanted& wanted, const std::string& base) {
  const Kind* kind = desk.kinds.find(wanted.kind);
  if (kind == nullptr) return problem("documents.kind_unknown", {{"kind", wanted.kind}}, "kind");
  if (const auto may = may_issue(*kind, act.actor.role); !may) return may.problem();
  return kind->second ? propose(desk, act, *kind, wanted) : make_out(desk, act, *kind, wanted, base, {});
}

Result<Document> sign(const Desk& desk, const Act& act, const std::string& id, const std::string& base) {
  const auto document = show(desk, act.actor, id);
  if (!document) return document.problem();
  const Kind& kind = kind_of(desk, *document);
  if (const auto may = may_sign(kind, *document, act.actor.role, act.actor.account); !may) return may.problem();
  Occasion occasion;
  occasion.proposal = id;
  return make_out(desk, act, kind, wanted_of(*document), base, occasion);
}

Result<Document> replace(const Desk& desk, const Act& act, const std::string& id, const std::string& reason, const std::string& base) {
  const auto document = show(desk, act.actor, id);
  if (!document) return document.problem();
  if (const auto inside = within(act.actor, *document); !inside) return inside.problem();
  const Kind& kind = kind_of(desk, *document);
  if (const auto may = may_replace(kind, *document, act.actor.role, reason); !may) return may.problem();
  if (kind.second) return problem("documents.replace_by_withdrawal", {{"document", document->number}});
  Occasion occasion;
  occasion.replaces = id;
  occasion.reason = reason;
  return make_out(desk, act, kind, wanted_of(*document), base, occasion);
}

Result<Document> withdraw(const Desk& desk, const Act& act, const std::string& id, const std::string& reason) {
  return db::decide(desk.database, [&](db::Transaction& transaction) -> Result<Document> {
    const auto document = seen(desk, transaction, act.actor, id);
    if (!document) return document.problem();
    if (const auto inside = within(act.actor, *document); !inside) return inside.problem();
    const Kind& kind = kind_of(desk, *document);
    if (const auto may = may_withdraw(kind, *document, act.actor.role, reason); !may) return may.problem();
    const std::string before = document->sealed_sm3.empty() ? document->facts_sm3 : document->sealed_sm3;
    // The reason stands with the document; the ledger, which everybody may be shown, has only that there is one.
    const auto event = ledger::append(transaction, {act.actor, act.at, "document.withdraw", "document:" + id, before, "", kind.clause, ""});
    store::end(transaction, id, State::Withdrawn, act.at, reason, "");
    store::add_step(transaction, id, {"document.withdraw", act.at, act.actor.account, act.actor.name, act.actor.role, reason, event});
    return std::move(*store::find(transaction, id));
  });
}

Result<Document> show(const Desk& desk, const ledger::Actor& actor, const std::string& id) {
  return db::look(desk.database, [&](db::Transaction& transaction) { return seen(desk, transaction, actor, id); });
}

store::Found list(const Desk& desk, const ledger::Actor& actor, const store::Filter& filter) {
  return db::look(desk.database, [&](db::Transaction& transaction) { return store::list(transaction, viewer_of(actor), filter); });
}

std::optional<Document> find(const Desk& desk, const std::string& id) {
  return db::look(desk.database, [&](db::Transaction& transaction) { return store::find(transaction, id); });
}

Result<std::string> content(const Desk& desk, const Document& document, const std::string& format) {
  for (const File& file : document.files)
    if (file.format == format) return desk.contents.read(file.sm3, open_to_all(kind_of(desk, document)) ? blobs::Form::Plain : blobs::Form::Sealed);
  return problem("documents.file_unknown", {{"document", document.number.empty() ? document.id : document.number}, {"format", format}});
}

Result<Document> with_code(const Desk& desk, const std::string& typed) {
  const auto code = read_code(typed);
  if (!code) return problem("documents.code_wrong", {{"code", typed.substr(0, 40)}}, "code");
  auto found = db::look(desk.database, [&](db::Transaction& transaction) { return store::with_code(transaction, *code); });
  if (!found) return problem("documents.code_unknown", {{"code", printed_code(*code)}}, "code");
  return std::move(*found);
}

Result<std::string> sealed_facts(const Desk& desk, const Document& document) {
  const auto sealed = db::look(desk.database, [&](db::Transaction& transaction) { return store::sealed_of(transaction, document.id); });
  if (sealed.empty()) return unknown(document.id);
  return desk.vault.open("document.facts:" + document.id, sealed);
}

} // namespace ankao::documents
