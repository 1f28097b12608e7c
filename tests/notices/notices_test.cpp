// SPDX-License-Identifier: Apache-2.0
// A person is told once, where they wish; what could not be delivered says why and can be sent again.
#include "notices/service/notices.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/support/stores.hpp"
#include "identity/service/identity.hpp"
#include "jobs/service/jobs.hpp"
#include "jobs/service/worker.hpp"
#include "ledger/service/ledger.hpp"
#include "notices/store/notices.hpp"

namespace ankao::notices {
namespace {

using ::testing::HasSubstr;

constexpr Instant k_now{1'775'000'000'000};
const ledger::Actor k_person{"quju", "演示区局", "district_bureau", "district:440106"};
const ledger::Actor k_administrator{"guanli", "管理员", "administrator", "city"};

NewNotice reminder(const std::string& once) {
  return {"quju", "", "", "plan.publish", "六月计划已公示", "June's plan is published", "请查看", "Have a look", "/plans/2026-06", once};
}

class Story : public ::testing::TestWithParam<std::string> {
protected:
  Story() {
    auto steps = ledger::migrations();
    for (const auto& more : {jobs::migrations(), identity::migrations(), migrations()}) steps.insert(steps.end(), more.begin(), more.end());
    db::migrate(database(), steps);
    add_jobs(kinds_, database(), settings_);
  }
  db::Database& database() { return store_.database(); }
  int tell(const NewNotice& notice) {
    int told = 0;
    database().write([&](db::Transaction& transaction) { told = send(transaction, notice, k_now); });
    return told;
  }
  std::int64_t unread(const std::string& account) { return store::count(*database().begin(db::Mode::Read), account, true); }
  Delivery delivery(std::int64_t number) { return store::find_delivery(*database().begin(db::Mode::Read), number).value(); }

  tests::Store store_{GetParam()};
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
  EXPECT_EQ(edit_channels(database(), k_person, settings_, {"nobody", "", "zh"}, k_now).problem().id, "outbound.address_wrong");
  EXPECT_EQ(edit_channels(database(), k_person, settings_, {"", "http://169.254.169.254/", "zh"}, k_now).problem().id, "outbound.webhook_not_allowed");
  EXPECT_EQ(edit_channels(database(), k_person, settings_, {"", "", "fr"}, k_now).problem().id, "notices.language_unknown");
  EXPECT_TRUE(edit_channels(database(), k_person, settings_, {"a@example.test", "", "en"}, k_now).ok());
}

TEST_P(Story, a_delivery_that_fails_says_why_and_is_sent_again_by_hand) {
  ASSERT_TRUE(edit_channels(database(), k_person, settings_, {"a@example.test", "", "en"}, k_now).ok());
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

TEST_P(Story, a_mail_server_that_is_away_is_tried_again_and_the_reason_is_seen_meanwhile) {
  settings_.mail = {"127.0.0.1", 1, "ankao@example.test", "", "", outbound::Security::Plain, ""};
  ASSERT_TRUE(edit_channels(database(), k_person, settings_, {"a@example.test", "", "zh"}, k_now).ok());
  tell(reminder(""));
  EXPECT_EQ(jobs::Worker(database(), kinds_, "test").run_once(k_now)->outcome, jobs::Outcome::Again);
  EXPECT_EQ(delivery(1).state, "queued");
  EXPECT_THAT(delivery(1).reason_zh, HasSubstr("127.0.0.1"));
}

INSTANTIATE_TEST_SUITE_P(Databases, Story, ::testing::ValuesIn(tests::k_stores), [](const auto& one) { return one.param; });

} // namespace
} // namespace ankao::notices
