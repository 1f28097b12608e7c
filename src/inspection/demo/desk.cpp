// SPDX-License-Identifier: Apache-2.0
#include "inspection/demo/desk.hpp"

#include <set>

#include "base/numbers.hpp"
#include "db/use_case.hpp"
#include "inspection/demo/findings.hpp"
#include "inspection/service/handovers.hpp"
#include "inspection/service/offices.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {
namespace {

const std::string k_label = "（演示数据，不是真实情况）";
constexpr const char* k_not_received = "440118>440106"; ///< the one handover that still waits
constexpr const char* k_visitor = "440111"; ///< the demo account's district: its handover is left for whoever tries it

Instant at(Date day, int hour) { return {start_of(day).ms + hour * 3'600'000LL}; }
Party district_at(const std::string& code, Date day, int hour) { return {{"demo-" + code, "演示·区应急管理局", "district_bureau", "district:" + code}, {"district", code}, at(day, hour)}; }
Party city_at(Date day, int hour, const char* more = "") { return {{std::string("demo") + more, std::string("演示·市应急管理局") + more, "city_bureau", "city"}, {"city", ""}, at(day, hour)}; }

struct Unit {
  const char *district, *name, *address;
};
constexpr Unit k_units[] = {{"440112", "演示·精密制造有限公司", "演示·开发区一路1号"}, {"440118", "演示·建材有限公司", "演示·工业园二路2号"}, {"440111", "演示·电梯维保有限公司", "演示·物流园三路3号"}};

/// A code that holds by its check digit and belongs to nobody: its organisation part says that it is a demonstration.
std::string code_of(const Unit& unit, int number) {
  std::string code = std::string("91") + unit.district + "DEMQ" + std::to_string(10000 + number);
  code.resize(17, '0');
  return code + credit_code_check(code);
}

struct Story {
  const char *district, *kind, *title, *facts, *public_title, *public_text;
};
constexpr Story k_stories[] = {
    {"440111", "fraud", "演示·签到表代签", "演示：抽查两期培训班，签到表笔迹一致，学员称未到课", "某培训机构签到记录不实", "检查发现该机构两期培训班签到表由他人代签，已责令整改并重新组织培训。"},
    {"440112", "untrained", "演示·新员工未经培训上岗", "演示：抽查新上岗人员，无三级安全教育记录", "某企业新员工未经培训上岗", "检查发现该企业新上岗人员没有岗前安全培训记录，已责令限期改正。"},
    {"440106", "guaranteed", "演示·包过宣传", "演示：招生广告写有包过字样", "某培训机构以包过招揽学员", "检查发现该机构招生广告承诺包过，已责令撤除。"},
    {"440118", "connivance", "演示·考场监考松懈", "演示：录像显示监考人员离岗", "", ""},
};

Result<void> lay(db::Database& database, const Campaign& campaign, const Story& story, int number) {
  const Date day = campaign.phase("enforcement")->to - 4 + number;
  const auto made = report_case(database, district_at(story.district, day, 15), campaign.id, story.title, {story.kind, story.facts + k_label, {}, "", ""});
  if (!made.ok()) return made.problem();
  if (*story.public_title == '\0') return {}; // waits for the city
  const auto worded = word_case(database, city_at(day + 3, 10), made->id(), true, story.public_title, story.public_text + k_label, "");
  if (!worded.ok()) return worded.problem();
  if (number == 2) return {}; // worded, waits for the second person
  const auto out = publish_case(database, city_at(day + 5, 10, "-2"), made->id(), true, "");
  return out.ok() ? Result<void>() : Result<void>(out.problem());
}

Result<void> hand_over(db::Database& database, const Campaign& campaign, const Pair& pair) {
  if (pair.by == k_visitor) return {};
  const Date last = campaign.phase("enforcement")->to;
  const auto made = make_handover(database, district_at(pair.by, last, 16), campaign.id, pair.of, "对未整改问题责令限期整改，对反复出现的问题约谈负责人。" + k_label, {});
  if (!made.ok()) return made.problem().id == "inspection.handover_nothing" ? Result<void>() : Result<void>(made.problem());
  if (made->subject == k_not_received) return {};
  const auto taken = receive_handover(database, district_at(pair.of, last + 2, 10), made->id());
  return taken.ok() ? Result<void>() : Result<void>(taken.problem());
}

} // namespace

Result<std::vector<Target>> lay_demo_desks(db::Database& database, const Campaign& campaign, const std::vector<Target>& targets) {
  std::set<std::string> districts;
  for (const Target& one : targets)
    if (!one.district.empty()) districts.insert(one.district);
  const Date day = campaign.phase("self")->from + 6;
  for (const std::string& code : districts) {
    const WorkingGroup group{"演示·分管负责人",
                             {{"approval", "演示·审批科长", "名录和条件核对"}, {"enforcement", "演示·执法队长", "执法检查和整改复核"}, {"publicity", "演示·宣教科长", "报表和总结"}},
                             {{to_string(campaign.phase("self")->to), "完成自查自改"}, {to_string(campaign.phase("enforcement")->to), "完成执法检查和互查"}, {to_string(campaign.phase("summary")->to), "函报总结报告"}}};
    if (const auto named = save_group(database, district_at(code, day, 11), campaign.id, group); !named.ok()) return named.problem();
  }
  std::vector<Target> out;
  for (const Unit& unit : k_units) {
    if (!districts.contains(unit.district)) continue;
    const auto added = add_unit(database, district_at(unit.district, campaign.phase("enforcement")->from, 9), {campaign.id, unit.name, code_of(unit, static_cast<int>(out.size()) + 1), unit.address});
    if (!added.ok()) return added.problem();
    out.push_back(*added);
  }
  return out;
}

Result<void> lay_demo_papers(db::Database& database, const Campaign& campaign) {
  for (const Pair& pair : db::look(database, [&](db::Transaction& t) { return pairs_of(t, campaign); }))
    if (auto laid = hand_over(database, campaign, pair); !laid.ok()) return laid;
  int number = 0;
  for (const Story& story : k_stories)
    if (auto laid = lay(database, campaign, story, number++); !laid.ok()) return laid;
  return {};
}

} // namespace ankao::inspection
