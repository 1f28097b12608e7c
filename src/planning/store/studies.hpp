// SPDX-License-Identifier: Apache-2.0
// Studies of months in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/study.hpp"

namespace ankao::planning {

std::string word_of(StudyKind kind); ///< "what_if", "year", "chances"
std::string word_of(StudyState state);

void insert_study(db::Transaction& transaction, const StudyRow& study);
std::optional<StudyRow> find_study(db::Transaction& transaction, const std::string& id);
/// Newest first, without results.
std::vector<StudyRow> studies_of(db::Transaction& transaction, Month month, int limit);
/// The newest of the kind that is done.
std::optional<StudyRow> newest_done(db::Transaction& transaction, Month month, StudyKind kind);
void set_progress(db::Transaction& transaction, const std::string& id, std::int64_t done);
void end_study(db::Transaction& transaction, const StudyRow& study);

} // namespace ankao::planning
