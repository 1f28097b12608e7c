// SPDX-License-Identifier: Apache-2.0
// Conditions of a place 办学条件、考试点条件: what the forms of Annexes 1 and 2 ask in figures, what the place declared and its district
// confirmed. A sheet is everything a place says of itself at one time, so that an old visit can be read against what was known on its day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::registry {

/// Whose form it is: a site of both kinds fills both.
enum class Premises { Institution, PracticalSite, TheorySite };

/// Area: in 0.01 m². Term: from - until, in whole years. Staff: counted from the persons.
enum class ConditionKind { Number, Area, Term, YesNo, Staff };

enum class Measure { Count, Share, Fewest, LeastYears, LeastMonths };

/// Which persons are counted, and how. Share: percent of the persons of these posts that the other members fit.
struct StaffRule {
  Measure measure = Measure::Count;
  std::vector<std::string> posts;
  bool full_time = false, titled = false, qualified = false;
  std::string education;   ///< at least; "" any
  std::string certificate; ///< a valid one of this kind; "" any
};

struct Ask {
  Premises premises = Premises::Institution;
  int at_least = 0; ///< of an area in m²; 0: recorded, the form prints no figure
  std::string clause;
  std::optional<StaffRule> counts; ///< in place of the condition's own
};

struct TwoWords {
  std::string id, zh, en;
};

struct ConditionLaw {
  std::string id, zh, en, unit_zh, unit_en;
  ConditionKind kind = ConditionKind::Number;
  StaffRule counts; ///< Staff only
  bool evidence = false;
  std::vector<Ask> asks;
  /// Nothing where it does not concern these premises.
  const Ask* ask_of(Premises premises) const;
};

struct ConditionsLaw {
  int warn_days = 0;
  std::string warn_clause;
  std::vector<TwoWords> posts, educations, titles, certificates;
  std::vector<ConditionLaw> conditions;
  const ConditionLaw* find(const std::string& id) const;
};

/// A person as the registers of A1-04.2, A1-05.1, A22-1-2 and A23-1-2 list them. No identity number: nothing here is counted by it.
struct StaffRow {
  std::string name, post;
  bool full_time = false;
  int born = 0; ///< year; 0 not given
  std::string education = "other", title = "none";
  std::string certificate = "none", number; ///< kind and number
  std::optional<Date> until;                ///< of the certificate
  std::vector<std::string> projects;        ///< a teacher's, OPnn or an industry
  int years = 0;                            ///< of teaching practice
  int insured = 0;                          ///< months of social insurance
  bool operator==(const StaffRow&) const = default;
};

/// What the place says of one condition that is not counted.
struct Stated {
  std::string condition;
  std::int64_t number = 0; ///< of a term nothing
  std::optional<Date> from, until;
  std::string note;
  std::vector<std::string> evidence; ///< SM3 of the files that stood with it when it was declared
  bool operator==(const Stated&) const = default;
};

enum class SheetState { Declared, Confirmed, Returned, Replaced };

/// A place as the register of the day has it.
struct ConditionPlace {
  std::string id, name, district;
  std::string institution, site; ///< site "" for an institution; institution of a site: its owner
  std::vector<Premises> premises;
  std::vector<std::string> projects; ///< an institution's
  std::string subject() const { return (site.empty() ? "institution:" : "site:") + id; }
};

struct Sheet {
  std::int64_t number = 0;
  ConditionPlace place; ///< as it was then; premises and projects are the register's business
  SheetState state = SheetState::Declared;
  Date valid_from;
  Instant declared_at;
  std::string account, person, role; ///< who declared
  std::optional<Instant> decided_at; ///< confirmed, returned or replaced
  std::string decided_by, decided_name, reason;
  std::vector<Stated> values;  ///< in the order of the law
  std::vector<StaffRow> staff; ///< as listed
  std::string id() const { return "CS-" + std::to_string(number); }
};

const char* name_of(Premises value);
const char* name_of(ConditionKind value);
const char* name_of(Measure value);
const char* name_of(SheetState value);
std::optional<Premises> premises_of(const std::string& name);
std::optional<ConditionKind> condition_kind_of(const std::string& name);
std::optional<Measure> measure_of(const std::string& name);
std::optional<SheetState> sheet_state_of(const std::string& name);

} // namespace ankao::registry
