// SPDX-License-Identifier: Apache-2.0
// Synthetic findings: what a place would be found to lack, and what a team of a given severity would see of it. The same on every machine.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "inspection/words/answers.hpp"
#include "inspection/words/checklist.hpp"

namespace ankao::inspection {

/// 0-999, from the words alone.
int demo_draw(const std::string& words);

/// Of a thousand faults that stand at a place, how many an inspector sees.
struct DemoEye {
  std::string name; ///< whose: the same eye sees the same faults
  int sees = 1000;
  bool counts = true; ///< false: writes down what the register says
};

/// What the register says of a figure; nothing where it does not know.
using DemoRegister = std::function<std::optional<int>(const std::string&)>;

/// A place whose parts fail `faults` times in a thousand, as the eye sees it: every part of every item that binds, in every column.
/// Its figures are those of the register, but for a few that an eye that counts finds to be fewer; a part with a figure too low is not met,
/// unless the eye believes what it reads.
std::vector<Answer> demo_answers(const Checklist& checklist, const std::string& place, int faults, const DemoEye& eye, bool special_operation, const DemoRegister& known = {});

} // namespace ankao::inspection
