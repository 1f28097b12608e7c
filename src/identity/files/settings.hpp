// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/words/settings.hpp"

namespace ankao::identity {

/// law/identity.yaml with data/identity/common_passwords.txt; a broken file is a broken invariant.
const Settings& shipped_settings();

} // namespace ankao::identity
