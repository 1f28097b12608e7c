// SPDX-License-Identifier: Apache-2.0
// Canonical JSON: vectors of both the text it gives and what it refuses.
#include "draw/files/canonical.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace ankao::draw {
namespace {

using namespace std::string_literals;

std::string canonical(const std::string& text) {
  const auto result = canonical_json(text);
  return result.ok() ? *result : result.problem().id + " at " + result.problem().at;
}

TEST(Canonical, DropsSpacesAndSortsMembersAtEveryLevel) {
  EXPECT_EQ(canonical(" { \"b\" : [ 1 , 2 ] ,\r\n\t\"a\" : { \"d\" : true , \"c\" : null } } \n"),
            R"({"a":{"c":null,"d":true},"b":[1,2]})");
}

TEST(Canonical, SortsByCodePointNotByUtf16) {
  EXPECT_EQ(canonical("{\"\U00010000\":1,\"\uFF5E\":2,\"考\":3,\"a\":4,\"B\":5,\"\":6}"),
            "{\"\":6,\"B\":5,\"a\":4,\"考\":3,\"\uFF5E\":2,\"\U00010000\":1}");
}

TEST(Canonical, SortsDecodedKeysNotTheirEscapes) {
  EXPECT_EQ(canonical(R"({"b":1,"\u0061":2})"), R"({"a":2,"b":1})");
  EXPECT_EQ(canonical(R"({"a":1,"\n":2,"!":3})"), R"({"\n":2,"!":3,"a":1})");
}

TEST(Canonical, EscapesOnlyWhatItMustTheShortestWay) {
  EXPECT_EQ(canonical(R"("\u4f60\u597d\/\u0041\ud83d\ude00")"), "\"你好/A😀\"");
  EXPECT_EQ(canonical(R"("\"\\\b\f\n\r\t\u0000\u001f\u007f\u2028")"), "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\xE2\x80\xA8\"");
}

TEST(Canonical, AgreesWithTheWriterOfTheJsonLibrary) {
  const std::string text = "{\"k\\u0001\\t\":[\"\\u001f\\\"\\\\/é考😀\\u007f\",-5,0,123456789012345678,[],{},[[]],{\"\":\"\"}],\"a\":false}";
  EXPECT_EQ(canonical(text), nlohmann::json::parse(text).dump());
}

TEST(Canonical, KeepsWholeNumbersOfAnySize) {
  EXPECT_EQ(canonical("[0,-1,123456789012345678901234567890]"), "[0,-1,123456789012345678901234567890]");
  EXPECT_EQ(canonical("5"), "5");
}

TEST(Canonical, IsItsOwnCanonicalForm) {
  const std::string once = canonical(R"({"z":["\u0041",{"y":1,"x":[]}],"a":"\u0000"})");
  EXPECT_EQ(canonical(once), once);
}

TEST(Canonical, RefusesWhatIsNotJson) {
  EXPECT_EQ(canonical("[1,]"), "draw.file.syntax at /1");
  EXPECT_EQ(canonical("{\"a\":1,}"), "draw.file.syntax at ");
  EXPECT_EQ(canonical("{\"a\" 1}"), "draw.file.syntax at ");
  EXPECT_EQ(canonical("{a:1}"), "draw.file.syntax at ");
  EXPECT_EQ(canonical("['a']"), "draw.file.syntax at /0");
  EXPECT_EQ(canonical("[NaN]"), "draw.file.syntax at /0");
  EXPECT_EQ(canonical("[tru]"), "draw.file.syntax at /0");
  EXPECT_EQ(canonical("[1 2]"), "draw.file.syntax at ");
  EXPECT_EQ(canonical("[1] // note"), "draw.file.trailing at ");
  EXPECT_EQ(canonical("{} {}"), "draw.file.trailing at ");
  EXPECT_EQ(canonical("{}"s + '\0'), "draw.file.trailing at ");
  EXPECT_EQ(canonical(R"(["\x"])"), "draw.file.syntax at /0");
  EXPECT_EQ(canonical(R"(["\u00g0"])"), "draw.file.syntax at /0");
  EXPECT_EQ(canonical("[\"a\nb\"]"), "draw.file.control_character at /0");
  EXPECT_EQ(canonical(""), "draw.file.cut_short at ");
  EXPECT_EQ(canonical(" \n"), "draw.file.cut_short at ");
}

TEST(Canonical, RefusesHalvesOfCharacters) {
  for (const char* text : {R"(["\ud83d"])", R"(["\ude00"])", R"(["\ud83d\u0041"])", R"(["\ud83dx"])"})
    EXPECT_EQ(canonical(text), "draw.file.lone_surrogate at /0") << text;
}

TEST(Canonical, RefusesADoubledMemberWhateverItsEscapes) {
  EXPECT_EQ(canonical(R"({"a":1,"b":{"x":1,"y":2,"x":3}})"), "draw.file.doubled_member at /b/x");
  EXPECT_EQ(canonical(R"({"a":1,"\u0061":1})"), "draw.file.doubled_member at /a");
}

TEST(Canonical, EscapesThePointerAsTheRfcSays) {
  EXPECT_EQ(canonical(R"({"a/b":{"m~n":[0,1.5]}})"), "draw.file.not_integer at /a~1b/m~0n/1");
}

TEST(Canonical, TellsOtherEncodingsByName) {
  const auto encoding = [](const std::string& text) {
    const auto result = canonical_json(text);
    return result.ok() ? "ok" : result.problem().id + " " + (result.problem().details.empty() ? "" : result.problem().details[0].value);
  };
  EXPECT_EQ(encoding("{\"a\":\"\xB9\xE3\xD6\xDD\"}"), "draw.file.not_utf8 GB18030"); // 广州
  EXPECT_EQ(encoding("\xFF\xFE{\0}\0"s), "draw.file.not_utf8 UTF-16");
  EXPECT_EQ(encoding("{\0\"\0a\0"s), "draw.file.not_utf8 UTF-16");
  EXPECT_EQ(encoding("\0{\0}"s), "draw.file.not_utf8 UTF-16");
  EXPECT_EQ(encoding("{\0\0\0"s), "draw.file.not_utf8 UTF-32");
  EXPECT_EQ(encoding("{\"a\":\"\xFF\"}"), "draw.file.not_utf8 ?");
  EXPECT_EQ(encoding("\xEF\xBB\xBF{}"), "draw.file.byte_order_mark ");
}

TEST(Canonical, RefusesOverlongFormsSurrogatesAndWhatLiesBeyondUnicode) {
  for (const char* bytes :
       {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80", "\x80"})
    EXPECT_EQ(canonical("[\"" + std::string(bytes) + "\"]"), "draw.file.not_utf8 at /0");
  for (const char* bytes : {"\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    EXPECT_EQ(canonical("\"" + std::string(bytes) + "\""), "\"" + std::string(bytes) + "\"");
}

std::string nested(int levels) {
  return std::string(static_cast<std::size_t>(levels), '[') + std::string(static_cast<std::size_t>(levels), ']');
}

TEST(Canonical, RefusesNestingBeyondItsLimit) {
  EXPECT_EQ(canonical(nested(k_max_depth)), nested(k_max_depth));
  EXPECT_TRUE(canonical(nested(k_max_depth + 1)).starts_with("draw.file.too_deep at /0/0/0"));
  EXPECT_TRUE(canonical(nested(100)).starts_with("draw.file.too_deep"));
  EXPECT_TRUE(canonical(std::string(10'000'000, '[')).starts_with("draw.file.too_deep"));
  std::string objects;
  for (int i = 0; i < 100; ++i) objects += "{\"a\":";
  EXPECT_TRUE(canonical(objects).starts_with("draw.file.too_deep at /a/a/a"));
}

TEST(Canonical, RefusesFilesAndObjectsBeyondTheirLimits) {
  EXPECT_EQ(canonical(std::string(k_max_file_bytes + 1, ' ')), "draw.file.too_large at ");
  EXPECT_EQ(canonical(std::string(k_max_file_bytes, ' ')), "draw.file.cut_short at ");
  std::string members = "{\"0\":0";
  for (std::size_t i = 1; i < k_max_members; ++i) members += ",\"" + std::to_string(i) + "\":0";
  EXPECT_TRUE(canonical_json(members + "}").ok());
  EXPECT_EQ(canonical(members + ",\"x\":0}"), "draw.file.too_many_members at ");
}

} // namespace
} // namespace ankao::draw
