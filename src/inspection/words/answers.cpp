// SPDX-License-Identifier: Apache-2.0
#include "inspection/words/answers.hpp"

#include <algorithm>

namespace ankao::inspection {

const Count* PartAnswer::count(const std::string& name) const {
  for (const Count& one : counts)
    if (one.name == name) return &one;
  return nullptr;
}

const ItemResult* Score::item(const std::string& id) const {
  const auto found = std::find_if(items.begin(), items.end(), [&](const ItemResult& one) { return one.item == id; });
  return found == items.end() ? nullptr : &*found;
}

const char* name_of(Mark value) {
  switch (value) {
  case Mark::Open:
    return "open";
  case Mark::Met:
    return "met";
  case Mark::Partly:
    return "partly";
  case Mark::Not:
    return "not";
  case Mark::Inapplicable:
    break;
  }
  return "inapplicable";
}

std::optional<Mark> mark_of(const std::string& name) {
  for (const Mark one : {Mark::Open, Mark::Met, Mark::Partly, Mark::Not, Mark::Inapplicable})
    if (name == name_of(one)) return one;
  return std::nullopt;
}

const char* name_of(FindingKind value) { return value == FindingKind::Deduction ? "deduction" : value == FindingKind::Veto ? "veto" : "noted"; }

const char* name_of(Verdict value) {
  switch (value) {
  case Verdict::Open:
    return "open";
  case Verdict::Passed:
    return "passed";
  case Verdict::Failed:
    return "failed";
  case Verdict::Clean:
    return "clean";
  case Verdict::Findings:
    break;
  }
  return "findings";
}

const char* name_of(FailedBy value) {
  switch (value) {
  case FailedBy::Nothing:
    return "";
  case FailedBy::Total:
    return "total";
  case FailedBy::Mandatory:
    return "mandatory";
  case FailedBy::Veto:
    break;
  }
  return "veto";
}

} // namespace ankao::inspection
