// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/summary_letter.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "paper/fill.hpp"
#include "paper/read.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/service/summary_tables.hpp"

namespace ankao::reporting {
namespace {

using paper::Block;

constexpr const char* k_form = "summary_report";
constexpr const char* k_body = "\x01"; ///< where the chapters go

Block paragraph(const std::string& text, paper::Face face) {
  Block out;
  out.text = text;
  out.style.face = face;
  out.style.indent = 2;
  out.style.pitch = 290;
  return out;
}

/// "（一）..." is a heading of its second level when it is short and ends without a full stop.
bool heading(const std::string& line) { return line.rfind("（", 0) == 0 && line.size() < 60 && line.find("。") == std::string::npos; }

std::vector<Block> body_of(const Summary& shown) {
  std::vector<Block> out;
  int number = 0;
  for (const ChapterLaw& chapter : shipped_summary_law().chapters) {
    out.push_back(paragraph(chinese_number(++number) + "、" + chapter.words.zh, paper::Face::Hei));
    const auto lines = lines_of(shown.text(chapter.id));
    for (const std::string& line : lines)
      if (line.find_first_not_of(" \t\r") != std::string::npos) out.push_back(paragraph(line, heading(line) ? paper::Face::Kai : paper::Face::FangSong));
    if (lines.empty()) out.push_back(paragraph("（本章尚未填写）", paper::Face::FangSong));
    if (!shown.facts) continue;
    for (const std::string& table : chapter.tables)
      for (Block& one : summary_table(table, *shown.facts, shown.is_city())) out.push_back(std::move(one));
  }
  return out;
}

const Edition* find(const WholeSummary& whole, int edition) {
  for (const Edition& one : whole.editions)
    if (one.edition == edition) return &one;
  return nullptr;
}

paper::Values values_of(const WholeSummary& whole, const Summary& shown, const Edition* edition, Instant now) {
  const SummaryLaw& law = shipped_summary_law();
  const bool city = whole.mine.is_city();
  const Letterhead head = letterhead_of(whole);
  paper::Values out;
  auto& texts = out.texts;
  texts = {{"office", head.office}, {"number", shown.number}, {"title", title_of(whole)}, {"addressee", law.addressee.of(city)}, {"opening", with_head(law.opening.of(city), head)}, {"closing", law.closing.of(city)}, {"body", k_body}};
  texts["mark"] = edition != nullptr ? title_of(whole) : "草稿　未签发　" + written_day(date_of(now));
  texts["signed_on"] = edition != nullptr ? written_day(date_of(edition->at)) : "（签发日期）";
  texts["drafter"] = edition != nullptr ? edition->drafter : shown.proposed ? shown.proposed->name : "";
  texts["signer"] = edition != nullptr ? edition->signer : "";
  texts["filing"] = city ? "" : "本函同步报送电子版至" + law.mailbox.receiver + "信箱 " + law.mailbox.address + "（按通知原文），在平台报送同样有效。";
  texts["edition"] = edition != nullptr ? std::to_string(edition->edition) : "";
  texts["event"] = edition != nullptr ? std::to_string(edition->event) : "";
  texts["sm3"] = edition != nullptr ? edition->sm3 : "";
  texts["seal"] = edition != nullptr ? summary_id_of(shown.campaign, shown.district) + " " + std::to_string(edition->edition) + " SM3 " + edition->sm3 : "";
  return out;
}

} // namespace

std::string title_of(const WholeSummary& whole) { return with_head(shipped_summary_law().title.of(whole.mine.is_city()), letterhead_of(whole)); }

Result<paper::Sheet> summary_letter(const WholeSummary& whole, int edition, Instant now) {
  const auto shown = edition_of(whole, edition);
  if (!shown.ok()) return shown.problem();
  const auto form = paper::shipped_forms().find(k_form);
  ensure(form != paper::shipped_forms().end(), "the form of the summary report is carried");
  auto sheet = paper::fill(form->second, values_of(whole, *shown, find(whole, edition), now), now.ms / 1000);
  if (!sheet.ok()) return sheet;
  auto& blocks = sheet.value().blocks;
  const auto place = std::find_if(blocks.begin(), blocks.end(), [](const Block& one) { return one.text == k_body; });
  ensure(place != blocks.end(), "the form has a place for the chapters");
  auto body = body_of(*shown);
  const auto at = blocks.erase(place);
  blocks.insert(at, std::make_move_iterator(body.begin()), std::make_move_iterator(body.end()));
  sheet.value().title = title_of(whole);
  return sheet;
}

} // namespace ankao::reporting
