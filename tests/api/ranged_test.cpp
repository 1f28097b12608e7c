// SPDX-License-Identifier: Apache-2.0
// Parts of a stored content (RFC 9110, 13.1.5 and 14).
#include <gtest/gtest.h>

#include "api/ranged.hpp"

namespace ankao::api {
namespace {

const std::string k_bytes = "0123456789";

struct Got {
  int status;
  std::string bytes, range, tag;
};

Got got(std::map<std::string, std::string, std::less<>> headers, http::Verb verb = http::Verb::Get) {
  http::Request request;
  request.verb = verb;
  request.headers = std::move(headers);
  const auto answer = ranged({"a.pdf", "application/pdf", k_bytes}, "ab12", request);
  Got out{answer.status, answer.value.bytes, "", ""};
  for (const auto& [name, value] : answer.headers) {
    if (name == "content-range") out.range = value;
    if (name == "etag") out.tag = value;
  }
  return out;
}

TEST(Ranged, WithoutARangeTheWholeIsSentUnderItsDigest) {
  const Got whole = got({});
  EXPECT_EQ(whole.status, 0) << "as the answer usually is";
  EXPECT_EQ(whole.bytes, k_bytes);
  EXPECT_EQ(whole.tag, "\"ab12\"");
  EXPECT_EQ(whole.range, "");
}

TEST(Ranged, APartIsThatPart) {
  const Got part = got({{"range", "bytes=2-4"}});
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.bytes, "234");
  EXPECT_EQ(part.range, "bytes 2-4/10");
  EXPECT_EQ(got({{"range", "bytes=7-"}}).bytes, "789");
  EXPECT_EQ(got({{"range", "bytes=-1"}}).bytes, "9");
  EXPECT_EQ(got({{"range", "bytes=9-99"}}).range, "bytes 9-9/10") << "just inside";
}

TEST(Ranged, BeyondTheEndThereIsNothing) {
  const Got none = got({{"range", "bytes=10-"}});
  EXPECT_EQ(none.status, 416);
  EXPECT_EQ(none.bytes, "");
  EXPECT_EQ(none.range, "bytes */10");
}

TEST(Ranged, APartOfAnotherVersionIsTheWholeOfThisOne) {
  EXPECT_EQ(got({{"range", "bytes=2-4"}, {"if-range", "\"ab12\""}}).status, 206);
  EXPECT_EQ(got({{"range", "bytes=2-4"}, {"if-range", "\"ab13\""}}).bytes, k_bytes);
  EXPECT_EQ(got({{"range", "bytes=2-4"}, {"if-range", "W/\"ab12\""}}).bytes, k_bytes) << "a weak tag tells nothing of bytes";
}

TEST(Ranged, WhatIsNoRangeOfOnePartIsNotMinded) {
  for (const char* other : {"bytes=1-2,4-5", "lines=1-2", "bytes=5-2", "bytes=x"}) EXPECT_EQ(got({{"range", other}}).bytes, k_bytes) << other;
  EXPECT_EQ(got({{"range", "bytes=2-4"}}, http::Verb::Head).status, 0) << "only a GET has parts";
}

} // namespace
} // namespace ankao::api
