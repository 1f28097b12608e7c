// SPDX-License-Identifier: Apache-2.0
// What a record must be before it enters the register. Pure; each fault names its place as a JSON pointer, all faults at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "registry/service/city.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

// Limits, each tested at its edge.
inline constexpr std::size_t k_max_name = 100; ///< characters
inline constexpr std::size_t k_max_text = 500;
inline constexpr std::size_t k_max_list = 60; ///< addresses, rooms, rules ...
inline constexpr std::size_t k_max_exceptions = 800;
inline constexpr int k_max_capacity = 2000; ///< seats of one room
inline constexpr int k_max_opening_days = 3660;

using Faults = std::vector<Problem>;

Faults faults_of(const InstitutionRecord& record, const City& city);
/// Rooms included.
Faults faults_of(const SiteRecord& record, const City& city);
/// One room against its site; `at` goes before the pointers, e.g. "/rooms/0" or "".
Faults faults_of(const RoomRecord& room, const SiteRecord& site, const City& city, const std::string& at);
Faults faults_of(const Place& place, const City& city, const std::string& at);

/// A text of 1 to `longest` characters, not only white space, without control characters.
Faults faults_of_text(std::string_view text, std::size_t longest, const std::string& at);
/// "020-83713049", "0760-1234567-801", "18825167782", "400-123-4567".
bool is_telephone(std::string_view text);

/// Nothing, or problem register.invalid with the faults as parts.
Result<void> verdict(Faults faults);
/// `reason` without white space at its ends; problem register.invalid when it is no text.
Result<std::string> checked_reason(const std::string& reason, const std::string& at = "/reason");
std::string trimmed(std::string_view text);

} // namespace ankao::registry
