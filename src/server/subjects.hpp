// SPDX-License-Identifier: Apache-2.0
// The records that may have files, found where they live.
#pragma once

#include <optional>
#include <string>

#include "attachments/words/attachment.hpp"
#include "db/db.hpp"

namespace ankao::server {

/// By a kind of law/files.yaml; as of `day`.
std::optional<attachments::Subject> subject_of(db::Transaction& transaction, const std::string& kind, const std::string& id, Date day);

} // namespace ankao::server
