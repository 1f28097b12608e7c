// SPDX-License-Identifier: Apache-2.0
#include "draw/bundle/seed.hpp"

#include <algorithm>
#include <set>

namespace ankao::draw {

Digest commitment_of(std::string_view participant, const Digest& nonce) {
  const char zero = 0;
  return Sm3().update(participant).update(&zero, 1).update(nonce).digest();
}

Seed seed_of(const Digest& instance, std::vector<Reveal> reveals, std::string_view public_value) {
  std::sort(reveals.begin(), reveals.end(), [](const Reveal& a, const Reveal& b) { return a.participant < b.participant; });
  Sm3 sum;
  sum.update(instance);
  for (const Reveal& one : reveals) sum.update(one.nonce);
  return sum.update(public_value).digest();
}

std::vector<std::string> absent_of(const std::vector<Commitment>& commitments, const std::vector<Reveal>& reveals) {
  std::set<std::string> ids;
  for (const Commitment& one : commitments) ids.insert(one.participant);
  for (const Reveal& one : reveals) ids.erase(one.participant);
  return {ids.begin(), ids.end()};
}

} // namespace ankao::draw
