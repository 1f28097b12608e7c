// SPDX-License-Identifier: Apache-2.0
// What is found in contents from outside: type, size, EXIF, drawn pictures; and that a hostile one harms nothing.
#include <gtest/gtest.h>

#include "look/ask.hpp"
#include "look/inside/codecs.hpp"
#include "look/inside/exif.hpp"
#include "look/inside/picture.hpp"
#include "look/inside/sniff.hpp"
#include "look/support/pictures.hpp"

namespace ankao::look {
namespace {

constexpr Drawing k_drawing{1'000'000, 40, 100};

Found seen(const std::string& bytes, const Drawing& drawing = k_drawing) {
  Found found;
  found.type = Sniffer().type_of(bytes);
  draw(bytes, drawing, found);
  return found;
}

TEST(Type, IsWhatTheContentIsWhateverItsName) {
  const Sniffer sniffer;
  EXPECT_EQ(sniffer.type_of(tests::jpeg(8, 8)), "image/jpeg");
  EXPECT_EQ(sniffer.type_of(tests::png(8, 8)), "image/png");
  EXPECT_EQ(sniffer.type_of(tests::webp(8, 8)), "image/webp");
  EXPECT_EQ(sniffer.type_of("%PDF-1.4\n1 0 obj"), "application/pdf");
  EXPECT_EQ(sniffer.type_of("MZ" + std::string(58, '\0') + std::string("\x40\0\0\0PE\0\0\x64\x86", 10) + std::string(200, '\0')), "application/vnd.microsoft.portable-executable");
  EXPECT_EQ(sniffer.type_of("<html><script>alert(1)</script></html>"), "text/html");
  EXPECT_EQ(sniffer.type_of("说明：现场检查记录。\n"), "text/plain");
  EXPECT_EQ(sniffer.type_of(""), "application/octet-stream");
}

TEST(Exif, IsReadWordForWord) {
  const Found found = seen(tests::with_exif(tests::jpeg(60, 40), tests::exif({})));
  EXPECT_EQ(found.fault, Fault::None);
  EXPECT_EQ(found.taken, "2026-04-10 09:12:33");
  EXPECT_EQ(found.zone, "+08:00");
  EXPECT_EQ(found.camera, "Ankao Optik Feld 7");
  EXPECT_EQ(found.position, (Position{23'130'139, 113'258'403}));
  EXPECT_EQ(found.width, 60);
  EXPECT_EQ(found.height, 40);
}

TEST(Exif, AClockThatWasNeverSetAndAPlaceThatIsNotThereAreLeftOut) {
  const Found found = seen(tests::with_exif(tests::jpeg(60, 40), tests::exif({.model = "Ankao Optik Feld 8", .taken = "0000:00:00 00:00:00", .zone = "now", .position = false})));
  EXPECT_EQ(found.taken, "");
  EXPECT_EQ(found.zone, "");
  EXPECT_EQ(found.camera, "Ankao Optik Feld 8") << "the maker is not said twice";
  EXPECT_FALSE(found.position);
  EXPECT_EQ(seen(tests::jpeg(60, 40)).camera, "");
}

TEST(Exif, ABlockCutAnywhereIsReadWithoutHarm) {
  const std::string whole = tests::with_exif(tests::jpeg(16, 16), tests::exif({}));
  const std::string block = tests::exif({});
  for (std::size_t size = 0; size < block.size(); ++size) {
    Found found;
    read_exif(tests::with_exif(tests::jpeg(16, 16), block.substr(0, size)), found);
    EXPECT_TRUE(read_report(write_report([&] { found.type = "image/jpeg"; return found; }())).ok()) << size;
  }
  for (std::size_t size = 0; size < 200; ++size) EXPECT_LE(exif_block(whole.substr(0, size)).size(), size);
}

TEST(Exif, StandsInPngAndWebpToo) {
  const std::string block = tests::exif({});
  const auto big = [](std::size_t n) { return std::string{static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8), static_cast<char>(n)}; };
  const std::string png = tests::png(9, 9);
  EXPECT_EQ(exif_block(png.substr(0, 33) + big(block.size()) + "eXIf" + block + "crc!" + png.substr(33)), block);
  const auto little = [](std::size_t n) { return std::string{static_cast<char>(n), static_cast<char>(n >> 8), static_cast<char>(n >> 16), static_cast<char>(n >> 24)}; };
  EXPECT_EQ(exif_block(tests::webp(9, 9) + "EXIF" + little(block.size()) + block), block);
  EXPECT_EQ(exif_block(tests::webp(9, 9) + "EXIF" + little(block.size() + 1) + block), "") << "says more than there is";
}

TEST(Drawing, IsSmallerNeverLargerAndCarriesNoExif) {
  for (const auto& bytes : {tests::with_exif(tests::jpeg(300, 200), tests::exif({})), tests::png(300, 200), tests::webp(300, 200)}) {
    const Found found = seen(bytes);
    ASSERT_EQ(found.fault, Fault::None) << found.type;
    EXPECT_EQ(jpeg_size(found.large)->width, 100);
    EXPECT_EQ(jpeg_size(found.large)->height, 66);
    EXPECT_EQ(jpeg_size(found.small)->width, 40);
    EXPECT_EQ(exif_block(found.large), "");
    EXPECT_EQ(found.small.find("Optik"), std::string::npos);
    const Raster drawn = read_jpeg(found.large, 100).value();
    EXPECT_NEAR(drawn.row(30)[3 * 20], 0x20, 6) << found.type << ": left half";
    EXPECT_NEAR(drawn.row(30)[3 * 80], 0xF0, 6) << found.type << ": right half";
  }
  EXPECT_EQ(jpeg_size(seen(tests::jpeg(30, 20)).large)->width, 30);
}

TEST(Drawing, StandsUprightAsTheCameraSays) {
  const auto corner = [](int orientation) {
    const Found found = seen(tests::with_exif(tests::jpeg(80, 40), tests::exif({.orientation = orientation})));
    const Raster drawn = read_jpeg(found.large, 100).value();
    const bool dark_left = drawn.row(drawn.height / 2)[3 * 4] < 128;
    const bool dark_top = drawn.row(4)[3 * (drawn.width / 4)] < 128;
    return std::tuple(drawn.width, dark_left, dark_top, found.width);
  };
  EXPECT_EQ(corner(1), std::tuple(80, true, true, 80));
  EXPECT_EQ(corner(3), std::tuple(80, false, false, 80)) << "half a turn: dark on the right";
  EXPECT_EQ(std::get<0>(corner(6)), 40);
  EXPECT_TRUE(std::get<2>(corner(6))) << "a quarter turn to the right: left becomes top";
  EXPECT_FALSE(std::get<2>(corner(8)));
  EXPECT_EQ(std::get<3>(corner(8)), 40) << "the size is that of the upright picture";
}

TEST(Drawing, APictureOfAsManyPixelsAsAllowedIsDrawnOneMoreIsRefusedUnseen) {
  const std::string bytes = tests::png(100, 100);
  EXPECT_EQ(seen(bytes, {10'000, 40, 100}).fault, Fault::None);
  EXPECT_EQ(seen(bytes, {9'999, 40, 100}).fault, Fault::TooManyPixels);
  EXPECT_TRUE(seen(bytes, {9'999, 40, 100}).large.empty());
  std::string bomb = tests::png(64, 64);
  bomb.replace(16, 8, std::string("\0\0\xFF\xFF\0\0\xFF\xFF", 8)); // its header says 65,535 x 65,535
  EXPECT_NE(seen(bomb).fault, Fault::None);
}

TEST(Drawing, WhatIsNoPictureIsBroken) {
  EXPECT_EQ(seen("plain words").fault, Fault::Broken);
  EXPECT_EQ(seen(tests::jpeg(50, 50).substr(0, 100)).fault, Fault::Broken);
  EXPECT_EQ(seen(tests::png(50, 50).substr(0, 60)).fault, Fault::Broken);
  EXPECT_EQ(seen(tests::webp(50, 50).substr(0, 40)).fault, Fault::Broken);
}

TEST(Report, WhatIsWrittenIsReadAndNothingElseIs) {
  Found found;
  found.type = "image/png";
  found.width = 3;
  found.camera = "相机 1";
  found.position = Position{-1, 180'000'000};
  const auto read = read_report(write_report(found));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->camera, "相机 1");
  EXPECT_EQ(read->position, found.position);
  for (const char* wrong : {"", "type 9\nimage/png", "type 10\nimage/png\n", "type 9\nimage/png\nwidth 1\n0\n", "type 9\nimage/png\ntype 9\nimage/png\n", "type 9\nimage/png\nposition 3\n1,x\n",
                            "type 9\nimage/png\nsmall 3\nabc\n", "type 9\nimage/png\ncamera 2\na\n\n", "type 9\n<b>/b</b>\n", "type 9\nimage/png\nshell 2\nsh\n", "type -1\n", "type 99999999999999999999\nx\n"})
    EXPECT_FALSE(read_report(wrong).ok()) << wrong;
}

TEST(CleanText, KeepsPrintableTextOfALimitedLength) {
  EXPECT_EQ(clean_text("广州 ok"), "广州 ok");
  EXPECT_EQ(clean_text("a\xFF" "b\x01\x7F"), "a?b??");
  EXPECT_EQ(clean_text("\xED\xA0\x80"), "???") << "half a surrogate";
  EXPECT_EQ(clean_text(std::string(300, 'x')).size(), k_longest_text);
  EXPECT_EQ(clean_text(std::string(199, 'x') + "广").size(), 199u) << "no half characters";
}

TEST(Asking, TheConfinedProgramFindsTheSame) {
  const Looker looker;
  const std::string bytes = tests::with_exif(tests::jpeg(300, 200), tests::exif({}));
  EXPECT_EQ(*looker.type_of(bytes), "image/jpeg");
  const auto found = looker.picture_of(bytes, k_drawing);
  ASSERT_TRUE(found.ok()) << found.problem().id;
  EXPECT_EQ(found->large, seen(bytes).large);
  EXPECT_EQ(found->camera, "Ankao Optik Feld 7");
  EXPECT_EQ(*looker.type_of(std::string(5'000'000, 'x')), "text/plain") << "more than a socket holds";
}

TEST(Asking, WhatCannotBeDrawnSaysWhy) {
  const Looker looker;
  EXPECT_EQ(looker.picture_of(tests::png(100, 100), {9'999, 40, 100}).problem().id, "look.too_many_pixels");
  EXPECT_EQ(looker.picture_of("no picture", k_drawing).problem().id, "look.broken_picture");
  EXPECT_EQ(Looker("/nowhere/ankao-look").type_of("x").problem().id, "look.failed");
  EXPECT_EQ(Looker("/bin/false").type_of("x").problem().id, "look.failed");
}

} // namespace
} // namespace ankao::look
