// SPDX-License-Identifier: Apache-2.0
// The last pass: whoever is still without a seat takes any lawful one - first within the offer, then beyond it, then with an
// exception to R7 - since nothing outweighs an unplaced candidate (level U).
#pragma once

#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

Seating fill(const Model& model, const Seating& seating);
/// The same for the batches of one subject.
Seating fill_subject(const Model& model, const Seating& seating, int subject);

} // namespace ankao::draw
