// SPDX-License-Identifier: Apache-2.0
#include "attachments/rules/admit.hpp"

#include <algorithm>

namespace ankao::attachments {
namespace {

constexpr std::string_view k_document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view k_workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

bool has(const std::vector<std::string>& all, std::string_view one) { return std::find(all.begin(), all.end(), one) != all.end(); }

const KindRule* kind_of_ending(const FileLaw& law, const std::string& ending) {
  for (const KindRule& kind : law.kinds)
    for (const TypeRule& type : kind.types)
      if (has(type.names, ending)) return &kind;
  return nullptr;
}

std::string endings(const FileLaw& law, const SubjectRule& subject) {
  std::vector<std::string> all;
  for (const KindRule& kind : law.kinds)
    for (const TypeRule& type : kind.types)
      for (const std::string& name : type.names)
        if (has(subject.kinds, kind.id) && !has(all, name)) all.push_back(name);
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : ", ") + one;
  return out;
}

bool breaks_line(unsigned char c) { return c < 0x20 || c == 0x7F; }

} // namespace

bool is_upload_id(std::string_view id) {
  return id.size() >= 16 && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
}

Result<std::string> clean_name(std::string_view name) {
  const auto folder = name.find_last_of("/\\");
  if (folder != std::string_view::npos) name.remove_prefix(folder + 1);
  const bool plain = !name.empty() && name.size() <= k_longest_name && name[0] != '.' && !std::any_of(name.begin(), name.end(), [](char c) { return breaks_line(static_cast<unsigned char>(c)); });
  // Marks that turn the direction of writing make "gpj.exe" out of "exe.jpg".
  const bool turned = name.find("\xE2\x80\xAE") != std::string_view::npos || name.find("\xE2\x80\xAD") != std::string_view::npos;
  if (!plain || turned) return problem("attachments.name", {{"limit", std::to_string(k_longest_name)}}, "/name");
  return std::string(name);
}

std::string ending_of(std::string_view name) {
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return "";
  std::string out(name.substr(dot + 1));
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

const SubjectRule* subject_rule(const FileLaw& law, const std::string& id) {
  const auto found = std::find_if(law.subjects.begin(), law.subjects.end(), [&](const SubjectRule& one) { return one.id == id; });
  return found == law.subjects.end() ? nullptr : &*found;
}

const KindRule* kind_rule(const FileLaw& law, const std::string& id) {
  const auto found = std::find_if(law.kinds.begin(), law.kinds.end(), [&](const KindRule& one) { return one.id == id; });
  return found == law.kinds.end() ? nullptr : &*found;
}

Result<const KindRule*> admit_claim(const FileLaw& law, const SubjectRule& subject, const std::string& name, std::int64_t size) {
  const KindRule* kind = kind_of_ending(law, ending_of(name));
  if (kind == nullptr) return problem("attachments.ending", {{"value", ending_of(name)}, {"allowed", endings(law, subject)}}, "/name");
  if (!has(subject.kinds, kind->id)) return problem("attachments.kind_not_here", {{"kind", kind->zh}, {"allowed", endings(law, subject)}}, "/name");
  if (size < 1) return problem("attachments.empty", {}, "/size");
  if (size > kind->limit) return problem("attachments.too_large", {{"size", std::to_string(size)}, {"megabytes", std::to_string(kind->limit / (1024 * 1024))}, {"limit", std::to_string(kind->limit)}}, "/size");
  return kind;
}

std::string refined(const std::string& type, std::string_view bytes) {
  const bool archive = type == "application/zip" || type == "application/octet-stream" || type == k_document || type == k_workbook;
  if (!archive || !bytes.starts_with("PK\x03\x04") || bytes.find("[Content_Types].xml") == std::string_view::npos) return type;
  if (bytes.find("word/document.xml") != std::string_view::npos) return std::string(k_document);
  return bytes.find("xl/workbook.xml") != std::string_view::npos ? std::string(k_workbook) : type;
}

Result<const TypeRule*> admit_content(const KindRule& kind, const std::string& name, const std::string& type, std::string_view bytes) {
  const std::string ending = ending_of(name);
  for (const TypeRule& rule : kind.types) {
    if (rule.type != type || !has(rule.names, ending) || !bytes.starts_with(rule.starts)) continue;
    for (const std::string& word : kind.without)
      if (bytes.find(word) != std::string_view::npos) return problem("attachments.forbidden_content", {{"word", word}}, "/name");
    return &rule;
  }
  return problem("attachments.other_type", {{"name", name}, {"type", type}}, "/name");
}

Result<void> admit_to_record(const SubjectRule& subject, const Present& attached, std::int64_t size) {
  if (attached.count >= subject.most) return problem("attachments.too_many", {{"limit", std::to_string(subject.most)}});
  if (attached.bytes + size > subject.bytes) return problem("attachments.record_full", {{"limit", std::to_string(subject.bytes)}}, "/size");
  return {};
}

Result<void> admit_upload(const FileLaw& law, const Present& open, std::int64_t size) {
  if (open.count >= law.open_uploads) return problem("uploads.too_many", {{"limit", std::to_string(law.open_uploads)}});
  if (open.bytes + size > law.open_bytes) return problem("uploads.too_much", {{"limit", std::to_string(law.open_bytes)}}, "/size");
  return {};
}

} // namespace ankao::attachments
