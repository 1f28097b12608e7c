// SPDX-License-Identifier: Apache-2.0
// Why a batch got the places it got: its drawn order with tickets, and for every site before the one it got, what stood in the way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"
#include "draw/words/tickets.hpp"

namespace ankao::draw {

/// Why a batch does not sit at one site of its drawn order, or does.
struct Rung {
  std::string site;
  int band = 0;
  std::int64_t distance_m = 0;
  std::uint64_t ticket = 0;
  int inner = 0;                            ///< place within the band, from 0
  bool in_offer = false;                    ///< among the first order_depth
  int seated = 0;                           ///< candidates of the batch placed here
  std::vector<std::string> rules;           ///< rules that bar it at openings here (its own seats away), the one at most openings first
  std::vector<std::string> earlier_batches; ///< batches before it in first-come order that hold the seats there
  /// Batches behind it that hold seats here which first come, first served does not give it: a rule bars it at these, or they are
  /// no earlier than its own.
  std::vector<std::string> later_batches;
  std::vector<std::string> envied; ///< batches behind it that hold seats here it could have taken: justified envy, level J
  int openings = 0;                ///< (room, date, slot) with its subject open here in the month
  int open_to_it = 0;              ///< of these, where no rule bars it and its least share is free: the plan as a whole is better without
};

struct PlaceGot {
  std::string room, site, date, slot;
  int candidates = 0;
  int order_place = 0; ///< place of the site in the drawn order, from 0
};

struct Explanation {
  std::string batch;
  std::string institution;
  std::string subject;
  int queue_place = 0; ///< place in the first-come order of its subject, from 1
  int queue_length = 0;
  std::optional<std::string> waived_because; ///< "exempt", "own_school" or "no_other_site" when R1 is waived
  std::vector<Rung> order;                   ///< whole drawn order, near to far
  std::vector<std::string> ineligible;       ///< "S01: R1" for sites that offer the subject but are not in the drawn order
  std::vector<PlaceGot> places;
  int unplaced = 0;
};

/// Problem draw.batch_unknown when the instance has no such batch.
Result<Explanation> explain(const Instance& instance, const Plan& plan, const std::string& batch_id);

} // namespace ankao::draw
