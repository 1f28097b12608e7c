// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "identity/files/settings.hpp"
#include "identity/rules/account.hpp"
#include "identity/rules/password.hpp"
#include "identity/rules/session.hpp"
#include "identity/rules/throttle.hpp"
#include "identity/service/peer.hpp"

namespace ankao::identity {
namespace {

std::string verdict(const std::string& password, const std::string& account = "chenke") {
  const auto result = check_password(password, account, shipped_settings().password);
  return result.ok() ? "" : result.problem().id.substr(std::string("identity.").size());
}

struct Vector {
  std::string password;
  std::string verdict;
};

TEST(Password, Vectors) {
  const Vector vectors[] = {
      {"", "password_short"},
      {"aB3$xK9!q", "password_short"},    // nine characters
      {"aB3$xK9!qz", ""},                 // ten
      {"四个汉字不够", "password_short"}, // characters count, not bytes
      {"十个汉字连成一句真好记", ""},
      {"correct horse battery staple", ""},
      {"13800138000", "password_digits"},
      {"440106199001011234", "password_digits"},
      {"2024-01-01!!", "password_digits"},
      {"aaaaaaaaaaaa", "password_monotonous"},
      {"abababababab", "password_monotonous"},
      {"abcdefghijkl", "password_monotonous"},
      {"zyxwvutsrqpo", "password_monotonous"},
      {"password123", "password_common"},
      {"PassWord2024!", "password_common"},
      {"Admin@123456", "password_common"},
      {"woaini1314520", "password_common"},
      {"Guangzhou2023", "password_common"},
      {"gzyjj@2024..", "password_common"},
      {"qwertyuiop", "password_common"},
      {"1qaz2wsx3edc", "password_common"},
      {"!!!!!zhongguo", "password_common"},
      {"一二三四五六七八九十", "password_common"},
      {"chenke-2024-x", "password_account"},
      {"myCHENKE_pass", "password_account"},
      {"woaini blue 7 lamp", ""},
      {std::string(128, 'x').replace(0, 8, "abXd1f2h"), ""},
      {std::string(129, 'x').replace(0, 8, "abXd1f2h"), "password_long"},
  };
  for (const Vector& vector : vectors) EXPECT_EQ(verdict(vector.password), vector.verdict) << vector.password;
}

TEST(Password, AShortAccountNameMayStandInItByChance) {
  EXPECT_EQ(verdict("blue lamp 7 li", "li"), "");
  EXPECT_EQ(verdict("blue lamp 7 lin", "lin"), "password_account");
}

constexpr ThrottleLimits k_limits{3, 2000, 60'000, 3'600'000};

std::int64_t wait_after(int failures) { return next_attempt({failures, Instant{1000}}, k_limits).ms - 1000; }

TEST(Throttle, WaitsGrowAfterTheFreeAttempts) {
  EXPECT_EQ(wait_after(0), 0);
  EXPECT_EQ(wait_after(3), 0);
  EXPECT_EQ(wait_after(4), 2000);
  EXPECT_EQ(wait_after(5), 4000);
  EXPECT_EQ(wait_after(8), 32'000);
  EXPECT_EQ(wait_after(9), 60'000);
  EXPECT_EQ(wait_after(1'000'000), 60'000);
}

TEST(Throttle, OldFailuresAreForgotten) {
  const Attempts many{50, Instant{0}};
  EXPECT_EQ(after_failure(many, Instant{3'599'999}, k_limits).failures, 51);
  EXPECT_EQ(after_failure(many, Instant{3'600'000}, k_limits).failures, 1);
  EXPECT_EQ(forgiven({1, Instant{0}}).failures, 0);
  EXPECT_EQ(forgiven({0, Instant{0}}).failures, 0);
}

TEST(SessionLife, EndsAtEitherLimit) {
  const SessionLimits limits{1000, 10'000};
  const Session session{"id", "lin", Instant{0}, Instant{500}, "", ""};
  EXPECT_TRUE(is_live(session, Instant{1499}, limits));
  EXPECT_FALSE(is_live(session, Instant{1500}, limits));
  const Session busy{"id", "lin", Instant{0}, Instant{9900}, "", ""};
  EXPECT_TRUE(is_live(busy, Instant{9999}, limits));
  EXPECT_FALSE(is_live(busy, Instant{10'000}, limits));
}

TEST(AccountName, IsFoldedAndChecked) {
  EXPECT_EQ(account_id("  Chen.Ke \t"), "chen.ke");
  for (const char* sound : {"ab", "lin", "a1", "gz-a01_desk", "a2345678901234567890123456789012"})
    EXPECT_TRUE(check_account_id(sound).ok()) << sound;
  for (const char* odd : {"", "a", "1a", "陈科", "a b", "a'--", "a23456789012345678901234567890123", "-ab"})
    EXPECT_FALSE(check_account_id(odd).ok()) << odd;
}

TEST(DisplayName, IsChecked) {
  EXPECT_TRUE(check_display_name("陈科长（执法监督处）").ok());
  EXPECT_TRUE(check_display_name(std::string(64, 'x')).ok());
  for (const std::string& odd : {std::string(), std::string("   "), std::string(65, 'x'), std::string("a\nb"), std::string("a\0b", 3)})
    EXPECT_FALSE(check_display_name(odd).ok());
}

TEST(Scope, FitsTheRole) {
  const auto fits = [](ScopeKind kind, const std::string& id) { return check_scope(Role{"r", "r", "r", kind, {}}, id).ok(); };
  EXPECT_TRUE(fits(ScopeKind::City, ""));
  EXPECT_FALSE(fits(ScopeKind::City, "440106"));
  EXPECT_TRUE(fits(ScopeKind::Own, ""));
  EXPECT_FALSE(fits(ScopeKind::Own, "GZ-A01"));
  EXPECT_TRUE(fits(ScopeKind::District, "440106"));
  EXPECT_FALSE(fits(ScopeKind::District, ""));
  EXPECT_FALSE(fits(ScopeKind::District, "44010"));
  EXPECT_FALSE(fits(ScopeKind::District, "44010x"));
  EXPECT_TRUE(fits(ScopeKind::Institution, "GZ-A01"));
  EXPECT_FALSE(fits(ScopeKind::Institution, ""));
  EXPECT_FALSE(fits(ScopeKind::Site, "x'; --"));
}

TEST(Peer, OneAddressIsOneGroup) {
  EXPECT_EQ(peer_group("192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(peer_group("::ffff:192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(peer_group("2001:db8:1:2:aaaa::1"), peer_group("2001:db8:1:2:bbbb:2:3:4"));
  EXPECT_NE(peer_group("2001:db8:1:2::1"), peer_group("2001:db8:1:3::1"));
  EXPECT_EQ(peer_group("unix"), "unix");
}

TEST(Settings, AreTheShippedOnes) {
  const Settings& settings = shipped_settings();
  EXPECT_EQ(settings.session.idle_ms, 30 * 60 * 1000);
  EXPECT_EQ(settings.session.absolute_ms, 12 * 60 * 60 * 1000);
  EXPECT_EQ(settings.password.shortest, 10u);
  EXPECT_EQ(settings.hash, (HashCost{19456, 2, 1}));
  EXPECT_GT(settings.password.common_words.size(), 100u);
  for (const std::string& word : settings.password.common_words)
    EXPECT_EQ(word.find_first_of(" \t\rABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string::npos) << word;
}

} // namespace
} // namespace ankao::identity
