// SPDX-License-Identifier: Apache-2.0
// The monthly return of a district: what was counted, what the district made of it, what it sent in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "reporting/words/law.hpp"

namespace ankao::reporting {

/// One record that some figure counts.
struct Item {
  Source source = Source::SelfVisit;
  std::string id;      ///< of the visit, the problem or the decision
  std::string subject; ///< "site:GZ-A01-S1"
  std::string name, district;
  Date day;
  std::string kind; ///< of a decision
  std::int64_t amount = 0, persons = 0;
};

/// Records of one source about one kind of unit, counted by period; a unit in the period of its first record.
struct Tallied {
  Source source = Source::SelfVisit;
  std::string subject; ///< kind: "institution", "site", "exam_organisation"
  std::vector<std::int64_t> records, units;
};

/// What the figures of a district, or of the city, are made of: decisions one by one, since kinds of them are counted together.
struct Basis {
  std::vector<Tallied> tallied;
  std::vector<Item> decisions; ///< by day
};

/// Days of one return; both ends included.
struct Period {
  Month month;
  Date start; ///< of the cumulative figures
  Date from, to;
  Date due() const { return to; }
};

enum class Cell { Month, Total };
const char* name_of(Cell cell); ///< "month"
std::optional<Cell> cell_of(const std::string& name);

struct Pair {
  std::int64_t month = 0, total = 0;
  bool operator==(const Pair&) const = default;
};
using Figures = std::map<std::string, Pair>; ///< by row

struct Correction {
  std::string row;
  Cell cell = Cell::Month;
  std::int64_t value = 0;
  std::int64_t computed = 0; ///< as it stood when it was corrected
  std::string reason, account, person;
  Instant at;
};

enum class State { Open, Submitted, Reopened };
const char* name_of(State state);
std::optional<State> state_of(const std::string& name);

/// What is kept of a return; one that nobody touched has nothing kept and is open.
struct Kept {
  std::string campaign, district;
  Month month;
  State state = State::Open;
  int version = 0; ///< of the submissions
  std::string filler, telephone, note;
  std::string submitted_by, submitted_name;
  std::optional<Instant> submitted_at;
  std::string reason; ///< of the last reopening
  std::vector<Correction> corrections;
  Figures computed, sent; ///< of the newest submission
  const Correction* correction(const std::string& row, Cell cell) const;
};

/// A return as it stands on a day.
struct Return {
  Kept kept;
  Period period;
  bool overdue = false;
  Figures computed; ///< from the records of today
  Figures value;    ///< sent in, or as it would be sent now
  Figures extra;    ///< beside the form; a figure whose records the platform does not have is missing
  std::map<std::string, Pair> late; ///< rows whose records changed after the submission: by how much
};

/// Something the figures say against each other.
struct Finding {
  std::string row;
  std::string rule; ///< "within_month", "within_total", "carried", "below_month"
  bool grave = true; ///< a note is needed to send it in
  std::string other; ///< the row it is compared with; ""
  std::int64_t found = 0, expected = 0;
  bool operator==(const Finding&) const = default;
};

} // namespace ankao::reporting
