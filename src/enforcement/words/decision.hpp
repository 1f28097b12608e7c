// SPDX-License-Identifier: Apache-2.0
// A decision 处理决定: one measure against one institution or site (G-60), proposed by one person and signed by another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "enforcement/words/law.hpp"

namespace ankao::enforcement {

/// Proposed -> in force (signed) or refused by the second person; withdrawn before it was signed; annulled afterwards. What ended stays.
enum class State { Proposed, InForce, Refused, Withdrawn, Annulled };
const char* name_of(State state); ///< "in_force"
std::optional<State> state_of(const std::string& name);

/// What the proposer says.
struct Draft {
  std::string subject; ///< "institution:GZ-A01", "site:GZ-A01-S1"
  std::string ground;  ///< clause
  Kind kind = Kind::Warning;
  std::string facts;
  std::string basis;                          ///< the article of a law that the notice does not print
  std::vector<std::string> problems, visits;  ///< ids "Q-7", "V-12" that it rests on
  std::optional<Date> from, to, due;
  std::int64_t amount = 0;                    ///< fen
  std::vector<std::string> persons;           ///< as people call them: name, post
  std::string authority;                      ///< who receives a referral
};

struct Decision {
  std::string id; ///< "D-" and its number
  Draft draft;
  std::string name, district, institution, site; ///< of the subject, on the day of the proposal; a site's institution is its owner
  State state = State::Proposed;
  std::string proposed_by, proposed_name; ///< account, name
  Instant proposed_at;
  std::string decided_by, decided_name;
  std::optional<Instant> decided_at; ///< of signature or refusal
  std::string ended_by, ended_name;
  std::optional<Instant> ended_at;
  std::string reason;               ///< of refusal, withdrawal or annulment
  std::string effect;               ///< what it did in the register: "SP-00012", "struck"; "" nothing
  std::optional<Date> barred_until; ///< C-3c: last day without part in the city's training and examinations
};

/// Who looks: "city", "district", "institution", "site" and the id of the place.
struct Viewer {
  std::string kind, id;
};

/// Of a subject: "institution" or "site", and the id.
std::string kind_in(const std::string& subject);
std::string id_in(const std::string& subject);

} // namespace ankao::enforcement
