// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "api/binding/multipart.hpp"
#include "api/support/sample.hpp"

namespace ankao::api::sample {
namespace {

const std::string k_type = "multipart/form-data; boundary=XX";

std::string part(const std::string& disposition, const std::string& bytes, const std::string& more = {}) {
  return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + bytes + "\r\n";
}
std::string file_part(const std::string& bytes = "PK\x01\r\n--X") {
  return part("name=\"file\"; filename=\"名单.xlsx\"", bytes, "Content-Type: application/zip\r\n");
}
const std::string k_end = "--XX--\r\n";

std::string refused(const std::string& body, const std::string& type = k_type) {
  const auto upload = parse_upload(type, body);
  return upload.ok() ? "taken" : upload.problem().id;
}

TEST(Multipart, takes_file_and_fields) {
  const auto upload = parse_upload(k_type, part("name=\"note\"", "安\r\n全") + file_part() + part("name=other", "") + k_end);
  ASSERT_TRUE(upload.ok()) << upload.problem().id;
  EXPECT_EQ(upload->name, "名单.xlsx");
  EXPECT_EQ(upload->content_type, "application/zip");
  EXPECT_EQ(upload->bytes, "PK\x01\r\n--X");
  EXPECT_EQ(upload->field("note"), "安\r\n全");
  EXPECT_EQ(upload->field("other"), "");
  EXPECT_EQ(upload->field("none"), std::nullopt);
}

TEST(Multipart, works_through_an_operation) {
  SampleApi api;
  const auto response =
      api.call(Verb::Post, "/api/rooms/7/files", {{"content-type", k_type}}, {}, file_part("abc") + part("name=a", "b") + k_end);
  EXPECT_EQ(nlohmann::json::parse(response.body),
            nlohmann::json::parse(R"({"text":"名单.xlsx|application/zip|abc","fields":["7","a=b"]})"));
}

TEST(Multipart, every_cut_off_body_is_refused) {
  const std::string whole = part("name=\"note\"", "x") + file_part() + k_end;
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) EXPECT_NE(refused(whole.substr(0, size)), "taken") << size;
  EXPECT_EQ(refused(whole.substr(0, whole.size() - 2)), "taken"); // the last line end may be missing
  EXPECT_EQ(refused(whole + "x"), "request.multipart_cut_off");
}

TEST(Multipart, boundary_must_be_there_and_right) {
  const std::string body = file_part() + k_end;
  EXPECT_EQ(refused(body, "multipart/form-data"), "request.multipart_boundary");
  EXPECT_EQ(refused(body, "multipart/form-data; boundary="), "request.multipart_boundary");
  EXPECT_EQ(refused(body, "multipart/form-data; boundary=YY"), "request.multipart_boundary");
  EXPECT_EQ(refused(body, "multipart/form-data; boundary=" + std::string(71, 'a')), "request.multipart_boundary");
  EXPECT_EQ(refused(body, "multipart/form-data; boundary=XX; boundary=YY"), "request.multipart_boundary");
  EXPECT_EQ(refused(body, "multipart/form-data; boundary=\"XX"), "request.multipart_boundary");
  EXPECT_EQ(refused(body, "Multipart/Form-Data; charset=utf-8; Boundary=\"XX\""), "taken");
  EXPECT_EQ(refused("preamble\r\n" + body), "request.multipart_boundary");
}

TEST(Multipart, other_content_types_are_refused) {
  EXPECT_EQ(refused("a=b", "application/x-www-form-urlencoded"), "request.content_type");
  EXPECT_EQ(refused("", ""), "request.content_type");
}

TEST(Multipart, part_headers_must_be_sound) {
  EXPECT_EQ(refused("--XX\r\n\r\nbytes\r\n" + k_end), "request.multipart_header");
  EXPECT_EQ(refused("--XX\r\nnonsense\r\n\r\nbytes\r\n" + k_end), "request.multipart_header");
  EXPECT_EQ(refused("--XX\r\nContent-Disposition: attachment; name=file\r\n\r\nbytes\r\n" + k_end), "request.multipart_header");
  EXPECT_EQ(refused(part("filename=\"a\"", "x") + k_end), "request.multipart_header");
  EXPECT_EQ(refused(part("name=\"file", "x") + k_end), "request.multipart_header");
  EXPECT_EQ(refused(part("name=a; name=b", "x") + k_end), "request.multipart_header");
  EXPECT_EQ(refused(part("name=\"a\xFF\"", "x") + k_end), "request.multipart_header");
}

TEST(Multipart, file_must_be_there_once_with_a_usable_name) {
  EXPECT_EQ(refused(part("name=\"note\"", "x") + k_end), "request.file_missing");
  EXPECT_EQ(refused(k_end), "request.file_missing");
  EXPECT_EQ(refused(part("name=\"file\"", "x") + k_end), "request.file_missing");
  EXPECT_EQ(refused(part("name=\"file\"; filename=\"\"", "") + k_end), "request.file_missing"); // a form sent without choosing
  EXPECT_EQ(refused(file_part() + file_part() + k_end), "request.file_doubled");
  EXPECT_EQ(refused(part("name=\"file\"; filename=\"\xC3\xFB\xB5\xA5.xlsx\"", "x") + k_end), "request.file_name");
  EXPECT_EQ(refused(part("name=\"file\"; filename=\"" + std::string(256, 'a') + "\"", "x") + k_end), "request.file_name");
}

TEST(Multipart, paths_before_the_file_name_are_dropped) {
  EXPECT_EQ(parse_upload(k_type, part("name=\"file\"; filename=\"C:\\\\doc\\\\a.xlsx\"", "x") + k_end)->name, "a.xlsx");
  EXPECT_EQ(parse_upload(k_type, part("name=\"file\"; filename=\"../../etc/passwd\"", "x") + k_end)->name, "passwd");
}

TEST(Multipart, limits_hold_at_their_edges) {
  const auto many = [](std::size_t count) {
    std::string body;
    for (std::size_t i = 0; i + 1 < count; ++i) body += part("name=a", "b");
    return body + file_part() + k_end;
  };
  EXPECT_EQ(refused(many(k_max_parts)), "taken");
  EXPECT_EQ(refused(many(k_max_parts + 1)), "request.multipart_limit");
  EXPECT_EQ(refused(part("name=a", std::string(k_max_field_bytes, 'x')) + file_part() + k_end), "taken");
  EXPECT_EQ(refused(part("name=a", std::string(k_max_field_bytes + 1, 'x')) + file_part() + k_end), "request.multipart_limit");
  EXPECT_EQ(refused(part("name=a", "x", "X: " + std::string(k_max_part_header_bytes, 'x') + "\r\n") + file_part() + k_end),
            "request.multipart_limit");
}

TEST(Multipart, fields_are_text) {
  EXPECT_EQ(refused(part("name=a", "\xFF") + file_part() + k_end), "request.not_utf8");
  EXPECT_EQ(refused(part("name=a", std::string("x\0y", 3)) + file_part() + k_end), "request.control_character");
}

} // namespace
} // namespace ankao::api::sample
