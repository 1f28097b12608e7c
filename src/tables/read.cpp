// SPDX-License-Identifier: Apache-2.0
#include "tables/read.hpp"

#include "tables/sniff.hpp"

namespace ankao::tables {
namespace {

Problem refused(Kind kind) {
  switch (kind) {
  case Kind::Empty:
    return problem("tables.empty");
  case Kind::OldOffice:
    return problem("tables.old_office");
  case Kind::EncryptedOffice:
    return problem("tables.encrypted");
  case Kind::Pdf:
    return problem("tables.wrong_kind", {{"kind", "PDF"}});
  case Kind::Image:
    return problem("tables.wrong_kind", {{"kind", "图片 image"}});
  case Kind::Archive:
    return problem("tables.wrong_kind", {{"kind", "压缩包 archive"}});
  case Kind::Rtf:
    return problem("tables.wrong_kind", {{"kind", "RTF"}});
  case Kind::Html:
    return problem("tables.wrong_kind", {{"kind", "网页 HTML"}});
  case Kind::Xml:
    return problem("tables.wrong_kind", {{"kind", "XML"}});
  default:
    return problem("tables.wrong_kind", {{"kind", "二进制 binary"}});
  }
}

} // namespace

Result<std::vector<Sheet>> read(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.file_bytes) return problem("tables.too_large", {{"limit", std::to_string(limits.file_bytes >> 20)}});
  const Kind kind = sniff(bytes);
  if (kind == Kind::Zip) return read_xlsx(bytes, limits);
  if (kind != Kind::Text) return refused(kind);
  auto sheet = read_text(bytes, limits);
  if (!sheet) return sheet.problem();
  std::vector<Sheet> sheets;
  sheets.push_back(std::move(*sheet));
  return sheets;
}

} // namespace ankao::tables
