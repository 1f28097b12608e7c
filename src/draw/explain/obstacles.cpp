// SPDX-License-Identifier: Apache-2.0
#include "draw/explain/obstacles.hpp"

#include <algorithm>
#include <map>

#include "draw/check/envy.hpp"
#include "draw/check/rules.hpp"

namespace ankao::draw::checking {
namespace {

class Search {
public:
  Search(const Sittings& sittings, const History& history, int batch, int site)
      : sittings_(sittings)
      , facts_(sittings.facts())
      , history_(history)
      , number_(batch)
      , batch_(sittings.instance().batches[at(batch)])
      , site_(site) {
    for (const Visit& visit : sittings.visits(batch_.institution))
      if (visit.batch != batch) other_visits_.push_back(visit);
    for (const Sitting& sitting : sittings.all()) note(sitting);
  }

  Obstacles run() {
    for (const int room : sittings_.instance().sites[at(site_)].rooms) {
      if (!sittings_.instance().rooms[at(room)].seats.contains(batch_.subject)) continue;
      for (const Opening& opening : sittings_.instance().rooms[at(room)].open)
        for (const int slot : opening.slots) look(room, facts_.time(opening.date, slot));
    }
    for (const auto& [rule, count] : barred_) out_.rules.push_back("R" + std::to_string(rule));
    std::stable_sort(out_.rules.begin(), out_.rules.end(), [&](const std::string& a, const std::string& b) { return times(a) > times(b); });
    return out_;
  }

private:
  static constexpr int k_seats = 2, k_room = 3, k_open = 4, k_ready = 5, k_repeat = 6, k_visits = 7, k_quota = 8, k_body = 10;

  int times(const std::string& rule) const { return barred_.at(std::stoi(rule.substr(1))); }

  /// Counts the sessions that stand without the batch.
  void note(const Sitting& sitting) {
    const bool stands =
        std::any_of(sitting.shares.begin(), sitting.shares.end(), [&](const Share& share) { return share.batch != number_; });
    if (!stands) return;
    ++in_slot_[sitting.time];
    if (sitting.subject == batch_.subject) ++of_subject_;
    if (sitting.site == site_) here_[{sitting.room, sitting.time}].push_back(&sitting);
  }

  void look(int room, int time) {
    ++out_.openings;
    std::set<int> rules = rules_of_time(room, time);
    rules.merge(rules_of_visits(time));
    const Sitting* same = nullptr;
    for (const Sitting* sitting : here_[{room, time}])
      if (sitting->subject == batch_.subject) same = sitting;
    if (same == nullptr) rules.merge(rules_of_new_session(room, time));
    const bool free = rules.empty() && seats_free(room, time, same);
    if (rules.empty() && !free) rules = rules_of_seats(room, time, same);
    for (const int rule : rules) ++barred_[rule];
    if (free) ++out_.open_to_it;
    if (same != nullptr) name_holders(*same, free, !rules.empty());
  }

  std::set<int> rules_of_time(int room, int time) const {
    std::set<int> rules;
    if (!open_for(facts_, batch_.institution, room, time)) rules.insert(k_open);
    if (!ready(sittings_.instance(), batch_, facts_.day(time))) rules.insert(k_ready);
    for (const int other : sittings_.class_at(batch_.class_id, time))
      if (other != number_) rules.insert(k_body);
    return rules;
  }

  std::set<int> rules_of_visits(int time) const {
    std::set<int> rules;
    if (!facts_.of(number_).counts) return rules;
    auto visits = other_visits_;
    visits.push_back({number_, site_, batch_.subject, time});
    const auto most = sittings_.instance().policy.max_sites_per_institution_slot;
    if (most && static_cast<std::int64_t>(History::sites_at(time, visits).size()) > *most) rules.insert(k_quota);
    if (history_.visits_of_year(batch_.institution, site_, batch_.subject, visits) >
        history_.visit_limit(batch_.institution, site_, batch_.subject))
      rules.insert(k_visits);
    if (!history_.repeats(batch_.institution, visits).empty()) rules.insert(k_repeat);
    return rules;
  }

  std::set<int> rules_of_new_session(int room, int time) const {
    std::set<int> rules;
    const Instance& in = sittings_.instance();
    const auto together = here_.find({room, time});
    if (in.rooms[at(room)].exclusive && together != here_.end() && !together->second.empty()) rules.insert(k_room);
    const auto most = in.subjects[at(batch_.subject)].max_sessions;
    if (most && of_subject_ + 1 > *most) rules.insert(k_quota);
    const auto in_slot = in_slot_.find(time);
    const auto most_in_slot = in.policy.max_sessions_per_slot;
    if (most_in_slot && (in_slot == in_slot_.end() ? 0 : in_slot->second) + 1 > *most_in_slot) rules.insert(k_quota);
    return rules;
  }

  std::int64_t least(int seats) const { return std::max<std::int64_t>(1, least_share(sittings_.instance(), batch_, seats)); }

  std::int64_t free_seats(int room, int time, const Sitting* same) const {
    const Room& place = sittings_.instance().rooms[at(room)];
    return std::min<std::int64_t>(place.seats.at(batch_.subject) - held(same), place.capacity - taken_by_others(room, time));
  }

  bool seats_free(int room, int time, const Sitting* same) const {
    return free_seats(room, time, same) >= least(sittings_.instance().rooms[at(room)].seats.at(batch_.subject));
  }

  /// There are not enough seats: R2 where other subjects hold them; nothing where batches of its own subject do, who are then named.
  std::set<int> rules_of_seats(int room, int time, const Sitting* same) const {
    const std::int64_t need = least(sittings_.instance().rooms[at(room)].seats.at(batch_.subject));
    return free_seats(room, time, same) + held(same) < need ? std::set<int>{k_seats} : std::set<int>{};
  }

  /// Seats that others of its subject hold in the session.
  std::int64_t held(const Sitting* same) const {
    std::int64_t sum = 0;
    if (same != nullptr)
      for (const Share& share : same->shares)
        if (share.batch != number_) sum += share.candidates;
    return sum;
  }

  std::int64_t taken_by_others(int room, int time) const {
    std::int64_t own = 0;
    for (const int number : sittings_.of(number_))
      if (const Sitting& s = sittings_.all()[at(number)]; s.room == room && s.time == time) own += s.held_by(number_);
    return sittings_.taken(room, time) - own;
  }

  /// Earlier batches stand in the way only where no rule does; a batch behind is envied, or holds what is not this batch's due.
  void name_holders(const Sitting& same, bool free, bool barred) {
    const auto envied_here = envied_at(sittings_, history_, number_, same);
    for (const Share& share : same.shares) {
      const int other = facts_.of(share.batch).queue_place, own = facts_.of(number_).queue_place;
      if (sittings_.instance().batches[at(share.batch)].subject != batch_.subject) continue;
      if (other < own && !barred && !free) out_.earlier.insert(other);
      if (other > own && envied_here.contains(other)) out_.envied.insert(other);
      if (other > own && !envied_here.contains(other) && !free) out_.later.insert(other);
    }
  }

  const Sittings& sittings_;
  const Facts& facts_;
  const History& history_;
  int number_;
  const Batch& batch_;
  int site_;
  std::vector<Visit> other_visits_;
  std::map<std::pair<int, int>, std::vector<const Sitting*>> here_; ///< (room, time) of the site
  std::map<int, int> in_slot_;
  int of_subject_ = 0;
  std::map<int, int> barred_; ///< rule -> openings
  Obstacles out_;
};

} // namespace

Obstacles obstacles(const Sittings& sittings, const History& history, int batch, int site) {
  return Search(sittings, history, batch, site).run();
}

} // namespace ankao::draw::checking
