// SPDX-License-Identifier: Apache-2.0
// Letters handed to a real mail server: signed in, encrypted, with Chinese subjects; refusals say whether another try can help.
#include "outbound/mail.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "outbound/support/mail_server.hpp"

namespace ankao::outbound {
namespace {

using tests::MailServer;
using ::testing::HasSubstr;

const Letter k_letter{"", "quju@example.test", "六月考试计划已公示", "请查看计划。\n", "notice-1-delivery-1@example.test", {1'775'000'000'000}};

Settings settings_for(const MailServer& server, Security security) {
  Settings out;
  out.mail = {"127.0.0.1", server.port(), "ankao@example.test", "ankao", "right-password", security, security == Security::Plain ? "" : server.certificate()};
  return out;
}

TEST(Mail, is_taken_by_a_real_server_over_starttls_after_signing_in) {
  const MailServer server(MailServer::Tls::Offered);
  const auto sent = send(settings_for(server, Security::StartTls), k_letter);
  ASSERT_TRUE(sent.ok()) << sent.problem().id << sent.problem().details.back().value;
  const auto letters = server.letters();
  ASSERT_EQ(letters.size(), 1u);
  EXPECT_THAT(letters[0], HasSubstr("quju@example.test"));
  EXPECT_THAT(letters[0], HasSubstr("Subject: =?UTF-8?B?5YWt5pyI6ICD6K+V6K6h5YiS5bey5YWs56S6?="));
  EXPECT_THAT(letters[0], HasSubstr("6K+35p+l55yL6K6h5YiS44CCCg=="));
  EXPECT_THAT(letters[0], HasSubstr("tls_cipher TLS"));
}

TEST(Mail, goes_in_clear_only_when_the_settings_say_so) {
  const MailServer server(MailServer::Tls::None);
  EXPECT_EQ(send(settings_for(server, Security::Plain), k_letter).ok(), true);
  Settings demanding = settings_for(server, Security::StartTls);
  demanding.mail.ca_file.clear();
  EXPECT_EQ(send(demanding, k_letter).problem().id, "outbound.mail_failed");
  EXPECT_EQ(server.letters().size(), 1u);
}

TEST(Mail, a_server_whose_certificate_is_not_trusted_gets_nothing) {
  const MailServer server(MailServer::Tls::Offered);
  Settings settings = settings_for(server, Security::StartTls);
  settings.mail.ca_file.clear();
  EXPECT_EQ(send(settings, k_letter).problem().id, "outbound.mail_failed");
  EXPECT_TRUE(server.letters().empty());
}

TEST(Mail, a_missing_mailbox_is_refused_for_good_a_wrong_password_may_be_mended) {
  const MailServer server(MailServer::Tls::Offered);
  Settings settings = settings_for(server, Security::StartTls);
  Letter letter = k_letter;
  letter.to = "missing@example.test";
  const auto refused = send(settings, letter);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.problem().id, "outbound.mail_refused");
  settings.mail.password = "wrong";
  EXPECT_EQ(send(settings, k_letter).problem().id, "outbound.mail_failed");
}

TEST(Mail, a_server_that_is_away_and_settings_that_are_missing_are_told_apart) {
  Settings settings;
  EXPECT_EQ(send(settings, k_letter).problem().id, "outbound.mail_not_set_up");
  settings.mail = {"127.0.0.1", tests::free_port(), "ankao@example.test", "", "", Security::Plain, ""};
  EXPECT_EQ(send(settings, k_letter).problem().id, "outbound.mail_failed");
}

TEST(Mime, a_header_cannot_be_injected) {
  for (const char* subject : {"x\r\nBcc: a@b.test", "x\nBcc: a@b.test", "x\ry", "x\x7f", "", "\xff\xfe", "\xe5\x85"}) {
    Letter letter = k_letter;
    letter.from = "ankao@example.test";
    letter.subject = subject;
    EXPECT_EQ(mime(letter).problem().id, "outbound.letter_wrong");
  }
  for (const char* to : {"a@b.test\r\nBcc: c@d.test", "a@b.test,c@d.test", "<a@b.test>", "a b@c.test", "a@", "@b", "a@b@c", "-x@b.test", "a..b@c.test", "张@b.test", ""}) {
    Letter letter = k_letter;
    letter.from = "ankao@example.test";
    letter.to = to;
    EXPECT_EQ(mime(letter).problem().id, "outbound.address_wrong") << to;
  }
}

TEST(Mime, addresses_up_to_64_before_the_sign_and_254_in_all) {
  EXPECT_TRUE(is_address("a.b-c_d+e@mail-1.example.test"));
  EXPECT_TRUE(is_address(std::string(64, 'a') + "@b.test"));
  EXPECT_FALSE(is_address(std::string(65, 'a') + "@b.test"));
  EXPECT_TRUE(is_address("a@" + std::string(252, 'b')));
  EXPECT_FALSE(is_address("a@" + std::string(253, 'b')));
}

TEST(Mime, a_long_subject_is_folded_between_characters_and_no_line_is_over_76) {
  Letter letter = k_letter;
  letter.from = "ankao@example.test";
  for (int i = 0; i < 60; ++i) letter.subject += "考x";
  letter.text = std::string(5'000, 'y');
  const std::string bytes = *mime(letter);
  for (std::size_t i = 0; i < bytes.size();) {
    const auto end = bytes.find("\r\n", i);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - i, 100u);
    i = end + 2;
  }
  EXPECT_THAT(bytes, HasSubstr("?=\r\n =?UTF-8?B?"));
  EXPECT_THAT(bytes, HasSubstr("Date: Wed, 01 Apr 2026 07:33:20 +0800"));
}

} // namespace
} // namespace ankao::outbound
