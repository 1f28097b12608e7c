// SPDX-License-Identifier: Apache-2.0
#include "identity/service/oidc_web.hpp"

#include <curl/curl.h>

#include <memory>

#include "base/ensure.hpp"
#include "identity/rules/oidc.hpp"

namespace ankao::identity::oidc {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
constexpr long k_ok = 200;
constexpr long k_refused = 400;

Problem unreachable(const std::string& reason) { return problem("identity.oidc_unreachable", {{"reason", reason}}); }

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* out) {
  auto& text = *static_cast<std::string*>(out);
  if (text.size() + size * count > k_answer_longest) return 0; // ends the transfer
  text.append(bytes, size * count);
  return size * count;
}

Handle handle_for(const std::string& url, std::string& body) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  ensure(ready == CURLE_OK, "libcurl does not start");
  Handle handle(curl_easy_init(), &curl_easy_cleanup);
  ensure(handle != nullptr, "libcurl gives no handle");
  CURL* const curl = handle.get();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, k_connect_seconds);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, k_answer_seconds);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
  if (url.starts_with("http://")) curl_easy_setopt(curl, CURLOPT_NOPROXY, "*"); // the loopback address
  return handle;
}

Result<std::string> answer(const Handle& handle, std::string& body, bool refusal_too) {
  if (const CURLcode code = curl_easy_perform(handle.get()); code != CURLE_OK) return unreachable(curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status != k_ok && !(refusal_too && status == k_refused)) return unreachable("HTTP " + std::to_string(status));
  return body;
}

} // namespace

Result<std::string> CurlWeb::get(const std::string& url) {
  if (!is_safe_address(url)) return unreachable("https");
  std::string body;
  const Handle handle = handle_for(url, body);
  return answer(handle, body, false);
}

Result<std::string> CurlWeb::post(const std::string& url, const std::vector<std::pair<std::string, std::string>>& fields, const std::string& user,
                                  const std::string& password) {
  if (!is_safe_address(url)) return unreachable("https");
  std::string body, form;
  const Handle handle = handle_for(url, body);
  for (const auto& [name, value] : fields) {
    const std::unique_ptr<char, decltype(&curl_free)> escaped(curl_easy_escape(handle.get(), value.c_str(), static_cast<int>(value.size())), &curl_free);
    ensure(escaped != nullptr, "libcurl does not escape a value");
    form += (form.empty() ? "" : "&") + name + "=" + escaped.get();
  }
  curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(form.size()));
  curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, form.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
  curl_easy_setopt(handle.get(), CURLOPT_USERNAME, user.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_PASSWORD, password.c_str());
  return answer(handle, body, true);
}

} // namespace ankao::identity::oidc
