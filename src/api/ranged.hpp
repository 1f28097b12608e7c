// SPDX-License-Identifier: Apache-2.0
// A stored content as a GET is answered: its digest is its ETag; a Range gets that part of it (206), one beyond its end 416, and
// If-Range with the digest of something else gets the whole.
#pragma once

#include <string>

#include "api/endpoints.hpp"

namespace ankao::api {

Reply<Download> ranged(Download whole, const std::string& digest, const http::Request& request);

} // namespace ankao::api
