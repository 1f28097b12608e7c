// SPDX-License-Identifier: Apache-2.0
// The why of a refusal: the clauses are quoted as printed, the facts have names in both languages, nothing is made up.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "api/endpoints.hpp"
#include "http/problem_answer.hpp"
#include "law/law.hpp"
#include "law/routes.hpp"
#include "law/why.hpp"
#include "problems/catalogue.hpp"
#include "problems/clauses.hpp"

namespace ankao::law {
namespace {

using nlohmann::json;
using problems::Catalogue;
using problems::Language;

const Problem k_late = problem("planning.booking_late", {{"value", "2024-09-27"}, {"days", "2"}}, "late_reason");

TEST(Why, aRefusalQuotesItsClausesAndSaysWhatToDo) {
  const Why why = why_of(k_late);
  EXPECT_EQ(why.decision.zh, "开班日期 2024-09-27，预约逾期 2 个工作日");
  ASSERT_EQ(why.rules.size(), 1u);
  ASSERT_EQ(why.rules[0].clauses.size(), 2u);
  EXPECT_EQ(why.rules[0].clauses[0].id, "S-4.2");
  EXPECT_NE(why.rules[0].clauses[0].text.find("开班后3个工作日内进行考试预约"), std::string::npos);
  EXPECT_NE(why.rules[0].clauses[1].text.find("未按《报考指引》要求按时报考"), std::string::npos);
  EXPECT_EQ(why.rules[0].since, "2023-11-04");
  EXPECT_EQ(why.facts[1].name.zh, "工作日数");
  EXPECT_EQ(why.facts[1].value.en, "2");
  EXPECT_EQ(why.changes.size(), 1u);
}

TEST(Why, theClauseThatARefusalNamesItselfStandsBehindTheOthers) {
  const Why why = why_of(problem("planning.booking_institution_suspended", {{"value", "甲"}, {"to", "2024-05-01"}, {"clause", "C-1a"}}));
  ASSERT_EQ(why.rules[0].clauses.size(), 1u);
  EXPECT_NE(why.rules[0].clauses[0].text.find("代其他机构报考"), std::string::npos);
}

TEST(Why, aClauseThatIsNotQuotedHasNoText) {
  const auto clauses = quoted({"S-4.2", "G-63", "S-4.2"});
  ASSERT_EQ(clauses.size(), 2u);
  EXPECT_EQ(clauses[1].id, "G-63");
  EXPECT_EQ(clauses[1].text, "");
}

TEST(Why, everyClauseOfTheCatalogueIsQuotedAndEveryFactHasAName) {
  const std::regex place("\\{([a-z_0-9]+)\\}");
  std::string faults;
  for (const auto& id : Catalogue::shipped().ids()) {
    const auto clauses = problems::clauses_of(problem(id));
    for (const auto& clause : clauses)
      if (!shipped().clauses.contains(clause)) faults += id + " rests on " + clause + ", which is not quoted\n";
    const std::string title = Catalogue::shipped().entry(id).title.at(Language::Chinese);
    for (std::sregex_iterator at(title.begin(), title.end(), place), end; !clauses.empty() && at != end; ++at)
      if (!shipped().fact_names.contains((*at)[1].str())) faults += id + " has the fact " + (*at)[1].str() + " without a name\n";
  }
  EXPECT_EQ(faults, "");
}

TEST(Why, theAnswerOfARefusalSaysWhetherAClauseStandsBehindIt) {
  const json late = json::parse(http::problem_answer(k_late, Language::Chinese, "r").body);
  EXPECT_EQ(late["clauses"], (json{"S-4.2", "C-4.2.2"}));
  EXPECT_EQ(late["facts"][1], (json{{"name", "days"}, {"value", "2"}}));
  const json plain = json::parse(http::problem_answer(problem("tables.empty"), Language::Chinese, "r").body);
  EXPECT_FALSE(plain.contains("clauses"));
  EXPECT_FALSE(plain.contains("facts"));
}

class Nobody : public api::Authenticator {
  api::Caller caller(const http::Request&, Instant) override { return {}; }
};
class Still : public api::Clock {
  Instant now() override { return {}; }
};

json asked(const std::string& id, std::vector<std::pair<std::string, std::string>> query, int status) {
  Nobody nobody;
  Still still;
  api::Endpoints endpoints(nobody, still);
  add_routes(endpoints);
  http::Request request;
  request.path = "/api/law/refusals/" + id;
  request.query = std::move(query);
  const auto answer = endpoints.handle(request);
  EXPECT_EQ(answer.status, status) << answer.body;
  return json::parse(answer.body);
}

TEST(Why, anybodyMayAskForTheWhyOfARefusal) {
  const json why = asked("planning.booking_late", {{"name", "value"}, {"value", "2024-09-27"}, {"name", "days"}, {"value", "2"}}, 200);
  EXPECT_EQ(why["decision"]["en"], "class opened on 2024-09-27: the booking is 2 working days late");
  EXPECT_EQ(why["rules"][0]["clauses"][0]["document"]["zh"], "《广州市应急管理局关于规范我市安全生产资格考试考培分离工作的通知》");
}

TEST(Why, aRefusalThatDoesNotExistOrFactsThatDoNotPairAreRefused) {
  asked("planning.no_such", {}, 404);
  asked("planning.booking_late", {{"name", "value"}}, 422);
  std::vector<std::pair<std::string, std::string>> facts;
  for (int i = 0; i < 40; ++i) facts.insert(facts.end(), {{"name", "a"}, {"value", "b"}});
  asked("planning.booking_late", facts, 200);
  facts.insert(facts.end(), {{"name", "a"}, {"value", "b"}});
  asked("planning.booking_late", facts, 422);
}

} // namespace
} // namespace ankao::law
