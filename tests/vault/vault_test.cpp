// SPDX-License-Identifier: Apache-2.0
#include "vault/vault.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "db/support/stores.hpp"
#include "problems/catalogue.hpp"
#include "vault/reseal.hpp"

namespace ankao::vault {
namespace {

constexpr Instant k_now{1'709'600'000'000};

class VaultStory : public ::testing::TestWithParam<std::string> {
protected:
  VaultStory() {
    static std::atomic<int> count = 0;
    folder_ = std::filesystem::temp_directory_path() / ("ankao-vault-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    db::migrate(database(), migrations());
    database().write([](db::Transaction& t) { t.execute("CREATE TABLE person (id TEXT PRIMARY KEY, secret TEXT)"); });
  }
  ~VaultStory() override { std::filesystem::remove_all(folder_); }

  db::Database& database() { return store_.database(); }
  std::string keys() const { return (folder_ / "keys").string(); }
  std::unique_ptr<Vault> opened() {
    EXPECT_TRUE(prepare(database(), keys(), k_now).ok());
    auto vault = Vault::open_with(database(), keys());
    EXPECT_TRUE(vault.ok());
    return std::move(*vault);
  }
  std::int64_t rotate(const Vault& vault) {
    std::int64_t number = 0;
    database().write([&](db::Transaction& t) { number = vault.add_key(t, k_now); });
    vault.reload();
    return number;
  }
  void put(const Vault& vault, const std::string& id, const std::string& clear) {
    database().write([&](db::Transaction& t) { t.execute("INSERT INTO person (id, secret) VALUES ($1, $2)", {id, vault.seal("person.secret:" + id, clear)}); });
  }
  std::string sealed(const std::string& id) {
    std::string out;
    database().read([&](db::Transaction& t) { out = t.query("SELECT secret FROM person WHERE id = $1", {id}).text(0, "secret"); });
    return out;
  }

  std::filesystem::path folder_;
  tests::Store store_{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Databases, VaultStory, ::testing::ValuesIn(tests::k_stores), [](const auto& kind) { return kind.param; });

std::string refusal(const Result<std::string>& result) {
  if (result.ok()) return "opened";
  EXPECT_TRUE(problems::Catalogue::shipped().has(result.problem().id)) << result.problem().id;
  return result.problem().id;
}

TEST_P(VaultStory, WhatIsSealedOpensAgainAndNeverLooksTheSame) {
  const auto vault = opened();
  for (const std::string& clear : {std::string(), std::string("x"), std::string("440103199003078515"), std::string(100'000, 'z'), std::string("\0\xff", 2)}) {
    const std::string one = vault->seal("a:1", clear), two = vault->seal("a:1", clear);
    EXPECT_NE(one, two);
    EXPECT_TRUE(clear.size() < 4 || one.find(clear) == std::string::npos);
    EXPECT_EQ(vault->open("a:1", one).value(), clear);
    EXPECT_EQ(vault->open("a:1", two).value(), clear);
  }
}

TEST_P(VaultStory, AnotherContextDoesNotOpenIt) {
  const auto vault = opened();
  const std::string sealed = vault->seal("account.national_id:zhang", "440103199003078515");
  EXPECT_EQ(refusal(vault->open("account.national_id:li", sealed)), "vault.not_opened");
  EXPECT_EQ(refusal(vault->open("account.telephone:zhang", sealed)), "vault.not_opened");
  EXPECT_EQ(refusal(vault->open("account.national_id:zhang", sealed)), "opened");
}

TEST_P(VaultStory, NoChangedCharacterIsAccepted) {
  const auto vault = opened();
  const std::string sealed = vault->seal("a:1", "13812345678");
  for (std::size_t i = 0; i < sealed.size(); ++i)
    for (const char other : {'A', 'B', '1', '9', ':', '\0', 'v'}) {
      if (sealed[i] == other) continue;
      std::string changed = sealed;
      changed[i] = other;
      EXPECT_FALSE(vault->open("a:1", changed).ok()) << i << " " << other;
    }
  for (std::size_t length = 0; length < sealed.size(); ++length) EXPECT_FALSE(vault->open("a:1", sealed.substr(0, length)).ok());
  EXPECT_FALSE(vault->open("a:1", sealed + "A").ok());
}

TEST_P(VaultStory, NoChangedBitIsAccepted) {
  const auto vault = opened();
  const std::string sealed = vault->seal("a:1", "13812345678");
  const std::string head = sealed.substr(0, sealed.rfind(':') + 1);
  const std::string body = from_base64url(sealed.substr(head.size())).value();
  for (std::size_t bit = 0; bit < body.size() * 8; ++bit) {
    std::string changed = body;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_EQ(refusal(vault->open("a:1", head + to_base64url(changed))), "vault.not_opened") << bit;
  }
}

TEST_P(VaultStory, AnUnknownKeyAndAFormThatIsNoneAreTold) {
  const auto vault = opened();
  const std::string sealed = vault->seal("a:1", "x");
  EXPECT_EQ(refusal(vault->open("a:1", "v1:99" + sealed.substr(4))), "vault.key_unknown");
  for (const char* text : {"", "v1:", "v1:1", "v1:01:AAAA", "v1:-1:AAAA", "v2:1:AAAA", "v1:1:AAAA", "440103199003078515", "v1:9999999999999999999:AA"})
    EXPECT_EQ(refusal(vault->open("a:1", text)), "vault.form") << text;
}

TEST_P(VaultStory, DigestsFindEqualValuesOfOneContextOnly) {
  const auto vault = opened();
  EXPECT_EQ(vault->digest("id", "440103199003078515"), vault->digest("id", "440103199003078515"));
  EXPECT_NE(vault->digest("id", "440103199003078515"), vault->digest("id", "440103199003078516"));
  EXPECT_NE(vault->digest("id", "44"), vault->digest("id4", "4"));
  EXPECT_EQ(vault->digest("id", "44").size(), 64u);
  const std::string before = vault->digest("id", "44");
  rotate(*vault);
  EXPECT_EQ(vault->digest("id", "44"), before) << "a rotation of the data keys must not lose anybody";
  EXPECT_NE(Vault::passing()->digest("id", "44"), before);
}

TEST_P(VaultStory, TheRootKeyIsForItsOwnerOnly) {
  opened();
  struct stat file {}, folder {};
  ASSERT_EQ(::stat(root_path(keys()).c_str(), &file), 0);
  ASSERT_EQ(::stat(keys().c_str(), &folder), 0);
  EXPECT_EQ(file.st_mode & 0777U, 0600U);
  EXPECT_EQ(folder.st_mode & 0777U, 0700U);
  ::chmod(root_path(keys()).c_str(), 0640);
  EXPECT_EQ(prepare(database(), keys(), k_now).problem().id, "vault.root_exposed");
}

TEST_P(VaultStory, PreparingAgainChangesNothing) {
  const auto vault = opened();
  const std::string sealed = vault->seal("a:1", "x");
  EXPECT_TRUE(prepare(database(), keys(), k_now).ok());
  EXPECT_EQ(opened()->open("a:1", sealed).value(), "x");
}

TEST_P(VaultStory, ALostRootKeyIsNotMadeAnew) {
  opened();
  std::filesystem::remove(root_path(keys()));
  EXPECT_EQ(prepare(database(), keys(), k_now).problem().id, "vault.root_missing");
  EXPECT_FALSE(std::filesystem::exists(root_path(keys())));
  EXPECT_EQ(Vault::open_with(database(), keys()).problem().id, "vault.root_missing");
}

TEST_P(VaultStory, ARootKeyOfAnotherPlatformIsRefused) {
  opened();
  std::filesystem::remove(root_path(keys()));
  ASSERT_TRUE(make_root(keys(), system_chance()).ok());
  const auto refused = prepare(database(), keys(), k_now);
  EXPECT_EQ(refused.problem().id, "vault.root_wrong");
  const std::string words = problems::Catalogue::shipped().lines(refused.problem(), problems::Language::Chinese);
  EXPECT_EQ(words.find('{'), std::string::npos) << words;
}

TEST_P(VaultStory, ADamagedRootKeyIsRefusedWhicheverByteItIs) {
  opened();
  std::ifstream in(root_path(keys()));
  const std::string good((std::istreambuf_iterator<char>(in)), {});
  const auto write = [&](const std::string& text) { std::ofstream(root_path(keys()), std::ios::trunc) << text; };
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = bad[i] == '0' ? '1' : '0';
    write(bad);
    EXPECT_EQ(prepare(database(), keys(), k_now).problem().id, "vault.root_damaged") << i;
  }
  write(good.substr(0, good.size() - 1));
  EXPECT_EQ(prepare(database(), keys(), k_now).problem().id, "vault.root_damaged");
  write(good);
  EXPECT_TRUE(prepare(database(), keys(), k_now).ok());
}

TEST_P(VaultStory, NewSealsUseTheNewestKeyAndOldOnesStayReadable) {
  const auto vault = opened();
  const std::string old = vault->seal("a:1", "x");
  const auto number = rotate(*vault);
  const std::string fresh = vault->seal("a:1", "x");
  EXPECT_EQ(Vault::key_of(fresh), number);
  EXPECT_LT(Vault::key_of(old), number);
  EXPECT_EQ(vault->open("a:1", old).value(), "x");
  EXPECT_EQ(opened()->open("a:1", fresh).value(), "x");
}

TEST_P(VaultStory, AnotherProcessReadsWhatANewKeySealed) {
  const auto here = opened(), there = opened();
  const auto number = rotate(*here);
  EXPECT_EQ(there->open("a:1", here->seal("a:1", "x")).value(), "x");
  EXPECT_EQ(there->newest(), number);
  const auto next = rotate(*here);
  there->keep_up(k_now);
  EXPECT_EQ(there->newest(), next);
  const auto third = rotate(*here);
  there->keep_up(Instant{k_now.ms + 999});
  EXPECT_EQ(there->newest(), next) << "looks at most once a second";
  there->keep_up(Instant{k_now.ms + 1000});
  EXPECT_EQ(there->newest(), third);
}

TEST_P(VaultStory, ReSealingTakesEveryRowAndNamesTheOnesItCannotOpen) {
  const auto vault = opened();
  for (int i = 0; i < 25; ++i) put(*vault, "p" + std::to_string(i), "secret " + std::to_string(i));
  database().write([](db::Transaction& t) {
    t.execute("INSERT INTO person (id, secret) VALUES ('blank', ''), ('none', NULL)");
    t.execute("UPDATE person SET secret = (SELECT p.secret FROM person p WHERE p.id = 'p1') WHERE id = 'p2'"); // moved: does not open
  });
  const auto number = rotate(*vault);
  const auto done = reseal(database(), *vault, {{"person", "id", "secret", "person.secret"}}, 4);
  EXPECT_EQ(done.done, 24);
  ASSERT_EQ(done.faults.size(), 1u);
  EXPECT_EQ(done.faults[0].at, "person.secret · p2");
  EXPECT_EQ(Vault::key_of(sealed("p24")), number);
  EXPECT_EQ(vault->open("person.secret:p24", sealed("p24")).value(), "secret 24");
  EXPECT_EQ(reseal(database(), *vault, {{"person", "id", "secret", "person.secret"}}).done, 0);
}

TEST_P(VaultStory, RotationWhileOthersReadAndWriteLosesNothing) {
  const auto vault = opened(), elsewhere = opened();
  for (int i = 0; i < 20; ++i) put(*vault, "old" + std::to_string(i), "value");
  std::atomic<bool> over = false;
  std::atomic<int> wrong = 0, read = 0, written = 0;
  std::thread reader([&] {
    do {
      database().read([&](db::Transaction& t) {
        const auto rows = t.query("SELECT id, secret FROM person");
        for (std::size_t i = 0; i < rows.size(); ++i) {
          const auto clear = elsewhere->open("person.secret:" + rows.text(i, "id"), rows.text(i, "secret"));
          if (!clear.ok() || *clear != "value") ++wrong;
          ++read;
        }
      });
    } while (!over);
  });
  std::thread writer([&] {
    do put(*elsewhere, "new" + std::to_string(written++), "value");
    while (!over && written < 500);
  });
  for (int i = 0; i < 5; ++i) {
    rotate(*vault);
    EXPECT_TRUE(reseal(database(), *vault, {{"person", "id", "secret", "person.secret"}}, 3).faults.empty());
  }
  over = true;
  reader.join();
  writer.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_GT(read, 0);
  EXPECT_TRUE(reseal(database(), *vault, {{"person", "id", "secret", "person.secret"}}).faults.empty());
  for (int i = 0; i < written; ++i) EXPECT_EQ(Vault::key_of(sealed("new" + std::to_string(i))), vault->newest());
}

} // namespace
} // namespace ankao::vault
