// SPDX-License-Identifier: Apache-2.0
#include "draw/study/changes.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <tuple>

#include "draw/engine/board.hpp"
#include "draw/rules/judge.hpp"

namespace ankao::draw {
namespace {

constexpr std::array k_relaxed{6, 7, 8, 9, 10};

/// Places the batch's rest on the board wherever nothing but `allowed` stands in the way, along its drawn order; how many sat down.
int place_rest(const Model& model, Board& board, int batch, Barriers allowed) {
  const int before = board.left(batch), subject = at(model.instance.batches, batch).subject;
  for (const DrawnSite& drawn : at(model.batches, batch).order)
    for (int room : at(model.instance.sites, drawn.site).rooms)
      for (int t = 0; model.seats(room, subject) > 0 && t < model.times && board.left(batch) > 0; ++t)
        for (int share : {board.fitting_share(batch, room, t), std::min(board.left(batch), board.free_seats(batch, room, t))}) {
          if (share <= 0 || (board.barriers(batch, room, t, share) & ~allowed) != 0) continue;
          board.seat(batch, room, t, share);
          break;
        }
  return before - board.left(batch);
}

/// What the evaluator finds is nothing, or the one rule that was left aside.
bool only_breaks(const Verdict& verdict, int rule) {
  return std::all_of(verdict.faults.begin(), verdict.faults.end(), [&](const Fault& fault) { return rule != 0 && fault.rule == rule; });
}

class Seeker {
public:
  /// `placed`: seats of the batch that were thought away, so that it may sit anew as a whole.
  Seeker(const Model& model, const Seating& seating, const Seed& seed, int batch, int most, int placed)
      : model_(model)
      , seating_(seating)
      , seed_(seed)
      , batch_(batch)
      , most_(most)
      , subject_(at(model.instance.batches, batch).subject)
      , board_(model, seating)
      , rest_(board_.left(batch))
      , placed_(placed) {}

  std::vector<Change> run() {
    if (rest_ <= 0) return {};
    std::vector<Change> out;
    for (const auto& wishes : {more_seats(), openings(), rules()})
      for (const Change& one : proven(wishes)) out.push_back(one);
    return out;
  }

private:
  template <class Visit>
  void each_place(const Visit& visit) const {
    for (const DrawnSite& drawn : at(model_.batches, batch_).order)
      for (int room : at(model_.instance.sites, drawn.site).rooms)
        for (int t = 0; model_.seats(room, subject_) > 0 && t < model_.times; ++t) visit(room, t);
  }

  /// For every room the fewest seats more with which the rest finds a place in one session.
  std::vector<Change> more_seats() const {
    std::map<int, Change> best;
    each_place([&](int room, int t) {
      const int missing = rest_ - board_.free_seats(batch_, room, t);
      if (missing <= 0 || (board_.barriers(batch_, room, t, rest_) & ~(barrier(2) | barrier(9))) != 0) return;
      if (const auto found = best.find(room); found == best.end() || missing < found->second.seats)
        best[room] = {Change::Kind::Seats, room, site_of(room), t, missing, 0, 0, 0};
    });
    std::vector<Change> out;
    for (const auto& [room, change] : best) out.push_back(change);
    std::stable_sort(out.begin(), out.end(), [&](const Change& a, const Change& b) { return std::tuple(a.seats, place(a)) < std::tuple(b.seats, place(b)); });
    return out;
  }

  /// For every site the earliest time at which a room of it is closed and only that bars the batch.
  std::vector<Change> openings() const {
    std::map<int, Change> best;
    each_place([&](int room, int t) {
      if (at(at(model_.open, room), t) || is_suspended(room, t)) return;
      const int share = board_.fitting_share(batch_, room, t);
      if (share <= 0 || board_.barriers(batch_, room, t, share) != barrier(4)) return;
      const Change change{Change::Kind::Opening, room, site_of(room), t, 0, 0, share, 0};
      const auto found = best.find(change.site);
      if (found == best.end() || std::tuple(-share, t) < std::tuple(-found->second.seated, found->second.time)) best[change.site] = change;
    });
    std::vector<Change> out;
    for (const auto& [site, change] : best) out.push_back(change);
    std::stable_sort(out.begin(), out.end(),
                     [&](const Change& a, const Change& b) { return std::tuple(-a.seated, place(a), a.time) < std::tuple(-b.seated, place(b), b.time); });
    return out;
  }

  /// For every rule the places where it alone stands in the way, the nearest first.
  std::vector<Change> rules() const {
    std::vector<Change> out;
    for (int rule : k_relaxed) {
      std::optional<Change> best;
      each_place([&](int room, int t) {
        const int share = rule == 9 ? std::min(rest_, board_.free_seats(batch_, room, t)) : board_.fitting_share(batch_, room, t);
        if (share <= 0 || board_.barriers(batch_, room, t, share) != barrier(rule)) return;
        if (!best || share > best->seated) best = Change{Change::Kind::Rule, room, site_of(room), t, 0, rule, share, 0};
      });
      if (best) out.push_back(*best);
    }
    return out;
  }

  std::vector<Change> proven(const std::vector<Change>& wishes) const {
    std::vector<Change> out;
    int tried = 0;
    for (const Change& wish : wishes) {
      if (count_of(out) == (wish.kind == Change::Kind::Rule ? count_of(k_relaxed) : most_) || ++tried > 4 * most_ + 5) break;
      if (auto seen = tried_out(wish)) out.push_back(*seen);
    }
    std::stable_sort(out.begin(), out.end(), [](const Change& a, const Change& b) { return a.still_unplaced < b.still_unplaced; });
    return out;
  }

  /// Nothing where the change does not help after all, or breaks something for somebody.
  std::optional<Change> tried_out(Change wish) const {
    const Instance instance = changed(model_.instance, wish, subject_);
    const Model model(instance, seed_);
    Board board(model, seating_);
    const Barriers allowed = wish.kind == Change::Kind::Rule ? barrier(wish.rule) : 0;
    const int share = wish.kind == Change::Kind::Rule && wish.rule == 9 ? std::min(rest_, board.free_seats(batch_, wish.room, wish.time)) : board.fitting_share(batch_, wish.room, wish.time);
    if (share <= 0 || (board.barriers(batch_, wish.room, wish.time, share) & ~allowed) != 0) return std::nullopt;
    board.seat(batch_, wish.room, wish.time, share);
    wish.seated = share + place_rest(model, board, batch_, allowed) - placed_;
    wish.still_unplaced = rest_ - placed_ - wish.seated;
    if (wish.seated <= 0 || !only_breaks(judge(model, board.seating()), wish.rule)) return std::nullopt;
    return wish;
  }

  bool is_suspended(int room, int t) const {
    const auto& ranges = at(model_.instance.sites, site_of(room)).suspended;
    return std::any_of(ranges.begin(), ranges.end(), [&](const DateRange& one) { return one.contains(model_.date_of(t)); });
  }
  int site_of(int room) const { return at(model_.instance.rooms, room).site; }
  int place(const Change& change) const { return at(at(model_.batches, batch_).place, change.site); }

  const Model& model_;
  const Seating& seating_;
  const Seed& seed_;
  int batch_, most_, subject_;
  Board board_;
  int rest_, placed_;
};

/// The plan without the batch.
Seating lifted(Seating seating, int batch) {
  for (Sitting& sitting : seating) std::erase_if(sitting.seats, [&](const Share& share) { return share.batch == batch; });
  std::erase_if(seating, [](const Sitting& sitting) { return sitting.seats.empty(); });
  return seating;
}

/// At one place: everybody who may stand in the way leaves, then whoever need not.
class Clearing {
public:
  Clearing(const Model& model, const Seating& seating, int batch, int room, int time)
      : model_(model)
      , seating_(seating)
      , batch_(batch)
      , room_(room)
      , time_(time) {}

  std::optional<Blocked> run() {
    collect();
    if (moved_.empty() || seated_without(moved_) <= 0) return std::nullopt;
    // Large shares are asked to stay first.
    std::sort(moved_.begin(), moved_.end(), [&](const Moved& a, const Moved& b) { return std::tuple(-a.who.candidates, a.who.batch) < std::tuple(-b.who.candidates, b.who.batch); });
    const int all = seated_without(moved_);
    for (std::size_t i = 0; i < moved_.size();) {
      auto fewer = moved_;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (seated_without(fewer) >= all)
        moved_ = std::move(fewer);
      else
        ++i;
    }
    Blocked out{room_, time_, all, {}};
    for (const Moved& one : moved_) out.blockers.push_back(one.who);
    return out.blockers.empty() ? std::nullopt : std::optional(out);
  }

private:
  struct Moved {
    int sitting = 0;
    Blocker who;
  };

  void collect() {
    const Batch& mine = at(model_.instance.batches, batch_);
    const BatchFacts& facts = at(model_.batches, batch_);
    const int site = at(model_.instance.rooms, room_).site;
    const auto neighbours = neighbour_times(mine.institution);
    for (int i = 0; i < count_of(seating_); ++i) {
      const Sitting& s = at(seating_, i);
      for (const Share& share : s.seats) {
        if (share.batch == batch_) continue;
        const Batch& other = at(model_.instance.batches, share.batch);
        const bool same_site = at(model_.instance.rooms, s.room).site == site;
        int rule = 0;
        if (s.room == room_ && s.time == time_)
          rule = s.subject == mine.subject ? 2 : 3;
        else if (s.time == time_ && at(model_.batches, share.batch).class_index == facts.class_index)
          rule = 10;
        else if (facts.chained && at(model_.batches, share.batch).chained && other.institution == mine.institution && same_site &&
                 std::find(neighbours.begin(), neighbours.end(), s.time) != neighbours.end())
          rule = 6;
        else if (facts.counts && at(model_.batches, share.batch).counts && other.institution == mine.institution && s.time == time_ && !same_site)
          rule = 8;
        if (rule != 0) moved_.push_back({i, {share.batch, share.candidates, rule}});
      }
    }
  }

  /// The institution's groups before and after the time.
  std::vector<int> neighbour_times(int institution) const {
    int before = -1, after = model_.times;
    for (const Sitting& s : seating_)
      for (const Share& share : s.seats)
        if (at(model_.instance.batches, share.batch).institution == institution && at(model_.batches, share.batch).chained && share.batch != batch_) {
          if (s.time < time_) before = std::max(before, s.time);
          if (s.time > time_) after = std::min(after, s.time);
        }
    return {before, after};
  }

  int seated_without(const std::vector<Moved>& moved) const {
    Seating rest = seating_;
    for (const Moved& one : moved) std::erase_if(at(rest, one.sitting).seats, [&](const Share& share) { return share.batch == one.who.batch; });
    std::erase_if(rest, [](const Sitting& s) { return s.seats.empty(); });
    const Board board(model_, rest);
    const int share = board.fitting_share(batch_, room_, time_);
    return share > 0 && board.barriers(batch_, room_, time_, share) == 0 ? share : 0;
  }

  const Model& model_;
  const Seating& seating_;
  int batch_, room_, time_;
  std::vector<Moved> moved_;
};

} // namespace

Instance changed(Instance instance, const Change& change, int subject) {
  if (change.kind == Change::Kind::Rule) return instance;
  Room& room = at(instance.rooms, change.room);
  if (change.kind == Change::Kind::Seats) {
    room.seats[subject] += change.seats;
    room.capacity += change.seats;
    return instance;
  }
  const int slots = std::max(1, count_of(instance.calendar.slots)), date = change.time / slots, slot = change.time % slots;
  auto day = std::find_if(room.open.begin(), room.open.end(), [&](const Opening& one) { return one.date >= date; });
  if (day == room.open.end() || day->date != date) day = room.open.insert(day, {date, {}});
  day->slots.insert(std::lower_bound(day->slots.begin(), day->slots.end(), slot), slot);
  return instance;
}

std::vector<Change> changes_for(const Model& model, const Seating& seating, const Seed& seed, int batch, int most) {
  const int left = Board(model, seating).left(batch), placed = at(model.instance.batches, batch).candidates - left;
  std::vector<Change> all = Seeker(model, seating, seed, batch, most, 0).run();
  if (left <= 0 || placed <= 0) return all;
  // A small rest may be no share of its own (R9): then the batch as a whole is placed anew.
  for (const Change& one : Seeker(model, lifted(seating, batch), seed, batch, most, placed).run()) {
    const bool known = std::any_of(all.begin(), all.end(), [&](const Change& other) { return other.kind == one.kind && other.rule == one.rule && other.room == one.room; });
    if (!known) all.push_back(one);
  }
  std::stable_sort(all.begin(), all.end(), [](const Change& a, const Change& b) { return std::tuple(a.kind, a.still_unplaced, a.seats) < std::tuple(b.kind, b.still_unplaced, b.seats); });
  std::map<Change::Kind, int> told;
  std::erase_if(all, [&](const Change& one) { return one.kind != Change::Kind::Rule && ++told[one.kind] > most; });
  return all;
}

std::vector<Blocked> blocked_places(const Model& model, const Seating& seating, int batch, int most) {
  const Board board(model, seating);
  if (board.left(batch) <= 0) return {};
  const int subject = at(model.instance.batches, batch).subject;
  constexpr Barriers k_people = barrier(2) | barrier(3) | barrier(6) | barrier(8) | barrier(9) | barrier(10);
  std::vector<std::tuple<int, int, int, int>> places; // number of rules, place in the order, time, room
  for (const DrawnSite& drawn : at(model.batches, batch).order)
    for (int room : at(model.instance.sites, drawn.site).rooms)
      for (int t = 0; model.seats(room, subject) > 0 && t < model.times; ++t) {
        const int share = std::min(board.left(batch), model.seats(room, subject));
        const Barriers found = board.barriers(batch, room, t, share);
        if (found != 0 && (found & ~k_people) == 0) places.emplace_back(std::popcount(found), at(at(model.batches, batch).place, drawn.site), t, room);
      }
  std::sort(places.begin(), places.end());
  if (places.size() > 24) places.resize(24);
  std::vector<Blocked> out;
  for (const auto& [rules, place, t, room] : places)
    if (const auto found = Clearing(model, seating, batch, room, t).run()) out.push_back(*found);
  const auto people = [](const Blocked& one) {
    int sum = 0;
    for (const Blocker& who : one.blockers) sum += who.candidates;
    return sum;
  };
  std::stable_sort(out.begin(), out.end(), [&](const Blocked& a, const Blocked& b) {
    return std::tuple(-a.seated, people(a), a.blockers.size()) < std::tuple(-b.seated, people(b), b.blockers.size());
  });
  if (count_of(out) > most) out.resize(static_cast<std::size_t>(most));
  return out;
}

} // namespace ankao::draw
