// SPDX-License-Identifier: Apache-2.0
// The registry over HTTP: what the public sees, who may do what, files in and out.
#include <nlohmann/json.hpp>

#include "registry/routes/routes.hpp"
#include "registry/routes/views.hpp"
#include "registry_service/support/story.hpp"
#include "tables/read.hpp"

namespace ankao::registry::tests {
namespace {

using nlohmann::json;

class FixedClock : public api::Clock {
public:
  Instant now() override { return at("2024-03-01"); }
};

/// The caller is the account named in the header x-test-account.
class Personas : public api::Authenticator {
public:
  api::Caller caller(const http::Request& request, Instant) override {
    const std::string account = request.header("x-test-account").value_or("");
    if (account == "chen")
      return person(chen(), {"institution.verify", "institution.publish", "institution.change", "institution.view_all", "site.register",
                             "site.edit", "room.edit", "registry.import", "suspension.record", "organisation.list", "organisation.enter", "organisation.change", "organisation.end"});
    if (account == "he") return person({"he", "何队长", "district_bureau", "district:440115"}, {"institution.view_all", "organisation.list"});
    if (account == "liang") return person(liang(), {"institution.report"});
    if (account == "examiner") return person({"examiner", "考评员", "examiner", "city"}, {});
    return {};
  }

private:
  static api::Caller person(const ledger::Actor& actor, std::set<std::string> permissions) {
    api::Caller caller;
    caller.account = actor.account;
    caller.name = actor.name;
    caller.role = actor.role;
    caller.permissions = std::move(permissions);
    caller.scope_kind = scope_of(actor).kind;
    caller.scope_id = scope_of(actor).id;
    return caller;
  }
};

class Routes : public Story {
protected:
  Routes() {
    add_routes(endpoints_, database(), [this] { ++changes_; });
  }

  http::Response call(http::Verb verb, const std::string& path, const std::string& account = "", const json& body = nullptr,
                      std::vector<std::pair<std::string, std::string>> query = {}) {
    http::Request request;
    request.verb = verb;
    request.path = path;
    request.query = std::move(query);
    request.headers["x-test-account"] = account;
    request.headers["x-ankao"] = "1";
    request.headers["accept-language"] = "zh-CN";
    if (!body.is_null()) {
      request.headers["content-type"] = "application/json";
      request.body = body.dump();
    }
    return endpoints_.handle(request);
  }
  json get(const std::string& path, const std::string& account = "", std::vector<std::pair<std::string, std::string>> query = {}) {
    const auto response = call(http::Verb::Get, path, account, nullptr, std::move(query));
    EXPECT_EQ(response.status, 200) << path << " " << response.body;
    return json::parse(response.body);
  }
  http::Response upload(const std::string& path, const std::string& bytes, const std::string& dry_run) {
    http::Request request;
    request.verb = http::Verb::Post;
    request.path = path;
    request.headers["x-test-account"] = "chen";
    request.headers["x-ankao"] = "1";
    request.headers["content-type"] = "multipart/form-data; boundary=cut";
    request.body = "--cut\r\nContent-Disposition: form-data; name=\"dry_run\"\r\n\r\n" + dry_run +
                   "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.csv\"\r\nContent-Type: text/csv\r\n\r\n" +
                   bytes + "\r\n--cut--\r\n";
    return endpoints_.handle(request);
  }

  FixedClock clock_;
  Personas personas_;
  api::Endpoints endpoints_{personas_, clock_};
  int changes_ = 0;
};

TEST_P(Routes, ThePublicListIsPagedFilteredAndCacheable) {
  const auto response = call(http::Verb::Get, "/api/registry/institutions", "", nullptr, {{"size", "10"}, {"page", "7"}});
  EXPECT_TRUE(response.cacheable);
  const json page = json::parse(response.body);
  EXPECT_EQ(page["total"], 62);
  EXPECT_EQ(page["items"].size(), 2u);
  EXPECT_EQ(page["missing_rows"].size(), 8u);
  EXPECT_EQ(get("/api/registry/institutions", "", {{"role", "with_site"}})["total"], 36);
  EXPECT_EQ(get("/api/registry/institutions", "", {{"role", "special"}})["total"], 54);
  EXPECT_EQ(get("/api/registry/institutions", "", {{"role", "high_risk"}})["total"], 20);
  EXPECT_EQ(get("/api/registry/institutions", "", {{"project", "OP09"}})["total"], 5);
  EXPECT_EQ(get("/api/registry/institutions", "", {{"q", "同泰路86号"}})["total"], 1);
  EXPECT_EQ(get("/api/registry/institutions", "", {{"q", "广州东方职业技术培训中心"}})["total"], 1) << "an alias finds it";
  EXPECT_EQ(get("/api/registry/institutions", "", {{"as_of", "2023-11-03"}})["total"], 0);
}

TEST_P(Routes, ExamOrganisationsAreEnteredByTheCityAndReadByTheirDistrictWithMobileNumbersMaskedInLists) {
  const std::string path = "/api/registry/organisations";
  const auto form = [](const std::string& district) { return json{{"name", "区考试中心"}, {"district", district}, {"address", "某路1号"}, {"contact", "李主任"}, {"telephone", "13812345678"}, {"from", "2024-03-01"}}; };
  EXPECT_EQ(call(http::Verb::Post, path, "he", form("440115")).status, 403) << "a district does not enter its own";
  ASSERT_EQ(call(http::Verb::Post, path, "chen", form("440115")).status, 200);
  ASSERT_EQ(call(http::Verb::Post, path, "chen", form("440111")).status, 200);
  EXPECT_EQ(get(path, "chen")["total"], 2);
  EXPECT_EQ(get(path, "chen", {{"district", "440111"}})["items"][0]["id"], "EO-02");
  const json own = get(path, "he");
  ASSERT_EQ(own["total"], 1) << "a district reads its own";
  EXPECT_EQ(own["items"][0]["telephone"], "138****5678");
  EXPECT_EQ(own["items"][0]["state"], "standing");
  EXPECT_EQ(call(http::Verb::Get, path, "liang").status, 403);
  EXPECT_EQ(call(http::Verb::Get, path).status, 401);
  const auto file = call(http::Verb::Get, path + "/export", "he", nullptr, {{"format", "csv"}});
  EXPECT_EQ(file.body.find("13812345678"), std::string::npos) << "nor in the file of the list";
  const json page = get(path + "/EO-01", "he");
  EXPECT_EQ(page["organisation"]["telephone"], "13812345678") << "in full on the record";
  EXPECT_EQ(page["may_change"], false);
  EXPECT_EQ(call(http::Verb::Get, path + "/EO-02", "he").status, 404) << "another district's is unknown";
  const json change{{"version", 1}, {"name", "区考试中心"}, {"address", "新路2号"}, {"contact", "李主任"}, {"telephone", "13812345678"}, {"reason", "搬迁"}};
  EXPECT_EQ(call(http::Verb::Put, path + "/EO-01", "he", change).status, 403);
  ASSERT_EQ(call(http::Verb::Put, path + "/EO-01", "chen", change).status, 200);
  EXPECT_EQ(call(http::Verb::Put, path + "/EO-01", "chen", change).status, 409) << "the version is stale";
  const auto ended = call(http::Verb::Post, path + "/EO-01/end", "chen", json{{"version", 2}, {"until", "2024-03-01"}, {"reason", "撤销"}});
  ASSERT_EQ(ended.status, 200) << ended.body;
  const json after = json::parse(ended.body);
  EXPECT_EQ(after["organisation"]["state"], "standing") << "its last day is not over";
  ASSERT_EQ(after["time_line"].size(), 3u);
  EXPECT_EQ(after["time_line"][1]["changed"][0]["field"], "address");
  EXPECT_EQ(get(path, "chen", {{"state", "ended"}})["total"], 0);
}

TEST_P(Routes, MobileNumbersAreMaskedForThePublicAndFullForTheCity) {
  EXPECT_EQ(get("/api/registry/institutions/GZ-A43")["telephones"][0], "188****7782");
  const json item = get("/api/registry/institutions", "chen", {{"q", "GZ-A43"}})["items"][0];
  EXPECT_EQ(item["telephones"][0], "188****7782") << "the list is the same for all, since it is cached";
  EXPECT_EQ(get("/api/registry/institutions/GZ-A43", "examiner")["telephones"][0], "188****7782") << "a wide scope alone opens nothing";
  EXPECT_EQ(get("/api/registry/institutions/GZ-A43", "chen")["telephones"][0], "18825167782");
  EXPECT_EQ(get("/api/registry/institutions/GZ-A43", "he")["telephones"][0], "18825167782") << "its own district";
  EXPECT_EQ(call(http::Verb::Get, "/api/registry/institutions/GZ-A43").body.find("18825167782"), std::string::npos)
      << "nor in the printed rows";
}

TEST_P(Routes, TheDetailHasSitesPrintedRowsAndTheTimeLine) {
  const json detail = get("/api/registry/institutions/GZ-A15");
  EXPECT_EQ(detail["sites"].size(), 2u);
  EXPECT_EQ(detail["registrations"].size(), 2u);
  EXPECT_EQ(detail["place"]["source"], "district_centre");
  EXPECT_EQ(detail["time_line"][0]["step"], "registry.import");
  EXPECT_EQ(detail["time_line"][0]["person"], "");
  EXPECT_EQ(detail["district_name"], "白云区");
}

TEST_P(Routes, DistrictsProjectsAndShapesAreCounted) {
  const json districts = get("/api/registry/districts")["items"];
  EXPECT_EQ(districts.size(), 11u);
  const json projects = get("/api/registry/projects");
  EXPECT_EQ(projects["items"].size(), 30u);
  EXPECT_EQ(projects["items"][0]["institutions"], 52);
  EXPECT_EQ(projects["theory_sites"], 38);
  EXPECT_EQ(get("/api/registry/districts/shapes")["features"].size(), 11u);
}

TEST_P(Routes, TheExportHoldsExactlyTheRowsOfTheList) {
  const auto response =
      call(http::Verb::Get, "/api/registry/institutions/export", "", nullptr, {{"district", "440118"}, {"format", "xlsx"}});
  ASSERT_EQ(response.status, 200);
  const auto sheets = must(tables::read_xlsx(response.body));
  EXPECT_EQ(static_cast<int>(sheets.at(0).rows.size()) - 5,
            get("/api/registry/institutions", "", {{"district", "440118"}})["total"].get<int>());
  EXPECT_EQ(sheets.at(0).rows.at(4).cell(0), "机构名称");
  const auto csv = call(http::Verb::Get, "/api/registry/sites/export", "", nullptr, {{"format", "csv"}});
  EXPECT_EQ(must(tables::read_text(csv.body)).rows.size(), 43u);
}

TEST_P(Routes, WithoutSignInOrPermissionNothingIsChanged) {
  const json room{{"version", 1}, {"reason", "录入"}, {"name", "一号"}, {"capacity", 10}, {"seats", json::object()}};
  EXPECT_EQ(call(http::Verb::Put, "/api/registry/sites/GZ-A04-S1/rooms/R1", "", room).status, 401);
  EXPECT_EQ(call(http::Verb::Put, "/api/registry/sites/GZ-A04-S1/rooms/R1", "liang", room).status, 403);
  EXPECT_EQ(call(http::Verb::Post, "/api/registry/reports/BG-00001/publish", "he", json::object()).status, 403);
  EXPECT_EQ(call(http::Verb::Get, "/api/registry/institutions/GZ-A01/history", "liang").status, 403);
  EXPECT_EQ(call(http::Verb::Get, "/api/registry/institutions/GZ-A99").status, 404);
  EXPECT_EQ(changes_, 0);
  const auto stored = call(http::Verb::Put, "/api/registry/sites/GZ-A04-S1/rooms/R1", "chen", room);
  EXPECT_EQ(stored.status, 200) << stored.body;
  EXPECT_EQ(json::parse(stored.body)["rooms"][0]["id"], "GZ-A04-S1-R1");
  EXPECT_EQ(changes_, 1);
}

TEST_P(Routes, AReportGoesItsWayOverHttp) {
  json record{{"name", "广州东方技术学院"},
              {"district", "440111"},
              {"addresses", {{{"text", "广州市白云区北太路12号3楼"}, {"district", "440111"}}}},
              {"contacts", {"黎美玲"}},
              {"telephones", {"020-38915259"}},
              {"projects", {"OP01"}},
              {"scopes", json::array()}};
  const auto submitted = call(http::Verb::Post, "/api/registry/reports", "liang",
                              {{"kind", "change"}, {"institution", "GZ-A04"}, {"record", record}, {"reason", "更名"}});
  ASSERT_EQ(submitted.status, 200) << submitted.body;
  const std::string id = json::parse(submitted.body)["id"];
  EXPECT_EQ(get("/api/registry/reports", "liang")["total"], 1);
  EXPECT_EQ(get("/api/registry/reports", "he")["total"], 0) << "another district";
  EXPECT_EQ(call(http::Verb::Post, "/api/registry/reports/" + id + "/verify", "chen", {{"accept", true}}).status, 200);
  EXPECT_EQ(
      call(http::Verb::Post, "/api/registry/reports/" + id + "/publish", "chen", {{"effective_date", "2024-03-01"}, {"reason", "同意"}})
          .status,
      200);
  EXPECT_EQ(get("/api/registry/institutions/GZ-A04")["name"], "广州东方技术学院");
  EXPECT_EQ(get("/api/registry/institutions/GZ-A04/history", "chen")["items"].size(), 2u);
  EXPECT_EQ(changes_, 1);
}

TEST_P(Routes, BadQueriesGetAProblemThatNamesTheRemedy) {
  for (const auto& query : std::vector<std::pair<std::string, std::string>>{{"sort", "password"},
                                                                            {"size", "201"},
                                                                            {"page", "0"},
                                                                            {"district", "999999"},
                                                                            {"project", "OP99"},
                                                                            {"as_of", "2024-02-30"},
                                                                            {"q", "\xff\xfe"},
                                                                            {"q", std::string(400, 'x')}}) {
    const auto response = call(http::Verb::Get, "/api/registry/institutions", "", nullptr, {query});
    EXPECT_GE(response.status, 400) << query.first;
    EXPECT_LT(response.status, 500) << query.first << response.body;
  }
  EXPECT_EQ(call(http::Verb::Get, "/api/registry/institutions/%27%20OR%201=1").status, 404);
}

TEST_P(Routes, AnUploadWithFaultyRowsReportsRowAndColumnAndStoresNothing) {
  const std::string head = "序号,机构名称,区域,地址,培训项目,联系人,咨询电话\n";
  const auto response =
      upload("/api/registry/imports", head + "63,新机构,不存在区,某地,特种作业【低压电工作业】,张三,020-11112222\n", "false");
  ASSERT_EQ(response.status, 200) << response.body;
  const json report = json::parse(response.body);
  EXPECT_FALSE(report["stored"]);
  ASSERT_FALSE(report["errors"].empty());
  EXPECT_EQ(report["errors"][0]["row"], 2);
  EXPECT_EQ(changes_, 0);
  EXPECT_EQ(
      upload("/api/registry/imports", head + "63,新机构,白云区,广州市白云区某路1号,特种作业【低压电工作业】,张三,020-11112222\n", "perhaps")
          .status,
      400);
  const json stored = json::parse(
      upload("/api/registry/imports", head + "63,新机构,白云区,广州市白云区某路1号,特种作业【低压电工作业】,张三,020-11112222\n", "false")
          .body);
  EXPECT_TRUE(stored["stored"]) << stored.dump();
  EXPECT_EQ(stored["added"], 1);
  EXPECT_EQ(changes_, 1);
}

TEST_P(Routes, AFaultyFileComesBackMarked) {
  const std::string head = "序号,培训机构名称,区域,地址,培训项目,联系人,电话\n";
  const auto answer = upload("/api/registry/imports/marked", head + "63,新机构,不存在区,某地,特种作业【低压电工作业】,张三,020-11112222\n", "false");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto sheets = must(tables::read_xlsx(answer.body));
  EXPECT_EQ(sheets.front().rows[0].cell(7), "错误");
  EXPECT_NE(sheets.front().rows[1].cell(7).find("不存在区"), std::string::npos);
  EXPECT_EQ(changes_, 0);
}

TEST_P(Routes, ASuspensionAndAnExceptionSayWhy) {
  const json made = json::parse(call(http::Verb::Post, "/api/registry/suspensions", "chen",
                                     {{"subject", "institution:GZ-A01"}, {"from", "2024-03-01"}, {"to", "2024-06-30"}, {"clause", "C-1a"}, {"reason", "代其他机构报考"}}).body);
  EXPECT_NE(made.at("why").at("rules").at(0).at("clauses").at(0).at("text").get<std::string>().find("代其他机构报考"), std::string::npos) << made.dump();
  EXPECT_EQ(made.at("why").at("rules").at(1).at("id"), "R4");
  EXPECT_GT(made.at("why").at("event").get<int>(), 0);
  const json site = json::parse(call(http::Verb::Post, "/api/registry/sites", "chen",
                                     {{"name", "新考试点"}, {"owner", "GZ-A08"}, {"public_base", false}, {"kind", "both"}, {"district", "440111"}, {"address", "广州市白云区某路1号"}, {"subjects", {"OP01"}},
                                      {"override_reason", "该科目全市仅有两个考试点"}, {"effective_date", "2024-03-01"}, {"reason", "新设"}}).body);
  ASSERT_TRUE(site.contains("override_why")) << site.dump();
  EXPECT_EQ(site.at("override_why").at("rules").at(0).at("clauses").at(0).at("id"), "P-2.2b");
  EXPECT_EQ(site.at("override_why").at("rules").at(0).at("since"), "2023-08-10");
}

TEST_P(Routes, EveryTemplateIsAWorkbook) {
  for (const char* path : {"/api/registry/imports/template", "/api/registry/rooms/template"}) {
    const auto response = call(http::Verb::Get, path, "chen");
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_GE(must(tables::read_xlsx(response.body)).size(), 3u);
  }
}

TEST(Views, OnlyMobileNumbersAreMasked) {
  EXPECT_EQ(routes::masked("18825167782、020-32037335"), "188****7782、020-32037335");
  EXPECT_EQ(routes::masked("188251677821"), "188251677821");
}

ANKAO_ON_ALL_STORES(Routes);

} // namespace
} // namespace ankao::registry::tests
