// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "api/support/sample.hpp"
#include "api/types/type.hpp"

namespace ankao::api::sample {
namespace {

using nlohmann::json;

json document() { return json::parse(SampleApi().endpoints.openapi()); }

void collect_references(const json& node, std::set<std::string>& found) {
  if (node.is_object() && node.contains("$ref")) found.insert(node.at("$ref").get<std::string>());
  if (node.is_structured())
    for (const json& child : node) collect_references(child, found);
}

TEST(OpenApi, every_reference_leads_somewhere) {
  const json api = document();
  std::set<std::string> found;
  collect_references(api, found);
  EXPECT_GT(found.size(), 3u);
  for (const std::string& reference : found) EXPECT_TRUE(api.contains(json::json_pointer(reference.substr(1)))) << reference;
}

TEST(OpenApi, every_operation_is_whole) {
  const json api = document();
  EXPECT_EQ(api.at("openapi"), "3.1.0");
  std::set<std::string> names;
  for (const auto& [path, item] : api.at("paths").items())
    for (const auto& [verb, operation] : item.items()) {
      EXPECT_TRUE(names.insert(operation.at("operationId")).second) << path;
      EXPECT_FALSE(operation.at("summary").get<std::string>().empty()) << path;
      EXPECT_TRUE(operation.at("responses").contains("default")) << path;
      EXPECT_TRUE(operation.contains("security")) << path;
      for (std::size_t at = path.find('{'); at != std::string::npos; at = path.find('{', at + 1)) {
        const std::string name = path.substr(at + 1, path.find('}', at) - at - 1);
        const auto& parameters = operation.at("parameters");
        EXPECT_TRUE(std::any_of(parameters.begin(), parameters.end(), [&name](const json& p) {
          return p.at("name") == name && p.at("in") == "path" && p.at("required");
        })) << path;
      }
    }
  EXPECT_EQ(names.size(), SampleApi().endpoints.operations().size());
}

TEST(OpenApi, schema_of_every_kind) {
  const json everything = document().at("components").at("schemas").at("Everything");
  EXPECT_EQ(everything.at("additionalProperties"), false);
  const json& of = everything.at("properties");
  EXPECT_EQ(of.at("id"), json::parse(R"({"type":"string"})"));
  EXPECT_EQ(of.at("open"), json::parse(R"({"type":"boolean"})"));
  EXPECT_EQ(of.at("small"), json::parse(R"({"type":"integer","minimum":0,"maximum":255})"));
  EXPECT_EQ(of.at("large"), json::parse(R"({"type":"integer","format":"int64"})"));
  EXPECT_EQ(of.at("day"), json::parse(R"({"type":"string","format":"date"})"));
  EXPECT_EQ(of.at("note"), json::parse(R"({"type":["string","null"]})"));
  EXPECT_EQ(of.at("seats"), json::parse(R"({"type":"array","items":{"$ref":"#/components/schemas/Seat"}})"));
  EXPECT_EQ(of.at("counts").at("additionalProperties").at("type"), "integer");
  EXPECT_EQ(of.at("mood"), json::parse(R"({"$ref":"#/components/schemas/Mood"})"));
  EXPECT_EQ(of.at("raw"), json::object());
  EXPECT_EQ(document().at("components").at("schemas").at("Mood").at("enum"), json::parse(R"(["calm","very_calm","gb_code"])"));
}

TEST(OpenApi, request_may_leave_out_what_an_answer_always_carries) {
  const json api = document();
  const json& schemas = api.at("components").at("schemas");
  EXPECT_EQ(schemas.at("Everything").at("required").size(), 16u);
  EXPECT_EQ(schemas.at("EverythingInput").at("required").size(), 15u);
  EXPECT_FALSE(schemas.contains("SeatInput")); // the same both ways
  const json body =
      api.at("paths").at("/api/rooms/{room}/seats").at("put").at("requestBody").at("content").at("application/json").at("schema");
  EXPECT_EQ(body.at("required"), json::parse(R"(["count"])"));
  EXPECT_FALSE(body.at("properties").contains("room"));
}

TEST(OpenApi, tells_permission_clauses_and_security) {
  const json paths = document().at("paths");
  EXPECT_EQ(paths.at("/api/rooms/{id}").at("delete").at("x-permission"), "seat.change");
  EXPECT_EQ(paths.at("/api/search").at("get").at("x-clauses"), json::parse(R"(["P-1.2b"])"));
  EXPECT_EQ(paths.at("/api/search").at("get").at("security"), json::array());
  EXPECT_EQ(paths.at("/api/me").at("get").at("security"), json::parse(R"([{"session":[]}])"));
  EXPECT_FALSE(paths.at("/api/me").at("get").contains("x-permission"));
  EXPECT_TRUE(paths.at("/api/me").at("get").at("responses").contains("401"));
}

TEST(OpenApi, query_values_are_parameters) {
  const json parameters = document().at("paths").at("/api/search").at("get").at("parameters");
  ASSERT_EQ(parameters.size(), 8u);
  EXPECT_EQ(
      parameters[1],
      json::parse(
          R"({"name":"least","in":"query","required":false,"schema":{"type":"integer","minimum":-2147483648,"maximum":2147483647}})"));
  const json month = document().at("paths").at("/api/months/{month}").at("get").at("parameters");
  EXPECT_EQ(month[1].at("required"), true);
}

TEST(OpenApi, does_not_depend_on_the_order_of_definition) {
  FixedClock clock;
  CookieAuthenticator authenticator;
  Endpoints one(authenticator, clock);
  Endpoints two(authenticator, clock);
  const auto seat = [](Endpoints& to) {
    to.add<None, Seat>({.path = "/api/b", .operation = "b.show"}, [](const Call&, const None&) -> Result<Seat> { return Seat{}; });
  };
  const auto base = [](Endpoints& to) {
    to.add<Seat, Base>({.verb = Verb::Post, .path = "/api/a", .operation = "a.add"},
                       [](const Call&, const Seat&) -> Result<Base> { return Base{}; });
  };
  seat(one);
  base(one);
  base(two);
  seat(two);
  EXPECT_EQ(one.openapi(), two.openapi());
}

TEST(TypeNames, words_and_names) {
  EXPECT_EQ(snake_case("OwnSchool"), "own_school");
  EXPECT_EQ(snake_case("GBCode"), "gb_code");
  EXPECT_EQ(snake_case("A1Form"), "a1_form");
  EXPECT_EQ(snake_case("plain"), "plain");
  EXPECT_EQ(type_name("ankao::registry::InstitutionPage").name, "InstitutionPage");
  EXPECT_EQ(type_name("ankao::registry::InstitutionPage").space, "registry");
  EXPECT_EQ(type_name("ankao::identity::dto::SessionItem").space, "identity");
  EXPECT_EQ(type_name("ankao::Problem").space, "");
  EXPECT_EQ(type_name("ankao::api::(anonymous namespace)::Row").name, "Row");
  EXPECT_EQ(type_name("ankao::Page<ankao::registry::Row>").name, "PageRow");
}

} // namespace
} // namespace ankao::api::sample
