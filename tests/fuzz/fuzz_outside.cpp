// SPDX-License-Identifier: Apache-2.0
// Any bytes where letters, webhooks and an identity provider meet the outside. The first byte chooses the reader; nothing crashes, and
// what is written never carries a line of its own into a header.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/ensure.hpp"
#include "identity/files/oidc_json.hpp"
#include "outbound/mime.hpp"
#include "outbound/origin.hpp"
#include "outbound/webhook.hpp"

namespace {

using namespace ankao;

template <class T>
void refused_with_an_id(const Result<T>& result) {
  if (!result.ok()) ensure(!result.problem().id.empty(), "a refusal has an id");
}

/// Every line of the head is a known header or the continuation of one.
void check_head(const std::string& letter) {
  const auto head = letter.substr(0, letter.find("\r\n\r\n"));
  for (std::size_t at = 0; at < head.size();) {
    const auto end = std::min(head.find("\r\n", at), head.size());
    const std::string line = head.substr(at, end - at);
    bool known = !line.empty() && (line.front() == ' ' || line.front() == '\t');
    for (const char* name : {"From: ", "To: ", "Subject: ", "Date: ", "Message-ID: ", "MIME-Version: ", "Content-Type: ", "Content-Transfer-Encoding: ", "Auto-Submitted: "})
      known = known || line.rfind(name, 0) == 0;
    ensure(known, "a letter has only its own headers: " + line);
    at = end + 2;
  }
}

void letter(const std::string& text) {
  const auto cut = text.find('\n');
  const std::string subject = text.substr(0, cut), body = cut == std::string::npos ? "" : text.substr(cut + 1);
  const auto made = outbound::mime({"ankao@example.test", outbound::is_address(subject) ? subject : "a@example.test", subject, body, "delivery-1@example.test", Instant{1'727'400'000'000}});
  refused_with_an_id(made);
  if (made.ok()) check_head(*made);
}

void webhook(const std::string& text) {
  const auto origin = outbound::origin_of(text);
  if (origin) ensure(outbound::origin_of(*origin) == origin, "an origin is its own origin");
  outbound::WebhookSettings settings;
  settings.origins = {"https://hooks.example.test:443"};
  settings.key = "k";
  if (outbound::allow(settings, text).ok()) ensure(origin == settings.origins.front(), "only what is on the list is called");
  outbound::signature(settings, {text, "delivery-1", text, Instant{1}});
}

void provider(const std::string& text) {
  using namespace ankao::identity::oidc;
  static const std::string keys = R"({"keys":[{"kty":"EC","crv":"P-256","kid":"k","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})";
  refused_with_an_id(read_discovery(text, "https://id.example.test"));
  refused_with_an_id(read_token_answer(text));
  refused_with_an_id(read_id_token(text, keys));
  refused_with_an_id(read_id_token("eyJhbGciOiJFUzI1NiIsImtpZCI6ImsifQ." + text, keys));
  refused_with_an_id(read_id_token("eyJhbGciOiJFUzI1NiIsImtpZCI6ImsifQ.e30.AAAA", text));
  refused_with_an_id(read_provider(text));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 3) {
  case 0:
    letter(text);
    break;
  case 1:
    webhook(text);
    break;
  default:
    provider(text);
  }
  return 0;
}
