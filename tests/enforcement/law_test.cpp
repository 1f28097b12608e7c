// SPDX-License-Identifier: Apache-2.0
// law/enforcement.yaml and its strict reader: every fault is named with its line.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "embedded/embedded.hpp"
#include "enforcement/files/law.hpp"
#include "identity/files/roles.hpp"
#include "problems/catalogue.hpp"

namespace ankao::enforcement {
namespace {

std::string shipped() { return std::string(*embedded::find("law/enforcement.yaml")); }

std::string refused(const std::string& from, const std::string& to) {
  std::string text = shipped();
  const auto at = text.find(from);
  if (at == std::string::npos) return "nothing to change: " + from;
  text.replace(at, from.size(), to);
  const auto read = read_law(text);
  if (read.ok()) return "";
  EXPECT_TRUE(problems::Catalogue::shipped().has(read.problem().id)) << read.problem().id;
  EXPECT_EQ(read.problem().at.rfind("law/enforcement.yaml:", 0), 0U) << read.problem().at;
  return read.problem().id;
}

TEST(EnforcementLaw, EveryClauseStandsInTheListAndEveryDeciderDecides) {
  std::set<std::string> known;
  std::istringstream ids{std::string(*embedded::find("law/clause_ids.txt"))};
  for (std::string line; std::getline(ids, line);) known.insert(line);
  const EnforcementLaw& law = shipped_law();
  for (const KindLaw& one : law.kinds) {
    EXPECT_TRUE(known.contains(one.clause)) << one.clause;
    for (const std::string& role : one.decided_by) {
      ASSERT_NE(identity::shipped_roles().find(role), nullptr) << role;
      EXPECT_TRUE(identity::shipped_roles().find(role)->decides) << role;
      EXPECT_TRUE(identity::shipped_roles().find(role)->permissions.contains("decision.sign")) << role;
    }
  }
  for (const GroundLaw& ground : law.grounds) {
    EXPECT_TRUE(known.contains(ground.clause)) << ground.clause;
    for (const MeasureLaw& one : ground.measures) EXPECT_TRUE(known.contains(one.clause)) << one.clause;
  }
}

TEST(EnforcementLaw, TheRangesAreThoseOfTheNotice) {
  const auto range = [](const char* clause) {
    const MeasureLaw* one = shipped_law().ground(clause)->measure(Kind::Suspension);
    return std::pair(one->months_from, one->months_to);
  };
  for (const char* clause : {"C-1a", "C-3a", "C-4.2.1", "C-4.2.5", "P-3.2.1", "P-3.2.8", "M-4.2.4"}) EXPECT_EQ(range(clause), std::pair(3, 6)) << clause;
  EXPECT_EQ(range("C-4.1a"), std::pair(6, 6)) << "G-35: six months lie in the range of the province";
  // C-3c names removal and revocation under the city's notice, not the cancellation of P-3.2 (G-38).
  for (const char* clause : {"C-1b", "C-2.1", "C-3b", "C-4.1b", "C-4.1c"}) EXPECT_EQ(shipped_law().ground(clause)->bars_years, 3) << clause;
  EXPECT_EQ(shipped_law().ground("P-3.2")->bars_years, 0);
  // G-60: what suspends a site never strikes an institution.
  EXPECT_FALSE(shipped_law().ground("P-3.2.1")->is_against("institution"));
  EXPECT_FALSE(shipped_law().ground("C-3a")->is_against("site"));
  // G-72: the district proposes, the city decides.
  EXPECT_EQ(shipped_law().kind(Kind::Suspension).decided_by, std::vector<std::string>{"city_bureau"});
}

TEST(EnforcementLaw, FaultsAreRefusedWithTheirPlace) {
  EXPECT_EQ(refused("months: [3, 6] }", "months: [6, 3] }"), "enforcement.law_value");
  EXPECT_EQ(refused("months: [3, 6] }", "months: [0, 6] }"), "enforcement.law_value");
  EXPECT_EQ(refused("months: [3, 6] }", "months: [3] }"), "enforcement.law_value");
  EXPECT_EQ(refused(", months: [3, 6] }", " }"), "enforcement.law_value") << "a suspension without a range";
  EXPECT_EQ(refused("{ kind: warning, term: 给予警告, en: warned, clause: C-1a }", "{ kind: warning, term: 给予警告, en: warned, clause: C-1a, months: [3, 6] }"), "enforcement.law_value") << "a range without a suspension";
  EXPECT_EQ(refused("kind: warning", "kind: wrath"), "enforcement.law_value");
  EXPECT_EQ(refused("needs: [due]", "needs: [dew]"), "enforcement.law_value");
  EXPECT_EQ(refused("against: [institution]", "against: [examiner]"), "enforcement.law_value");
  EXPECT_EQ(refused("clause: C-1a\n", "clause: P-3.1a\n"), "enforcement.law_value") << "a ground twice";
  EXPECT_EQ(refused("bars: 3\n", "bans: 3\n"), "enforcement.law_key_unknown");
  EXPECT_EQ(refused("gaps: [G-43]", "gaps: [G-99]"), "enforcement.law_key_unknown");
  EXPECT_EQ(refused("    zh: 代其他机构报考\n", ""), "enforcement.law_key_missing");
  EXPECT_EQ(refused("source: ", "source: [\n"), "enforcement.law_syntax");
  EXPECT_EQ(refused("source: ", "source: "), "");
}

} // namespace
} // namespace ankao::enforcement
