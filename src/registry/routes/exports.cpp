// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/parts.hpp"
#include "tables/write.hpp"

namespace ankao::registry::routes {
namespace {

struct Pick {
  Language language;
  std::string operator()(const char* zh, const char* en) const { return language == Language::Chinese ? zh : en; }
};

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}
std::string named(const std::vector<std::string>& ids, Language language) {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(name_in(language, id));
  return joined(names, "; ");
}

std::string degrees(std::int64_t e6) {
  std::string digits = std::to_string(e6);
  return digits.substr(0, digits.size() - 6) + "." + digits.substr(digits.size() - 6);
}

std::string word(Standing standing, Pick pick) {
  switch (standing) {
  case Standing::Reported:
    return pick("已报告", "reported");
  case Standing::Verified:
    return pick("已核实", "verified");
  case Standing::Published:
    return pick("已公布", "published");
  case Standing::Deregistered:
    return pick("已注销", "deregistered");
  }
  ensure(false, "a standing is one of four");
  return {};
}
std::string word(SiteKind kind, Pick pick) {
  switch (kind) {
  case SiteKind::Theory:
    return pick("仅理论", "theory only");
  case SiteKind::Practical:
    return pick("仅实操", "practical only");
  case SiteKind::Both:
    return pick("理论和实操", "theory and practical");
  }
  ensure(false, "a kind of site is one of three");
  return {};
}
std::string yes_no(bool yes, Pick pick) { return yes ? pick("是", "yes") : pick("否", "no"); }

std::vector<std::string> row_of(const InstitutionItem& item, Pick pick) {
  return {item.id,
          item.name,
          joined(item.aliases, "; "),
          item.district_name,
          joined(item.addresses, "; "),
          named(item.projects, pick.language),
          named(item.scopes, pick.language),
          joined(item.contacts, "; "),
          joined(item.telephones, "; "),
          std::to_string(item.sites),
          joined(item.rows, ", "),
          word(item.standing, pick),
          item.since};
}

std::vector<std::string> row_of(const SiteItem& item, Pick pick) {
  return {item.id,
          item.name,
          item.public_base ? pick("公共考试基地", "public base") : item.owner_name,
          word(item.kind, pick),
          item.district_name,
          item.address,
          yes_no(item.address_confirmed, pick),
          named(item.subjects, pick.language),
          std::to_string(item.rooms),
          std::to_string(item.seats),
          degrees(item.place.longitude_e6),
          degrees(item.place.latitude_e6),
          item.place.source == PlaceSource::Entered ? pick("已录入", "entered") : pick("区中心（未录入）", "district centre (not entered)"),
          yes_no(item.suspended, pick),
          word(item.standing, pick),
          item.since};
}

} // namespace

Result<api::Download> download(const std::string& file, const Sheet& sheet, FileFormat format) {
  tables::OutSheet out{sheet.name, {}, sheet.rows};
  for (const std::string& heading : sheet.headings) out.columns.push_back({heading, 18, tables::ColumnKind::Text});
  const auto bytes = format == FileFormat::Xlsx ? tables::write_xlsx({out}) : tables::write_text(out);
  if (!bytes.ok()) return bytes.problem();
  if (format == FileFormat::Xlsx) return api::Download{file + ".xlsx", k_xlsx_type, *bytes};
  return api::Download{file + ".csv", "text/csv; charset=utf-8", *bytes};
}

Result<api::Download> export_institutions(const std::vector<InstitutionItem>& items, FileFormat format, Language language) {
  const Pick pick{language};
  Sheet sheet{pick("培训机构名录", "institutions"),
              {pick("编号", "id"), pick("机构名称", "name"), pick("别名", "aliases"), pick("区域", "district"), pick("地址", "addresses"),
               pick("操作项目", "projects"), pick("高危行业", "industries"), pick("联系人", "contacts"), pick("咨询电话", "telephones"),
               pick("考试点数", "exam sites"), pick("印刷序号", "printed rows"), pick("状态", "standing"), pick("自", "since")},
              {}};
  for (const InstitutionItem& item : items) sheet.rows.push_back(row_of(item, pick));
  return download(sheet.name, sheet, format);
}

Result<api::Download> export_sites(const std::vector<SiteItem>& items, FileFormat format, Language language) {
  const Pick pick{language};
  Sheet sheet{pick("考试点名录", "exam sites"),
              {pick("编号", "id"), pick("考试点名称", "name"), pick("所属机构", "owner"), pick("类型", "kind"), pick("区域", "district"),
               pick("地址", "address"), pick("地址已确认", "address confirmed"), pick("可考科目", "subjects"), pick("考场数", "rooms"),
               pick("容量", "seats"), pick("经度", "longitude"), pick("纬度", "latitude"), pick("坐标来源", "place from"),
               pick("暂停中", "suspended"), pick("状态", "standing"), pick("自", "since")},
              {}};
  for (const SiteItem& item : items) sheet.rows.push_back(row_of(item, pick));
  return download(sheet.name, sheet, format);
}

} // namespace ankao::registry::routes
