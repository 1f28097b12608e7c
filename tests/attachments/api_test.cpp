// SPDX-License-Identifier: Apache-2.0
// Uploads and attachments over HTTP: parts as forms, headers of what is served, who is refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/endpoints.hpp"
#include "attachments/routes/routes.hpp"
#include "attachments/support/world.hpp"
#include "base/sm3.hpp"
#include "look/support/pictures.hpp"

namespace ankao::attachments {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string k_id = "upload-0000000001";

/// The header x-who names the person.
class People : public api::Authenticator {
public:
  api::Caller caller(const http::Request& request, Instant) override {
    const std::string who = request.header("x-who").value_or("");
    const std::set<std::string> all = {"attachment.view", "attachment.add", "attachment.withdraw", "attachment.locate"};
    if (who == "jigou") return {who, "甲机构", "institution", all, "institution", "GZ-A01", "", ""};
    if (who == "other") return {who, "乙机构", "institution", all, "institution", "GZ-B02", "", ""};
    if (who == "shenji") return {who, "审计", "auditor", {"attachment.view"}, "city", "", "", ""};
    return {};
  }
};

class FixedClock : public api::Clock {
public:
  Instant now() override { return k_now; }
};

class Api : public ::testing::Test {
protected:
  Api() { add_routes(endpoints_, world_.room(), [this] { ++woken_; }); }

  http::Response call(http::Verb verb, const std::string& path, const std::string& who, const std::string& body = "", const std::string& type = "application/json") {
    http::Request request;
    request.verb = verb;
    const auto mark = path.find('?');
    request.path = path.substr(0, mark);
    if (mark != std::string::npos) request.query.emplace_back(path.substr(mark + 1, path.find('=') - mark - 1), path.substr(path.find('=') + 1));
    request.headers = {{"x-who", who}, {"content-type", type}};
    request.body = body;
    return endpoints_.handle(request);
  }
  http::Response begin(const std::string& name, std::size_t size, const std::string& who = "jigou") {
    return call(http::Verb::Post, "/api/uploads", who,
                json{{"id", k_id}, {"subject_kind", "report"}, {"subject", "A-1"}, {"name", name}, {"size", size}, {"captured_at", "2026-04-10T09:12:33+08:00"}}.dump());
  }
  http::Response part(const std::string& offset, const std::string& bytes) {
    const std::string line = "--part\r\nContent-Disposition: form-data; name=";
    return call(http::Verb::Post, "/api/uploads/" + k_id + "/parts", "jigou", line + "\"offset\"\r\n\r\n" + offset + "\r\n" + line + "\"file\"; filename=\"part\"\r\n\r\n" + bytes + "\r\n--part--\r\n",
                "multipart/form-data; boundary=part");
  }
  http::Response finished() { return call(http::Verb::Post, "/api/uploads/" + k_id + "/finish", "jigou"); }
  http::Response sent(const std::string& name, const std::string& bytes) {
    begin(name, bytes.size());
    part("0", bytes);
    return finished();
  }
  static std::string header(const http::Response& response, const std::string& name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return "";
  }
  static std::string type(const http::Response& response) { return json::parse(response.body).value("type", ""); }

  World world_{"memory"};
  People people_;
  FixedClock clock_;
  api::Endpoints endpoints_{people_, clock_};
  int woken_ = 0;
};

TEST_F(Api, AFileGoesOnWhereItWasBrokenOff) {
  const std::string photo = tests::with_exif(tests::jpeg(400, 300), tests::exif({}));
  EXPECT_EQ(json::parse(begin("现场.jpg", photo.size()).body)["offset"], 0);
  EXPECT_EQ(json::parse(part("0", photo.substr(0, 900)).body)["offset"], 900);
  const auto again = part("0", photo.substr(0, 900));
  EXPECT_EQ(again.status, 409);
  EXPECT_THAT(type(again), HasSubstr("uploads.offset"));
  EXPECT_EQ(finished().status, 409);
  EXPECT_EQ(json::parse(call(http::Verb::Get, "/api/uploads/" + k_id, "jigou").body)["offset"], 900);
  EXPECT_EQ(part("900", photo.substr(900)).status, 200);
  const auto done = finished();
  ASSERT_EQ(done.status, 200) << done.body;
  const auto view = json::parse(done.body);
  EXPECT_EQ(view["sm3"], to_hex(sm3(photo)));
  EXPECT_EQ(view["captured_at"], "2026-04-10T09:12:33.000+08:00");
  EXPECT_EQ(view["scan"], "unchecked");
  EXPECT_EQ(woken_, 1);
  EXPECT_EQ(finished().body, done.body) << "the answer that was lost comes again";
}

TEST_F(Api, WhatIsNotAPlaceOfAPartIsRefused) {
  begin("a.txt", 3);
  for (const char* wrong : {"", "-1", "x", "1.5", "99999999999999999999"}) EXPECT_EQ(part(wrong, "abc").status, 422) << wrong;
}

TEST_F(Api, AProgramUnderThePicturesNameIsRefused) {
  const auto refused = sent("假.jpg", "MZ" + std::string(58, '\0') + std::string("\x40\0\0\0PE\0\0\x64\x86", 10) + std::string(200, '\0'));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr("portable-executable"));
}

TEST_F(Api, APageHiddenInAPictureIsServedAsThatPictureOnly) {
  const std::string jpeg = tests::jpeg(40, 40);
  const std::string words = "<html><script>alert(document.cookie)</script></html>";
  const std::string both = jpeg.substr(0, 2) + "\xFF\xFE" + std::string(1, '\0') + static_cast<char>(words.size() + 2) + words + jpeg.substr(2);
  ASSERT_EQ(sent("both.jpg", both).status, 200);
  ASSERT_TRUE(look_at(world_.room(), k_id, k_now).ok());
  const auto served = call(http::Verb::Get, "/api/attachments/" + k_id + "/content?show=true", "jigou");
  EXPECT_EQ(served.content_type, "image/jpeg");
  EXPECT_THAT(header(served, "content-disposition"), HasSubstr("attachment")) << "pictures are shown drawn anew, never as they came";
  EXPECT_THAT(header(served, "content-security-policy"), HasSubstr("sandbox"));
  const auto drawn = call(http::Verb::Get, "/api/attachments/" + k_id + "/thumbnail?large=true", "jigou");
  EXPECT_EQ(drawn.content_type, "image/jpeg");
  EXPECT_THAT(drawn.body, Not(HasSubstr("script")));
}

TEST_F(Api, TextIsServedAsTextInASandbox) {
  ASSERT_EQ(sent("说明.txt", "第一行 <b>粗</b>\n").status, 200);
  const auto shown = call(http::Verb::Get, "/api/attachments/" + k_id + "/content?show=true", "shenji");
  EXPECT_EQ(shown.content_type, "text/plain; charset=utf-8");
  EXPECT_EQ(header(shown, "content-disposition"), "inline");
  EXPECT_THAT(header(shown, "content-security-policy"), HasSubstr("sandbox"));
  EXPECT_THAT(header(call(http::Verb::Get, "/api/attachments/" + k_id + "/content", "shenji"), "content-disposition"), HasSubstr("filename*=UTF-8''%E8%AF%B4%E6%98%8E.txt"));
}

TEST_F(Api, StrangersFindNothingAndTheAuditorNoOriginalWithAPlace) {
  ASSERT_EQ(sent("现场.jpg", tests::with_exif(tests::jpeg(400, 300), tests::exif({}))).status, 200);
  ASSERT_TRUE(look_at(world_.room(), k_id, k_now).ok());
  for (const std::string& path : {"/api/attachments/" + k_id, "/api/attachments/" + k_id + "/content", "/api/attachments/" + k_id + "/thumbnail", "/api/uploads/" + k_id})
    EXPECT_EQ(call(http::Verb::Get, path, "other").status, 404) << path;
  EXPECT_EQ(call(http::Verb::Get, "/api/attachments/" + k_id, "").status, 401);
  EXPECT_EQ(call(http::Verb::Get, "/api/attachments/" + k_id + "/content", "shenji").status, 403);
  EXPECT_EQ(call(http::Verb::Get, "/api/attachments/" + k_id + "/thumbnail", "shenji").status, 200);
  const auto view = json::parse(call(http::Verb::Get, "/api/attachments/" + k_id, "shenji").body);
  EXPECT_EQ(view["place"], "23.13****, 113.25****");
  EXPECT_FALSE(view["original"]);
  EXPECT_THAT(view.dump(), Not(HasSubstr("23.130139")));
  EXPECT_EQ(call(http::Verb::Post, "/api/attachments/" + k_id + "/locate", "shenji", R"({"reason":"看看"})").status, 403);
  EXPECT_EQ(begin("a.txt", 3, "shenji").status, 403);
}

} // namespace
} // namespace ankao::attachments
