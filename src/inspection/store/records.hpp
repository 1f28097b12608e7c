// SPDX-License-Identifier: Apache-2.0
// Questions, witnesses and signatures of visits in the database, and what a place has behind it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "inspection/words/defect.hpp"
#include "inspection/words/record.hpp"

namespace ankao::inspection::store {

void insert(db::Transaction& transaction, const std::string& visit, const Question& question);
std::vector<Question> questions(db::Transaction& transaction, const std::string& visit);

void insert(db::Transaction& transaction, const std::string& visit, const Witness& witness);
std::vector<Witness> witnesses(db::Transaction& transaction, const std::string& visit);

void insert(db::Transaction& transaction, const std::string& visit, const Signature& signature);
std::vector<Signature> signatures(db::Transaction& transaction, const std::string& visit);

/// Every visit of a place in any campaign, newest first, without the one given.
std::vector<Visit> visits_of_place(db::Transaction& transaction, const std::string& subject, const std::string& but, int most);
/// Problems of a place that are not closed, the oldest first.
std::vector<Defect> open_defects_of_place(db::Transaction& transaction, const std::string& subject, int most);

/// Every version of every answer of a visit, in the order in which they arrived.
std::vector<StoredAnswer> all_answers(db::Transaction& transaction, const std::string& visit);

} // namespace ankao::inspection::store
