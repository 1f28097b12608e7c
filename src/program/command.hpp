// SPDX-License-Identifier: Apache-2.0
// One command of the program `ankao`. Each capability lists its own in commands/; apps/ankao only joins the lists.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace ankao {

/// Exit codes: 0 done, 1 the answer is no (a plan is not lawful, a record does not verify), 2 bad input or a failure of the environment.
inline constexpr int k_exit_done = 0;
inline constexpr int k_exit_no = 1;
inline constexpr int k_exit_bad = 2;

struct Command {
  std::string name;    ///< one or two words: "draw", "registry import"
  std::string usage;   ///< "ankao draw INSTANCE.json --seed HEX --out PLAN.json [--work N]"
  std::string summary; ///< one line, Chinese then English: "排考 · draw a month's plan"
  /// The arguments after the name; returns the exit code. Writes to stdout and stderr.
  std::function<int(const std::vector<std::string>&)> run;
};

} // namespace ankao
