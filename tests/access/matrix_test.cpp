// SPDX-License-Identifier: Apache-2.0
// The matrix of access as a file, and against operations and roles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "embedded/embedded.hpp"
#include "identity/files/access.hpp"
#include "identity/files/roles.hpp"
#include "identity/rules/access.hpp"

namespace ankao::identity {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Roles k_roles = *read_roles(R"(source: test
permissions:
  plan.draw: { zh: 排考, en: draw }
roles:
  - { id: desk, zh: 台, en: desk, scope: city, source: S-1, permissions: [plan.draw] }
  - { id: school, zh: 校, en: school, scope: institution, source: S-1, permissions: [plan.draw] }
  - { id: guest, zh: 客, en: guest, scope: own, source: S-1, permissions: [] }
)");

const std::vector<Standing> k_standing = {{"plan.list", Reach::Public, "plan.list", {}, {"S-2.3"}},
                                          {"plan.draw", std::nullopt, "plan.draw", {"month"}, {}}};

std::string with(const std::string& draw) {
  return "operations:\n  plan.list: { reach: public, source: S-2.3 }\n" + (draw.empty() ? "" : "  plan.draw: " + draw + "\n");
}

std::vector<std::string> differences_of(const std::string& yaml) {
  const auto matrix = read_access(yaml);
  EXPECT_TRUE(matrix.ok()) << (matrix.ok() ? "" : matrix.problem().details.at(0).value);
  return differences(*matrix, k_standing, k_roles);
}

std::string reason(const std::string& yaml) {
  const auto read = read_access(yaml);
  if (read.ok()) return "read";
  return read.problem().at + ": " + read.problem().details.at(0).value;
}

TEST(AccessMatrix, AgreesWhenEveryOperationHasItsLineAndEveryHolderItsReach) {
  EXPECT_THAT(differences_of(with("{ reach: { desk: city, school: institution }, source: S-1 }")), IsEmpty());
  EXPECT_THAT(differences_of(with("{ reach: { desk: district, school: own }, row: month month, source: S-1 }")), IsEmpty()) << "narrower";
  EXPECT_THAT(differences_of(with("{ reach: { desk: public, school: signed_in }, source: S-1 }")), IsEmpty()) << "rows open to all";
}

TEST(AccessMatrix, AMissingLineIsToldAsTheTextToPaste) {
  const auto found = differences_of(with(""));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0], HasSubstr("  plan.draw: { reach: { desk: city, school: institution }, source: \"GB/T 22239-2019 8.1.4.2\" }"));
  EXPECT_THAT(differences_of(with("") + found[0].substr(found[0].find('\n') + 1) + "\n"), IsEmpty());
}

TEST(AccessMatrix, ALineTooManyIsNamed) {
  EXPECT_THAT(differences_of(with("{ reach: { desk: city, school: institution }, source: S-1 }") + "  plan.dream: { reach: public, source: S-1 }\n"),
              ElementsAre(HasSubstr("plan.dream: no such operation")));
}

TEST(AccessMatrix, RolesMustBeThoseThatHoldThePermission) {
  EXPECT_THAT(differences_of(with("{ reach: { desk: city }, source: S-1 }")), ElementsAre(HasSubstr("school has plan.draw")));
  EXPECT_THAT(differences_of(with("{ reach: { desk: city, school: institution, guest: own }, source: S-1 }")),
              ElementsAre(HasSubstr("guest has a reach but not plan.draw")));
  EXPECT_THAT(differences_of(with("{ reach: { desk: city, school: institution, ghost: own }, source: S-1 }")),
              ElementsAre(HasSubstr("no role ghost")));
  EXPECT_THAT(differences_of(with("{ reach: { desk: city, school: district }, source: S-1 }")),
              ElementsAre(HasSubstr("school reaches district, wider than its scope institution")));
  EXPECT_THAT(differences_of(with("{ reach: signed_in, source: S-1 }")), ElementsAre(HasSubstr("the matrix says signed_in, the program named roles")));
  EXPECT_THAT(differences_of(with("{ reach: { desk: city, school: institution }, row: year year, source: S-1 }")),
              ElementsAre(HasSubstr("no member year")));
}

TEST(AccessFile, FaultsAreNamedWithTheirPlace) {
  EXPECT_EQ(reason(with("{ reach: public, source: S-1 }")), "read");
  EXPECT_EQ(reason(with("{ reach: galaxy, source: S-1 }")), "plan.draw: unknown reach galaxy");
  EXPECT_EQ(reason(with("{ reach: city, source: S-1 }")), "plan.draw: a reach for everybody is public or signed_in");
  EXPECT_EQ(reason(with("{ reach: {}, source: S-1 }")), "plan.draw: reach is public, signed_in or a map of roles");
  EXPECT_EQ(reason(with("{ source: S-1 }")), "plan.draw: reach is public, signed_in or a map of roles");
  EXPECT_EQ(reason(with("{ reach: public }")), "plan.draw: no source");
  EXPECT_EQ(reason(with("{ reach: public, source: S-1, colour: red }")), "plan.draw: unknown key colour");
  EXPECT_EQ(reason(with("{ reach: public, row: id, source: S-1 }")), "plan.draw: row is a member and a kind of row");
  EXPECT_EQ(reason(with("{ reach: public, source: S-1 }") + "  plan.draw: { reach: public, source: S-1 }\n"), "plan.draw: stands twice");
  EXPECT_EQ(reason(""), "operations: a map of operations is expected");
  EXPECT_THAT(reason("operations: ["), HasSubstr("line"));
}

TEST(AccessFile, ClausesOfTheSourcesStandInTheList) {
  std::set<std::string> known;
  std::istringstream ids{std::string(*embedded::find("law/clause_ids.txt"))};
  for (std::string line; std::getline(ids, line);) known.insert(line);
  for (const auto& [operation, grant] : shipped_access().operations) {
    if (grant.source.rfind("GB/T", 0) == 0 || grant.source.rfind("OpenID", 0) == 0) continue; // standards
    std::istringstream words(grant.source);
    for (std::string word; words >> word;) {
      if (word.back() == ',') word.pop_back();
      EXPECT_TRUE(known.contains(word)) << operation << ": " << word;
    }
  }
}

} // namespace
} // namespace ankao::identity
