// SPDX-License-Identifier: Apache-2.0
#include "attachments/routes/parts.hpp"
#include "attachments/rules/admit.hpp"
#include "attachments/service/attachments.hpp"

namespace ankao::attachments {
namespace {

const char* word_of(Preview preview) {
  switch (preview) {
  case Preview::Picture:
    return "picture";
  case Preview::Page:
    return "page";
  case Preview::Text:
    return "text";
  case Preview::None:
    break;
  }
  return "none";
}

} // namespace

Asker asker_of(const api::Call& call) {
  return {call.caller.actor(), call.caller.scope_kind, call.caller.scope_id, call.caller.can("attachment.locate")};
}

dto::UploadView view_of(const Upload& upload, const FileLaw& law) { return {upload.id, attachments::word_of(upload.state), upload.offset, upload.size, law.part_bytes}; }

dto::AttachmentView view_of(const Attachment& one, const Room& room, const Asker& asker) {
  const KindRule* kind = kind_rule(room.law, one.kind);
  const bool shut = one.scan == Scan::Infected || (one.withdrawn && asker.scope_kind != "city");
  dto::AttachmentView out;
  out.id = one.id;
  out.subject_kind = one.subject.kind;
  out.subject = one.subject.id;
  out.name = one.name;
  out.kind = one.kind;
  out.type = one.type;
  out.preview = shut || kind == nullptr ? "none" : word_of(kind->preview);
  out.size = one.size;
  out.sm3 = one.sm3;
  out.sealed = one.sealed;
  out.account = one.account;
  out.person = one.person;
  out.role = one.role;
  out.captured_at = one.captured_at;
  out.received_at = one.received_at;
  out.scan = attachments::word_of(one.scan);
  out.scan_note = one.scan_note;
  out.look = attachments::word_of(one.look);
  out.width = one.facts.width;
  out.height = one.facts.height;
  out.taken = one.facts.taken;
  out.zone = one.facts.zone;
  out.camera = one.facts.camera;
  out.software = one.facts.software;
  out.place = masked_place(room, one);
  out.device_place = masked_device_place(room, one);
  out.device_digest = !one.device_sm3.empty() && one.device_sm3 == one.sm3;
  out.event = one.event;
  out.original = !shut && (asker.locates || !holds_place(one));
  if (one.withdrawn) {
    out.withdrawn_at = one.withdrawn->at;
    out.withdrawn_person = one.withdrawn->person;
    out.withdrawn_reason = one.withdrawn->reason;
  }
  return out;
}

} // namespace ankao::attachments
