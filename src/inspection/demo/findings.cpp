// SPDX-License-Identifier: Apache-2.0
#include "inspection/demo/findings.hpp"

#include "base/sm3.hpp"

namespace ankao::inspection {
namespace {

constexpr const char* k_reason = "演示：现场查看与资料不一致";

class Place {
public:
  Place(std::string name, int faults, const DemoEye& eye)
      : name_(std::move(name))
      , faults_(faults)
      , eye_(eye) {}

  PartAnswer answer(const Item& item, const Part& part) const {
    const std::string at = name_ + "|" + item.id + "|" + part.no;
    const int rare = part.rule.kind == RuleKind::Veto ? 40 : 1; // who fails by veto is the exception
    const bool stands = demo_draw(at) * rare < faults_;
    const bool seen = demo_draw(at + "|" + eye_.name) < eye_.sees;
    PartAnswer out{part.no, stands && seen ? Mark::Not : Mark::Met, {}, {}, ""};
    if (out.mark == Mark::Not) describe(at, part.rule, out);
    return out;
  }

private:
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
};

} // namespace

int demo_draw(const std::string& words) {
  const Digest digest = sm3("ankao demo|" + words);
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = (value << 8) | digest[static_cast<std::size_t>(i)];
  return static_cast<int>(value % 1000U);
}

std::vector<Answer> demo_answers(const Checklist& checklist, const std::string& place, int faults, const DemoEye& eye, bool special_operation) {
  const Place here(place, faults, eye);
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
