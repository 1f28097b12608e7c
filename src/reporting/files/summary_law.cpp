// SPDX-License-Identifier: Apache-2.0
#include "reporting/files/summary_law.hpp"

#include <set>

#include "lawfile/read.hpp"
#include "reporting/files/law.hpp"
#include "reporting/files/refusals.hpp"
#include "reporting/rules/summary.hpp"

namespace ankao::reporting {
namespace {

constexpr const char* k_file = "law/summary.yaml";
using lawfile::Fields;

const std::set<std::string>& lists_known() {
  static const std::set<std::string> all{"return", "visits", "problems", "looks", "cases", "targets", "decisions", "scores", "summaries"};
  return all;
}
const std::set<std::string>& tables_known() {
  static const std::set<std::string> all{"problems", "before_after", "causes", "scores", "severity", "districts"};
  return all;
}

std::string all_of(const std::set<std::string>& words) { return lawfile::joined({words.begin(), words.end()}); }

BothLaw both(const Fields& in) {
  in.keys({"district", "city"});
  return {in.text("district"), in.text("city")};
}

SummaryFigureLaw read_figure(const Fields& in) {
  in.keys({"id", "zh", "en", "unit", "list", "clause"}, {"row"});
  SummaryFigureLaw out;
  out.id = in.text("id");
  out.words = {in.text("zh"), in.text("en")};
  out.unit = in.text("unit");
  out.list = in.text("list");
  if (!lists_known().contains(out.list)) in.bad("list", all_of(lists_known()));
  if (in.has("row")) out.row = in.text("row");
  if (!out.row.empty() && shipped_law().row(out.row) == nullptr) in.bad("row", "A5-01");
  if (out.list == "return" && out.row.empty()) in.bad("list", "visits");
  out.clause = in.text("clause");
  return out;
}

ParagraphLaw read_paragraph(const Fields& in, const SummaryLaw& law) {
  in.keys({"text"}, {"when", "unless", "each", "most", "of"});
  ParagraphLaw out;
  out.text = in.text("text");
  if (in.has("when")) out.when = in.text("when");
  if (in.has("unless")) out.unless = in.text("unless");
  if (in.has("each")) out.each = in.text("each");
  if (in.has("most")) out.most = in.whole("most", 1, 100);
  if (in.has("of")) out.of = in.text("of");
  if (!std::set<std::string>{"", "district", "city"}.contains(out.of)) in.bad("of", "district, city");
  if (!unknown_names(law, out).empty()) in.bad(out.each.empty() || !unknown_names(law, {out.text, "", "", out.each, 0, ""}).empty() ? "text" : "each", "{problems}");
  return out;
}

ChapterLaw read_chapter(const Fields& in, const SummaryLaw& law) {
  in.keys({"id", "zh", "en", "clause", "by", "needed", "guidance", "draft", "tables"});
  ChapterLaw out;
  out.id = in.text("id");
  out.words = {in.text("zh"), in.text("en")};
  out.clause = in.text("clause");
  const std::string by = in.text("by");
  if (by != "records" && by != "person") in.bad("by", "records, person");
  out.by_person = by == "person";
  out.needed = in.flag("needed", true);
  const Fields guidance = in.at("guidance");
  guidance.keys({"zh", "en"});
  out.guidance = {guidance.text("zh"), guidance.text("en")};
  for (const Fields& one : in.list("draft")) out.draft.push_back(read_paragraph(one, law));
  if (out.by_person != out.draft.empty()) in.bad("by", out.by_person ? "records" : "person");
  out.tables = in.names("tables");
  for (const std::string& one : out.tables)
    if (!tables_known().contains(one)) in.bad("tables", all_of(tables_known()));
  return out;
}

void read_heads(const Fields& in, SummaryLaw& out) {
  out.clause = in.text("clause");
  const Fields due = in.at("due");
  due.keys({"clause", "phase"});
  out.due_clause = due.text("clause");
  out.due_phase = due.text("phase");
  const Fields mailbox = in.at("mailbox");
  mailbox.keys({"clause", "address", "other", "receiver", "zh", "en"});
  out.mailbox = {mailbox.text("clause"), mailbox.text("address"), mailbox.text("other"), mailbox.text("receiver"), {mailbox.text("zh"), mailbox.text("en")}};
  out.addressee = both(in.at("addressee"));
  out.title = both(in.at("title"));
  out.opening = both(in.at("opening"));
  out.closing = both(in.at("closing"));
  const Fields severity = in.at("severity");
  severity.keys({"clause", "zh", "en", "said"});
  out.severity = {severity.text("clause"), {severity.text("zh"), severity.text("en")}, both(severity.at("said"))};
}

SummaryLaw read_all(const Fields& in) {
  in.keys({"source", "from", "clause", "due", "mailbox", "addressee", "title", "opening", "closing", "severity", "figures", "chapters"});
  SummaryLaw out;
  read_heads(in, out);
  std::set<std::string> ids;
  for (const Fields& one : in.list("figures")) {
    out.figures.push_back(read_figure(one));
    if (!ids.insert(out.figures.back().id).second) one.bad("id", "each figure once");
  }
  ids.clear();
  for (const Fields& one : in.list("chapters")) {
    out.chapters.push_back(read_chapter(one, out));
    if (!ids.insert(out.chapters.back().id).second) one.bad("id", "each chapter once");
  }
  return out;
}

} // namespace

Result<SummaryLaw> read_summary_law(std::string_view text) {
  return lawfile::read(text, k_file, "law", k_refusals, read_all);
}

const SummaryLaw& shipped_summary_law() {
  static const SummaryLaw law = lawfile::shipped(k_file, read_summary_law);
  return law;
}

} // namespace ankao::reporting
