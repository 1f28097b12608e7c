// SPDX-License-Identifier: Apache-2.0
// What `ankao explain --unplaced, --institution, --site` found: as JSON for programs, as text for people.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "draw/commands/console.hpp"
#include "draw/study/changes.hpp"
#include "draw/study/deficit.hpp"
#include "draw/study/summary.hpp"

namespace ankao::draw {

/// Everything there is to say of one batch without seats.
struct UnplacedStudy {
  int batch = 0;
  int unplaced = 0;
  std::optional<Deficit> deficit;
  std::vector<Change> changes;
  std::vector<std::optional<std::int64_t>> redrawn; ///< beside `changes`: candidates without seats in the whole month when it is drawn anew
  std::vector<Blocked> blocked;
};

std::string write_unplaced(const Model& model, const std::vector<UnplacedStudy>& all);
std::string write_institution(const Model& model, int institution, const InstitutionStudy& study);
std::string write_site(const Model& model, int site, const SiteStudy& study);

std::string tell_unplaced(const Console& console, const Model& model, const std::vector<UnplacedStudy>& all);
std::string tell_institution(const Console& console, const Model& model, int institution, const InstitutionStudy& study);
std::string tell_site(const Console& console, const Model& model, int site, const SiteStudy& study);

} // namespace ankao::draw
