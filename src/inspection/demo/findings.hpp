// SPDX-License-Identifier: Apache-2.0
// Synthetic findings: what a place would be found to lack, and what a team of a given severity would see of it. The same on every machine.
#pragma once

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
};

/// A place whose parts fail `faults` times in a thousand, as the eye sees it: every part of every item that binds, in every column.
std::vector<Answer> demo_answers(const Checklist& checklist, const std::string& place, int faults, const DemoEye& eye, bool special_operation);

} // namespace ankao::inspection
