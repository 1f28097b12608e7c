// SPDX-License-Identifier: Apache-2.0
// Leaves the process only what it needs to compute: memory and time within limits, the handles it has, no other call to the system.
#pragma once

namespace ankao::look {

/// Cannot be taken back. False when the system refuses; then nothing from outside must be read.
bool confine();

} // namespace ankao::look
