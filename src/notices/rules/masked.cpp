// SPDX-License-Identifier: Apache-2.0
#include "notices/rules/masked.hpp"

namespace ankao::notices {
namespace {

constexpr const char* k_hidden = "****";

/// Of the first letter, which may have several bytes.
std::size_t first_letter(const std::string& text) {
  std::size_t size = text.empty() ? 0 : 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
  return size;
}

} // namespace

std::string masked_mail(const std::string& address) {
  if (address.empty()) return "";
  const auto sign = address.rfind('@');
  if (sign == std::string::npos) return k_hidden;
  return address.substr(0, first_letter(address.substr(0, sign))) + k_hidden + address.substr(sign);
}

std::string masked_webhook(const std::string& url) {
  if (url.empty()) return "";
  const auto host = url.find("://");
  if (host == std::string::npos) return k_hidden;
  return url.substr(0, url.find_first_of("/?#", host + 3)) + "/" + k_hidden;
}

} // namespace ankao::notices
