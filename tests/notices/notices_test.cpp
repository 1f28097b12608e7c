// SPDX-License-Identifier: Apache-2.0
// A person is told once, where they wish; what could not be delivered says why and can be sent again.
#include "notices/service/notices.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "jobs/service/worker.hpp"
#include "ledger/service/ledger.hpp"
#include "notices/rules/masked.hpp"
#include "notices/service/channels.hpp"
#include "notices/store/notices.hpp"
#include "notices/support/started.hpp"

namespace ankao::notices {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr Instant k_now{1'775'000'000'000};
const ledger::Actor k_person{"quju", "演示区局", "district_bureau", "district:440106"};
const ledger::Actor k_administrator{"guanli", "管理员", "administrator", "city"};

NewNotice reminder(const std::string& once) {
  return {"quju", "", "", "plan.publish", "六月计划已公示", "June's plan is published", "请查看", "Have a look", "/plans/2026-06", once};
}

class Story : public ::testing::TestWithParam<std::string> {
protected:
  Story() { add_jobs(kinds_, database(), *vault_, settings_); }
  db::Database& database() { return store_.database(); }
  int tell(const NewNotice& notice) {
    int told = 0;
    database().write([&](db::Transaction& transaction) { told = send(transaction, notice, k_now); });
    return told;
  }
  std::int64_t unread(const std::string& account) { return store::count(*database().begin(db::Mode::Read), account, true); }
  Delivery delivery(std::int64_t number) { return store::find_delivery(*database().begin(db::Mode::Read), number).value(); }

  Result<Channels> edit(const ChannelEdit& wanted) { return edit_channels(database(), *vault_, k_person, settings_, wanted, k_now); }
  Channels channels() { return *channels_of(*database().begin(db::Mode::Read), *vault_, "quju"); }
  /// Everything the database holds of channels and events, as one text.
  std::string at_rest() {
    std::string out;
    database().read([&](db::Transaction& t) {
      const auto kept = t.query("SELECT mail, webhook, mail_sealed, webhook_sealed, mail_digest, webhook_digest FROM notice_channel");
      for (std::size_t i = 0; i < kept.size(); ++i)
        for (const char* column : {"mail", "webhook", "mail_sealed", "webhook_sealed", "mail_digest", "webhook_digest"}) out += kept.text(i, column) + "\n";
      const auto events = t.query("SELECT before_sm3, after_sm3, reason FROM ledger_event");
      for (std::size_t i = 0; i < events.size(); ++i) out += events.text(i, "before_sm3") + events.text(i, "after_sm3") + events.text(i, "reason") + "\n";
    });
    return out;
  }

  tests::Store store_{GetParam(), tests::notices_and_jobs()};
  std::unique_ptr<vault::Vault> vault_ = vault::Vault::passing();
  outbound::Settings settings_;
  jobs::Kinds kinds_;
};

TEST_P(Story, a_notice_counts_until_it_is_read_by_its_receiver_and_nobody_else) {
  EXPECT_EQ(tell(reminder("")), 1);
  EXPECT_EQ(unread("quju"), 1);
  EXPECT_EQ(read(database(), k_administrator, 1, k_now).problem().id, "notices.unknown");
  ASSERT_TRUE(read(database(), k_person, 1, k_now).ok());
  EXPECT_EQ(read(database(), k_person, 1, {k_now.ms + 5})->read_at, k_now) << "reading again changes nothing";
  EXPECT_EQ(unread("quju"), 0);
  EXPECT_EQ(ledger::time_line(*database().begin(db::Mode::Read), "notice:1").size(), 2u);
}

TEST_P(Story, the_same_reminder_is_never_sent_twice) {
  EXPECT_EQ(tell(reminder("plan:2026-06")), 1);
  EXPECT_EQ(tell(reminder("plan:2026-06")), 0);
  EXPECT_EQ(tell(reminder("plan:2026-07")), 1);
  EXPECT_EQ(tell(reminder("")), 1);
  EXPECT_EQ(tell(reminder("")), 1) << "without a key each is its own";
  EXPECT_EQ(unread("quju"), 4);
}

TEST_P(Story, without_channels_there_is_only_the_inbox) {
  tell(reminder(""));
  EXPECT_EQ(store::count_deliveries(*database().begin(db::Mode::Read), ""), 0);
}

TEST_P(Story, channels_are_checked_before_they_are_kept) {
  EXPECT_EQ(edit({.mail = "nobody"}).problem().id, "outbound.address_wrong");
  EXPECT_EQ(edit({.webhook = "http://169.254.169.254/"}).problem().id, "outbound.webhook_not_allowed");
  EXPECT_EQ(edit({.language = "fr"}).problem().id, "notices.language_unknown");
  EXPECT_EQ(edit({.inbox_only = {"weather.report"}}).problem().id, "notices.topic_unknown");
  EXPECT_EQ(try_channels(database(), k_person, k_now).problem().id, "notices.no_channel");
  EXPECT_TRUE(edit({.mail = "a@example.test", .language = "en"}).ok());
}

TEST_P(Story, addresses_are_sealed_at_rest_and_what_is_not_told_stays) {
  settings_.webhook.origins = {"http://127.0.0.1:9"};
  ASSERT_TRUE(edit({.mail = "zhang@example.test", .webhook = "http://127.0.0.1:9/hook/secret"}).ok());
  EXPECT_THAT(at_rest(), Not(HasSubstr("zhang")));
  EXPECT_THAT(at_rest(), Not(HasSubstr("secret")));
  ASSERT_TRUE(edit({.language = "en"}).ok());
  EXPECT_EQ(channels().mail, "zhang@example.test");
  EXPECT_EQ(channels().language, "en");
  ASSERT_TRUE(edit({.webhook = ""}).ok());
  EXPECT_EQ(channels().webhook, "");
  EXPECT_EQ(channels().mail, "zhang@example.test");
  EXPECT_EQ(masked_mail("zhang@example.test"), "z****@example.test");
  EXPECT_EQ(masked_mail("张三@example.test"), "张****@example.test");
  EXPECT_EQ(masked_mail(""), "");
  EXPECT_EQ(masked_webhook("https://host.test:8443/hook/secret?key=1"), "https://host.test:8443/****");
}

TEST_P(Story, addresses_that_stood_in_clear_are_sealed_once) {
  database().write([](db::Transaction& t) {
    t.execute("INSERT INTO notice_channel (account, mail, webhook, language) VALUES ('quju', 'old@example.test', '', 'en')");
  });
  EXPECT_EQ(seal_old_addresses(database(), *vault_), 1);
  EXPECT_EQ(seal_old_addresses(database(), *vault_), 0);
  EXPECT_EQ(channels().mail, "old@example.test");
  EXPECT_EQ(channels().language, "en");
  EXPECT_THAT(at_rest(), Not(HasSubstr("old@")));
}

TEST_P(Story, a_topic_kept_to_the_inbox_does_not_go_out) {
  ASSERT_TRUE(edit({.mail = "a@example.test", .inbox_only = {"deadline.reminder"}}).ok());
  NewNotice quiet = reminder("");
  quiet.topic = "deadline.reminder";
  tell(quiet);
  EXPECT_EQ(store::count_deliveries(*database().begin(db::Mode::Read), ""), 0);
  quiet.topic = "deadline.missed";
  tell(quiet);
  EXPECT_EQ(store::count_deliveries(*database().begin(db::Mode::Read), ""), 1);
  EXPECT_EQ(unread("quju"), 2);
}

TEST_P(Story, a_delivery_that_fails_says_why_and_is_sent_again_by_hand) {
  ASSERT_TRUE(edit({.mail = "a@example.test", .language = "en"}).ok());
  tell(reminder(""));
  EXPECT_EQ(delivery(1).state, "queued");
  jobs::Worker worker(database(), kinds_, "test");
  EXPECT_EQ(retry_delivery(database(), k_administrator, 1, k_now).problem().id, "notices.delivery_not_failed");
  EXPECT_EQ(worker.run_once(k_now)->outcome, jobs::Outcome::Dead) << "without a mail server no further try helps";
  EXPECT_EQ(delivery(1).state, "failed");
  EXPECT_THAT(delivery(1).reason_en, HasSubstr("no mail server"));
  ASSERT_TRUE(retry_delivery(database(), k_administrator, 1, k_now).ok());
  EXPECT_EQ(delivery(1).state, "queued");
  EXPECT_EQ(worker.run_once(k_now)->outcome, jobs::Outcome::Dead);
  EXPECT_EQ(retry_delivery(database(), k_administrator, 9, k_now).problem().id, "notices.delivery_unknown");
}

TEST_P(Story, a_delivery_whose_job_is_cancelled_does_not_wait_for_ever) {
  settings_.mail = {"127.0.0.1", 1, "ankao@example.test", "", "", outbound::Security::Plain, ""};
  ASSERT_TRUE(edit({.mail = "a@example.test", .language = "en"}).ok());
  tell(reminder(""));
  const auto job = delivery(1).job;
  ASSERT_TRUE(jobs::cancel(database(), kinds_, k_administrator, job, k_now).ok());
  EXPECT_EQ(delivery(1).state, "failed");
  EXPECT_THAT(delivery(1).reason_en, HasSubstr("cancelled"));
  EXPECT_TRUE(delivery(1).ended_at.has_value());
  ASSERT_TRUE(jobs::retry(database(), k_administrator, job, k_now).ok());
  EXPECT_EQ(jobs::Worker(database(), kinds_, "test").run_once(k_now)->outcome, jobs::Outcome::Again);
  EXPECT_EQ(delivery(1).state, "queued") << "tried again, it waits again";
  EXPECT_FALSE(delivery(1).ended_at.has_value());
}

TEST_P(Story, a_delivery_whose_worker_was_lost_at_its_last_try_has_failed) {
  ASSERT_TRUE(edit({.mail = "a@example.test", .language = "en"}).ok());
  tell(reminder(""));
  const auto tries = kinds_.find("notice.deliver")->policy.tries;
  database().write([&](db::Transaction& t) { t.execute("UPDATE job SET state = 'running', attempts = $1, lease_until = 0, worker = 'gone'", {std::int64_t{tries}}); });
  EXPECT_FALSE(jobs::Worker(database(), kinds_, "test").run_once(k_now).has_value());
  EXPECT_EQ(delivery(1).state, "failed");
  EXPECT_FALSE(delivery(1).reason_zh.empty());
}

TEST_P(Story, a_mail_server_that_is_away_is_tried_again_and_the_reason_is_seen_meanwhile) {
  settings_.mail = {"127.0.0.1", 1, "ankao@example.test", "", "", outbound::Security::Plain, ""};
  ASSERT_TRUE(edit({.mail = "a@example.test"}).ok());
  tell(reminder(""));
  EXPECT_EQ(jobs::Worker(database(), kinds_, "test").run_once(k_now)->outcome, jobs::Outcome::Again);
  EXPECT_EQ(delivery(1).state, "queued");
  EXPECT_THAT(delivery(1).reason_zh, HasSubstr("127.0.0.1"));
}

INSTANTIATE_TEST_SUITE_P(Databases, Story, ::testing::ValuesIn(tests::k_stores), [](const auto& one) { return one.param; });

} // namespace
} // namespace ankao::notices
