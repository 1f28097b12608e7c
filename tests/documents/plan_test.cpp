// SPDX-License-Identifier: Apache-2.0
// Documents of a published month, and their pages as pixels.
#include <cairo.h>

#include <cstdlib>
#include <fstream>

#include "documents/files/kinds.hpp"
#include "documents/service/facts.hpp"
#include "documents/support/bureau.hpp"
#include "paper/png.hpp"
#include "planning/store/arrangements.hpp"

namespace ankao::documents {
namespace {

constexpr int k_block = 32;       // dots: about two characters
constexpr double k_most = 30;     // of 255: less is the rasteriser's taste

class Plans : public ::testing::Test {
protected:
  static void SetUpTestSuite() {
    bureau_ = std::make_unique<Bureau>("memory");
    const planning::World world = planning::shipped_world(bureau_->database());
    const planning::DemoRequest request{7, 1, {2024, 3}, day("2024-02-20")};
    must(planning::lay_ground(world, acted(k_wang, "2024-02-20"), request) ? Result<int>(1) : Result<int>(problem("ground")));
    planning::lay_bookings(world, acted(k_li, "2024-02-20"), request, false);
    must(planning::freeze_demo(world, acted(k_wang, "2024-02-20"), {2024, 3}));
    must(planning::publish_demo(world, acted(k_wang, "2024-02-20"), {2024, 3}));
  }
  static void TearDownTestSuite() { bureau_.reset(); }
  static Document made(const char* kind, const std::string& party = "", const ledger::Actor& actor = k_wang) {
    return must(issue(bureau_->desk, on(actor, "2024-02-22"), {kind, "2024-03", party}, "https://ankao.example"));
  }
  static std::string of_first_session(const char* column) {
    return db::look(bureau_->database(), [&](db::Transaction& transaction) { return transaction.query(std::string("SELECT ") + column + " AS id FROM planning_session s JOIN planning_seat t ON t.session = s.id ORDER BY s.id LIMIT 1").text(0, "id"); });
  }
  static inline std::unique_ptr<Bureau> bureau_;
};

std::vector<int> shades(const std::string& file) {
  cairo_surface_t* surface = cairo_image_surface_create_from_png(file.c_str());
  std::vector<int> out{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface)};
  for (int y = 0; y < out[1]; ++y)
    for (int x = 0; x < out[0]; ++x) out.push_back(cairo_image_surface_get_data(surface)[y * cairo_image_surface_get_stride(surface) + 4 * x + 1]);
  cairo_surface_destroy(surface);
  return out;
}

/// Mean over a block; 0 is white.
double darkness(const std::vector<int>& picture, int left, int top, int width, int height) {
  double sum = 0;
  for (int y = top; y < top + height; ++y)
    for (int x = left; x < left + width; ++x) sum += 255 - picture[static_cast<std::size_t>(2 + y * picture[0] + x)];
  return sum / (width * height);
}

TEST_F(Plans, EverybodyMayTakeTheMonthAndOthersOnlyTheirPart) {
  const Document month = made("month_plan");
  EXPECT_EQ(month.number, "穗应急安考〔2024〕1号");
  EXPECT_TRUE(bureau_->contents.has(month.files[0].sm3, blobs::Form::Plain));
  EXPECT_EQ(must(content(bureau_->desk, month, "xlsx")).substr(0, 2), "PK");
  const std::string site = of_first_session("s.site"), institution = of_first_session("t.institution");
  const Document notice = made("session_notice", site, k_li);
  EXPECT_EQ(notice.party, "site:" + site);
  const Document order = made("drawn_order", institution);
  EXPECT_EQ(order.institution, institution);
  EXPECT_EQ(refusal(issue(bureau_->desk, on(k_wang, "2024-02-22"), {"month_plan", "2024-04", ""}, "")), "documents.plan_not_published");
  EXPECT_EQ(refusal(issue(bureau_->desk, on(k_wang, "2024-02-22"), {"drawn_order", "2024-03", "GZ-Z99"}, "")), "documents.record_unknown");
  EXPECT_EQ(refusal(issue(bureau_->desk, on(k_li, "2024-02-22"), {"month_plan", "2024-03", ""}, "")), "documents.not_for_role");
  const ledger::Actor other{"x", "x", "institution", institution == "GZ-A02" ? "institution:GZ-A04" : "institution:GZ-A02"};
  EXPECT_EQ(refusal(show(bureau_->desk, other, order.id)), "documents.unknown");
  EXPECT_TRUE(show(bureau_->desk, other, month.id).ok());
}

TEST_F(Plans, ThePicturesAreThePagesOfThePdf) {
  const auto& standing = list(bureau_->desk, k_wang, {.q = "", .kind = "month_plan", .about = "", .state = {}, .from = {}, .to = {}}).items;
  const Document d = standing.empty() ? made("month_plan") : must(show(bureau_->desk, k_wang, standing[0].id));
  const Folder folder;
  const auto keep = [&](const std::string& name, const std::string& bytes) { std::ofstream(folder.path() + "/" + name, std::ios::binary) << bytes; };
  keep("d.pdf", must(content(bureau_->desk, d, "pdf")));
  keep("page.png", must(content(bureau_->desk, d, "page-1")));
  ASSERT_EQ(std::system(("pdftoppm -png -r " + std::to_string(paper::k_dots_per_inch) + " -f 1 -l 1 -singlefile " + folder.path() + "/d.pdf " + folder.path() + "/printed").c_str()), 0);
  const auto kept = shades(folder.path() + "/page.png"), printed = shades(folder.path() + "/printed.png");
  ASSERT_NEAR(kept[0], printed[0], 1);
  ASSERT_NEAR(kept[1], printed[1], 1);
  const double dark = darkness(kept, 0, 0, kept[0], kept[1]);
  EXPECT_GT(dark, 3.0) << "the page is not blank";
  double worst = 0;
  for (int y = 0; y + k_block <= std::min(kept[1], printed[1]); y += k_block)
    for (int x = 0; x + k_block <= std::min(kept[0], printed[0]); x += k_block)
      worst = std::max(worst, std::abs(darkness(kept, x, y, k_block, k_block) - darkness(printed, x, y, k_block, k_block)));
  EXPECT_LE(worst, k_most) << "no word is missing, added or elsewhere";
}

/// As it stands after `arrangement.record`; the booking of the demo's plan is frozen already.
planning::Arrangement elsewhere(db::Database& database) {
  planning::Arrangement one;
  one.id = "AP-000001";
  one.held_from = "2024-03-18";
  one.held_until = "2024-03-19";
  one.party = "深圳市考试机构";
  one.authority = "440300";
  one.evidence = "穗考函〔2024〕3号";
  one.reason = "本市无设备";
  one.recorded_by = "kaoshi";
  one.recorded_name = "李四";
  one.recorded_at = {1};
  database.write([&](db::Transaction& transaction) {
    const auto rows = transaction.query("SELECT * FROM planning_booking WHERE subject = 'OP07' OR subject = 'OP08' OR subject = 'OP27' ORDER BY id LIMIT 1");
    one.booking = rows.text(0, "id");
    one.institution = rows.text(0, "institution");
    one.institution_name = rows.text(0, "institution_name");
    one.subject = rows.text(0, "subject");
    one.candidates = static_cast<int>(rows.integer(0, "candidates"));
    planning::insert_arrangement(transaction, one);
  });
  return one;
}

TEST_F(Plans, AnExaminationInAnotherCityIsIssuedByTwoPeopleAndFoundByItsCode) {
  const auto one = elsewhere(bureau_->database());
  EXPECT_EQ(refusal(issue(bureau_->desk, on(k_wang, "2024-02-22"), {"cross_city_notice", one.id, ""}, "https://ankao.example")), "documents.not_for_role") << "the exam organisation draws it up (P-2.6b)";
  EXPECT_EQ(refusal(issue(bureau_->desk, on(k_li, "2024-02-22"), {"cross_city_notice", "AP-000009", ""}, "https://ankao.example")), "documents.record_unknown");
  const Document draft = must(issue(bureau_->desk, on(k_li, "2024-02-22"), {"cross_city_notice", one.id, ""}, "https://ankao.example"));
  EXPECT_EQ(draft.state, State::Proposed);
  EXPECT_EQ(refusal(sign(bureau_->desk, on(k_li, "2024-02-22"), draft.id, "https://ankao.example")), "documents.not_for_role");
  const Document issued = must(sign(bureau_->desk, on(k_zhao, "2024-02-23"), draft.id, "https://ankao.example"));
  EXPECT_EQ(issued.number, "穗安考跨〔2024〕1号");
  EXPECT_EQ(issued.institution, one.institution);
  EXPECT_EQ(must(with_code(bureau_->desk, issued.code)).id, issued.id);
  std::vector<std::string> formats;
  for (const auto& file : issued.files) formats.push_back(file.format);
  EXPECT_THAT(formats, testing::IsSupersetOf({"pdf", "docx"}));
  const Kind& kind = *shipped_kinds().find("cross_city_notice");
  const auto facts = db::look(bureau_->database(), [&](db::Transaction& transaction) { return facts_of(transaction, kind, {kind.id, one.id, ""}, day("2024-02-23")); });
  const auto& texts = must(facts).values.texts;
  EXPECT_EQ(texts.at("days"), "2024年3月18日至2024年3月19日");
  EXPECT_EQ(texts.at("candidates"), std::to_string(one.candidates));
  for (const char* name : {"city", "class", "subject", "clause", "evidence", "booking"}) EXPECT_NE(texts.at(name), "") << name;
}

} // namespace
} // namespace ankao::documents
