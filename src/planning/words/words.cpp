// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "planning/words/arrangement.hpp"
#include "planning/words/booking.hpp"
#include "planning/words/forecast.hpp"
#include "planning/words/parameter.hpp"
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

constexpr Names<ArrangementKind, 2> k_arrangements{{{ArrangementKind::OwnSchool, "own_school"}, {ArrangementKind::CrossCity, "cross_city"}}};
constexpr Names<ChangeState, 3> k_change_states{{{ChangeState::Proposed, "proposed"}, {ChangeState::Approved, "approved"}, {ChangeState::Rejected, "rejected"}}};
constexpr Names<ForecastMethod, 5> k_methods{{{ForecastMethod::Last, "last"},
                                             {ForecastMethod::Mean, "mean"},
                                             {ForecastMethod::Seasonal, "seasonal"},
                                             {ForecastMethod::SeasonalTrend, "seasonal_trend"},
                                             {ForecastMethod::Damped, "damped"}}};

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

std::string_view name_of(ArrangementKind kind) { return name_in(k_arrangements, kind); }
std::optional<ArrangementKind> arrangement_kind(std::string_view name) { return value_in(k_arrangements, name); }
std::string_view name_of(ForecastMethod method) { return name_in(k_methods, method); }
std::string_view name_of(ChangeState state) { return name_in(k_change_states, state); }
std::optional<ChangeState> change_state(std::string_view name) { return value_in(k_change_states, name); }
std::string_view name_of(BookingKind kind) { return name_in(k_kinds, kind); }
std::string_view name_of(BookingState state) { return name_in(k_states, state); }
std::string_view name_of(Stage stage) { return name_in(k_stages, stage); }
std::string_view name_of(WaiverBasis basis) { return name_in(k_bases, basis); }
std::optional<BookingKind> booking_kind(std::string_view name) { return value_in(k_kinds, name); }
std::optional<BookingState> booking_state(std::string_view name) { return value_in(k_states, name); }
std::optional<Stage> stage_of(std::string_view name) { return value_in(k_stages, name); }
std::optional<WaiverBasis> waiver_basis(std::string_view name) { return value_in(k_bases, name); }

} // namespace ankao::planning
