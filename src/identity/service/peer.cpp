// SPDX-License-Identifier: Apache-2.0
#include "identity/service/peer.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace ankao::identity {

std::string peer_group(const std::string& peer) {
  std::array<unsigned char, 16> bytes{};
  if (::inet_pton(AF_INET6, peer.c_str(), bytes.data()) != 1) return peer;
  std::array<char, INET6_ADDRSTRLEN> text{};
  constexpr std::array<unsigned char, 12> k_mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  if (std::equal(k_mapped.begin(), k_mapped.end(), bytes.begin())) {
    ::inet_ntop(AF_INET, bytes.data() + k_mapped.size(), text.data(), text.size());
    return text.data();
  }
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  ::inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
  return std::string(text.data()) + "/64";
}

} // namespace ankao::identity
