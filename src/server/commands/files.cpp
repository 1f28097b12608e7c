// SPDX-License-Identifier: Apache-2.0
#include "server/commands/files.hpp"

#include <cstdio>

#include "attachments/files/law.hpp"
#include "attachments/service/keeping.hpp"
#include "db/db.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "server/places.hpp"
#include "server/subjects.hpp"
#include "server/system_clock.hpp"
#include "server/wiring.hpp"

namespace ankao::server {
namespace {

constexpr const char* k_check_usage = "ankao files check --database URL [--keys DIR] [--files DIR]";

int refuse(const Problem& problem) {
  const auto& catalogue = problems::Catalogue::shipped();
  std::fprintf(stderr, "%s%s", catalogue.lines(problem, problems::Language::Chinese).c_str(), catalogue.lines(problem, problems::Language::English).c_str());
  return k_exit_bad;
}

void print(const char* zh, const char* en, std::int64_t count) { std::printf("%s · %s: %lld\n", zh, en, static_cast<long long>(count)); }

int run_check(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_check_usage, 0, 0, {}, {"--database", "--keys", "--files"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto url = arguments->option("--database");
  if (!url) return refuse(problem("command.usage", {{"reason", "--database"}, {"usage", k_check_usage}}));
  const auto database = db::open(*url);
  db::migrate(*database, migrations());
  const Places places = places_of(*url, arguments->option("--keys"), arguments->option("--files"));
  const Instant now = SystemClock().now();
  if (const auto prepared = vault::prepare(*database, places.keys, now); !prepared.ok()) return refuse(prepared.problem());
  const auto vault = vault::Vault::open_with(*database, places.keys);
  if (!vault.ok()) return refuse(vault.problem());
  const auto subject = [now](db::Transaction& transaction, const std::string& kind, const std::string& id) { return subject_of(transaction, kind, id, date_of(now)); };
  const attachments::Room room(*database, **vault, attachments::shipped_file_law(), places.files, subject, {});
  const auto found = attachments::scrub(room, now);
  print("完好", "sound", found.sound);
  print("内容不符", "altered", static_cast<std::int64_t>(found.altered.size()));
  for (const auto& sm3 : found.altered) std::printf("  %s\n", sm3.c_str());
  print("缺失", "missing", static_cast<std::int64_t>(found.missing.size()));
  for (const auto& sm3 : found.missing) std::printf("  %s\n", sm3.c_str());
  print("无记录引用", "named by no record", found.orphans);
  return found.altered.empty() && found.missing.empty() ? k_exit_done : k_exit_no;
}

} // namespace

std::vector<Command> file_commands() {
  return {{"files check", k_check_usage, "文件 · read every stored content again; exit 1 when one is altered or missing", run_check}};
}

} // namespace ankao::server
