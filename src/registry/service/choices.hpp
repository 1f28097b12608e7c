// SPDX-License-Identifier: Apache-2.0
// What lists of every capability may be narrowed by: the city's districts and subjects, with their names.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::registry {

lists::Options district_options();
lists::Options project_options();
lists::Options industry_options();
/// Theory and the operation projects.
lists::Options subject_options();
/// The one and then the other.
lists::Options both(lists::Options first, lists::Options second);

} // namespace ankao::registry
