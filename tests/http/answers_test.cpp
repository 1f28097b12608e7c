// SPDX-License-Identifier: Apache-2.0
// Answers over a real socket: files, ranges, encodings, memory, streams, log, stop.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <system_error>
#include <thread>

#include "http/support/site.hpp"

namespace ankao::http::test {
namespace {

using namespace std::chrono_literals;

TEST(Assets, pages_of_the_web_app_get_the_index) {
  Site site;
  Client client = site.client();
  for (const char* target : {"/", "/index.html", "/plans/2024-03", "/anything", "/a/b/c?x=1"}) {
    const Answer answer = client.get(target);
    EXPECT_EQ(answer.status, 200) << target;
    EXPECT_EQ(answer.header("content-type"), "text/html; charset=utf-8") << target;
    EXPECT_EQ(answer.header("cache-control"), "no-cache") << target;
  }
  EXPECT_EQ(client.get("/missing.js").status, 404);
  EXPECT_EQ(client.get("/api/none").status, 404);
  EXPECT_EQ(client.get("/api").status, 404);
}

TEST(Assets, files_named_by_content_stay_with_the_client) {
  Site site;
  EXPECT_EQ(site.client().get("/assets/x-1.css").header("cache-control"), "public, max-age=31536000, immutable");
}

TEST(Assets, a_page_that_stands_alone_brings_its_own_policy) {
  Site site;
  Client client = site.client();
  EXPECT_EQ(client.get("/alone.html").header("content-security-policy"), "default-src 'none'; script-src 'sha256-x'");
  EXPECT_EQ(client.get("/alone.html", "Accept-Encoding: br\r\n").header("content-security-policy"), "default-src 'none'; script-src 'sha256-x'");
  EXPECT_NE(client.get("/index.html").header("content-security-policy").find("default-src 'self'"), std::string::npos);
}

TEST(Assets, nothing_outside_the_folder_is_served) {
  Site site;
  Client client = site.client();
  for (const char* target :
       {"/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/assets/../../outside.txt", "/assets/..%5c..%5coutside.txt",
        "/.secret", "/assets/../.secret", "/link.txt", "//etc/passwd", "/%2fetc/passwd", "/etc/passwd.txt", "/....//outside.txt"}) {
    const Answer answer = client.get(target);
    EXPECT_TRUE(answer.status == 400 || answer.status == 404) << target << " " << answer.status;
    EXPECT_EQ(answer.body.find("outside"), answer.body.find("outside.txt")) << target;
  }
}

TEST(Assets, precompressed_neighbours_are_sent) {
  Site site;
  Client client = site.client();
  const Answer plain = client.get("/app.js");
  const Answer gzip = client.get("/app.js", "Accept-Encoding: gzip\r\n");
  const Answer brotli = client.get("/app.js", "Accept-Encoding: gzip, deflate, br\r\n");
  EXPECT_EQ(plain.header("content-encoding"), "");
  EXPECT_EQ(gzip.header("content-encoding"), "gzip");
  EXPECT_EQ(brotli.header("content-encoding"), "br");
  EXPECT_EQ(gunzipped(gzip.body), plain.body);
  EXPECT_EQ(unbrotlied(brotli.body), plain.body);
  EXPECT_NE(plain.header("etag"), gzip.header("etag"));
  EXPECT_NE(gzip.header("etag"), brotli.header("etag"));
  EXPECT_EQ(brotli.header("content-type"), "text/javascript; charset=utf-8");
  EXPECT_NE(plain.header("vary").find("accept-encoding"), std::string::npos);
}

TEST(Assets, changed_file_has_another_tag) {
  Site site;
  Client client = site.client();
  const std::string before = client.get("/small.bin").header("etag");
  EXPECT_EQ(client.get("/small.bin", "If-None-Match: " + before + "\r\n").status, 304);
  EXPECT_EQ(client.get("/small.bin", "If-None-Match: \"other\", W/" + before + "\r\n").status, 304);
  EXPECT_EQ(client.get("/small.bin", "If-None-Match: \"other\"\r\n").status, 200);
  std::ofstream(site.folder / "web/small.bin") << "abc";
  site.server->changed();
  const Answer after = client.get("/small.bin", "If-None-Match: " + before + "\r\n");
  EXPECT_EQ(after.status, 200);
  EXPECT_EQ(after.body, "abc");
}

TEST(Ranges, at_their_edges) {
  Site site;
  Client client = site.client();
  const auto part = [&client](const std::string& range) { return client.get("/small.bin", "Range: " + range + "\r\n"); };
  EXPECT_EQ(part("bytes=0-0").body, "0");
  EXPECT_EQ(part("bytes=9-9").body, "9");
  EXPECT_EQ(part("bytes=0-").body, "0123456789");
  EXPECT_EQ(part("bytes=8-100").body, "89");
  EXPECT_EQ(part("bytes=-3").body, "789");
  EXPECT_EQ(part("bytes=-100").body, "0123456789");
  EXPECT_EQ(part("bytes=2-4").status, 206);
  EXPECT_EQ(part("bytes=2-4").header("content-range"), "bytes 2-4/10");
  for (const char* beyond : {"bytes=10-", "bytes=10-11", "bytes=-0"}) {
    EXPECT_EQ(part(beyond).status, 416) << beyond;
    EXPECT_EQ(part(beyond).header("content-range"), "bytes */10") << beyond;
  }
  for (const char* whole : {"bytes=4-2", "bytes=a-b", "bytes=", "bytes=-", "lines=0-1", "bytes=0-1,3-4", "bytes=99999999999999999999-"}) {
    EXPECT_EQ(part(whole).status, 200) << whole;
    EXPECT_EQ(part(whole).body, "0123456789") << whole;
  }
}

TEST(Ranges, if_range_with_another_version_gets_the_whole) {
  Site site;
  Client client = site.client();
  const std::string tag = client.get("/small.bin").header("etag");
  EXPECT_EQ(client.get("/small.bin", "Range: bytes=1-2\r\nIf-Range: " + tag + "\r\n").body, "12");
  EXPECT_EQ(client.get("/small.bin", "Range: bytes=1-2\r\nIf-Range: \"old\"\r\n").status, 200);
}

TEST(Ranges, large_files_come_from_disk_in_full) {
  Site site;
  Client client = site.client();
  const std::string expected = large_text(3'000'000);
  const Answer whole = client.get("/large.bin", "Accept-Encoding: gzip\r\n");
  EXPECT_TRUE(whole.body == expected);
  EXPECT_EQ(whole.header("accept-ranges"), "bytes");
  EXPECT_TRUE(client.get("/api/file", "Range: bytes=1000000-2999999\r\n").body == expected.substr(1'000'000));
  EXPECT_EQ(client.get("/large.bin", "If-None-Match: " + whole.header("etag") + "\r\n").status, 304);
  client.send("HEAD /large.bin HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_EQ(client.receive(Client::Body::None).header("content-length"), "3000000");
  EXPECT_EQ(client.get("/api/echo").status, 200);
}

TEST(Encodings, answers_over_a_kilobyte_are_compressed) {
  Site site;
  Client client = site.client();
  const std::string br = "Accept-Encoding: br;q=1.0, gzip;q=0.8\r\n";
  EXPECT_EQ(client.get("/api/big?n=1023", br).header("content-encoding"), "");
  const Answer brotli = client.get("/api/big?n=1024", br);
  EXPECT_EQ(brotli.header("content-encoding"), "br");
  EXPECT_EQ(unbrotlied(brotli.body), large_text(1024));
  const Answer gzip = client.get("/api/big?n=9000", "Accept-Encoding: gzip, br;q=0\r\n");
  EXPECT_EQ(gzip.header("content-encoding"), "gzip");
  EXPECT_EQ(gunzipped(gzip.body), large_text(9000));
  EXPECT_EQ(client.get("/api/big?n=9000").header("content-encoding"), "");
  EXPECT_EQ(client.get("/api/big?n=9000", "Accept-Encoding: identity, gzip;q=0\r\n").header("content-encoding"), "");
}

// However slow the machine, the answer does not grow too old within the test.
Options long_remembered() {
  Options options;
  options.cache_age = std::chrono::hours(1);
  return options;
}

TEST(Memory, cacheable_answer_runs_its_route_once) {
  Site site(long_remembered());
  Client client = site.client();
  const Answer first = client.get("/api/list");
  const Answer second = client.get("/api/list");
  EXPECT_EQ(first.body, second.body);
  EXPECT_EQ(site.list_runs, 1);
  EXPECT_EQ(site.server->metrics().cached, 1u);
  EXPECT_EQ(first.header("cache-control"), "no-cache");
  EXPECT_EQ(client.get("/api/echo").header("cache-control"), "no-store");
}

TEST(Memory, changed_forgets_at_once) {
  Site site;
  Client client = site.client();
  for (int version = 1; version <= 5; ++version) {
    site.list_version = version;
    site.server->changed();
    EXPECT_EQ(nlohmann::json::parse(client.get("/api/list").body).at("version"), version);
  }
}

TEST(Memory, query_language_and_encoding_are_told_apart) {
  Site site(long_remembered());
  Client client = site.client();
  const std::string plain = client.get("/api/list").body;
  EXPECT_EQ(gunzipped(client.get("/api/list", "Accept-Encoding: gzip\r\n").body), plain);
  EXPECT_EQ(unbrotlied(client.get("/api/list", "Accept-Encoding: br\r\n").body), plain);
  EXPECT_EQ(client.get("/api/list").body, plain);
  client.get("/api/list?a=1");
  client.get("/api/list", "Accept-Language: en-GB\r\n");
  EXPECT_EQ(site.list_runs, 5);
}

TEST(Memory, unchanged_answer_is_304_and_head_is_served_too) {
  Site site(long_remembered());
  Client client = site.client();
  const Answer first = client.get("/api/list");
  const Answer again = client.get("/api/list", "If-None-Match: " + first.header("etag") + "\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.header("etag"), first.header("etag"));
  EXPECT_EQ(again.header("content-length"), "");
  client.send("HEAD /api/list HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_EQ(client.receive(Client::Body::None).header("content-length"), std::to_string(first.body.size()));
  EXPECT_EQ(site.list_runs, 1);
}

TEST(Memory, is_correct_under_contention) {
  Site site;
  std::vector<std::thread> threads;
  std::atomic<int> wrong{0};
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&site, &wrong] {
      Client client = site.client();
      for (int i = 0; i < 200; ++i) {
        const int before = site.list_version;
        const Answer answer = client.get("/api/list", i % 2 == 0 ? "Accept-Encoding: gzip\r\n" : "");
        const auto json = nlohmann::json::parse(i % 2 == 0 ? gunzipped(answer.body) : answer.body, nullptr, false);
        if (json.is_discarded() || json.at("version") < before) ++wrong;
      }
    });
  for (int i = 2; i < 50; ++i) {
    site.list_version = i;
    site.server->changed();
    site.client().get("/api/echo");
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST(Streams, events_come_as_chunks_and_end) {
  Site site;
  Client client = site.client();
  client.send("GET /api/events HTTP/1.1\r\nHost: t\r\n\r\n");
  const Answer head = client.receive(Client::Body::None);
  EXPECT_EQ(head.header("content-type"), "text/event-stream");
  EXPECT_EQ(head.header("transfer-encoding"), "chunked");
  EXPECT_EQ(head.header("cache-control"), "no-store");
  const std::string body = client.rest();
  EXPECT_NE(body.find("event: step\ndata: line 1\ndata: more\n\n"), std::string::npos) << body;
  EXPECT_NE(body.find("data: line 3"), std::string::npos);
  EXPECT_EQ(body.substr(body.size() - 5), "0\r\n\r\n");
}

TEST(Streams, http_1_0_gets_them_without_chunks) {
  Site site;
  Client client = site.client();
  client.send("GET /api/events HTTP/1.0\r\n\r\n");
  EXPECT_EQ(client.receive(Client::Body::None).header("transfer-encoding"), "");
  EXPECT_EQ(client.rest().substr(0, 12), "event: step\n");
}

TEST(Streams, silent_stream_gets_heartbeats) {
  Options options;
  options.timeouts.heartbeat = 40ms;
  Site site(options);
  Client client = site.client();
  client.send("GET /api/endless HTTP/1.1\r\nHost: t\r\n\r\n");
  EXPECT_FALSE(client.until("3\r\n:\n\n\r\n").empty());
}

TEST(Log, tells_route_and_figures_but_nothing_personal) {
  Site site;
  {
    Client client = site.client();
    client.get("/api/echo?id=440101199001011234", "Cookie: session=verysecret\r\n");
    client.get("/api/fails");
    client.get("/plans/13800138000");
    client.get("/nothing/440101199001011234.txt");
  }
  site.server->stop();
  const std::string log = site.log();
  EXPECT_EQ(log.find("440101199001011234"), std::string::npos) << log;
  EXPECT_EQ(log.find("verysecret"), std::string::npos);
  EXPECT_EQ(log.find("13800138000"), std::string::npos);
  EXPECT_NE(log.find("\"failure\":\"no row for ***\""), std::string::npos) << log;
  std::size_t lines = 0;
  std::string one;
  for (std::istringstream all(log); std::getline(all, one); ++lines) EXPECT_TRUE(nlohmann::json::accept(one)) << one;
  EXPECT_EQ(lines, 5u);
  const std::size_t start = log.rfind('\n', log.find("/api/echo")) + 1; // failures are written at once, so they may come first
  const auto first = nlohmann::json::parse(log.substr(start, log.find('\n', start) - start));
  EXPECT_EQ(first.at("verb"), "GET");
  EXPECT_EQ(first.at("route"), "/api/echo");
  EXPECT_EQ(first.at("status"), 200);
  EXPECT_TRUE(first.at("us").is_number());
  EXPECT_GT(first.at("bytes"), 100);
}

TEST(Operation, health_and_figures) {
  Options options;
  std::atomic<bool> well{true};
  options.healthy = [&well] { return well.load(); };
  Site site(options);
  Client client = site.client();
  EXPECT_EQ(client.get("/healthz").status, 200);
  well = false;
  EXPECT_EQ(client.get("/healthz").status, 503);
  const std::string figures = client.get("/metrics").body;
  EXPECT_NE(figures.find("ankao_http_requests_total{class=\"2xx\"} 1\n"), std::string::npos) << figures;
  EXPECT_NE(figures.find("ankao_http_requests_total{class=\"5xx\"} 1\n"), std::string::npos);
  EXPECT_NE(figures.find("ankao_http_request_seconds_bucket{le=\"+Inf\"} 2\n"), std::string::npos);
  EXPECT_NE(figures.find("ankao_http_open_connections 1\n"), std::string::npos);
}

TEST(Operation, busy_port_is_refused_with_the_address) {
  Site site;
  Options options;
  options.port = site.server->port();
  Server second(options, [](Request&) { return Response{}; });
  try {
    second.start();
    FAIL() << "two servers on one port";
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code(), std::errc::address_in_use);
    EXPECT_NE(std::string(error.what()).find("127.0.0.1:" + std::to_string(options.port)), std::string::npos) << error.what();
  }
}

TEST(Stop, running_requests_finish_and_idle_connections_go) {
  Site site;
  Client idle = site.client();
  EXPECT_EQ(idle.get("/api/echo").status, 200);
  Client busy = site.client();
  busy.send("GET /api/slow HTTP/1.1\r\nHost: t\r\n\r\n");
  site.gate.wait_for_arrival();
  bool graceful = false;
  std::thread stopping([&] { graceful = site.server->stop(); });
  EXPECT_TRUE(idle.ended()); // comes only because the server stops
  site.gate.open();
  const Answer answer = busy.receive();
  EXPECT_EQ(answer.body, "slow");
  EXPECT_EQ(answer.header("connection"), "close");
  stopping.join();
  EXPECT_TRUE(graceful);
  EXPECT_THROW(site.client(), std::runtime_error);
}

TEST(Stop, streams_are_ended) {
  Site site;
  Client client = site.client();
  client.send("GET /api/endless HTTP/1.1\r\nHost: t\r\n\r\n");
  client.until("line 3");
  EXPECT_TRUE(site.server->stop());
  const std::string rest = client.rest();
  EXPECT_EQ(rest.substr(rest.size() - 5), "0\r\n\r\n");
}

TEST(Stop, a_request_that_hangs_does_not_hold_it_beyond_its_limit) {
  Options options;
  options.shutdown_seconds = 0;
  Site site(options);
  Client busy = site.client();
  busy.send("GET /api/slow HTTP/1.1\r\nHost: t\r\n\r\n");
  site.gate.wait_for_arrival();
  EXPECT_FALSE(site.server->stop());
  site.gate.open();
}

} // namespace
} // namespace ankao::http::test
