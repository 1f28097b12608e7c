// SPDX-License-Identifier: Apache-2.0
// The draw's public record ("ankao-draw-bundle/1") as plain values: what was fixed before the seed, who gave what, and what came of it.
// Anyone who holds it can repeat the whole draw (draw.md, "The seed nobody chose").
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/sm3.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/lost.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw {

struct Participant {
  std::string id;
  std::string name;
  std::string role; ///< "institution", "site", "officer"
};

/// Where the public value comes from, named in advance: nobody at the bureau controls it.
struct PublicSource {
  std::string name;
  Instant available_at;
  std::string how; ///< how anybody reads the value there
};

/// What was published at the freeze, before any nonce was known.
struct SeedRule {
  std::vector<Participant> participants; ///< by id: everybody who may commit
  PublicSource public_source;
  Instant commitments_until;
  Instant reveals_until;
  Instant frozen_at;
};

struct Commitment {
  std::string participant;
  Digest commitment{};
  Instant at;
};

struct Reveal {
  std::string participant;
  Digest nonce{};
  Instant at;
};

struct PublicValue {
  std::string text; ///< as announced; every byte counts
  Instant at;
};

struct Approved {
  std::string reason;
  std::string role;
  Instant at;
};

/// Why batches of an institution may sit at its own site (G-10), with the approval where one is needed (G-12).
struct WaiverRecord {
  std::string institution;
  std::string subject;
  std::string basis; ///< "exempt", "own_school", "no_other_site"
  std::string clause;
  int batches = 0;
  int candidates = 0;
  std::optional<Approved> approval;
};

/// Visits above R7 and who approved them before publication (G-15).
struct ExceptionRecord {
  std::string institution;
  std::string site;
  std::string subject;
  int visits = 0;
  std::optional<Approved> approval;
};

struct Records {
  std::vector<WaiverRecord> waivers;
  std::vector<ExceptionRecord> exceptions;
};

/// SM3, in hexadecimal, of the canonical JSON of single members of a bundle, by the member's name.
using MemberDigests = std::map<std::string, std::string>;

/// What a redraw started from: the plan in force, its instance, and what that plan has lost since. The record's own instance is the former
/// one after the loss.
struct Former {
  Instance instance;
  Digest instance_digest{};
  Plan plan;
  Lost lost;
};

struct Bundle {
  Instance instance;
  Digest instance_digest{};
  std::string engine; ///< as in the plan: name, version, work limit
  SeedRule rule;
  std::vector<Commitment> commitments; ///< by participant id
  std::vector<Reveal> reveals;         ///< by participant id
  std::vector<std::string> absent;     ///< committed and did not reveal
  PublicValue public_value;
  std::string seed; ///< hex
  Plan plan;
  Records records;
  std::optional<Former> former; ///< of a redraw only
  std::optional<MemberDigests> stated; ///< what the file says of its members
  MemberDigests actual;                ///< what they are; filled by the reader
};

} // namespace ankao::draw
