// SPDX-License-Identifier: Apache-2.0
// R0 to R10 of draw.md, each a function from the sittings to the breaches it finds.
#pragma once

#include <string_view>
#include <vector>

#include "draw/check/chains.hpp"
#include "draw/check/check.hpp"
#include "draw/check/sittings.hpp"

namespace ankao::draw::checking {

/// One line of the rules' table.
struct Rule {
  std::string_view id;
  std::string_view clause;
  std::vector<Breach> (*find)(const Rule& rule, const Sittings& sittings, const History& history);
};

/// R0 ... R10 in order. R7 finds nothing: what exceeds it is an exception (see exceptions()), and only hiding one is a breach.
const std::vector<Rule>& rules();

/// What a plan with these sittings has to list: visits above the limit of R7, by institution, site and subject id.
std::vector<Exception> exceptions(const Sittings& sittings, const History& history);
/// Level E: visits above R7.
std::int64_t visits_above_limit(const Sittings& sittings, const History& history);

/// As people know it: the id, and the name where the instance has one.
template <class T>
std::string named(const T& one) {
  return one.name && !one.name->empty() ? one.id + " " + *one.name : one.id;
}

/// R9: the least share of the batch in a room with so many seats for its subject.
std::int64_t least_share(const Instance& instance, const Batch& batch, int seats);
/// R5 for a batch on a day.
bool ready(const Instance& instance, const Batch& batch, Date day);
/// R4 for an institution in a room's slot.
bool open_for(const Facts& facts, int institution, int room, int time);

} // namespace ankao::draw::checking
