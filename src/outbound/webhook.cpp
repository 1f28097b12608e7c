// SPDX-License-Identifier: Apache-2.0
#include "outbound/webhook.hpp"

#include <algorithm>

#include <botan/hex.h>
#include <botan/mac.h>

#include "outbound/curl.hpp"
#include "outbound/origin.hpp"

namespace ankao::outbound {

std::string signature(const WebhookSettings& settings, const Post& post) {
  const bool sm3 = settings.algorithm == Algorithm::Sm3;
  const auto mac = Botan::MessageAuthenticationCode::create_or_throw(sm3 ? "HMAC(SM3)" : "HMAC(SHA-256)");
  mac->set_key(reinterpret_cast<const std::uint8_t*>(settings.key.data()), settings.key.size());
  mac->update(post.id + "." + std::to_string(post.at.ms) + "." + post.body);
  return (sm3 ? "sm3=" : "sha256=") + Botan::hex_encode(mac->final(), false);
}

Result<void> allow(const WebhookSettings& settings, const std::string& url) {
  const auto origin = origin_of(url);
  const bool listed = origin && std::find(settings.origins.begin(), settings.origins.end(), *origin) != settings.origins.end();
  if (!listed) return problem("outbound.webhook_not_allowed", {{"origin", origin.value_or("?")}});
  return {};
}

Result<void> send(const Settings& settings, const Post& post) {
  const WebhookSettings& webhook = settings.webhook;
  if (!webhook.ready()) return problem("outbound.webhook_not_set_up");
  if (const auto allowed = allow(webhook, post.url); !allowed.ok()) return allowed.problem();
  ensure(post.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos, "a post's id fits a header");
  const std::string origin = *origin_of(post.url);
  Transfer transfer(origin.starts_with("https:") ? "https" : "http", settings.timeout_s, webhook.ca_file);
  transfer.set(CURLOPT_URL, post.url.c_str());
  transfer.set(CURLOPT_POSTFIELDSIZE, static_cast<long>(post.body.size()));
  transfer.set(CURLOPT_POSTFIELDS, post.body.c_str());
  transfer.add("content-type: application/json");
  transfer.add("expect:");
  transfer.add("x-ankao-id: " + post.id);
  transfer.add("x-ankao-timestamp: " + std::to_string(post.at.ms));
  transfer.add("x-ankao-signature: " + signature(webhook, post));
  transfer.use_lines(CURLOPT_HTTPHEADER);
  const CURLcode code = transfer.run();
  if (code != CURLE_OK) return problem("outbound.webhook_failed", {{"origin", origin}, {"reason", transfer.fault(code)}});
  const long answer = transfer.answer();
  if (answer >= 200 && answer < 300) return {};
  // Too many requests and time-outs pass; other refusals stay what they are.
  const bool for_good = answer >= 400 && answer < 500 && answer != 408 && answer != 429;
  if (for_good) return problem("outbound.webhook_refused", {{"origin", origin}, {"code", std::to_string(answer)}});
  return problem("outbound.webhook_failed", {{"origin", origin}, {"reason", "HTTP " + std::to_string(answer)}});
}

} // namespace ankao::outbound
