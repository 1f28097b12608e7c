// SPDX-License-Identifier: Apache-2.0
#include "attachments/service/uploads.hpp"

#include <algorithm>

#include "attachments/rules/admit.hpp"
#include "attachments/service/parts.hpp"
#include "attachments/store/attachments.hpp"
#include "attachments/store/uploads.hpp"
#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::attachments {
namespace {

const ledger::Actor k_platform{"system", "平台", "system", "city"};
constexpr std::int64_t k_hour_ms = 3'600'000;

void note(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const std::string& action, const std::string& upload) {
  ledger::append(transaction, {actor, now, action, "upload:" + upload, "", "", "", ""});
}

bool same_claim(const Upload& upload, const Claim& claim, const std::string& name) {
  return upload.subject.kind == claim.subject_kind && upload.subject.id == claim.subject && upload.name == name && upload.size == claim.size && upload.claimed_sm3 == claim.sm3;
}

Result<void> check_form(const Claim& claim) {
  if (!is_upload_id(claim.id)) return problem("uploads.id", {}, "/id");
  if (!claim.sm3.empty() && !digest_from_hex(claim.sm3)) return problem("uploads.sm3", {{"value", claim.sm3.substr(0, 64)}}, "/sm3");
  if (claim.place && !possible(*claim.place)) return problem("uploads.place", {}, "/latitude");
  return {};
}

/// Only roles that the law names add to records of a kind.
Result<const SubjectRule*> adds(const Room& room, const Asker& asker, const std::string& kind) {
  const SubjectRule* rule = subject_rule(room.law, kind);
  if (rule == nullptr || std::find(rule->add.begin(), rule->add.end(), asker.actor.role) == rule->add.end())
    return problem("attachments.not_added_here", {{"kind", rule == nullptr ? kind : rule->zh}}, "/subject_kind");
  return rule;
}

Result<Upload> begin(const Room& room, db::Transaction& transaction, const Asker& asker, const Claim& claim, const std::string& name, Instant now) {
  if (const auto present = store::find_upload(transaction, claim.id)) {
    if (present->account != asker.actor.account || !same_claim(*present, claim, name)) return problem("uploads.id_taken", {{"id", claim.id}}, "/id");
    return *present;
  }
  const auto record = open_record(room, transaction, asker, claim.subject_kind, claim.subject);
  if (!record.ok()) return record.problem();
  const auto rule = adds(room, asker, claim.subject_kind);
  if (!rule.ok()) return rule.problem();
  if (const auto kind = admit_claim(room.law, **rule, name, claim.size); !kind.ok()) return kind.problem();
  if (const auto fits = admit_to_record(**rule, store::attached(transaction, *record), claim.size); !fits.ok()) return fits.problem();
  if (const auto fits = admit_upload(room.law, store::open_of(transaction, asker.actor.account), claim.size); !fits.ok()) return fits.problem();
  const Upload upload{claim.id, asker.actor.account, *record, name, claim.size, claim.type, claim.sm3, claim.captured_at, 0, UploadState::Open, now, now, claim.place ? room.vault.seal("attachment.device_place:" + claim.id, kept_text(*claim.place)) : ""};
  store::insert(transaction, upload);
  note(transaction, asker.actor, now, "upload.start", upload.id);
  return upload;
}

Result<Upload> own(db::Transaction& transaction, const Asker& asker, const std::string& id) {
  auto upload = store::find_upload(transaction, id);
  if (!upload || upload->account != asker.actor.account) return problem("uploads.unknown", {{"id", id.substr(0, 64)}}, "id");
  return std::move(*upload);
}

/// The upload takes a part of this size at this place.
Result<void> takes(const Room& room, const Upload& upload, std::int64_t offset, std::int64_t size) {
  if (upload.state != UploadState::Open) return problem("uploads.closed", {{"state", word_of(upload.state)}});
  if (offset != upload.offset) return problem("uploads.offset", {{"offset", std::to_string(offset)}, {"expected", std::to_string(upload.offset)}}, "offset");
  const std::int64_t most = std::min(room.law.part_bytes, upload.size - upload.offset);
  if (size < 1 || size > most) return problem("uploads.part_size", {{"size", std::to_string(size)}, {"limit", std::to_string(most)}}, "file");
  return {};
}

} // namespace

Result<Upload> start(const Room& room, const Asker& asker, const Claim& claim, Instant now) {
  const auto record = db::look(room.database, [&](db::Transaction& transaction) { return reached(room, transaction, asker, claim.subject_kind, claim.subject); });
  if (!record.ok()) return record.problem();
  if (const auto formed = check_form(claim); !formed.ok()) return formed.problem();
  const auto name = clean_name(claim.name);
  if (!name.ok()) return name.problem();
  return db::decide(room.database, [&](db::Transaction& transaction) { return begin(room, transaction, asker, claim, *name, now); });
}

Result<Upload> add_part(const Room& room, const Asker& asker, const std::string& id, std::int64_t offset, std::string_view bytes, Instant now) {
  const auto size = static_cast<std::int64_t>(bytes.size());
  const auto check = [&](db::Transaction& transaction) -> Result<Upload> {
    auto upload = own(transaction, asker, id);
    if (!upload.ok()) return upload.problem();
    if (const auto fits = takes(room, *upload, offset, size); !fits.ok()) return fits.problem();
    return upload;
  };
  // Asked before anything is written, and again when it counts: two senders of one part must not both win.
  if (const auto before = db::look(room.database, check); !before.ok()) return before.problem();
  const auto file = keep_part(room, id, offset, bytes);
  if (!file.ok()) return file.problem();
  auto kept = db::decide(room.database, [&](db::Transaction& transaction) -> Result<Upload> {
    auto upload = check(transaction);
    if (!upload.ok()) return upload.problem();
    store::insert_part(transaction, id, {offset, size, *file});
    upload->offset += size;
    upload->touched_at = now;
    store::update(transaction, *upload);
    return upload;
  });
  if (!kept.ok()) remove_part(room, id, *file);
  return kept;
}

Result<Upload> state_of(const Room& room, const Asker& asker, const std::string& id) {
  return db::look(room.database, [&](db::Transaction& transaction) { return own(transaction, asker, id); });
}

Result<void> cancel(const Room& room, const Asker& asker, const std::string& id, Instant now) {
  const auto done = db::decide(room.database, [&](db::Transaction& transaction) -> Result<Upload> {
    auto upload = own(transaction, asker, id);
    if (!upload.ok() || upload->state == UploadState::Cancelled) return upload;
    if (upload->state != UploadState::Open) return problem("uploads.closed", {{"state", word_of(upload->state)}});
    upload->state = UploadState::Cancelled;
    upload->touched_at = now;
    store::update(transaction, *upload);
    store::drop_parts(transaction, id);
    note(transaction, asker.actor, now, "upload.cancel", id);
    return upload;
  });
  if (!done.ok()) return done.problem();
  remove_parts(room, id);
  return {};
}

int collect_uploads(const Room& room, Instant now) {
  const Instant before{now.ms - room.law.abandoned_hours * k_hour_ms};
  std::vector<Upload> gone;
  room.database.write([&](db::Transaction& transaction) {
    gone = store::untouched(transaction, before);
    for (Upload& upload : gone) {
      upload.state = UploadState::Abandoned;
      store::update(transaction, upload);
      store::drop_parts(transaction, upload.id);
      note(transaction, k_platform, now, "upload.abandon", upload.id);
    }
  });
  for (const Upload& upload : gone) remove_parts(room, upload.id);
  return static_cast<int>(gone.size());
}

} // namespace ankao::attachments
