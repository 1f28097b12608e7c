// SPDX-License-Identifier: Apache-2.0
// Contents of papers as stored: JSON. What cannot be read is a broken invariant, since only write_content wrote it.
#pragma once

#include <string>

#include "inspection/words/draws.hpp"
#include "inspection/words/papers.hpp"

namespace ankao::inspection {

std::string write_content(const SelfReport& content);
std::string write_content(const Handover& content);
std::string write_content(const DistrictReceipt& content);
std::string write_content(const WorkingGroup& content);
std::string write_content(const TypicalCase& content);
std::string write_content(const TeamPerson& content);
std::string write_content(const LookedBack& content);
std::string write_content(const PairingRecord& content);
std::string write_content(const SpotRecord& content);

/// Defined for the same types.
template <class Content>
Content read_content(const std::string& text);

} // namespace ankao::inspection
