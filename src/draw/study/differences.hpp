// SPDX-License-Identifier: Apache-2.0
// What an edit before the draw changes for whom, without any draw: eligible sites, bands, places in the first-come order, seats.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draw/words/instance.hpp"

namespace ankao::draw {

struct SeatsOfSubject {
  std::string subject;
  std::int64_t before = 0, after = 0; ///< of the month, as if every opening served the subject
};

/// Batches by id, ascending. Tickets play no part: what is told holds for every seed.
struct EditEffect {
  std::vector<std::string> appeared, vanished;
  std::vector<std::string> sites;   ///< may go to other sites than before
  std::vector<std::string> bands;   ///< the same sites in other bands
  std::vector<std::string> places;  ///< stand elsewhere in the first-come order, those who were there before and after
  std::vector<std::string> people;  ///< other number of candidates
  std::vector<std::string> days;    ///< may sit on other days
  std::vector<SeatsOfSubject> seats;
  bool nothing() const { return appeared.empty() && vanished.empty() && sites.empty() && bands.empty() && places.empty() && people.empty() && days.empty() && seats.empty(); }
};

EditEffect effect_of(const Instance& before, const Instance& after);

} // namespace ankao::draw
