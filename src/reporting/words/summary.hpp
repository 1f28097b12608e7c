// SPDX-License-Identifier: Apache-2.0
// The summary report 总结报告 of a district or of the city: what it was drafted from, what people made of it, who signed and received it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "reporting/words/measures.hpp"

namespace ankao::reporting {

/// Draft -> Proposed for the second signature -> Filed with the city (a district's) -> Received or Returned; the city's own ends Signed.
enum class SummaryState { Draft, Proposed, Filed, Returned, Received, Signed };
const char* name_of(SummaryState state); ///< "draft"
std::optional<SummaryState> summary_state_of(const std::string& name);
/// Texts may be changed.
inline bool open_to_pen(SummaryState state) { return state == SummaryState::Draft || state == SummaryState::Returned; }

/// A figure as it was taken: `value` of the last table that was sent where the figure is a row of it, and what came after that apart.
struct SummaryFigure {
  std::string id;
  std::int64_t value = 0; ///< fen of money, tenths of points and of per cent
  std::int64_t later = 0;
  std::string ref; ///< "2024-01-440106": the table; "" counted on the day
  bool operator==(const SummaryFigure&) const = default;
};

/// Problems of one item of a checklist.
struct CauseRow {
  std::string checklist, item, number, clause, title;
  std::int64_t found = 0, closed = 0, overdue = 0, repeated = 0;
  std::vector<std::string> places; ///< the most frequent, with their numbers
  bool operator==(const CauseRow&) const = default;
};

/// What was found in a phase and what of it is left after the look back.
struct BeforeAfter {
  std::string phase; ///< self, own, cross, city
  std::int64_t found = 0, left = 0;
  bool operator==(const BeforeAfter&) const = default;
};

struct CheckedKind {
  std::string checklist, title;
  std::int64_t found = 0, closed = 0, open = 0, overdue = 0;
  bool operator==(const CheckedKind&) const = default;
};

/// Cleared for the public: nothing personal stands in it.
struct ClearedCaseLine {
  std::string id, district, kind, title, text;
  bool operator==(const ClearedCaseLine&) const = default;
};

/// Of the city's report: how far a district is.
struct DistrictLine {
  std::string district, state;
  std::optional<Instant> filed_at;
  bool in_time = false;
  std::int64_t problems = 0, closed = 0;
  bool operator==(const DistrictLine&) const = default;
};

/// Everything that records say, taken at one moment.
struct SummaryFacts {
  Instant at;
  std::vector<SummaryFigure> figures; ///< in the order of the law
  std::string table_month;            ///< of the last table sent; "" none
  int tables_missing = 0;             ///< districts that have sent none
  std::vector<CheckedKind> kinds;
  std::vector<BeforeAfter> phases;
  std::vector<CauseRow> causes; ///< the most frequent first
  std::vector<ClearedCaseLine> cases;
  std::vector<DistrictLine> districts;
  Measures measures;
  const SummaryFigure* figure(const std::string& id) const;
  bool operator==(const SummaryFacts&) const = default;
};

/// One version of a chapter's text.
struct SummaryText {
  std::string chapter;
  int version = 0;
  std::string text;
  std::string origin; ///< "records": as drafted; "person"; "restored"
  std::string account, person;
  Instant at;
};

struct Signature {
  std::string account, name;
  Instant at;
};

struct Summary {
  std::string campaign, district; ///< district "": the city's
  SummaryState state = SummaryState::Draft;
  int edition = 0;  ///< signed so far
  int revision = 0; ///< every change counts on: what somebody signs is what he saw
  std::optional<Signature> proposed, signed_by, received;
  std::string number; ///< of the letter, as the office numbers its letters
  std::string reason; ///< of the last refusal, return or revision; of a city's report without all districts
  std::optional<SummaryFacts> facts;
  std::map<std::string, SummaryText> texts;   ///< the newest, by chapter
  std::map<std::string, std::string> drafted; ///< what the platform last drafted, by chapter
  bool is_city() const { return district.empty(); }
  const std::string& text(const std::string& chapter) const;
};

/// A signed report: it never changes.
struct Edition {
  int edition = 0;
  std::string number, content, sm3; ///< content: canonical JSON
  std::string drafter, signer;
  Instant at;
  std::int64_t event = 0;
};

} // namespace ankao::reporting
