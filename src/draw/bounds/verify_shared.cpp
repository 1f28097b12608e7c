// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/verify_shared.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "draw/bounds/verify_packing.hpp"

namespace ankao::draw::proving {
namespace {

/// Batches of at least some weight that sit in these rooms or on seats that are free of charge, and nowhere else.
struct Cut {
  Exact lack;                      ///< candidates less the free seats
  std::vector<std::int64_t> slots; ///< [room of the certificate] in which one of them may sit
};

/// Batches count with their weight: `step` is what this weight is above the next lower one.
struct Layer {
  std::int64_t weight = 0, step = 0;
};

/// Numbers of sessions, one for each room, in the order of an odometer.
struct Counts {
  explicit Counts(std::vector<std::int64_t> highest)
      : most(std::move(highest))
      , now(most.size(), 0) {}
  bool next() {
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (++now[i] <= most[i]) return true;
      now[i] = 0;
    }
    return false;
  }

  std::vector<std::int64_t> most, now;
};

/// One subject and the certificate's rooms.
class Side {
public:
  Side(const Scope& scope, const SharedRooms& certificate, int subject)
      : scope_(scope)
      , in_(scope.instance())
      , rooms_(certificate.rooms)
      , subject_(subject)
      , queue_(scope.facts().queue(subject))
      , told_(in_.rooms.size(), std::vector<char>(in_.calendar.dates.size(), 0)) {
    for (const SharedRoom& room : rooms_) {
      for (int d = 0; d < static_cast<int>(in_.calendar.dates.size()); ++d)
        if (covers(room, d)) told_[at(room.room)][at(d)] = 1;
      seats_.push_back(scope.seats(room.room, subject));
      // More sessions than hold each batch on its own help nobody: shares that R9 allows can be moved together into full ones.
      Exact enough = 0;
      for (int b : queue_)
        if (slots(room, {b}) > 0) enough += Exact(in_.batches[at(b)].candidates).ceil_by(seats_.back());
      most_.push_back(std::min(Exact(slots(room, queue_)), enough).narrow());
    }
    std::set<std::int64_t> weights;
    for (int b : queue_) weights.insert(scope.facts().of(b).weight);
    std::int64_t below = 0;
    for (std::int64_t weight : weights) {
      layers_.push_back({weight, weight - below});
      below = weight;
    }
  }

  std::int64_t seats(std::size_t room) const { return seats_[room]; }
  const std::vector<std::int64_t>& most() const { return most_; }
  const std::vector<Layer>& layers() const { return layers_; }

  /// Who of this weight or more may sit in no other room of the certificate than these.
  std::vector<int> within(const Layer& layer, const std::set<std::size_t>& rooms) const {
    std::vector<int> out;
    for (int b : queue_) {
      bool inside = scope_.facts().of(b).weight >= layer.weight;
      for (std::size_t r = 0; r < rooms_.size() && inside; ++r) inside = rooms.contains(r) || slots(rooms_[r], {b}) == 0;
      if (inside) out.push_back(b);
    }
    return out;
  }

  Cut cut(const std::vector<int>& batches) const {
    Cut out;
    Exact each = 0;
    for (int b : batches) {
      out.lack += in_.batches[at(b)].candidates;
      each += std::min(Exact(in_.batches[at(b)].candidates), free_seats({b}));
    }
    out.lack -= std::min(each, free_seats(batches));
    for (const SharedRoom& room : rooms_) out.slots.push_back(slots(room, batches));
    return out;
  }

  /// R9, for the batches that have no free seat; in the order of Counts.
  std::optional<std::vector<std::int64_t>> left_by_whole_shares() const {
    std::vector<PackedBatch> confined;
    for (int b : queue_) {
      if (free_seats({b}) > 0) continue;
      confined.push_back({in_.batches[at(b)].candidates, scope_.facts().of(b).weight, {}});
      for (const SharedRoom& room : rooms_) {
        const int share = slots(room, {b}) == 0 ? 0
                                                : std::max(1, std::min({in_.policy.min_fragment, in_.batches[at(b)].candidates,
                                                                        in_.rooms[at(room.room)].seats.at(subject_)}));
        confined.back().least.push_back(share);
      }
    }
    return fewest_left(confined, seats_, most_);
  }

  Exact cost(Exact unplaced) const {
    return scope_.shortage_cost(subject_, std::max(unplaced, Exact(scope_.proven_shortage(subject_))).narrow());
  }
  std::int64_t candidates() const {
    Exact out = 0;
    for (int b : queue_) out += in_.batches[at(b)].candidates;
    return out.narrow();
  }
  /// R8: sessions of the month; nothing where they are not limited.
  std::optional<int> quota() const { return in_.subjects[at(subject_)].max_sessions; }

private:
  /// Slots of the room, within the certificate's dates, in which a batch of the list may sit.
  std::int64_t slots(const SharedRoom& room, const std::vector<int>& batches) const {
    std::int64_t out = 0;
    for (int d = 0; d < static_cast<int>(in_.calendar.dates.size()); ++d)
      if (covers(room, d) && anybody(batches, room.room, d)) out += scope_.slots(room.room, d);
    return out;
  }
  bool covers(const SharedRoom& room, int date) const {
    return room.from <= in_.calendar.dates[at(date)] && in_.calendar.dates[at(date)] <= room.to;
  }
  bool anybody(const std::vector<int>& batches, int room, int date) const {
    return scope_.slots(room, date) > 0 &&
           std::any_of(batches.begin(), batches.end(), [&](int b) { return scope_.may_sit(b, room, date); });
  }

  /// Seats that the certificate says nothing of: nobody else is counted there.
  Exact free_seats(const std::vector<int>& batches) const {
    Exact out = 0;
    for (int r = 0; r < static_cast<int>(in_.rooms.size()); ++r) {
      if (scope_.seats(r, subject_) == 0) continue;
      for (int d = 0; d < static_cast<int>(in_.calendar.dates.size()); ++d) {
        if (told_[at(r)][at(d)] == 0 && anybody(batches, r, d)) out += Exact(scope_.slots(r, d)) * scope_.seats(r, subject_);
      }
    }
    return out;
  }

  const Scope& scope_;
  const Instance& in_;
  const std::vector<SharedRoom>& rooms_;
  int subject_;
  const std::vector<int>& queue_;
  std::vector<std::vector<char>> told_; ///< [room][date] the certificate says something of it
  std::vector<std::int64_t> seats_, most_;
  std::vector<Layer> layers_;
};

/// What a subject's candidates cost with these numbers of sessions; `offset`: in the list of all numbers of slots used.
struct Choice {
  std::vector<std::int64_t> sessions;
  std::size_t offset = 0;
  Exact cost;
};

/// Every division of the rooms' slots among the subjects.
class Division {
public:
  Division(const std::vector<Side>& sides, std::size_t rooms, std::vector<std::int64_t> slots)
      : sides_(sides)
      , rooms_(rooms)
      , slots_(std::move(slots)) {}

  std::optional<Exact> value() const {
    if (!within_limit()) return std::nullopt;
    std::vector<Exact> least(static_cast<std::size_t>(states().narrow()), Exact(0)); // for at most so many slots used
    for (const Side& side : sides_) least = with(side, least);
    return least.back();
  }

private:
  static Exact product(const std::vector<std::int64_t>& most) {
    Exact out = 1;
    for (std::int64_t m : most)
      out = std::min(Exact(k_most_divisions) + 1, out * (Exact(m) + 1)); // beyond the limit it does not matter how far
    return out;
  }
  Exact states() const { return product(slots_); }
  bool within_limit() const {
    Exact choices = 0;
    for (const Side& side : sides_) choices += product(side.most());
    return states() * choices <= k_most_divisions;
  }

  std::vector<Exact> with(const Side& side, const std::vector<Exact>& least) const {
    const std::vector<Choice> all = choices(side);
    std::vector<Exact> out;
    Counts used(slots_);
    do {
      std::optional<Exact> best;
      for (const Choice& choice : all) {
        bool fits = true;
        for (std::size_t r = 0; r < rooms_ && fits; ++r) fits = choice.sessions[r] <= used.now[r];
        if (!fits) continue;
        const Exact sum = least[out.size() - choice.offset] + choice.cost;
        if (!best || sum < *best) best = sum;
      }
      out.push_back(*best); // no session at all always fits
    } while (used.next());
    return out;
  }

  std::vector<Choice> choices(const Side& side) const {
    std::vector<std::pair<std::int64_t, std::vector<Cut>>> layers; // (step, cuts)
    for (const Layer& layer : side.layers()) layers.emplace_back(layer.step, cuts(side, layer));
    std::vector<Choice> out;
    const auto packed = side.left_by_whole_shares();
    std::vector<Exact> costs; // of all counts so far
    Counts counts(side.most());
    do {
      Exact unplaced = 0;
      for (const auto& [step, of_layer] : layers) unplaced += Exact(step) * shortage(side, of_layer, counts.now);
      if (packed) unplaced = std::max(unplaced, Exact((*packed)[costs.size()]));
      costs.push_back(side.cost(unplaced));
      if (worth_it(side, counts.now, costs)) out.push_back({counts.now, offset(counts.now, slots_), costs.back()});
    } while (counts.next());
    return out;
  }

  static std::size_t offset(const std::vector<std::int64_t>& counts, const std::vector<std::int64_t>& most) {
    std::size_t out = 0, stride = 1;
    for (std::size_t r = 0; r < counts.size(); ++r) {
      out += stride * static_cast<std::size_t>(counts[r]);
      stride *= static_cast<std::size_t>(most[r]) + 1;
    }
    return out;
  }

  /// Within the quota, and no session could be left out without loss.
  static bool worth_it(const Side& side, const std::vector<std::int64_t>& counts, const std::vector<Exact>& costs) {
    Exact all = 0;
    std::size_t stride = 1;
    for (std::size_t r = 0; r < counts.size(); ++r) {
      if (counts[r] > 0 && costs[costs.size() - 1 - stride] == costs.back()) return false;
      all += counts[r];
      stride *= static_cast<std::size_t>(side.most()[r]) + 1;
    }
    return !side.quota() || all <= *side.quota();
  }

  /// One for each set of rooms.
  std::vector<Cut> cuts(const Side& side, const Layer& layer) const {
    std::vector<Cut> out;
    std::set<std::vector<int>> seen;
    for (unsigned set = 0; set < 1U << rooms_; ++set) {
      std::set<std::size_t> rooms;
      for (std::size_t r = 0; r < rooms_; ++r)
        if ((set >> r & 1U) != 0) rooms.insert(r);
      const std::vector<int> batches = side.within(layer, rooms);
      if (!batches.empty() && seen.insert(batches).second) out.push_back(side.cut(batches));
    }
    return out;
  }

  Exact shortage(const Side& side, const std::vector<Cut>& cuts, const std::vector<std::int64_t>& sessions) const {
    Exact worst = 0;
    for (const Cut& cut : cuts) {
      Exact lack = cut.lack;
      for (std::size_t r = 0; r < rooms_; ++r) lack -= Exact(std::min(sessions[r], cut.slots[r])) * side.seats(r);
      worst = std::max(worst, lack);
    }
    return worst;
  }

  const std::vector<Side>& sides_;
  std::size_t rooms_;
  std::vector<std::int64_t> slots_;
};

/// Each subject pays for the slots it uses, whatever the others do.
class Pricing {
public:
  Pricing(const std::vector<Side>& sides, const std::vector<std::int64_t>& prices, const std::vector<std::int64_t>& slots)
      : sides_(sides)
      , prices_(prices)
      , slots_(slots) {}

  std::optional<Exact> value() const {
    Exact work = 0, out = 0;
    for (const Side& side : sides_)
      for (std::int64_t most : side.most())
        for (std::int64_t left = most; left > 0; left /= 2) work += side.candidates() + 1;
    if (work > k_most_divisions) return std::nullopt;
    for (const Side& side : sides_) out += least(side);
    for (std::size_t r = 0; r < prices_.size(); ++r) out -= Exact(prices_[r]) * slots_[r];
    return out;
  }

private:
  Exact least(const Side& side) const {
    const std::vector<std::optional<Exact>> price = seats(side);
    std::set<std::size_t> everywhere;
    for (std::size_t r = 0; r < prices_.size(); ++r) everywhere.insert(r);
    std::vector<std::pair<std::int64_t, Exact>> layers; // (step, candidates who have no free seat)
    for (const Layer& layer : side.layers()) layers.emplace_back(layer.step, side.cut(side.within(layer, everywhere)).lack);
    std::optional<Exact> best;
    for (std::size_t bought = 0; bought < price.size(); ++bought) {
      if (!price[bought]) continue;
      Exact unplaced = 0;
      for (const auto& [step, lack] : layers) unplaced += Exact(step) * std::max(Exact(0), lack - static_cast<std::int64_t>(bought));
      const Exact sum = side.cost(unplaced) + *price[bought];
      if (!best || sum < *best) best = sum;
    }
    return *best; // no seat at all can be bought always
  }

  /// [seats] the least price of so many or more: whole sessions, no more in a room than the subject can use.
  std::vector<std::optional<Exact>> seats(const Side& side) const {
    std::vector<std::optional<Exact>> out(static_cast<std::size_t>(side.candidates()) + 1);
    out[0] = Exact(0);
    for (std::size_t r = 0; r < prices_.size(); ++r)
      for (std::int64_t left = side.most()[r], pack = 1; left > 0; left -= pack, pack = std::min(2 * pack, left))
        add(out, Exact(pack) * side.seats(r), Exact(pack) * prices_[r]);
    return out;
  }
  static void add(std::vector<std::optional<Exact>>& out, Exact seats, Exact price) {
    for (std::size_t all = out.size() - 1; all > 0; --all) {
      const Exact rest = std::max(Exact(0), Exact(static_cast<std::int64_t>(all)) - seats);
      const auto& before = out[static_cast<std::size_t>(rest.narrow())];
      if (before && (!out[all] || *before + price < *out[all])) out[all] = *before + price;
    }
  }

  const std::vector<Side>& sides_;
  const std::vector<std::int64_t>&prices_, &slots_;
};

bool well_formed(const Scope& scope, const SharedRooms& c) {
  const Instance& in = scope.instance();
  if (c.rooms.size() > (c.prices ? in.rooms.size() * (in.calendar.dates.size() + 1) : std::size_t{k_most_divided_rooms})) return false;
  const auto known = [](int place, std::size_t count) { return place >= 0 && at(place) < count; };
  if (c.subjects.empty() || std::set<int>(c.subjects.begin(), c.subjects.end()).size() != c.subjects.size()) return false;
  for (int s : c.subjects)
    if (!known(s, in.subjects.size())) return false;
  for (std::size_t i = 0; i < c.rooms.size(); ++i) {
    if (!known(c.rooms[i].room, in.rooms.size()) || !in.rooms[at(c.rooms[i].room)].exclusive || c.rooms[i].to < c.rooms[i].from)
      return false;
    for (std::size_t k = 0; k < i; ++k) // no slot is counted twice
      if (c.rooms[k].room == c.rooms[i].room && c.rooms[k].from <= c.rooms[i].to && c.rooms[i].from <= c.rooms[k].to) return false;
  }
  if (!c.prices) return true;
  return c.prices->size() == c.rooms.size() &&
         std::all_of(c.prices->begin(), c.prices->end(), [](std::int64_t p) { return p >= 0 && p <= k_most_price; });
}

/// Slots of each room in which somebody of the subjects may sit.
std::vector<std::int64_t> usable_slots(const Scope& scope, const SharedRooms& c) {
  std::vector<std::int64_t> out;
  for (const SharedRoom& room : c.rooms) {
    std::int64_t slots = 0;
    for (int d = 0; d < static_cast<int>(scope.instance().calendar.dates.size()); ++d) {
      const Date date = scope.instance().calendar.dates[at(d)];
      bool used = false;
      for (int s : c.subjects)
        for (int b : scope.facts().queue(s)) used = used || scope.may_sit(b, room.room, d);
      if (used && room.from <= date && date <= room.to) slots += scope.slots(room.room, d);
    }
    out.push_back(slots);
  }
  return out;
}

} // namespace

std::optional<Exact> shared_value(const Scope& scope, const SharedRooms& certificate) {
  if (!well_formed(scope, certificate)) return std::nullopt;
  std::vector<Side> sides;
  for (int s : certificate.subjects) sides.emplace_back(scope, certificate, s);
  std::vector<std::int64_t> slots = usable_slots(scope, certificate);
  if (certificate.prices) return Pricing(sides, *certificate.prices, slots).value();
  return Division(sides, certificate.rooms.size(), std::move(slots)).value();
}

} // namespace ankao::draw::proving
