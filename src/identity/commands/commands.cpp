// SPDX-License-Identifier: Apache-2.0
#include "identity/commands/commands.hpp"

#include <chrono>
#include <cstdio>

#include "identity/commands/totp.hpp"
#include "identity/files/roles.hpp"
#include "identity/files/settings.hpp"
#include "identity/service/identity.hpp"
#include "ledger/service/ledger.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "program/files.hpp"

namespace ankao::identity {
namespace {

using Words = std::vector<std::string>; ///< of the command line, after the command's name

constexpr const char* k_create_usage = "ankao account create --database URL --account NAME --role ROLE [--scope ID] [--name TEXT] "
                                       "[--password-stdin] [--keep-password] [--lang zh|en]";
constexpr const char* k_list_usage = "ankao account list --database URL [--role ROLE] [--lang zh|en]";
constexpr const char* k_password_usage = "ankao account password --database URL --account NAME [--password-stdin] [--lang zh|en]";
constexpr const char* k_disable_usage = "ankao account disable --database URL --account NAME [--lang zh|en]";
constexpr const char* k_enable_usage = "ankao account enable --database URL --account NAME [--lang zh|en]";
constexpr int k_list_page = 500;

int refuse(const Problem& refused, const Words& words) {
  auto language = problems::Language::Chinese;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == "--lang=en" || (words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "en"))
      language = problems::Language::English;
  std::fprintf(stderr, "ankao: %s", problems::Catalogue::shipped().lines(refused, language).c_str());
  return k_exit_bad;
}

Instant now() {
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

/// Who acts at the machine itself; the operating system has let them in.
ledger::Actor at_the_machine() { return {"system", "服务器命令行", "administrator", "city"}; }

/// What every account command works on.
struct Desk {
  explicit Desk(const std::string& url)
      : database(db::open(url)) {
    db::migrate(*database, ledger::migrations());
    db::migrate(*database, migrations());
    identity.emplace(*database, shipped_roles(), shipped_settings(), random);
  }
  SystemRandom random;
  std::unique_ptr<db::Database> database;
  std::optional<Identity> identity;
};

Result<Arguments> parsed(const Words& words, ArgumentRules rules, const std::vector<std::string>& required) {
  const auto arguments = Arguments::parse(words, rules);
  if (!arguments.ok()) return arguments.problem();
  for (const std::string& name : required)
    if (!arguments->option(name)) return problem("command.usage", {{"reason", name + " is missing"}, {"usage", rules.usage}});
  return *arguments;
}

/// The first line of the standard input when --password-stdin was given.
Result<std::optional<std::string>> given_password(const Arguments& arguments) {
  if (!arguments.has("--password-stdin")) return std::optional<std::string>();
  const auto input = read_file("-");
  if (!input.ok()) return input.problem();
  std::string line = input->substr(0, input->find('\n'));
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (line.empty()) return problem("identity.password_from_input");
  return std::optional<std::string>(line);
}

void tell(const Opened& opened) {
  std::printf("%s  %s  %s", opened.account.id.c_str(), opened.account.role.c_str(), opened.account.name.c_str());
  if (!opened.password.empty()) std::printf("\n口令（仅显示一次） · password (shown once): %s", opened.password.c_str());
  std::printf("\n");
}

int create(const Words& words) {
  const auto arguments = parsed(
      words,
      {k_create_usage, 0, 0, {"--password-stdin", "--keep-password"}, {"--database", "--account", "--role", "--scope", "--name", "--lang"}},
      {"--database", "--account", "--role"});
  if (!arguments.ok()) return refuse(arguments.problem(), words);
  const auto password = given_password(*arguments);
  if (!password.ok()) return refuse(password.problem(), words);
  Desk desk(*arguments->option("--database"));
  const std::string account = *arguments->option("--account");
  const auto opened = desk.identity->create_account(at_the_machine(),
                                                    {account, arguments->option("--name").value_or(account), *arguments->option("--role"),
                                                     arguments->option("--scope").value_or(""), *password,
                                                     arguments->has("--keep-password") ? PasswordState::Chosen : PasswordState::MustChange},
                                                    now());
  if (!opened.ok()) return refuse(opened.problem(), words);
  tell(*opened);
  return k_exit_done;
}

int list(const Words& words) {
  const auto arguments = parsed(words, {k_list_usage, 0, 0, {}, {"--database", "--role", "--lang"}}, {"--database"});
  if (!arguments.ok()) return refuse(arguments.problem(), words);
  Desk desk(*arguments->option("--database"));
  for (std::int64_t offset = 0;; offset += k_list_page) {
    const AccountPage found = desk.identity->accounts({"", arguments->option("--role").value_or(""), offset, k_list_page});
    for (const Account& account : found.accounts)
      std::printf("%-20s %-18s %-16s %-9s %s\n", account.id.c_str(), account.role.c_str(),
                  account.scope_id.empty() ? "-" : account.scope_id.c_str(), account.enabled ? "enabled" : "disabled",
                  account.name.c_str());
    if (offset + k_list_page >= found.total) return k_exit_done;
  }
}

int password(const Words& words) {
  const auto arguments =
      parsed(words, {k_password_usage, 0, 0, {"--password-stdin"}, {"--database", "--account", "--lang"}}, {"--database", "--account"});
  if (!arguments.ok()) return refuse(arguments.problem(), words);
  const auto given = given_password(*arguments);
  if (!given.ok()) return refuse(given.problem(), words);
  Desk desk(*arguments->option("--database"));
  const auto reset = desk.identity->reset_password(at_the_machine(), *arguments->option("--account"), *given, now());
  if (!reset.ok()) return refuse(reset.problem(), words);
  tell(*reset);
  return k_exit_done;
}

int set_enabled(const Words& words, const char* usage, Enabling enabling) {
  const auto arguments = parsed(words, {usage, 0, 0, {}, {"--database", "--account", "--lang"}}, {"--database", "--account"});
  if (!arguments.ok()) return refuse(arguments.problem(), words);
  Desk desk(*arguments->option("--database"));
  const auto done = desk.identity->set_enabled(at_the_machine(), *arguments->option("--account"), enabling, now());
  return done.ok() ? k_exit_done : refuse(done.problem(), words);
}

} // namespace

std::vector<Command> commands() {
  std::vector<Command> all = {
      {"account create", k_create_usage, "账户 · create an account; without --password-stdin a password is made and shown once", create},
      {"account list", k_list_usage, "账户 · list the accounts", list},
      {"account password", k_password_usage, "账户 · give an account a new password", password},
      {"account disable", k_disable_usage, "账户 · disable an account and end its sign-ins",
       [](const auto& words) { return set_enabled(words, k_disable_usage, Enabling::Disable); }},
      {"account enable", k_enable_usage, "账户 · enable an account",
       [](const auto& words) { return set_enabled(words, k_enable_usage, Enabling::Enable); }},
  };
  for (auto& one : totp_commands()) all.push_back(std::move(one));
  return all;
}

} // namespace ankao::identity
