// SPDX-License-Identifier: Apache-2.0
// The output of a draw ("ankao-draw-plan/2") as plain values, by id, exactly as it stands in the file.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ankao::draw {

struct Seats {
  std::string batch;
  int candidates = 0;
  bool operator==(const Seats&) const = default;
};

struct Session {
  std::string room;
  std::string site;
  std::string subject;
  std::string date; ///< YYYY-MM-DD
  std::string slot;
  std::vector<Seats> seats; ///< by batch id
  bool operator==(const Session&) const = default;
};

struct Because {
  std::string site;
  std::string rule; ///< R1 ... R10
  bool operator==(const Because&) const = default;
};

struct Unplaced {
  std::string batch;
  int candidates = 0;
  std::vector<Because> because; ///< by site id, then rule
  bool operator==(const Unplaced&) const = default;
};

struct Exception {
  std::string institution;
  std::string site;
  std::string subject;
  int visits = 0; ///< of the calendar year, history included
  bool operator==(const Exception&) const = default;
};

/// U, E, X, J, V, Q of draw.md; T is compared but not printed.
struct Levels {
  std::int64_t unplaced = 0;       ///< U
  std::int64_t exceptions = 0;     ///< E
  std::int64_t beyond_offer = 0;   ///< X
  std::int64_t envy = 0;           ///< J
  std::int64_t vacant = 0;         ///< V
  std::int64_t quality = 0;        ///< Q
  std::array<std::int64_t, 6> values() const { return {unplaced, exceptions, beyond_offer, envy, vacant, quality}; }
  auto operator<=>(const Levels&) const = default;
};

struct Plan {
  std::string instance_sm3; ///< hex
  std::string seed;         ///< hex
  std::string engine;       ///< name, version, work limit
  std::vector<Session> sessions;     ///< by (date, slot in calendar order, room id, subject id)
  std::vector<Unplaced> unplaced;    ///< by batch id
  std::vector<Exception> exceptions; ///< by institution, site, subject
  Levels levels;
};

} // namespace ankao::draw
