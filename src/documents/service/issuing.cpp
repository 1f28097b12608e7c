// SPDX-License-Identifier: Apache-2.0
#include "documents/service/issuing.hpp"

#include <array>
#include <cstdio>

#include "base/sm3.hpp"
#include "documents/rules/code.hpp"
#include "documents/rules/number.hpp"
#include "documents/rules/states.hpp"
#include "documents/service/make.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/store/checkpoints.hpp"

namespace ankao::documents {
namespace {

constexpr int k_turns = 5; ///< how often others may be faster
constexpr std::int64_t k_largest = 64 * 1024 * 1024;
constexpr const char* k_preview_mark = "预览件　尚未签发，不具效力";

std::string digest_of(const Facts& facts) {
  return to_hex(sm3(values_text(facts.values) + "\n" + facts.subject + "\n" + facts.party + "\n" + facts.subject_name + "\n" + facts.issuer));
}

/// An institution issues for itself only.
Result<void> own(const ledger::Actor& actor, const Facts& facts) {
  if (actor.scope == "city" || actor.scope == "institution:" + facts.institution) return {};
  return problem("documents.out_of_scope", {{"scope", actor.scope}, {"subject", facts.subject_name}});
}

/// "共 1024 条，2026年3月5日 10:00:00，根 66c7…": what a reader can look up among the checkpoints.
std::string checkpoint_line(db::Transaction& transaction) {
  const auto newest = ledger::newest_checkpoint(transaction);
  if (!newest) return "";
  return "共 " + std::to_string(newest->size) + " 条，" + written(date_of(newest->at)) + " " + to_string(newest->at).substr(11, 8) + "，根 " + to_hex(newest->root);
}

/// What was read before the files are made.
struct Ground {
  Facts facts;
  std::string facts_sm3, series, checkpoint;
  std::int64_t n = 1;
  int version = 1;
  std::optional<Document> standing;
};

Result<Ground> ground_of(db::Transaction& transaction, const Act& act, const Kind& kind, const Wanted& wanted) {
  auto facts = facts_of(transaction, kind, wanted, date_of(act.at));
  if (!facts) return facts.problem();
  if (const auto mine = own(act.actor, *facts); !mine) return mine.problem();
  Ground out;
  out.facts = std::move(*facts);
  out.facts_sm3 = digest_of(out.facts);
  out.series = series_of(kind, date_of(act.at).year(), out.facts.institution);
  out.n = store::peek(transaction, out.series);
  out.version = store::newest_version(transaction, kind.id, out.facts.subject, out.facts.party) + 1;
  out.standing = store::standing(transaction, kind.id, out.facts.subject, out.facts.party);
  if (kind.shown != Shown::Number) out.checkpoint = checkpoint_line(transaction);
  return out;
}

Problem exists(const Document& standing) { return problem("documents.exists", {{"document", standing.number.empty() ? standing.id : standing.number}}); }

/// What stands in the way of the occasion, as the transaction sees it.
Result<void> clear_way(const Kind& kind, const Ground& ground, const Act& act, const Occasion& occasion) {
  const auto& standing = ground.standing;
  if (!occasion.proposal.empty()) {
    if (!standing || standing->id != occasion.proposal) return problem("documents.wrong_state", {{"document", occasion.proposal}, {"state", "changed"}});
    if (const auto may = may_sign(kind, *standing, act.actor.role, act.actor.account); !may) return may;
    if (standing->facts_sm3 != ground.facts_sm3) return problem("documents.facts_changed", {{"document", standing->id}});
    return {};
  }
  if (!occasion.replaces.empty()) {
    if (!standing || standing->id != occasion.replaces) return problem("documents.wrong_state", {{"document", occasion.replaces}, {"state", "changed"}});
    return may_replace(kind, *standing, act.actor.role, occasion.reason);
  }
  if (standing) return exists(*standing);
  return {};
}

Document document_of(const Kind& kind, const Ground& ground, const Act& act) {
  Document d;
  d.kind = kind.id;
  d.version = ground.version;
  d.subject = ground.facts.subject;
  d.party = ground.facts.party;
  d.subject_name = ground.facts.subject_name;
  d.institution = ground.facts.institution;
  d.site = ground.facts.site;
  d.district = ground.facts.district;
  d.issuer = ground.facts.issuer;
  d.facts_sm3 = ground.facts_sm3;
  d.proposed_at = act.at;
  return d;
}

std::string next_id(db::Transaction& transaction) {
  char text[32];
  return {text, static_cast<std::size_t>(std::snprintf(text, sizeof text, "WS-%06lld", static_cast<long long>(store::take(transaction, "document"))))};
}

void note(db::Transaction& transaction, Document& d, const Act& act, const std::string& step, const std::string& before, const std::string& after, const std::string& clause,
          const std::string& reason = "") {
  d.event = ledger::append(transaction, {act.actor, act.at, step, "document:" + d.id, before, after, clause, ""});
  d.steps.push_back({step, act.at, act.actor.account, act.actor.name, act.actor.role, reason, d.event});
}

/// The files on the disk under their names, before any row names them.
Result<std::vector<File>> kept(const Desk& desk, const Kind& kind, const std::vector<Made>& made) {
  std::vector<File> out;
  for (const Made& one : made) {
    const auto stored = desk.contents.put(one.bytes, kind.shown == Shown::File ? blobs::Form::Plain : blobs::Form::Sealed, k_largest);
    if (!stored) return stored.problem();
    out.push_back({one.format, stored->sm3, stored->size});
  }
  return out;
}

std::string fresh_code(const Desk& desk) {
  std::array<std::uint8_t, k_code_signs - 1> bytes{};
  desk.chance(bytes);
  return code_of(bytes);
}

struct Draft {
  Ground ground;
  Document document;
  Sealed sealed;
};

Result<Draft> draft_of(const Desk& desk, const Act& act, const Kind& kind, Ground ground, const std::string& base, const Occasion& occasion) {
  Draft out;
  Document& d = out.document = document_of(kind, ground, act);
  if (!occasion.proposal.empty()) {
    d.id = ground.standing->id;
    d.version = ground.standing->version;
    d.proposed_at = ground.standing->proposed_at;
  }
  d.state = State::Issued;
  d.number = number_in(ground.series, ground.n);
  d.code = fresh_code(desk);
  d.issued_at = act.at;
  d.replaces = occasion.replaces;
  const auto values = stamped(ground.facts, {d.number, d.code, d.version, base + "/d/" + d.code, ground.checkpoint, "", act.at});
  const auto made = make_files(kind, values, act.at);
  if (!made) return made.problem();
  auto files = kept(desk, kind, *made);
  if (!files) return files.problem();
  d.files = std::move(*files);
  out.sealed = {kind.id, kind.form, form_sm3(kind.form), d.number, d.code, d.subject, d.party, d.subject_name, d.issuer, kind.clause, d.version, act.at, values, {}};
  for (const File& file : d.files) out.sealed.files[file.format] = file.sm3;
  out.ground = std::move(ground);
  return out;
}

/// Writes it if everything still is as it was read; nothing when others were faster.
Result<std::optional<Document>> settle(const Desk& desk, db::Transaction& transaction, const Act& act, const Kind& kind, const Wanted& wanted, Draft& draft, const Occasion& occasion) {
  const auto now = ground_of(transaction, act, kind, wanted);
  if (!now) return now.problem();
  if (const auto way = clear_way(kind, *now, act, occasion); !way) return way.problem();
  if (now->facts_sm3 != draft.ground.facts_sm3 || now->n != draft.ground.n || now->version != draft.ground.version) return std::optional<Document>{};
  Document d = draft.document;
  const bool signing = !occasion.proposal.empty();
  if (!signing) d.id = next_id(transaction);
  ensure(store::take(transaction, draft.ground.series) == draft.ground.n, "the number taken is the number printed");
  const std::string text = sealed_text(draft.sealed);
  d.sealed_sm3 = to_hex(sm3(text));
  const std::string kept_text = desk.vault.seal("document.facts:" + d.id, text);
  note(transaction, d, act, signing ? "document.sign" : "document.issue", signing ? d.facts_sm3 : "", d.sealed_sm3, kind.clause, occasion.reason);
  if (signing)
    store::issue(transaction, d, kept_text);
  else
    store::insert(transaction, d, kind.shown == Shown::File, kept_text);
  store::add_step(transaction, d.id, d.steps.back());
  if (!occasion.replaces.empty()) {
    Document old = *now->standing;
    note(transaction, old, act, "document.replace", old.sealed_sm3, "", kind.clause, occasion.reason);
    store::end(transaction, old.id, State::Replaced, act.at, occasion.reason, d.id);
    store::add_step(transaction, old.id, old.steps.back());
  }
  return std::optional<Document>(store::find(transaction, d.id));
}

} // namespace

Result<Preview> preview(const Desk& desk, const Act& act, const Wanted& wanted) {
  const Kind* kind = desk.kinds.find(wanted.kind);
  if (kind == nullptr) return problem("documents.kind_unknown", {{"kind", wanted.kind}}, "kind");
  if (const auto may = may_issue(*kind, act.actor.role); !may) return may.problem();
  const auto ground = db::look(desk.database, [&](db::Transaction& transaction) { return ground_of(transaction, act, *kind, wanted); });
  if (!ground) return ground.problem();
  Preview out{ground->facts.subject_name, number_in(ground->series, ground->n), ground->facts_sm3, ground->version, kind->second.has_value(), ground->standing ? ground->standing->id : "", {}};
  auto pages = make_pages(*kind, stamped(ground->facts, {out.number, "", ground->version, "", ground->checkpoint, k_preview_mark, act.at}), act.at);
  if (!pages) return pages.problem();
  out.pages = std::move(*pages);
  return out;
}

Result<Document> propose(const Desk& desk, const Act& act, const Kind& kind, const Wanted& wanted) {
  return db::decide(desk.database, [&](db::Transaction& transaction) -> Result<Document> {
    const auto ground = ground_of(transaction, act, kind, wanted);
    if (!ground) return ground.problem();
    if (ground->standing) return exists(*ground->standing);
    Document d = document_of(kind, *ground, act);
    d.id = next_id(transaction);
    note(transaction, d, act, "document.propose", "", d.facts_sm3, kind.clause);
    store::insert(transaction, d, false, "");
    store::add_step(transaction, d.id, d.steps.back());
    return d;
  });
}

Result<Document> make_out(const Desk& desk, const Act& act, const Kind& kind, const Wanted& wanted, const std::string& base, const Occasion& occasion) {
  for (int turn = 0; turn < k_turns; ++turn) {
    auto ground = db::look(desk.database, [&](db::Transaction& transaction) { return ground_of(transaction, act, kind, wanted); });
    if (!ground) return ground.problem();
    if (const auto way = clear_way(kind, *ground, act, occasion); !way) return way.problem();
    auto draft = draft_of(desk, act, kind, std::move(*ground), base, occasion);
    if (!draft) return draft.problem();
    auto done = db::decide(desk.database, [&](db::Transaction& transaction) { return settle(desk, transaction, act, kind, wanted, *draft, occasion); });
    if (!done) return done.problem();
    if (*done) return std::move(**done);
  }
  return problem("documents.busy");
}

} // namespace ankao::documents
