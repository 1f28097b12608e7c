// SPDX-License-Identifier: Apache-2.0
// A term 期限: a deadline that runs for one subject. Opened and closed by what happens on the platform, or by an officer with a reason.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "deadlines/words/deadline.hpp"
#include "ledger/words/event.hpp"

namespace ankao::deadlines {

enum class TermState { Open, Done, Waived };

struct Term {
  std::int64_t number = 0;
  std::string deadline; ///< id in the register
  std::string subject;  ///< "class:GZ-A01/2024-C1"; one term a deadline and subject
  std::string title;    ///< as people call the subject
  std::string role;     ///< whose
  std::string scope_kind;
  std::string scope_id; ///< "" for the city
  std::string owner;    ///< name of the scope
  std::string district; ///< of the scope; ""
  Date anchor;
  std::optional<Instant> moment;
  std::optional<Date> until;
  std::optional<Date> due_day; ///< nothing: no end, or the calendar does not know the year yet
  std::optional<Instant> due_at;
  TermState state = TermState::Open;
  bool overdue = false; ///< the finding stands
  bool late = false;    ///< done after the last day
  Instant opened_at;
  std::string opened_by; ///< name, "" when the platform did
  std::string reason;    ///< of opening by hand
  std::optional<Instant> closed_at;
  std::string closed_by;
  std::string close_reason;
  std::string claimed_by; ///< account
  std::string claimed_name;
  std::optional<Instant> next_at; ///< when the sweep looks again
  std::string id() const { return "T-" + std::to_string(number); }
};

/// Who can own a term.
struct Owner {
  std::string kind; ///< "city", "district", "institution", "site"
  std::string id;
  std::string name;
  std::string district;
};

/// Something that may start or complete deadlines, told in the transaction of its own ledger event.
struct Happening {
  ledger::Actor actor;
  Instant at;
  std::string event; ///< the ledger's action
  std::string subject;
  std::string title;
  Owner owner;
  Date day; ///< what a deadline counts from
  std::string clause = {};              ///< under which the event was recorded
  std::optional<Date> until = std::nullopt; ///< the last day that a decision names
};

/// A message to everybody of a role within a scope; the same once_key to the same person never twice.
struct Note {
  std::string role;
  std::string scope_kind;
  std::string scope_id;
  std::string topic; ///< "deadline.reminder", "deadline.missed", "deadline.escalated"
  Bilingual title;
  Bilingual body;
  std::string link;
  std::string once_key;
};

std::string_view name_of(TermState state); ///< "open", "done", "waived"

} // namespace ankao::deadlines
