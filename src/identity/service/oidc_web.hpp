// SPDX-License-Identifier: Apache-2.0
// The provider over HTTP, through libcurl: certificates are checked, no redirects are followed, answers are short and in time.
#pragma once

#include "identity/service/oidc.hpp"

namespace ankao::identity::oidc {

inline constexpr long k_connect_seconds = 5;
inline constexpr long k_answer_seconds = 10;
inline constexpr std::size_t k_answer_longest = 1 << 20;

class CurlWeb : public Web {
public:
  Result<std::string> get(const std::string& url) override;
  Result<std::string> post(const std::string& url, const std::vector<std::pair<std::string, std::string>>& fields, const std::string& user,
                           const std::string& password) override;
};

} // namespace ankao::identity::oidc
