// SPDX-License-Identifier: Apache-2.0
// The parts that need no socket; time comes from the test.
#include <gtest/gtest.h>

#include "http/server/cache.hpp"
#include "http/server/events.hpp"
#include "http/server/log.hpp"
#include "http/server/rates.hpp"
#include "http/words/fields.hpp"

namespace ankao::http {
namespace {

using namespace std::chrono_literals;

TEST(Fields, cookies) {
  EXPECT_EQ(cookie_value("a=1; ankao_session=x=y; b", "ankao_session"), "x=y");
  EXPECT_EQ(cookie_value("ankao_session=\"q\"", "ankao_session"), "q");
  EXPECT_EQ(cookie_value("xankao_session=1", "ankao_session"), std::nullopt);
  EXPECT_EQ(cookie_value("a=1; a=2", "a"), "1");
  EXPECT_EQ(cookie_value(";;=;", ""), "");
}

TEST(Fields, languages) {
  using problems::Language;
  EXPECT_EQ(accepted_language(""), Language::Chinese);
  EXPECT_EQ(accepted_language("fr, de"), Language::Chinese);
  EXPECT_EQ(accepted_language("en-GB,en;q=0.9,zh;q=0.8"), Language::English);
  EXPECT_EQ(accepted_language("en;q=0.1, zh-CN;q=0.2"), Language::Chinese);
  EXPECT_EQ(accepted_language("zh;q=0, en;q=0.1"), Language::English);
  EXPECT_EQ(accepted_language("english"), Language::Chinese);
}

TEST(Fields, queries_keep_order_and_refuse_broken_text) {
  EXPECT_EQ(parse_query("a=1&&b=%20+&a=&c"), (Query{{"a", "1"}, {"b", "  "}, {"a", ""}, {"c", ""}}));
  EXPECT_EQ(parse_query("a=%"), std::nullopt);
  EXPECT_EQ(parse_query("%ff=1"), std::nullopt);
  EXPECT_EQ(parse_query("a=%00"), std::nullopt);
}

PreparedPtr prepared(const std::string& body) {
  auto out = std::make_shared<Prepared>();
  out->body = body;
  out->cacheable = true;
  return out;
}

Cache::Waiter nobody() {
  return [](const PreparedPtr&) {};
}

TEST(CacheAge, answer_is_fresh_for_less_than_a_second) {
  Cache cache(k_cache_age);
  const Cache::Time start{};
  const auto first = cache.find("k", start, nobody);
  EXPECT_FALSE(first.answer || first.flight || first.joined);
  cache.store("k", first.generation, prepared("one"), start);
  EXPECT_EQ(cache.find("k", start + 499ms, nobody).answer->body, "one");
  const auto old = cache.find("k", start + 1000ms, nobody);
  EXPECT_FALSE(old.answer);
  EXPECT_TRUE(old.flight && old.joined);
}

TEST(CacheAge, one_renews_past_half_of_it_and_all_are_served) {
  Cache cache(k_cache_age);
  const Cache::Time start{};
  cache.store("k", cache.find("k", start, nobody).generation, prepared("one"), start);
  const auto renewing = cache.find("k", start + 501ms, nobody);
  EXPECT_TRUE(renewing.answer && renewing.flight);
  const auto other = cache.find("k", start + 600ms, nobody);
  EXPECT_TRUE(other.answer && !other.flight);
  cache.land("k", renewing.flight, prepared("two"), start + 700ms);
  EXPECT_EQ(cache.find("k", start + 1100ms, nobody).answer->body, "two");
}

TEST(CacheAge, late_requests_wait_for_one_run) {
  Cache cache(k_cache_age);
  const Cache::Time start{};
  cache.store("k", cache.find("k", start, nobody).generation, prepared("one"), start);
  std::vector<std::string> got;
  const auto waiter = [&got]() -> Cache::Waiter {
    return [&got](const PreparedPtr& answer) { got.push_back(answer ? answer->body : "run yourself"); };
  };
  const auto flying = cache.find("k", start + 2s, waiter);
  EXPECT_FALSE(cache.find("k", start + 2s, waiter).flight);
  cache.land("k", flying.flight, prepared("two"), start + 2s);
  EXPECT_EQ(got, (std::vector<std::string>{"two", "two"}));
  const auto failing = cache.find("k", start + 4s, waiter);
  cache.land("k", failing.flight, nullptr, start + 4s);
  EXPECT_EQ(got.back(), "run yourself");
}

TEST(CacheChange, run_that_began_before_a_change_serves_nobody_after_it) {
  Cache cache(k_cache_age);
  const Cache::Time start{};
  const auto before = cache.find("k", start, nobody);
  cache.changed();
  cache.store("k", before.generation, prepared("old"), start);
  EXPECT_FALSE(cache.find("k", start, nobody).answer);
  cache.store("k", cache.find("k", start, nobody).generation, prepared("one"), start);
  const auto renewing = cache.find("k", start + 600ms, nobody);
  cache.changed();
  cache.land("k", renewing.flight, prepared("old"), start + 600ms);
  EXPECT_FALSE(cache.find("k", start + 600ms, nobody).answer);
}

TEST(RateBuckets, fill_with_time_up_to_their_size) {
  Rates rates({.per_second = 2, .burst = 3, .loopback = false});
  const Rates::Time start{};
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(rates.take("10.0.0.1", start));
  EXPECT_FALSE(rates.take("10.0.0.1", start));
  EXPECT_TRUE(rates.take("10.0.0.2", start));
  EXPECT_TRUE(rates.take("10.0.0.1", start + 500ms));
  EXPECT_FALSE(rates.take("10.0.0.1", start + 500ms));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(rates.take("10.0.0.1", start + 1h));
  EXPECT_FALSE(rates.take("10.0.0.1", start + 1h));
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(rates.take("127.0.0.1", start));
}

TEST(Events, text_form) {
  EXPECT_EQ(event_text("step", "a\nb\r\nc"), "event: step\ndata: a\ndata: b\ndata: c\n\n");
  EXPECT_EQ(event_text("", ""), "data: \n\n");
  EXPECT_EQ(event_text("a\nb", "x"), "event: ab\ndata: x\n\n");
}

TEST(Events, backlog_is_limited_and_gone_clients_take_nothing) {
  EventQueue queue([] {});
  EXPECT_TRUE(queue.push(std::string(k_max_stream_backlog_bytes, 'a')));
  EXPECT_TRUE(queue.push("b"));
  EXPECT_FALSE(queue.push("c"));
  EXPECT_TRUE(queue.take().overflowed);
  EventQueue left([] {});
  left.client_gone();
  EXPECT_FALSE(left.push("a"));
}

TEST(LogText, long_numbers_are_blanked) {
  EXPECT_EQ(without_long_numbers("row 123456 of 13800138000, x440101199001011234"), "row 123456 of ***, x***");
  EXPECT_EQ(without_long_numbers(""), "");
}

} // namespace
} // namespace ankao::http
