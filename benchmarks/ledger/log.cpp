// SPDX-License-Identifier: Apache-2.0
#include "ledger/log.hpp"

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/store/nodes.hpp"

namespace ankao::bench {
namespace {

const std::vector<std::string> k_columns = {"number", "at", "account", "actor_name", "role", "scope", "behalf", "action", "subject", "before_sm3", "after_sm3", "clause", "reason", "salt"};

db::Values row(std::int64_t number) {
  const ledger::Event e = event(number);
  return {number,  e.at.ms, e.actor.account, e.actor.name, e.actor.role, e.actor.scope, e.actor.behalf, e.action, e.subject, e.before,
          e.after, e.clause, e.reason,       db::Bytes{"0123456789abcdef"}};
}

} // namespace

ledger::Event event(std::int64_t number) {
  const std::string id = std::to_string(number);
  // Digests are taken from few, so that making them does not count.
  static const std::vector<std::string> digests = [] {
    std::vector<std::string> out;
    for (int i = 0; i < 256; ++i) out.push_back(to_hex(sm3(std::to_string(i))));
    return out;
  }();
  const auto digest = [&](std::int64_t i) { return digests[static_cast<std::size_t>(i % 256)]; };
  return {{"a" + std::to_string(number % 900), "陈科长", "institution", "institution:GZ-A" + std::to_string(number % 97)},
          Instant{1'775'000'000'000 + number * 40},
          "booking.create",
          "booking:" + id,
          digest(number),
          digest(number * 7 + 1),
          "S-4.2",
          ""};
}

std::int64_t size_of(db::Database& database) {
  return db::look(database, [](db::Transaction& transaction) { return ledger::tree_size(transaction); });
}

void grow(db::Database& database, std::int64_t to, int batch) {
  for (std::int64_t next = size_of(database) + 1; next <= to; next += batch) {
    std::vector<ledger::Event> events;
    for (std::int64_t n = next; n < next + batch && n <= to; ++n) events.push_back(event(n));
    database.write([&](db::Transaction& transaction) { ledger::append_many(transaction, events); });
  }
}

void make_plain(db::Database& database) {
  const std::string bytes = database.dialect() == "sqlite" ? "BLOB" : "BYTEA";
  database.write([&](db::Transaction& transaction) {
    transaction.execute("CREATE TABLE plain_event (number BIGINT PRIMARY KEY, at BIGINT NOT NULL, account TEXT NOT NULL, actor_name TEXT NOT NULL, role TEXT NOT NULL, "
                        "scope TEXT NOT NULL, behalf TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, before_sm3 TEXT NOT NULL, after_sm3 TEXT NOT NULL, "
                        "clause TEXT NOT NULL, reason TEXT NOT NULL, salt " +
                        bytes + ")");
    transaction.execute("CREATE INDEX plain_event_subject ON plain_event (subject, number)");
  });
}

void grow_plain(db::Database& database, std::int64_t from, std::int64_t to, int batch) {
  for (std::int64_t next = from; next <= to; next += batch) {
    std::vector<db::Values> rows;
    for (std::int64_t n = next; n < next + batch && n <= to; ++n) rows.push_back(row(n));
    database.write([&](db::Transaction& transaction) { transaction.insert_many("plain_event", k_columns, rows); });
  }
}

} // namespace ankao::bench
