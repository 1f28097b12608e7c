// SPDX-License-Identifier: Apache-2.0
// Why an entry of the register stands as it does: suspended, or attached to an institution although new sites are not to be.
#pragma once

#include "law/why.hpp"
#include "registry/service/lists.hpp"

namespace ankao::registry::routes {

law::Why why_of(const RecordedSuspension& recorded);
/// Why a site attached to an institution could be added (P-2.2b, G-50); the card has an override reason.
law::Why why_of_override(const SiteCard& card);

} // namespace ankao::registry::routes
