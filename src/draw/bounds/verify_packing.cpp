// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/verify_packing.hpp"

#include <algorithm>
#include <limits>

#include "draw/bounds/certificate.hpp"
#include "draw/bounds/exact.hpp"

namespace ankao::draw::proving {
namespace {

/// [how many of each batch are left, as one number]: that can come about.
using Possible = std::vector<char>;

class Packing {
public:
  Packing(const std::vector<PackedBatch>& batches, const std::vector<std::int64_t>& seats, const std::vector<std::int64_t>& most)
      : batches_(batches)
      , seats_(seats)
      , most_(most) {}

  std::optional<std::vector<std::int64_t>> run() {
    if (batches_.empty() || work() > k_most_packings) return std::nullopt;
    std::size_t all = 1;
    for (const PackedBatch& batch : batches_) all *= static_cast<std::size_t>(batch.candidates) + 1;
    std::vector<Possible> known(1, Possible(all, 0)); // by numbers of sessions, the first room's running fastest
    known[0].back() = 1;
    std::vector<std::int64_t> out{fewest(known[0])};
    std::size_t stride = 1;
    for (std::size_t r = 0; r < most_.size(); ++r) {
      for (std::int64_t n = 1; n <= most_[r]; ++n)
        for (std::size_t i = 0; i < stride; ++i) {
          known.push_back(with_session(known[known.size() - stride], r));
          out.push_back(fewest(known.back()));
        }
      stride = known.size();
    }
    return out;
  }

private:
  static Exact capped(Exact number) { return std::min(number, Exact(k_most_packings) + 1); }

  Exact work() const {
    Exact out = 1, widest = 1;
    for (const PackedBatch& batch : batches_) out = capped(out * (Exact(batch.candidates) + 1));
    for (std::int64_t most : most_) out = capped(out * (Exact(most) + 1));
    if (out > k_most_packings) return out;
    for (std::size_t r = 0; r < seats_.size(); ++r) widest = std::max(widest, ways(r));
    return out * widest;
  }

  /// In how many ways one session can be filled, the empty one included.
  Exact ways(std::size_t room) const {
    if (seats_[room] > k_most_packed_seats) return Exact(k_most_packings) + 1;
    std::vector<Exact> of(static_cast<std::size_t>(seats_[room]) + 1, Exact(0)); // by seats used
    of[0] = 1;
    for (const PackedBatch& batch : batches_) {
      if (batch.least[room] == 0) continue;
      const std::vector<Exact> before = of;
      for (std::int64_t used = 0; used <= seats_[room]; ++used)
        for (std::int64_t share = batch.least[room]; share <= std::min(used, batch.candidates); ++share)
          of[static_cast<std::size_t>(used)] = capped(of[static_cast<std::size_t>(used)] + before[static_cast<std::size_t>(used - share)]);
    }
    Exact out = 0;
    for (Exact some : of) out += some;
    return capped(out);
  }

  std::int64_t fewest(const Possible& possible) const {
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    for (std::size_t state = 0; state < possible.size(); ++state) {
      if (possible[state] == 0) continue;
      std::int64_t left = 0;
      std::size_t rest = state;
      for (const PackedBatch& batch : batches_) {
        left += batch.weight * static_cast<std::int64_t>(rest % (static_cast<std::size_t>(batch.candidates) + 1));
        rest /= static_cast<std::size_t>(batch.candidates) + 1;
      }
      best = std::min(best, left);
    }
    return best;
  }

  Possible with_session(const Possible& before, std::size_t room) const {
    Possible out(before.size(), 0);
    for (std::size_t state = 0; state < before.size(); ++state)
      if (before[state] != 0) seat(out, room, 0, state, 1, seats_[room]);
    return out;
  }

  /// The batches from `batch` on take what they like of the seats that are left.
  void seat(Possible& out, std::size_t room, std::size_t batch, std::size_t state, std::size_t stride, std::int64_t seats) const {
    if (batch == batches_.size()) {
      out[state] = 1;
      return;
    }
    const PackedBatch& b = batches_[batch];
    const std::size_t size = static_cast<std::size_t>(b.candidates) + 1;
    seat(out, room, batch + 1, state, stride * size, seats);
    if (b.least[room] == 0) return;
    const auto left = static_cast<std::int64_t>(state / stride % size);
    for (std::int64_t share = b.least[room]; share <= std::min(left, seats); ++share)
      seat(out, room, batch + 1, state - static_cast<std::size_t>(share) * stride, stride * size, seats - share);
  }

  const std::vector<PackedBatch>& batches_;
  const std::vector<std::int64_t>&seats_, &most_;
};

} // namespace

std::optional<std::vector<std::int64_t>> fewest_left(const std::vector<PackedBatch>& batches, const std::vector<std::int64_t>& seats,
                                                     const std::vector<std::int64_t>& most) {
  return Packing(batches, seats, most).run();
}

} // namespace ankao::draw::proving
