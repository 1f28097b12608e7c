// SPDX-License-Identifier: Apache-2.0
// Two measures of a campaign that a summary report tells: how far what units said of themselves lies from what was found at them, and how
// severe the teams are, taken from the places that two of them inspected. Scores and gaps are tenths of a point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ankao::reporting {

/// A place with a signed self-inspection and a signed inspection by an office; the last of each.
struct HonestyRow {
  std::string target, name, district, checklist;
  std::string self_visit, official_visit;
  bool scored = false; ///< the form has points
  std::int64_t self_score = 0, official_score = 0;
  std::int64_t self_problems = 0, official_problems = 0;
  std::int64_t gap() const { return self_score - official_score; }
  bool operator==(const HonestyRow&) const = default;
};

struct HonestyGap {
  std::vector<HonestyRow> rows; ///< the widest gap first
  std::int64_t places = 0;      ///< with points
  std::int64_t higher = 0;      ///< of these, the self-score is above the official one
  std::int64_t mean = 0;        ///< of the gap
  std::int64_t self_problems = 0, official_problems = 0;
  bool operator==(const HonestyGap&) const = default;
};

/// A team that can be compared: what it takes more or less than the mean of the teams it hangs together with by shared places.
struct SeverityRow {
  std::string team, name;
  std::int64_t visits = 0, places = 0;     ///< places: shared with another team
  std::int64_t severity = 0;               ///< taken a visit above the mean; below nothing: milder
  std::int64_t raw = 0, corrected = 0;     ///< mean score of its visits, and as if all teams were alike
  std::int64_t spread = 0;                 ///< mean distance of a shared place from what the severities say
  bool operator==(const SeverityRow&) const = default;
};

struct Severity {
  std::int64_t overlap = 0; ///< places that two teams inspected and that count
  std::vector<SeverityRow> rows;
  std::string said; ///< what follows, in one sentence
  bool operator==(const Severity&) const = default;
};

struct Measures {
  HonestyGap honesty;
  std::optional<Severity> severity; ///< nothing: not enough overlap
  bool operator==(const Measures&) const = default;
};

} // namespace ankao::reporting
