// SPDX-License-Identifier: Apache-2.0
// The list of the notice's deadlines.
#pragma once

#include "deadlines/routes/terms.hpp"
#include "lists/words/list.hpp"

namespace ankao::deadlines {

const lists::List& deadline_list();
/// "3 个工作日", "之前 1 天", "当月 25 日前（含当日）".
std::string length_words(const dto::DeadlineRow& rule, lists::Language language);
/// Whether the word stands in the title, the clause or its text, in what starts it or in what ends it; every rule has the empty word.
bool speaks_of(const dto::DeadlineRow& rule, const std::string& word);

} // namespace ankao::deadlines
