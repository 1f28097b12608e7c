// SPDX-License-Identifier: Apache-2.0
// ankao_bench_ledger sm3 | append URL EVENTS | verify URL FILE | prove URL EVENTS
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>
#include <random>
#include <string>

#include "base/ensure.hpp"
#include "db/use_case.hpp"
#include "ledger/log.hpp"
#include "ledger/raw.hpp"
#include "ledger/rules/tree.hpp"
#include "ledger/service/export.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/service/proofs.hpp"
#include "support/figures.hpp"
#include "support/server.hpp"
#include "verifier.hpp"

namespace {

using namespace ankao;
using bench::Watch;

constexpr int k_proofs = 2000;
constexpr std::size_t k_long = 1 << 20;
constexpr std::size_t k_node = 65;

std::unique_ptr<db::Database> open(const std::string& url) {
  auto database = db::open(url);
  db::migrate(*database, ledger::migrations());
  return database;
}

/// Checkpoints need a time; one that grows is enough.
void seal(db::Database& database, const ledger::Sealer& sealer) {
  ensure(ledger::seal(database, sealer, Instant{1'775'000'000'000 + bench::size_of(database)}).ok(), "the log is sealed");
}

int run_sm3() {
  for (const auto& maker : bench::makers())
    std::printf("sm3 %-8s long messages %7.1f MB/s   nodes of 65 bytes %7.1f MB/s\n", maker.name.c_str(), bench::blocks_a_second(maker, k_long) * 64 / 1e6, bench::blocks_a_second(maker, k_node) * 64 / 1e6);
  return 0;
}

/// Wall time, and processor time of this program and of the server.
struct Span {
  explicit Span(const bench::Server& server)
      : server_(server)
      , at_server_(server.all()) {}
  double processor_here() const { return watch.processor(); }
  double processor_at_server() const { return server_.all() - at_server_; }
  Watch watch;

private:
  const bench::Server& server_;
  double at_server_;
};

void say(const char* what, std::int64_t begin, std::int64_t events, int batch, const Span& span) {
  const double n = static_cast<double>(events);
  const double wall = span.watch.seconds();
  const double here = span.processor_here();
  const double there = span.processor_at_server();
  std::printf("%-28s %9lld events after %9lld, %5d a transaction: %9.0f/s; processor time %5.1f us an event here, %5.1f us in the server, that is %9.0f/s\n", what, static_cast<long long>(events),
              static_cast<long long>(begin), batch, n / wall, here / n * 1e6, there / n * 1e6, n / (here + there));
  std::fflush(stdout);
}

void append_part(db::Database& database, const bench::Server& server, const ledger::Sealer& sealer, std::int64_t events, int batch) {
  const std::int64_t begin = bench::size_of(database);
  const Span span(server);
  bench::grow(database, begin + events, batch);
  seal(database, sealer);
  say("appended and sealed", begin, events, batch, span);
  const Span peer(server);
  bench::grow_plain(database, begin + 1, begin + events, batch);
  say("  the rows alone, no tree", begin, events, batch, peer);
}

/// First an empty log, then one of ten times the events.
int run_append(const std::string& url, std::int64_t events) {
  const auto database = open(url);
  const bench::Server server(*database);
  const ledger::Sealer sealer("");
  bench::make_plain(*database);
  append_part(*database, server, sealer, events / 50, 1);
  append_part(*database, server, sealer, events / 5, 10);
  append_part(*database, server, sealer, events, 1000);
  const Watch filling;
  bench::grow(*database, events * 10, 10'000);
  bench::grow_plain(*database, events + events / 5 + events / 50 + 1, events * 10, 10'000);
  std::printf("filled to ten times the size in %.1f s\n", filling.seconds());
  append_part(*database, server, sealer, events / 50, 1);
  append_part(*database, server, sealer, events / 5, 10);
  append_part(*database, server, sealer, events, 1000);
  return 0;
}

std::int64_t write_export(db::Database& database, const ledger::Sealer& sealer, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  std::int64_t events = 0;
  database.read([&](db::Transaction& transaction) { events = ledger::export_log(transaction, sealer.key, [&out](std::string_view part) { out.write(part.data(), static_cast<std::streamsize>(part.size())); }); });
  out.flush();
  ensure(out.good(), "the export is written");
  return events;
}

int run_verify(const std::string& url, const std::string& path) {
  const auto database = open(url);
  // The checkpoints of another key would not verify under this one.
  database->write([](db::Transaction& transaction) { transaction.execute("DELETE FROM ledger_checkpoint"); });
  const ledger::Sealer sealer("");
  seal(*database, sealer);
  const Watch exporting;
  const auto events = write_export(*database, sealer, path);
  std::printf("exported %lld events in %.2f s: %.0f/s\n", static_cast<long long>(events), exporting.seconds(), static_cast<double>(events) / exporting.seconds());
  const auto botan = bench::makers().at(1);
  const double before = bench::blocks_a_second(botan, k_long);
  const Watch watch;
  std::ifstream in(path, std::ios::binary);
  const auto outcome = ankao_ledger_verify::verify([&in](char* into, std::size_t room) {
    in.read(into, static_cast<std::streamsize>(room));
    return static_cast<std::size_t>(in.gcount());
  });
  const double seconds = watch.seconds();
  const double processor = watch.processor();
  ensure(outcome.good, outcome.fault);
  const double raw = (before + bench::blocks_a_second(botan, k_long)) / 2;
  const auto speed = [&](double time) { return static_cast<double>(outcome.blocks) / time; };
  std::printf("verified %llu events, %llu blocks in %.2f s: %.0f blocks/s, raw SM3 of the library %.0f blocks/s: ratio %.2f (processor time %.2f)\n", static_cast<unsigned long long>(outcome.events),
              static_cast<unsigned long long>(outcome.blocks), seconds, speed(seconds), raw, speed(seconds) / raw, speed(processor) / raw);
  return 0;
}

void say(const char* what, const std::vector<double>& times) {
  std::printf("  %-16s mean %.3f ms, median %.3f ms, 99 of 100 within %.3f ms, longest %.3f ms\n", what, bench::mean(times), bench::quantile(times, 0.5), bench::quantile(times, 0.99), bench::quantile(times, 1));
}

void fill(db::Database& database, const bench::Server& server, std::int64_t events) {
  const auto begin = bench::size_of(database);
  const Span span(server);
  bench::grow(database, events, 10'000);
  if (events > begin) say("grown", begin, events - begin, 10'000, span);
}

/// Random events of the whole log, each in a read transaction of its own.
void prove_some(db::Database& database, const bench::Server& server, std::int64_t events, std::uint64_t seed, const char* when) {
  std::mt19937_64 chance(seed);
  std::vector<double> wall;
  std::vector<double> unhindered;
  std::vector<double> processor;
  for (int i = 0; i < k_proofs; ++i) {
    const auto number = static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(events)) + 1;
    const auto mine = bench::scheduled("thread-self");
    const auto its = server.backend();
    const Watch watch;
    const auto proof = db::look(database, [&](db::Transaction& transaction) { return ledger::prove(transaction, number, events); });
    wall.push_back(watch.seconds() * 1e3);
    const double used = watch.processor();
    const double waited = bench::scheduled("thread-self").waited - mine.waited + server.backend().waited - its.waited;
    processor.push_back((used + server.backend().ran - its.ran) * 1e3);
    // Two processes may wait at once, or one while the other runs: it is at least what both worked.
    unhindered.push_back(std::max(wall.back() - waited * 1e3, processor.back()));
    ensure(proof.ok() && ledger::verify_inclusion(proof->leaf, number - 1, events, proof->path, proof->root), "the proof holds");
  }
  std::printf("proof of one event among %lld, %d of them, %s\n", static_cast<long long>(events), k_proofs, when);
  say("wall", wall);
  say("of it unhindered", unhindered); // without the time in which others had the processors
  say("processor time", processor);
}

int run_prove(const std::string& url, std::int64_t events) {
  const auto database = open(url);
  const bench::Server server(*database);
  fill(*database, server, events);
  prove_some(*database, server, events, 7, "first after the start");
  prove_some(*database, server, events, 7, "the same again");
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "sm3") return run_sm3();
  if (what == "append" && argc == 4) return run_append(argv[2], std::stoll(argv[3]));
  if (what == "verify" && argc == 4) return run_verify(argv[2], argv[3]);
  if (what == "prove" && argc == 4) return run_prove(argv[2], std::stoll(argv[3]));
  std::fputs("ankao_bench_ledger sm3 | append URL EVENTS | verify URL FILE | prove URL EVENTS\n", stderr);
  return 2;
}
