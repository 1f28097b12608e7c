// SPDX-License-Identifier: Apache-2.0
// The month after a loss: lost sites are suspended, lost rooms and sessions closed; everything else stays as it was.
#pragma once

#include "draw/words/instance.hpp"
#include "draw/words/lost.hpp"

namespace ankao::draw {

Instance after_loss(Instance instance, const Lost& lost);

} // namespace ankao::draw
