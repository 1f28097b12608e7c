// SPDX-License-Identifier: Apache-2.0
#include "reporting/words/figures.hpp"

namespace ankao::reporting {

const char* name_of(Cell cell) { return cell == Cell::Month ? "month" : "total"; }
std::optional<Cell> cell_of(const std::string& name) {
  if (name == "month") return Cell::Month;
  if (name == "total") return Cell::Total;
  return std::nullopt;
}

const char* name_of(State state) { return state == State::Open ? "open" : state == State::Submitted ? "submitted" : "reopened"; }
std::optional<State> state_of(const std::string& name) {
  for (const State one : {State::Open, State::Submitted, State::Reopened})
    if (name == name_of(one)) return one;
  return std::nullopt;
}

const Correction* Kept::correction(const std::string& row, Cell cell) const {
  for (const Correction& one : corrections)
    if (one.row == row && one.cell == cell) return &one;
  return nullptr;
}

} // namespace ankao::reporting
