// SPDX-License-Identifier: Apache-2.0
#include "outbound/settings.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "outbound/mime.hpp"
#include "outbound/origin.hpp"

namespace ankao::outbound {
namespace {

constexpr int k_highest_port = 65535;

using Lookup = std::function<std::optional<std::string>(const char*)>;

Problem wrong(const char* name, const std::string& value) { return problem("outbound.setting_wrong", {{"name", name}, {"value", value}}); }

/// A secret from a file (its first line) or, for trials, straight from the environment.
Result<std::string> secret(const Lookup& value, const char* file_name, const char* name) {
  const auto path = value(file_name);
  if (!path) return value(name).value_or("");
  std::ifstream file(*path);
  std::string line;
  if (!std::getline(file, line) || line.empty()) return wrong(file_name, *path);
  return line;
}

std::optional<int> port_of(const std::string& text) {
  if (text.empty() || text.size() > 5 || text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  const int port = std::stoi(text);
  return port >= 1 && port <= k_highest_port ? std::optional(port) : std::nullopt;
}

Result<MailSettings> mail_from(const Lookup& value) {
  MailSettings out;
  out.host = value("ANKAO_MAIL_HOST").value_or("");
  if (!out.ready()) return out;
  if (out.host.find_first_of("/@:? \r\n") != std::string::npos) return wrong("ANKAO_MAIL_HOST", out.host);
  const std::string port = value("ANKAO_MAIL_PORT").value_or("25");
  const auto number = port_of(port);
  if (!number) return wrong("ANKAO_MAIL_PORT", port);
  out.port = *number;
  out.from = value("ANKAO_MAIL_FROM").value_or("");
  if (!is_address(out.from)) return wrong("ANKAO_MAIL_FROM", out.from);
  out.user = value("ANKAO_MAIL_USER").value_or("");
  const auto password = secret(value, "ANKAO_MAIL_PASSWORD_FILE", "ANKAO_MAIL_PASSWORD");
  if (!password.ok()) return password.problem();
  out.password = *password;
  const std::string security = value("ANKAO_MAIL_SECURITY").value_or("starttls");
  if (security != "starttls" && security != "plain") return wrong("ANKAO_MAIL_SECURITY", security);
  out.security = security == "plain" ? Security::Plain : Security::StartTls;
  out.ca_file = value("ANKAO_MAIL_CA_FILE").value_or("");
  return out;
}

Result<WebhookSettings> webhook_from(const Lookup& value) {
  WebhookSettings out;
  std::stringstream list(value("ANKAO_WEBHOOK_ORIGINS").value_or(""));
  for (std::string one; std::getline(list, one, ',');) {
    const auto origin = origin_of(one);
    if (!origin || one.find_first_of(" \t") != std::string::npos) return wrong("ANKAO_WEBHOOK_ORIGINS", one);
    out.origins.push_back(*origin);
  }
  const auto key = secret(value, "ANKAO_WEBHOOK_KEY_FILE", "ANKAO_WEBHOOK_KEY");
  if (!key.ok()) return key.problem();
  out.key = *key;
  const std::string algorithm = value("ANKAO_WEBHOOK_ALGORITHM").value_or("sm3");
  if (algorithm != "sm3" && algorithm != "sha256") return wrong("ANKAO_WEBHOOK_ALGORITHM", algorithm);
  out.algorithm = algorithm == "sm3" ? Algorithm::Sm3 : Algorithm::Sha256;
  out.ca_file = value("ANKAO_WEBHOOK_CA_FILE").value_or("");
  return out;
}

} // namespace

Result<Settings> settings_from(const Lookup& value) {
  const auto mail = mail_from(value);
  if (!mail.ok()) return mail.problem();
  const auto webhook = webhook_from(value);
  if (!webhook.ok()) return webhook.problem();
  Settings out;
  out.mail = *mail;
  out.webhook = *webhook;
  return out;
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
}

} // namespace ankao::outbound
