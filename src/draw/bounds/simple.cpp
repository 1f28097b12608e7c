// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/simple.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "draw/bounds/frame.hpp"

namespace ankao::draw::producing {
namespace {

constexpr std::int64_t k_most_placed = 20'000; ///< longer tables prove nothing in practice

/// Slots in which somebody of the list may sit in the room.
int usable_slots(const Model& model, const std::vector<int>& batches, int room) {
  int out = 0;
  for (int d = 0; d < count_of(model.instance.calendar.dates); ++d) {
    const int slots = open_slots(model, room, d);
    if (slots > 0 && std::any_of(batches.begin(), batches.end(), [&](int b) { return may_sit(model, b, room, d); })) out += slots;
  }
  return out;
}

int lightest(const Model& model, const std::vector<int>& batches) {
  int out = 10;
  for (int b : batches) out = std::min(out, at(model.batches, b).weight);
  return out;
}

class Exceptions {
public:
  Exceptions(const Model& model, const Slack& most_unplaced)
      : model_(model)
      , slack_(most_unplaced) {
    for (int b = 0; b < count_of(model.batches); ++b)
      if (at(model.batches, b).counts) of_pair_[{at(model.instance.batches, b).institution, at(model.instance.batches, b).subject}].push_back(b);
    for (int k = 0; k < count_of(model.visit_keys); ++k)
      keys_[{at(model.visit_keys, k).institution, at(model.visit_keys, k).subject}].push_back(k);
  }

  std::vector<NeededExceptions> run() {
    std::vector<NeededExceptions> out;
    for (const auto& [pair, batches] : of_pair_)
      if (const std::int64_t needed = of(pair, batches); needed > 0) out.push_back({pair.first, pair.second, needed});
    return out;
  }

private:
  std::int64_t of(std::pair<int, int> pair, const std::vector<int>& batches) const {
    std::int64_t need = -at(slack_.unplaced, pair.second) / lightest(model_, batches), largest = 0;
    for (int b : batches) need += at(model_.instance.batches, b).candidates;
    const auto keys = keys_.find(pair);
    if (keys == keys_.end()) return 0;
    for (int k : keys->second) {
      const VisitKey& key = at(model_.visit_keys, k);
      std::int64_t slots = 0;
      for (int r : at(model_.instance.sites, key.site).rooms) slots += usable_slots(model_, batches, r);
      const std::int64_t at_once = seats_at_once(model_, key.site, key.subject);
      need -= std::min<std::int64_t>(slots, key.limit - key.held) * at_once;
      largest = std::max(largest, at_once);
    }
    return need <= 0 || largest == 0 ? 0 : (need + largest - 1) / largest;
  }

  const Model& model_;
  const Slack& slack_;
  std::map<std::pair<int, int>, std::vector<int>> of_pair_, keys_;
};

bool own_room(const Model& model, int room, int subject) {
  const Room& r = at(model.instance.rooms, room);
  return r.exclusive || std::all_of(r.seats.begin(), r.seats.end(), [&](const auto& entry) {
           return entry.first == subject || at(model.subjects, entry.first).queue.empty();
         });
}

/// (seats, seats at which vacancy begins to count) of the rooms where the subject could sit.
std::set<std::pair<int, int>> coins_of(const Model& model, int subject) {
  std::set<std::pair<int, int>> out;
  for (int r = 0; r < count_of(model.instance.rooms); ++r) {
    const int seats = session_seats(model, r, subject);
    if (seats == 0 || usable_slots(model, at(model.subjects, subject).queue, r) == 0) continue;
    const std::int64_t base = model.vacancy_base(r, subject);
    const std::int64_t limit = base - base * model.instance.policy.vacancy_free_percent / 100;
    out.insert({seats, own_room(model, r, subject) ? static_cast<int>(limit) : 0});
  }
  return out;
}

std::vector<std::int64_t> table_of(const std::set<std::pair<int, int>>& coins, std::int64_t most) {
  constexpr std::int64_t k_never = std::numeric_limits<std::int32_t>::max();
  std::vector<std::int64_t> least(static_cast<std::size_t>(most) + 1, k_never);
  least[0] = 0;
  for (std::int64_t p = 1; p <= most; ++p)
    for (const auto& [seats, limit] : coins)
      for (std::int64_t u = 1; u <= std::min<std::int64_t>(seats, p); ++u)
        least[static_cast<std::size_t>(p)] =
            std::min(least[static_cast<std::size_t>(p)], least[static_cast<std::size_t>(p - u)] + std::max<std::int64_t>(0, limit - u));
  return least;
}

} // namespace

std::vector<NeededExceptions> needed_exceptions(const Model& model, const Slack& most_unplaced) { return Exceptions(model, most_unplaced).run(); }

std::vector<CoinTable> coin_tables(const Model& model, const Slack& most_unplaced, std::int64_t& sum) {
  std::vector<CoinTable> out;
  const std::vector<std::int64_t> reach = reachable(model);
  for (int s = 0; s < count_of(model.subjects); ++s) {
    const std::vector<int>& queue = at(model.subjects, s).queue;
    std::int64_t all = 0, most = 0;
    for (int b : queue) {
      all += at(model.instance.batches, b).candidates;
      most += at(reach, b);
    }
    if (most == 0 || most > k_most_placed) continue;
    const std::int64_t fewest = std::clamp<std::int64_t>(all - at(most_unplaced.unplaced, s) / lightest(model, queue), 0, most);
    const auto coins = coins_of(model, s);
    if (std::any_of(coins.begin(), coins.end(), [](const auto& coin) { return coin.second <= 1; })) continue;
    CoinTable table{s, table_of(coins, most)};
    const std::int64_t value = *std::min_element(table.least.begin() + fewest, table.least.end());
    if (value == 0) continue;
    sum += value;
    out.push_back(std::move(table));
  }
  return out;
}

} // namespace ankao::draw::producing
