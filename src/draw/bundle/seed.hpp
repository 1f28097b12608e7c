// SPDX-License-Identifier: Apache-2.0
// How a commitment and the seed are formed: draw.md, "The seed nobody chose".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draw/bundle/bundle.hpp"
#include "draw/words/tickets.hpp"

namespace ankao::draw {

/// SM3(participant id | 0x00 | nonce, 32 bytes): the id is in it so that nobody can copy another's commitment.
Digest commitment_of(std::string_view participant, const Digest& nonce);

/// SM3(instance digest | revealed nonces in order of participant id | public value, UTF-8 as announced). The reveals may come in any order.
Seed seed_of(const Digest& instance, std::vector<Reveal> reveals, std::string_view public_value);

/// Who committed and did not reveal, by id.
std::vector<std::string> absent_of(const std::vector<Commitment>& commitments, const std::vector<Reveal>& reveals);

} // namespace ankao::draw
