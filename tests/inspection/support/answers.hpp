// SPDX-License-Identifier: Apache-2.0
// Answers to the shipped checklists, short to write.
#pragma once

#include "inspection/files/checklists.hpp"
#include "inspection/rules/score.hpp"

namespace ankao::inspection::tests {

inline const Checklist& form(const std::string& id) { return *shipped_checklist(id); }

/// Everything in order, in every column.
inline std::vector<Answer> all_met(const Checklist& list) {
  std::vector<Answer> out;
  for (const Section& section : list.sections)
    for (const Item& item : section.items)
      for (const Column column : list.columns) {
        Answer one{item.id, column, {}, false, "", ""};
        for (const Part& part : item.parts) one.parts.push_back({part.no, Mark::Met, {}, {}, ""});
        out.push_back(std::move(one));
      }
  return out;
}

inline Answer& answer(std::vector<Answer>& all, const std::string& item, std::optional<Column> column = {}) {
  for (Answer& one : all)
    if (one.item == item && (!column || one.column == *column)) return one;
  fail_invariant("no such item: " + item, __FILE__, __LINE__);
}

inline PartAnswer& part(std::vector<Answer>& all, const std::string& item, const std::string& no, std::optional<Column> column = {}) {
  for (PartAnswer& one : answer(all, item, column).parts)
    if (one.part == no) return one;
  fail_invariant("no such part: " + item, __FILE__, __LINE__);
}

inline PartAnswer fault(const std::string& no, std::vector<std::string> missing = {}, std::optional<int> minus = {}, const std::string& reason = "", Mark mark = Mark::Not) {
  return {no, mark, std::move(missing), minus, reason};
}

inline void set(std::vector<Answer>& all, const std::string& item, const PartAnswer& wanted, std::optional<Column> column = {}) { part(all, item, wanted.part, column) = wanted; }

} // namespace ankao::inspection::tests
