// SPDX-License-Identifier: Apache-2.0
// The lists of conditions and persons: columns, filters, order.
#include "registry/files/condition_law.hpp"
#include "registry/routes/conditions_api.hpp"
#include "registry/routes/lists.hpp"
#include "registry/service/choices.hpp"

namespace ankao::registry::routes {
namespace {

using lists::FilterKind;
using lists::Kind;
using lists::Language;
using lists::options;
using lists::Options;

Options words(const std::vector<TwoWords>& all) {
  return [&all](Language language) {
    std::vector<lists::Option> out;
    for (const TwoWords& one : all) out.push_back({one.id, language == Language::English ? one.en : one.zh});
    return out;
  };
}

Options states() { return options({{"none", {"未申报", "nothing declared"}}, {"declared", {"待核实", "to confirm"}}, {"confirmed", {"已核实", "confirmed"}}, {"returned", {"已退回", "returned"}}}); }
Options kinds() { return options({{"institution", {"培训机构", "institution"}}, {"site", {"考试点", "exam site"}}}); }
Options ends() { return options({{"ended", {"已到期", "expired"}}, {"ending", {"即将到期", "about to expire"}}}); }
Options marks() { return options({{"below", {"有低于要求的数值", "figures below the form"}}, {"ended", {"已到期", "expired"}}, {"ending", {"即将到期", "about to expire"}}}); }

} // namespace

const lists::List& condition_list() {
  static const lists::List list{
      .id = "conditions",
      .name = {"办学、考试点条件", "Conditions of places"},
      .columns = {{.key = "name", .heading = {"单位", "Place"}, .width = 32, .sort = "v.name"},
                  {.key = "id", .heading = {"编号", "Number"}, .width = 13, .sort = "v.id", .hidden = true},
                  {.key = "kind", .heading = {"类别", "Kind"}, .kind = Kind::Code, .width = 12, .sort = "v.kind", .codes = kinds()},
                  {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "v.district"},
                  {.key = "state", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 14, .sort = "COALESCE(c.state, '')", .codes = states()},
                  {.key = "confirmed", .heading = {"有已核实条件", "Confirmed figures"}, .kind = Kind::YesNo, .width = 12, .hidden = true},
                  {.key = "below", .heading = {"低于要求", "Below the form"}, .kind = Kind::Number, .width = 12, .sort = "COALESCE(c.below, 0)"},
                  {.key = "ends", .heading = {"最早到期", "First to expire"}, .kind = Kind::Day, .width = 16, .sort = "COALESCE(c.ends, '9999-12-31')"},
                  {.key = "expired", .heading = {"已到期", "Expired"}, .kind = Kind::YesNo, .width = 10},
                  {.key = "declared_at", .heading = {"申报时间", "Declared at"}, .kind = Kind::Moment, .width = 22, .sort = "COALESCE(s.declared_at, 0)"},
                  {.key = "person", .heading = {"申报人", "Declared by"}, .width = 16, .hidden = true, .personal = true}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"单位名称", "Name of the place"}},
                  {.name = "state", .label = {"状态", "Status"}, .kind = FilterKind::Choice, .options = states()},
                  {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = district_options()},
                  {.name = "premises", .label = {"类别", "Kind"}, .kind = FilterKind::Choice, .options = kinds()},
                  {.name = "mark", .label = {"提示", "Marked"}, .kind = FilterKind::Choice, .options = marks()}},
      .tie = "v.id",
      .sort = "id"};
  return list;
}

const lists::List& staff_list() {
  static const lists::List list{
      .id = "condition_staff",
      .name = {"人员名册", "Persons of places"},
      .columns = {{.key = "name", .heading = {"姓名", "Name"}, .width = 18, .sort = "p.name", .personal = true},
                  {.key = "post", .heading = {"岗位", "Post"}, .kind = Kind::Code, .width = 19, .sort = "p.post", .codes = words(shipped_conditions_law().posts)},
                  {.key = "place_name", .heading = {"单位", "Place"}, .width = 30, .sort = "v.name"},
                  {.key = "place", .heading = {"单位编号", "Number of the place"}, .width = 13, .sort = "v.id", .hidden = true},
                  {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "v.district", .hidden = true},
                  {.key = "full_time", .heading = {"专职", "Full-time"}, .kind = Kind::YesNo, .width = 9, .sort = "p.full_time"},
                  {.key = "education", .heading = {"学历", "Education"}, .kind = Kind::Code, .width = 14, .codes = words(shipped_conditions_law().educations), .hidden = true},
                  {.key = "title", .heading = {"职称", "Title"}, .kind = Kind::Code, .width = 17, .codes = words(shipped_conditions_law().titles)},
                  {.key = "certificate", .heading = {"资格证书", "Certificate"}, .kind = Kind::Code, .width = 18, .codes = words(shipped_conditions_law().certificates)},
                  {.key = "number", .heading = {"证书编号", "Number of the certificate"}, .width = 20, .hidden = true, .personal = true},
                  {.key = "until", .heading = {"有效期至", "Valid until"}, .kind = Kind::Day, .width = 16, .sort = "COALESCE(p.until_day, '9999-12-31')"},
                  {.key = "expired", .heading = {"已到期", "Expired"}, .kind = Kind::YesNo, .width = 10},
                  {.key = "projects", .heading = {"任教项目", "Projects"}, .kind = Kind::Code, .width = 26, .codes = project_options(), .hidden = true},
                  {.key = "years", .heading = {"教学年限", "Years of teaching"}, .kind = Kind::Number, .width = 10, .sort = "p.years", .hidden = true},
                  {.key = "insured", .heading = {"社保月数", "Months of insurance"}, .kind = Kind::Number, .width = 10, .sort = "p.insured", .hidden = true},
                  {.key = "state", .heading = {"核实", "Confirmed"}, .kind = Kind::Code, .width = 12, .codes = states()}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"姓名、证书编号", "Name, certificate"}},
                  {.name = "post", .label = {"岗位", "Post"}, .kind = FilterKind::Choice, .options = words(shipped_conditions_law().posts)},
                  {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = district_options()},
                  {.name = "mark", .label = {"证书", "Certificate"}, .kind = FilterKind::Choice, .options = ends()},
                  {.name = "place", .label = {"单位编号", "Number of the place"}, .given = true}},
      .tie = "p.sheet, p.line",
      .sort = "place"};
  return list;
}

} // namespace ankao::registry::routes
