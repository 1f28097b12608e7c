// SPDX-License-Identifier: Apache-2.0
#include "identity/files/roles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "embedded/embedded.hpp"

namespace ankao::identity {
namespace {

using ::testing::HasSubstr;

const std::string k_sound = R"(source: test
permissions:
  plan.draw: { zh: 排考, en: draw }
roles:
  - { id: desk, zh: 台, en: desk, scope: city, source: S-1, permissions: [plan.draw] }
)";

std::string with(const std::string& old_text, const std::string& new_text) {
  std::string out = k_sound;
  out.replace(out.find(old_text), old_text.size(), new_text);
  return out;
}

std::string reason(const std::string& yaml) {
  const auto read = read_roles(yaml);
  if (read.ok()) return "read";
  EXPECT_EQ(read.problem().id, "identity.roles_file");
  return read.problem().at + ": " + read.problem().details.at(0).value;
}

bool may(const char* role, const char* permission) { return shipped_roles().find(role)->permissions.contains(permission); }

TEST(Roles, EveryRoleOfTheProductIsThere) {
  for (const char* id : {"city_bureau", "exam_organisation", "district_bureau", "institution", "exam_site", "examiner", "trainee",
                         "auditor", "administrator"})
    EXPECT_NE(shipped_roles().find(id), nullptr) << id;
  EXPECT_EQ(shipped_roles().roles.size(), 9u);
}

TEST(Roles, ScopesFollowTheRole) {
  EXPECT_EQ(shipped_roles().find("city_bureau")->scope, ScopeKind::City);
  EXPECT_EQ(shipped_roles().find("district_bureau")->scope, ScopeKind::District);
  EXPECT_EQ(shipped_roles().find("institution")->scope, ScopeKind::Institution);
  EXPECT_EQ(shipped_roles().find("exam_site")->scope, ScopeKind::Site);
  for (const char* id : {"examiner", "trainee"}) EXPECT_EQ(shipped_roles().find(id)->scope, ScopeKind::Own) << id;
}

TEST(Roles, TheExamOrganisationDraftsAndTheCityReleases) { // G-73
  EXPECT_TRUE(may("exam_organisation", "plan.draw"));
  EXPECT_TRUE(may("exam_organisation", "plan.submit"));
  EXPECT_FALSE(may("exam_organisation", "plan.publish"));
  EXPECT_TRUE(may("city_bureau", "plan.publish"));
  EXPECT_FALSE(may("city_bureau", "plan.draw"));
}

TEST(Roles, OnlyTheCityVerifies) { // P-1.2b
  for (const Role& role : shipped_roles().roles)
    EXPECT_EQ(role.permissions.contains("institution.verify"), role.id == "city_bureau") << role.id;
}

TEST(Roles, TheAuditorChangesNothing) {
  for (const std::string& permission : shipped_roles().find("auditor")->permissions) {
    const std::string verb = permission.substr(permission.find('.') + 1);
    EXPECT_TRUE(verb == "list" || verb == "view" || verb == "show" || verb == "read" || verb == "view_all" || verb == "view_draft" || verb == "list_all" || verb == "export" ||
                permission == "session.revoke" || permission == "study.site")
        << permission;
  }
}

TEST(Roles, TheAdministratorDecidesNothingOfTheExaminations) {
  const std::set<std::string> own = {"account", "session", "personal", "job", "delivery", "filter", "delegation", "post", "attempt", "storage"};
  for (const std::string& permission : shipped_roles().find("administrator")->permissions)
    EXPECT_TRUE(own.contains(permission.substr(0, permission.find('.')))) << permission;
}

TEST(Roles, ClausesStandInTheList) {
  std::set<std::string> known;
  std::istringstream ids{std::string(*embedded::find("law/clause_ids.txt"))};
  for (std::string line; std::getline(ids, line);) known.insert(line);
  std::istringstream yaml{std::string(*embedded::find("law/roles.yaml"))};
  int cited = 0;
  for (std::string line; std::getline(yaml, line);) {
    const auto at = line.find("clause: ");
    if (at == std::string::npos || line[0] == '#') continue;
    const std::string id = line.substr(at + 8, line.find(' ', at + 8) - at - 8);
    EXPECT_TRUE(known.contains(id)) << id;
    ++cited;
  }
  EXPECT_GT(cited, 20);
}

TEST(RolesFile, FaultsAreNamedWithTheirPlace) {
  EXPECT_EQ(reason(k_sound), "read");
  EXPECT_EQ(reason(with("[plan.draw]", "[plan.draw, plan.dream]")), "roles/0: unknown permission plan.dream");
  EXPECT_EQ(reason(with("[plan.draw]", "[plan.draw, plan.draw]")), "roles/0: permission plan.draw stands twice");
  EXPECT_EQ(reason(with("[plan.draw]", "[]")), "permissions/plan.draw: no role has it");
  EXPECT_EQ(reason(with("[plan.draw]", "plan.draw")), "roles/0: a list of permissions is expected");
  EXPECT_EQ(reason(with("scope: city", "scope: galaxy")), "roles/0: unknown scope galaxy");
  EXPECT_EQ(reason(with("zh: 台, ", "")), "roles/0: no text for zh");
  EXPECT_EQ(reason(with("zh: 台", "zh: ''")), "roles/0: no text for zh");
  EXPECT_EQ(reason(with("id: desk", "id: desk, colour: red")), "roles/0: unknown key colour");
  EXPECT_EQ(reason(with("source: test\n", "")), ": no text for source");
  EXPECT_EQ(reason(with("plan.draw: {", "plan: {")), "permissions/plan: a permission is noun.verb");
  EXPECT_EQ(reason(k_sound + "  - { id: desk, zh: 台, en: desk, scope: city, source: S-1, permissions: [] }\n"),
            "roles/1: role desk stands twice");
  EXPECT_THAT(reason("roles: ["), HasSubstr("line"));
  EXPECT_EQ(reason(""), ": a map is expected");
}

} // namespace
} // namespace ankao::identity
