// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/lists.hpp"

#include "planning/routes/api.hpp"
#include "planning/routes/booking_api.hpp"
#include "planning/routes/desk_api.hpp"
#include "registry/service/choices.hpp"

namespace ankao::planning {
namespace {

using lists::Column;
using lists::Filter;
using lists::FilterKind;
using lists::Kind;
using lists::Language;
using lists::List;
using lists::options;
using lists::Options;

Options kinds() { return options({{"regular", {"正考", "regular"}}, {"retake", {"补考", "retake"}}}); }
Options slots() { return options({{"am", {"上午", "morning"}}, {"pm", {"下午", "afternoon"}}, {"eve", {"晚上", "evening"}}}); }
Options booking_states() { return options({{"booked", {"已预约", "booked"}}, {"planned", {"已排入计划", "planned"}}, {"withdrawn", {"已撤回", "withdrawn"}}}); }
Options batch_states() { return options({{"placed", {"已安排", "placed"}}, {"partly", {"部分安排", "partly placed"}}, {"unplaced", {"未安排", "not placed"}}}); }
Options waivers() {
  return options({{"exempt", {"特色项目", "exempt project"}}, {"own_school", {"本校在校学生", "students at their own school"}}, {"no_other_site", {"无其他考试点", "no other site"}}});
}

std::string slot_word(const std::string& slot, Language language) {
  static const Options all = slots();
  for (const lists::Option& one : all(language))
    if (one.value == slot) return one.label;
  return slot;
}

std::string people(int count, Language language) { return std::to_string(count) + (language == Language::English ? " people" : " 人"); }

std::string seats_text(const dto::SessionItem& session, Language language) {
  std::string out;
  for (const auto& seat : session.batches) out += (out.empty() ? "" : "；") + seat.batch + " " + seat.institution_name + " " + people(seat.candidates, language);
  return out;
}

std::string places_text(const dto::BatchItem& batch, Language language) {
  std::string out;
  for (const auto& place : batch.places)
    out += (out.empty() ? "" : "；") + place.date + " " + slot_word(place.slot, language) + " " + place.site_name + " " + people(place.candidates, language);
  return out;
}

Filter word(lists::Words hint) { return {.name = "q", .label = {"关键词", "Keyword"}, .hint = std::move(hint)}; }
Filter subject() { return {.name = "subject", .label = {"考试科目", "Subject"}, .kind = FilterKind::Choice, .options = registry::subject_options()}; }
Filter kind() { return {.name = "kind", .label = {"类别", "Kind"}, .kind = FilterKind::Choice, .options = kinds(), .folded = true}; }
Filter institution() { return {.name = "institution", .label = {"培训机构", "Institution"}, .given = true}; }
Filter month() { return {.name = "month", .label = {"月份", "Month"}, .kind = FilterKind::Month, .given = true}; }
Filter version() { return {.name = "version", .label = {"版本", "Version"}, .given = true}; }

std::vector<Column> booking_columns() {
  return {{.key = "id", .heading = {"预约号", "Booking"}, .width = 14, .sort = "id"},
          {.key = "month", .heading = {"月份", "Month"}, .width = 11, .sort = "month"},
          {.key = "institution_name", .heading = {"培训机构", "Institution"}, .width = 28, .sort = "institution_name"},
          {.key = "class_id", .heading = {"培训班", "Class"}, .width = 13, .sort = "class"},
          {.key = "subject_name", .heading = {"考试科目", "Subject"}, .width = 22, .sort = "subject"},
          {.key = "kind", .heading = {"类别", "Kind"}, .kind = Kind::Code, .width = 11, .codes = kinds()},
          {.key = "own_school", .heading = {"本校学生", "Own school"}, .kind = Kind::YesNo, .width = 11, .hidden = true},
          {.key = "candidates", .heading = {"人数", "Candidates"}, .kind = Kind::Number, .width = 10, .sort = "candidates"},
          {.key = "placed", .heading = {"已安排人数", "Placed"}, .kind = Kind::Number, .width = 11, .hidden = true},
          {.key = "class_opened", .heading = {"开班日期", "Class opened"}, .kind = Kind::Day, .width = 18, .sort = "class_opened"},
          {.key = "booked_at", .heading = {"预约时间", "Booked at"}, .kind = Kind::Moment, .width = 22, .sort = "booked_at", .hidden = true},
          {.key = "book_by", .heading = {"预约截止", "To be booked by"}, .kind = Kind::Day, .width = 18, .hidden = true},
          {.key = "planned_completed", .heading = {"计划完成", "To be completed"}, .kind = Kind::Day, .width = 18, .hidden = true},
          {.key = "completed", .heading = {"培训完成", "Completed"}, .kind = Kind::Day, .width = 20, .sort = "coalesce(completed, '9999-12-31')"},
          {.key = "working_days_late", .heading = {"逾期工作日", "Working days late"}, .kind = Kind::Number, .width = 16, .sort = "days_late"},
          {.key = "late_reason", .heading = {"逾期理由", "Why late"}, .width = 26, .hidden = true},
          {.key = "state", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 13, .codes = booking_states()}};
}

} // namespace

const List& booking_list() {
  static const List list{
      .id = "bookings",
      .name = {"考试预约", "Bookings"},
      .columns = booking_columns(),
      .filters = {{.name = "month", .label = {"月份", "Month"}, .kind = FilterKind::Month},
                  word({"预约号、机构、班级", "Booking, institution, class"}),
                  subject(),
                  {.name = "state", .label = {"状态", "Status"}, .kind = FilterKind::Choice, .options = booking_states()},
                  kind(),
                  {.name = "late", .label = {"逾期预约", "Booked late"}, .kind = FilterKind::YesNo, .folded = true},
                  {.name = "completed", .label = {"已完成培训", "Training completed"}, .kind = FilterKind::YesNo, .folded = true},
                  institution()},
      .tie = "id",
      .sort = "-id"};
  return list;
}

const List& session_list() {
  static const List list{
      .id = "sessions",
      .name = {"考试场次", "Sessions"},
      .columns = {{.key = "date", .heading = {"日期", "Date"}, .kind = Kind::Day, .width = 18, .sort = "date, slot_place"},
                  {.key = "slot", .heading = {"时段", "Slot"}, .kind = Kind::Code, .width = 9, .codes = slots()},
                  {.key = "site_name", .heading = {"考试点", "Exam site"}, .width = 28, .sort = "site_name"},
                  {.key = "district", .heading = {"区域", "District"}, .kind = Kind::Code, .width = 11, .sort = "district", .codes = registry::district_options()},
                  {.key = "room_name", .heading = {"考场", "Room"}, .width = 14},
                  {.key = "subject_name", .heading = {"考试科目", "Subject"}, .width = 22, .sort = "subject"},
                  {.key = "candidates", .heading = {"人数", "Candidates"}, .kind = Kind::Number, .width = 17, .sort = "candidates"},
                  {.key = "seats", .heading = {"座位", "Seats"}, .kind = Kind::Number, .width = 9, .sort = "seats"},
                  {.key = "batches", .heading = {"报考批次", "Batches"}, .width = 40,
                   .made = lists::made_of<dto::SessionItem>(seats_text)}},
      .filters = {month(),
                  version(),
                  word({"考试点、机构、考场、班级、批次", "Site, institution, room, class, batch"}),
                  subject(),
                  {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = registry::district_options()},
                  {.name = "date", .label = {"日期", "Date"}, .kind = FilterKind::Day},
                  {.name = "slot", .label = {"时段", "Slot"}, .kind = FilterKind::Choice, .options = slots(), .folded = true},
                  {.name = "site", .label = {"考试点", "Exam site"}, .given = true},
                  institution()},
      .tie = "date, slot_place, id"};
  return list;
}

const List& batch_list() {
  static const List list{
      .id = "batches",
      .name = {"报考批次", "Batches"},
      .columns = {{.key = "id", .heading = {"批次", "Batch"}, .width = 16, .sort = "id"},
                  {.key = "institution_name", .heading = {"培训机构", "Institution"}, .width = 30, .sort = "institution_name"},
                  {.key = "class_id", .heading = {"培训班", "Class"}, .width = 14, .hidden = true},
                  {.key = "subject_name", .heading = {"考试科目", "Subject"}, .width = 24, .sort = "subject"},
                  {.key = "kind", .heading = {"类别", "Kind"}, .kind = Kind::Code, .width = 11, .codes = kinds()},
                  {.key = "own_school", .heading = {"本校学生", "Own school"}, .kind = Kind::YesNo, .width = 11, .hidden = true},
                  {.key = "completed", .heading = {"培训完成", "Completed"}, .kind = Kind::Day, .width = 18, .sort = "completed"},
                  {.key = "candidates", .heading = {"人数", "Candidates"}, .kind = Kind::Number, .width = 10, .sort = "candidates"},
                  {.key = "placed", .heading = {"已安排", "Placed"}, .kind = Kind::Number, .width = 10, .sort = "placed"},
                  {.key = "state", .heading = {"安排情况", "Outcome"}, .kind = Kind::Code, .width = 13, .sort = "candidates - placed", .codes = batch_states()},
                  {.key = "places", .heading = {"时间和考试点", "Time and site"}, .width = 44, .sort = "first_date",
                   .made = lists::made_of<dto::BatchItem>(places_text)},
                  {.key = "waiver", .heading = {"交叉考试豁免", "Waiver"}, .kind = Kind::Code, .width = 16, .codes = waivers(), .hidden = true},
                  {.key = "carried", .heading = {"顺延月数", "Months carried"}, .kind = Kind::Number, .width = 11, .sort = "carried", .hidden = true}},
      .filters = {month(),
                  version(),
                  word({"批次、机构、班级", "Batch, institution, class"}),
                  subject(),
                  {.name = "state", .label = {"安排情况", "Outcome"}, .kind = FilterKind::Choice, .options = batch_states()},
                  kind(),
                  {.name = "waiver", .label = {"交叉考试豁免", "Waiver"}, .kind = FilterKind::Choice, .options = waivers(), .folded = true},
                  institution()},
      .tie = "id",
      .sort = "id"};
  return list;
}

} // namespace ankao::planning
