// SPDX-License-Identifier: Apache-2.0
// What goes wrong around a database, and whether the sentence names the place and the remedy.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "db/support/stores.hpp"

namespace ankao {
namespace {

using db::Failure;
using db::Transaction;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

struct Refusal {
  Failure::Kind kind;
  std::string text;
};

Refusal refusal(const std::string& url) {
  try {
    db::open(url);
  } catch (const Failure& failure) {
    return {failure.kind(), failure.what()};
  }
  ADD_FAILURE() << "opened: " << url;
  return {Failure::Kind::Other, ""};
}

class Folder {
public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ankao-fail-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
  std::string path_;
};

TEST(Address, NeitherFileNorServerIsRefused) {
  EXPECT_THAT(refusal("mysql://root@host/x").text, AllOf(HasSubstr("mysql://root@host/x"), HasSubstr("postgresql://")));
  EXPECT_THAT(refusal("").text, HasSubstr("sqlite:FILE"));
}

TEST(SqliteFailure, AMissingFolderIsNamed) {
  const Refusal refused = refusal("sqlite:/nowhere/at/all.db");
  EXPECT_EQ(refused.kind, Failure::Kind::Unavailable);
  EXPECT_THAT(refused.text, AllOf(HasSubstr("/nowhere/at/all.db"), HasSubstr("目录")));
}

TEST(SqliteFailure, AnotherKindOfFileIsLeftAlone) {
  const Folder folder;
  const std::string content = "这不是数据库，只是一份足够长的文本文件。This is no database, only a text file of some length.\n";
  std::ofstream(folder.file("plan.txt")) << content;
  EXPECT_THAT(refusal("sqlite:" + folder.file("plan.txt")).text, AllOf(HasSubstr("plan.txt"), HasSubstr("not a database")));
  EXPECT_EQ(std::filesystem::file_size(folder.file("plan.txt")), content.size());
}

/// Runs `check` in a child that has no right to pass over permissions.
int as_nobody(const std::function<int()>& check) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(90);
    ::_exit(check());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

TEST(SqliteFailure, AReadOnlyFolderIsNamed) {
  const Folder folder;
  std::filesystem::create_directory(folder.file("closed"));
  ::chmod(folder.file("closed").c_str(), 0555);
  ::chmod(folder.file("").c_str(), 0755);
  EXPECT_EQ(as_nobody([&] {
              try {
                db::open(folder.file("closed/x.db"));
              } catch (const Failure& failure) {
                const bool named = std::string(failure.what()).find("closed/x.db") != std::string::npos;
                return failure.kind() == Failure::Kind::Unavailable && named ? 0 : 1;
              }
              return 2;
            }),
            0);
}

TEST(SqliteFailure, AFullDiskIsToldAndNothingIsLost) {
  tests::Store store("file");
  db::Database& database = store.database();
  database.write([](Transaction& t) { t.execute("CREATE TABLE t (id BIGINT, words TEXT)"); });
  const auto fill = [&](int rows) {
    database.write([&](Transaction& t) {
      t.query("PRAGMA max_page_count = 20"); // SQLite's own way to play a full disk
      for (int i = 0; i < rows; ++i) t.execute("INSERT INTO t (id, words) VALUES ($1, $2)", {std::int64_t{i}, std::string(4000, 'x')});
    });
  };
  fill(3);
  try {
    fill(50);
    ADD_FAILURE() << "20 pages held 50 rows of a page";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.kind(), Failure::Kind::Full);
    EXPECT_THAT(failure.what(), HasSubstr("磁盘空间已满"));
  }
  database.read([](Transaction& t) { EXPECT_EQ(t.query("SELECT id FROM t").size(), 3u); });
  fill(1);
}

TEST(SqliteFailure, ADatabaseInMemoryIsPrivate) {
  const auto one = db::open("sqlite::memory:");
  const auto two = db::open("sqlite::memory:");
  one->write([](Transaction& t) { t.execute("CREATE TABLE t (id BIGINT)"); });
  EXPECT_THROW(two->read([](Transaction& t) { t.query("SELECT id FROM t"); }), Failure);
  one->read([](Transaction& t) { EXPECT_TRUE(t.query("SELECT id FROM t").empty()); });
}

TEST(PostgresqlFailure, AServerThatIsDown) {
  const Refusal refused = refusal("postgresql://someone:secret-word@127.0.0.1:1/x");
  EXPECT_EQ(refused.kind, Failure::Kind::Unavailable);
  EXPECT_THAT(refused.text, AllOf(HasSubstr("127.0.0.1:1/x"), Not(HasSubstr("secret-word"))));
}

TEST(PostgresqlFailure, AWrongPassword) {
  const tests::Postgres server;
  const Refusal refused = refusal(server.url_as("guarded:wrong-password"));
  EXPECT_EQ(refused.kind, Failure::Kind::Unavailable);
  EXPECT_THAT(refused.text, AllOf(HasSubstr("口令"), HasSubstr("guarded@"), Not(HasSubstr("wrong-password"))));
  EXPECT_THAT(refusal(server.url_as("guarded")).text, HasSubstr("口令"));
  EXPECT_NO_THROW(db::open(server.url_as("guarded:right-password")));
}

TEST(PostgresqlFailure, ADatabaseThatDoesNotExist) {
  const tests::Postgres server;
  EXPECT_THAT(refusal(server.url() + "_not").text, HasSubstr("no such database"));
}

TEST(PostgresqlFailure, AnotherCollationIsRefused) {
  const tests::Postgres server;
  server.run("CREATE DATABASE odd TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
  std::string url = server.url();
  url.replace(url.rfind('/') + 1, std::string::npos, "odd");
  EXPECT_THAT(refusal(url).text, AllOf(HasSubstr("LATIN1"), HasSubstr("CREATE DATABASE")));
  server.run("DROP DATABASE odd WITH (FORCE)");
}

TEST(PostgresqlFailure, ALostConnectionIsReplaced) {
  tests::Store store("postgresql");
  db::Database& database = store.database();
  database.write([](Transaction& t) { t.execute("CREATE TABLE t (id BIGINT)"); });
  store.postgres()->end_sessions();
  database.write([](Transaction& t) { t.execute("INSERT INTO t (id) VALUES (1)"); });
  {
    const auto torn = database.begin(db::Mode::Write);
    torn->execute("INSERT INTO t (id) VALUES (2)");
    store.postgres()->end_sessions();
    try {
      torn->commit();
      ADD_FAILURE() << "committed on a dead connection";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.kind(), Failure::Kind::Unavailable);
    }
  }
  database.read([](Transaction& t) { EXPECT_EQ(t.query("SELECT id FROM t").size(), 1u); });
}

TEST(PostgresqlFailure, DeadlocksAndSerialisationAreConflicts) {
  tests::Store store("postgresql");
  using enum Failure::Kind;
  for (const char* state : {"40001", "40P01"}) {
    try {
      store.database()
          .begin(db::Mode::Write)
          ->execute(std::string("DO $body$ BEGIN RAISE EXCEPTION 'met' USING ERRCODE = '") + state + "'; END $body$");
      ADD_FAILURE();
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.kind(), Conflict);
    }
  }
}

} // namespace
} // namespace ankao
