// SPDX-License-Identifier: Apache-2.0
// Whole visits and problems out of rows, for the statements of this folder.
#pragma once

#include "inspection/store/inspection.hpp"

namespace ankao::inspection::store {

/// SELECT of everything a visit is made of, of `visit v` and its target `t`.
const std::string& visit_columns();
std::vector<Visit> read_visits(const db::Rows& rows);
/// Of every column of `defect`.
std::vector<Defect> read_defects(const db::Rows& rows);

} // namespace ankao::inspection::store
