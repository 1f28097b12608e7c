// SPDX-License-Identifier: Apache-2.0
// A file on its way in: begun, sent in parts, finished. Every call may be sent again without harm, and a restart loses no part that was kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "attachments/rules/reach.hpp"
#include "attachments/service/room.hpp"

namespace ankao::attachments {

struct Claim {
  std::string id; ///< chosen by the sender
  std::string subject_kind, subject;
  std::string name;
  std::int64_t size = 0;
  std::string type, sm3;
  std::optional<Instant> captured_at;
  std::optional<DevicePlace> place = {};
};

/// Problems: uploads.id, uploads.id_taken, uploads.sm3, uploads.place, uploads.too_many, uploads.too_much, attachments.*.
Result<Upload> start(const Room& room, const Asker& asker, const Claim& claim, Instant now);
/// uploads.unknown for another's; uploads.closed, uploads.offset, uploads.part_size, file.unwritable.
Result<Upload> add_part(const Room& room, const Asker& asker, const std::string& id, std::int64_t offset, std::string_view bytes, Instant now);
Result<Upload> state_of(const Room& room, const Asker& asker, const std::string& id);
/// Checked, scanned, kept, attached. The same answer again when it was finished before. uploads.incomplete, uploads.part_lost,
/// blobs.not_as_sent, attachments.other_type ...: a content that is refused ends the upload.
Result<Attachment> finish(const Room& room, const Asker& asker, const std::string& id, Instant now);
Result<void> cancel(const Room& room, const Asker& asker, const std::string& id, Instant now);

/// Takes away the parts of what nobody touched for long; returns how many uploads.
int collect_uploads(const Room& room, Instant now);

} // namespace ankao::attachments
