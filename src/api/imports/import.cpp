// SPDX-License-Identifier: Apache-2.0
#include "api/imports/import.hpp"

#include "base/sm3.hpp"
#include "problems/clauses.hpp"

namespace ankao::api::imports {
namespace {

constexpr const char* k_xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string value_of(const Problem& fault) {
  for (const Detail& detail : fault.details)
    if (detail.name == "value") return detail.value;
  return "";
}

} // namespace

Result<bool> dry_run_of(const Upload& upload) {
  const std::string text = upload.field("dry_run").value_or("false");
  if (text == "true" || text == "false") return text == "true";
  return problem("request.not_boolean", {{"value", text.substr(0, 64)}}, "/dry_run");
}

ImportAnswer answer_for(const Upload& upload, bool dry_run) {
  ImportAnswer answer;
  answer.file = upload.name;
  answer.sm3 = to_hex(sm3(upload.bytes));
  answer.dry_run = dry_run;
  return answer;
}

tables::FormLanguage language_of(problems::Language language) {
  return language == problems::Language::English ? tables::FormLanguage::English : tables::FormLanguage::Chinese;
}

void add_faults(std::vector<ImportFault>& errors, const tables::Form& form, int row, const std::vector<Problem>& faults, problems::Language language) {
  for (const Problem& fault : faults) {
    const auto text = problems::Catalogue::shipped().text(fault, language);
    const tables::FormColumn* column = form.find(fault.at);
    ImportFault out;
    out.row = row;
    if (column != nullptr) out.column = language == problems::Language::English && !column->en.empty() ? column->en : column->zh;
    out.value = value_of(fault);
    out.problem = fault.id;
    out.text = text.title;
    out.remedy = text.remedy;
    out.clauses = problems::clauses_of(fault);
    errors.push_back(std::move(out));
  }
}

Result<Download> template_file(const tables::Form& form, const std::string& name, problems::Language language) {
  auto bytes = tables::form_template(form, language_of(language));
  if (!bytes.ok()) return bytes.problem();
  return Download{name + ".xlsx", k_xlsx, std::move(*bytes)};
}

Result<Download> marked_file(const Upload& upload, const std::vector<ImportFault>& errors, problems::Language language) {
  std::vector<tables::Mark> marks;
  for (const ImportFault& one : errors) {
    const char* joint = language == problems::Language::English ? ". " : "；";
    marks.push_back({one.sheet, one.row, one.column, one.remedy.empty() ? one.text : one.text + joint + one.remedy});
  }
  auto bytes = tables::marked(upload.bytes, marks, language_of(language));
  if (!bytes.ok()) return bytes.problem();
  const std::string stem = upload.name.substr(0, upload.name.rfind('.'));
  return Download{(stem.empty() ? "import" : stem) + (language == problems::Language::English ? "-marked.xlsx" : "-标注.xlsx"), k_xlsx, std::move(*bytes)};
}

} // namespace ankao::api::imports
