// SPDX-License-Identifier: Apache-2.0
#include "registry/files/room_sheets.hpp"
#include "registry/service/city.hpp"
#include "registry/service/room_import.hpp"
#include "db/use_case.hpp"
#include "tables/write.hpp"

namespace ankao::registry {
namespace {

using Cells = std::vector<std::string>;

std::string degrees(std::int64_t e6) {
  const std::string digits = std::to_string(e6);
  return digits.substr(0, digits.size() - 6) + "." + digits.substr(digits.size() - 6);
}
std::string longitude(const std::optional<Place>& place) { return place ? degrees(place->longitude_e6) : ""; }
std::string latitude(const std::optional<Place>& place) { return place ? degrees(place->latitude_e6) : ""; }
std::string yes_no(bool yes) { return yes ? "是" : "否"; }

std::string word(SiteKind kind) {
  switch (kind) {
  case SiteKind::Theory:
    return "仅理论";
  case SiteKind::Practical:
    return "仅实操";
  case SiteKind::Both:
    return "理论和实操";
  }
  ensure(false, "a kind of site is one of three");
  return {};
}
std::string word(SchoolAuthority school) {
  switch (school) {
  case SchoolAuthority::Unknown:
    return "未知";
  case SchoolAuthority::None:
    return "非学校";
  case SchoolAuthority::Education:
    return "教育";
  case SchoolAuthority::HumanResources:
    return "人社";
  }
  ensure(false, "a school authority is one of four");
  return {};
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}
std::string weekdays(const std::vector<int>& days) {
  std::string all;
  for (const int day : days) all += (all.empty() ? "" : ",") + std::to_string(day);
  return all;
}
std::string slots(const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids)
    for (const Slot& slot : City::shipped().slots)
      if (slot.id == id) names.push_back(slot.name);
  return joined(names, "、");
}

using Sheets = std::map<RoomSheet, std::vector<Cells>>;

void add_site(Sheets& sheets, const SiteRecord& site) {
  sheets[RoomSheet::Sites].push_back({site.id, site.name, word(site.kind), City::shipped().name_of(site.district), site.address.text,
                                      site.address.text.empty() ? "" : yes_no(site.address.confirmed), longitude(site.place),
                                      latitude(site.place), joined(site.subjects, "; ")});
  for (const RoomRecord& room : site.rooms) {
    sheets[RoomSheet::Rooms].push_back({site.id, room.id, room.name, room.exclusive ? "专用" : "混用", std::to_string(room.capacity)});
    for (const auto& [subject, seats] : room.seats) sheets[RoomSheet::Seats].push_back({room.id, subject, std::to_string(seats)});
    for (const OpeningRule& rule : room.openings)
      sheets[RoomSheet::Openings].push_back(
          {room.id, to_string(rule.from), to_string(rule.to), weekdays(rule.weekdays), slots(rule.slots), yes_no(rule.on_rest_days)});
    for (const OpeningException& one : room.exceptions)
      sheets[RoomSheet::Exceptions].push_back({room.id, to_string(one.date), slots(one.slots)});
  }
}

tables::OutSheet notes() {
  tables::OutSheet sheet{"填写说明", {{"工作表", 14}, {"栏目", 22}, {"必填列", 8}, {"说明", 80}}, {}};
  for (const RoomForm& form : room_forms())
    for (const RoomHeading& heading : form.headings)
      sheet.rows.push_back({form.name, heading.name, heading.needed ? "是" : "", heading.explanation});
  sheet.rows.push_back({"", "", "", "未列出的考试点、机构和考场保持不变；空白单元格不改动原有内容；有任何一处错误时全部不保存。"});
  return sheet;
}

} // namespace

Result<std::string> room_template(db::Database& database, const ledger::Actor& actor, Date day) {
  Sheets filled;
  look(database, [&](db::Transaction& transaction) {
    for (const Version& v : all_on(transaction, EntryKind::Site, day)) {
      const SiteRecord site = site_of(v.record);
      if (v.standing == Standing::Published && require_site(actor, site).ok()) add_site(filled, site);
    }
    for (const Version& v : all_on(transaction, EntryKind::Institution, day)) {
      const InstitutionRecord one = institution_of(v.record);
      if (v.standing == Standing::Published && require_institution(actor, one.id).ok())
        filled[RoomSheet::Institutions].push_back(
            {one.id, one.name, word(one.school), one.credit_code, longitude(one.place), latitude(one.place)});
    }
    return true;
  });
  std::vector<tables::OutSheet> sheets{notes()};
  for (const RoomForm& form : room_forms()) {
    tables::OutSheet sheet{form.name, {}, filled[form.sheet]};
    for (const RoomHeading& heading : form.headings) sheet.columns.push_back({heading.name, heading.width});
    sheets.push_back(std::move(sheet));
  }
  return tables::write_xlsx(sheets);
}

} // namespace ankao::registry
