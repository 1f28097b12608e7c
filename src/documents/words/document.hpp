// SPDX-License-Identifier: Apache-2.0
// An official document: one kind, about one record, with a number, a code and files that never change. What is no longer valid stays.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace ankao::documents {

/// Proposed: waits for the second signature, has no number yet. Withdrawn and Replaced are seen as such for ever.
enum class State { Proposed, Issued, Withdrawn, Replaced };
std::string_view name_of(State state); ///< "proposed" ...
std::optional<State> state_of(std::string_view name);

/// What a document is about.
enum class About { Plan, PlanSite, PlanInstitution, Institution, Report, Suspension, Register, PlanBatch, Arrangement };
std::string_view name_of(About about); ///< "plan", "plan_site" ...
std::optional<About> about_of(std::string_view name);

/// What a person who only has the code is shown; each includes the one before.
enum class Shown { Number, Subject, File };
std::string_view name_of(Shown shown);
std::optional<Shown> shown_of(std::string_view name);

struct SecondSignature {
  std::vector<std::string> roles;
  std::string basis;
  std::string review;
};

/// The text on appeals, with the law it stands on.
struct Remedy {
  std::string zh, en;
  int review_days = 0;
  int suit_months = 0;
  std::vector<std::string> basis;
  std::string review; ///< who has still to look at it; empty: nobody
};

struct Kind {
  std::string id;
  std::string form;
  About about = About::Plan;
  std::string issuer; ///< empty: the institution itself
  std::string number; ///< "穗应急安考〔{year}〕{n}号"
  bool workbook = false;
  std::string clause;
  std::vector<std::string> issued_by; ///< roles
  Shown shown = Shown::Number;
  std::optional<SecondSignature> second;
  std::optional<Remedy> remedy;
};

struct File {
  std::string format; ///< "pdf", "docx", "xlsx", "page-1" ... (pictures of the pages)
  std::string sm3;
  std::int64_t size = 0;
  bool operator==(const File&) const = default;
};

struct Step {
  std::string step; ///< noun.verb, as in the ledger
  Instant at;
  std::string account, person, role, reason;
  std::int64_t event = 0;
};

struct Document {
  std::string id; ///< "WS-000001"
  std::string kind;
  State state = State::Proposed;
  int version = 1;             ///< of the documents of this kind about this record
  std::string number, code;    ///< empty while proposed
  std::string subject;         ///< "plan:2024-03", "institution:GZ-A01", "suspension:SU-0001", "report:...", "registry:institutions"
  std::string party;           ///< "site:GZ-A01-S1", "institution:GZ-A01"; empty: none
  std::string subject_name;    ///< in Chinese, as when it was drawn up
  std::string institution, site, district; ///< whose it is beside the city's; empty: nobody's
  std::string issuer;
  std::string facts_sm3;       ///< of the values the form was filled with
  std::string sealed_sm3;      ///< of the sealed facts; empty while proposed
  std::int64_t event = 0;      ///< ledger event of issuing
  std::string replaces, replaced_by; ///< ids
  Instant proposed_at;
  std::optional<Instant> issued_at, ended_at;
  std::string reason;          ///< of the withdrawal or the replacement
  std::vector<File> files;
  std::vector<Step> steps;
};

} // namespace ankao::documents
