// SPDX-License-Identifier: Apache-2.0
#include "jobs/words/job.hpp"

#include <array>
#include <utility>

namespace ankao::jobs {
namespace {

constexpr std::array<std::pair<State, const char*>, 5> k_words{{{State::Waiting, "waiting"},
                                                                 {State::Running, "running"},
                                                                 {State::Done, "done"},
                                                                 {State::Dead, "dead"},
                                                                 {State::Cancelled, "cancelled"}}};

} // namespace

const char* word_of(State state) {
  for (const auto& [one, word] : k_words)
    if (one == state) return word;
  return "";
}

std::optional<State> state_of(const std::string& word) {
  for (const auto& [state, one] : k_words)
    if (word == one) return state;
  return std::nullopt;
}

} // namespace ankao::jobs
