// SPDX-License-Identifier: Apache-2.0
#include "api/imports/import.hpp"

#include <nlohmann/json.hpp>

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

http::Response without_secrets(const http::Response& response, problems::Language language) {
  auto answer = nlohmann::ordered_json::parse(response.body, nullptr, false);
  if (!answer.is_object() || answer.value("secrets", nlohmann::ordered_json::array()).empty()) return response;
  const auto count = std::to_string(answer["secrets"].size());
  answer["secrets"] = nlohmann::ordered_json::array();
  answer["remarks"].push_back(language == problems::Language::English
                                  ? "this import was made before; its " + count + " passwords were told once and are not kept: reset those that did not reach you"
                                  : "本次导入此前已完成；" + count + " 个初始密码只告知一次，不予保存，未收到的请逐个重置");
  http::Response kept = response;
  kept.body = answer.dump();
  return kept;
}

} // namespace ankao::api::imports
