// SPDX-License-Identifier: Apache-2.0
// The list of official documents.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::documents {

const lists::List& document_list();

} // namespace ankao::documents
