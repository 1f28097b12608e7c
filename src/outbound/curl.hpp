// SPDX-License-Identifier: Apache-2.0
// One transfer with libcurl: limits that hold for mail and webhooks alike.
#pragma once

#include <memory>
#include <string>

#include <curl/curl.h>

namespace ankao::outbound {

struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

class Transfer {
public:
  /// Only `protocol` ("smtp", "https", "http"), no proxy, no redirect, no signal, an end after `timeout_s`; certificates are checked
  /// against `ca_file` or the system's.
  Transfer(const char* protocol, long timeout_s, const std::string& ca_file);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  template <class T>
  void set(CURLoption option, T value) {
    curl_easy_setopt(handle_.get(), option, value);
  }
  /// Adds a line: of the header, or a recipient.
  void add(const std::string& line);
  void use_lines(CURLoption option) { set(option, lines_.get()); }

  CURLcode run();
  /// In curl's words, what went wrong.
  std::string fault(CURLcode code) const;
  long answer() const;

private:
  std::unique_ptr<CURL, FreeHandle> handle_;
  std::unique_ptr<curl_slist, FreeList> lines_;
  char error_[CURL_ERROR_SIZE] = {};
};

} // namespace ankao::outbound
