// SPDX-License-Identifier: Apache-2.0
#include "registry/service/room_import.hpp"

#include <algorithm>
#include <set>

#include "base/numbers.hpp"
#include "registry/files/room_cells.hpp"
#include "registry/files/room_sheets.hpp"
#include "registry/service/checks.hpp"
#include "registry/service/sites.hpp"
#include "db/use_case.hpp"

namespace ankao::registry {
namespace {

/// Every newest version holds on the last day that a date can name.
const Date k_last_day = make_date(2199, 12, 31);

struct SiteDraftState {
  Version stands;
  SiteRecord before, after;
  std::map<std::string, std::string> places; ///< JSON pointer -> "考场 第 3 行 · 容量"
  std::string first_place;
};
struct InstitutionDraftState {
  Version stands;
  InstitutionRecord before, after;
  std::string first_place;
};

/// The workbook applied to the records, row by row; faults are gathered, nothing is stored.
class Filling {
public:
  Filling(db::Transaction& transaction, const Act& act)
      : act_(act)
      , city_(City::shipped()) {
    for (Version& v : all_on(transaction, EntryKind::Site, k_last_day)) {
      SiteRecord record = site_of(v.record);
      const std::string id = record.id;
      sites_.emplace(id, SiteDraftState{std::move(v), record, record, {}, {}});
    }
    for (Version& v : all_on(transaction, EntryKind::Institution, k_last_day)) {
      InstitutionRecord record = institution_of(v.record);
      const std::string id = record.id;
      institutions_.emplace(id, InstitutionDraftState{std::move(v), record, record, {}});
    }
  }

  void apply(const FilledRow& row) {
    switch (row.sheet) {
    case RoomSheet::Sites:
      return apply_site(row);
    case RoomSheet::Institutions:
      return apply_institution(row);
    case RoomSheet::Rooms:
      return apply_room(row);
    case RoomSheet::Seats:
      return apply_seats(row);
    case RoomSheet::Openings:
      return apply_opening(row);
    case RoomSheet::Exceptions:
      return apply_exception(row);
    }
  }

  /// The records as a whole, once every row is in.
  Faults faults() {
    for (auto& [id, site] : sites_) {
      if (site.first_place.empty() || site.after == site.before) continue;
      for (Problem& fault : faults_of(site.after, city_)) add_fault(site, std::move(fault));
    }
    for (auto& [id, institution] : institutions_) {
      if (institution.first_place.empty() || institution.after == institution.before) continue;
      for (Problem& fault : faults_of(institution.after, city_)) {
        fault.at = institution.first_place;
        faults_.push_back(std::move(fault));
      }
    }
    return std::move(faults_);
  }

  Result<RoomImportOutcome> store(db::Transaction& transaction, const std::string& reason) const {
    RoomImportOutcome outcome;
    for (const auto& [id, site] : sites_) {
      if (site.after == site.before) continue;
      take_step(transaction, act_, site.after, step_after(site.stands, reason), site.stands);
      ++outcome.sites_changed;
      for (const RoomRecord& room : site.after.rooms) count_room(outcome, site.before, room);
    }
    for (const auto& [id, institution] : institutions_) {
      if (institution.after == institution.before) continue;
      take_step(transaction, act_, institution.after, step_after(institution.stands, reason), institution.stands);
      ++outcome.institutions_changed;
    }
    return outcome;
  }

private:
  void fault(const FilledRow& row, const std::string& heading, Problem what) {
    what.at = row.place(heading);
    faults_.push_back(std::move(what));
  }
  void missing(const FilledRow& row, const std::string& heading) { fault(row, heading, problem("register.text_missing")); }
  void no_choice(const FilledRow& row, const std::string& heading, const std::string& known) {
    fault(row, heading, problem("register.not_choice", {{"value", row.cell(heading)}, {"known", known}}));
  }

  /// The fault of a whole record at the cell that brought it: the longest pointer that is known, else the site's first row.
  void add_fault(const SiteDraftState& site, Problem what) {
    std::string pointer = what.at;
    what.at = site.first_place;
    for (;;) {
      if (const auto found = site.places.find(pointer); found != site.places.end()) {
        what.at = found->second;
        break;
      }
      const auto slash = pointer.rfind('/');
      if (slash == std::string::npos || slash == 0) break;
      pointer.resize(slash);
    }
    const bool told =
        std::any_of(faults_.begin(), faults_.end(), [&](const Problem& other) { return other.at == what.at && other.id == what.id; });
    if (!told) faults_.push_back(std::move(what));
  }

  SiteDraftState* site_at(const FilledRow& row, const std::string& heading, const std::string& id) {
    if (id.empty()) return missing(row, heading), nullptr;
    const auto found = sites_.find(id);
    if (found == sites_.end()) return fault(row, heading, problem("register.entry_unknown", {{"id", id}})), nullptr;
    if (const auto allowed = require_site(act_.actor, found->second.before); !allowed.ok())
      return fault(row, heading, allowed.problem()), nullptr;
    if (found->second.stands.standing != Standing::Published)
      return fault(row, heading, problem("register.entry_not_published", {{"id", id}})), nullptr;
    if (found->second.first_place.empty()) found->second.first_place = row.place(heading);
    return &found->second;
  }

  std::optional<Place> place_at(const FilledRow& row) {
    const std::string& east = row.cell("经度");
    const std::string& north = row.cell("纬度");
    if (east.empty() && north.empty()) return std::nullopt;
    const auto longitude = degrees_in(east);
    const auto latitude = degrees_in(north);
    if (!longitude) fault(row, "经度", problem("register.not_degrees", {{"value", east}}));
    if (!latitude) fault(row, "纬度", problem("register.not_degrees", {{"value", north}}));
    if (!longitude || !latitude) return std::nullopt;
    const Place place{*longitude, *latitude, PlaceSource::Entered};
    for (Problem& one : faults_of(place, city_, "")) {
      fault(row, "经度", std::move(one));
      return std::nullopt;
    }
    return place;
  }

  void apply_site(const FilledRow& row) {
    SiteDraftState* site = site_at(row, "考试点编号", row.cell("考试点编号"));
    if (site == nullptr) return;
    if (!seen_.insert("site:" + site->after.id).second)
      return fault(row, "考试点编号", problem("register.doubled", {{"value", site->after.id}}));
    for (const char* pointer : {"/subjects", "/district", "/address"})
      site->places[pointer] = row.place(std::string(pointer) == "/subjects"   ? "可考科目"
                                        : std::string(pointer) == "/district" ? "区"
                                                                              : "地址");
    apply_kind(row, site->after);
    apply_address(row, site->after);
    if (const auto place = place_at(row)) site->after.place = place;
    apply_subjects(row, site->after);
  }

  void apply_kind(const FilledRow& row, SiteRecord& site) {
    if (row.cell("类型").empty()) return;
    const auto kind = site_kind_in(row.cell("类型"));
    if (!kind) return no_choice(row, "类型", "仅理论、仅实操、理论和实操");
    // The workbook is handed out filled in: the kind that stands there anyway is no confirmation.
    if (site.kind != *kind) site.kind_confirmed = true;
    site.kind = *kind;
  }

  void apply_address(const FilledRow& row, SiteRecord& site) {
    if (const std::string& text = row.cell("区"); !text.empty()) {
      const auto district = district_in(text, city_.catalogue);
      if (!district) return fault(row, "区", problem("register.district_unknown", {{"value", text}}));
      if (site.district != *district && !site.address.text.empty()) site.address.district = *district;
      site.district = *district;
    }
    if (const std::string& text = row.cell("地址"); !text.empty() && text != site.address.text) site.address = {text, site.district, false};
    if (const std::string& text = row.cell("地址已确认"); !text.empty()) {
      const auto confirmed = yes_no_in(text);
      if (!confirmed) return no_choice(row, "地址已确认", "是、否");
      if (*confirmed && site.address.text.empty()) return missing(row, "地址");
      site.address.confirmed = *confirmed;
    }
  }

  void apply_subjects(const FilledRow& row, SiteRecord& site) {
    if (row.cell("可考科目").empty()) return;
    std::vector<std::string> subjects;
    for (const std::string& text : list_in(row.cell("可考科目"))) {
      const auto subject = subject_in(text, city_.catalogue);
      if (!subject) return fault(row, "可考科目", problem("register.subject_unknown", {{"value", text}}));
      subjects.push_back(*subject);
    }
    site.subjects = std::move(subjects);
  }

  void apply_institution(const FilledRow& row) {
    const std::string& id = row.cell("机构编号");
    if (id.empty()) return missing(row, "机构编号");
    const auto found = institutions_.find(id);
    if (found == institutions_.end()) return fault(row, "机构编号", problem("register.entry_unknown", {{"id", id}}));
    if (const auto allowed = require_institution(act_.actor, id); !allowed.ok()) return fault(row, "机构编号", allowed.problem());
    if (found->second.stands.standing != Standing::Published)
      return fault(row, "机构编号", problem("register.entry_not_published", {{"id", id}}));
    if (!seen_.insert("institution:" + id).second) return fault(row, "机构编号", problem("register.doubled", {{"value", id}}));
    found->second.first_place = row.place("机构编号");
    InstitutionRecord& record = found->second.after;
    if (const std::string& text = row.cell("学校主管部门"); !text.empty()) {
      const auto school = school_in(text);
      if (!school) return no_choice(row, "学校主管部门", "教育、人社、非学校、未知");
      record.school = *school;
    }
    if (const std::string& text = row.cell("统一社会信用代码"); !text.empty()) {
      const auto code = CreditCode::read(text);
      if (!code.ok()) return fault(row, "统一社会信用代码", code.problem());
      record.credit_code = code->text();
    }
    if (const auto place = place_at(row)) record.place = place;
  }

  void apply_room(const FilledRow& row) {
    SiteDraftState* site = site_at(row, "考试点编号", row.cell("考试点编号"));
    if (site == nullptr) return;
    const auto id = room_id(site->after.id, row.cell("考场编号"));
    if (!id.ok()) return fault(row, "考场编号", id.problem());
    if (!seen_.insert("room:" + *id).second) return fault(row, "考场编号", problem("register.doubled", {{"value", *id}}));
    const auto exclusive = exclusive_in(row.cell("使用方式"));
    const auto capacity = whole_number_in(row.cell("容量"), 1, k_max_capacity);
    if (!exclusive) no_choice(row, "使用方式", "专用、混用");
    if (!capacity)
      fault(row, "容量",
            problem("register.not_number", {{"value", row.cell("容量")}, {"low", "1"}, {"high", std::to_string(k_max_capacity)}}));
    if (row.cell("考场名称").empty()) missing(row, "考场名称");
    if (!exclusive || !capacity || row.cell("考场名称").empty()) {
      broken_rooms_.insert(*id); // rows about it are not blamed for the room's own faults
      return;
    }
    auto& rooms = site->after.rooms;
    auto room = std::find_if(rooms.begin(), rooms.end(), [&](const RoomRecord& one) { return one.id == *id; });
    if (room == rooms.end()) {
      rooms.push_back({});
      room = rooms.end() - 1;
      room->id = *id;
    }
    room->name = row.cell("考场名称");
    room->exclusive = *exclusive;
    room->capacity = *capacity;
    const std::string at = pointer_of(*site, *room);
    site->places[at] = row.place("考场编号");
    site->places[at + "/name"] = row.place("考场名称");
    site->places[at + "/capacity"] = row.place("容量");
    if (rooms.size() == k_max_list + 1) site->places["/rooms"] = row.place("考场编号");
  }

  static std::string pointer_of(const SiteDraftState& site, const RoomRecord& room) {
    return "/rooms/" + std::to_string(&room - site.after.rooms.data());
  }

  struct Found {
    SiteDraftState* site = nullptr;
    RoomRecord* room = nullptr;
  };
  /// The room that a row of the later sheets is about.
  std::optional<Found> room_at(const FilledRow& row) {
    const std::string& id = row.cell("考场编号");
    if (broken_rooms_.contains(id)) return std::nullopt;
    const auto mark = id.rfind('-');
    const std::string owner = mark == std::string::npos ? "" : id.substr(0, mark);
    if (id.empty()) return missing(row, "考场编号"), std::nullopt;
    if (!sites_.contains(owner)) return fault(row, "考场编号", problem("register.room_unknown", {{"value", id}})), std::nullopt;
    SiteDraftState* site = site_at(row, "考场编号", owner);
    if (site == nullptr) return std::nullopt;
    for (RoomRecord& room : site->after.rooms)
      if (room.id == id) return Found{site, &room};
    fault(row, "考场编号", problem("register.room_unknown", {{"value", id}}));
    return std::nullopt;
  }

  /// The first row of a sheet about a room clears what the sheet holds of it.
  bool first_about(const std::string& sheet, const RoomRecord& room) { return seen_.insert(sheet + ":" + room.id).second; }

  void apply_seats(const FilledRow& row) {
    const auto found = room_at(row);
    if (!found) return;
    if (first_about("seats", *found->room)) found->room->seats.clear();
    const auto subject = subject_in(row.cell("科目"), city_.catalogue);
    if (!subject) return fault(row, "科目", problem("register.subject_unknown", {{"value", row.cell("科目")}}));
    const auto seats = whole_number_in(row.cell("座位数"), 1, k_max_capacity);
    if (!seats)
      return fault(row, "座位数",
                   problem("register.not_number", {{"value", row.cell("座位数")}, {"low", "1"}, {"high", std::to_string(k_max_capacity)}}));
    if (!found->room->seats.emplace(*subject, *seats).second)
      return fault(row, "科目", problem("register.doubled", {{"value", row.cell("科目")}}));
    found->site->places[pointer_of(*found->site, *found->room) + "/seats/" + *subject] = row.place("座位数");
  }

  std::optional<Date> day_at(const FilledRow& row, const std::string& heading) {
    const auto day = parse_date(row.cell(heading));
    if (!day) fault(row, heading, problem("register.date", {{"value", row.cell(heading)}}));
    return day;
  }

  void apply_opening(const FilledRow& row) {
    const auto found = room_at(row);
    if (!found) return;
    if (first_about("openings", *found->room)) found->room->openings.clear();
    const auto from = day_at(row, "开始日期");
    const auto to = day_at(row, "结束日期");
    const auto weekdays = weekdays_in(row.cell("星期"));
    const auto slots = slots_in(row.cell("时段"));
    const std::string& rest = row.cell("休息日开放");
    const auto on_rest_days = rest.empty() ? std::optional(false) : yes_no_in(rest);
    if (!weekdays) no_choice(row, "星期", "1-7，如 1-5、1,3,5、周一至周五");
    if (!slots || slots->empty()) no_choice(row, "时段", "上午、下午、晚上");
    if (!on_rest_days) no_choice(row, "休息日开放", "是、否");
    if (!from || !to || !weekdays || !slots || slots->empty() || !on_rest_days) return;
    found->site->places[pointer_of(*found->site, *found->room) + "/openings/" + std::to_string(found->room->openings.size())] =
        row.place("结束日期");
    found->room->openings.push_back({*from, *to, *weekdays, *slots, *on_rest_days});
  }

  void apply_exception(const FilledRow& row) {
    const auto found = room_at(row);
    if (!found) return;
    if (first_about("exceptions", *found->room)) found->room->exceptions.clear();
    const auto day = day_at(row, "日期");
    const auto slots = slots_in(row.cell("时段"));
    if (!slots) no_choice(row, "时段", "上午、下午、晚上，不填为全天不开放");
    if (!day || !slots) return;
    found->site->places[pointer_of(*found->site, *found->room) + "/exceptions/" + std::to_string(found->room->exceptions.size())] =
        row.place("日期");
    found->room->exceptions.push_back({*day, *slots});
  }

  Step step_after(const Version& stands, const std::string& reason) const {
    return {"room.import", Standing::Published, std::max(act_.today(), stands.effective), reason, "A6-F9"};
  }

  static void count_room(RoomImportOutcome& outcome, const SiteRecord& before, const RoomRecord& room) {
    const auto old = std::find_if(before.rooms.begin(), before.rooms.end(), [&](const RoomRecord& one) { return one.id == room.id; });
    if (old == before.rooms.end())
      ++outcome.rooms_added;
    else if (!(*old == room))
      ++outcome.rooms_changed;
  }

  const Act& act_;
  const City& city_;
  std::map<std::string, SiteDraftState> sites_;
  std::map<std::string, InstitutionDraftState> institutions_;
  std::set<std::string> seen_, broken_rooms_;
  Faults faults_;
};

Result<RoomImportOutcome> fill(db::Transaction& transaction, const Act& act, const std::vector<FilledRow>& rows,
                               const std::string& reason) {
  Filling filling(transaction, act);
  for (const FilledRow& row : rows) filling.apply(row);
  if (const auto checked = verdict(filling.faults()); !checked.ok()) return checked.problem();
  auto outcome = filling.store(transaction, reason);
  if (outcome.ok()) outcome.value().rows = static_cast<int>(rows.size());
  return outcome;
}

} // namespace

Result<RoomImportOutcome> import_rooms(db::Database& database, const Act& act, std::string_view bytes, const std::string& reason,
                                       DryRun dry_run) {
  const auto said = checked_reason(reason);
  if (!said.ok()) return said.problem();
  const auto rows = read_room_sheets(bytes);
  if (!rows.ok()) return rows.problem();
  if (dry_run == DryRun::No) return decide(database, [&](db::Transaction& transaction) { return fill(transaction, act, *rows, *said); });
  const auto transaction = database.begin(db::Mode::Write);
  return fill(*transaction, act, *rows, *said); // never committed
}

} // namespace ankao::registry
