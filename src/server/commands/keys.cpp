// SPDX-License-Identifier: Apache-2.0
#include "server/commands/keys.hpp"

#include <cstdio>

#include "db/use_case.hpp"
#include "identity/service/personal.hpp"
#include "notices/service/channels.hpp"
#include "identity/service/second.hpp"
#include "ledger/service/ledger.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "server/places.hpp"
#include "server/system_clock.hpp"
#include "server/wiring.hpp"

namespace ankao::server {
namespace {

constexpr const char* k_rotate_usage = "ankao keys rotate --database URL [--keys DIR] [--batch N]";
constexpr const char* k_list_usage = "ankao keys list --database URL [--keys DIR]";
constexpr int k_most_rows = 10000;

const ledger::Actor k_operator{"system", "服务器命令行", "administrator", "city"};

int refuse(const Problem& problem) {
  const auto& catalogue = problems::Catalogue::shipped();
  std::fprintf(stderr, "%s%s", catalogue.lines(problem, problems::Language::Chinese).c_str(),
               catalogue.lines(problem, problems::Language::English).c_str());
  return k_exit_bad;
}

struct Desk {
  std::unique_ptr<db::Database> database;
  std::unique_ptr<vault::Vault> vault;
};

Result<Desk> desk_of(const Arguments& arguments, const char* usage) {
  const auto url = arguments.option("--database");
  if (!url) return problem("command.usage", {{"reason", "--database"}, {"usage", usage}});
  Desk desk;
  desk.database = db::open(*url);
  db::migrate(*desk.database, migrations());
  const Places places = places_of(*url, arguments.option("--keys"), std::nullopt);
  if (const auto prepared = vault::prepare(*desk.database, places.keys, SystemClock().now()); !prepared.ok()) return prepared.problem();
  auto opened = vault::Vault::open_with(*desk.database, places.keys);
  if (!opened.ok()) return opened.problem();
  desk.vault = std::move(*opened);
  return desk;
}

std::int64_t add_key(const Desk& desk) {
  std::int64_t number = 0;
  desk.database->write([&](db::Transaction& transaction) {
    const Instant now = SystemClock().now();
    number = desk.vault->add_key(transaction, now);
    ledger::append(transaction, {k_operator, now, "key.rotate", "vault_key:" + std::to_string(number), "", "", "P-2.5b", ""});
  });
  desk.vault->reload();
  return number;
}

int run_rotate(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_rotate_usage, 0, 0, {}, {"--database", "--keys", "--batch"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto batch = arguments->number("--batch", 1, k_most_rows);
  if (!batch.ok()) return refuse(batch.problem());
  const auto desk = desk_of(*arguments, k_rotate_usage);
  if (!desk.ok()) return refuse(desk.problem());
  const auto number = add_key(*desk);
  const auto done = vault::reseal(*desk->database, *desk->vault, sealed_columns(), static_cast<int>(batch->value_or(100)));
  std::printf("第 %lld 号密钥已启用，重新密封 %lld 项 · key %lld is in use, %lld values sealed again\n", static_cast<long long>(number),
              static_cast<long long>(done.done), static_cast<long long>(number), static_cast<long long>(done.done));
  for (const Problem& fault : done.faults) refuse(fault);
  return done.faults.empty() ? k_exit_done : k_exit_no;
}

int run_list(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_list_usage, 0, 0, {}, {"--database", "--keys"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto desk = desk_of(*arguments, k_list_usage);
  if (!desk.ok()) return refuse(desk.problem());
  desk->database->read([&](db::Transaction& transaction) {
    const auto rows = transaction.query("SELECT number, purpose, root, made_at FROM vault_key ORDER BY number");
    for (std::size_t i = 0; i < rows.size(); ++i)
      std::printf("%4lld  %-6s  root %s  %s%s\n", static_cast<long long>(rows.integer(i, "number")), rows.text(i, "purpose").c_str(), rows.text(i, "root").c_str(),
                  to_string(Instant{rows.integer(i, "made_at")}).c_str(), rows.integer(i, "number") == desk->vault->newest() ? "  *" : "");
  });
  return k_exit_done;
}

} // namespace

std::vector<vault::Column> sealed_columns() {
  auto all = identity::personal_columns();
  for (auto& one : notices::sealed_columns()) all.push_back(std::move(one));
  for (auto& one : identity::second_columns()) all.push_back(one);
  return all;
}

std::vector<Command> key_commands() {
  return {{"keys list", k_list_usage, "密钥 · list the keys personal data is sealed with (* is in use)", run_list},
          {"keys rotate", k_rotate_usage, "密钥 · use a new key and seal again what the old ones sealed; the platform may run meanwhile", run_rotate}};
}

} // namespace ankao::server
