// SPDX-License-Identifier: Apache-2.0
#include "enforcement/words/decision.hpp"

#include <array>
#include <utility>

namespace ankao::enforcement {
namespace {

constexpr std::array<std::pair<State, const char*>, 5> k_states{
    {{State::Proposed, "proposed"}, {State::InForce, "in_force"}, {State::Refused, "refused"}, {State::Withdrawn, "withdrawn"}, {State::Annulled, "annulled"}}};

} // namespace

const char* name_of(State state) {
  for (const auto& [one, name] : k_states)
    if (one == state) return name;
  return "";
}

std::optional<State> state_of(const std::string& name) {
  for (const auto& [one, known] : k_states)
    if (known == name) return one;
  return std::nullopt;
}

std::string kind_in(const std::string& subject) { return subject.substr(0, subject.find(':')); }
std::string id_in(const std::string& subject) {
  const auto colon = subject.find(':');
  return colon == std::string::npos ? "" : subject.substr(colon + 1);
}

} // namespace ankao::enforcement
