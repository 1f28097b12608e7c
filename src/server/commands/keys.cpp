// SPDX-License-Identifier: Apache-2.0
#include "server/commands/keys.hpp"

#include <cstdio>

#include "attachments/service/room.hpp"
#include "inspection/service/offices.hpp"
#include "inspection/service/records.hpp"
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

constexpr const char* k_rotate_usage = "ankao keys rotate [--root | --digest] --database URL [--keys DIR] [--batch N]";
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

int rotate_root(const Desk& desk, const std::string& folder) {
  const auto mark = vault::rotate_root(*desk.database, folder, [](db::Transaction& transaction, const std::string& made) {
    ledger::append(transaction, {k_operator, SystemClock().now(), "key.rotate_root", "vault_root:" + made, "", "", "P-2.5b", ""});
  });
  if (!mark.ok()) return refuse(mark.problem());
  std::printf("根密钥已更换（标记 %s），请立即备份 %s，并分发到其他服务器 · the root key was changed (mark %s): back up %s now, and copy it to other servers\n", mark->c_str(), folder.c_str(), mark->c_str(), folder.c_str());
  return k_exit_done;
}

/// A channel's digest stands beside its sealed address: mail_sealed, mail_digest.
std::vector<vault::Digested> digested_columns() {
  constexpr std::string_view ending = "_sealed";
  auto all = identity::personal_digests();
  for (const auto& one : notices::sealed_columns()) all.push_back({one, one.sealed.substr(0, one.sealed.size() - ending.size()) + "_digest"});
  return all;
}

int rotate_digest(const Desk& desk, int batch) {
  std::int64_t number = 0;
  desk.database->write([&](db::Transaction& transaction) {
    const Instant now = SystemClock().now();
    number = desk.vault->add_digest_key(transaction, now);
    ledger::append(transaction, {k_operator, now, "key.rotate_digest", "vault_key:" + std::to_string(number), "", "", "P-2.5b", ""});
  });
  desk.vault->reload();
  const auto done = vault::redigest(*desk.database, *desk.vault, digested_columns(), batch);
  std::printf("第 %lld 号检索密钥已启用，重新计算 %lld 项 · digest key %lld is in use, %lld digests computed again\n", static_cast<long long>(number), static_cast<long long>(done.done),
              static_cast<long long>(number), static_cast<long long>(done.done));
  for (const Problem& fault : done.faults) refuse(fault);
  return done.faults.empty() ? k_exit_done : k_exit_no;
}

int run_rotate(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_rotate_usage, 0, 0, {"--root", "--digest"}, {"--database", "--keys", "--batch"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto batch = arguments->number("--batch", 1, k_most_rows);
  if (!batch.ok()) return refuse(batch.problem());
  const auto desk = desk_of(*arguments, k_rotate_usage);
  if (!desk.ok()) return refuse(desk.problem());
  if (arguments->has("--root")) return rotate_root(*desk, places_of(*arguments->option("--database"), arguments->option("--keys"), std::nullopt).keys);
  if (arguments->has("--digest")) return rotate_digest(*desk, static_cast<int>(batch->value_or(100)));
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
  for (auto& one : attachments::place_columns()) all.push_back(std::move(one));
  all.push_back(inspection::witness_column());
  for (auto& one : inspection::receipt_columns()) all.push_back(std::move(one));
  return all;
}

std::vector<Command> key_commands() {
  return {{"keys list", k_list_usage, "密钥 · list the keys personal data is sealed with (* is in use)", run_list},
          {"keys rotate", k_rotate_usage, "密钥 · use a new key and seal again what the old ones sealed; the platform may run meanwhile", run_rotate}};
}

} // namespace ankao::server
