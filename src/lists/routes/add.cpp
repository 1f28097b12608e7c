// SPDX-License-Identifier: Apache-2.0
#include "lists/routes/add.hpp"

namespace ankao::lists {

Result<Format> format_of(const std::string& word) {
  if (word == "xlsx") return Format::Xlsx;
  if (word == "csv") return Format::Csv;
  if (word == "csv-gb18030") return Format::CsvGb18030;
  return problem("lists.format_unknown", {{"value", word.substr(0, 20)}}, "format");
}

Result<void> check_texts(const api::Type& type, const void* query) {
  for (const api::Field& field : type.fields) {
    if (field.type().kind != api::Kind::Text) continue;
    const auto& text = *static_cast<const std::string*>(field.at(const_cast<void*>(query)));
    if (const auto fine = check_text(field.name, text); !fine.ok()) return fine;
  }
  return {};
}

std::vector<std::pair<std::string, std::string>> narrowed_by(const http::Request& request) {
  std::vector<std::pair<std::string, std::string>> out(request.parameters.begin(), request.parameters.end());
  out.insert(out.end(), request.query.begin(), request.query.end());
  return out;
}

} // namespace ankao::lists
