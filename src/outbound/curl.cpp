// SPDX-License-Identifier: Apache-2.0
#include "outbound/curl.hpp"

#include "base/ensure.hpp"

namespace ankao::outbound {
namespace {

/// curl asks for this once, before threads; the first transfer does it under the language's own lock.
void begin_curl() {
  static const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT);
  ensure(begun == CURLE_OK, "libcurl begins");
}

std::size_t swallow(char*, std::size_t size, std::size_t count, void*) { return size * count; }

} // namespace

Transfer::Transfer(const char* protocol, long timeout_s, const std::string& ca_file) {
  begin_curl();
  handle_.reset(curl_easy_init());
  ensure(handle_ != nullptr, "libcurl gives a handle");
  set(CURLOPT_ERRORBUFFER, error_);
  set(CURLOPT_PROTOCOLS_STR, protocol);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT, timeout_s);
  set(CURLOPT_CONNECTTIMEOUT, timeout_s);
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
  set(CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
  set(CURLOPT_WRITEFUNCTION, swallow);
  if (!ca_file.empty()) set(CURLOPT_CAINFO, ca_file.c_str());
}

void Transfer::add(const std::string& line) {
  curl_slist* longer = curl_slist_append(lines_.get(), line.c_str());
  ensure(longer != nullptr, "memory for a line");
  static_cast<void>(lines_.release());
  lines_.reset(longer);
}

CURLcode Transfer::run() { return curl_easy_perform(handle_.get()); }

std::string Transfer::fault(CURLcode code) const { return error_[0] != '\0' ? error_ : curl_easy_strerror(code); }

long Transfer::answer() const {
  long code = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &code);
  return code;
}

} // namespace ankao::outbound
