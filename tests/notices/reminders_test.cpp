// SPDX-License-Identifier: Apache-2.0
// A deadline's reminder on its whole way: the sweep, the inbox, a real mail server and a webhook receiver that is away at first. What
// failed is tried again, everybody sees how it ended, and nobody is told twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "deadlines/service/sweep.hpp"
#include "deadlines/service/terms.hpp"
#include "deadlines/store/terms.hpp"
#include "jobs/service/worker.hpp"
#include "notices/service/channels.hpp"
#include "notices/store/notices.hpp"
#include "notices/support/started.hpp"
#include "outbound/support/mail_server.hpp"
#include "outbound/support/receiver.hpp"

namespace ankao::notices {
namespace {

using ::testing::HasSubstr;

const ledger::Actor k_clerk{"zhang", "张三", "institution", "institution:GZ-A01"};
const deadlines::Owner k_school{"institution", "GZ-A01", "甲培训学校", "440106"};

Instant at(const char* day, int hour, int minute = 0) { return {start_of(*parse_date(day)).ms + (hour * 60 + minute) * 60'000LL}; }

class Reminders : public ::testing::TestWithParam<std::string> {
protected:
  Reminders() {
    settings_.mail = {"127.0.0.1", mail_.port(), "ankao@example.test", "ankao", "right-password", outbound::Security::Plain, ""};
    settings_.webhook = {{receiver_.origin()}, "a key of the test", outbound::Algorithm::Sm3, ""};
    settings_.timeout_s = 5;
    add_jobs(kinds_, database(), *vault_, settings_);
    database().write([](db::Transaction& t) {
      t.execute("INSERT INTO identity_account (id, name, role, scope_id, enabled, must_change, created_at, password_at, password) "
                "VALUES ('zhang', '张三', 'institution', 'GZ-A01', 1, 0, 0, 0, '')");
    });
    const ChannelEdit wanted{"zhang@example.test", receiver_.origin() + "/hook", "zh", {}};
    EXPECT_TRUE(edit_channels(database(), *vault_, k_clerk, settings_, wanted, at("2024-09-26", 10)).ok());
  }
  db::Database& database() { return store_.database(); }
  void opens(const char* day) {
    database().write([&](db::Transaction& t) { deadlines::happened(t, {{k_clerk, at(day, 10), "class.open", "class:GZ-A01/C1", "C1", k_school, *parse_date(day)}}); });
  }
  deadlines::Swept sweep(Instant now) {
    const auto nobody = [](db::Transaction&, const std::string&, Date) { return std::vector<deadlines::Owner>{}; };
    const auto tell = [](db::Transaction& t, const deadlines::Note& note, Instant when) {
      send(t, {.to_account = {}, .to_role = note.role, .scope = note.scope_id, .topic = note.topic, .title_zh = note.title.zh, .title_en = note.title.en,
               .body_zh = note.body.zh, .body_en = note.body.en, .link = note.link, .once_key = note.once_key},
           when);
    };
    return deadlines::sweep(database(), nobody, tell, now);
  }
  /// Every job that is due; how many ran.
  int work(Instant now) {
    jobs::Worker worker(database(), kinds_, "test");
    int ran = 0;
    while (ran < 50 && worker.run_once(now)) ++ran;
    return ran;
  }
  std::vector<std::string> outcomes() {
    std::vector<std::string> out;
    for (const auto& one : store::list_deliveries(*database().begin(db::Mode::Read), "", "d.number DESC", 0, 100)) out.push_back(one.channel + " " + one.state + (one.state == "failed" ? " " + one.reason_en : ""));
    std::sort(out.begin(), out.end());
    return out;
  }
  std::int64_t unread() { return store::count(*database().begin(db::Mode::Read), "zhang", true); }

  tests::MailServer mail_{tests::MailServer::Tls::None};
  tests::Receiver receiver_;
  tests::Store store_{GetParam(), tests::notices_and_jobs()};
  std::unique_ptr<vault::Vault> vault_ = vault::Vault::passing();
  outbound::Settings settings_;
  jobs::Kinds kinds_;
};

TEST_P(Reminders, reach_inbox_mail_and_webhook_once_each) {
  opens("2024-09-27");
  receiver_.answer(503);
  ASSERT_EQ(sweep(at("2024-09-30", 9)).reminded, 1);
  EXPECT_EQ(unread(), 1);
  EXPECT_EQ(work(at("2024-09-30", 9)), 2);
  EXPECT_THAT(outcomes(), ::testing::ElementsAre("mail sent", "webhook queued")) << "the receiver is away";
  ASSERT_EQ(mail_.letters().size(), 1u);
  EXPECT_THAT(mail_.letters()[0], HasSubstr("zhang@example.test"));
  receiver_.answer(200);
  EXPECT_EQ(work(at("2024-09-30", 12)), 1) << "tried again, and only what failed";
  EXPECT_THAT(outcomes(), ::testing::ElementsAre("mail sent", "webhook sent"));
  ASSERT_EQ(receiver_.bodies().size(), 2u);
  EXPECT_THAT(receiver_.bodies()[1], HasSubstr("deadline.reminder"));
  EXPECT_EQ(receiver_.ids()[0], receiver_.ids()[1]) << "by its id the receiver knows it again";
  EXPECT_EQ(sweep(at("2024-09-30", 13)).reminded, 0);
  EXPECT_EQ(work(at("2024-09-30", 13)), 0);
  EXPECT_EQ(mail_.letters().size(), 1u);
  EXPECT_EQ(unread(), 1);
}

TEST_P(Reminders, what_is_missed_is_told_with_its_finding_and_a_crash_between_tells_nobody_twice) {
  opens("2024-09-27");
  ASSERT_EQ(sweep(at("2024-10-09", 9)).missed, 1);
  EXPECT_EQ(unread(), 2) << "the finding, and the reminder of the day after";
  // The job ends, but the process dies before that is written: it is run once more.
  EXPECT_EQ(work(at("2024-10-09", 9)), 4);
  database().write([](db::Transaction& t) { t.execute("UPDATE job SET state = 'waiting', run_at = 0, ended_at = NULL"); });
  work(at("2024-10-09", 10));
  EXPECT_EQ(mail_.letters().size(), 2u);
  EXPECT_EQ(receiver_.bodies().size(), 2u);
  EXPECT_EQ(sweep(at("2024-10-09", 11)), (deadlines::Swept{}));
}

INSTANTIATE_TEST_SUITE_P(Databases, Reminders, ::testing::Values("file", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::notices
