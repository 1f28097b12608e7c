// SPDX-License-Identifier: Apache-2.0
// Parts of uploads on the disk, each sealed: what is personal never lies there in clear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attachments/service/room.hpp"

namespace ankao::attachments {

/// Under a name that no other call uses; on the disk when it returns. file.unwritable.
Result<std::string> keep_part(const Room& room, const std::string& upload, std::int64_t start, std::string_view bytes);
void remove_part(const Room& room, const std::string& upload, const std::string& file);
void remove_parts(const Room& room, const std::string& upload);
/// All of them, one after the other; uploads.part_lost.
Result<std::string> read_parts(const Room& room, const std::string& upload, const std::vector<Part>& parts);

} // namespace ankao::attachments
