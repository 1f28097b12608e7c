// SPDX-License-Identifier: Apache-2.0
// Producers of the certificates that are not walked to: shortages by flows, exceptions by counting, vacancies by coin change.
#pragma once

#include <vector>

#include "draw/bounds/certificate.hpp"
#include "draw/bounds/dual.hpp"
#include "draw/rules/model.hpp"

namespace ankao::draw::producing {

/// Batches that the smallest cut of the subject's seats names, each with the weight it is short of (level U), and the shortage.
/// `in_offer`: only the seats of each batch's offer.
std::optional<SubjectShortage> shortage_of(const Model& model, int subject, bool in_offer);

std::vector<NeededExceptions> needed_exceptions(const Model& model, const Slack& most_unplaced);

/// Tables of the subjects that cannot do without vacant seats.
std::vector<CoinTable> coin_tables(const Model& model, const Slack& most_unplaced, std::int64_t& sum);

} // namespace ankao::draw::producing
