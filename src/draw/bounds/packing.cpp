// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/packing.hpp"

#include <algorithm>
#include <functional>
#include <limits>

namespace ankao::draw::producing {
namespace {

__extension__ using Wide = __int128;

class Packing {
public:
  Packing(const Model& model, const SharedRooms& shared, const Outlook& outlook, const std::vector<int>& batches)
      : model_(model)
      , shared_(shared)
      , outlook_(outlook)
      , batches_(batches) {
    for (int b : batches) {
      stride_.push_back(states_);
      states_ = std::min(Wide{k_most_packings} + 1, states_ * (at(model.instance.batches, b).candidates + 1));
    }
  }

  std::vector<std::int64_t> run() {
    Wide cells = 1;
    for (int most : outlook_.most) cells = std::min(Wide{k_most_packings} + 1, cells * (most + 1));
    if (batches_.empty() || states_ * cells > k_most_packings ||
        !list_shares(static_cast<std::int64_t>(Wide{k_most_packings} / (states_ * cells))))
      return {};
    marked_.assign(static_cast<std::size_t>(states_), 0);
    std::vector<std::vector<std::uint32_t>> known{{static_cast<std::uint32_t>(states_ - 1)}};
    std::size_t stride = 1;
    for (int r = 0; r < count_of(outlook_.most); ++r) {
      for (std::size_t n = stride * static_cast<std::size_t>(at(outlook_.most, r)); n > 0; --n)
        known.push_back(after(known[known.size() - stride], r));
      stride = known.size();
    }
    std::vector<std::int64_t> out;
    for (const auto& states : known) out.push_back(fewest(states));
    return out;
  }

private:
  /// What one session can take: of each batch so many.
  struct Taken {
    std::vector<int> shares;
    std::uint32_t offset = 0;
  };

  int left(std::uint32_t state, int place) const {
    const auto size = static_cast<std::uint32_t>(at(model_.instance.batches, at(batches_, place)).candidates + 1);
    return static_cast<int>(state / static_cast<std::uint32_t>(at(stride_, place)) % size);
  }

  /// False: there are more than `most` ways to fill a session.
  bool list_shares(std::int64_t most) {
    for (int r = 0; r < count_of(outlook_.seats); ++r) {
      if (at(outlook_.seats, r) > k_most_packed_seats) return false;
      std::vector<Taken> all{{std::vector<int>(batches_.size(), 0), 0}};
      std::vector<int> used{0};
      for (int i = 0; i < count_of(batches_); ++i) {
        const int b = at(batches_, i);
        if (slots_for(model_, at(shared_.rooms, r), {b}) == 0) continue;
        const int least = std::max(1, model_.smallest_share(b, at(shared_.rooms, r).room));
        for (std::size_t k = 0, before = all.size(); k < before; ++k)
          for (int share = least; share <= std::min(at(outlook_.seats, r) - used[k], at(model_.instance.batches, b).candidates); ++share) {
            if (static_cast<std::int64_t>(all.size()) >= most) return false;
            Taken more = all[k];
            at(more.shares, i) = share;
            more.offset += static_cast<std::uint32_t>(share) * static_cast<std::uint32_t>(at(stride_, i));
            all.push_back(std::move(more));
            used.push_back(used[k] + share);
          }
      }
      if (static_cast<std::int64_t>(all.size()) > most) return false;
      taken_.push_back(std::move(all));
    }
    return true;
  }

  std::vector<std::uint32_t> after(const std::vector<std::uint32_t>& before, int room) {
    std::vector<std::uint32_t> out;
    std::vector<int> there(batches_.size());
    for (std::uint32_t state : before) {
      for (int i = 0; i < count_of(batches_); ++i) at(there, i) = left(state, i);
      for (const Taken& taken : at(taken_, room)) {
        const std::uint32_t next = state - taken.offset;
        if (!std::equal(taken.shares.begin(), taken.shares.end(), there.begin(), std::less_equal<>()) || marked_[next] != 0) continue;
        marked_[next] = 1;
        out.push_back(next);
      }
    }
    for (std::uint32_t state : out) marked_[state] = 0;
    return out;
  }

  std::int64_t fewest(const std::vector<std::uint32_t>& states) const {
    std::int64_t best = std::numeric_limits<std::int64_t>::max();
    for (std::uint32_t state : states) {
      std::int64_t sum = 0;
      for (int i = 0; i < count_of(batches_); ++i) sum += std::int64_t{at(model_.batches, at(batches_, i)).weight} * left(state, i);
      best = std::min(best, sum);
    }
    return best;
  }

  const Model& model_;
  const SharedRooms& shared_;
  const Outlook& outlook_;
  const std::vector<int>& batches_;
  Wide states_ = 1;
  std::vector<Wide> stride_;
  std::vector<std::vector<Taken>> taken_; ///< [room]
  std::vector<char> marked_;
};

} // namespace

std::vector<std::int64_t> left_by_whole_shares(const Model& model, const SharedRooms& shared, const Outlook& outlook,
                                               const std::vector<int>& batches) {
  return Packing(model, shared, outlook, batches).run();
}

} // namespace ankao::draw::producing
