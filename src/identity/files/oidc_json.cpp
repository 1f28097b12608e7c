// SPDX-License-Identifier: Apache-2.0
#include "identity/files/oidc_json.hpp"

#include <botan/base64.h>
#include <botan/bigint.h>
#include <botan/ec_group.h>
#include <botan/ecdsa.h>
#include <botan/hash.h>
#include <botan/pubkey.h>
#include <botan/rsa.h>
#include <yaml-cpp/yaml.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "identity/rules/oidc.hpp"

namespace ankao::identity::oidc {
namespace {

using Json = nlohmann::json;
using Octets = std::vector<std::uint8_t>;

constexpr std::size_t k_token_longest = 16 * 1024;
constexpr std::size_t k_rsa_smallest_bits = 2048; ///< NIST SP 800-131A
constexpr std::size_t k_es256_bytes = 64;
constexpr std::size_t k_p256_bytes = 32;
constexpr const char* k_p256 = "P" "-256"; // in one piece it would read like a clause id

Problem bad_answer(const std::string& reason) { return problem("identity.oidc_answer", {{"reason", reason}}); }
Problem bad_token(const std::string& reason) { return problem("identity.oidc_token", {{"reason", reason}}); }

std::optional<Json> object(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return std::nullopt;
  return json;
}

std::string text_of(const Json& json, const char* member) {
  const auto at = json.find(member);
  return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::int64_t number_of(const Json& json, const char* member) {
  const auto at = json.find(member);
  return at != json.end() && at->is_number_integer() ? at->get<std::int64_t>() : 0;
}

std::optional<Octets> from_base64url(std::string text) {
  if (text.find_first_of("+/= \t\r\n") != std::string::npos) return std::nullopt;
  for (char& c : text) c = c == '-' ? '+' : c == '_' ? '/' : c;
  if (text.size() % 4 == 1) return std::nullopt;
  text.append((4 - text.size() % 4) % 4, '=');
  try {
    const auto bytes = Botan::base64_decode(text, false);
    return Octets(bytes.begin(), bytes.end());
  } catch (const std::exception&) { // Botan has no call that does not throw
    return std::nullopt;
  }
}

Botan::BigInt integer(const Octets& bytes) { return {bytes.data(), bytes.size()}; }

/// Null when the key is none of the algorithm, too small or broken.
std::unique_ptr<Botan::Public_Key> key_of(const Json& entry, const std::string& algorithm) {
  const auto part = [&](const char* name) { return from_base64url(text_of(entry, name)).value_or(Octets{}); };
  if (algorithm == "RS256" && text_of(entry, "kty") == "RSA") {
    const auto modulus = integer(part("n"));
    if (modulus.bits() < k_rsa_smallest_bits) return nullptr;
    return std::make_unique<Botan::RSA_PublicKey>(modulus, integer(part("e")));
  }
  if (algorithm == "ES256" && text_of(entry, "kty") == "EC" && text_of(entry, "crv") == k_p256) {
    const Octets x = part("x"), y = part("y");
    if (x.size() != k_p256_bytes || y.size() != k_p256_bytes) return nullptr;
    const Botan::EC_Group group("secp256r1");
    const auto point = group.point(integer(x), integer(y));
    if (!point.on_the_curve()) return nullptr;
    return std::make_unique<Botan::ECDSA_PublicKey>(group, point);
  }
  return nullptr;
}

bool is_signed(const Json& entry, const std::string& algorithm, const std::string& message, const Octets& signature) {
  try {
    const auto key = key_of(entry, algorithm);
    if (!key || (algorithm == "ES256" && signature.size() != k_es256_bytes)) return false;
    Botan::PK_Verifier verifier(*key, algorithm == "RS256" ? "EMSA3(SHA-256)" : "EMSA1(SHA-256)", Botan::IEEE_1363);
    verifier.update(message);
    return verifier.check_signature(signature);
  } catch (const std::exception&) { // numbers that make no key
    return false;
  }
}

/// One text or a list of them; anything else is none.
std::vector<std::string> texts_of(const Json& json, const char* name) {
  std::vector<std::string> out;
  const auto found = json.find(name);
  if (found == json.end()) return out;
  if (found->is_string()) out.push_back(found->get<std::string>());
  if (found->is_array())
    for (const Json& one : *found)
      if (one.is_string()) out.push_back(one.get<std::string>());
  return out;
}

Claims claims_of(const Json& json) {
  Claims out;
  out.issuer = text_of(json, "iss");
  out.subject = text_of(json, "sub");
  out.nonce = text_of(json, "nonce");
  out.authorized_party = text_of(json, "azp");
  out.expires = number_of(json, "exp");
  out.issued = number_of(json, "iat");
  out.audience = texts_of(json, "aud");
  out.methods = texts_of(json, "amr");
  out.context = text_of(json, "acr");
  return out;
}

} // namespace

std::string base64url(const std::string& bytes) {
  std::string out = Botan::base64_encode(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  while (!out.empty() && out.back() == '=') out.pop_back();
  for (char& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return out;
}

std::string challenge_of(const std::string& verifier) {
  const auto hash = Botan::HashFunction::create_or_throw("SHA-256");
  hash->update(verifier);
  const auto digest = hash->final();
  return base64url(std::string(digest.begin(), digest.end()));
}

Result<Endpoints> read_discovery(const std::string& json, const std::string& issuer) {
  const auto document = object(json);
  if (!document) return bad_answer("discovery");
  if (text_of(*document, "issuer") != issuer) return bad_answer("issuer");
  Endpoints out{text_of(*document, "authorization_endpoint"), text_of(*document, "token_endpoint"), text_of(*document, "jwks_uri")};
  if (!is_safe_address(out.authorize)) return bad_answer("authorization_endpoint");
  if (!is_safe_address(out.token)) return bad_answer("token_endpoint");
  if (!is_safe_address(out.keys)) return bad_answer("jwks_uri");
  return out;
}

Result<std::string> read_token_answer(const std::string& json) {
  const auto answer = object(json);
  if (!answer) return bad_answer("token");
  if (const std::string error = text_of(*answer, "error"); !error.empty()) return bad_answer(error.substr(0, 64));
  std::string token = text_of(*answer, "id_token");
  if (token.empty()) return bad_answer("id_token");
  return token;
}

Result<Claims> read_id_token(const std::string& token, const std::string& key_set_json) {
  if (token.size() > k_token_longest) return bad_token("length");
  const auto first = token.find('.');
  const auto second = first == std::string::npos ? first : token.find('.', first + 1);
  if (second == std::string::npos || token.find('.', second + 1) != std::string::npos) return bad_token("parts");
  const auto head_bytes = from_base64url(token.substr(0, first));
  const auto body_bytes = from_base64url(token.substr(first + 1, second - first - 1));
  const auto signature = from_base64url(token.substr(second + 1));
  if (!head_bytes || !body_bytes || !signature) return bad_token("base64url");
  const auto head = object(std::string(head_bytes->begin(), head_bytes->end()));
  const auto body = object(std::string(body_bytes->begin(), body_bytes->end()));
  if (!head || !body) return bad_token("json");
  const std::string algorithm = text_of(*head, "alg");
  if (algorithm != "RS256" && algorithm != "ES256") return bad_token("alg");
  const auto set = object(key_set_json);
  if (!set || !set->contains("keys") || !(*set)["keys"].is_array()) return bad_answer("jwks");
  bool found = false;
  for (const Json& entry : (*set)["keys"]) {
    if (!entry.is_object() || (head->contains("kid") && text_of(entry, "kid") != text_of(*head, "kid"))) continue;
    found = true;
    if (is_signed(entry, algorithm, token.substr(0, second), *signature)) return claims_of(*body);
  }
  return found ? bad_token("signature") : problem("identity.oidc_key");
}

Result<Provider> read_provider(const std::string& yaml) {
  YAML::Node file;
  try {
    file = YAML::Load(yaml);
  } catch (const YAML::Exception& error) {
    return problem("identity.oidc_settings", {{"reason", error.what()}});
  }
  std::string missing;
  const auto value = [&](const char* name) {
    const YAML::Node node = file.IsMap() ? file[name] : YAML::Node();
    std::string out = node && node.IsScalar() ? node.Scalar() : "";
    if (out.empty() && missing.empty()) missing = name;
    return out;
  };
  Provider out{value("issuer"), value("client_id"), value("client_secret"), value("redirect"), value("name_zh"), value("name_en"), {}, {}};
  if (missing.empty() && !is_safe_address(out.issuer)) missing = "issuer";
  if (missing.empty() && !is_safe_address(out.redirect)) missing = "redirect";
  if (!missing.empty()) return problem("identity.oidc_settings", {{"reason", missing}});
  for (const auto& [name, words] : {std::pair{"second_amr", &out.second_amr}, {"second_acr", &out.second_acr}}) {
    if (!file[name]) continue;
    if (!file[name].IsSequence()) return problem("identity.oidc_settings", {{"reason", name}});
    for (const YAML::Node& word : file[name]) words->insert(word.Scalar());
  }
  return out;
}

} // namespace ankao::identity::oidc
