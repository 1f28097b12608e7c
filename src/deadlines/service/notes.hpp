// SPDX-License-Identifier: Apache-2.0
// The words of reminders, findings and escalations.
#pragma once

#include "deadlines/rules/schedule.hpp"
#include "deadlines/words/term.hpp"

namespace ankao::deadlines {

Note note_of(const Deadline& deadline, const Term& term, const Moment& moment, Instant now, const WorkingDays& days, const std::string& deed);

} // namespace ankao::deadlines
