// SPDX-License-Identifier: Apache-2.0
// What an event or a background job is called on screen and on paper (data/words/actions.yaml).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ankao::ledger {

struct ActionWords {
  std::string zh;
  std::string en;
};

/// Both the action itself when it has no words.
ActionWords words_of_action(std::string_view action);
ActionWords words_of_job(std::string_view kind);
/// Every action, and every kind of job, with its words; by its key.
std::vector<std::pair<std::string, ActionWords>> all_actions();
std::vector<std::pair<std::string, ActionWords>> all_jobs();
/// An event may be written with this action.
bool is_known_action(std::string_view action);

} // namespace ankao::ledger
