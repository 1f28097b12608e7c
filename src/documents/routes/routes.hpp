// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "documents/service/documents.hpp"
#include "lists/words/list.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::documents {

/// `address`: how people reach the platform ("https://ankao.example"), printed in the square codes; empty: as the call names it. The desk
/// outlives the endpoints.
void add_routes(api::Endpoints& endpoints, const Desk& desk, const std::string& address);

/// For the description of all lists.
std::vector<const lists::List*> described_lists();

} // namespace ankao::documents
