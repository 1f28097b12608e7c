// SPDX-License-Identifier: Apache-2.0
// The greedy clerk: what a careful person with a list and a telephone would do, and the yardstick of the engine.
//
// The clerk takes all batches of all subjects in one line: urgent first, then higher `carried`, then earlier `completed`, earlier
// `started`, smaller tie. For each batch the clerk goes through its drawn order from the nearest site on; at each site through the
// times of the month from the earliest on; at each time first through rooms that already hold a session of the subject, then
// through the others, each by room id. Wherever no rule stands in the way the clerk seats as many as there are seats, but never so
// many that fewer are left over than the smallest share R9 allows in that room, and goes on with the rest of the batch. When the
// sites of the offer are full the clerk goes on beyond the offer, along the same drawn order; what finds no seat there either stays
// unplaced. R7 is kept like any other rule: the clerk never makes an exception.
#pragma once

#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

Seating clerks_seating(const Model& model);

} // namespace ankao::draw
