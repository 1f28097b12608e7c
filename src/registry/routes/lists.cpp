// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/lists.hpp"

#include "registry/routes/views.hpp"
#include "registry/service/choices.hpp"

namespace ankao::registry::routes {
namespace {

using lists::Column;
using lists::Filter;
using lists::FilterKind;
using lists::Kind;
using lists::List;
using lists::options;
using lists::Options;

Options standings() {
  return options({{"reported", {"已报告", "reported"}}, {"verified", {"已核实", "verified"}}, {"published", {"已公布", "published"}}, {"deregistered", {"已注销", "deregistered"}}});
}
Options public_standings() { return options({{"published", {"已公布", "published"}}, {"deregistered", {"已注销", "deregistered"}}}); }
Options site_kinds() {
  return options({{"theory", {"理论", "theory"}}, {"practical", {"实操", "practical"}}, {"both", {"理论和实操", "theory and practical"}}});
}
Options schools() {
  return options({{"unknown", {"未知", "unknown"}}, {"none", {"非院校", "no school"}}, {"education", {"教育部门", "education authority"}}, {"human_resources", {"人社部门", "human-resources authority"}}});
}
Options report_states() {
  return options({{"submitted", {"待核实", "to verify"}}, {"verified", {"已核实", "verified"}}, {"returned", {"已退回", "returned"}}, {"published", {"已公布", "published"}}});
}
Options report_kinds() { return options({{"first", {"首次", "first"}}, {"change", {"变更", "change"}}, {"deregister", {"注销", "deregistration"}}}); }

std::string degrees(std::int64_t e6) {
  const std::string digits = std::to_string(e6);
  return digits.substr(0, digits.size() - 6) + "." + digits.substr(digits.size() - 6);
}

Filter word(lists::Words hint) { return {.name = "q", .label = {"关键词", "Keyword"}, .hint = std::move(hint)}; }
Filter district() { return {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = district_options()}; }
Filter as_of() { return {.name = "as_of", .label = {"名录日期", "Register as of"}, .kind = FilterKind::Day, .folded = true}; }
Filter standing() { return {.name = "standing", .label = {"状态", "Status"}, .kind = FilterKind::Choice, .options = public_standings(), .folded = true}; }

std::vector<Column> institution_columns() {
  return {{.key = "name", .heading = {"机构名称", "Institution"}, .width = 32, .sort = "v.name"},
          {.key = "id", .heading = {"编号", "Number"}, .width = 11, .sort = "v.id", .hidden = true},
          {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "v.district"},
          {.key = "projects", .heading = {"培训项目", "Projects"}, .kind = Kind::Code, .width = 36, .sort = "v.projects", .codes = project_options()},
          {.key = "scopes", .heading = {"高危行业", "Industries"}, .kind = Kind::Code, .width = 18, .codes = industry_options()},
          {.key = "sites", .heading = {"考试点", "Sites"}, .kind = Kind::Number, .width = 10, .sort = "sites"},
          {.key = "addresses", .heading = {"地址", "Addresses"}, .width = 34},
          {.key = "contacts", .heading = {"联系人", "Contact"}, .width = 11, .personal = true},
          {.key = "telephones", .heading = {"咨询电话", "Telephone"}, .width = 17, .personal = true},
          {.key = "aliases", .heading = {"其他名称", "Other names"}, .width = 24, .hidden = true},
          {.key = "school", .heading = {"院校主管部门", "School authority"}, .kind = Kind::Code, .width = 18, .codes = schools(), .hidden = true},
          {.key = "rows", .heading = {"附件6序号", "Annex 6 rows"}, .width = 12, .hidden = true},
          {.key = "flags", .heading = {"疑点", "Anomalies"}, .kind = Kind::Number, .width = 13, .hidden = true},
          {.key = "standing", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 12, .codes = standings()},
          {.key = "since", .heading = {"登记日期", "Registered"}, .kind = Kind::Day, .width = 16, .sort = "v.since", .hidden = true},
          {.key = "version", .heading = {"版本", "Version"}, .kind = Kind::Number, .width = 8, .hidden = true}};
}

std::vector<Column> site_columns() {
  return {{.key = "name", .heading = {"考试点名称", "Exam site"}, .width = 32, .sort = "v.name"},
          {.key = "id", .heading = {"编号", "Number"}, .width = 13, .sort = "v.id", .hidden = true},
          {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "v.district"},
          {.key = "kind", .heading = {"类别", "Kind"}, .kind = Kind::Code, .width = 14, .codes = site_kinds()},
          {.key = "kind_confirmed", .heading = {"类别已确认", "Kind confirmed"}, .kind = Kind::YesNo, .width = 12, .hidden = true},
          {.key = "seats", .heading = {"座位", "Seats"}, .kind = Kind::Number, .width = 10, .sort = "v.seats"},
          {.key = "rooms", .heading = {"考场", "Rooms"}, .kind = Kind::Number, .width = 10},
          {.key = "subjects", .heading = {"可考科目", "Subjects"}, .kind = Kind::Code, .width = 36, .codes = subject_options()},
          {.key = "owner_name", .heading = {"所属机构", "Owner"}, .width = 28, .sort = "v.owner", .hidden = true},
          {.key = "public_base", .heading = {"公共考试基地", "Public exam base"}, .kind = Kind::YesNo, .width = 13, .hidden = true},
          {.key = "address", .heading = {"地址", "Address"}, .width = 30},
          {.key = "address_confirmed", .heading = {"地址已确认", "Address confirmed"}, .kind = Kind::YesNo, .width = 12, .hidden = true},
          {.key = "longitude", .heading = {"经度", "Longitude"}, .kind = Kind::Number, .width = 13, .hidden = true,
           .made = lists::made_of<SiteItem>([](const SiteItem& site, Language) { return degrees(site.place.longitude_e6); })},
          {.key = "latitude", .heading = {"纬度", "Latitude"}, .kind = Kind::Number, .width = 13, .hidden = true,
           .made = lists::made_of<SiteItem>([](const SiteItem& site, Language) { return degrees(site.place.latitude_e6); })},
          {.key = "suspended", .heading = {"暂停中", "Suspended"}, .kind = Kind::YesNo, .width = 10},
          {.key = "standing", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 12, .codes = standings()},
          {.key = "since", .heading = {"登记日期", "Registered"}, .kind = Kind::Day, .width = 16, .sort = "v.since", .hidden = true}};
}

} // namespace

const List& institution_list() {
  static const List list{
      .id = "institutions",
      .name = {"培训机构名录", "Training institutions"},
      .columns = institution_columns(),
      .filters = {word({"名称、地址、项目", "Name, address, project"}),
                  district(),
                  {.name = "project", .label = {"培训项目", "Project"}, .kind = FilterKind::Choice, .options = both(project_options(), industry_options())},
                  {.name = "role",
                   .label = {"机构类别", "Role"},
                   .kind = FilterKind::Choice,
                   .options = options({{"special", {"特种作业", "special operations"}}, {"high_risk", {"高危行业", "high-risk industries"}}, {"with_site", {"设有考试点", "with exam site"}}})},
                  standing(),
                  as_of()},
      .tie = "v.id",
      .sort = "id"};
  return list;
}

const List& site_list() {
  static const List list{
      .id = "sites",
      .name = {"考试点名录", "Exam sites"},
      .columns = site_columns(),
      .filters = {word({"名称、所属机构、地址", "Name, owner, address"}),
                  district(),
                  {.name = "project", .label = {"考试科目", "Subject"}, .kind = FilterKind::Choice, .options = subject_options()},
                  {.name = "kind", .label = {"类别", "Kind"}, .kind = FilterKind::Choice, .options = site_kinds()},
                  {.name = "owner", .label = {"所属机构", "Owner"}, .given = true},
                  standing(),
                  as_of()},
      .tie = "v.id",
      .sort = "id"};
  return list;
}

const List& report_list() {
  static const List list{
      .id = "reports",
      .name = {"书面报告", "Written reports"},
      .columns = {{.key = "institution_name", .heading = {"培训机构", "Institution"}, .width = 34, .sort = "r.institution"},
                  {.key = "id", .heading = {"编号", "Number"}, .width = 12, .sort = "r.id", .hidden = true},
                  {.key = "kind", .heading = {"报告种类", "Kind"}, .kind = Kind::Code, .width = 14, .codes = report_kinds()},
                  {.key = "state", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 13, .sort = "r.state", .codes = report_states()},
                  {.key = "submitted_at", .heading = {"报告时间", "Reported at"}, .kind = Kind::Moment, .width = 22, .sort = "r.submitted_at"},
                  {.key = "submitted_by", .heading = {"报告人账户", "Reported by"}, .width = 14, .hidden = true, .personal = true},
                  {.key = "effective_date", .heading = {"生效日期", "In force from"}, .kind = Kind::Day, .width = 16, .hidden = true},
                  {.key = "reason", .heading = {"理由", "Reason"}, .width = 32}},
      .filters = {word({"机构名称或编号", "Institution or number"}),
                  {.name = "state", .label = {"状态", "Status"}, .kind = FilterKind::Choice, .options = report_states()},
                  {.name = "kind", .label = {"报告种类", "Kind"}, .kind = FilterKind::Choice, .options = report_kinds()},
                  {.name = "institution", .label = {"培训机构", "Institution"}, .given = true}},
      .tie = "r.id",
      .sort = "-submitted_at"};
  return list;
}

const List& suspension_list() {
  static const List list{
      .id = "suspensions",
      .name = {"暂停决定", "Suspensions"},
      .columns = {{.key = "subject_name", .heading = {"对象", "Suspended"}, .width = 32, .sort = "s.subject"},
                  {.key = "id", .heading = {"编号", "Number"}, .width = 12, .sort = "s.id", .hidden = true},
                  {.key = "from", .heading = {"起", "From"}, .kind = Kind::Day, .width = 18, .sort = "s.from_date"},
                  {.key = "to", .heading = {"止", "To"}, .kind = Kind::Day, .width = 18, .sort = "s.to_date"},
                  {.key = "state",
                   .heading = {"状态", "Status"},
                   .kind = Kind::Code,
                   .width = 13,
                   .codes = options({{"coming", {"未开始", "to come"}}, {"present", {"暂停中", "suspended"}}, {"past", {"已结束", "ended"}}, {"lifted", {"已撤销", "taken back"}}})},
                  {.key = "clause", .heading = {"依据", "Basis"}, .width = 13},
                  {.key = "reason", .heading = {"理由", "Reason"}, .width = 32},
                  {.key = "recorded_at", .heading = {"登记时间", "Recorded at"}, .kind = Kind::Moment, .width = 22, .hidden = true}},
      .filters = {word({"机构或考试点", "Institution or site"}),
                  {.name = "on", .label = {"在此日期暂停", "In force on"}, .kind = FilterKind::Day},
                  {.name = "subject", .label = {"对象", "Suspended"}, .given = true}},
      .tie = "s.id",
      .sort = "-from"};
  return list;
}

} // namespace ankao::registry::routes
