// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/division.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include "draw/bounds/outlook.hpp"
#include "draw/bounds/packing.hpp"

namespace ankao::draw::producing {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t k_never = std::numeric_limits<std::int64_t>::max() / 4;

/// Slots of each room that somebody of the subjects can use.
std::vector<int> usable(const Model& model, const SharedRooms& shared) {
  std::vector<int> everybody, out;
  for (int s : shared.subjects) everybody.insert(everybody.end(), at(model.subjects, s).queue.begin(), at(model.subjects, s).queue.end());
  for (const SharedRoom& room : shared.rooms) out.push_back(slots_for(model, room, everybody));
  return out;
}

std::int64_t cost_of(const Model& model, const KnownShortages& known, int subject, std::int64_t unplaced) {
  return unplaced_cost(model, subject, std::max(unplaced, at(known.proven, subject)));
}

class Dividing {
public:
  Dividing(const Model& model, const KnownShortages& known, const SharedRooms& shared)
      : model_(model)
      , known_(known)
      , slots_(usable(model, shared)) {
    for (int s : shared.subjects) outlooks_.push_back(outlook_of(model, shared, s, true));
  }

  std::int64_t work() const {
    Wide states = 1, choices = 0;
    for (int slots : slots_) states = std::min(Wide{k_never}, states * (slots + 1));
    for (const Outlook& outlook : outlooks_) {
      Wide some = 1;
      for (int most : outlook.most) some = std::min(Wide{k_never}, some * (most + 1));
      choices += some;
    }
    return static_cast<std::int64_t>(std::min(Wide{k_never}, states * choices));
  }

  void count_whole_shares(const SharedRooms& shared) {
    for (Outlook& outlook : outlooks_) outlook.by_shares = left_by_whole_shares(model_, shared, outlook, outlook.confined);
  }

  std::int64_t value() {
    std::size_t states = 1;
    for (int slots : slots_) states *= static_cast<std::size_t>(slots) + 1;
    std::vector<std::int64_t> least(states, k_never); // with exactly so many slots used
    least[0] = 0;
    for (const Outlook& outlook : outlooks_) {
      choices_.clear();
      std::vector<int> sessions(slots_.size(), 0);
      list(outlook, sessions, 0, 0);
      least = with_choices(least);
    }
    return *std::min_element(least.begin(), least.end());
  }

private:
  struct Choice {
    std::vector<int> sessions;
    std::size_t offset = 0;
    std::int64_t cost = 0;
  };

  void list(const Outlook& outlook, std::vector<int>& sessions, int room, int all) {
    if (room == count_of(slots_)) return choose(outlook, sessions);
    const auto quota = at(model_.instance.subjects, outlook.subject).max_sessions;
    for (int n = 0; n <= at(outlook.most, room) && (!quota || all + n <= *quota); ++n) {
      at(sessions, room) = n;
      list(outlook, sessions, room + 1, all + n);
    }
    at(sessions, room) = 0;
  }

  /// A session that changes nothing takes a slot for nothing.
  void choose(const Outlook& outlook, std::vector<int>& sessions) {
    const std::int64_t cost = cost_of(model_, known_, outlook.subject, outlook.unplaced(sessions));
    Choice choice{sessions, 0, cost};
    std::size_t stride = 1;
    for (int r = 0; r < count_of(slots_); ++r) {
      choice.offset += stride * static_cast<std::size_t>(at(sessions, r));
      stride *= static_cast<std::size_t>(at(slots_, r)) + 1;
      if (at(sessions, r) == 0) continue;
      --at(sessions, r);
      const bool idle = cost_of(model_, known_, outlook.subject, outlook.unplaced(sessions)) == cost;
      ++at(sessions, r);
      if (idle) return;
    }
    choices_.push_back(std::move(choice));
  }

  std::vector<std::int64_t> with_choices(const std::vector<std::int64_t>& least) const {
    std::vector<std::int64_t> out(least.size(), k_never);
    std::vector<int> left = slots_;
    for (std::size_t state = 0; state < least.size(); ++state) {
      if (state > 0) step(left);
      if (least[state] == k_never) continue;
      for (const Choice& choice : choices_)
        if (std::equal(choice.sessions.begin(), choice.sessions.end(), left.begin(), std::less_equal<>()))
          out[state + choice.offset] = std::min(out[state + choice.offset], least[state] + choice.cost);
    }
    return out;
  }
  void step(std::vector<int>& left) const {
    for (int r = 0; r < count_of(left); ++r) {
      if (--at(left, r) >= 0) return;
      at(left, r) = at(slots_, r);
    }
  }

  const Model& model_;
  const KnownShortages& known_;
  std::vector<int> slots_;
  std::vector<Outlook> outlooks_;
  std::vector<Choice> choices_;
};

/// Uphill from one price for every seat alike, in the direction of the slots that are asked for beyond those there are.
class Pricing {
public:
  Pricing(const Model& model, const KnownShortages& known, const SharedRooms& shared)
      : model_(model)
      , known_(known)
      , slots_(usable(model, shared)) {
    for (int s : shared.subjects) {
      outlooks_.push_back(outlook_of(model, shared, s, false));
      target_ += unplaced_cost(model, s, at(known.planned, s));
    }
  }

  bool fits() const {
    Wide work = 0, slots = 0;
    for (int some : slots_) slots += some;
    if (slots > k_most_slots) return false;
    for (const Outlook& outlook : outlooks_)
      for (int most : outlook.most)
        for (int left = most; left > 0; left /= 2) work += outlook.candidates + 1;
    return work <= k_most_divisions;
  }

  std::vector<std::int64_t> climb() {
    start();
    std::vector<std::int64_t> prices = best_;
    std::int64_t fraction = 1;
    for (int step = 0, idle = 0; step < k_steps && fraction <= k_finest; ++step) {
      const std::int64_t value = roughly(prices);
      idle = value > best_value_ ? 0 : idle + 1;
      keep(prices, value);
      if (idle >= k_patience) {
        idle = 0;
        fraction *= 2;
        prices = best_;
        roughly(prices);
      }
      Wide length = 0;
      for (std::int64_t wanted : asked_) length += Wide{wanted} * wanted;
      if (length == 0 || value >= target_) break;
      for (int r = 0; r < count_of(slots_); ++r) {
        const Wide by = Wide{target_ - value} * at(asked_, r) / (length * fraction);
        at(prices, r) = static_cast<std::int64_t>(std::clamp<Wide>(by + at(prices, r), 0, k_most_slot_price));
      }
    }
    return best_;
  }

  /// What the prices prove.
  std::int64_t value(const std::vector<std::int64_t>& prices) const {
    std::int64_t out = 0;
    for (const Outlook& outlook : outlooks_) {
      std::vector<std::int64_t> price(static_cast<std::size_t>(outlook.candidates) + 1, k_never); // of so many seats or more
      price[0] = 0;
      for (int r = 0; r < count_of(slots_); ++r)
        for (int n = 0; n < at(outlook.most, r); ++n)
          for (std::size_t seats = price.size() - 1; seats > 0; --seats)
            price[seats] =
                std::min(price[seats], price[seats - std::min(seats, static_cast<std::size_t>(at(outlook.seats, r)))] + at(prices, r));
      std::int64_t best = k_never;
      for (std::size_t seats = 0; seats < price.size(); ++seats)
        if (price[seats] < k_never) best = std::min(best, cost(outlook, static_cast<std::int64_t>(seats)) + price[seats]);
      out += best;
    }
    return out - worth(prices);
  }

private:
  static constexpr int k_steps = 150, k_patience = 6;
  static constexpr std::int64_t k_finest = 1024;
  static constexpr std::int64_t k_most_slot_price = 100'000'000'000, k_most_slots = 10'000'000; // their product is far from an overflow

  std::int64_t cost(const Outlook& outlook, std::int64_t seats) const {
    return cost_of(model_, known_, outlook.subject, outlook.unplaced_with_seats(seats));
  }

  std::int64_t worth(const std::vector<std::int64_t>& prices) const {
    std::int64_t out = 0;
    for (int r = 0; r < count_of(slots_); ++r) out += at(prices, r) * at(slots_, r);
    return out;
  }

  void keep(const std::vector<std::int64_t>& prices, std::int64_t value) {
    if (value <= best_value_) return;
    best_value_ = value;
    best_ = prices;
  }

  void start() {
    best_.assign(slots_.size(), 0);
    best_value_ = roughly(best_);
    for (std::int64_t seat = 1; seat < 1'000'000'000; seat += (seat + 1) / 2) {
      std::vector<std::int64_t> prices;
      for (int r = 0; r < count_of(slots_); ++r) {
        int seats = 0;
        for (const Outlook& outlook : outlooks_)
          if (at(outlook.most, r) > 0) seats = std::max(seats, at(outlook.seats, r));
        prices.push_back(std::min(seat * seats, k_most_slot_price));
      }
      keep(prices, roughly(prices));
    }
  }

  /// The value when each subject buys the sessions that cost least for a seat, and the slots asked for beyond those there are.
  std::int64_t roughly(const std::vector<std::int64_t>& prices) {
    asked_.assign(slots_.size(), 0);
    for (int r = 0; r < count_of(slots_); ++r) at(asked_, r) = -at(slots_, r);
    std::int64_t out = 0;
    for (const Outlook& outlook : outlooks_) out += buy(outlook, prices);
    return out - worth(prices);
  }

  std::int64_t buy(const Outlook& outlook, const std::vector<std::int64_t>& prices) {
    std::vector<int> order;
    for (int r = 0; r < count_of(slots_); ++r)
      if (at(outlook.most, r) > 0) order.push_back(r);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
      const Wide left = Wide{at(prices, a)} * at(outlook.seats, b), right = Wide{at(prices, b)} * at(outlook.seats, a);
      return left != right ? left < right : a < b;
    });
    std::vector<int> bought;
    std::int64_t best = cost(outlook, 0), seats = 0, paid = 0;
    std::size_t until = 0;
    for (int r : order)
      for (int n = 0; n < at(outlook.most, r) && seats < outlook.candidates; ++n) {
        bought.push_back(r);
        seats += at(outlook.seats, r);
        paid += at(prices, r);
        const std::int64_t now = cost(outlook, seats) + paid;
        if (now > best || (now == best && at(prices, r) > 0)) continue;
        best = now;
        until = bought.size();
      }
    for (std::size_t i = 0; i < until; ++i) ++at(asked_, bought[i]);
    return best;
  }

  const Model& model_;
  const KnownShortages& known_;
  std::vector<int> slots_;
  std::vector<Outlook> outlooks_;
  std::int64_t target_ = 0, best_value_ = 0;
  std::vector<std::int64_t> best_, asked_;
};

} // namespace

Divided divided_value(const Model& model, const KnownShortages& known, const SharedRooms& shared, Shares shares, std::int64_t most_work) {
  if (count_of(shared.rooms) > k_most_divided_rooms) return {};
  Dividing dividing(model, known, shared);
  const std::int64_t work = dividing.work();
  if (work > std::min(most_work, k_most_divisions)) return {};
  if (shares == Shares::Whole) dividing.count_whole_shares(shared);
  return {dividing.value(), work};
}

std::optional<std::int64_t> priced_value(const Model& model, const KnownShortages& known, SharedRooms& shared) {
  Pricing pricing(model, known, shared);
  if (!pricing.fits()) return std::nullopt;
  shared.prices = pricing.climb();
  return pricing.value(*shared.prices);
}

} // namespace ankao::draw::producing
