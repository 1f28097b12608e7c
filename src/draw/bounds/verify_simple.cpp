// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/verify_simple.hpp"

#include <algorithm>

namespace ankao::draw::proving {
namespace {

int date_count(const Scope& scope) { return static_cast<int>(scope.instance().calendar.dates.size()); }

/// Dates on which a batch of the list may sit in the room, as slots.
std::int64_t usable_slots(const Scope& scope, const std::vector<int>& batches, int room) {
  std::int64_t out = 0;
  for (int d = 0; d < date_count(scope); ++d)
    if (scope.slots(room, d) > 0 && std::any_of(batches.begin(), batches.end(), [&](int b) { return scope.may_sit(b, room, d); }))
      out += scope.slots(room, d);
  return out;
}

/// The room serves no other subject that has a batch: its vacant seats are this subject's.
bool own_room(const Scope& scope, int room, int subject) {
  const Room& r = scope.instance().rooms[at(room)];
  if (r.exclusive) return true;
  return std::all_of(r.seats.begin(), r.seats.end(),
                     [&](const auto& entry) { return entry.first == subject || scope.facts().queue(entry.first).empty(); });
}

} // namespace

std::int64_t exceptions_needed(const Scope& scope, int institution, int subject) {
  const Instance& in = scope.instance();
  std::vector<int> batches;
  Exact need = 0;
  std::int64_t lightest = 10;
  for (int b : scope.facts().queue(subject)) {
    if (in.batches[at(b)].institution != institution || !scope.facts().of(b).counts) continue;
    batches.push_back(b);
    need += in.batches[at(b)].candidates;
    lightest = std::min<std::int64_t>(lightest, scope.facts().of(b).weight);
  }
  need -= Exact(scope.most_unplaced(subject)).floor_by(lightest);
  std::int64_t largest = 0;
  for (int site : scope.facts().offering(subject)) {
    const bool used = std::any_of(batches.begin(), batches.end(), [&](int b) { return scope.facts().of(b).order_place[at(site)] >= 0; });
    if (!used) continue;
    std::int64_t slots = 0;
    for (int r : in.sites[at(site)].rooms) slots += usable_slots(scope, batches, r);
    const std::int64_t at_once = scope.seats_at_once(site, subject);
    need -= Exact(std::min(slots, scope.visits_left(institution, site, subject))) * at_once;
    largest = std::max(largest, at_once);
  }
  return need <= 0 || largest == 0 ? 0 : need.ceil_by(largest).narrow();
}

std::optional<std::int64_t> vacancy_proven(const Scope& scope, const CoinTable& table) {
  const std::vector<int>& batches = scope.facts().queue(table.subject);
  Exact all = 0, forced = 0;
  std::int64_t lightest = 10;
  for (int b : batches) {
    all += scope.instance().batches[at(b)].candidates;
    forced += Exact(scope.instance().batches[at(b)].candidates) - scope.reachable(b);
    lightest = std::min<std::int64_t>(lightest, scope.facts().of(b).weight);
  }
  const std::int64_t most = (all - forced).narrow();
  const std::int64_t fewest = std::max(Exact(0), std::min(Exact(most), all - Exact(scope.most_unplaced(table.subject)).floor_by(lightest))).narrow();
  if (static_cast<std::int64_t>(table.least.size()) != most + 1 || table.least[0] > 0) return std::nullopt;
  std::set<std::pair<std::int64_t, std::int64_t>> coins; // (seats, where vacancy begins)
  for (int r = 0; r < static_cast<int>(scope.instance().rooms.size()); ++r)
    if (scope.seats(r, table.subject) > 0 && usable_slots(scope, batches, r) > 0)
      coins.insert({scope.seats(r, table.subject), own_room(scope, r, table.subject) ? scope.vacancy_limit(r, table.subject) : 0});
  for (const auto& [seats, limit] : coins)
    for (std::int64_t p = 0; p <= most; ++p)
      for (std::int64_t u = 1; u <= seats && p + u <= most; ++u)
        if (Exact(table.least[static_cast<std::size_t>(p + u)]) - table.least[static_cast<std::size_t>(p)] > std::max<std::int64_t>(0, limit - u))
          return std::nullopt;
  return *std::min_element(table.least.begin() + fewest, table.least.end());
}

} // namespace ankao::draw::proving
