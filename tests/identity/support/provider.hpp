// SPDX-License-Identifier: Apache-2.0
// A provider that answers from memory and signs with real keys, so that each claim and each signature can be made wrong.
#pragma once

#include <botan/auto_rng.h>
#include <botan/ecdsa.h>
#include <botan/pubkey.h>
#include <botan/rsa.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "identity/files/oidc_json.hpp"
#include "identity/service/oidc.hpp"

namespace ankao::tests {

class FakeProvider : public identity::oidc::Web {
public:
  using Json = nlohmann::json;
  static constexpr const char* k_issuer = "https://id.example.gov";

  FakeProvider()
      : rsa_(random_, 2048)
      , curve_(random_, Botan::EC_Group("secp256r1")) {}

  Result<std::string> get(const std::string& url) override {
    ++asked[url];
    if (away) return problem("identity.oidc_unreachable", {{"reason", "away"}});
    if (url == std::string(k_issuer) + "/keys") return keys().dump();
    return discovery.dump();
  }
  Result<std::string> post(const std::string&, const std::vector<std::pair<std::string, std::string>>& fields, const std::string& user,
                           const std::string& password) override {
    for (const auto& [name, value] : fields) sent[name] = value;
    sent["user"] = user;
    sent["password"] = password;
    if (!refusal.empty()) return Json{{"error", refusal}}.dump();
    return Json{{"id_token", token()}, {"token_type", "Bearer"}, {"access_token", "x"}}.dump();
  }

  std::string token() { return signed_token(Json{{"alg", algorithm}, {"kid", kid}}, claims); }
  std::string signed_token(const Json& head, const Json& body) {
    const std::string message = identity::oidc::base64url(head.dump()) + "." + identity::oidc::base64url(body.dump());
    const bool rsa = algorithm != "ES256";
    Botan::PK_Signer signer(rsa ? static_cast<const Botan::Private_Key&>(rsa_) : curve_, random_, rsa ? "EMSA3(SHA-256)" : "EMSA1(SHA-256)", Botan::IEEE_1363);
    const auto signature = signer.sign_message(reinterpret_cast<const std::uint8_t*>(message.data()), message.size(), random_);
    return message + "." + identity::oidc::base64url(std::string(signature.begin(), signature.end()));
  }
  Json keys() {
    const auto number = [](const Botan::BigInt& n, std::size_t size) {
      std::string bytes(size, '\0');
      Botan::BigInt::encode_1363(reinterpret_cast<std::uint8_t*>(bytes.data()), size, n);
      return identity::oidc::base64url(bytes);
    };
    const auto& point = curve_.public_point();
    return {{"keys",
             {{{"kty", "RSA"}, {"kid", "r1"}, {"n", number(rsa_.get_n(), 256)}, {"e", number(rsa_.get_e(), 3)}},
              {{"kty", "EC"}, {"kid", "e1"}, {"crv", "P" "-256"}, {"x", number(point.get_affine_x(), 32)}, {"y", number(point.get_affine_y(), 32)}}}}};
  }

  Json discovery = {{"issuer", k_issuer},
                    {"authorization_endpoint", std::string(k_issuer) + "/authorize"},
                    {"token_endpoint", std::string(k_issuer) + "/token"},
                    {"jwks_uri", std::string(k_issuer) + "/keys"}};
  Json claims;
  std::string algorithm = "RS256";
  std::string kid = "r1";
  std::string refusal;
  bool away = false;
  std::map<std::string, int> asked;
  std::map<std::string, std::string> sent;

private:
  Botan::AutoSeeded_RNG random_;
  Botan::RSA_PrivateKey rsa_;
  Botan::ECDSA_PrivateKey curve_;
};

} // namespace ankao::tests
