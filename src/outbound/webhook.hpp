// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "outbound/settings.hpp"

namespace ankao::outbound {

struct Post {
  std::string url;
  std::string id;   ///< the same for each try; letters, digits and '-'
  std::string body; ///< JSON
  Instant at;
};

/// HMAC over "id.timestamp.body": "sm3=<hex>" or "sha256=<hex>".
std::string signature(const WebhookSettings& settings, const Post& post);

/// outbound.webhook_not_set_up, outbound.webhook_not_allowed when the origin is not on the list (the address is then not called at all),
/// outbound.webhook_refused (4xx), outbound.webhook_failed.
Result<void> send(const Settings& settings, const Post& post);
/// Whether the address may be called at all: outbound.webhook_not_allowed.
Result<void> allow(const WebhookSettings& settings, const std::string& url);

} // namespace ankao::outbound
