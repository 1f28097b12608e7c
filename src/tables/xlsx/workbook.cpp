// SPDX-License-Identifier: Apache-2.0
#include "tables/xlsx/workbook.hpp"

#include <charconv>
#include <map>

#include "tables/xlsx/rich_text.hpp"

namespace ankao::tables {
namespace {

using Relations = std::map<std::string, std::string>; // id, or type for the package's own -> part

std::string folder_of(const std::string& part) {
  const auto slash = part.rfind('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// "../sharedStrings.xml" seen from "xl/worksheets/" is "xl/sharedStrings.xml"; a leading slash starts from the top.
std::string resolve(std::string folder, std::string_view target) {
  if (target.starts_with("/")) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!folder.empty()) folder = folder_of(folder.substr(0, folder.size() - 1));
  }
  return folder + std::string(target);
}

int whole_number(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Result<void> load(Archive& archive, const std::string& part, pugi::xml_document& document) {
  auto bytes = archive.read(part);
  if (!bytes) return bytes.problem();
  if (!*bytes) return {};
  return parse_xml(document, part, **bytes);
}

Result<Relations> read_relations(Archive& archive, const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string file = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  pugi::xml_document document;
  if (auto loaded = load(archive, file, document); !loaded) return loaded.problem();
  Relations relations;
  for (const pugi::xml_node one : document.document_element().children()) {
    const std::string target = resolve(folder, attribute(one, "Target"));
    const std::string_view type = attribute(one, "Type");
    relations.emplace(attribute(one, "Id"), target);
    relations.emplace("type:" + std::string(type.substr(type.rfind('/') == std::string_view::npos ? 0 : type.rfind('/') + 1)), target);
  }
  return relations;
}

std::string target_of(const Relations& relations, const std::string& key, const std::string& otherwise) {
  const auto found = relations.find(key);
  return found == relations.end() ? otherwise : found->second;
}

/// Why a zip file without a workbook is none, in words its sender knows.
Problem not_a_workbook(const Archive& archive) {
  std::string kind = "zip";
  for (const auto& [part, name] :
       {std::pair{"word/document.xml", "Word (.docx)"}, std::pair{"ppt/presentation.xml", "PowerPoint (.pptx)"},
        std::pair{"xl/workbook.bin", "Excel 二进制工作簿 (.xlsb)"}, std::pair{"content.xml", "OpenDocument (.ods / .odt)"}})
    if (archive.has(part)) kind = name;
  return problem("tables.not_xlsx", {{"kind", kind}});
}

Result<std::vector<std::string>> read_texts(Archive& archive, const std::string& part) {
  pugi::xml_document document;
  if (auto loaded = load(archive, part, document); !loaded) return loaded.problem();
  std::vector<std::string> texts;
  for (const pugi::xml_node one : document.document_element().children())
    if (is_named(one, "si")) texts.push_back(rich_text(one));
  return texts;
}

Result<std::vector<bool>> read_styles(Archive& archive, const std::string& part) {
  pugi::xml_document document;
  if (auto loaded = load(archive, part, document); !loaded) return loaded.problem();
  const pugi::xml_node root = document.document_element();
  std::map<int, bool> own;
  for (const pugi::xml_node format : child(root, "numFmts").children())
    own[whole_number(attribute(format, "numFmtId"))] = is_date_format(attribute(format, "formatCode"));
  std::vector<bool> dates;
  for (const pugi::xml_node style : child(root, "cellXfs").children()) {
    if (!is_named(style, "xf")) continue;
    const int number = whole_number(attribute(style, "numFmtId"));
    const auto found = own.find(number);
    dates.push_back(found == own.end() ? is_builtin_date_format(number) : found->second);
  }
  return dates;
}

void read_sheet_list(pugi::xml_node root, const Relations& relations, Workbook& book) {
  for (const pugi::xml_node one : child(root, "sheets").children()) {
    if (!is_named(one, "sheet")) continue;
    const std::string number = std::to_string(book.sheets.size() + 1);
    const std::string part = target_of(relations, std::string(local_attribute(one, "id")), "xl/worksheets/sheet" + number + ".xml");
    const std::string_view state = attribute(one, "state");
    book.sheets.push_back({std::string(attribute(one, "name")), part, state == "hidden" || state == "veryHidden"});
  }
  const std::string_view old_system = attribute(child(root, "workbookPr"), "date1904");
  if (old_system == "1" || old_system == "true") book.dates = DateSystem::From1904;
}

} // namespace

Result<Workbook> read_workbook(Archive& archive, const Limits& limits) {
  auto package = read_relations(archive, "");
  if (!package) return package.problem();
  const std::string part = target_of(*package, "type:officeDocument", "xl/workbook.xml");
  pugi::xml_document document;
  if (auto loaded = load(archive, part, document); !loaded) return loaded.problem();
  const pugi::xml_node root = document.document_element();
  if (!is_named(root, "workbook")) return not_a_workbook(archive);
  auto relations = read_relations(archive, part);
  if (!relations) return relations.problem();

  Workbook book;
  read_sheet_list(root, *relations, book);
  if (book.sheets.size() > limits.sheets) return problem("tables.too_many_sheets", {{"limit", std::to_string(limits.sheets)}});
  auto texts = read_texts(archive, target_of(*relations, "type:sharedStrings", folder_of(part) + "sharedStrings.xml"));
  if (!texts) return texts.problem();
  book.texts = std::move(*texts);
  auto styles = read_styles(archive, target_of(*relations, "type:styles", folder_of(part) + "styles.xml"));
  if (!styles) return styles.problem();
  book.style_is_date = std::move(*styles);
  return book;
}

} // namespace ankao::tables
