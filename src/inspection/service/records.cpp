// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/records.hpp"

#include <algorithm>

#include "base/numbers.hpp"
#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "inspection/rules/records.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/service/signing.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/store/records.hpp"
#include "ledger/service/ledger.hpp"
#include "paper/ink.hpp"

namespace ankao::inspection {
namespace {

constexpr std::int64_t k_largest_picture = 1024 * 1024;
constexpr std::size_t k_longest_name = 100;
constexpr const char* k_context = "visit_witness.sealed_id";

std::string digest_of(const Question& q) { return to_hex(sm3(q.item + "/" + q.part + "\n" + q.question + "\n" + q.asked + "\n" + q.post + "\n" + q.answer + "\n" + name_of(q.judged))); }
/// The number itself stands in no event: what is masked is all that is told.
std::string digest_of(const Witness& w) { return to_hex(sm3(w.id + "\n" + w.name + "\n" + w.post + "\n" + w.unit + "\n" + w.masked)); }
std::string digest_of(const Signature& s) {
  return to_hex(sm3(s.id + "\n" + name_of(s.side) + "\n" + s.name + "\n" + s.post + "\n" + (s.refused ? "refused" : "signed") + "\n" + s.reason + "\n" + s.witness + "\n" + s.picture + "\n" + s.content));
}

template <class Row>
const Row* with_client(const std::vector<Row>& rows, const std::string& client) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return one.client == client; });
  return found == rows.end() ? nullptr : &*found;
}

Problem bad_client(const std::string& client) { return problem("inspection.client_invalid", {{"value", client.substr(0, 64)}}, "client"); }
Problem taken(const std::string& client) { return problem("inspection.client_taken", {{"value", client}}, "client"); }

/// The visit as it stands, and whether a retry may still be answered: a sending that arrived before the signature is not lost by it.
struct Found {
  Result<Visit> open;
  bool retry = false;
};
Found find(db::Transaction& transaction, const Viewer& viewer, const std::string& visit) {
  Found out{open_visit(transaction, viewer, visit)};
  out.retry = out.open.ok() || out.open.problem().id == "inspection.visit_signed";
  return out;
}

Result<void> check_name(const char* field, const std::string& value, bool needed) {
  const bool blank = value.find_first_not_of(' ') == std::string::npos;
  if ((needed && blank) || value.size() > k_longest_name) return problem("inspection.text_missing", {{"limit", std::to_string(k_longest_name)}}, field);
  return {};
}

bool same(const Signature& a, const Signature& b) { return a.side == b.side && a.name == b.name && a.post == b.post && a.refused == b.refused && a.reason == b.reason && a.witness == b.witness && a.picture == b.picture; }

} // namespace

vault::Column witness_column() { return {"visit_witness", "id", "sealed_id", k_context}; }

Result<Question> ask(const RecordRoom& room, const ledger::Actor& actor, Instant now, const Viewer& viewer, const std::string& visit, Question question) {
  if (!fits_client(question.client)) return bad_client(question.client);
  return db::decide(room.database, [&](db::Transaction& transaction) -> Result<Question> {
    const Found found = find(transaction, viewer, visit);
    if (!found.retry) return found.open.problem();
    if (const auto all = store::questions(transaction, visit); const Question* made = with_client(all, question.client)) {
      if (made->account != actor.account || digest_of(*made) != digest_of(question)) return taken(question.client);
      return *made;
    }
    if (!found.open.ok()) return found.open.problem();
    const auto checklist = checklist_version(transaction, found.open->target.checklist, found.open->version);
    ensure(checklist.has_value(), "a visit has its version of the checklist");
    if (auto fine = check(*checklist, question); !fine) return fine.problem();
    question.seq = store::next(transaction, "question");
    question.account = actor.account;
    question.person = actor.name;
    question.at = now;
    store::insert(transaction, visit, question);
    ledger::append(transaction, {actor, now, "visit.ask", "visit:" + visit, "", digest_of(question), question.item, ""});
    return question;
  });
}

Result<Witness> add_witness(const RecordRoom& room, const ledger::Actor& actor, Instant now, const Viewer& viewer, const std::string& visit, const WitnessForm& form) {
  if (!fits_client(form.client)) return bad_client(form.client);
  return db::decide(room.database, [&](db::Transaction& transaction) -> Result<Witness> {
    const Found found = find(transaction, viewer, visit);
    if (!found.retry) return found.open.problem();
    const auto number = NationalId::read(form.number, date_of(now));
    if (!number.ok()) return number.problem();
    if (const auto all = store::witnesses(transaction, visit); const Witness* made = with_client(all, form.client)) {
      const auto clear = room.vault.open(std::string(k_context) + ":" + made->id, made->sealed);
      if (made->account != actor.account || made->name != form.name || !clear.ok() || *clear != number->text()) return taken(form.client);
      return *made;
    }
    if (!found.open.ok()) return found.open.problem();
    for (const auto& [field, value, needed] : {std::tuple{"name", form.name, true}, {"post", form.post, false}, {"unit", form.unit, false}})
      if (auto fine = check_name(field, value, needed); !fine) return fine.problem();
    Witness out;
    out.id = "W-" + std::to_string(store::next(transaction, "witness"));
    out.client = form.client;
    out.name = form.name;
    out.post = form.post;
    out.unit = form.unit;
    out.masked = masked_id(number->text());
    out.sealed = room.vault.seal(std::string(k_context) + ":" + out.id, number->text());
    out.account = actor.account;
    out.person = actor.name;
    out.at = now;
    out.stamp = form.stamp;
    store::insert(transaction, visit, out);
    ledger::append(transaction, {actor, now, "visit.witness", "visit:" + visit, "", digest_of(out), "A1-F4", ""});
    return out;
  });
}

Result<Signature> add_signature(const RecordRoom& room, const ledger::Actor& actor, Instant now, const Viewer& viewer, const std::string& visit, const SignatureForm& form) {
  Signature out = form.signature;
  if (!fits_client(out.client)) return bad_client(out.client);
  out.picture.clear();
  if (!out.refused) {
    const auto ink = read_ink(form.ink);
    if (!ink.ok()) return ink.problem();
    std::vector<std::vector<std::pair<int, int>>> lines;
    for (const auto& line : *ink) {
      lines.emplace_back();
      for (const Dot& dot : line) lines.back().emplace_back(dot.x, dot.y);
    }
    const auto kept = room.files.put(paper::ink_png(lines, k_ink_width, k_ink_height), blobs::Form::Sealed, k_largest_picture);
    if (!kept.ok()) return kept.problem();
    out.picture = kept->sm3;
  }
  return db::decide(room.database, [&](db::Transaction& transaction) -> Result<Signature> {
    const Found found = find(transaction, viewer, visit);
    if (!found.retry) return found.open.problem();
    // A device that is offline names the witness by the id that it chose itself.
    const auto witnesses = store::witnesses(transaction, visit);
    const auto seen = std::find_if(witnesses.begin(), witnesses.end(), [&](const Witness& one) { return !out.witness.empty() && (one.id == out.witness || one.client == out.witness); });
    const std::string named = out.witness;
    if (seen != witnesses.end()) out.witness = seen->id;
    if (const auto all = store::signatures(transaction, visit); const Signature* made = with_client(all, out.client)) {
      if (made->account != actor.account || !same(*made, out)) return taken(out.client);
      return *made;
    }
    if (!found.open.ok()) return found.open.problem();
    if (auto fine = check(*found.open, out); !fine) return fine.problem();
    if (!named.empty() && seen == witnesses.end()) return problem("inspection.witness_unknown", {{"value", named.substr(0, 64)}}, "witness");
    const Standing stands = standing(transaction, *found.open);
    if (stands.conflicts) return problem("inspection.answers_conflict");
    Signature kept = out;
    kept.id = "G-" + std::to_string(store::next(transaction, "signature"));
    kept.content = content_of(stands, store::questions(transaction, visit));
    kept.account = actor.account;
    kept.person = actor.name;
    kept.at = now;
    store::insert(transaction, visit, kept);
    ledger::append(transaction, {actor, now, kept.refused ? "visit.refuse" : "visit.signature", "visit:" + visit, "", digest_of(kept), "A1-F4", kept.reason});
    return kept;
  });
}

std::vector<DrawnSignature> standing_signatures_of(db::Transaction& transaction, const blobs::Store& files, const std::string& visit) {
  std::vector<DrawnSignature> out;
  for (const Signature& one : standing_signatures(store::signatures(transaction, visit))) {
    auto picture = one.picture.empty() ? Result<std::string>(std::string()) : files.read(one.picture, blobs::Form::Sealed);
    out.push_back({one, picture.ok() ? std::move(*picture) : ""});
  }
  return out;
}

Result<std::string> signature_picture(const RecordRoom& room, const Viewer& viewer, const std::string& visit, const std::string& id) {
  const auto picture = db::look(room.database, [&](db::Transaction& transaction) -> Result<std::string> {
    const auto found = store::visit(transaction, visit);
    if (!found || !may_see(viewer, *found)) return problem("inspection.visit_unknown", {{"value", visit}}, "id");
    for (const Signature& one : store::signatures(transaction, visit))
      if (one.id == id && !one.picture.empty()) return one.picture;
    return problem("inspection.signature_unknown", {{"value", id.substr(0, 64)}}, "signature");
  });
  if (!picture.ok()) return picture.problem();
  return room.files.read(*picture, blobs::Form::Sealed);
}

} // namespace ankao::inspection
