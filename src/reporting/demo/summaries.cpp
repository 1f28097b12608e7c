// SPDX-License-Identifier: Apache-2.0
#include "reporting/demo/summaries.hpp"

#include "db/use_case.hpp"
#include "inspection/service/summed.hpp"
#include "inspection/service/closing.hpp"
#include "inspection/service/counted.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/service/summaries.hpp"
#include "reporting/service/summary_step.hpp"

namespace ankao::reporting {
namespace {

constexpr const char* k_label = "（演示数据，不是真实情况）";
constexpr const char* k_returned = "440118"; ///< sent back once
const Viewer k_city{"city", ""};

Instant at(Date day, int hour) { return {start_of(day).ms + hour * 3'600'000LL}; }
ledger::Actor of_city(const char* more) { return {std::string("demo") + more, std::string("演示·市应急管理局") + more, "city_bureau", "city"}; }
ledger::Actor of_district(const std::string& district, const char* more) { return {"demo-" + district + more, std::string("演示·区应急管理局") + more, "district_bureau", "district:" + district}; }

/// What a person writes, by chapter; one paragraph for each thing to be said.
std::string written(const std::string& chapter, const std::string& name) {
  if (chapter == "measures")
    return "（一）治标。对未销号、逾期和“回头看”发现反弹的问题，逐条明确整改措施、时限和责任人，由属地执法人员跟踪复核，整改到位一条销号一条。\n"
           "（二）治本。针对档案管理和签到考勤问题集中的情况，将培训过程记录纳入日常抽查；针对考场设施维护不到位的情况，建立考前检查留痕制度。" +
           std::string(k_label);
  if (chapter == "lessons")
    return "（一）自查先行、检查对账。先由单位对照检查表逐项自查，检查组逐项核对，自查与检查的差异即为检查重点。\n"
           "（二）异地互查、换位监督。区际交叉互查避免熟人监督，发现的问题明显多于属地检查。" +
           std::string(k_label);
  if (chapter == "mechanism")
    return "（一）将安全生产培训考核纳入年度执法检查计划，每年对辖区培训机构和考试点开展不少于一次全覆盖检查。\n"
           "（二）与市场监管、公安部门建立信息共享和线索移送制度，" +
           name + "每季度会商一次。" + k_label;
  return "建立“一点一档”问题台账，检查、整改、复核全程留痕，培训机构和考试点可随时查看本单位问题及时限。" + std::string(k_label);
}

class Layer {
public:
  Layer(db::Database& database, std::string campaign)
      : database_(database)
      , campaign_(std::move(campaign)) {}

  Result<int> run() {
    const auto all = db::look(database_, [&](db::Transaction& t) { return all_summaries(t, k_city, campaign_, make_date(2024, 2, 1)); });
    int sent = 0;
    for (const WholeSummary& one : all) {
      if (one.mine.is_city()) continue;
      if (auto laid = district(one.mine.district, letterhead_of(one).district, sent); !laid.ok()) return laid.problem();
      ++sent;
    }
    if (all.empty()) return 0;
    if (auto laid = city(); !laid.ok()) return laid.problem();
    return sent;
  }

private:
  int revision(const std::string& id, const Viewer& viewer) {
    const auto found = db::look(database_, [&](db::Transaction& t) { return whole_summary(t, viewer, id, make_date(2024, 2, 1)); });
    return found.ok() ? found->mine.revision : 0;
  }

  Result<void> write_all(const Act& act, const Viewer& viewer, const std::string& id, const std::string& name) {
    for (const ChapterLaw& one : shipped_summary_law().chapters)
      if (one.by_person)
        if (auto done = write_chapter(database_, act, viewer, {id, one.id, 0, written(one.id, name)}); !done.ok()) return done;
    return {};
  }

  Result<void> send(const std::string& code, const std::string& id, const Viewer& viewer, Date day, int number) {
    const std::string letter = "演示函〔2024〕" + std::to_string(number) + "号";
    if (auto done = propose(database_, {of_district(code, ""), at(day, 15)}, viewer, {id, revision(id, viewer), letter, ""}); !done.ok()) return done;
    return sign(database_, {of_district(code, "-2"), at(day, 17)}, viewer, {id, revision(id, viewer), "", ""}, true);
  }

  /// M-3.4b: every problem of the district is looked at again in January; one closed problem in twenty has come back.
  Result<void> look_back(const std::string& code) {
    const inspection::Party party{of_district(code, ""), {"district", code}, at(make_date(2024, 1, 15), 10)};
    const auto rows = db::look(database_, [&](db::Transaction& t) { return inspection::office_problems(t, campaign_, code); });
    int number = 0;
    for (const auto& one : rows) {
      const bool closed = one.defect.state == inspection::DefectState::Closed;
      const char* result = !closed ? "open" : ++number % 20 == 0 ? "again" : "holds";
      if (const auto done = inspection::record_look_back(database_, party, {one.defect.id, result, "", std::string("演示：复核") + k_label}); !done.ok()) return done.problem();
    }
    return {};
  }

  Result<void> district(const std::string& code, const std::string& name, int number) {
    const Viewer viewer{"district", code};
    const std::string id = summary_id_of(campaign_, code);
    const Date day = make_date(2024, 1, 30) - number % 3;
    if (auto done = look_back(code); !done.ok()) return done;
    if (auto done = draw(database_, {of_district(code, ""), at(day, 9)}, viewer, id); !done.ok()) return done.problem();
    if (auto done = write_all({of_district(code, ""), at(day, 10)}, viewer, id, name); !done.ok()) return done;
    if (auto done = send(code, id, viewer, day, number + 1); !done.ok()) return done;
    if (code == k_returned) {
      if (auto done = receive(database_, {of_city(""), at(day + 1, 10)}, k_city, {id, revision(id, k_city), "", "长效机制一章须写明时间表" + std::string(k_label)}, false); !done.ok()) return done;
      const auto written_again = write_chapter(database_, {of_district(code, ""), at(day + 1, 14)}, viewer, {id, "mechanism", 1, written("mechanism", name) + "\n（三）2024年3月底前印发年度检查计划，6月底前完成首轮会商。"});
      if (!written_again.ok()) return written_again;
      return send(code, id, viewer, day + 1, number + 1);
    }
    return receive(database_, {of_city(""), at(make_date(2024, 2, 1), 10)}, k_city, {id, revision(id, k_city), "", ""}, true);
  }

  /// Drafted and not proposed: its own chapters are still to be written.
  Result<void> city() {
    const auto drawn = draw(database_, {of_city(""), at(make_date(2024, 2, 2), 9)}, k_city, summary_id_of(campaign_, ""));
    return drawn.ok() ? Result<void>() : Result<void>(drawn.problem());
  }

  db::Database& database_;
  std::string campaign_;
};

} // namespace

Result<int> lay_demo_summaries(db::Database& database, const std::string& campaign) { return Layer(database, campaign).run(); }

} // namespace ankao::reporting
