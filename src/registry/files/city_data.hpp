// SPDX-License-Identifier: Apache-2.0
// The shipped catalogue: data/districts/guangzhou.yaml and data/projects/projects.yaml.
#pragma once

#include "registry/words/catalogue.hpp"

namespace ankao::registry {

/// Carried inside the program; a broken file is a broken invariant. Safe to call from several threads.
const Catalogue& shipped_catalogue();

} // namespace ankao::registry
