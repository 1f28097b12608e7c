// SPDX-License-Identifier: Apache-2.0
#include "server/commands/setup.hpp"

#include <cstdio>

#include "db/db.hpp"
#include "identity/files/roles.hpp"
#include "identity/files/settings.hpp"
#include "identity/service/identity.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/snapshot.hpp"
#include "server/system_clock.hpp"
#include "server/wiring.hpp"
#include "vault/vault.hpp"

namespace ankao::server {
namespace {

const ledger::Actor k_operator{"system", "系统安装", "administrator", "city"};

int refuse(const Problem& problem) {
  std::fputs(problems::Catalogue::shipped().lines(problem, problems::Language::Chinese).c_str(), stderr);
  return k_exit_bad;
}

bool registry_is_empty(db::Database& database, Date today) {
  bool empty = true;
  database.read([&](db::Transaction& transaction) { empty = registry::snapshot(transaction, today).institutions.empty(); });
  return empty;
}

/// The first administrator, with a password shown once and changed at the first sign-in.
Result<void> open_administrator(db::Database& database, Instant now) {
  identity::SystemRandom random;
  identity::Identity identity(database, identity::shipped_roles(), identity::shipped_settings(), random);
  if (identity.accounts({.text = {}, .role = "administrator"}).total > 0) return {};
  const auto opened = identity.create_account(k_operator, {.id = "guanli", .name = "系统管理员", .role = "administrator", .scope_id = {}, .password = {}}, now);
  if (!opened.ok()) return opened.problem();
  std::printf("管理员账号（首次登录须修改密码）· administrator, password to be changed at the first sign-in\n  %-10s %s\n", "guanli", opened->password.c_str());
  return {};
}

} // namespace

int run_setup(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_setup_usage, 0, 0, {}, {"--database", "--keys"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto url = arguments->option("--database");
  if (!url) return refuse(problem("command.usage", {{"reason", "--database"}, {"usage", k_setup_usage}}));
  const auto database = db::open(*url);
  db::migrate(*database, migrations());
  const Instant now = SystemClock().now();
  const Places places = places_of(*url, arguments->option("--keys"), std::nullopt);
  if (const auto prepared = vault::prepare(*database, places.keys, now); !prepared.ok()) return refuse(prepared.problem());
  if (registry_is_empty(*database, date_of(now))) {
    const auto imported = registry::import_annex6(*database, now);
    if (!imported.ok()) return refuse(imported.problem());
    std::printf("已导入附件 6 名录：%d 条 · the registry of the notice was imported\n", imported->added);
  }
  if (const auto opened = open_administrator(*database, now); !opened.ok()) return refuse(opened.problem());
  return k_exit_done;
}

registry::Store registry_store() {
  return [](const registry::ToStore& what, const std::string& url) -> Result<registry::Stored> {
    const auto database = db::open(url);
    db::migrate(*database, migrations());
    registry::ImportSource source;
    source.file = what.file;
    source.sm3 = what.sm3;
    source.tables = what.tables;
    source.reason = "命令行导入 " + what.file;
    const auto done = registry::store_import(*database, {k_operator, SystemClock().now()}, source, registry::DryRun::No);
    if (!done.ok()) return done.problem();
    const auto count = [](int n) { return std::to_string(n); };
    return registry::Stored{"已存入数据库：新增 " + count(done->added) + "，变更 " + count(done->changed) + "，未变 " + count(done->unchanged),
                            "stored: " + count(done->added) + " added, " + count(done->changed) + " changed, " + count(done->unchanged) + " unchanged"};
  };
}

} // namespace ankao::server
