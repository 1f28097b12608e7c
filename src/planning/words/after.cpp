// SPDX-License-Identifier: Apache-2.0
#include "planning/words/after.hpp"

#include <array>
#include <cstddef>

namespace ankao::planning {
namespace {

constexpr std::array<std::string_view, 4> k_sites{"waiting", "confirmed", "refused", "silent"};
constexpr std::array<std::string_view, 2> k_kinds{"refused", "no_show"};
constexpr std::array<std::string_view, 4> k_failures{"reported", "verified", "waived", "withdrawn"};
constexpr std::array<std::string_view, 4> k_endings{"proposed", "prepared", "ended", "dropped"};
constexpr std::array<std::string_view, 4> k_objections{"open", "upheld", "rejected", "proposed"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

} // namespace

std::string_view name_of(SiteState state) { return k_sites[static_cast<std::size_t>(state)]; }
std::string_view name_of(FailureKind kind) { return k_kinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(FailureState state) { return k_failures[static_cast<std::size_t>(state)]; }
std::string_view name_of(EndingState state) { return k_endings[static_cast<std::size_t>(state)]; }
std::string_view name_of(ObjectionState state) { return k_objections[static_cast<std::size_t>(state)]; }
std::optional<FailureKind> failure_kind(std::string_view name) { return find<FailureKind>(k_kinds, name); }
std::optional<FailureState> failure_state(std::string_view name) { return find<FailureState>(k_failures, name); }
std::optional<EndingState> ending_state(std::string_view name) { return find<EndingState>(k_endings, name); }
std::optional<ObjectionState> objection_state(std::string_view name) { return find<ObjectionState>(k_objections, name); }

} // namespace ankao::planning
