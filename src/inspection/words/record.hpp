// SPDX-License-Identifier: Apache-2.0
// What a visit records beside its answers: questions asked on the spot, witnesses, signatures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "inspection/words/visit.hpp"

namespace ankao::inspection {

/// A1-04.7, A22-1-2, A23-1-2: what was asked, whom, what was answered, how the inspector judges it.
struct Question {
  std::int64_t seq = 0;
  std::string client;
  std::string item, part;
  std::string question, asked, post, answer;
  Mark judged = Mark::Met;
  std::string account, person;
  Instant at;
  Stamp stamp = {};
};

/// A person who saw it: the number is sealed, the screen gets it masked.
struct Witness {
  std::string id; ///< "W-3"
  std::string client;
  std::string name, post, unit;
  std::string masked; ///< "4401**********123X"
  std::string sealed;
  std::string account, person;
  Instant at;
  Stamp stamp = {};
};

enum class Side { Team, Unit };

/// A member of the team or the inspected side signs, or refuses with a reason before a witness (A1-F4, A22-F3, A23-F3).
struct Signature {
  std::string id; ///< "G-5"
  std::string client;
  Side side = Side::Team;
  std::string name, post;
  bool refused = false;
  std::string reason, witness; ///< of a refusal; id of the witness
  std::string picture;         ///< SM3 of the drawn signature
  std::string content;         ///< digest of what was signed
  std::string account, person;
  Instant at;
  Stamp stamp = {};
};

/// A drawn signature: lines of points, 0 to 1000 across and 0 to 400 down.
struct Dot {
  int x = 0, y = 0;
  bool operator==(const Dot&) const = default;
};
using Ink = std::vector<std::vector<Dot>>;
inline constexpr int k_ink_width = 1000, k_ink_height = 400;

/// What a figure is called, its unit, and whether the register knows it.
struct FactLaw {
  std::string name;
  Words title, unit;
  bool registered = false;
};

struct VisitLaw {
  int clock_minutes = 0; ///< a device's clock that is further off is marked
  std::string clock_clause;
  std::vector<FactLaw> facts;
  const FactLaw* fact(const std::string& name) const;
};

/// A figure counted on the spot that does not agree: with the register, or with the part it was called met for.
enum class DifferenceKind { Differs, Below };
struct Difference {
  std::string item, part, name;
  int at_least = 0;
  std::optional<int> counted, known;
  DifferenceKind kind = DifferenceKind::Differs;
  bool operator==(const Difference&) const = default;
};

const char* name_of(DifferenceKind value); ///< "differs", "below"
const char* name_of(Side value);
std::optional<Side> side_of(const std::string& name);

} // namespace ankao::inspection
