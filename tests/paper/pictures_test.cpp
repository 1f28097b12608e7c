// SPDX-License-Identifier: Apache-2.0
// Every shipped form as people get it: our PDF, and the Word document and the workbook as LibreOffice prints them, compared by
// pixels with the pictures that are kept. ANKAO_KEEP_PICTURES=1 writes the pictures anew.
#include <gtest/gtest.h>

#include <cairo.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "paper/docx.hpp"
#include "paper/fill.hpp"
#include "paper/pdf.hpp"
#include "paper/read.hpp"
#include "paper/support/samples.hpp"
#include "paper/xlsx.hpp"

using namespace ankao::paper;
namespace fs = std::filesystem;

namespace {

constexpr int k_rows = 30;          // items of a list: over one page
constexpr int k_shade = 96;         // of 255: less is the rasteriser's taste
constexpr double k_share = 0.01;    // of the pixels may differ by more
const fs::path k_golden = "tests/paper/golden";

struct Folder {
  Folder() : path(fs::temp_directory_path() / ("ankao-paper-" + std::to_string(::getpid()))) { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

void write(const fs::path& to, const std::string& bytes) { std::ofstream(to, std::ios::binary) << bytes; }

struct Picture {
  int width = 0, height = 0;
  std::vector<unsigned char> shades;
};
Picture read(const fs::path& path) {
  cairo_surface_t* surface = cairo_image_surface_create_from_png(path.c_str());
  Picture out{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x) out.shades.push_back(cairo_image_surface_get_data(surface)[y * cairo_image_surface_get_stride(surface) + 4 * x]);
  cairo_surface_destroy(surface);
  return out;
}

double difference(const Picture& a, const Picture& b) {
  if (a.width != b.width || a.height != b.height || a.shades.empty()) return 1;
  std::size_t other = 0;
  for (std::size_t i = 0; i < a.shades.size(); ++i) other += std::abs(int{a.shades[i]} - int{b.shades[i]}) > k_shade ? 1U : 0U;
  return static_cast<double>(other) / static_cast<double>(a.shades.size());
}

std::vector<fs::path> pictures(const fs::path& folder) {
  std::vector<fs::path> out;
  if (fs::exists(folder))
    for (const auto& one : fs::directory_iterator(folder))
      if (one.path().extension() == ".png") out.push_back(one.path().filename());
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Pictures, EveryFormLooksAsItWasApproved) {
  const Folder work;
  for (const char* part : {"pdf", "word", "book", "png"}) fs::create_directories(work.path / part);
  for (const auto& [id, form] : shipped_forms()) {
    const auto sheet = fill(form, samples::of(form, k_rows), 1'708'387'200);
    ASSERT_TRUE(sheet.ok()) << id << ": " << sheet.problem().details[0].value;
    const auto pdf = to_pdf(*sheet, Faces::Fallback);
    ASSERT_TRUE(pdf.ok()) << id << ": " << pdf.problem().id << " " << pdf.problem().details[0].value;
    write(work.path / "pdf" / (id + ".pdf"), *pdf);
    write(work.path / "word" / (id + "-word.docx"), to_docx(*sheet));
    write(work.path / "book" / (id + "-book.xlsx"), to_xlsx(*sheet));
  }
  // Word and Excel files side by side, each with a profile of its own, and our own pages meanwhile.
  write(work.path / "draw.sh", "office() { soffice -env:UserInstallation=\"file://$PWD/profile-$1\" --headless --convert-to pdf --outdir \"$1\" \"$1\"/* >\"soffice-$1.log\" 2>&1; }\n"
                               "pictures() { for f in \"$1\"/*.pdf; do pdftoppm -gray -png -r 26 \"$f\" png/\"$(basename \"$f\" .pdf)\" || exit 1; done; }\n"
                               "( office word && pictures word ) & first=$!\n( office book && pictures book ) & second=$!\n"
                               "pictures pdf && wait $first && wait $second\n");
  ASSERT_EQ(std::system(("cd " + work.path.string() + " && sh draw.sh").c_str()), 0);
  if (std::getenv("ANKAO_KEEP_PICTURES") != nullptr) {
    fs::remove_all(k_golden);
    fs::copy(work.path / "png", k_golden);
    if (const char* all = std::getenv("ANKAO_PAPER_OUT")) fs::copy(work.path, all, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  }
  EXPECT_EQ(pictures(work.path / "png"), pictures(k_golden)) << "every form has the pages it had";
  for (const auto& name : pictures(k_golden)) EXPECT_LE(difference(read(work.path / "png" / name), read(k_golden / name)), k_share) << name;
}

} // namespace
