// SPDX-License-Identifier: Apache-2.0
#include "inspection/demo/campaign.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"
#include "db/use_case.hpp"
#include "inspection/demo/desk.hpp"
#include "inspection/demo/findings.hpp"
#include "inspection/demo/reports.hpp"
#include "inspection/files/law.hpp"
#include "inspection/service/campaigns.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/service/defects.hpp"
#include "inspection/service/facts.hpp"
#include "inspection/service/party.hpp"
#include "inspection/service/signing.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/store/records.hpp"

namespace ankao::inspection {
namespace {

constexpr int k_year = 2023;
constexpr const char* k_label = "演示数据，不是真实情况";
constexpr int k_self_sees = 350; ///< of a thousand faults, what a unit tells of itself

Instant at(Date day, int hour) { return {start_of(day).ms + hour * 3'600'000LL}; }
Date november(unsigned day) { return make_date(k_year, 11, day); }

const ledger::Actor k_city{"demo", "演示·市应急管理局", "city_bureau", "city"};

ledger::Actor actor_of(const Viewer& viewer, const std::string& name) {
  if (viewer.kind == "district") return {"demo-" + viewer.id, "演示·" + name, "district_bureau", "district:" + viewer.id};
  if (viewer.kind == "city") return k_city;
  return {"demo-" + viewer.id, "演示·" + name, viewer.kind == "site" ? "exam_site" : "institution", viewer.kind + ":" + viewer.id};
}

std::vector<Member> team_of(const std::string& district) {
  const auto one = [&](MemberRole role, const char* name) { return Member{role, std::string("演示·") + name + district.substr(district.size() - 2), "演示", ""}; };
  return {one(MemberRole::Leader, "组长"), one(MemberRole::Inspector, "检查员甲"), one(MemberRole::Inspector, "检查员乙"), one(MemberRole::Liaison, "联络员"), one(MemberRole::Expert, "专家甲"), one(MemberRole::Expert, "专家乙")};
}

class Layer {
public:
  Layer(db::Database& database, std::size_t every)
      : database_(database)
      , every_(every) {}

  Result<DemoCampaign> run() {
    const auto campaign = create_campaign(database_, k_city, at(november(6), 9), {k_year, "2023年安全生产培训和考试专项检查（演示数据）"});
    if (!campaign.ok()) return campaign.problem();
    campaign_ = *campaign;
    const auto targets = all_targets();
    done_.targets = static_cast<int>(targets.size());
    for (const Target& one : targets)
      if (auto laid = inspect_itself(one); !laid.ok()) return laid.problem();
    const auto reports = lay_demo_reports(database_, campaign_, inspected_);
    if (!reports.ok()) return reports.problem();
    done_.reports = *reports;
    for (const Target& one : targets)
      if (auto laid = inspect_across(one); !laid.ok()) return laid.problem();
    const auto units = lay_demo_desks(database_, campaign_, targets);
    if (!units.ok()) return units.problem();
    for (const Target& one : *units)
      if (auto laid = inspect_here(one); !laid.ok()) return laid.problem();
    if (auto laid = lay_demo_papers(database_, campaign_); !laid.ok()) return laid.problem();
    for (const Target& one : targets)
      if (auto laid = spot_check(one); !laid.ok()) return laid.problem();
    if (auto laid = correct(); !laid.ok()) return laid.problem();
    end_tasks(all_units());
    // Limits that passed were told long ago; nobody is told today.
    while (escalate_defects(database_, at(make_date(k_year + 1, 1, 31), 9), [](db::Transaction&, const Defect&) {}) > 0) {
    }
    return done_;
  }

private:
  /// Every term that the campaign opened is done: the work lists of today are not full of 2023.
  void end_tasks(const std::vector<Target>& units) {
    const auto party = [](Date day) { return Party{k_city, {"city", ""}, at(day, 17)}; };
    std::set<std::string> subjects, districts;
    database_.write([&](db::Transaction& transaction) {
      for (const Target& one : units) {
        if (subjects.insert(one.subject).second) task_done(transaction, party(november(10)), campaign_, Task::Self, one.subject, one.name);
        if (!one.district.empty()) districts.insert(one.district);
      }
      for (const std::string& one : districts) {
        const std::string who = "district:" + one;
        task_done(transaction, party(november(10)), campaign_, Task::Receipt, who, "");
        task_done(transaction, party(november(30)), campaign_, Task::Cross, who, "");
        task_done(transaction, party(november(30)), campaign_, Task::Handover, who, "");
        task_done(transaction, party(make_date(k_year + 1, 1, 31)), campaign_, Task::LookBack, who, "");
      }
      task_done(transaction, party(make_date(k_year, 12, 29)), campaign_, Task::Spot, "city", "");
    });
  }

  std::vector<Target> all_targets() {
    const auto all = all_units();
    std::vector<Target> some;
    for (std::size_t i = 0; i < all.size(); i += every_) some.push_back(all[i]);
    return some;
  }

  std::vector<Target> all_units() {
    store::Filter filter;
    filter.viewer = {"city", ""};
    filter.campaign = campaign_.id;
    filter.limit = 100'000;
    std::vector<Target> out;
    for (const auto& row : db::look(database_, [&](db::Transaction& t) { return store::targets(t, filter); }).rows) out.push_back(row.target);
    std::sort(out.begin(), out.end(), [](const Target& a, const Target& b) { return a.id < b.id; });
    return out;
  }

  /// 2 to 12 parts in a hundred fail, by place.
  static int faults_of(const Target& target) { return 20 + demo_draw("faults|" + target.subject) / 10; }
  /// Teams differ: of a thousand faults they see 550 to 950.
  static int severity_of(const std::string& district) { return 550 + demo_draw("severity|" + district) * 2 / 5; }

  Result<void> inspect_itself(const Target& target) {
    if (target.institution.empty() || demo_draw("self|" + target.id) < 80) return {}; // some did not, and the board shows it
    const Viewer viewer = target.site.empty() ? Viewer{"institution", target.institution} : Viewer{"site", target.site};
    ++done_.self_visits;
    inspected_.push_back(target);
    return visit(target, viewer, "self", november(7 + static_cast<unsigned>(demo_draw("day|" + target.id) % 4)), {viewer.id, k_self_sees, false}, {});
  }

  Result<void> inspect_across(const Target& target) {
    if (target.district.empty()) return {};
    for (const Pair& pair : shipped_law().pairs)
      if (pair.of == target.district) {
        const Date day = november(21 + static_cast<unsigned>(demo_draw("cross|" + target.id) % 10));
        if (auto laid = visit(target, {"district", pair.by}, "enforcement", day, {pair.by, severity_of(pair.by)}, team_of(pair.by)); !laid.ok()) return laid;
        ++done_.visits;
      }
    return demo_draw("own|" + target.id) >= 300 ? Result<void>() : inspect_here(target);
  }

  Result<void> inspect_here(const Target& target) {
    ++done_.visits;
    const Date day = november(21 + static_cast<unsigned>(demo_draw("own day|" + target.id) % 10));
    return visit(target, {"district", target.district}, "enforcement", day, {target.district, severity_of(target.district)}, team_of(target.district));
  }

  Result<void> spot_check(const Target& target) {
    if (!target.district.empty() && demo_draw("spot|" + target.id) >= 100) return {};
    ++done_.visits;
    return visit(target, {"city", ""}, "spot", make_date(k_year, 12, 4 + static_cast<unsigned>(demo_draw("spot day|" + target.id) % 20)), {"city", 900}, team_of("000000"));
  }

  Result<void> visit(const Target& target, const Viewer& viewer, const char* phase, Date day, const DemoEye& eye, const std::vector<Member>& team) {
    const ledger::Actor actor = actor_of(viewer, viewer.kind == "district" ? "区应急管理局" : target.name);
    const auto planned = plan_visit(database_, actor, at(day, 8), viewer, {campaign_.id, phase, target.id, day, team});
    if (!planned.ok()) return planned.problem();
    const auto checklist = db::look(database_, [&](db::Transaction& t) { return checklist_version(t, target.checklist, planned->version); });
    ensure(checklist.has_value(), "a visit has its version of the checklist");
    int number = 0;
    bool clean = true;
    for (Answer& one : demo_answers(*checklist, target.subject, faults_of(target), eye, target.special_operation, known_on(target, day))) {
      clean = clean && std::all_of(one.parts.begin(), one.parts.end(), [](const PartAnswer& part) { return part.mark == Mark::Met; });
      const AnswerForm form{planned->id, "demo-" + planned->id + "-" + std::to_string(1000 + ++number), 0, std::move(one), false};
      if (const auto kept = answer_item(database_, actor, {at(day, 9).ms + number * 60'000LL}, viewer, form); !kept.ok()) return kept.problem();
    }
    if (!planned->self()) database_.write([&](db::Transaction& transaction) { put_hands(transaction, *planned, *checklist, actor, at(day, 16)); });
    const SignForm form{planned->id, checklist->scored() ? "" : clean ? "met" : "not_met", k_label};
    const auto signed_visit = sign_visit(database_, actor, at(day, 17), viewer, form);
    return signed_visit.ok() ? Result<void>() : Result<void>(signed_visit.problem());
  }

  /// The register as the visit's device has it before anybody counts.
  DemoRegister known_on(const Target& target, Date day) {
    const auto facts = db::look(database_, [&](db::Transaction& t) { return KnownFacts(t, target, day); });
    return [facts](const std::string& name) -> std::optional<int> {
      const auto known = facts.of(name);
      return known ? std::optional(known->value) : std::nullopt;
    };
  }

  /// Questions where the form asks for them, and the signatures of the team and of the unit; nothing is drawn, the names say why.
  static void put_hands(db::Transaction& transaction, const Visit& visit, const Checklist& checklist, const ledger::Actor& actor, Instant now) {
    int number = 0;
    const auto client = [&] { return "demo-hand-" + visit.id + "-" + std::to_string(1000 + ++number); };
    for (const Section& section : checklist.sections)
      for (const Item& item : section.items)
        for (const Part& part : item.parts)
          if (part.asks) store::insert(transaction, visit.id, Question{store::next(transaction, "question"), client(), item.id, part.no, "演示：现场提问", "演示·被提问人", "", "演示：回答", Mark::Met, actor.account, actor.name, now});
    const std::string content = content_of(standing(transaction, visit), store::questions(transaction, visit.id));
    const auto sign = [&](Side side, const std::string& name) {
      Signature one;
      one.id = "G-" + std::to_string(store::next(transaction, "signature"));
      one.client = client();
      one.side = side;
      one.name = name;
      one.content = content;
      one.account = actor.account;
      one.person = actor.name;
      one.at = now;
      store::insert(transaction, visit.id, one);
    };
    for (const Member& member : visit.team) sign(Side::Team, member.name);
    sign(Side::Unit, "演示·被检查单位负责人");
  }

  Result<void> correct() {
    store::Filter filter;
    filter.viewer = {"city", ""};
    filter.campaign = campaign_.id;
    filter.limit = 1'000'000;
    for (const Defect& one : db::look(database_, [&](db::Transaction& t) { return store::defects(t, filter); }).rows) {
      ++done_.defects;
      if (auto laid = correct(one); !laid.ok()) return laid;
    }
    return {};
  }

  /// One in ten is not assigned yet, one in ten not corrected, one in fifteen not checked.
  Result<void> correct(const Defect& defect) {
    const int fate = demo_draw("fate|" + defect.target + defect.item);
    const Date found = date_of(defect.found_at);
    if (fate < 100) return {};
    const Viewer unit = defect.site.empty() ? Viewer{"institution", defect.institution} : Viewer{"site", defect.site};
    const Viewer office = defect.district.empty() ? Viewer{"city", ""} : Viewer{"district", defect.district};
    const Viewer follows = defect.self ? unit : office;
    const auto assigned = assign_defect(database_, actor_of(follows, "经办人"), at(found + 1, 10), follows, {defect.id, "演示：按检查表要求整改", "演示·负责人", found + 30});
    if (!assigned.ok()) return assigned.problem();
    if (fate < 200 || defect.institution.empty()) return {};
    const auto corrected = correct_defect(database_, actor_of(unit, "经办人"), at(found + 5 + fate % 20, 10), unit, {defect.id, "演示：已整改", "演示：整改前", "演示：整改后"});
    if (!corrected.ok()) return corrected.problem();
    if (fate < 265) return {};
    ledger::Actor second = actor_of(follows, "复查人");
    second.account += "-2";
    const auto closed = check_defect(database_, second, at(found + 26 + fate % 5, 10), follows, defect.id, true, "");
    if (!closed.ok()) return closed.problem();
    ++done_.closed;
    return {};
  }

  db::Database& database_;
  std::size_t every_;
  Campaign campaign_;
  std::vector<Target> inspected_; ///< that inspected themselves
  DemoCampaign done_;
};

} // namespace

Result<DemoCampaign> lay_demo_campaign(db::Database& database, std::size_t every) {
  if (db::look(database, [](db::Transaction& t) { return store::campaign(t, "SI-" + std::to_string(k_year)); })) return DemoCampaign{};
  return Layer(database, every).run();
}

} // namespace ankao::inspection
