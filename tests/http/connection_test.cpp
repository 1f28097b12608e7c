// SPDX-License-Identifier: Apache-2.0
// Requests over a real socket: reading, keeping, refusing.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "http/support/site.hpp"

namespace ankao::http::test {
namespace {

using namespace std::chrono_literals;

std::string problem_of(const Answer& answer) {
  EXPECT_EQ(answer.header("content-type"), "application/problem+json; charset=utf-8") << answer.status << answer.body;
  const auto json = nlohmann::json::parse(answer.body, nullptr, false);
  return json.is_discarded() ? "no json: " + answer.body : json.value("type", "").substr(std::string("urn:ankao:problem:").size());
}

TEST(Connection, carries_verb_path_query_and_body_to_the_route) {
  Site site;
  Client client = site.client();
  EXPECT_EQ(client.exchange("POST /api/echo?a=%E5%AE%89&b=1+2 HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc").body,
            "POST /api/echo a=安 b=1 2 [abc]");
  EXPECT_EQ(client.exchange("DELETE /api/echo HTTP/1.1\r\nHost: t\r\n\r\n").body, "DELETE /api/echo []");
  EXPECT_EQ(client.exchange("PATCH /api/echo HTTP/1.1\r\nHost: t\r\n\r\n").body, "OTHER /api/echo []");
}

TEST(Connection, is_kept_for_the_next_request) {
  Site site;
  Client client = site.client();
  for (int i = 0; i < 20; ++i) ASSERT_EQ(client.get("/api/echo").status, 200);
  EXPECT_EQ(site.server->metrics().open_connections, 1u);
}

TEST(Connection, answers_pipelined_requests_in_order) {
  Site site;
  Client client = site.client();
  std::string all;
  for (int i = 0; i < 50; ++i) all += "POST /api/echo?i=" + std::to_string(i) + " HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\nxy";
  ASSERT_TRUE(client.send(all));
  for (int i = 0; i < 50; ++i) ASSERT_EQ(client.receive().body, "POST /api/echo i=" + std::to_string(i) + " [xy]");
}

TEST(Connection, request_may_come_byte_by_byte) {
  Site site;
  Client client = site.client();
  for (const char c :
       std::string("POST /api/echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"))
    ASSERT_TRUE(client.send(std::string(1, c)));
  EXPECT_EQ(client.receive().body, "POST /api/echo [abcde]");
}

TEST(Connection, closes_when_the_client_asks_for_it) {
  Site site;
  Client client = site.client();
  const Answer answer = client.get("/api/echo", "Connection: close\r\n");
  EXPECT_EQ(answer.header("connection"), "close");
  EXPECT_TRUE(client.ended());
}

TEST(Connection, http_1_0_closes_unless_asked_to_stay) {
  Site site;
  Client once = site.client();
  EXPECT_EQ(once.exchange("GET /api/echo HTTP/1.0\r\n\r\n").header("connection"), "close");
  EXPECT_TRUE(once.ended());
  Client kept = site.client();
  EXPECT_EQ(kept.exchange("GET /api/echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").header("connection"), "keep-alive");
  EXPECT_EQ(kept.exchange("GET /api/echo HTTP/1.0\r\n\r\n").status, 200);
}

TEST(Connection, head_has_the_length_but_no_body) {
  Site site;
  Client client = site.client();
  ASSERT_TRUE(client.send("HEAD /api/echo HTTP/1.1\r\nHost: t\r\n\r\n"));
  const Answer head = client.receive(Client::Body::None);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), std::to_string(std::string("HEAD /api/echo []").size()));
  EXPECT_EQ(client.get("/api/echo").body, "GET /api/echo []");
}

TEST(Connection, no_content_has_no_length) {
  Site site;
  Client client = site.client();
  const Answer answer = client.get("/api/empty");
  EXPECT_EQ(answer.status, 204);
  EXPECT_EQ(answer.header("content-length"), "");
  EXPECT_EQ(client.get("/api/echo").status, 200);
}

TEST(Connection, accepts_a_proxys_absolute_target) {
  Site site;
  Client client = site.client();
  EXPECT_EQ(client.get("http://t/api/echo?a=1").body, "GET /api/echo a=1 []");
}

TEST(Connection, every_answer_carries_security_headers_and_its_own_id) {
  Site site;
  Client client = site.client();
  const Answer one = client.get("/api/echo");
  const Answer two = client.get("/index.html");
  for (const Answer& answer : {one, two}) {
    EXPECT_NE(answer.header("content-security-policy").find("default-src 'self'"), std::string::npos);
    EXPECT_NE(answer.header("content-security-policy").find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_EQ(answer.header("content-security-policy").find("script-src 'self' 'unsafe-inline'"), std::string::npos);
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin");
    EXPECT_EQ(answer.header("x-request-id").size(), 16u);
    EXPECT_FALSE(answer.header("date").empty());
  }
  EXPECT_NE(one.header("x-request-id"), two.header("x-request-id"));
}

TEST(Connection, failing_route_gives_a_problem_and_keeps_the_connection) {
  Site site;
  Client client = site.client();
  const Answer answer = client.get("/api/fails");
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(problem_of(answer), "http.internal");
  EXPECT_EQ(answer.body.find("440101"), std::string::npos);
  EXPECT_EQ(client.get("/api/echo").status, 200);
  EXPECT_EQ(site.server->metrics().errors, 1u);
}

TEST(Connection, header_with_a_line_end_never_reaches_the_client) {
  Site site;
  Client client = site.client();
  EXPECT_EQ(client.get("/api/headers?value=ok").header("x-value"), "ok");
  const Answer split = client.get("/api/headers?value=a%0D%0Aset-cookie:%20b");
  EXPECT_EQ(split.status, 500);
  EXPECT_EQ(split.header("set-cookie"), "");
}

TEST(Malformed, requests_get_400_and_the_connection_ends) {
  const char* const bad[] = {
      "\x16\x03\x01\x02\x01\x01\r\n\r\n",
      "GET\r\n\r\n",
      "GET /api/echo\r\n\r\n",
      "GET /api/echo HTTP/3.0\r\nHost: t\r\n\r\n",
      "GET /api/echo HTTP/1.1\r\n\r\n", // no Host
      "GET /api/echo HTTP/1.1\r\nHost: t\r\nHost: u\r\n\r\n",
      "GET /api/echo HTTP/1.1\r\nHost: t\r\nbad name: x\r\n\r\n",
      "GET /api/echo HTTP/1.1\r\nHost: t\r\nname : x\r\n\r\n",
      "GET /api/echo HTTP/1.1\r\nHost: t\r\nx: a\001b\r\n\r\n",
      "GET /api/ech o HTTP/1.1\r\nHost: t\r\n\r\n",
      "POST /api/echo HTTP/1.1\r\nHost: t\r\nContent-Length: -1\r\n\r\n",
      "POST /api/echo HTTP/1.1\r\nHost: t\r\nContent-Length: 1x\r\n\r\na",
      "POST /api/echo HTTP/1.1\r\nHost: t\r\nContent-Length: 99999999999999999999\r\n\r\na",
      "POST /api/echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n0\r\n\r\n",
      "POST /api/echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
      "POST /api/echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nab\r\n0\r\n\r\n",
  };
  Site site;
  for (const char* text : bad) {
    Client client = site.client();
    client.send(text);
    client.close_sending();
    const Answer answer = client.receive();
    EXPECT_EQ(answer.status, 400) << text;
    EXPECT_EQ(answer.header("connection"), "close") << text;
    EXPECT_TRUE(client.ended()) << text;
  }
}

TEST(Malformed, a_request_with_two_ends_is_never_taken) {
  const char* const smuggled = "GET /api/echo?smuggled=1 HTTP/1.1\r\nHost: t\r\n\r\n";
  const char* const heads[] = {
      "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
      "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
      "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde",
      "Content-Length: 5, 5\r\n\r\nabcde",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
      "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
      "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
  };
  Site site;
  for (const char* head : heads) {
    Client client = site.client();
    client.send("POST /api/echo HTTP/1.1\r\nHost: t\r\n" + std::string(head) + smuggled);
    client.close_sending();
    EXPECT_EQ(client.receive().status, 400) << head;
    EXPECT_TRUE(client.ended()) << head;
  }
  EXPECT_EQ(site.log().find("smuggled"), std::string::npos);
}

TEST(Malformed, http_1_0_with_chunks_is_refused) {
  Site site;
  Client client = site.client();
  EXPECT_EQ(client.exchange("POST /api/echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").status, 400);
}

TEST(Malformed, targets_get_400_and_the_connection_stays) {
  Site site;
  Client client = site.client();
  for (const char* target : {"/api/%", "/api/%4", "/api/%zz", "/api/%00", "/api/%ff", "/api/%2e%2e/x", "/api/../x", "/api/a%2fb",
                             "/api/a%5cb", "/api//x", "*", "api/echo", "/api/echo?a=%ff", "/api/echo?a=%0"}) {
    const Answer answer = client.get(target);
    EXPECT_EQ(answer.status, 400) << target;
    EXPECT_EQ(problem_of(answer), "http.bad_target") << target;
  }
}

std::string header_of(std::size_t bytes) {
  const std::string start = "GET /api/echo HTTP/1.1\r\nHost: t\r\nx: ";
  return start + std::string(bytes - start.size() - 4, 'a') + "\r\n\r\n";
}

TEST(Limits, header_just_inside_and_just_outside) {
  Site site;
  Client inside = site.client();
  EXPECT_EQ(inside.exchange(header_of(k_max_header_bytes)).status, 200);
  Client outside = site.client();
  const Answer answer = outside.exchange(header_of(k_max_header_bytes + 1));
  EXPECT_EQ(answer.status, 431);
  EXPECT_EQ(problem_of(answer), "http.header_too_large");
  EXPECT_TRUE(outside.ended());
}

TEST(Limits, endless_header_is_cut_off) {
  Site site;
  Client client = site.client();
  client.send("GET /api/echo HTTP/1.1\r\nHost: t\r\n");
  for (int i = 0; i < 100 && client.send("x-" + std::to_string(i) + ": " + std::string(1000, 'a') + "\r\n"); ++i) {
  }
  EXPECT_EQ(client.receive().status, 431);
}

std::string post_head(std::size_t bytes, const std::string& extra) {
  return "POST /api/echo HTTP/1.1\r\nHost: t\r\n" + extra + "Content-Length: " + std::to_string(bytes) + "\r\n\r\n";
}

TEST(Limits, json_body_just_inside_and_just_outside) {
  Site site;
  Client client = site.client();
  client.send(post_head(k_max_json_bytes, ""));
  client.send(std::string(k_max_json_bytes, 'a'));
  EXPECT_EQ(client.receive().status, 200);
  client.send(post_head(k_max_json_bytes + 1, ""));
  const Answer answer = client.receive(); // before the body was sent
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(problem_of(answer), "http.body_too_large");
  client.send(std::string(k_max_json_bytes + 1, 'a'));
  client.close_sending();
  EXPECT_TRUE(client.ended());
}

TEST(Limits, upload_just_inside_and_just_outside) {
  const std::string type = "Content-Type: multipart/form-data; boundary=b\r\n";
  Site site;
  Client client = site.client();
  client.send(post_head(k_max_upload_bytes, type));
  client.send(std::string(k_max_upload_bytes, 'a'));
  EXPECT_EQ(client.receive().status, 200);
  EXPECT_EQ(client.exchange(post_head(k_max_upload_bytes + 1, type)).status, 413);
}

TEST(Limits, chunks_beyond_the_limit_are_cut_off) {
  Site site;
  Client client = site.client();
  client.send("POST /api/echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "100000\r\n" + std::string(0x100000, 'a') + "\r\n";
  for (int i = 0; i < 5; ++i) client.send(chunk);
  EXPECT_EQ(client.receive().status, 413);
}

TEST(Limits, a_hundred_megabytes_are_refused_without_being_kept) {
  Site site;
  Client client = site.client();
  const std::size_t all = 100 * 1024 * 1024;
  client.send(post_head(all, "Content-Type: multipart/form-data; boundary=b\r\n"));
  const std::string block(1024 * 1024, 'a');
  for (std::size_t sent = 0; sent < all && client.send(block); sent += block.size()) {
  } // a client that only reads afterwards
  const Answer answer = client.receive();
  EXPECT_EQ(answer.status, 413);
  EXPECT_EQ(problem_of(answer), "http.body_too_large");
}

TEST(Limits, expect_100_continue_is_answered_before_the_body) {
  Site site;
  Client client = site.client();
  client.send("POST /api/echo HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  EXPECT_EQ(client.until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("abc");
  EXPECT_EQ(client.receive().body, "POST /api/echo [abc]");
  client.send(post_head(k_max_json_bytes + 1, "Expect: 100-continue\r\n"));
  EXPECT_EQ(client.until(" "), "HTTP/1.1 ");
  EXPECT_EQ(client.until(" "), "413 ");
}

Options quick(void (*change)(Timeouts&)) {
  Options options;
  change(options.timeouts);
  return options;
}

TEST(Slow, header_that_does_not_end_gets_408) {
  Site site(quick([](Timeouts& t) { t.header = 40ms; }));
  Client client = site.client();
  client.send("GET /api/echo HTTP/1.1\r\nHo");
  const Answer answer = client.receive();
  EXPECT_EQ(answer.status, 408);
  EXPECT_EQ(problem_of(answer), "http.timeout");
}

TEST(Slow, body_that_does_not_come_gets_408) {
  Site site(quick([](Timeouts& t) { t.body = 40ms; }));
  Client client = site.client();
  EXPECT_EQ(client.exchange(post_head(10, "") + "abc").status, 408);
}

TEST(Slow, idle_connection_is_closed_without_a_word) {
  Site site(quick([](Timeouts& t) { t.idle = 40ms; }));
  Client client = site.client();
  EXPECT_EQ(client.get("/api/echo").status, 200);
  EXPECT_TRUE(client.ended());
}

TEST(Slow, client_that_does_not_read_is_let_go) {
  Site site(quick([](Timeouts& t) { t.write = 40ms; }));
  Client client = site.client();
  ASSERT_EQ(client.get("/api/echo").status, 200);
  std::string pipelined;
  for (int i = 0; i < 11; ++i) pipelined += "GET /large.bin HTTP/1.1\r\nHost: t\r\n\r\n";
  client.send(pipelined);
  Client second = site.client(); // the server goes on meanwhile
  ASSERT_EQ(second.get("/api/echo").status, 200);
  while (site.server->metrics().open_connections > 1) ASSERT_EQ(second.get("/api/echo").status, 200);
  EXPECT_LT(client.rest().size(), 33'000'000u);
}

TEST(Slow, a_waiting_route_does_not_stop_others) {
  Site site;
  Client slow = site.client();
  slow.send("GET /api/slow HTTP/1.1\r\nHost: t\r\n\r\n");
  site.gate.wait_for_arrival();
  EXPECT_EQ(site.client().get("/api/echo").status, 200);
  site.gate.open();
  EXPECT_EQ(slow.receive().body, "slow");
}

TEST(Rate, peer_with_an_empty_bucket_gets_429) {
  Options options;
  options.rate = {.per_second = 0, .burst = 3, .loopback = true};
  Site site(options);
  Client client = site.client();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.get("/api/echo").status, 200);
  const Answer answer = client.get("/api/echo");
  EXPECT_EQ(answer.status, 429);
  EXPECT_EQ(problem_of(answer), "http.rate_limited");
  EXPECT_EQ(answer.header("retry-after"), "2");
}

TEST(Rate, behind_a_proxy_the_last_forwarded_address_is_the_peer) {
  Options options;
  options.behind_proxy = true;
  options.rate = {.per_second = 0, .burst = 1, .loopback = false};
  Site site(options);
  Client client = site.client();
  EXPECT_EQ(client.get("/api/peer", "X-Forwarded-For: 1.1.1.1, 10.0.0.7\r\n").body, "10.0.0.7");
  EXPECT_EQ(client.get("/api/peer", "X-Forwarded-For: 10.0.0.7\r\n").status, 429);
  EXPECT_EQ(client.get("/api/peer", "X-Forwarded-For: 10.0.0.8\r\n").status, 200);
  EXPECT_EQ(client.get("/metrics", "X-Forwarded-For: 10.0.0.9\r\n").status, 404);
}

TEST(Rate, forwarded_address_means_nothing_without_a_proxy) {
  Site site;
  Client client = site.client();
  EXPECT_EQ(client.get("/api/peer", "X-Forwarded-For: 10.0.0.7\r\n").body, "127.0.0.1");
}

} // namespace
} // namespace ankao::http::test
