// SPDX-License-Identifier: Apache-2.0
// A file sent as a browser sends it.
#pragma once

#include <map>
#include <string>

#include "http/message.hpp"

namespace ankao::tests {

inline http::Request upload_of(const std::string& path, const std::string& bytes, const std::map<std::string, std::string>& fields = {}) {
  http::Request request;
  request.verb = http::Verb::Post;
  request.path = path;
  request.headers["x-ankao"] = "1";
  request.headers["content-type"] = "multipart/form-data; boundary=cut";
  for (const auto& [name, value] : fields) request.body += "--cut\r\ncontent-disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  request.body += "--cut\r\ncontent-disposition: form-data; name=\"file\"; filename=\"table.csv\"\r\n\r\n" + bytes + "\r\n--cut--\r\n";
  return request;
}

} // namespace ankao::tests
