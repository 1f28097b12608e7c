// SPDX-License-Identifier: Apache-2.0
// A change sent with an id the client chose is made once.
#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "api/imports/import.hpp"
#include "api/once/once.hpp"
#include "api/once/view.hpp"
#include "db/support/stores.hpp"
#include "db/use_case.hpp"

namespace ankao::api::once {
namespace {

const std::string k_draft = "0b7c5a5e-9f1d-4c43-8b0e-2f6a1f0c9d11";
const std::string k_other_draft = "1b7c5a5e-9f1d-4c43-8b0e-2f6a1f0c9d11";
constexpr Instant k_now{1'700'000'000'000};

http::Request booking(const std::string& body) {
  http::Request request;
  request.verb = http::Verb::Post;
  request.path = "/api/bookings";
  request.body = body;
  request.headers = {{k_header, k_draft}, {"content-type", "application/json"}};
  return request;
}

http::Response with(const std::string& body, int status = 200) {
  http::Response response;
  response.status = status;
  response.body = body;
  return response;
}

std::string id_of(const http::Response& response) {
  const auto at = response.body.find("once.");
  return at == std::string::npos ? "" : response.body.substr(at, response.body.find('"', at) - at);
}

class Once : public ::testing::TestWithParam<std::string> {
protected:
  void SetUp() override {
    auto steps = migrations();
    steps.push_back({1, "bookings", "CREATE TABLE made (number BIGINT NOT NULL, body TEXT NOT NULL)"});
    db::migrate(store_.database(), steps);
  }
  std::int64_t count() {
    const auto transaction = store_.database().begin(db::Mode::Read);
    return transaction->query("SELECT COUNT(*) AS n FROM made").integer(0, "n");
  }
  /// A use case as every capability has it: one transaction, then a look at what it made.
  http::Response make(const http::Request& request) {
    const auto number = db::decide(database_, [&](db::Transaction& transaction) -> Result<std::int64_t> {
      const std::int64_t next = transaction.query("SELECT COUNT(*) + 1 AS n FROM made").integer(0, "n");
      transaction.execute("INSERT INTO made (number, body) VALUES ($1, $2)", {next, request.body});
      return next;
    });
    http::Response response = with("{\"number\":" + std::to_string(*number) + "}");
    response.headers = {{"x-number", std::to_string(*number)}};
    return response;
  }
  http::Response send(const http::Request& request, const std::string& account = "li", const std::string& draft = k_draft, Instant now = k_now) {
    return answer(database_, account, draft, request, problems::Language::English, now, [&] { return make(request); });
  }
  tests::Store store_{GetParam()};
  Database database_{store_.database()};
};

TEST_P(Once, ARetryAfterALostAnswerGetsTheKeptAnswerAndMakesNothing) {
  const auto first = send(booking("{\"n\":1}"));
  const auto again = send(booking("{\"n\":1}"));
  EXPECT_EQ(first.body, "{\"number\":1}");
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.status, 200);
  ASSERT_EQ(again.headers.size(), 2u);
  EXPECT_EQ(again.headers[0], first.headers[0]);
  EXPECT_EQ(again.headers[1], (std::pair<std::string, std::string>(k_kept_header, "1")));
  EXPECT_EQ(count(), 1);
}

TEST_P(Once, TheSameIdWithOtherContentsIsRefused) {
  send(booking("{\"n\":1}"));
  const auto refused = send(booking("{\"n\":2}"));
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(id_of(refused), "once.other_body");
  EXPECT_EQ(count(), 1);
}

TEST_P(Once, AnotherIdAndAnotherAccountAreOtherChanges) {
  send(booking("{\"n\":1}"));
  EXPECT_EQ(send(booking("{\"n\":1}"), "wang").body, "{\"number\":2}");
  EXPECT_EQ(send(booking("{\"n\":1}"), "li", k_other_draft).body, "{\"number\":3}");
  EXPECT_EQ(count(), 3);
}

TEST_P(Once, TwoAtOnceMakeOneChangeAndGetOneAnswer) {
  std::vector<std::string> bodies(4);
  std::vector<std::thread> threads;
  for (auto& body : bodies) threads.emplace_back([this, &body] { body = send(booking("{\"n\":1}")).body; });
  for (auto& thread : threads) thread.join();
  for (const auto& body : bodies) EXPECT_EQ(body, "{\"number\":1}");
  EXPECT_EQ(count(), 1);
}

TEST_P(Once, AFailureBetweenTheHandlersCommitAndTheAnswerLeavesNothingSoThatARetryMakesIt) {
  EXPECT_THROW(answer(database_, "li", k_draft, booking("{}"), problems::Language::English, k_now,
                      [&]() -> http::Response {
                        make(booking("{}"));
                        throw std::runtime_error("power cut");
                      }),
               std::runtime_error);
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(send(booking("{}")).body, "{\"number\":1}");
  EXPECT_EQ(count(), 1);
}

TEST_P(Once, ARefusalIsNotKeptAndWhatTheHandlerCommittedBeforeItStands) {
  const auto refused = answer(database_, "li", k_draft, booking("{}"), problems::Language::English, k_now, [&] {
    make(booking("{}"));
    return with("{}", 422);
  });
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(count(), 1);
  EXPECT_EQ(send(booking("{}")).body, "{\"number\":2}");
}

TEST_P(Once, AfterItsCommitTheHandlerSeesWhatItWroteAndMayWriteMoreInTheSameTransaction) {
  const auto both = answer(database_, "li", k_draft, booking("{}"), problems::Language::English, k_now, [&] {
    make(booking("{}"));
    const auto seen = db::look(database_, [](db::Transaction& t) { return t.query("SELECT COUNT(*) AS n FROM made").integer(0, "n"); });
    EXPECT_EQ(seen, 1);
    database_.begin(db::Mode::Write)->execute("INSERT INTO made (number, body) VALUES (99, 'taken back')");
    return with(make(booking("{}")).body);
  });
  EXPECT_EQ(both.body, "{\"number\":2}");
  EXPECT_EQ(count(), 2) << "the second write went without commit(), so it is rolled back alone";
}

TEST_P(Once, WhatMayBeToldOnlyOnceIsNotKeptWithTheAnswer) {
  const auto import = [this] {
    return answer(
        database_, "li", k_draft, booking("{}"), problems::Language::English, k_now,
        [&] {
          make(booking("{}"));
          return with(R"({"stored":true,"remarks":[],"secrets":[{"name":"wu","secret":"told once"}]})");
        },
        [](const http::Response& response) { return imports::without_secrets(response, problems::Language::English); });
  };
  EXPECT_NE(import().body.find("told once"), std::string::npos);
  const auto again = import().body;
  EXPECT_EQ(again.find("told once\""), std::string::npos) << again;
  EXPECT_NE(again.find("its 1 passwords were told once"), std::string::npos) << again;
  EXPECT_EQ(count(), 1);
  const auto stored = store_.database().begin(db::Mode::Read)->query("SELECT body FROM once");
  EXPECT_EQ(stored.bytes(0, "body").find("\"secret\""), std::string::npos);
}

TEST_P(Once, AViewSeesOneMomentWhateverIsWrittenMeanwhile) {
  const auto seen = [this] { return db::look(database_, [](db::Transaction& t) { return t.query("SELECT COUNT(*) AS n FROM made").integer(0, "n"); }); };
  make(booking("{}"));
  if (GetParam() != "memory") {
    const View view;
    EXPECT_EQ(seen(), 1);
    std::thread([this] { make(booking("{}")); }).join();
    EXPECT_EQ(seen(), 1);
  } else {
    make(booking("{}"));
  }
  EXPECT_EQ(seen(), 2) << "the view has gone";
}

TEST_P(Once, TheAnswerIsKeptThirtyDays) {
  send(booking("{}"));
  const Instant last{k_now.ms + k_days_kept * 86'400'000 - 1};
  EXPECT_EQ(send(booking("{}"), "li", k_draft, last).body, "{\"number\":1}");
  EXPECT_EQ(send(booking("{}"), "li", k_draft, {last.ms + 1}).body, "{\"number\":2}");
}

INSTANTIATE_TEST_SUITE_P(Databases, Once, ::testing::ValuesIn(tests::k_stores), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST(OnceDraft, OnlyAChangeCarriesAnIdAndTheIdIsAUuidInLowerCase) {
  auto request = booking("{}");
  EXPECT_EQ(*draft_of(request), k_draft);
  request.headers[k_header] = k_draft.substr(1);
  EXPECT_EQ(draft_of(request).problem().id, "once.id");
  request.headers[k_header] = "0B7C5A5E-9f1d-4c43-8b0e-2f6a1f0c9d11";
  EXPECT_EQ(draft_of(request).problem().id, "once.id");
  request.verb = http::Verb::Get;
  EXPECT_EQ(*draft_of(request), "");
}

TEST(OnceDraft, TheBoundaryOfAFormIsNoPartOfItsContents) {
  auto form = booking("--abc\r\nx\r\n--abc--");
  form.headers["content-type"] = "multipart/form-data; boundary=abc";
  auto same = booking("--xyz9\r\nx\r\n--xyz9--");
  same.headers["content-type"] = "multipart/form-data; boundary=\"xyz9\"";
  EXPECT_EQ(digest_of(form), digest_of(same));
  same.body += "more";
  EXPECT_NE(digest_of(form), digest_of(same));
}

} // namespace
} // namespace ankao::api::once
