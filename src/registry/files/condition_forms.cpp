// SPDX-License-Identifier: Apache-2.0
#include "registry/files/condition_forms.hpp"

#include "registry/files/room_cells.hpp"
#include "registry/rules/conditions.hpp"

namespace ankao::registry {
namespace {

using tables::CellKind;

std::vector<tables::Choice> choices(const std::vector<TwoWords>& words) {
  std::vector<tables::Choice> out;
  for (const TwoWords& one : words) out.push_back({one.id, one.zh, one.en, {}});
  return out;
}

tables::FormColumn place_column() {
  return {.key = "place", .zh = "单位编号", .en = "place", .needed = true, .example = "GZ-A01-S1", .note_zh = "培训机构或考试点的登记编号", .note_en = "register id of the institution or site", .width = 14, .longest = 40};
}

/// The faults of reading keep their own words; here only what the cell's kind could not see.
int whole(const tables::FormRow& row, const std::string& key) { return row.value(key).empty() ? 0 : std::stoi(row.value(key)); }

std::string chosen(const tables::FormRow& row, const std::string& key, const std::string& otherwise) { return row.value(key).empty() ? otherwise : row.value(key); }

} // namespace

tables::Form staff_form(const ConditionsLaw& law) {
  return {"人员名册",
          "persons",
          {place_column(),
           {.key = "name", .zh = "姓名", .en = "name", .needed = true, .example = "张三", .width = 12, .longest = k_longest_staff_text},
           {.key = "post", .zh = "岗位", .en = "post", .kind = CellKind::Choice, .needed = true, .example = law.posts.front().zh, .note_zh = "职责分工", .note_en = "division of duties", .clause = "A1-04.2", .width = 18, .choices = choices(law.posts)},
           {.key = "full_time", .zh = "专职", .en = "full-time", .kind = CellKind::YesNo, .needed = true, .example = "是", .width = 8},
           {.key = "born", .zh = "出生年份", .en = "year of birth", .kind = CellKind::Number, .example = "1985", .width = 10, .low = 1900, .high = 2199},
           {.key = "education", .zh = "学历", .en = "education", .kind = CellKind::Choice, .example = law.educations.back().zh, .width = 14, .choices = choices(law.educations)},
           {.key = "title", .zh = "职称", .en = "title", .kind = CellKind::Choice, .example = law.titles.front().zh, .clause = "A1-05.3", .width = 18, .choices = choices(law.titles)},
           {.key = "certificate", .zh = "资格证书", .en = "certificate", .kind = CellKind::Choice, .example = law.certificates.front().zh, .clause = "A1-05.3", .width = 18, .choices = choices(law.certificates)},
           {.key = "number", .zh = "证书编号", .en = "number of the certificate", .width = 20, .longest = k_longest_staff_text},
           {.key = "until", .zh = "证书有效期至", .en = "certificate valid until", .kind = CellKind::Date, .example = "2027-12-31", .width = 14},
           {.key = "projects", .zh = "任教项目", .en = "projects taught", .example = "OP01; OP02", .note_zh = "教员填写，多个用分号隔开", .note_en = "of a teacher, parted by ;", .clause = "A1-18.2", .width = 22, .longest = 300},
           {.key = "years", .zh = "教学年限", .en = "years of teaching", .kind = CellKind::Number, .example = "6", .clause = "A1-05.4", .width = 10, .low = 0, .high = 70},
           {.key = "insured", .zh = "社保缴交月数", .en = "months of social insurance", .kind = CellKind::Number, .example = "36", .clause = "A1-04.2", .width = 14, .low = 0, .high = 720}},
          5000};
}

tables::Form condition_form(const ConditionsLaw& law) {
  std::vector<tables::Choice> stated;
  for (const ConditionLaw& one : law.conditions)
    if (one.kind != ConditionKind::Staff) stated.push_back({one.id, one.zh, one.en, {}});
  return {"条件",
          "conditions",
          {place_column(),
           {.key = "condition", .zh = "条件", .en = "condition", .kind = CellKind::Choice, .needed = true, .example = stated.back().zh, .note_zh = "人数由人员名册计算，不在此填写", .note_en = "persons are counted from their list", .width = 26, .choices = stated},
           {.key = "number", .zh = "数值", .en = "figure", .example = "112.50", .note_zh = "面积填平方米；是否类填是、否；期限类不填", .note_en = "m² of an area; yes or no; nothing for a term", .width = 12, .longest = 20},
           {.key = "from", .zh = "期限起", .en = "from", .kind = CellKind::Date, .example = "2023-01-01", .note_zh = "租赁、合作的起止日期", .note_en = "of a lease or an agreement", .clause = "A1-09.1", .width = 12},
           {.key = "until", .zh = "期限止", .en = "until", .kind = CellKind::Date, .example = "2027-12-31", .clause = "A1-09.1", .width = 12},
           {.key = "note", .zh = "说明", .en = "remark", .width = 30, .longest = k_longest_note}},
          5000};
}

StaffLine staff_line(const tables::FormRow& row, const Catalogue& catalogue) {
  StaffLine out{{}, row.faults};
  // What a faulty cell would have said is not known: the row is only told, not read.
  if (!out.faults.empty()) return out;
  out.row.name = row.value("name");
  out.row.post = row.value("post");
  out.row.full_time = row.value("full_time") == "yes";
  out.row.born = whole(row, "born");
  out.row.education = chosen(row, "education", "other");
  out.row.title = chosen(row, "title", "none");
  out.row.certificate = chosen(row, "certificate", "none");
  out.row.number = row.value("number");
  out.row.until = parse_date(row.value("until"));
  out.row.years = whole(row, "years");
  out.row.insured = whole(row, "insured");
  for (const std::string& text : list_in(row.value("projects"))) {
    const auto project = subject_in(text, catalogue);
    if (project)
      out.row.projects.push_back(*project);
    else
      out.faults.push_back(problem("register.subject_unknown", {{"value", text}}, "projects"));
  }
  return out;
}

StatedLine stated_line(const tables::FormRow& row, const ConditionsLaw& law) {
  StatedLine out{{}, row.faults};
  if (!out.faults.empty()) return out;
  out.stated.condition = row.value("condition");
  out.stated.from = parse_date(row.value("from"));
  out.stated.until = parse_date(row.value("until"));
  out.stated.note = row.value("note");
  const ConditionLaw* condition = law.find(out.stated.condition);
  if (condition == nullptr || condition->kind == ConditionKind::Term) return out;
  const auto number = read_figure(*condition, row.value("number"));
  if (number.ok())
    out.stated.number = *number;
  else
    out.faults.push_back(number.problem()), out.faults.back().at = "number";
  return out;
}

Result<std::int64_t> read_figure(const ConditionLaw& condition, const std::string& text) {
  const auto refuse = [&](const char* zh, const char* en) { return problem("register.condition_number", {{"value", text.substr(0, 40)}, {"form", std::string(zh) + " · " + en}}); };
  switch (condition.kind) {
  case ConditionKind::Area:
    if (const auto area = read_area(text)) return *area;
    return problem("register.condition_area", {{"value", text.substr(0, 40)}, {"high", area_text(k_most_area)}});
  case ConditionKind::YesNo:
    if (const auto yes = yes_no_in(text)) return std::int64_t{*yes ? 1 : 0};
    return refuse("填“是”或“否”", "yes or no");
  case ConditionKind::Number:
    if (const auto number = whole_number_in(text, 0, static_cast<int>(k_most_number))) return std::int64_t{*number};
    return refuse("填 0 至 1000000 的整数", "a whole number from 0 to 1000000");
  case ConditionKind::Term:
    return std::int64_t{0};
  case ConditionKind::Staff:
    break;
  }
  return problem("register.condition_counted", {{"name", condition.zh + " · " + condition.en}});
}

std::string figure_text(const ConditionLaw& condition, std::int64_t number) {
  if (condition.kind == ConditionKind::Term) return "";
  return condition.kind == ConditionKind::Area ? area_text(number) : std::to_string(number);
}

} // namespace ankao::registry
