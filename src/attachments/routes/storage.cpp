// SPDX-License-Identifier: Apache-2.0
#include "attachments/routes/parts.hpp"
#include "attachments/service/keeping.hpp"

namespace ankao::attachments {

using api::Call;
using api::None;
using api::Verb;

void add_storage_routes(api::Endpoints& endpoints, const Room& room, const std::function<void()>& wake) {
  endpoints.add<None, dto::StorageView>(
      {.verb = Verb::Get, .path = "/api/storage", .operation = "storage.show", .summary = "How much is kept, and what the last check found", .clauses = {"P-2.4f"}},
      [&room](const Call&, const None&) -> Result<dto::StorageView> {
        const StorageState now = storage(room);
        dto::StorageView out{now.counts.files, now.counts.bytes, now.counts.withdrawn, now.counts.unchecked, now.counts.infected, now.contents, now.disk_bytes, now.orphans, now.open_uploads, now.scanner, {}};
        if (now.last_scrub) out.last_scrub = dto::ScrubView{now.last_scrub->at, now.last_scrub->sound, now.last_scrub->altered, now.last_scrub->missing};
        return out;
      });
  endpoints.add<None, None>(
      {.verb = Verb::Post, .path = "/api/storage/check", .operation = "storage.check", .summary = "Read every content again in the background", .clauses = {"P-2.4f"}},
      [&room, wake](const Call& call, const None&) -> Result<None> {
        ask_for_scrub(room, call.caller.actor(), call.now);
        wake();
        return None{};
      });
}

} // namespace ankao::attachments
