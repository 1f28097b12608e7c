// SPDX-License-Identifier: Apache-2.0
// A file comes in whole or not at all, counts once however often it is sent, and survives a restart in the middle.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "attachments/store/uploads.hpp"
#include "attachments/support/world.hpp"
#include "base/sm3.hpp"
#include "look/support/pictures.hpp"

namespace ankao::attachments {
namespace {

const std::string k_id = "upload-0000000001";

class Uploads : public ::testing::TestWithParam<std::string> {
protected:
  World world_{GetParam()};
  Room& room() { return world_.room(); }
  std::string refused(const std::string& id, const std::string& name, const std::string& bytes) {
    const auto sent = world_.send(id, name, bytes);
    return sent.ok() ? "taken" : sent.problem().id;
  }
  std::string on_disk() {
    std::string out;
    for (const auto& one : std::filesystem::recursive_directory_iterator(world_.folder()))
      if (one.is_regular_file()) out += one.path().filename().string() + " ";
    return out;
  }
};

TEST_P(Uploads, what_was_sent_in_parts_is_attached_with_its_digest_and_an_event) {
  const std::string photo = tests::with_exif(tests::jpeg(400, 300), tests::exif({}));
  const auto sent = world_.send(k_id, "现场照片.JPG", photo, k_school, 1000);
  ASSERT_TRUE(sent.ok()) << sent.problem().id;
  EXPECT_EQ(sent->sm3, to_hex(sm3(photo)));
  EXPECT_EQ(sent->type, "image/jpeg");
  EXPECT_EQ(sent->person, "甲机构");
  EXPECT_EQ(sent->captured_at, Instant{k_now.ms - 60'000});
  EXPECT_EQ(sent->received_at, k_now);
  EXPECT_EQ(sent->scan, Scan::Unchecked) << "nobody scanned it, and it says so";
  EXPECT_EQ(world_.events("attachment:" + k_id), 1);
  EXPECT_EQ(content(room(), k_school, k_id)->bytes, photo);
  EXPECT_EQ(list(room(), k_school, "report", "A-1")->size(), 1u);
  EXPECT_TRUE(sent->sealed) << "pictures may show persons";
  EXPECT_TRUE(std::filesystem::is_empty(world_.folder() + "/uploads"));
}

TEST_P(Uploads, every_call_may_come_twice) {
  const std::string bytes = "第一段第二段";
  const Claim claim = world_.claim(k_id, "a.txt", bytes);
  ASSERT_TRUE(start(room(), k_school, claim, k_now).ok());
  EXPECT_EQ(start(room(), k_school, claim, k_now)->offset, 0);
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, bytes.substr(0, 9), k_now).ok());
  const auto again = add_part(room(), k_school, k_id, 0, bytes.substr(0, 9), k_now);
  EXPECT_EQ(again.problem().id, "uploads.offset");
  EXPECT_EQ(again.problem().details.at(1).value, "9") << "says where to go on";
  EXPECT_EQ(start(room(), k_school, claim, k_now)->offset, 9) << "beginning again tells how far it is";
  ASSERT_TRUE(add_part(room(), k_school, k_id, 9, bytes.substr(9), k_now).ok());
  const auto first = finish(room(), k_school, k_id, k_now);
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(finish(room(), k_school, k_id, {k_now.ms + 5})->event, first->event);
  EXPECT_EQ(world_.events("attachment:" + k_id), 1);
  EXPECT_EQ(list(room(), k_school, "report", "A-1")->size(), 1u);
  EXPECT_EQ(start(room(), k_school, claim, k_now)->state, UploadState::Finished);
}

TEST_P(Uploads, an_id_belongs_to_one_file_of_one_account) {
  ASSERT_TRUE(start(room(), k_school, world_.claim(k_id, "a.txt", "abc"), k_now).ok());
  EXPECT_EQ(start(room(), k_school, world_.claim(k_id, "a.txt", "abcd"), k_now).problem().id, "uploads.id_taken");
  EXPECT_EQ(start(room(), k_city, world_.claim(k_id, "a.txt", "abc"), k_now).problem().id, "uploads.id_taken");
  EXPECT_EQ(add_part(room(), k_city, k_id, 0, "abc", k_now).problem().id, "uploads.unknown");
  EXPECT_EQ(finish(room(), k_city, k_id, k_now).problem().id, "uploads.unknown");
  EXPECT_EQ(state_of(room(), k_other, k_id).problem().id, "uploads.unknown");
  EXPECT_EQ(cancel(room(), k_other, k_id, k_now).problem().id, "uploads.unknown");
}

TEST_P(Uploads, go_on_after_a_restart_in_the_middle) {
  const std::string photo = tests::jpeg(300, 300);
  ASSERT_TRUE(start(room(), k_school, world_.claim(k_id, "a.jpg", photo), k_now).ok());
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, photo.substr(0, 700), k_now).ok());
  EXPECT_EQ(finish(room(), k_school, k_id, k_now).problem().id, "uploads.incomplete");
  world_.restart();
  EXPECT_EQ(state_of(room(), k_school, k_id)->offset, 700);
  ASSERT_TRUE(add_part(room(), k_school, k_id, 700, photo.substr(700), k_now).ok());
  const auto done = finish(room(), k_school, k_id, k_now);
  ASSERT_TRUE(done.ok()) << done.problem().id;
  EXPECT_EQ(done->sm3, to_hex(sm3(photo)));
}

TEST_P(Uploads, parts_lie_on_the_disk_sealed_and_go_when_the_upload_ends) {
  const std::string secret = "身份证号写在这里 440106199001010000";
  ASSERT_TRUE(start(room(), k_school, world_.claim(k_id, "a.txt", secret), k_now).ok());
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, secret, k_now).ok());
  EXPECT_NE(on_disk(), "");
  for (const auto& one : std::filesystem::recursive_directory_iterator(world_.folder()))
    if (one.is_regular_file()) {
      std::ifstream file(one.path());
      const std::string kept{std::istreambuf_iterator<char>(file), {}};
      EXPECT_EQ(kept.find("440106199001010000"), std::string::npos);
    }
  ASSERT_TRUE(cancel(room(), k_school, k_id, k_now).ok());
  EXPECT_TRUE(cancel(room(), k_school, k_id, k_now).ok()) << "twice harms nothing";
  EXPECT_EQ(on_disk(), "");
  EXPECT_EQ(add_part(room(), k_school, k_id, 0, secret, k_now).problem().id, "uploads.closed");
}

TEST_P(Uploads, a_part_is_as_large_as_allowed_and_never_beyond_the_file) {
  const auto most = static_cast<std::size_t>(room().law.part_bytes);
  ASSERT_TRUE(start(room(), k_school, world_.claim(k_id, "a.pdf", std::string(most + 10, 'x')), k_now).ok());
  EXPECT_EQ(add_part(room(), k_school, k_id, 0, std::string(most + 1, 'x'), k_now).problem().id, "uploads.part_size");
  EXPECT_EQ(add_part(room(), k_school, k_id, 0, "", k_now).problem().id, "uploads.part_size");
  EXPECT_EQ(add_part(room(), k_school, k_id, 5, "x", k_now).problem().id, "uploads.offset");
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, std::string(most, 'x'), k_now).ok());
  EXPECT_EQ(add_part(room(), k_school, k_id, static_cast<std::int64_t>(most), std::string(11, 'x'), k_now).problem().id, "uploads.part_size") << "one byte beyond the claimed size";
}

TEST_P(Uploads, another_digest_than_the_sender_computed_is_refused) {
  Claim claim = world_.claim(k_id, "a.txt", "abc");
  claim.sm3 = "xyz";
  EXPECT_EQ(start(room(), k_school, claim, k_now).problem().id, "uploads.sm3");
  claim.sm3 = to_hex(sm3("abd"));
  ASSERT_TRUE(start(room(), k_school, claim, k_now).ok());
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, "abc", k_now).ok());
  EXPECT_EQ(finish(room(), k_school, k_id, k_now).problem().id, "blobs.not_as_sent");
  EXPECT_EQ(state_of(room(), k_school, k_id)->state, UploadState::Cancelled);
  EXPECT_EQ(on_disk(), "") << "nothing of it is left";
}

TEST_P(Uploads, what_is_not_what_its_name_says_is_refused_and_leaves_nothing) {
  const std::string program = "MZ" + std::string(58, '\0') + std::string("\x40\0\0\0PE\0\0\x64\x86", 10) + std::string(200, '\0');
  EXPECT_EQ(refused("upload-000000000a", "假照片.jpg", program), "attachments.other_type");
  EXPECT_EQ(refused("upload-000000000b", "page.jpg", "<html><body onload=alert(1)>"), "attachments.other_type");
  EXPECT_EQ(refused("upload-000000000c", "page.txt", "<!DOCTYPE html><html><script>alert(1)</script>"), "attachments.other_type");
  EXPECT_EQ(refused("upload-000000000d", "page.pdf", "<html><script>alert(1)</script>\n%PDF-1.4\n"), "attachments.other_type");
  EXPECT_EQ(refused("upload-000000000e", "x.txt", "普通文字"), "taken");
  EXPECT_EQ(list(room(), k_school, "report", "A-1")->size(), 1u);
}

TEST_P(Uploads, belong_to_records_within_reach_of_roles_that_add_there) {
  Claim claim = world_.claim(k_id, "a.txt", "abc");
  EXPECT_EQ(start(room(), k_other, claim, k_now).problem().id, "attachments.record_unknown");
  claim.subject = "C-9";
  EXPECT_EQ(start(room(), k_school, claim, k_now).problem().id, "attachments.record_unknown");
  claim.subject_kind = "secret";
  EXPECT_EQ(start(room(), k_school, claim, k_now).problem().id, "attachments.record_unknown");
  EXPECT_EQ(start(room(), k_district, world_.claim(k_id, "a.txt", "abc"), k_now).problem().id, "attachments.not_added_here");
}

TEST_P(Uploads, a_record_that_is_finished_takes_no_more_files) {
  const Claim begun = world_.claim(k_id, "a.txt", "abc");
  ASSERT_TRUE(start(room(), k_school, begun, k_now).ok());
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, "abc", k_now).ok());
  EXPECT_FALSE(finished(room(), k_school, "report", "A-1"));
  world_.close("A-1");
  EXPECT_TRUE(finished(room(), k_school, "report", "A-1"));
  const auto late = start(room(), k_school, world_.claim("upload-late-1001", "b.txt", "abc"), k_now);
  EXPECT_EQ(late.problem().id, "attachments.record_finished");
  EXPECT_EQ(late.problem().at, "/subject");
  EXPECT_EQ(finish(room(), k_school, k_id, k_now).problem().id, "attachments.record_finished") << "one that was under way comes too late as well";
  EXPECT_TRUE(list(room(), k_school, "report", "A-1")->empty());
}

TEST_P(Uploads, what_arrived_before_the_record_was_finished_stays) {
  ASSERT_TRUE(start(room(), k_school, world_.claim(k_id, "a.txt", "abc"), k_now).ok());
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, "abc", k_now).ok());
  const auto first = finish(room(), k_school, k_id, k_now);
  world_.close("A-1");
  EXPECT_EQ(finish(room(), k_school, k_id, k_now)->event, first->event) << "asked again it says the same";
  EXPECT_EQ(list(room(), k_school, "report", "A-1")->size(), 1u);
}

TEST_P(Uploads, at_most_so_many_of_an_account_are_open) {
  for (int i = 0; i < room().law.open_uploads; ++i) ASSERT_TRUE(start(room(), k_school, world_.claim("upload-many-" + std::to_string(1000 + i), "a.txt", "abc"), k_now).ok());
  EXPECT_EQ(start(room(), k_school, world_.claim(k_id, "a.txt", "abc"), k_now).problem().id, "uploads.too_many");
  ASSERT_TRUE(cancel(room(), k_school, "upload-many-1000", k_now).ok());
  EXPECT_TRUE(start(room(), k_school, world_.claim(k_id, "a.txt", "abc"), k_now).ok());
}

TEST_P(Uploads, abandoned_ones_are_collected_those_still_touched_are_not) {
  const std::int64_t term = room().law.abandoned_hours * std::int64_t{3'600'000};
  ASSERT_TRUE(start(room(), k_school, world_.claim(k_id, "a.txt", "abc"), k_now).ok());
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, "a", k_now).ok());
  EXPECT_EQ(collect_uploads(room(), {k_now.ms + term}), 0);
  EXPECT_EQ(collect_uploads(room(), {k_now.ms + term + 1}), 1);
  EXPECT_EQ(on_disk(), "");
  EXPECT_EQ(state_of(room(), k_school, k_id)->state, UploadState::Abandoned);
  EXPECT_EQ(world_.events("upload:" + k_id), 2);
}

TEST_P(Uploads, a_part_that_was_altered_on_the_disk_is_noticed) {
  ASSERT_TRUE(start(room(), k_school, world_.claim(k_id, "a.txt", "abcdef"), k_now).ok());
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, "abcdef", k_now).ok());
  for (const auto& one : std::filesystem::directory_iterator(world_.folder() + "/uploads/" + k_id)) std::ofstream(one.path()) << "something else";
  EXPECT_EQ(finish(room(), k_school, k_id, k_now).problem().id, "uploads.part_lost");
}

INSTANTIATE_TEST_SUITE_P(Databases, Uploads, ::testing::Values("memory"), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::attachments
