// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

namespace ankao::reporting {

/// The reader of maps belongs to inspection; its refusals are said as those of this capability's files.
Problem own_fault(Problem fault);

} // namespace ankao::reporting
