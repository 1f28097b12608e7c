// SPDX-License-Identifier: Apache-2.0
// Files of records: who may see what of them, and what people do with them.
#pragma once

#include <string>
#include <vector>

#include "attachments/service/room.hpp"

namespace ankao::attachments {

struct Content {
  Attachment attachment;
  std::string bytes;
};
enum class Side { Small, Large };

/// attachments.record_unknown.
Result<std::vector<Attachment>> list(const Room& room, const Asker& asker, const std::string& kind, const std::string& subject);
/// The record takes no more files.
bool finished(const Room& room, const Asker& asker, const std::string& kind, const std::string& subject);
/// attachments.unknown, also for what is out of reach.
Result<Attachment> show(const Room& room, const Asker& asker, const std::string& id);
/// attachments.quarantined; attachments.withdrawn for all but the city; attachments.place_hidden when it holds a place that the asker may
/// not see: the drawn picture does not.
Result<Content> content(const Room& room, const Asker& asker, const std::string& id);
/// attachments.not_drawn, attachments.quarantined.
Result<Content> picture(const Room& room, const Asker& asker, const std::string& id, Side side);
/// The one who added it, or the city bureau, with a reason; the content stays: attachments.not_yours, attachments.withdrawn, attachments.reason.
Result<Attachment> withdraw(const Room& room, const Asker& asker, const std::string& id, const std::string& reason, Instant now);
/// The place in clear; who, which and why goes to the ledger. attachments.no_place, attachments.reason.
Result<std::string> locate(const Room& room, const Asker& asker, const std::string& id, const std::string& reason, Instant now);
/// A place may stand in the original until it was looked at: so long only those who may see places open it.
bool holds_place(const Attachment& attachment);
/// Masked, "" when there is none.
std::string masked_place(const Room& room, const Attachment& attachment);

std::string masked_device_place(const Room& room, const Attachment& attachment);
/// Files of every record whose id begins so, for capabilities that own the records and have asked who may see them.
std::vector<Attachment> evidence(db::Transaction& transaction, const std::string& kind, const std::string& start);

} // namespace ankao::attachments
