// SPDX-License-Identifier: Apache-2.0
// What the platform does with files by itself: draws pictures, asks the scanner again, reads everything again, takes away what nothing names.
#pragma once

#include <string>

#include "attachments/service/room.hpp"
#include "attachments/store/attachments.hpp"
#include "jobs/service/kinds.hpp"

namespace ankao::attachments {

inline constexpr const char* k_look_job = "attachment.look";
inline constexpr const char* k_scrub_job = "file.scrub";

/// SM3 of the record as the ledger names it.
std::string record_digest(const Attachment& attachment);
void tell_infected(db::Transaction& transaction, const Attachment& attachment, Instant now);

/// Drawn pictures and EXIF of one attachment; a picture that cannot be drawn is marked so.
Result<void> look_at(const Room& room, const std::string& id, Instant now);
/// Those without a verdict; returns how many have one now.
int scan_again(const Room& room, Instant now);
/// Every content against its digest, every row against the contents; kept, and told to the administrators when something is wrong.
store::ScrubRow scrub(const Room& room, Instant now);
/// Contents that no row names; returns how many went.
std::int64_t collect_contents(const Room& room, Instant now);

struct StorageState {
  store::Counts counts;
  std::int64_t contents = 0, disk_bytes = 0; ///< as they lie on the disk
  std::int64_t orphans = 0;
  std::int64_t open_uploads = 0;
  bool scanner = false;
  std::optional<store::ScrubRow> last_scrub;
};
StorageState storage(const Room& room);
/// A scrub as soon as a worker is free; in the ledger.
void ask_for_scrub(const Room& room, const ledger::Actor& actor, Instant now);

/// The kinds of jobs and their turns. `room` outlives them.
void add_jobs(jobs::Kinds& kinds, const Room& room);

} // namespace ankao::attachments
