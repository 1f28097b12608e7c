// SPDX-License-Identifier: Apache-2.0
// Imports over the API: one answer for every table that people send in, checked first and stored as a whole or not at all, and the
// same file back with its faults marked.
#pragma once

#include <boost/describe.hpp>
#include <functional>
#include <string>
#include <vector>

#include "api/endpoints.hpp"
#include "tables/form/form.hpp"

namespace ankao::api::imports {

/// A fault of an uploaded file: where it stands, what it is, what to do.
struct ImportFault {
  int row = 0; ///< of the sheet, from 1; 0: the file
  std::string sheet;
  std::string column; ///< heading in the caller's language
  std::string value;
  std::string problem; ///< id of the catalogue
  std::string text;
  std::string remedy;
  std::vector<std::string> clauses; ///< of the notice, behind it
};
BOOST_DESCRIBE_STRUCT(ImportFault, (), (row, sheet, column, value, problem, text, remedy, clauses))

/// Told once: what is not kept in clear anywhere.
struct ImportSecret {
  std::string name, secret;
};
BOOST_DESCRIBE_STRUCT(ImportSecret, (), (name, secret))

struct ImportAnswer {
  std::string file, sm3;
  bool dry_run = false;
  bool stored = false; ///< all or nothing: false when there is any fault
  int rows = 0, added = 0, changed = 0, unchanged = 0;
  std::vector<std::string> remarks; ///< sentences, caller's language
  std::vector<ImportFault> errors;
  std::vector<ImportSecret> secrets;
};
BOOST_DESCRIBE_STRUCT(ImportAnswer, (), (file, sm3, dry_run, stored, rows, added, changed, unchanged, remarks, errors, secrets))

/// Field `dry_run` of the form: "true" or "false" (when it is missing). Problem request.not_boolean.
Result<bool> dry_run_of(const Upload& upload);
ImportAnswer answer_for(const Upload& upload, bool dry_run);
/// The faults of a row of a form, columns named by their headings.
void add_faults(std::vector<ImportFault>& errors, const tables::Form& form, int row, const std::vector<Problem>& faults, problems::Language language);
tables::FormLanguage language_of(problems::Language language);

Result<Download> template_file(const tables::Form& form, const std::string& name, problems::Language language);
/// "名单.csv" -> "名单-标注.xlsx".
Result<Download> marked_file(const Upload& upload, const std::vector<ImportFault>& errors, problems::Language language);

/// The answer of an import as it may be kept: without its secrets, and with a sentence that says so.
http::Response without_secrets(const http::Response& response, problems::Language language);

/// POST {spec.path}/marked: the file back with the faults that a dry run finds. The permission is the import's own.
template <class Answer>
void add_marked(Endpoints& endpoints, Spec spec, std::function<Result<Answer>(const Call&, const Upload&)> dry_run) {
  spec.permission = spec.permission.empty() ? spec.operation : spec.permission;
  spec.path += "/marked";
  spec.operation = spec.operation.substr(0, spec.operation.find('.')) + ".mark_import";
  spec.summary = "The file back with its faults marked";
  endpoints.add<Upload, Download>(std::move(spec), [dry_run = std::move(dry_run)](const Call& call, const Upload& upload) -> Result<Download> {
    const auto found = dry_run(call, upload);
    if (!found.ok()) return found.problem();
    std::vector<ImportFault> errors;
    for (const auto& one : found->errors) {
      ImportFault fault;
      fault.row = one.row;
      if constexpr (requires { one.sheet; }) fault.sheet = one.sheet;
      fault.column = one.column;
      fault.text = one.text;
      fault.remedy = one.remedy;
      errors.push_back(std::move(fault));
    }
    return marked_file(upload, errors, call.language);
  });
}

} // namespace ankao::api::imports
