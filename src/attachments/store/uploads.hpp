// SPDX-License-Identifier: Apache-2.0
// Uploads and their parts in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attachments/rules/admit.hpp"
#include "attachments/words/attachment.hpp"
#include "db/db.hpp"

namespace ankao::attachments::store {

void insert(db::Transaction& transaction, const Upload& upload);
std::optional<Upload> find_upload(db::Transaction& transaction, const std::string& id);
/// Offset, state, time of the last touch.
void update(db::Transaction& transaction, const Upload& upload);
Present open_of(db::Transaction& transaction, const std::string& account);
/// Open ones that nobody touched since.
std::vector<Upload> untouched(db::Transaction& transaction, Instant before);
std::int64_t count_open(db::Transaction& transaction);

void insert_part(db::Transaction& transaction, const std::string& upload, const Part& part);
std::vector<Part> parts_of(db::Transaction& transaction, const std::string& upload);
void drop_parts(db::Transaction& transaction, const std::string& upload);

} // namespace ankao::attachments::store
