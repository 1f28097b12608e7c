// SPDX-License-Identifier: Apache-2.0
// Which mail server and which webhooks the platform may use.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace ankao::outbound {

enum class Security { StartTls, Plain };
enum class Algorithm { Sm3, Sha256 };

struct MailSettings {
  std::string host;
  int port = 25;
  std::string from; ///< address
  std::string user; ///< "": no sign-in
  std::string password;
  Security security = Security::StartTls;
  std::string ca_file; ///< "": the system's
  bool ready() const { return !host.empty(); }
};

struct WebhookSettings {
  std::vector<std::string> origins; ///< "https://host[:port]", nothing else is ever called
  std::string key;
  Algorithm algorithm = Algorithm::Sm3;
  std::string ca_file;
  bool ready() const { return !origins.empty() && !key.empty(); }
};

struct Settings {
  MailSettings mail;
  WebhookSettings webhook;
  long timeout_s = 15; ///< of one letter or call, whatever happens
};

/// `value(name)` is the environment. Nothing set: nothing is ready. outbound.setting_wrong names the variable.
Result<Settings> settings_from(const std::function<std::optional<std::string>(const char*)>& value);
/// Of this process.
std::optional<std::string> environment(const char* name);

} // namespace ankao::outbound
