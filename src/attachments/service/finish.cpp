// SPDX-License-Identifier: Apache-2.0
// The last step of an upload: what arrived is read as a whole, checked, scanned and kept; then it belongs to the record.
#include <nlohmann/json.hpp>

#include "attachments/rules/admit.hpp"
#include "attachments/service/keeping.hpp"
#include "attachments/service/parts.hpp"
#include "attachments/service/uploads.hpp"
#include "attachments/store/attachments.hpp"
#include "attachments/store/uploads.hpp"
#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "jobs/service/jobs.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::attachments {
namespace {

/// What was found before the deciding transaction.
struct Arrived {
  const KindRule* kind = nullptr;
  std::string type;
  Verdict verdict;
  blobs::Stored stored;
  bool sealed = false;
};

struct Present {
  Upload upload;
  std::vector<Part> parts;
  std::optional<Attachment> done;
};

Result<Present> present(const Room& room, db::Transaction& transaction, const Asker& asker, const std::string& id) {
  auto upload = store::find_upload(transaction, id);
  if (!upload || upload->account != asker.actor.account) return problem("uploads.unknown", {{"id", id.substr(0, 64)}}, "id");
  Present out{*upload, {}, {}};
  if (upload->state == UploadState::Finished) {
    out.done = store::find(transaction, id);
    return out;
  }
  if (upload->state != UploadState::Open) return problem("uploads.closed", {{"state", word_of(upload->state)}});
  if (upload->offset != upload->size) return problem("uploads.incomplete", {{"offset", std::to_string(upload->offset)}, {"size", std::to_string(upload->size)}});
  if (const auto record = open_record(room, transaction, asker, upload->subject.kind, upload->subject.id); !record.ok()) return record.problem();
  out.parts = store::parts_of(transaction, id);
  return out;
}

Result<Arrived> examine(const Room& room, const Upload& upload, const std::string& bytes) {
  const SubjectRule* subject = subject_rule(room.law, upload.subject.kind);
  const auto kind = admit_claim(room.law, *subject, upload.name, static_cast<std::int64_t>(bytes.size()));
  if (!kind.ok()) return kind.problem();
  const std::string sm3 = to_hex(ankao::sm3(bytes));
  if (!upload.claimed_sm3.empty() && digest_from_hex(upload.claimed_sm3) != digest_from_hex(sm3))
    return problem("blobs.not_as_sent", {{"expected", upload.claimed_sm3}, {"sm3", sm3}});
  const auto sniffed = room.looker.type_of(bytes);
  if (!sniffed.ok()) return sniffed.problem();
  const auto type = admit_content(**kind, upload.name, refined(*sniffed, bytes), bytes);
  if (!type.ok()) return type.problem();
  Arrived out{*kind, (*type)->type, scan(room.scanner, bytes), {}, (*kind)->personal};
  // What harms is kept as evidence, but sealed: no other program that reads the folder can run it.
  out.sealed = out.sealed || out.verdict.scan == Scan::Infected;
  const auto stored = room.contents.put(bytes, form_of(out.sealed), (*kind)->limit);
  if (!stored.ok()) return stored.problem();
  out.stored = *stored;
  return out;
}

Attachment made(const Upload& upload, const Arrived& arrived, const ledger::Actor& actor, Instant now) {
  Attachment out;
  out.id = upload.id;
  out.subject = upload.subject;
  out.name = upload.name;
  out.kind = arrived.kind->id;
  out.type = arrived.type;
  out.size = arrived.stored.size;
  out.sm3 = arrived.stored.sm3;
  out.sealed = arrived.sealed;
  out.account = actor.account;
  out.person = actor.name;
  out.role = actor.role;
  out.captured_at = upload.captured_at;
  out.device_sm3 = upload.claimed_sm3;
  out.device_place = upload.device_place;
  out.received_at = now;
  out.scan = arrived.verdict.scan;
  out.scan_note = arrived.verdict.note;
  out.look = arrived.kind->preview == Preview::Picture && out.scan != Scan::Infected ? Look::Waiting : Look::None;
  return out;
}

Result<Attachment> attach(const Room& room, db::Transaction& transaction, const Asker& asker, const Arrived& arrived, const std::string& id, Instant now) {
  auto here = present(room, transaction, asker, id);
  if (!here.ok()) return here.problem();
  if (here->done) return *here->done;
  const SubjectRule& rule = *subject_rule(room.law, here->upload.subject.kind);
  if (const auto fits = admit_to_record(rule, store::attached(transaction, here->upload.subject), arrived.stored.size); !fits.ok()) return fits.problem();
  Attachment out = made(here->upload, arrived, asker.actor, now);
  out.event = ledger::append(transaction, {asker.actor, now, "attachment.add", "attachment:" + out.id, "", record_digest(out), rule.clause, ""});
  store::insert(transaction, out);
  here->upload.state = UploadState::Finished;
  here->upload.touched_at = now;
  store::update(transaction, here->upload);
  store::drop_parts(transaction, id);
  if (out.look == Look::Waiting) jobs::enqueue(transaction, {k_look_job, "attachment:" + id, id, now});
  if (out.scan == Scan::Infected) tell_infected(transaction, out, now);
  return out;
}

/// The same bytes would be refused again: the upload ends, and the refusal with its reason is what the sender sees.
bool ends_upload(const Problem& refused) {
  for (const char* id : {"blobs.not_as_sent", "attachments.other_type", "attachments.forbidden_content", "uploads.part_lost"})
    if (refused.id == id) return true;
  return false;
}

} // namespace

std::string record_digest(const Attachment& one) {
  const nlohmann::json record{{"id", one.id},
                              {"subject", one.subject.kind + ":" + one.subject.id},
                              {"name", one.name},
                              {"type", one.type},
                              {"size", one.size},
                              {"sm3", one.sm3},
                              {"account", one.account},
                              {"captured_at", one.captured_at ? nlohmann::json(to_string(*one.captured_at)) : nlohmann::json()},
                              {"received_at", to_string(one.received_at)},
                              {"withdrawn", one.withdrawn.has_value()}};
  return to_hex(sm3(record.dump()));
}

Result<Attachment> finish(const Room& room, const Asker& asker, const std::string& id, Instant now) {
  const auto here = db::look(room.database, [&](db::Transaction& transaction) { return present(room, transaction, asker, id); });
  if (!here.ok()) return here.problem();
  if (here->done) return *here->done;
  const auto arrived = [&]() -> Result<Arrived> {
    const auto bytes = read_parts(room, id, here->parts);
    if (!bytes.ok()) return bytes.problem();
    return examine(room, here->upload, *bytes);
  }();
  if (!arrived.ok()) {
    if (ends_upload(arrived.problem())) static_cast<void>(cancel(room, asker, id, now));
    return arrived.problem();
  }
  const auto attached = db::decide(room.database, [&](db::Transaction& transaction) { return attach(room, transaction, asker, *arrived, id, now); });
  if (attached.ok()) remove_parts(room, id);
  return attached;
}

} // namespace ankao::attachments
