// SPDX-License-Identifier: Apache-2.0
// Headings that the platform itself adds to workbooks.
#pragma once

namespace ankao::tables {

inline constexpr const char* k_faults_zh = "错误";
inline constexpr const char* k_faults_en = "Errors";

} // namespace ankao::tables
