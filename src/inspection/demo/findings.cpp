// SPDX-License-Identifier: Apache-2.0
#include "inspection/demo/findings.hpp"

#include <algorithm>

#include "base/sm3.hpp"

namespace ankao::inspection {
namespace {

constexpr const char* k_reason = "演示：现场查看与资料不一致";
constexpr const char* k_counted = "演示：现场清点";
constexpr int k_fewer = 70; ///< of a thousand figures, those of which less is there than the register says
/// Left empty where the premises are owned, and where nobody cooperates.
bool may_be_empty(const std::string& name) { return name == "lease_years" || name == "agreement_years"; }

class Place {
public:
  Place(std::string name, int faults, const DemoEye& eye, const DemoRegister& known)
      : name_(std::move(name))
      , faults_(faults)
      , eye_(eye)
      , known_(known) {}

  PartAnswer answer(const Item& item, const Part& part) const {
    const std::string at = name_ + "|" + item.id + "|" + part.no;
    const int rare = part.rule.kind == RuleKind::Veto ? 40 : 1; // who fails by veto is the exception
    const bool stands = demo_draw(at) * rare < faults_;
    const bool seen = demo_draw(at + "|" + eye_.name) < eye_.sees;
    PartAnswer out{part.no, stands && seen ? Mark::Not : Mark::Met, {}, {}, ""};
    bool low = false;
    for (const Fact& fact : part.facts)
      if (const auto value = known_ ? figure(fact) : std::nullopt) {
        out.counts.push_back({fact.name, *value});
        low = low || *value < fact.at_least;
      }
    // A veto for a figure would close every second place: there the eye believes the papers.
    const bool short_of = low && eye_.counts && out.mark == Mark::Met && part.rule.kind != RuleKind::Veto;
    if (short_of) out.mark = Mark::Not;
    if (out.mark == Mark::Not) describe(at, part.rule, out);
    if (short_of && out.reason.empty()) out.reason = k_counted;
    return out;
  }

private:
  /// What is there, as this eye counts it.
  std::optional<int> figure(const Fact& fact) const {
    const auto registered = known_(fact.name);
    const std::string at = name_ + "|figure|" + fact.name;
    if (!registered) return fact.at_least == 0 || may_be_empty(fact.name) ? std::nullopt : std::optional(fact.at_least + demo_draw(at) % (1 + fact.at_least));
    const bool fewer = eye_.counts && *registered > 1 && demo_draw(at) < k_fewer && demo_draw(at + "|" + eye_.name) < eye_.sees;
    return fewer ? *registered - std::max(1, *registered / 8) : *registered;
  }

  static void describe(const std::string& at, const PartRule& rule, PartAnswer& out) {
    for (const Words& thing : rule.things)
      if (demo_draw(at + "|" + thing.zh) < 400) out.missing.push_back(thing.zh);
    if (out.missing.empty() && !rule.things.empty()) out.missing.push_back(rule.things.front().zh);
    if (rule.kind == RuleKind::Each && out.missing.empty()) out.missing.push_back("演示：其他一项");
    if (rule.kind == RuleKind::Range) out.minus = rule.from + demo_draw(at + "|minus") % (rule.to - rule.from + 1);
    if (rule.kind == RuleKind::Judged && demo_draw(at + "|partly") < 700 && rule.points > 1) {
      out.mark = Mark::Partly;
      out.minus = 1 + demo_draw(at + "|minus") % (rule.points - 1);
    }
    if (out.minus) out.reason = k_reason;
  }

  std::string name_;
  int faults_;
  const DemoEye& eye_;
  const DemoRegister& known_;
};

} // namespace

int demo_draw(const std::string& words) {
  const Digest digest = sm3("ankao demo|" + words);
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = (value << 8) | digest[static_cast<std::size_t>(i)];
  return static_cast<int>(value % 1000U);
}

std::vector<Answer> demo_answers(const Checklist& checklist, const std::string& place, int faults, const DemoEye& eye, bool special_operation, const DemoRegister& known) {
  const Place here(place, faults, eye, known);
  std::vector<Answer> out;
  for (const Section& section : checklist.sections) {
    if (section.only == "special_operation" && !special_operation) continue;
    for (const Item& item : section.items)
      for (const Column column : checklist.columns) {
        Answer one{item.id, column, {}, false, "", ""};
        for (const Part& part : item.parts) one.parts.push_back(here.answer(item, part));
        out.push_back(std::move(one));
      }
  }
  return out;
}

} // namespace ankao::inspection
