// SPDX-License-Identifier: Apache-2.0
#include "api/sent_file.hpp"

namespace ankao::api {

http::Response answer(const SentFile& sent) {
  http::Response response = detail::answer(Download{sent.name, sent.content_type, ""});
  response.file = sent.path;
  return response;
}

} // namespace ankao::api
