// SPDX-License-Identifier: Apache-2.0
// What people write into the cells of the room workbook, understood. Nothing: the text means nothing of the kind.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registry/words/catalogue.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

std::optional<int> whole_number_in(std::string_view text, int low, int high);
/// "113.264385" -> 113264385; more than six decimals are rounded (Excel writes 113.26438499999).
std::optional<std::int64_t> degrees_in(std::string_view text);
/// 是 / 否, yes / no, 1 / 0.
std::optional<bool> yes_no_in(std::string_view text);
/// 专用 is true, 混用 false.
std::optional<bool> exclusive_in(std::string_view text);
std::optional<SiteKind> site_kind_in(std::string_view text);
std::optional<SchoolAuthority> school_in(std::string_view text);
/// A code, a name or a known misprint.
std::optional<std::string> district_in(std::string_view text, const Catalogue& catalogue);
/// "OP01", "OP01 低压电工作业", "低压电工作业", "theory", "理论".
std::optional<std::string> subject_in(std::string_view text, const Catalogue& catalogue);
/// "1-5", "1,3,5", "周一至周五", "星期六、星期日".
std::optional<std::vector<int>> weekdays_in(std::string_view text);
/// "am; pm", "上午、下午", "全天" (morning and afternoon).
std::optional<std::vector<std::string>> slots_in(std::string_view text);
/// Cut at ; ； and line breaks, empty parts left out.
std::vector<std::string> list_in(std::string_view text);

} // namespace ankao::registry
