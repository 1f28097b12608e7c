// SPDX-License-Identifier: Apache-2.0
#include "outbound/origin.hpp"

#include <algorithm>
#include <cctype>
#include <memory>

#include <curl/curl.h>

namespace ankao::outbound {
namespace {

constexpr std::size_t k_longest_url = 2000;

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::optional<std::string> part(CURLU* url, CURLUPart which, unsigned flags) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return std::nullopt;
  std::string out = text;
  curl_free(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

} // namespace

std::optional<std::string> origin_of(const std::string& url) {
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c <= '~'; });
  if (url.size() > k_longest_url || !plain) return std::nullopt;
  const std::unique_ptr<CURLU, FreeUrl> parsed(curl_url());
  if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) return std::nullopt;
  const auto scheme = part(parsed.get(), CURLUPART_SCHEME, 0);
  const auto host = part(parsed.get(), CURLUPART_HOST, 0);
  const auto port = part(parsed.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
  if (!scheme || !host || !port || (*scheme != "https" && *scheme != "http")) return std::nullopt;
  return *scheme + "://" + *host + ":" + *port;
}

} // namespace ankao::outbound
