// SPDX-License-Identifier: Apache-2.0
// What subjects that share exclusive rooms leave out together (level U): R3 gives each slot of such a room to one of them.
#pragma once

#include <optional>

#include "draw/bounds/certificate.hpp"
#include "draw/bounds/exact.hpp"
#include "draw/bounds/scope.hpp"

namespace ankao::draw::proving {

/// The least that these subjects add to U; nothing when the certificate has the wrong shape or asks for more work than the limits allow.
/// Takes the shortages proven so far into account.
std::optional<Exact> shared_value(const Scope& scope, const SharedRooms& certificate);

} // namespace ankao::draw::proving
