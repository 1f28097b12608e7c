// SPDX-License-Identifier: Apache-2.0
// A download that is sent from a file, piece by piece: for what may be larger than memory. Operations return it like a Download.
#pragma once

#include <string>

#include "api/endpoints.hpp"

namespace ankao::api {

struct SentFile {
  std::string name; ///< file name offered, UTF-8
  std::string content_type;
  std::string path; ///< stands until the answer has begun
};

http::Response answer(const SentFile& sent);

namespace detail {
template <>
struct Unwrap<SentFile> {
  using Type = Download; ///< how it is described
};
} // namespace detail

} // namespace ankao::api
