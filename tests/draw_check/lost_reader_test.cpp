// SPDX-License-Identifier: Apache-2.0
// "ankao-draw-lost/1": what reads, and where the fault lies in what does not.
#include <gtest/gtest.h>

#include "draw/files/lost_file.hpp"
#include "draw/rules/losses.hpp"
#include "draw_check/support/text.hpp"

namespace ankao::draw::testing {
namespace {

std::string file(const std::string& sites, const std::string& rooms = "", const std::string& sessions = "") {
  return R"({"format":"ankao-draw-lost/1","sites":[)" + sites + R"(],"rooms":[)" + rooms + R"(],"sessions":[)" + sessions + "]}";
}

std::string refused(const std::string& text) {
  const auto read = read_lost(text, full_world().instance);
  return read.ok() ? "" : read.problem().id + " at " + read.problem().at;
}

const std::string k_site = R"({"site":"S02","from":"2024-03-05","to":"2024-03-06"})";
const std::string k_session = R"({"room":"S03-1","date":"2024-03-06","slot":"am"})";

TEST(LostReader, ReadsSitesRoomsAndSessionsAndClosesExactlyThose) {
  const Instance instance = full_world().instance;
  const auto read = read_lost(file(k_site, R"({"room":"S01-1","from":"2024-02-01","to":"2024-03-04"})", k_session), instance);
  ASSERT_TRUE(read.ok());
  const Instance after = after_loss(instance, *read);
  EXPECT_EQ(after.sites[1].suspended.size(), instance.sites[1].suspended.size() + 1);
  EXPECT_EQ(after.rooms[0].open.size(), instance.rooms[0].open.size() - 1);
  for (std::size_t d = 0; d < after.rooms[2].open.size(); ++d)
    EXPECT_EQ(after.rooms[2].open[d].slots.size(), d == 2 ? 1U : 2U) << d;
  EXPECT_EQ(write_instance(after_loss(instance, {})), write_instance(instance));
  EXPECT_TRUE(read_instance(write_instance(after)).ok());
}

TEST(LostReader, SaysWhereTheFaultLies) {
  EXPECT_EQ(refused(file("")), "");
  EXPECT_EQ(refused(R"({"format":"ankao-draw-lost/2"})"), "draw.file.wrong_format at /format");
  EXPECT_EQ(refused(R"({"format":"ankao-draw-lost/1","sites":[],"rooms":[]})"), "draw.file.missing_member at /sessions");
  EXPECT_EQ(refused(file(R"({"site":"S02","from":"2024-03-05"})")), "draw.file.missing_member at /sites/0/to");
  EXPECT_EQ(refused(file(R"({"site":"S02","from":"2024-03-05","to":"2024-03-05","why":"x"})")), "draw.file.unknown_member at /sites/0/why");
  EXPECT_EQ(refused(file(R"({"site":"S99","from":"2024-03-05","to":"2024-03-05"})")), "draw.file.unknown_reference at /sites/0/site");
  EXPECT_EQ(refused(file(R"({"site":"S02","from":"2024-03-06","to":"2024-03-05"})")), "draw.file.ends_before_start at /sites/0");
  EXPECT_EQ(refused(file(R"({"site":"S02","from":"2024-02-30","to":"2024-03-05"})")), "draw.file.bad_date at /sites/0/from");
  EXPECT_EQ(refused(file(k_site + "," + k_site)), "draw.file.doubled_id at /sites/1");
  EXPECT_EQ(refused(file("", R"({"room":"S02","from":"2024-03-05","to":"2024-03-05"})")), "draw.file.unknown_reference at /rooms/0/room");
  EXPECT_EQ(refused(file("", "", R"({"room":"S03-1","date":"2024-03-09","slot":"am"})")), "draw.lost_date_unknown at /sessions/0/date");
  EXPECT_EQ(refused(file("", "", R"({"room":"S03-1","date":"2024-03-06","slot":"night"})")), "draw.file.unknown_slot at /sessions/0/slot");
  EXPECT_EQ(refused(file("", "", k_session + "," + k_session)), "draw.file.doubled_id at /sessions/1");
  EXPECT_EQ(refused(file("", "", R"({"room":"S03-1","date":5,"slot":"am"})")), "draw.file.wrong_type at /sessions/0/date");
  EXPECT_EQ(refused(file(k_site).substr(0, 60)).substr(0, 19), "draw.file.cut_short");
  EXPECT_EQ(refused(std::string(100, '[')).substr(0, 18), "draw.file.too_deep");
}

} // namespace
} // namespace ankao::draw::testing
