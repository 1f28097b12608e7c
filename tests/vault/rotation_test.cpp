// SPDX-License-Identifier: Apache-2.0
// Root key and digest keys are changed while the platform runs, and whatever breaks off leaves a folder that opens the database.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "db/support/stores.hpp"
#include "vault/reseal.hpp"
#include "vault/vault.hpp"

namespace ankao::vault {
namespace {

namespace fs = std::filesystem;
constexpr Instant k_now{1'709'600'000'000};

class Rotation : public ::testing::TestWithParam<std::string> {
protected:
  Rotation() {
    static std::atomic<int> count = 0;
    folder_ = fs::temp_directory_path() / ("ankao-rotation-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    db::migrate(database(), migrations());
    database().write([](db::Transaction& t) { t.execute("CREATE TABLE person (id TEXT PRIMARY KEY, secret TEXT, secret_digest TEXT UNIQUE)"); });
    EXPECT_TRUE(prepare(database(), keys(), k_now).ok());
  }
  ~Rotation() override { fs::remove_all(folder_); }
  db::Database& database() { return store_.database(); }
  std::string keys() const { return (folder_ / "keys").string(); }
  std::unique_ptr<Vault> opened() {
    auto vault = Vault::open_with(database(), keys());
    EXPECT_TRUE(vault.ok()) << (vault.ok() ? "" : vault.problem().id);
    return vault.ok() ? std::move(*vault) : nullptr;
  }
  Result<std::string> rotate() {
    return rotate_root(database(), keys(), [this](db::Transaction&, const std::string&) { ++noted_; });
  }
  std::string mark() {
    std::string out;
    database().read([&](db::Transaction& t) { out = t.query("SELECT DISTINCT root FROM vault_key").text(0, "root"); });
    return out;
  }
  void put(const Vault& vault, const std::string& id, const std::string& clear) {
    database().write([&](db::Transaction& t) { t.execute("INSERT INTO person VALUES ($1, $2, $3)", {id, vault.seal("person.secret:" + id, clear), vault.digest("person.secret", clear)}); });
  }
  std::string found(const Vault& vault, const std::string& clear) {
    std::string out;
    database().read([&](db::Transaction& t) {
      for (const std::string& digest : vault.digests("person.secret", clear)) {
        const auto rows = t.query("SELECT id FROM person WHERE secret_digest = $1", {digest});
        if (!rows.empty()) out += rows.text(0, "id");
      }
    });
    return out;
  }
  fs::path folder_;
  tests::Store store_{GetParam()};
  int noted_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Databases, Rotation, ::testing::ValuesIn(tests::k_stores), [](const auto& kind) { return kind.param; });

TEST_P(Rotation, ANewRootKeyOpensWhatTheOldOneSealed) {
  const auto running = opened();
  const std::string sealed = running->seal("a:1", "text");
  const std::string before = mark();
  const auto made = rotate();
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(noted_, 1);
  EXPECT_NE(*made, before);
  EXPECT_EQ(mark(), *made);
  EXPECT_FALSE(fs::exists(next_root_path(keys())));
  struct stat about {};
  ASSERT_EQ(::stat(root_path(keys()).c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600u);
  EXPECT_EQ(*opened()->open("a:1", sealed), "text");
  EXPECT_EQ(opened()->digest("a", "x"), running->digest("a", "x"));
}

TEST_P(Rotation, APlatformThatRunsMeanwhileGoesOnAndTakesUpLaterKeys) {
  const auto running = opened();
  ASSERT_TRUE(rotate().ok());
  const std::string sealed = running->seal("a:1", "text");
  EXPECT_EQ(*opened()->open("a:1", sealed), "text");
  database().write([&](db::Transaction& t) { running->add_key(t, k_now); }); // it began under the old root key
  const auto started = opened();
  ASSERT_NE(started, nullptr);
  const std::string later = started->seal("a:1", "later");
  EXPECT_EQ(*running->open("a:1", later), "later");
  running->reload();
  EXPECT_EQ(running->newest(), started->newest());
}

TEST_P(Rotation, TheOldRootKeyAloneOpensNothingAfterwards) {
  const fs::path copy = folder_ / "old";
  fs::create_directories(copy);
  fs::copy(root_path(keys()), root_path(copy.string()));
  ASSERT_TRUE(rotate().ok());
  EXPECT_EQ(Vault::open_with(database(), copy.string()).problem().id, "vault.root_wrong");
}

TEST_P(Rotation, BrokenOffBeforeTheCommitTheOldOneStaysAndTheNextAttemptEnds) {
  const std::string before = mark();
  const auto failing = [&] { return rotate_root(database(), keys(), [](db::Transaction&, const std::string&) { throw std::runtime_error("the process died"); }); };
  EXPECT_THROW(failing(), std::runtime_error);
  EXPECT_EQ(mark(), before);
  EXPECT_TRUE(fs::exists(next_root_path(keys())));
  ASSERT_TRUE(prepare(database(), keys(), k_now).ok());
  EXPECT_NE(opened(), nullptr);
  ASSERT_TRUE(rotate().ok());
  EXPECT_NE(mark(), before);
  EXPECT_NE(opened(), nullptr);
}

TEST_P(Rotation, BrokenOffAfterTheCommitTheNextStartPutsTheFileInItsPlace) {
  const auto sealed = opened()->seal("a:1", "text");
  fs::copy(root_path(keys()), folder_ / "before");
  ASSERT_TRUE(rotate().ok());
  fs::rename(root_path(keys()), next_root_path(keys()));
  fs::rename(folder_ / "before", root_path(keys()));
  EXPECT_EQ(*opened()->open("a:1", sealed), "text") << "either file opens it";
  ASSERT_TRUE(prepare(database(), keys(), k_now).ok());
  EXPECT_FALSE(fs::exists(next_root_path(keys())));
  EXPECT_EQ(*opened()->open("a:1", sealed), "text");
}

TEST_P(Rotation, AFolderOfAnotherPlatformIsRefusedAsBefore) {
  const fs::path other = folder_ / "other";
  ASSERT_TRUE(make_root(other.string(), system_chance()).ok());
  EXPECT_EQ(rotate_root(database(), other.string(), [](db::Transaction&, const std::string&) {}).problem().id, "vault.root_wrong");
  EXPECT_EQ(rotate_root(database(), (folder_ / "none").string(), [](db::Transaction&, const std::string&) {}).problem().id, "vault.root_unwritable");
  EXPECT_NE(opened(), nullptr);
}

TEST_P(Rotation, ValuesAreFoundBeforeWhileAndAfterTheyAreDigestedAgain) {
  const auto vault = opened();
  for (int i = 0; i < 7; ++i) put(*vault, "p" + std::to_string(i), "clear " + std::to_string(i));
  const std::string old = vault->digest("person.secret", "clear 3");
  database().write([&](db::Transaction& t) { vault->add_digest_key(t, k_now); });
  vault->reload();
  EXPECT_NE(vault->digest("person.secret", "clear 3"), old);
  EXPECT_EQ(found(*vault, "clear 3"), "p3");
  put(*vault, "new", "clear 9");
  const std::vector<Digested> columns{{{"person", "id", "secret", "person.secret"}, "secret_digest"}};
  const auto done = redigest(database(), *vault, columns, 2);
  EXPECT_EQ(done.done, 7);
  EXPECT_EQ(done.left, 0);
  for (int i = 0; i < 7; ++i) EXPECT_EQ(found(*vault, "clear " + std::to_string(i)), "p" + std::to_string(i));
  EXPECT_EQ(found(*vault, "clear 9"), "new");
  EXPECT_EQ(redigest(database(), *vault, columns).done, 0);
  ASSERT_TRUE(rotate().ok());
  EXPECT_EQ(opened()->digests("person.secret", "clear 3").at(1), old) << "the old key stays, sealed under the new root key";
}

TEST_P(Rotation, ARowThatDoesNotOpenIsNamedAndTheRestIsDigested) {
  const auto vault = opened();
  put(*vault, "a", "one");
  put(*vault, "b", "two");
  database().write([](db::Transaction& t) { t.execute("UPDATE person SET secret = (SELECT secret FROM person WHERE id = 'a') WHERE id = 'b'"); });
  database().write([&](db::Transaction& t) { vault->add_digest_key(t, k_now); });
  vault->reload();
  const auto done = redigest(database(), *vault, {{{"person", "id", "secret", "person.secret"}, "secret_digest"}});
  EXPECT_EQ(done.done, 1);
  ASSERT_EQ(done.faults.size(), 1u);
  EXPECT_EQ(done.faults[0].at, "person.secret · b");
}

} // namespace
} // namespace ankao::vault
