// SPDX-License-Identifier: Apache-2.0
// The type of a content by what it is, never by its name.
#pragma once

#include <string>
#include <string_view>

struct magic_set;

namespace ankao::look {

class Sniffer {
public:
  /// Loads libmagic's table. Without it every type is "application/octet-stream".
  Sniffer();
  ~Sniffer();
  Sniffer(const Sniffer&) = delete;
  Sniffer& operator=(const Sniffer&) = delete;
  std::string type_of(std::string_view bytes) const;

private:
  magic_set* table_;
};

} // namespace ankao::look
