// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "planning/words/booking.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

namespace {

template <class E, std::size_t N>
using Names = std::array<std::pair<E, std::string_view>, N>;

constexpr Names<BookingKind, 2> k_kinds{{{BookingKind::Regular, "regular"}, {BookingKind::Retake, "retake"}}};
constexpr Names<BookingState, 3> k_states{
    {{BookingState::Booked, "booked"}, {BookingState::Planned, "planned"}, {BookingState::Withdrawn, "withdrawn"}}};
constexpr Names<Stage, 10> k_stages{{{Stage::Collecting, "collecting"},
                                     {Stage::Frozen, "frozen"},
                                     {Stage::Seeded, "seeded"},
                                     {Stage::Drawing, "drawing"},
                                     {Stage::Failed, "failed"},
                                     {Stage::Drawn, "drawn"},
                                     {Stage::Submitted, "submitted"},
                                     {Stage::Published, "published"},
                                     {Stage::Returned, "returned"},
                                     {Stage::Superseded, "superseded"}}};
constexpr Names<WaiverBasis, 3> k_bases{
    {{WaiverBasis::Exempt, "exempt"}, {WaiverBasis::OwnSchool, "own_school"}, {WaiverBasis::NoOtherSite, "no_other_site"}}};

template <class E, std::size_t N>
std::string_view name_in(const Names<E, N>& names, E value) {
  for (const auto& [known, name] : names)
    if (known == value) return name;
  return "";
}

template <class E, std::size_t N>
std::optional<E> value_in(const Names<E, N>& names, std::string_view text) {
  for (const auto& [value, name] : names)
    if (name == text) return value;
  return std::nullopt;
}

} // namespace

std::string_view name_of(BookingKind kind) { return name_in(k_kinds, kind); }
std::string_view name_of(BookingState state) { return name_in(k_states, state); }
std::string_view name_of(Stage stage) { return name_in(k_stages, stage); }
std::string_view name_of(WaiverBasis basis) { return name_in(k_bases, basis); }
std::optional<BookingKind> booking_kind(std::string_view name) { return value_in(k_kinds, name); }
std::optional<BookingState> booking_state(std::string_view name) { return value_in(k_states, name); }
std::optional<Stage> stage_of(std::string_view name) { return value_in(k_stages, name); }
std::optional<WaiverBasis> waiver_basis(std::string_view name) { return value_in(k_bases, name); }

} // namespace ankao::planning
