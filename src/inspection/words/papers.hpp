// SPDX-License-Identifier: Apache-2.0
// The papers of a campaign: what one side hands in and another takes over - self-inspection reports, handovers, receipts, cases, draws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::inspection {

enum class PaperKind { SelfReport, Handover, Receipt, Group, Case, Spot, Pairing, Member, LookBack };
const char* name_of(PaperKind kind);
/// What the numbers of a kind begin with: "S-3" is the third self-inspection report.
const char* start_of(PaperKind kind);

/// Who did something, and when.
struct Endorsement {
  std::string account, name;
  Instant at;
};

struct Paper {
  PaperKind kind = PaperKind::SelfReport;
  std::int64_t number = 0;
  std::string campaign;
  std::string subject;  ///< what it is about; one paper of a kind, campaign and subject
  std::string name;     ///< of the subject, as people call it
  std::string district; ///< whose it is; "" the city's
  std::string other;    ///< the district it is handed to
  std::string institution, site;
  std::string state;
  std::string content; ///< JSON of the struct below
  std::optional<Endorsement> made; ///< handed in, reported, entered
  std::optional<Endorsement> done; ///< received, decided, confirmed
  std::string reason;
  std::string id() const { return start_of(kind) + std::to_string(number); }
};

/// A3-1c: how many were trained in a year and how many of them passed.
struct YearFigures {
  int year = 0, trained = 0, passed = 0;
  bool operator==(const YearFigures&) const = default;
};

/// A3-2, A3-3: a problem that the unit found at itself, and what it does about it.
struct ReportedProblem {
  std::string item;   ///< of the unit's checklist; "" beyond it
  std::string text;
  std::string since;  ///< day it was found or goes back to; M-3.1b: from January 2019
  std::string measure, basis;
  std::string result; ///< reached, or by what it will be accepted
  std::string limit, person;
  bool done = false;  ///< corrected already (立查立改)
  std::string defect; ///< of the self visit, when it came from there
  bool operator==(const ReportedProblem&) const = default;
};

/// Annex 3.
struct SelfReport {
  std::string founded, head, scope, sites;
  int staff = 0, full_time = 0, part_time = 0;
  std::vector<YearFigures> years;
  bool none_found = false; ///< said on purpose
  std::vector<ReportedProblem> problems;
  std::string improvement;
  bool operator==(const SelfReport&) const = default;
};

/// M-3.2f: what the inspecting district gives out of its hands.
struct Handover {
  struct Piece {
    std::string id, name, text, note;
  };
  std::vector<Piece> visits;   ///< note: the result
  std::vector<Piece> problems; ///< note: the clause
  std::vector<Piece> evidence; ///< note: SM3 of the content
  std::vector<Piece> missing;  ///< units of the district that nobody of the team inspected
  std::string proposals;
};

/// G-02; telephone and account are sealed.
struct DistrictReceipt {
  std::string leader, person, department, telephone, account;
};

/// M-4.1.1, M-4.1.11.
struct WorkingGroup {
  struct Part {
    std::string division, person, duty;
  };
  struct Node {
    std::string day, task;
  };
  std::string leader;
  std::vector<Part> parts;
  std::vector<Node> nodes;
};

/// M-4.1.6, M-4.3.4.
struct TypicalCase {
  std::string kind, facts;
  std::vector<std::string> persons; ///< named in the facts; never on the public page
  std::string public_title, public_text;
};

/// A member of a team and the ties that were declared (G-44, G-47).
struct TeamTie {
  std::string kind;    ///< of law/inspection.yaml
  std::string subject; ///< "institution:GZ-A01" or "site:GZ-A01-S1"
  std::string name, note;
};
struct TeamPerson {
  std::string unit, role;
  std::vector<TeamTie> ties;
};

/// M-3.4b: what was found when a problem was looked at again.
struct LookedBack {
  std::string result, visit, note; ///< result: holds, again, open
};

} // namespace ankao::inspection
