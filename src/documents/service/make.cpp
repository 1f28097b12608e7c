// SPDX-License-Identifier: Apache-2.0
#include "documents/service/make.hpp"

#include "base/sm3.hpp"
#include "documents/rules/code.hpp"
#include "documents/rules/number.hpp"
#include "embedded/embedded.hpp"
#include "paper/docx.hpp"
#include "paper/fill.hpp"
#include "paper/pdf.hpp"
#include "paper/png.hpp"
#include "paper/read.hpp"
#include "paper/xlsx.hpp"

namespace ankao::documents {
namespace {

Result<paper::Sheet> sheet_of(const Kind& kind, const paper::Values& values, Instant at) {
  const auto form = paper::shipped_forms().find(kind.form);
  ensure(form != paper::shipped_forms().end(), "every kind of document has its form: " + kind.id);
  auto sheet = paper::fill(form->second, values, at.ms / 1000);
  if (sheet.ok() && !values.texts.at("number").empty()) sheet->title += " " + values.texts.at("number");
  return sheet;
}

} // namespace

paper::Values stamped(const Facts& facts, const Stamp& stamp) {
  paper::Values out = facts.values;
  out.texts["issuer"] = facts.issuer;
  out.texts["number"] = stamp.number;
  out.texts["code"] = printed_code(stamp.code);
  out.texts["version"] = std::to_string(stamp.version);
  out.texts["link"] = stamp.link;
  out.texts["checkpoint"] = stamp.checkpoint;
  out.texts["mark"] = stamp.mark;
  out.texts["issued_on"] = written(date_of(stamp.at));
  return out;
}

Result<std::vector<Made>> make_files(const Kind& kind, const paper::Values& values, Instant at) {
  const auto sheet = sheet_of(kind, values, at);
  if (!sheet) return sheet.problem();
  auto pdf = paper::to_pdf(*sheet);
  if (!pdf) return pdf.problem();
  auto pages = paper::to_png(*sheet);
  if (!pages) return pages.problem();
  std::vector<Made> out{{"pdf", std::move(*pdf)}, {"docx", paper::to_docx(*sheet)}};
  if (kind.workbook) out.push_back({"xlsx", paper::to_xlsx(*sheet)});
  for (auto& page : *pages) out.push_back({"page-" + std::to_string(out.size() - (kind.workbook ? 2 : 1)), std::move(page)});
  return out;
}

Result<std::vector<std::string>> make_pages(const Kind& kind, const paper::Values& values, Instant at) {
  const auto sheet = sheet_of(kind, values, at);
  if (!sheet) return sheet.problem();
  return paper::to_png(*sheet);
}

std::string form_sm3(const std::string& form) {
  const auto text = embedded::find("data/forms/" + form + ".yaml");
  ensure(text.has_value(), "every form is carried: " + form);
  return to_hex(sm3(*text));
}

std::string content_type_of(const std::string& format) {
  if (format == "pdf") return "application/pdf";
  if (format == "docx") return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (format == "xlsx") return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return "image/png";
}

} // namespace ankao::documents
