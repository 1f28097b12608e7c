// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "documents/words/document.hpp"

namespace ankao::documents {
namespace {

template <class T, std::size_t N>
using Names = std::array<std::pair<T, std::string_view>, N>;

constexpr Names<State, 4> k_states{{{State::Proposed, "proposed"}, {State::Issued, "issued"}, {State::Withdrawn, "withdrawn"}, {State::Replaced, "replaced"}}};
constexpr Names<About, 9> k_abouts{{{About::Plan, "plan"},
                                    {About::PlanSite, "plan_site"},
                                    {About::PlanInstitution, "plan_institution"},
                                    {About::Institution, "institution"},
                                    {About::Report, "report"},
                                    {About::Suspension, "suspension"},
                                    {About::Register, "register"},
                                    {About::PlanBatch, "plan_batch"},
                                    {About::Arrangement, "arrangement"}}};
constexpr Names<Shown, 3> k_shown{{{Shown::Number, "number"}, {Shown::Subject, "subject"}, {Shown::File, "file"}}};

template <class T, std::size_t N>
std::string_view name_in(const Names<T, N>& names, T value) {
  for (const auto& [one, name] : names)
    if (one == value) return name;
  return "";
}
template <class T, std::size_t N>
std::optional<T> value_in(const Names<T, N>& names, std::string_view text) {
  for (const auto& [one, name] : names)
    if (name == text) return one;
  return std::nullopt;
}

} // namespace

std::string_view name_of(State state) { return name_in(k_states, state); }
std::optional<State> state_of(std::string_view name) { return value_in(k_states, name); }
std::string_view name_of(About about) { return name_in(k_abouts, about); }
std::optional<About> about_of(std::string_view name) { return value_in(k_abouts, name); }
std::string_view name_of(Shown shown) { return name_in(k_shown, shown); }
std::optional<Shown> shown_of(std::string_view name) { return value_in(k_shown, name); }

} // namespace ankao::documents
