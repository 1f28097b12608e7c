// SPDX-License-Identifier: Apache-2.0
// The month plan as people see it in a calendar: a sight (whose sessions), and the feed by which a calendar program follows them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::planning {

/// Which sessions are shown; empty members do not narrow. What a person may see is decided before (service/timetable.hpp).
struct Sight {
  std::string district, site, room, institution;
  bool own_seats = false; ///< an institution: its own trainees' seats and nobody else's
  std::string examiner = {}; ///< an account: the sessions it is assigned to
  bool operator==(const Sight&) const = default;
};

/// An address by which a calendar program reads sessions without signing in. Only the digest of its secret is kept.
struct Feed {
  std::string id; ///< "RL-000001"
  std::string account;
  std::string scope; ///< of the account when it was made: "site:GZ-A01-S1"; the feed ends when the account has another
  Sight sight;
  std::string label;
  std::string language; ///< "zh" or "en"
  std::string secret_sm3;
  Instant created_at;
  std::optional<Instant> revoked_at;
  std::string read_on; ///< last day on which it was fetched; empty: never
};

/// One session as a feed tells it.
struct FeedSession {
  std::string id; ///< of the session, the same in every version of the plan that has it
  Date date;
  std::string slot, title, place, text;
  bool operator==(const FeedSession&) const = default;
};

/// The sessions of one version of a month's plan that is or was in force.
struct FeedVersion {
  Month month;
  int version = 1;
  Instant at; ///< of its publication
  std::vector<FeedSession> sessions;
};

/// A session over all versions. It moved or went: cancelled, with a higher sequence than anybody has seen.
struct FeedEvent {
  FeedSession session;
  int sequence = 0; ///< RFC 5545 3.8.7.4: raised by every change
  Instant changed_at;
  bool cancelled = false;
};

/// Clock hours of a slot, minutes of the day.
struct SlotHours {
  int begin = 0, end = 0;
};

} // namespace ankao::planning
