// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "api/binding/instant_text.hpp"
#include "api/binding/json_text.hpp"
#include "api/support/sample.hpp"

namespace ankao::api::sample {
namespace {

using nlohmann::json;

const char* const k_everything =
    R"({"id":"a","open":true,"whole":-2147483648,"large":9007199254740993,"small":255,"fraction":1.5,"text":"安\n考",)"
    R"("day":"2024-02-29","month":"2024-03","at":"2024-03-05T01:30:00Z","mood":"very_calm","note":null,)"
    R"("seats":[{"room":"r","count":1}],"counts":{"x":2},"main":{"room":"m","count":3},"raw":{"any":[1]}})";

json without(const char* member) {
  json body = json::parse(k_everything);
  body.erase(member);
  return body;
}

json with(const char* member, json value) {
  json body = json::parse(k_everything);
  body[member] = std::move(value);
  return body;
}

std::vector<Fault> refused(const json& body) {
  SampleApi api;
  return faults(api.send(Verb::Post, "/api/everything", body.dump()));
}

TEST(Binding, carries_every_kind_of_member_there_and_back) {
  SampleApi api;
  const auto response = api.send(Verb::Post, "/api/everything", k_everything);
  ASSERT_EQ(response.status, 200) << response.body;
  json expected = json::parse(k_everything);
  expected["at"] = "2024-03-05T09:30:00.000+08:00";
  EXPECT_EQ(json::parse(response.body), expected);
}

TEST(Binding, writes_members_in_the_order_of_description) {
  SampleApi api;
  const auto response = api.send(Verb::Post, "/api/everything", k_everything);
  EXPECT_EQ(response.body.substr(0, 40), R"({"id":"a","open":true,"whole":-214748364)");
}

TEST(Binding, refuses_each_missing_member_by_its_pointer) {
  for (const char* name :
       {"id", "open", "whole", "large", "small", "fraction", "text", "day", "month", "at", "mood", "seats", "counts", "main", "raw"})
    EXPECT_EQ(refused(without(name)), (std::vector<Fault>{{"request.missing", std::string("/") + name}})) << name;
  EXPECT_EQ(refused(json::object()).size(), 15u);
}

TEST(Binding, optional_member_may_be_missing) {
  SampleApi api;
  EXPECT_EQ(api.send(Verb::Post, "/api/everything", without("note").dump()).status, 200);
}

struct WrongValue {
  const char* member;
  json value;
  const char* problem;
  const char* at;
};

TEST(Binding, refuses_each_wrong_value_by_its_pointer) {
  const std::vector<WrongValue> wrong = {
      {"open", 1, "request.not_boolean", "/open"},
      {"whole", "1", "request.not_integer", "/whole"},
      {"whole", 1.0, "request.not_integer", "/whole"},
      {"whole", 2147483648LL, "request.out_of_range", "/whole"},
      {"large", 9223372036854775808ULL, "request.out_of_range", "/large"},
      {"small", 256, "request.out_of_range", "/small"},
      {"small", -1, "request.out_of_range", "/small"},
      {"fraction", "x", "request.not_number", "/fraction"},
      {"text", 5, "request.not_text", "/text"},
      {"text", nullptr, "request.not_text", "/text"},
      {"text", std::string("a\0b", 3), "request.control_character", "/text"},
      {"day", "2023-02-29", "request.not_date", "/day"},
      {"day", 20240305, "request.not_text", "/day"},
      {"month", "2024-13", "request.not_month", "/month"},
      {"at", "2024-03-05 09:30", "request.not_instant", "/at"},
      {"mood", "angry", "request.unknown_word", "/mood"},
      {"seats", json::object(), "request.not_list", "/seats"},
      {"seats", json::array({1}), "request.not_object", "/seats/0"},
      {"seats", json::array({{{"room", "r"}, {"count", "x"}}}), "request.not_integer", "/seats/0/count"},
      {"seats", json::array({{{"room", "r"}, {"count", 1}, {"a/b", 1}}}), "request.unknown_member", "/seats/0/a~1b"},
      {"counts", json::array(), "request.not_object", "/counts"},
      {"counts", {{"x", true}}, "request.not_integer", "/counts/x"},
      {"main", nullptr, "request.not_object", "/main"},
      {"other", 1, "request.unknown_member", "/other"},
  };
  for (const WrongValue& one : wrong)
    EXPECT_EQ(refused(with(one.member, one.value)), (std::vector<Fault>{{one.problem, one.at}})) << one.member << " " << one.value;
}

TEST(Binding, tells_all_faults_at_once) {
  json body = with("whole", "x");
  body["day"] = "soon";
  SampleApi api;
  const auto response = api.send(Verb::Post, "/api/everything", body.dump());
  EXPECT_EQ(response.status, 422);
  EXPECT_EQ(problem_id(response), "request.invalid");
  EXPECT_EQ(faults(response), (std::vector<Fault>{{"request.not_integer", "/whole"}, {"request.not_date", "/day"}}));
}

TEST(Binding, lists_at_most_fifty_faults) {
  json body = json::parse(k_everything);
  for (int i = 0; i < 200; ++i) body["unknown" + std::to_string(i)] = i;
  EXPECT_EQ(refused(body).size(), 50u);
}

TEST(Binding, refuses_doubled_members_with_their_pointer) {
  SampleApi api;
  const auto response = api.send(Verb::Post, "/api/everything", R"({"seats":[{"room":"a"},{"room":"a","room":"b"}]})");
  EXPECT_EQ(faults(response), (std::vector<Fault>{{"request.doubled_member", "/seats/1/room"}}));
}

TEST(Binding, names_line_and_column_of_broken_json) {
  SampleApi api;
  const auto response = api.send(Verb::Post, "/api/everything", "{\n  \"id\": ,\n}");
  EXPECT_EQ(response.status, 400);
  EXPECT_NE(response.body.find("line 2, column 9"), std::string::npos) << response.body;
  EXPECT_EQ(problem_id(api.send(Verb::Post, "/api/everything", R"({"id":"a)")), "request.json");
  EXPECT_EQ(problem_id(api.send(Verb::Post, "/api/everything", "[1e999]")), "request.number_too_large");
}

TEST(Binding, refuses_text_that_is_no_utf8) {
  SampleApi api;
  for (const char* bad :
       {"{\"id\":\"\xB0\xB2\"}", "{\"id\":\"\xC0\x80\"}", "{\"id\":\"\xED\xA0\x80\"}", "{\"id\":\"\xF5\x80\x80\x80\"}", "\xFF"})
    EXPECT_EQ(problem_id(api.send(Verb::Post, "/api/everything", bad)), "request.not_utf8");
}

TEST(Binding, depth_is_limited_at_its_edge) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(parse_json(nested(k_max_json_depth)).ok());
  EXPECT_EQ(parse_json(nested(k_max_json_depth + 1)).problem().id, "request.too_deep");
  EXPECT_EQ(parse_json(std::string(1'000'000, '[')).problem().id, "request.too_deep");
}

TEST(Binding, body_must_say_that_it_is_json) {
  SampleApi api;
  const auto response = api.call(Verb::Post, "/api/everything", {{"content-type", "text/plain"}}, {}, k_everything);
  EXPECT_EQ(response.status, 415);
  EXPECT_EQ(problem_id(response), "request.content_type");
}

TEST(Binding, path_and_body_fill_one_struct) {
  SampleApi api;
  const auto response = api.send(Verb::Put, "/api/rooms/%E4%B8%80/seats", R"({"count":7})", "clerk");
  EXPECT_EQ(json::parse(response.body), json::parse(R"({"room":"一","count":7,"rows":5,"notify":true,"reason":null})"));
  EXPECT_EQ(faults(api.send(Verb::Put, "/api/rooms/a/seats", R"({"count":7,"room":"b"})", "clerk")),
            (std::vector<Fault>{{"request.unknown_member", "/room"}}));
  EXPECT_EQ(faults(api.send(Verb::Put, "/api/rooms/a/seats?x=1", R"({"count":7})", "clerk")),
            (std::vector<Fault>{{"request.unknown_parameter", "x"}}));
}

TEST(Binding, query_values_of_every_kind) {
  SampleApi api;
  const auto response = api.get("/api/search?q=%E5%AE%89+1&least=3&district=a&district=b&closed=true&mood=gb_code&near=0.5&page=2&lang=en");
  EXPECT_EQ(json::parse(response.body),
            json::parse(R"({"q":"安 1","least":3,"district":["a","b"],"closed":true,"mood":"gb_code","near":0.5,"page":2,"size":50})"));
}

TEST(Binding, query_members_may_be_missing) {
  SampleApi api;
  EXPECT_EQ(json::parse(api.get("/api/search").body),
            json::parse(R"({"q":"","least":null,"district":[],"closed":false,"mood":"calm","near":0.0,"page":1,"size":50})"));
}

TEST(Binding, refuses_each_wrong_query_value_by_its_name) {
  SampleApi api;
  const std::vector<std::pair<const char*, Fault>> wrong = {{"page=x", {"request.not_integer", "page"}},
                                                            {"page=", {"request.not_integer", "page"}},
                                                            {"page=99999999999", {"request.out_of_range", "page"}},
                                                            {"page=99999999999999999999", {"request.not_integer", "page"}},
                                                            {"page=1&page=2", {"request.doubled_parameter", "page"}},
                                                            {"closed=yes", {"request.not_boolean", "closed"}},
                                                            {"mood=x", {"request.unknown_word", "mood"}},
                                                            {"near=nan", {"request.not_number", "near"}},
                                                            {"pages=1", {"request.unknown_parameter", "pages"}},
                                                            {"q=a%07", {"request.control_character", "q"}},
                                                            {"least=1&least=1", {"request.doubled_parameter", "least"}}};
  for (const auto& [query, fault] : wrong)
    EXPECT_EQ(faults(api.get(std::string("/api/search?") + query)), std::vector<Fault>{fault}) << query;
}

TEST(Binding, dates_in_a_query_are_asked_for) {
  SampleApi api;
  EXPECT_EQ(faults(api.get("/api/months/2024-03")), (std::vector<Fault>{{"request.missing_parameter", "from"}}));
  EXPECT_EQ(faults(api.get("/api/months/march?from=2024-03-01")), (std::vector<Fault>{{"request.not_month", "month"}}));
  EXPECT_EQ(api.get("/api/months/2024-03?from=2024-03-01").status, 200);
}

TEST(Binding, operation_without_input_takes_no_body) {
  SampleApi api;
  EXPECT_EQ(api.send(Verb::Post, "/api/session", "").status, 201);
  EXPECT_EQ(problem_id(api.send(Verb::Post, "/api/session", R"({"a":1})")), "request.no_body");
}

TEST(InstantText, reads_what_rfc_3339_allows) {
  const std::int64_t ms = 1'709'602'200'000;
  EXPECT_EQ(parse_instant("2024-03-05T01:30:00Z"), Instant{ms});
  EXPECT_EQ(parse_instant("2024-03-05T09:30:00+08:00"), Instant{ms});
  EXPECT_EQ(parse_instant("2024-03-04T20:00:00.5-05:30"), Instant{ms + 500});
  EXPECT_EQ(parse_instant(to_string(Instant{ms + 7})), Instant{ms + 7});
  for (const char* bad : {"", "2024-03-05", "2024-03-05T24:00:00Z", "2024-03-05T01:60:00Z", "2024-03-05T01:30:00", "2024-03-05T01:30:00.Z",
                          "2024-03-05T01:30:00.1234Z", "2024-02-30T01:30:00Z", "2024-03-05T01:30:00+8:00", "2024-03-05T01:30:00+08:00 "})
    EXPECT_EQ(parse_instant(bad), std::nullopt) << bad;
}

} // namespace
} // namespace ankao::api::sample
