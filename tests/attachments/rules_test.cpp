// SPDX-License-Identifier: Apache-2.0
// Which files come in, who reaches them, and what a scanner's words mean.
#include <gtest/gtest.h>

#include "attachments/files/law.hpp"
#include "attachments/rules/admit.hpp"
#include "attachments/rules/clamd.hpp"
#include "attachments/rules/reach.hpp"
#include "identity/files/roles.hpp"

namespace ankao::attachments {
namespace {

const FileLaw& law() { return shipped_file_law(); }
/// Takes files of every kind.
const SubjectRule& item() { return *subject_rule(law(), "visit_item"); }
const SubjectRule& report() { return *subject_rule(law(), "report"); }
std::string claimed(const std::string& name, std::int64_t size) {
  const auto kind = admit_claim(law(), item(), name, size);
  return kind.ok() ? (*kind)->id : kind.problem().id;
}

TEST(Claim, EveryKindUpToItsLimitAndNotAByteMore) {
  for (const KindRule& kind : law().kinds) {
    const std::string name = "证明." + kind.types.front().names.front();
    EXPECT_EQ(claimed(name, 1), kind.id);
    EXPECT_EQ(claimed(name, kind.limit), kind.id);
    EXPECT_EQ(claimed(name, kind.limit + 1), "attachments.too_large") << kind.id;
    EXPECT_EQ(claimed(name, 0), "attachments.empty");
  }
}

TEST(Claim, EndingsThatNobodyTakesAreRefusedWithThoseThatAreTaken) {
  for (const char* name : {"a.exe", "a.html", "a.svg", "a.zip", "a.docm", "a", "jpg", "a.jpg.exe"}) EXPECT_EQ(claimed(name, 5), "attachments.ending") << name;
  EXPECT_EQ(claimed("A.JPEG", 5), "picture");
  const auto refused = admit_claim(law(), report(), "a.exe", 5).problem();
  EXPECT_NE(refused.details.at(1).value.find("jpg"), std::string::npos);
  SubjectRule narrow = report();
  narrow.kinds = {"text"};
  EXPECT_EQ(admit_claim(law(), narrow, "a.pdf", 5).problem().id, "attachments.kind_not_here");
}

TEST(Name, IsAPlainNameWithoutFolders) {
  EXPECT_EQ(*clean_name("C:\\temp\\照片.jpg"), "照片.jpg");
  EXPECT_EQ(*clean_name("../../etc/passwd"), "passwd");
  for (const auto& wrong : {std::string(), std::string("/"), std::string(".hidden"), std::string("a\nb.txt"), std::string(201, 'x'), std::string("\xE2\x80\xAEgpj.exe")})
    EXPECT_EQ(clean_name(wrong).problem().id, "attachments.name");
  EXPECT_TRUE(clean_name(std::string(200, 'x')).ok());
}

TEST(Id, IsChosenByTheSenderAndSafeInAPath) {
  EXPECT_TRUE(is_upload_id("0123456789abcdef"));
  EXPECT_TRUE(is_upload_id(std::string(64, 'Z')));
  for (const auto& wrong : {std::string(15, 'a'), std::string(65, 'a'), std::string("../../../../etc/passwd"), std::string("0123456789abcde."), std::string()}) EXPECT_FALSE(is_upload_id(wrong)) << wrong;
}

std::string admitted(const std::string& kind, const std::string& name, const std::string& type, const std::string& bytes) {
  const auto rule = admit_content(*kind_rule(law(), kind), name, refined(type, bytes), bytes);
  return rule.ok() ? (*rule)->type : rule.problem().id;
}

TEST(Content, AVideoIsAtMostFiftyMegabytesAndAVideo) {
  EXPECT_EQ(claimed("现场.mp4", 50 * 1024 * 1024), "video");
  EXPECT_EQ(claimed("现场.mp4", 50 * 1024 * 1024 + 1), "attachments.too_large");
  EXPECT_EQ(admit_claim(law(), report(), "现场.mp4", 5).problem().id, "attachments.kind_not_here") << "a written report has none";
  EXPECT_EQ(admitted("video", "a.mp4", "video/mp4", "xxxxftypmp42"), "video/mp4");
  EXPECT_EQ(admitted("video", "a.mp4", "image/jpeg", "\xFF\xD8\xFF\xE0"), "attachments.other_type");
}

TEST(DevicePlace, IsOnEarthAndKeptAsItCame) {
  EXPECT_EQ(read_device_place("23130139,113258403,15"), (DevicePlace{23130139, 113258403, 15}));
  EXPECT_EQ(kept_text({-90000000, 180000000, 0}), "-90000000,180000000,0");
  EXPECT_TRUE(possible({90'000'000, -180'000'000, 1'000'000}));
  for (const DevicePlace& wrong : {DevicePlace{90'000'001, 0, 0}, DevicePlace{0, 180'000'001, 0}, DevicePlace{0, 0, -1}, DevicePlace{0, 0, 1'000'001}}) EXPECT_FALSE(possible(wrong));
  for (const char* wrong : {"", "1", "1,2", "1,2,", "1,2,x", "1,2,3,4", "90000001,2,3"}) EXPECT_FALSE(read_device_place(wrong).has_value()) << wrong;
}

TEST(Reach, AnInspectingDistrictReachesWhatLiesInAnother) {
  const Subject cross{"visit_item", "V-1:A1-01", "GZ-A01", "", "440113", "440104"};
  EXPECT_TRUE(reaches("district", "440113", cross));
  EXPECT_TRUE(reaches("district", "440104", cross));
  EXPECT_FALSE(reaches("district", "440118", cross));
  EXPECT_FALSE(reaches("district", "", Subject{"visit_item", "V-1:A1-01", "", "", "", ""})) << "nobody's district reaches nothing";
}

TEST(Content, MustBeWhatItsNameSays) {
  EXPECT_EQ(admitted("picture", "a.jpg", "image/jpeg", "\xFF\xD8\xFF\xE0"), "image/jpeg");
  EXPECT_EQ(admitted("picture", "a.png", "image/jpeg", "\xFF\xD8\xFF\xE0"), "attachments.other_type");
  EXPECT_EQ(admitted("picture", "a.jpg", "application/x-dosexec", "MZ"), "attachments.other_type");
  EXPECT_EQ(admitted("document", "a.pdf", "application/pdf", "%PDF-1.7"), "application/pdf");
  EXPECT_EQ(admitted("document", "a.pdf", "application/pdf", "<html>%PDF-1.7"), "attachments.other_type") << "a page that is also a PDF";
  EXPECT_EQ(admitted("text", "a.txt", "text/html", "<html>"), "attachments.other_type");
}

TEST(Content, OfficeFilesAreToldByTheirInnerNamesAndCarryNoMacros) {
  const std::string document = "PK\x03\x04[Content_Types].xml word/document.xml";
  EXPECT_EQ(admitted("office", "a.docx", "application/zip", document), kind_rule(law(), "office")->types.front().type);
  EXPECT_EQ(admitted("office", "a.xlsx", "application/zip", document), "attachments.other_type");
  EXPECT_EQ(admitted("office", "a.docx", "application/zip", "PK\x03\x04 anything"), "attachments.other_type");
  EXPECT_EQ(admitted("office", "a.docx", "application/zip", document + "word/vbaProject.bin"), "attachments.forbidden_content");
}

TEST(Quota, OfARecordAndOfAnAccountHoldAtTheEdge) {
  SubjectRule rule = report();
  EXPECT_TRUE(admit_to_record(rule, {rule.most - 1, 0}, 1).ok());
  EXPECT_EQ(admit_to_record(rule, {rule.most, 0}, 1).problem().id, "attachments.too_many");
  EXPECT_TRUE(admit_to_record(rule, {0, rule.bytes - 5}, 5).ok());
  EXPECT_EQ(admit_to_record(rule, {0, rule.bytes - 5}, 6).problem().id, "attachments.record_full");
  EXPECT_TRUE(admit_upload(law(), {law().open_uploads - 1, law().open_bytes - 5}, 5).ok());
  EXPECT_EQ(admit_upload(law(), {law().open_uploads, 0}, 5).problem().id, "uploads.too_many");
  EXPECT_EQ(admit_upload(law(), {0, law().open_bytes - 5}, 6).problem().id, "uploads.too_much");
}

TEST(Law, NamesRolesThatExistAndIsReadStrictly) {
  for (const SubjectRule& subject : law().subjects)
    for (const std::string& role : subject.add) EXPECT_NE(identity::shipped_roles().find(role), nullptr) << role;
  const std::string base = "uploads: { part_bytes: 1, open_uploads: 1, open_bytes: 1, abandoned_hours: 1 }\ndrawing: { small: 1, large: 2 }\nsubjects: []\n";
  const auto kind = [](const std::string& id, const std::string& rest) { return "  - { id: " + id + ", zh: x, en: x, limit: 1, preview: none, " + rest + "types: [{ type: a/b, names: [x], starts: \"\" }] }\n"; };
  EXPECT_NO_THROW(read_file_law(base + "kinds:\n" + kind("a", "")));
  EXPECT_ANY_THROW(read_file_law(base + "kinds:\n" + kind("a", "colour: red, ")));
  EXPECT_ANY_THROW(read_file_law(base + "kinds:\n" + kind("a", "") + kind("b", ""))) << "an ending of two kinds";
}

TEST(Reach, TheCityAllADistrictItsOwnAnInstitutionItself) {
  const Subject subject{"report", "R", "GZ-A01", "GZ-A01-S1", "440106"};
  EXPECT_TRUE(reaches("city", "", subject));
  EXPECT_TRUE(reaches("district", "440106", subject));
  EXPECT_FALSE(reaches("district", "440111", subject));
  EXPECT_TRUE(reaches("institution", "GZ-A01", subject));
  EXPECT_FALSE(reaches("institution", "GZ-A0", subject));
  EXPECT_TRUE(reaches("site", "GZ-A01-S1", subject));
  EXPECT_FALSE(reaches("own", "jigou", subject));
  EXPECT_FALSE(reaches("institution", "", {"plan", "2026-05", "", "", ""})) << "what belongs to nobody is not everybody's";
}

TEST(Place, IsShownToAKilometreUnlessAskedFor) {
  EXPECT_EQ(written_position(23'130'139, 113'258'403), "23.130139, 113.258403");
  EXPECT_EQ(masked_position(23'130'139, 113'258'403), "23.13****, 113.25****");
  EXPECT_EQ(written_position(-5, -120'000'000), "-0.000005, -120.000000");
  EXPECT_EQ(read_position("23130139,-5"), (std::pair<std::int64_t, std::int64_t>{23'130'139, -5}));
  for (const char* wrong : {"", "1", "1,", ",1", "1,2,3", "a,b"}) EXPECT_FALSE(read_position(wrong)) << wrong;
}

TEST(Clamd, ItsWordsAreReadAndNothingElseIsAVerdict) {
  EXPECT_EQ(read_answer(std::string("stream: OK\0", 11)).scan, Scan::Clean);
  const auto found = read_answer(std::string("stream: Win.Test.EICAR_HDB-1 FOUND\0", 35));
  EXPECT_EQ(found.scan, Scan::Infected);
  EXPECT_EQ(found.note, "Win.Test.EICAR_HDB-1");
  EXPECT_EQ(read_answer("stream: OK\n").scan, Scan::Clean);
  for (const auto& none : {std::string(), std::string("OK"), std::string("stream: "), std::string("stream:  FOUND"), std::string("INSTREAM size limit exceeded. ERROR"), std::string("stream: OK stream: OK"),
                           std::string("stream: x ERROR\0stream: OK", 26), std::string("stream: OK\nstream: Eicar FOUND")})
    EXPECT_EQ(read_answer(none).scan, Scan::Unchecked) << none;
  EXPECT_EQ(chunk_head(0x01020304), std::string("\x01\x02\x03\x04"));
}

TEST(Clamd, ItsAddressIsASocketOrAHostWithAPort) {
  EXPECT_EQ(scanner_address("unix:/run/clamav/clamd.ctl")->path, "/run/clamav/clamd.ctl");
  EXPECT_EQ(scanner_address("tcp:scan.example:3310")->host, "scan.example");
  EXPECT_EQ(scanner_address("tcp:::1:3310")->host, "::1");
  for (const char* wrong : {"", "unix:relative", "tcp:host", "tcp::3310", "tcp:host:0", "tcp:host:65536", "http://host:3310", "tcp:host:33a"}) EXPECT_FALSE(scanner_address(wrong).ok()) << wrong;
}

} // namespace
} // namespace ankao::attachments
