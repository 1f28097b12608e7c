// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "attachments/routes/parts.hpp"
#include "attachments/service/uploads.hpp"

namespace ankao::attachments {
namespace {

using api::Call;
using api::None;
using api::Verb;

Result<dto::UploadView> viewed(const Result<Upload>& upload, const Room& room) {
  if (!upload.ok()) return upload.problem();
  return view_of(*upload, room.law);
}

Result<std::int64_t> offset_of(const api::Upload& form) {
  const std::string text = form.field("offset").value_or("");
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || out < 0) return problem("uploads.offset_form", {{"value", text.substr(0, 40)}}, "offset");
  return out;
}

std::optional<DevicePlace> place_of(const dto::UploadForm& form) {
  if (!form.latitude || !form.longitude) return std::nullopt;
  return DevicePlace{*form.latitude, *form.longitude, form.metres.value_or(0)};
}

} // namespace

void add_upload_routes(api::Endpoints& endpoints, const Room& room, const std::function<void()>& wake) {
  endpoints.add<dto::UploadForm, dto::UploadView>(
      {.verb = Verb::Post, .path = "/api/uploads", .operation = "upload.start", .summary = "Begin an upload, or ask how far it is", .clauses = {"P-2.4f"}, .permission = "attachment.add"},
      [&room](const Call& call, const dto::UploadForm& form) {
        return viewed(start(room, asker_of(call), {form.id, form.subject_kind, form.subject, form.name, form.size, form.type.value_or(""), form.sm3.value_or(""), form.captured_at, place_of(form)}, call.now), room);
      });
  endpoints.add<api::Upload, dto::UploadView>(
      {.verb = Verb::Post, .path = "/api/uploads/{id}/parts", .operation = "upload.part", .summary = "The next part: field offset, and file with the bytes", .clauses = {"P-2.4f"}, .permission = "attachment.add"},
      [&room](const Call& call, const api::Upload& form) -> Result<dto::UploadView> {
        const auto offset = offset_of(form);
        if (!offset.ok()) return offset.problem();
        return viewed(add_part(room, asker_of(call), call.request.parameters.at("id"), *offset, form.bytes, call.now), room);
      });
  endpoints.add<dto::UploadId, dto::UploadView>(
      {.verb = Verb::Get, .path = "/api/uploads/{id}", .operation = "upload.state", .summary = "Where the next part begins", .clauses = {"P-2.4f"}, .permission = "attachment.add"},
      [&room](const Call& call, const dto::UploadId& input) { return viewed(state_of(room, asker_of(call), input.id), room); });
  endpoints.add<dto::UploadId, dto::AttachmentView>(
      {.verb = Verb::Post, .path = "/api/uploads/{id}/finish", .operation = "upload.finish", .summary = "Check what arrived and attach it to its record", .clauses = {"P-2.4f"}, .permission = "attachment.add"},
      [&room, wake](const Call& call, const dto::UploadId& input) -> Result<dto::AttachmentView> {
        const Asker asker = asker_of(call);
        const auto done = finish(room, asker, input.id, call.now);
        if (!done.ok()) return done.problem();
        wake();
        return view_of(*done, room, asker);
      });
  endpoints.add<dto::UploadId, None>(
      {.verb = Verb::Post, .path = "/api/uploads/{id}/cancel", .operation = "upload.cancel", .summary = "Give an upload up", .clauses = {"P-2.4f"}, .permission = "attachment.add"},
      [&room](const Call& call, const dto::UploadId& input) -> Result<None> {
        const auto done = cancel(room, asker_of(call), input.id, call.now);
        if (!done.ok()) return done.problem();
        return None{};
      });
}

} // namespace ankao::attachments
