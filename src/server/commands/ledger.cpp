// SPDX-License-Identifier: Apache-2.0
#include "server/commands/ledger.hpp"

#include <cstdio>
#include <memory>

#include "base/sm3.hpp"
#include "db/db.hpp"
#include "db/use_case.hpp"
#include "ledger/service/check.hpp"
#include "ledger/service/export.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/service/seal.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "program/files.hpp"
#include "server/places.hpp"
#include "server/system_clock.hpp"

namespace ankao::server {
namespace {

constexpr const char* k_seal_usage = "ankao ledger seal --database URL [--keys DIR]";
constexpr const char* k_check_usage = "ankao ledger check --database URL [--keys DIR]";
constexpr const char* k_export_usage = "ankao ledger export FILE --database URL [--keys DIR]";
const ledger::Actor k_operator{"system", "命令行", "administrator", "city"};

int refuse(const Problem& problem) {
  const auto& catalogue = problems::Catalogue::shipped();
  std::fprintf(stderr, "%s%s", catalogue.lines(problem, problems::Language::Chinese).c_str(), catalogue.lines(problem, problems::Language::English).c_str());
  return k_exit_bad;
}

struct Opened {
  std::unique_ptr<db::Database> database;
  ledger::Sealer sealer;
};

Result<Opened> open(const Arguments& arguments, const char* usage) {
  const auto url = arguments.option("--database");
  if (!url) return problem("command.usage", {{"reason", "--database"}, {"usage", usage}});
  Opened out{db::open(*url), ledger::Sealer(places_of(*url, arguments.option("--keys"), std::nullopt).keys)};
  db::migrate(*out.database, ledger::migrations());
  return out;
}

int run_seal(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_seal_usage, 0, 0, {}, {"--database", "--keys"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto opened = open(*arguments, k_seal_usage);
  if (!opened.ok()) return refuse(opened.problem());
  const auto sealed = ledger::seal(*opened->database, opened->sealer, SystemClock().now());
  if (!sealed.ok()) return refuse(sealed.problem());
  std::fputs(*sealed ? (*sealed)->text().c_str() : "台账为空 · the log is empty\n", stdout);
  return k_exit_done;
}

int run_check(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_check_usage, 0, 0, {}, {"--database", "--keys"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto opened = open(*arguments, k_check_usage);
  if (!opened.ok()) return refuse(opened.problem());
  const auto report = ledger::check(*opened->database, opened->sealer, k_operator, SystemClock().now());
  for (const ledger::Finding& one : report.findings)
    std::printf("%-10s %lld-%lld\n", ledger::word_of(one.kind).c_str(), static_cast<long long>(one.first), static_cast<long long>(one.last));
  std::printf("%s（%lld）\n", report.findings.empty() ? "台账完好 · the log is intact" : "台账被改动 · the log was changed", static_cast<long long>(report.size));
  return report.findings.empty() ? k_exit_done : k_exit_no;
}

int run_export(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_export_usage, 1, 1, {}, {"--database", "--keys"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto opened = open(*arguments, k_export_usage);
  if (!opened.ok()) return refuse(opened.problem());
  const Instant now = SystemClock().now();
  if (const auto sealed = ledger::seal(*opened->database, opened->sealer, now); !sealed.ok()) return refuse(sealed.problem());
  Sm3 sm3;
  const auto written = write_file(arguments->positional().front(), [&](const Piece& piece) {
    const auto transaction = opened->database->begin(db::Mode::Read);
    ledger::export_log(*transaction, opened->sealer.key, [&](std::string_view part) {
      sm3.update(part);
      piece(part);
    });
  });
  if (!written.ok()) return refuse(written.problem());
  const std::string digest = to_hex(sm3.digest());
  opened->database->write([&](db::Transaction& transaction) {
    ledger::append(transaction, {k_operator, now, "ledger.export", "ledger_export:" + to_string(date_of(now)), "", digest, "P-2.4f", ""});
  });
  return k_exit_done;
}

} // namespace

std::vector<Command> ledger_commands() {
  return {{"ledger seal", k_seal_usage, "台账签名 · sign a checkpoint of the log", run_seal},
          {"ledger check", k_check_usage, "台账核验 · look for changes to the log", run_check},
          {"ledger export", k_export_usage, "台账导出 · write the log to a file that ankao-ledger-verify reads", run_export}};
}

} // namespace ankao::server
