// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/spot.hpp"

#include <cstdint>
#include <limits>

#include "base/sm3.hpp"

namespace ankao::inspection {
namespace {

constexpr int k_number_bytes = 8;

std::uint64_t number(const std::string& seed, std::size_t turn, int attempt) {
  const Digest digest = sm3("ankao-spot/1\nturn\n" + seed + "\n" + std::to_string(turn) + "\n" + std::to_string(attempt));
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < k_number_bytes; ++i) out = out << 8U | digest[i];
  return out;
}

/// 0 .. below - 1, each equally likely.
std::uint64_t below(std::uint64_t sum, const std::string& seed, std::size_t turn) {
  const std::uint64_t whole = std::numeric_limits<std::uint64_t>::max() / sum * sum;
  for (int attempt = 0;; ++attempt)
    if (const std::uint64_t value = number(seed, turn, attempt); value < whole) return value % sum;
}

} // namespace

SpotCandidate weigh(const SpotLaw& law, const SpotFacts& facts) {
  SpotCandidate out{facts.target, facts.name, facts.district, law.base, {}};
  const auto add = [&](const char* why, int count, int each) {
    if (count <= 0 || each == 0) return;
    out.weight += count * each;
    out.reasons.push_back(std::string(why) + ":" + std::to_string(count));
  };
  add("open", facts.open, law.open);
  add("overdue", facts.overdue, law.overdue);
  add("repeated", facts.repeated, law.repeated);
  add("failed", facts.failed > 0 ? 1 : 0, law.failed);
  add("never", facts.inspected ? 0 : 1, law.never);
  return out;
}

std::string list_digest(const std::vector<SpotCandidate>& candidates) {
  std::string text = "ankao-spot/1\n";
  for (const SpotCandidate& one : candidates) text += one.target + " " + std::to_string(one.weight) + "\n";
  return to_hex(sm3(text));
}

std::string spot_seed(const std::string& list_sm3, const std::string& nonce) { return to_hex(sm3("ankao-spot/1\nseed\n" + list_sm3 + "\n" + nonce)); }

std::vector<std::string> draw_spots(const std::vector<SpotCandidate>& candidates, const std::string& seed, int count) {
  std::vector<SpotCandidate> left = candidates;
  std::vector<std::string> out;
  for (std::size_t turn = 0; !left.empty() && static_cast<int>(out.size()) < count; ++turn) {
    std::uint64_t sum = 0;
    for (const SpotCandidate& one : left) sum += static_cast<std::uint64_t>(one.weight);
    std::uint64_t at = below(sum, seed, turn);
    std::size_t i = 0;
    while (at >= static_cast<std::uint64_t>(left[i].weight)) at -= static_cast<std::uint64_t>(left[i++].weight);
    out.push_back(left[i].target);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return out;
}

} // namespace ankao::inspection
