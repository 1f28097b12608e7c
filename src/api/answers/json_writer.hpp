// SPDX-License-Identifier: Apache-2.0
// Described objects as JSON text, members in the order of their description.
#pragma once

#include <string>

#include "api/types/type.hpp"

namespace ankao::api {

/// Text that is no UTF-8 gets U+FFFD where it is broken; a fraction that is not finite is null.
std::string json_of(const Type& type, const void* object);

} // namespace ankao::api
