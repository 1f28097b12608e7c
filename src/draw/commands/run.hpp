// SPDX-License-Identifier: Apache-2.0
// The single commands; each takes the words after its name and returns the exit code.
#pragma once

#include <string>
#include <vector>

namespace ankao::draw {

inline constexpr const char* k_draw_usage = "ankao draw INSTANCE.json --seed HEX --out PLAN.json [--work N] [--greedy] [--lang zh|en]";
inline constexpr const char* k_verify_usage = "ankao verify BUNDLE.json [--json] [--lang zh|en]";
inline constexpr const char* k_check_usage = "ankao check INSTANCE.json PLAN.json [--json] [--lang zh|en]";
inline constexpr const char* k_explain_usage = 
    "ankao explain INSTANCE.json PLAN.json --batch B0001 [--json] [--lang zh|en], or --institution T01, --site S01, --unplaced [--redraw WORK] in place of --batch";
inline constexpr const char* k_bounds_usage =
    "ankao bounds INSTANCE.json PLAN.json --out BOUNDS.json [--effort N] [--lang zh|en], or with --verify BOUNDS.json in place of --out";
inline constexpr const char* k_redraw_usage =
    "ankao redraw INSTANCE.json PLAN.json --lost LOST.json --seed HEX --out PLAN2.json [--instance-out INSTANCE2.json] [--json] [--lang zh|en]";
inline constexpr const char* k_digest_usage = "ankao digest FILE.json [--lang zh|en]";

int run_draw(const std::vector<std::string>& words);
int run_verify(const std::vector<std::string>& words);
int run_check(const std::vector<std::string>& words);
int run_explain(const std::vector<std::string>& words);
int run_bounds(const std::vector<std::string>& words);
int run_redraw(const std::vector<std::string>& words);
int run_digest(const std::vector<std::string>& words);

} // namespace ankao::draw
