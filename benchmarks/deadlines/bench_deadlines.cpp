// SPDX-License-Identifier: Apache-2.0
// What a sweep costs over 100,000 and 1,000,000 open terms: it must follow what is due, not what is open.
// ankao_bench_deadlines DATABASE-PREFIX [OPEN ...]: a prefix such as sqlite:/tmp/x; each size makes a database of its own.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/ensure.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/service/sweep.hpp"
#include "ledger/service/ledger.hpp"

namespace {

using namespace ankao;

constexpr std::int64_t k_chunk = 20'000;
const Date k_opened = make_date(2024, 9, 27);
const Date k_last = make_date(2024, 10, 8);
/// The reminder of the day before goes out on Monday 30 September.
const Instant k_now{start_of(make_date(2024, 9, 30)).ms + 10 * 3'600'000};
const Instant k_later{start_of(make_date(2024, 12, 31)).ms};

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

db::Values row(std::int64_t number, const std::string& batch, bool due) {
  return {number,       std::string("exam_booking"), "class:" + batch + "/" + std::to_string(number), "C" + std::to_string(number), std::string("institution"),
          std::string("institution"), "GZ-" + std::to_string(number % 500), std::string("school"), std::string("440106"), to_string(k_opened), db::Null{}, db::Null{},
          to_string(k_last), start_of(k_last + 1).ms, std::string("open"), std::int64_t{0}, std::int64_t{0}, start_of(k_opened).ms, std::string(), std::string(),
          db::Null{},   std::string(), std::string(), std::string(), std::string(), due ? k_now.ms : k_later.ms};
}

void insert(db::Database& database, std::int64_t& next, std::int64_t count, const std::string& batch, bool due) {
  for (std::int64_t done = 0; done < count; done += k_chunk) {
    std::vector<db::Values> rows;
    for (std::int64_t i = done; i < std::min(done + k_chunk, count); ++i) rows.push_back(row(next++, batch, due));
    database.write([&](db::Transaction& t) {
      t.insert_many("term",
                    {"number", "deadline", "subject", "title", "role", "scope_kind", "scope_id", "owner", "district", "anchor", "moment", "until", "due_day", "due_at", "state",
                     "overdue", "late", "opened_at", "opened_by", "reason", "closed_at", "closed_by", "close_reason", "claimed_by", "claimed_name", "next_at"},
                    rows);
    });
  }
}

void measure(db::Database& database, std::int64_t open, std::int64_t due, std::int64_t& next) {
  insert(database, next, due, "due" + std::to_string(next), true);
  std::int64_t told = 0;
  const auto nobody = [](db::Transaction&, const std::string&, Date) { return std::vector<deadlines::Owner>{}; };
  const auto tell = [&told](db::Transaction&, const deadlines::Note&, Instant) { ++told; };
  const double start = seconds();
  const auto swept = deadlines::sweep(database, nobody, tell, k_now);
  const double took = seconds() - start;
  ensure(swept.looked == due && told == due, "the sweep looks at what is due and at nothing else");
  std::printf("%9lld open  %6lld due  %9.1f ms  %8.1f us a due term\n", static_cast<long long>(open), static_cast<long long>(due), took * 1e3,
              due == 0 ? 0.0 : took * 1e6 / static_cast<double>(due));
  std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "ankao_bench_deadlines DATABASE-PREFIX [OPEN ...]\n"), 2;
  std::vector<std::int64_t> sizes;
  for (int i = 2; i < argc; ++i) sizes.push_back(std::atoll(argv[i]));
  if (sizes.empty()) sizes = {100'000, 1'000'000};
  for (const std::int64_t open : sizes) {
    const auto database = db::open(std::string(argv[1]) + std::to_string(open) + ".db");
    auto steps = ledger::migrations();
    for (auto& step : deadlines::migrations()) steps.push_back(step);
    db::migrate(*database, steps);
    std::int64_t next = 1;
    insert(*database, next, open, "open", false);
    for (const std::int64_t due : {0, 100, 1'000, 10'000}) measure(*database, open, due, next);
  }
}
