// SPDX-License-Identifier: Apache-2.0
#include "registry/files/room_sheets.hpp"

#include <algorithm>
#include <optional>

#include "base/ensure.hpp"
#include "tables/read.hpp"

namespace ankao::registry {
namespace {

constexpr std::string_view k_notes = "填写说明";

std::string stripped(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const auto first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

std::string place_of(const std::string& sheet, int number, const std::string& heading) {
  return (sheet.empty() ? "" : sheet + " ") + "第 " + std::to_string(number) + " 行" + (heading.empty() ? "" : " · " + heading);
}

std::vector<std::string> headings_in(const tables::SheetRow& row) {
  std::vector<std::string> all;
  for (const std::string& cell : row.cells) all.push_back(stripped(cell));
  return all;
}

bool has(const std::vector<std::string>& all, const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

/// The form by the sheet's name, else the one with the most needed headings of which none is missing.
const RoomForm* form_for(const std::string& sheet, const std::vector<std::string>& headings) {
  const RoomForm* best = nullptr;
  std::ptrdiff_t most = 0;
  for (const RoomForm& form : room_forms()) {
    if (form.name == sheet) return &form;
    const auto needed = std::count_if(form.headings.begin(), form.headings.end(), [](const RoomHeading& one) { return one.needed; });
    const bool all = std::all_of(form.headings.begin(), form.headings.end(),
                                 [&](const RoomHeading& one) { return !one.needed || has(headings, one.name); });
    if (!all || needed <= most) continue;
    best = &form;
    most = needed;
  }
  return best;
}

void check_headings(const RoomForm& form, const std::vector<std::string>& headings, int number, std::vector<Problem>& faults) {
  for (std::size_t c = 0; c < headings.size(); ++c) {
    if (headings[c].empty()) continue;
    const bool known =
        std::any_of(form.headings.begin(), form.headings.end(), [&](const RoomHeading& one) { return one.name == headings[c]; });
    if (!known)
      faults.push_back(problem("register.template_heading_unknown", {{"value", headings[c]}}, place_of(form.name, number, headings[c])));
    else if (std::find(headings.begin(), headings.begin() + static_cast<std::ptrdiff_t>(c), headings[c]) !=
             headings.begin() + static_cast<std::ptrdiff_t>(c))
      faults.push_back(problem("register.doubled", {{"value", headings[c]}}, place_of(form.name, number, headings[c])));
  }
  for (const RoomHeading& one : form.headings)
    if (one.needed && !has(headings, one.name))
      faults.push_back(problem("register.template_heading_missing", {{"value", one.name}}, place_of(form.name, number, one.name)));
}

void read_rows(const tables::Sheet& sheet, std::vector<FilledRow>& rows, std::vector<Problem>& faults) {
  const auto head = std::find_if(sheet.rows.begin(), sheet.rows.end(), [](const tables::SheetRow& row) { return !row.blank(); });
  if (sheet.hidden || sheet.name == k_notes || head == sheet.rows.end()) return;
  const auto headings = headings_in(*head);
  const RoomForm* form = form_for(sheet.name, headings);
  if (form == nullptr) {
    faults.push_back(problem("register.template_headings", {}, place_of(sheet.name, head->number, "")));
    return;
  }
  check_headings(*form, headings, head->number, faults);
  for (auto row = head + 1; row != sheet.rows.end(); ++row) {
    if (row->blank()) continue;
    FilledRow filled{form->sheet, row->number, {}};
    for (std::size_t c = 0; c < headings.size(); ++c)
      if (!headings[c].empty()) filled.cells[headings[c]] = stripped(row->cell(c));
    rows.push_back(std::move(filled));
  }
}

} // namespace

const std::vector<RoomForm>& room_forms() {
  static const std::vector<RoomForm> forms{
      {RoomSheet::Sites,
       "考试点",
       {{"考试点编号", true, false, "名录中的编号，如 GZ-A01-S1", 14},
        {"考试点名称（参考）", false, true, "仅供核对，不导入", 32},
        {"类型", false, false, "仅理论、仅实操、理论和实操；填写即视为已确认", 14},
        {"区", false, false, "区名或区划代码，如 白云区、440111", 10},
        {"地址", false, false, "考试点所在地址", 40},
        {"地址已确认", false, false, "是、否", 12},
        {"经度", false, false, "度，如 113.264385；与纬度同时填写", 12},
        {"纬度", false, false, "度，如 23.129112", 12},
        {"可考科目", false, false, "科目编号用分号分开，理论写 theory，如 OP01; OP04; theory", 40}}},
      {RoomSheet::Institutions,
       "机构",
       {{"机构编号", true, false, "名录中的编号，如 GZ-A01", 12},
        {"机构名称（参考）", false, true, "仅供核对，不导入", 32},
        {"学校主管部门", false, false, "教育、人社、非学校、未知；在校学生可在本校考试点考试的依据（S-1.2d），未知按不可处理", 14},
        {"统一社会信用代码", false, false, "18 位", 22},
        {"经度", false, false, "首个培训地址的经度，度", 12},
        {"纬度", false, false, "首个培训地址的纬度，度", 12}}},
      {RoomSheet::Rooms,
       "考场",
       {{"考试点编号", true, false, "考场所属考试点", 14},
        {"考场编号", true, false, "R1 这样的字母和数字，或完整编号 GZ-A01-S1-R1", 18},
        {"考场名称", true, false, "同一考试点内不重复", 24},
        {"使用方式", true, false, "专用：同一时段只考一个科目；混用：可同时考多个科目", 10},
        {"容量", true, false, "同时可容纳的人数", 8}}},
      {RoomSheet::Seats,
       "科目座位",
       {{"考场编号", true, false, "完整编号，如 GZ-A01-S1-R1；文件中出现的考场，其座位以本表为准", 18},
        {"科目", true, false, "科目编号或名称，理论写 theory", 28},
        {"座位数", true, false, "不超过考场容量", 8}}},
      {RoomSheet::Openings,
       "开放时间",
       {{"考场编号", true, false, "完整编号；文件中出现的考场，其开放时间以本表为准", 18},
        {"开始日期", true, false, "如 2024-03-01", 12},
        {"结束日期", true, false, "含当日", 12},
        {"星期", true, false, "1（星期一）至 7（星期日），如 1-5 或 1,3,5", 12},
        {"时段", true, false, "上午、下午、晚上，或 am、pm、eve", 16},
        {"休息日开放", false, false, "节假日和不上班的周末是否开放：是、否，不填为否", 12}}},
      {RoomSheet::Exceptions,
       "例外日期",
       {{"考场编号", true, false, "完整编号；文件中出现的考场，其例外日期以本表为准", 18},
        {"日期", true, false, "与开放时间不同的一天", 12},
        {"时段", false, false, "当日开放的时段；不填为全天不开放", 16}}}};
  return forms;
}

const RoomForm& form_of(RoomSheet sheet) {
  const auto& forms = room_forms();
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const RoomForm& form) { return form.sheet == sheet; });
  ensure(found != forms.end(), "every sheet has its form");
  return *found;
}

const std::string& FilledRow::cell(const std::string& heading) const {
  static const std::string nothing;
  const auto found = cells.find(heading);
  return found == cells.end() ? nothing : found->second;
}

std::string FilledRow::place(const std::string& heading) const { return place_of(form_of(sheet).name, number, heading); }

Result<std::vector<FilledRow>> read_room_sheets(std::string_view bytes) {
  const auto sheets = tables::read(bytes);
  if (!sheets.ok()) return sheets.problem();
  std::vector<FilledRow> rows;
  std::vector<Problem> faults;
  for (const tables::Sheet& sheet : *sheets) read_rows(sheet, rows, faults);
  if (!faults.empty()) return Problem{"register.invalid", {}, {{"count", std::to_string(faults.size())}}, faults};
  if (rows.empty()) return problem("register.template_empty");
  std::stable_sort(rows.begin(), rows.end(), [](const FilledRow& one, const FilledRow& other) { return one.sheet < other.sheet; });
  return rows;
}

} // namespace ankao::registry
