// SPDX-License-Identifier: Apache-2.0
// What examiners and the exam organisation hear of assignments: who is needed where, what is over, and what can no longer stand (A21-6).
#pragma once

#include <string>
#include <vector>

#include "planning/words/assignment.hpp"
#include "planning/words/news.hpp"

namespace ankao::planning {

/// A session as it is told to a person.
struct SessionTold {
  std::string hours; ///< "09:00-11:00"; empty when the law has none for the slot
  std::string place; ///< site and room, Chinese as registered
  std::string subject_zh, subject_en;
};

/// To the examiner.
News news_made(const Assignment& made, const SessionTold& session);
News news_ended(const Assignment& ended);
/// To the examiner: version `version` of the month has the session no more.
News news_gone(const Assignment& gone, int version);

/// To the exam organisation: an interest was declared after these were assigned.
News news_interest(const Interest& declared, const std::vector<Assignment>& hit);
/// To the exam organisation: what a new version leaves to be done again.
News news_version(Month month, int version, std::size_t gone, std::size_t conflicts);

} // namespace ankao::planning
