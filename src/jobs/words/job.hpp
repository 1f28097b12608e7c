// SPDX-License-Identifier: Apache-2.0
// A background job: work that a use case leaves for later, kept in the database until it is done.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"

namespace ankao::jobs {

/// Waiting and Running are unfinished. Dead: the last try failed. Cancelled: by a person.
enum class State { Waiting, Running, Done, Dead, Cancelled };

const char* word_of(State state);
std::optional<State> state_of(const std::string& word);

struct NewJob {
  std::string kind;    ///< noun.verb, e.g. "mail.send"
  std::string key;     ///< at most one unfinished job of a kind has it; "" none
  std::string payload; ///< for the handler; ids only, never personal data: the administrator sees it
  Instant run_at;      ///< not before
};

struct Job {
  std::int64_t number = 0; ///< from 1
  std::string kind;
  std::string key;
  std::string payload;
  State state = State::Waiting;
  Instant run_at;
  int attempts = 0;                  ///< begun, the present one included
  std::int64_t fence = 0;            ///< rises each time a worker takes the job; an older worker's result no longer counts
  Instant lease_until;               ///< Running only: after this the job may be taken again
  std::string worker;                ///< who took it last
  std::string reason_zh;             ///< why the last try failed
  std::string reason_en;
  std::optional<Instant> started_at; ///< of the last try
  std::optional<Instant> ended_at;
};

/// One try of a job, as its handler sees it.
struct Run {
  std::int64_t number = 0;
  std::int64_t fence = 0;
  int attempt = 1;
  int tries = 1; ///< of which so many are allowed
  std::string kind;
  std::string key;
  std::string payload;
  Instant now;
  bool last() const { return attempt >= tries; }
};

} // namespace ankao::jobs
