// SPDX-License-Identifier: Apache-2.0
// What every database must do alike, run on each of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <limits>
#include <thread>

#include "base/ensure.hpp"
#include "db/db.hpp"
#include "db/support/stores.hpp"

namespace ankao {
namespace {

using db::Bytes;
using db::Failure;
using db::Mode;
using db::Null;
using db::Rows;
using db::Transaction;
using db::Values;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::int64_t operator""_n(unsigned long long n) { return static_cast<std::int64_t>(n); }

class Contract : public ::testing::TestWithParam<std::string> {
protected:
  void SetUp() override {
    const char* sql = R"(CREATE TABLE thing (id TEXT PRIMARY KEY, number BIGINT, words TEXT, raw {bytes});
CREATE TABLE part (id TEXT PRIMARY KEY, thing TEXT NOT NULL REFERENCES thing (id), size BIGINT NOT NULL CHECK (size > 0));
)";
    db::migrate(database(), {{9000, "things", sql}});
  }
  db::Database& database() { return store_.database(); }

  void put(const std::string& id, const db::Value& number, const db::Value& words = Null{}, const db::Value& raw = Null{}) {
    database().write([&](Transaction& t) {
      t.execute("INSERT INTO thing (id, number, words, raw) VALUES ($1, $2, $3, $4)", {id, number, words, raw});
    });
  }
  Rows all(const std::string& sql, const Values& parameters = {}) {
    Rows out({}, {});
    database().read([&](Transaction& t) { out = t.query(sql, parameters); });
    return out;
  }
  std::vector<std::string> ids(const std::string& sql, const Values& parameters = {}) {
    const Rows rows = all(sql, parameters);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(rows.text(i, "id"));
    return out;
  }
  std::int64_t count() { return all("SELECT COUNT(*) AS n FROM thing").integer(0, "n"); }
  Failure::Kind kind_of(const std::string& sql, const Values& parameters = {}) {
    try {
      database().write([&](Transaction& t) { t.execute(sql, parameters); });
    } catch (const Failure& failure) {
      return failure.kind();
    }
    ADD_FAILURE() << "no failure: " << sql;
    return Failure::Kind::Other;
  }

  tests::Store store_{GetParam()};
};

TEST_P(Contract, IntegersReachBothEnds) {
  for (const std::int64_t number :
       {std::numeric_limits<std::int64_t>::min(), -1_n, 0_n, 2147483648_n, 9007199254740993_n, std::numeric_limits<std::int64_t>::max()}) {
    put("n" + std::to_string(number), number);
    EXPECT_EQ(all("SELECT number FROM thing WHERE number = $1", {number}).integer(0, "number"), number);
  }
}

TEST_P(Contract, TextComesBackByteForByte) {
  const std::string longest(1'000'000, 'x');
  for (const std::string& words : {std::string("广州市应急管理局"), std::string("𠀀🚒"), std::string(""), std::string("a\tb\nc\\d\r\n\\N"),
                                   std::string("'); DROP TABLE thing; --"), std::string("<b>$1 %s {bytes}</b>"), longest}) {
    database().write([&](Transaction& t) { t.execute("DELETE FROM thing"); });
    put("t", Null{}, words);
    EXPECT_EQ(all("SELECT words FROM thing").text(0, "words"), words);
  }
}

TEST_P(Contract, EmptyIsNotNull) {
  put("a", Null{}, std::string(), Bytes{});
  put("b", Null{});
  const Rows rows = all("SELECT words, raw, number FROM thing ORDER BY id");
  EXPECT_EQ(rows.text(0, "words"), "");
  EXPECT_EQ(rows.bytes(0, "raw"), "");
  EXPECT_TRUE(rows.is_null(1, "words"));
  EXPECT_TRUE(rows.is_null(1, "raw"));
  EXPECT_EQ(rows.maybe_text(1, "words"), std::nullopt);
  EXPECT_EQ(rows.maybe_integer(0, "number"), std::nullopt);
}

TEST_P(Contract, BytesKeepEveryValue) {
  std::string every;
  for (int i = 0; i < 256; ++i) every += static_cast<char>(i);
  put("b", Null{}, Null{}, Bytes{every});
  EXPECT_EQ(all("SELECT raw FROM thing WHERE raw = $1", {Bytes{every}}).bytes(0, "raw"), every);
}

TEST_P(Contract, TextWithNulOrBrokenEncodingIsRefused) {
  using namespace std::string_literals;
  for (const std::string& words : {"a\0b"s, "\xff"s, "\xc0\xaf"s, "\xed\xa0\x80"s, "\xf4\x90\x80\x80"s, "\xe5\xb9"s, "\xb9\xe3\xd6\xdd"s}) {
    EXPECT_THROW(put("x", Null{}, words), Failure);
    EXPECT_EQ(count(), 0);
  }
  try {
    put("x", Null{}, "a\0b"s);
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("$3"));
    EXPECT_THAT(failure.what(), HasSubstr("U+0000"));
  }
}

TEST_P(Contract, TextOrdersAndComparesByBytes) {
  for (const char* id : {"b", "A", "a", "B", "é", "中", "_", "z", "𠀀", "Z"}) put(id, Null{});
  EXPECT_THAT(ids("SELECT id FROM thing ORDER BY id"), ElementsAre("A", "B", "Z", "_", "a", "b", "z", "é", "中", "𠀀"));
  EXPECT_THAT(ids("SELECT id FROM thing WHERE id = $1", {std::string("a")}), ElementsAre("a"));
  EXPECT_THAT(ids("SELECT id FROM thing WHERE id LIKE $1 ESCAPE '\\'", {std::string("a%")}), ElementsAre("a"));
  EXPECT_THAT(ids("SELECT id FROM thing WHERE id LIKE $1 ESCAPE '\\'", {std::string("\\_")}), ElementsAre("_"));
}

TEST_P(Contract, NullsOrderAsTold) {
  put("a", Null{});
  put("b", 1_n);
  EXPECT_THAT(ids("SELECT id FROM thing ORDER BY number NULLS LAST"), ElementsAre("b", "a"));
  EXPECT_THAT(ids("SELECT id FROM thing ORDER BY number DESC NULLS FIRST"), ElementsAre("a", "b"));
}

TEST_P(Contract, Pages) {
  std::vector<Values> rows;
  for (int i = 0; i < 95; ++i) rows.push_back({"r" + std::to_string(100 + i), std::int64_t{i}});
  database().write([&](Transaction& t) { t.insert_many("thing", {"id", "number"}, rows); });
  const auto page = ids("SELECT id FROM thing ORDER BY id LIMIT $1 OFFSET $2", {10_n, 90_n});
  EXPECT_THAT(page, ElementsAre("r190", "r191", "r192", "r193", "r194"));
  EXPECT_TRUE(ids("SELECT id FROM thing ORDER BY id LIMIT $1 OFFSET $2", {10_n, 100_n}).empty());
}

TEST_P(Contract, ParametersMayRepeatAndStandInAnyOrder) {
  put("a", 1_n, std::string("one"));
  EXPECT_THAT(ids("SELECT id FROM thing WHERE words = $2 AND number = $1 AND number = $1", {1_n, std::string("one")}), ElementsAre("a"));
  EXPECT_THROW(all("SELECT id FROM thing WHERE number = $1", {}), std::exception);
}

TEST_P(Contract, UpsertsAndReturns) {
  put("a", 1_n);
  database().write([](Transaction& t) {
    const Rows rows = t.query("INSERT INTO thing (id, number) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET number = thing.number + "
                              "excluded.number RETURNING number",
                              {std::string("a"), 41_n});
    EXPECT_EQ(rows.integer(0, "number"), 42);
    EXPECT_EQ(t.execute("INSERT INTO thing (id) VALUES ($1) ON CONFLICT DO NOTHING", {std::string("a")}), 0);
    EXPECT_EQ(t.execute("UPDATE thing SET number = 0 WHERE id = 'nobody'"), 0);
    EXPECT_EQ(t.execute("UPDATE thing SET number = 0"), 1);
    EXPECT_EQ(t.execute("SELECT 1"), 0);
  });
}

TEST_P(Contract, AggregatesAndWindowsAreIntegers) {
  put("a", 1_n);
  put("b", 2_n);
  const Rows rows = all("WITH t AS (SELECT id, number, ROW_NUMBER() OVER (ORDER BY id DESC) AS place FROM thing) "
                        "SELECT SUM(number) AS total, MAX(place) AS last, COUNT(*) AS n, 7 / 2 AS half FROM t");
  EXPECT_EQ(rows.integer(0, "total"), 3);
  EXPECT_EQ(rows.integer(0, "last"), 2);
  EXPECT_EQ(rows.integer(0, "n"), 2);
  EXPECT_EQ(rows.integer(0, "half"), 3);
  EXPECT_THROW(all("SELECT 1.5 AS x"), BrokenInvariant);
}

TEST_P(Contract, ReadingWronglyIsABrokenInvariant) {
  put("a", 1_n);
  const Rows rows = all("SELECT id, number FROM thing");
  EXPECT_THROW(rows.text(0, "number"), BrokenInvariant);
  EXPECT_THROW(rows.integer(0, "id"), BrokenInvariant);
  EXPECT_THROW(rows.integer(0, "nothing"), BrokenInvariant);
  EXPECT_THROW(rows.integer(1, "number"), BrokenInvariant);
}

TEST_P(Contract, RollsBackWithoutCommit) {
  {
    const auto t = database().begin(Mode::Write);
    t->execute("INSERT INTO thing (id) VALUES ('a')");
    EXPECT_EQ(t->query("SELECT id FROM thing").size(), 1u);
  }
  EXPECT_EQ(count(), 0);
  EXPECT_THROW(database().write([](Transaction& t) {
    t.execute("INSERT INTO thing (id) VALUES ('a')");
    throw std::runtime_error("changed my mind");
  }),
               std::runtime_error);
  EXPECT_EQ(count(), 0);
}

TEST_P(Contract, ASwallowedFailureCannotCommitHalf) {
  put("a", 1_n);
  EXPECT_THROW(database().write([](Transaction& t) {
    t.execute("INSERT INTO thing (id) VALUES ('b')");
    try {
      t.execute("INSERT INTO thing (id) VALUES ('a')");
    } catch (const Failure&) { // what a careless caller would do
    }
  }),
               BrokenInvariant);
  EXPECT_EQ(count(), 1);
}

TEST_P(Contract, NothingAfterCommit) {
  const auto t = database().begin(Mode::Write);
  t->commit();
  EXPECT_THROW(t->execute("DELETE FROM thing"), BrokenInvariant);
  EXPECT_THROW(t->commit(), BrokenInvariant);
}

TEST_P(Contract, AWriterInsideAWriterIsABrokenInvariant) {
  const auto outer = database().begin(Mode::Write);
  EXPECT_THROW(database().begin(Mode::Write), BrokenInvariant);
}

TEST_P(Contract, AReadCannotWrite) {
  EXPECT_THROW(database().read([](Transaction& t) { t.execute("DELETE FROM thing"); }), BrokenInvariant);
}

TEST_P(Contract, AReadSeesOneMoment) {
  put("a", 1_n);
  const auto reader = database().begin(Mode::Read);
  EXPECT_EQ(reader->query("SELECT id FROM thing").size(), 1u);
  {
    const auto writer = database().begin(Mode::Write); // a writer at work is not seen and does not stop the reader
    writer->execute("INSERT INTO thing (id) VALUES ('b')");
    EXPECT_EQ(reader->query("SELECT id FROM thing").size(), 1u);
  }
  if (GetParam() == "memory") return; // there a commit waits for the readers
  put("b", 2_n);
  EXPECT_EQ(reader->query("SELECT id FROM thing").size(), 1u);
  EXPECT_EQ(count(), 2);
}

TEST_P(Contract, ConstraintsAreTold) {
  using enum Failure::Kind;
  put("a", 1_n);
  EXPECT_EQ(kind_of("INSERT INTO thing (id) VALUES ('a')"), Constraint);
  EXPECT_EQ(kind_of("INSERT INTO part (id, thing, size) VALUES ('p', 'nobody', 1)"), Constraint);
  EXPECT_EQ(kind_of("INSERT INTO part (id, thing, size) VALUES ('p', $1, 1)", {Null{}}), Constraint);
  EXPECT_EQ(kind_of("INSERT INTO part (id, thing, size) VALUES ('p', 'a', 0)"), Constraint);
  EXPECT_EQ(kind_of("SELEKT 1"), Other);
  EXPECT_EQ(kind_of("INSERT INTO nowhere (id) VALUES (1)"), Other);
}

TEST_P(Contract, FailuresDoNotRepeatTheData) {
  put("440106199001011234", Null{});
  try {
    put("440106199001011234", Null{});
    ADD_FAILURE();
  } catch (const Failure& failure) {
    EXPECT_THAT(failure.what(), ::testing::Not(HasSubstr("440106199001011234")));
  }
}

TEST_P(Contract, InsertsManyAtOnce) {
  std::vector<Values> rows;
  for (int i = 0; i < 100'000; ++i)
    rows.push_back({"id-" + std::to_string(i), std::int64_t{i},
                    i % 3 == 0 ? db::Value(Null{}) : db::Value("行\t" + std::to_string(i) + "\\\n"), Bytes{std::string(1, '\0') + "x"}});
  database().write([&](Transaction& t) { t.insert_many("thing", {"id", "number", "words", "raw"}, rows); });
  const Rows sums = all("SELECT COUNT(*) AS n, SUM(number) AS total, COUNT(words) AS worded FROM thing");
  EXPECT_EQ(sums.integer(0, "n"), 100'000);
  EXPECT_EQ(sums.integer(0, "total"), 4'999'950'000);
  EXPECT_EQ(sums.integer(0, "worded"), 66'666);
  const Rows one = all("SELECT words, raw FROM thing WHERE id = 'id-77777'");
  EXPECT_EQ(one.text(0, "words"), "行\t77777\\\n");
  EXPECT_EQ(one.bytes(0, "raw"), std::string("\0x", 2));
}

TEST_P(Contract, InsertManyIsAllOrNothing) {
  using enum Failure::Kind;
  const auto many = [&](std::vector<Values> rows) {
    database().write([&](Transaction& t) { t.insert_many("thing", {"id", "words"}, rows); });
  };
  try {
    many({{std::string("a"), Null{}}, {std::string("a"), Null{}}});
    ADD_FAILURE();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.kind(), Constraint);
  }
  EXPECT_THROW(many({{std::string("a"), std::string("\xff")}}), Failure);
  EXPECT_THROW(many({{std::string("a")}}), BrokenInvariant);
  EXPECT_EQ(count(), 0);
  many({});
  many({{std::string("a"), std::string("'; DROP TABLE thing; --")}});
  EXPECT_EQ(count(), 1);
  EXPECT_THROW(database().write([](Transaction& t) { t.insert_many("thing; --", {"id"}, {{std::string("b")}}); }), BrokenInvariant);
}

TEST_P(Contract, FourThreadsLoseNoUpdate) {
  put("counter", 0_n);
  std::vector<std::thread> threads;
  std::atomic<int> failures = 0;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int round = 0; round < 200; ++round) {
        try {
          database().write([](Transaction& t) {
            const std::int64_t now = t.query("SELECT number FROM thing WHERE id = 'counter'").integer(0, "number");
            t.execute("UPDATE thing SET number = $1 WHERE id = 'counter'", {now + 1});
          });
        } catch (const std::exception&) {
          ++failures;
        }
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(all("SELECT number FROM thing WHERE id = 'counter'").integer(0, "number"), 800);
}

TEST_P(Contract, TwoProgramsLoseNoUpdate) {
  if (GetParam() == "memory") return; // private to one object
  put("counter", 0_n);
  const auto program = [&] {
    const auto own = db::open(store_.url());
    for (int round = 0; round < 100; ++round)
      own->write([](Transaction& t) {
        const std::int64_t now = t.query("SELECT number FROM thing WHERE id = 'counter'").integer(0, "number");
        t.execute("UPDATE thing SET number = $1 WHERE id = 'counter'", {now + 1});
      });
  };
  std::thread first(program);
  std::thread second(program);
  first.join();
  second.join();
  EXPECT_EQ(all("SELECT number FROM thing WHERE id = 'counter'").integer(0, "number"), 200);
}

TEST_P(Contract, ReadersRunBesideAWriter) {
  put("a", 0_n);
  std::atomic<bool> done = false;
  std::atomic<int> failures = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 6; ++i)
    readers.emplace_back([&] {
      while (!done) {
        try {
          database().read([](Transaction& t) { t.query("SELECT id FROM thing"); });
        } catch (const std::exception&) {
          ++failures;
        }
      }
    });
  for (int i = 0; i < 100; ++i) database().write([](Transaction& t) { t.execute("UPDATE thing SET number = number + 1"); });
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(all("SELECT number FROM thing").integer(0, "number"), 100);
}

TEST_P(Contract, WriteTriesAConflictAgain) {
  int tries = 0;
  database().write([&](Transaction& t) {
    t.execute("INSERT INTO thing (id) VALUES ('a')");
    if (++tries < db::k_tries) throw Failure(Failure::Kind::Conflict, "again");
  });
  EXPECT_EQ(tries, db::k_tries);
  EXPECT_EQ(count(), 1);
  EXPECT_THROW(database().write([&](Transaction&) {
    ++tries;
    throw Failure(Failure::Kind::Conflict, "again");
  }),
               Failure);
  EXPECT_EQ(tries, 2 * db::k_tries);
}

// PostgreSQL keeps the plan of a prepared statement. One made while a table is tiny reads all of it.
TEST(Plans, AStatementPreparedOverATinyTableDoesNotReadAllOfALargeOneForLong) {
  tests::Store store("postgresql");
  auto& database = store.database();
  db::migrate(database, {{9000, "queue", "CREATE TABLE queue (number BIGINT PRIMARY KEY, state TEXT NOT NULL);\nCREATE INDEX queue_state ON queue (state, number);\n"}});
  const auto grow = [&](std::int64_t from, std::int64_t to, const char* state) {
    std::vector<Values> rows;
    for (std::int64_t i = from; i < to; ++i) rows.push_back({i, std::string(state)});
    database.write([&](Transaction& t) { t.insert_many("queue", {"number", "state"}, rows); });
  };
  const auto read_so_far = [](Transaction& t) {
    return t.query("SELECT CAST(seq_tup_read + idx_tup_fetch AS BIGINT) AS n FROM pg_stat_xact_user_tables WHERE relname = 'queue'").integer(0, "n");
  };
  const auto ask = [](Transaction& t) { return t.query("SELECT number FROM queue WHERE state = 'waiting' AND number >= $1 ORDER BY number LIMIT 1", {50_n}).size(); };
  grow(0, 50, "done");
  database.write([](Transaction& t) { t.execute("ANALYZE queue"); });
  for (int i = 0; i < 10; ++i) EXPECT_EQ(ask(*database.begin(Mode::Read)), 0u);
  grow(50, 5000, "waiting");
  for (int i = 0; i < 100; ++i) EXPECT_EQ(ask(*database.begin(Mode::Read)), 1u); // with begin and end more than enough statements
  const auto transaction = database.begin(Mode::Read);
  const std::int64_t before = read_so_far(*transaction);
  EXPECT_EQ(ask(*transaction), 1u);
  EXPECT_LE(read_so_far(*transaction) - before, 2);
}

INSTANTIATE_TEST_SUITE_P(Databases, Contract, ::testing::ValuesIn(tests::k_stores),
                         tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao
