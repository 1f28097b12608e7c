// SPDX-License-Identifier: Apache-2.0
// Signed posts to a real HTTP receiver, and to nobody outside the list.
#include "outbound/webhook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <mutex>

#include "base/sm3.hpp"
#include "http/server.hpp"
#include "outbound/origin.hpp"
#include "outbound/support/mail_server.hpp"

namespace ankao::outbound {
namespace {

using ::testing::HasSubstr;

/// HMAC by its definition (RFC 2104) over our own SM3: nothing of the code under test.
std::string hmac_sm3(std::string key, const std::string& text) {
  key.resize(64, '\0');
  std::string inner = key, outer = key;
  for (char& c : inner) c = static_cast<char>(c ^ 0x36);
  for (char& c : outer) c = static_cast<char>(c ^ 0x5c);
  const Digest first = sm3(inner + text);
  return to_hex(sm3(outer + std::string(reinterpret_cast<const char*>(first.data()), first.size())));
}

class Receiver : public ::testing::Test {
protected:
  Receiver() {
    http::Options options;
    options.address = "127.0.0.1";
    options.port = 0;
    server_ = std::make_unique<http::Server>(options, [this](http::Request& request) {
      const std::lock_guard lock(mutex_);
      got_.push_back(request);
      http::Response response;
      response.status = status_;
      response.headers.emplace_back("location", "http://127.0.0.1:9/elsewhere");
      return response;
    });
    server_->start();
    origin_ = "http://127.0.0.1:" + std::to_string(server_->port());
    settings_.webhook.origins = {origin_};
    settings_.webhook.key = "demo-key-of-the-test";
  }
  ~Receiver() override { server_->stop(); }

  Post post(const std::string& url) const { return {url, "delivery-7", R"({"title":"提醒"})", {1'775'000'000'000}}; }
  std::string sent(const std::string& url) {
    const auto done = send(settings_, post(url));
    return done.ok() ? "" : done.problem().id;
  }

  std::mutex mutex_;
  std::vector<http::Request> got_;
  int status_ = 200;
  std::unique_ptr<http::Server> server_;
  std::string origin_;
  Settings settings_;
};

TEST_F(Receiver, gets_json_with_an_id_a_time_stamp_and_a_signature_it_can_check) {
  EXPECT_EQ(sent(origin_ + "/api/hook?group=1"), "");
  ASSERT_EQ(got_.size(), 1u);
  const http::Request& request = got_[0];
  EXPECT_EQ(request.path, "/api/hook");
  EXPECT_EQ(request.body, R"({"title":"提醒"})");
  EXPECT_EQ(request.header("content-type"), "application/json");
  EXPECT_EQ(request.header("x-ankao-id"), "delivery-7");
  EXPECT_EQ(request.header("x-ankao-timestamp"), "1775000000000");
  EXPECT_EQ(request.header("x-ankao-signature"), "sm3=" + hmac_sm3("demo-key-of-the-test", "delivery-7.1775000000000." + request.body));
  settings_.webhook.algorithm = Algorithm::Sha256;
  EXPECT_THAT(signature(settings_.webhook, post(origin_)), HasSubstr("sha256="));
}

TEST_F(Receiver, an_address_outside_the_list_is_not_called) {
  const std::string port = std::to_string(server_->port());
  for (const std::string& url :
       {"http://localhost:" + port + "/api/x", "http://127.0.0.1:" + std::to_string(server_->port() + 1) + "/api/x", "https://127.0.0.1:" + port + "/api/x",
        "http://127.0.0.1:" + port + "@evil.test/", "http://user@127.0.0.1:" + port + "/", std::string("http://169.254.169.254/latest"), std::string("file:///etc/passwd"),
        std::string("gopher://127.0.0.1:25/"), "http://127.0.0.1:" + port + "/a b", "http://127.0.0.1:" + port + "/\r\nx: y", std::string()})
    EXPECT_EQ(sent(url), "outbound.webhook_not_allowed") << url;
  EXPECT_TRUE(got_.empty());
}

TEST_F(Receiver, a_redirect_is_not_followed) {
  status_ = 302;
  EXPECT_EQ(sent(origin_ + "/api/x"), "outbound.webhook_failed");
  EXPECT_EQ(got_.size(), 1u);
}

TEST_F(Receiver, refusals_and_failures_are_told_apart) {
  const std::map<int, std::string> expected{{204, ""}, {400, "outbound.webhook_refused"}, {404, "outbound.webhook_refused"}, {408, "outbound.webhook_failed"},
                                            {429, "outbound.webhook_failed"}, {500, "outbound.webhook_failed"}};
  for (const auto& [status, id] : expected) {
    status_ = status;
    EXPECT_EQ(sent(origin_ + "/api/x"), id) << status;
  }
  const std::string away = "http://127.0.0.1:" + std::to_string(tests::free_port());
  settings_.webhook.origins = {away};
  EXPECT_EQ(sent(away + "/"), "outbound.webhook_failed");
  settings_.webhook.key.clear();
  EXPECT_EQ(sent(away + "/"), "outbound.webhook_not_set_up");
}

TEST(Origin, is_scheme_host_and_port) {
  EXPECT_EQ(origin_of("HTTPS://Hooks.Example.test/a?b"), "https://hooks.example.test:443");
  EXPECT_EQ(origin_of("http://a.test"), "http://a.test:80");
  EXPECT_EQ(origin_of("https://a.test:8443"), "https://a.test:8443");
  EXPECT_EQ(origin_of("ftp://a.test"), std::nullopt);
  EXPECT_EQ(origin_of("a.test"), std::nullopt);
  EXPECT_EQ(origin_of("https://u:p@a.test"), std::nullopt);
}

TEST(Settings, come_from_the_environment_and_name_the_variable_that_is_wrong) {
  std::map<std::string, std::string> values;
  const auto read = [&] { return settings_from([&](const char* name) { return values.contains(name) ? std::optional(values.at(name)) : std::nullopt; }); };
  EXPECT_FALSE(read()->mail.ready());
  EXPECT_FALSE(read()->webhook.ready());
  values = {{"ANKAO_MAIL_HOST", "mail.example.test"}, {"ANKAO_MAIL_FROM", "a@example.test"}, {"ANKAO_MAIL_PORT", "587"}, {"ANKAO_WEBHOOK_ORIGINS", "https://a.test,http://b.test:81"}, {"ANKAO_WEBHOOK_KEY", "k"}};
  const auto good = read();
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good->mail.port, 587);
  EXPECT_EQ(good->mail.security, Security::StartTls) << "nothing goes in clear unless asked for";
  EXPECT_THAT(good->webhook.origins, ::testing::ElementsAre("https://a.test:443", "http://b.test:81"));
  const std::map<std::string, std::string> wrong{{"ANKAO_MAIL_PORT", "65536"}, {"ANKAO_MAIL_FROM", "nobody"}, {"ANKAO_MAIL_SECURITY", "none"}, {"ANKAO_MAIL_HOST", "a/b"},
                                                 {"ANKAO_MAIL_PASSWORD_FILE", "no/such/file"}, {"ANKAO_WEBHOOK_ORIGINS", "a.test"}, {"ANKAO_WEBHOOK_ALGORITHM", "md5"}};
  for (const auto& [name, value] : wrong) {
    const auto kept = values;
    values[name] = value;
    const auto refused = read();
    ASSERT_FALSE(refused.ok()) << name;
    EXPECT_EQ(refused.problem().details.front().value, name);
    values = kept;
  }
}

} // namespace
} // namespace ankao::outbound
