// SPDX-License-Identifier: Apache-2.0
// Shortages, changes and obstacles in words that a clerk can act on, in Chinese or English.
#pragma once

#include <string>

#include "draw/study/changes.hpp"
#include "draw/study/deficit.hpp"

namespace ankao::draw {

enum class Tongue { Chinese, English };

/// "These 2 batches (180 people) may go to only 2 sites ... 160 seats at most: at least 20 go without."
std::string say(const Instance& instance, const Deficit& deficit, Tongue tongue);
/// "5 more seats in S1-1 ...: 20 people could sit on 2024-03-04, morning."
std::string say(const Model& model, const Change& change, Tongue tongue);
/// "... if B7 (12 people) sat elsewhere, 20 people could sit here."
std::string say(const Model& model, const Blocked& blocked, Tongue tongue);
/// What the rule of a blocker means: the seats are taken, the institution was there just before ...
std::string say_rule(int rule, Tongue tongue);

/// "3月5日上午", "5 March, morning".
std::string say_time(const Model& model, int time, Tongue tongue);

} // namespace ankao::draw
