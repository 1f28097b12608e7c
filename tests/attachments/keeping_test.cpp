// SPDX-License-Identifier: Apache-2.0
// What the platform does with files afterwards: pictures, scanner, withdrawal, places, scrub, collection.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "attachments/support/world.hpp"
#include "look/support/pictures.hpp"

namespace ankao::attachments {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string k_id = "upload-0000000001";

/// Speaks clamd's INSTREAM on a unix socket, for so many connections; finds whatever contains "EICAR".
class FakeClamd {
public:
  explicit FakeClamd(const std::string& folder, int connections, std::size_t limit = 1 << 20)
      : path_(folder + "/clamd.ctl")
      , limit_(limit) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.copy(address.sun_path, sizeof address.sun_path - 1);
    listener_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
    if (::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || ::listen(listener_, 4) != 0) throw std::runtime_error("no socket for the scanner");
    thread_ = std::thread([this, connections] {
      for (int i = 0; i < connections; ++i) serve();
    });
  }
  ~FakeClamd() {
    thread_.join();
    ::close(listener_);
  }
  ScannerSettings settings() const { return {ScannerAddress{path_, "", ""}, 5}; }

private:
  static bool read(int fd, std::string& out, std::size_t size) {
    out.assign(size, '\0');
    for (std::size_t done = 0; done < size;) {
      const ssize_t got = ::recv(fd, out.data() + done, size - done, 0);
      if (got <= 0) return false;
      done += static_cast<std::size_t>(got);
    }
    return true;
  }
  std::string answer(int fd) {
    std::string command, head, chunk, content;
    if (!read(fd, command, 10) || command != std::string("zINSTREAM\0", 10)) return std::string("UNKNOWN COMMAND\0", 16);
    while (read(fd, head, 4)) {
      std::size_t size = 0;
      for (const char c : head) size = size << 8 | static_cast<unsigned char>(c);
      if (size == 0) return content.find("EICAR") == std::string::npos ? std::string("stream: OK\0", 11) : std::string("stream: Eicar-Test-Signature FOUND\0", 35);
      if (!read(fd, chunk, size)) break;
      content += chunk;
      if (content.size() > limit_) return std::string("INSTREAM size limit exceeded. ERROR\0", 36);
    }
    return "";
  }
  void serve() {
    const int fd = ::accept(listener_, nullptr, nullptr);
    const std::string said = answer(fd);
    static_cast<void>(::send(fd, said.data(), said.size(), MSG_NOSIGNAL));
    ::close(fd);
  }
  std::string path_;
  std::size_t limit_;
  int listener_ = -1;
  std::thread thread_;
};

class Keeping : public ::testing::TestWithParam<std::string> {
protected:
  World world_{GetParam()};
  Room& room() { return world_.room(); }
  Attachment seen(const Asker& asker = k_city) { return *show(room(), asker, k_id); }
  void send_photo() {
    ASSERT_TRUE(world_.send(k_id, "现场.jpg", tests::with_exif(tests::jpeg(400, 300), tests::exif({}))).ok());
    ASSERT_TRUE(look_at(room(), k_id, k_now).ok());
  }
};

TEST_P(Keeping, a_picture_is_drawn_and_its_facts_are_kept) {
  send_photo();
  const Attachment one = seen();
  EXPECT_EQ(one.look, Look::Done);
  EXPECT_EQ(one.facts.taken, "2026-04-10 09:12:33");
  EXPECT_EQ(one.facts.camera, "Ankao Optik Feld 7");
  EXPECT_EQ(one.facts.width, 400);
  const auto small = picture(room(), k_auditor, k_id, Side::Small);
  ASSERT_TRUE(small.ok());
  EXPECT_EQ(small->bytes.find("Optik"), std::string::npos);
  EXPECT_EQ(world_.events("attachment:" + k_id), 2);
  EXPECT_TRUE(look_at(room(), k_id, k_now).ok()) << "a second try changes nothing";
  EXPECT_EQ(world_.events("attachment:" + k_id), 2);
}

TEST_P(Keeping, a_place_is_sealed_masked_and_told_with_a_reason_only) {
  send_photo();
  const Attachment one = seen();
  EXPECT_EQ(one.position.find("23130139"), std::string::npos) << "sealed in the database";
  EXPECT_EQ(masked_place(room(), one), "23.13****, 113.25****");
  EXPECT_EQ(locate(room(), k_city, k_id, "", k_now).problem().id, "attachments.reason");
  EXPECT_EQ(*locate(room(), k_city, k_id, "核实拍摄地点", k_now), "23.130139, 113.258403");
  EXPECT_EQ(world_.events("attachment:" + k_id), 3);
  EXPECT_EQ(content(room(), k_auditor, k_id).problem().id, "attachments.place_hidden") << "the original holds the place";
  EXPECT_TRUE(content(room(), k_city, k_id).ok());
  EXPECT_EQ(locate(room(), k_other, k_id, "好奇", k_now).problem().id, "attachments.unknown");
}

TEST_P(Keeping, a_broken_picture_is_kept_and_marked) {
  ASSERT_TRUE(world_.send(k_id, "坏.jpg", tests::jpeg(300, 300).substr(0, 150)).ok());
  ASSERT_TRUE(look_at(room(), k_id, k_now).ok());
  EXPECT_EQ(seen().look, Look::Failed);
  EXPECT_EQ(seen().look_note, "look.broken_picture");
  EXPECT_EQ(picture(room(), k_city, k_id, Side::Small).problem().id, "attachments.not_drawn");
  EXPECT_TRUE(content(room(), k_city, k_id).ok());
}

TEST_P(Keeping, only_those_who_reach_the_record_see_its_files) {
  send_photo();
  for (const Asker& asker : {k_school, k_city, k_district, k_auditor}) EXPECT_TRUE(show(room(), asker, k_id).ok()) << asker.actor.account;
  EXPECT_EQ(show(room(), k_other, k_id).problem().id, "attachments.unknown");
  EXPECT_EQ(content(room(), k_other, k_id).problem().id, "attachments.unknown");
  EXPECT_EQ(picture(room(), k_other, k_id, Side::Small).problem().id, "attachments.unknown");
  EXPECT_EQ(list(room(), k_other, "report", "A-1").problem().id, "attachments.record_unknown");
  EXPECT_EQ(withdraw(room(), k_other, k_id, "x", k_now).problem().id, "attachments.unknown");
}

TEST_P(Keeping, a_withdrawn_file_stays_in_the_list_and_its_content_is_kept) {
  send_photo();
  EXPECT_EQ(withdraw(room(), k_school, k_id, "", k_now).problem().id, "attachments.reason");
  EXPECT_EQ(withdraw(room(), k_district, k_id, "不清楚", k_now).problem().id, "attachments.not_yours");
  ASSERT_TRUE(withdraw(room(), k_school, k_id, "传错了", k_now).ok());
  EXPECT_EQ(withdraw(room(), k_city, k_id, "再撤", k_now).problem().id, "attachments.withdrawn");
  EXPECT_EQ(seen().withdrawn->reason, "传错了");
  EXPECT_EQ(content(room(), k_school, k_id).problem().id, "attachments.withdrawn");
  EXPECT_TRUE(content(room(), k_city, k_id).ok()) << "the city can look";
  EXPECT_EQ(collect_contents(room(), {k_now.ms + std::int64_t{1000} * 86'400'000}), 0) << "kept under its term";
}

TEST_P(Keeping, a_scanner_finds_what_harms_and_nobody_opens_it) {
  FakeClamd clamd(world_.folder(), 2);
  world_.restart(clamd.settings());
  const auto clean = world_.send("upload-000000000c", "好.txt", "无害的说明");
  ASSERT_TRUE(clean.ok());
  EXPECT_EQ(clean->scan, Scan::Clean);
  const auto infected = world_.send(k_id, "坏.txt", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
  ASSERT_TRUE(infected.ok()) << infected.problem().id;
  EXPECT_EQ(infected->scan, Scan::Infected);
  EXPECT_EQ(infected->scan_note, "Eicar-Test-Signature");
  EXPECT_TRUE(infected->sealed) << "no other program can run it";
  EXPECT_EQ(content(room(), k_city, k_id).problem().id, "attachments.quarantined");
  EXPECT_EQ(world_.notices_of("guanli"), 1) << "the administrator is told";
}

TEST_P(Keeping, without_an_answer_a_file_is_unchecked_and_asked_about_again) {
  world_.restart({ScannerAddress{world_.folder() + "/nobody.ctl", "", ""}, 5});
  ASSERT_TRUE(world_.send(k_id, "a.txt", "含 EICAR 的内容").ok());
  EXPECT_EQ(seen().scan, Scan::Unchecked);
  EXPECT_EQ(seen().scan_note, "scanner away");
  EXPECT_TRUE(content(room(), k_school, k_id).ok()) << "open, and visibly unchecked";
  EXPECT_EQ(scan_again(room(), k_now), 0);
  FakeClamd clamd(world_.folder(), 1);
  world_.restart(clamd.settings());
  EXPECT_EQ(scan_again(room(), k_now), 1);
  EXPECT_EQ(seen().scan, Scan::Infected);
  EXPECT_EQ(content(room(), k_school, k_id).problem().id, "attachments.quarantined");
  EXPECT_EQ(world_.notices_of("guanli"), 1);
}

TEST_P(Keeping, a_file_too_large_for_the_scanner_says_so) {
  FakeClamd clamd(world_.folder(), 1, 1000);
  world_.restart(clamd.settings());
  const auto sent = world_.send(k_id, "a.txt", std::string(500'000, 'x'));
  ASSERT_TRUE(sent.ok());
  EXPECT_EQ(sent->scan, Scan::Unchecked);
  EXPECT_THAT(sent->scan_note, ::testing::AnyOf(HasSubstr("size limit"), HasSubstr("broke off")));
}

TEST_P(Keeping, a_scrub_names_what_is_altered_and_what_is_missing) {
  send_photo();
  ASSERT_TRUE(world_.send("upload-000000000b", "b.txt", "要丢失的内容").ok());
  const auto document = blobs::Store(world_.folder(), room().vault).put("别处的文书", blobs::Form::Plain, 100);
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(scrub(room(), k_now).sound, 5) << "what other capabilities keep is read too";
  EXPECT_EQ(storage(room()).orphans, 0) << "and is never taken for an orphan";
  EXPECT_TRUE(scrub(room(), k_now).altered.empty());
  const std::string altered = seen().sm3, missing = show(room(), k_city, "upload-000000000b")->sm3;
  const std::string contents = world_.folder() + "/attachments/";
  std::ofstream(contents + altered.substr(0, 2) + "/" + altered + ".sealed") << "something else";
  std::filesystem::remove(contents + missing.substr(0, 2) + "/" + missing);
  const auto row = scrub(room(), k_now);
  EXPECT_THAT(row.altered, ElementsAre(altered));
  EXPECT_THAT(row.missing, ElementsAre(missing));
  EXPECT_EQ(row.sound, 3) << "the drawn pictures and the document";
  EXPECT_EQ(world_.notices_of("guanli"), 1);
  EXPECT_THAT(storage(room()).last_scrub->missing, ElementsAre(missing));
  EXPECT_EQ(content(room(), k_city, k_id).problem().id.substr(0, 6), "vault.") << "never served";
}

TEST_P(Keeping, orphans_go_after_a_day_and_what_is_named_stays) {
  send_photo();
  ASSERT_TRUE(room().contents.put("无主", blobs::Form::Plain, 100).ok());
  EXPECT_EQ(storage(room()).orphans, 1);
  EXPECT_EQ(collect_contents(room(), {0}), 0) << "its record may not be committed yet";
  const std::int64_t later = std::int64_t{4'000'000'000'000};
  EXPECT_EQ(collect_contents(room(), {later}), 1);
  EXPECT_TRUE(content(room(), k_city, k_id).ok());
  EXPECT_EQ(storage(room()).orphans, 0);
  EXPECT_EQ(storage(room()).contents, 3);
}

class Everywhere : public Keeping {};

TEST_P(Everywhere, the_life_of_a_file_is_the_same_on_every_database) {
  const std::string photo = tests::with_exif(tests::jpeg(400, 300), tests::exif({}));
  const std::string text = "含 EICAR 的内容";
  ASSERT_TRUE(start(room(), k_school, world_.claim(k_id, "a.jpg", photo), k_now).ok());
  ASSERT_TRUE(add_part(room(), k_school, k_id, 0, photo.substr(0, 500), k_now).ok());
  EXPECT_EQ(storage(room()).open_uploads, 1);
  world_.restart();
  ASSERT_TRUE(add_part(room(), k_school, k_id, 500, photo.substr(500), k_now).ok());
  ASSERT_TRUE(finish(room(), k_school, k_id, k_now).ok());
  ASSERT_TRUE(look_at(room(), k_id, k_now).ok());
  EXPECT_EQ(*locate(room(), k_city, k_id, "核实", k_now), "23.130139, 113.258403");
  EXPECT_EQ(content(room(), k_city, k_id)->bytes, photo);
  ASSERT_TRUE(world_.send("upload-000000000b", "b.txt", text).ok());
  {
    FakeClamd clamd(world_.folder(), 2);
    world_.restart(clamd.settings());
    EXPECT_EQ(scan_again(room(), k_now), 2);
  }
  EXPECT_EQ(storage(room()).counts.infected, 1);
  ASSERT_TRUE(withdraw(room(), k_school, k_id, "传错了", k_now).ok());
  EXPECT_EQ(list(room(), k_city, "report", "A-1")->front().withdrawn->reason, "传错了");
  EXPECT_EQ(scrub(room(), k_now).sound, 4);
  EXPECT_EQ(storage(room()).last_scrub->sound, 4);
  ASSERT_TRUE(start(room(), k_school, world_.claim("upload-000000000c", "c.txt", "abc"), k_now).ok());
  EXPECT_EQ(collect_uploads(room(), {k_now.ms + std::int64_t{86'400'000} * 30}), 1);
  EXPECT_EQ(storage(room()).counts.withdrawn, 1);
}

INSTANTIATE_TEST_SUITE_P(Databases, Everywhere, ::testing::ValuesIn(tests::k_stores), tests::store_name<::testing::TestParamInfo<std::string>>);
INSTANTIATE_TEST_SUITE_P(Databases, Keeping, ::testing::Values("memory"), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::attachments
