// SPDX-License-Identifier: Apache-2.0
#include "identity/commands/totp.hpp"

#include <chrono>
#include <cstdio>
#include <sstream>

#include "identity/service/totp.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "program/files.hpp"

namespace ankao::identity {
namespace {

constexpr const char* k_usage = "ankao totp --secret BASE32 | --accounts FILE --account NAME";

int refuse(const Problem& problem) {
  std::fprintf(stderr, "ankao: %s", problems::Catalogue::shipped().lines(problem, problems::Language::Chinese).c_str());
  return k_exit_bad;
}

Instant now() {
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

Result<std::string> secret_of(const Arguments& arguments) {
  if (const auto given = arguments.option("--secret")) return *given;
  const auto file = arguments.option("--accounts"), account = arguments.option("--account");
  if (!file || !account) return problem("command.usage", {{"reason", "--secret, or --accounts and --account"}, {"usage", k_usage}});
  const auto list = read_file(*file);
  if (!list.ok()) return list.problem();
  const auto secret = secret_in_list(*list, *account);
  if (!secret) return problem("identity.totp_account", {{"account", *account}});
  return *secret;
}

int run(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_usage, 0, 0, {}, {"--secret", "--accounts", "--account"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto secret = secret_of(*arguments);
  if (!secret.ok()) return refuse(secret.problem());
  const auto bytes = from_base32(*secret);
  if (!bytes) return refuse(problem("identity.totp_secret", {{"value", secret->substr(0, 8)}}));
  std::printf("%s\n", totp_code(*bytes, code_step(now())).c_str());
  return k_exit_done;
}

} // namespace

std::optional<std::string> secret_in_list(const std::string& list, const std::string& account) {
  std::istringstream lines(list);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string name, password, secret;
    if (words >> name >> password >> secret && name == account && from_base32(secret)) return secret;
  }
  return std::nullopt;
}

std::vector<Command> totp_commands() { return {{"totp", k_usage, "动态口令 · the one-time code of a secret or of a demo account", run}}; }

} // namespace ankao::identity
