// SPDX-License-Identifier: Apache-2.0
#include "enforcement/service/records.hpp"

#include "enforcement/store/decisions.hpp"

namespace ankao::enforcement {

std::vector<Decision> decisions_between(db::Transaction& transaction, const std::string& district, Instant from, Instant before) { return store::in_force(transaction, district, from, before); }

} // namespace ankao::enforcement
