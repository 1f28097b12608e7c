// SPDX-License-Identifier: Apache-2.0
// A counted figure agrees, differs from the register, or is below what the form asks although the part is called met.
#include "inspection/rules/differences.hpp"

#include <gtest/gtest.h>

namespace ankao::inspection {
namespace {

const Fact k_computers{"computers", 30};
const Fact k_examined{"examined", 0};

TEST(Differences, AFigureAgreesWhenItIsWhatTheRegisterSaysAndWhatTheFormAsks) {
  EXPECT_EQ(difference(k_computers, Mark::Met, 40, 40), std::nullopt);
  EXPECT_EQ(difference(k_computers, Mark::Met, 30, 30), std::nullopt) << "just enough";
  EXPECT_EQ(difference(k_computers, Mark::Not, 29, 29), std::nullopt) << "too few, and said so";
}

TEST(Differences, OneMoreOrLessThanTheRegisterDiffers) {
  EXPECT_EQ(difference(k_computers, Mark::Met, 41, 40), DifferenceKind::Differs);
  EXPECT_EQ(difference(k_computers, Mark::Met, 39, 40), DifferenceKind::Differs);
  EXPECT_EQ(difference(k_examined, Mark::Met, 0, 900), DifferenceKind::Differs) << "also where the form asks no figure";
}

TEST(Differences, MetBelowWhatIsAskedIsAWrongAnswerWhoeverSaysTheFigure) {
  EXPECT_EQ(difference(k_computers, Mark::Met, 29, 29), DifferenceKind::Below) << "just too few";
  EXPECT_EQ(difference(k_computers, Mark::Met, 29, 40), DifferenceKind::Below) << "goes before differing";
  EXPECT_EQ(difference(k_computers, Mark::Met, std::nullopt, 29), DifferenceKind::Below) << "not counted: the register says it";
  EXPECT_EQ(difference(k_computers, Mark::Met, 29, std::nullopt), DifferenceKind::Below);
}

TEST(Differences, WhereNobodyKnowsNothingDiffers) {
  EXPECT_EQ(difference(k_computers, Mark::Met, std::nullopt, std::nullopt), std::nullopt);
  EXPECT_EQ(difference(k_computers, Mark::Met, 31, std::nullopt), std::nullopt);
  EXPECT_EQ(difference(k_computers, Mark::Met, std::nullopt, 31), std::nullopt) << "not counted";
}

TEST(Differences, AFormWithTwoColumnsTellsAFigureOnce) {
  const auto answer = [](Column column, int value) { return Answer{"A23-3-4", column, {PartAnswer{"1", Mark::Met, {}, {}, "", {{"computers", value}}}}, false, "", ""}; };
  const std::vector<Answer> both{answer(Column::Written, 40), answer(Column::OnSite, 35)};
  const auto found = difference_in(both, "A23-3-4", "1", k_computers, 40);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(*found, (Difference{"A23-3-4", "1", "computers", 30, 35, 40, DifferenceKind::Differs}));
  EXPECT_FALSE(difference_in({answer(Column::Written, 40)}, "A23-3-4", "1", k_computers, 40).has_value());
  EXPECT_FALSE(difference_in(both, "A23-3-4", "2", k_computers, 40).has_value()) << "another part";
}

} // namespace
} // namespace ankao::inspection
