// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/redraw.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "base/ensure.hpp"
#include "draw/engine/chance.hpp"
#include "draw/engine/output.hpp"
#include "draw/engine/redraw_chain.hpp"

namespace ankao::draw {
namespace {

constexpr std::uint64_t k_start = 0xD1B54A32D192ED03ULL;
/// Part of the redraw's version: with more trials the plan may be another one.
constexpr int k_trials = 400;

template <class Things>
std::map<std::string, int> places(const Things& things) {
  std::map<std::string, int> out;
  for (int i = 0; i < count_of(things); ++i) out[at(things, i).id] = i;
  return out;
}

Seating to_seating(const Instance& instance, const Plan& plan) {
  const auto rooms = places(instance.rooms), subjects = places(instance.subjects), batches = places(instance.batches);
  std::map<std::string, int> times;
  for (const Date date : instance.calendar.dates)
    for (const std::string& slot : instance.calendar.slots) times.emplace(to_string(date) + " " + slot, count_of(times));
  Seating seating;
  for (const Session& session : plan.sessions) {
    Sitting s{rooms.at(session.room), times.at(session.date + " " + session.slot), subjects.at(session.subject), {}};
    for (const Seats& seats : session.seats) s.seats.push_back({batches.at(seats.batch), seats.candidates});
    seating.push_back(std::move(s));
  }
  return seating;
}

struct Draft {
  std::vector<Stand> placed;
  std::int64_t moved = 0;
  Verdict verdict;
};

bool goes_before(const Draft& a, const Draft& b) { return a.moved != b.moved ? a.moved < b.moved : better(a.verdict, b.verdict); }

class Redraw {
public:
  Redraw(const Model& model, const Seating& before, int first)
      : model_(model)
      , before_(stands_of(before))
      , chance_(k_start) {
    remains_.owed.assign(model.batches.size(), 0);
    remains_.first = first;
    for (const Stand& stand : before_) {
      if (at(at(model.open, stand.room), stand.time) && at(at(model.batches, stand.batch).ready, stand.time) == Ready::Yes) {
        remains_.kept.push_back(stand);
      } else {
        at(remains_.owed, stand.batch) += stand.candidates;
      }
    }
  }

  /// Nothing when the rules cannot be kept.
  std::optional<Seating> run() {
    for (int i = 0; i < count_of(model_.instance.institutions); ++i) mend_chain(model_, remains_, i);
    std::vector<int> moving;
    owed_ = remains_.owed;
    for (const Stand& stand : remains_.placed) at(owed_, stand.batch) += stand.candidates;
    for (int batch : model_.line)
      if (at(owed_, batch) > 0) moving.push_back(batch);
    Draft best = draft(remains_.placed, moving, false);
    if (!best.verdict.lawful()) return std::nullopt;
    for (int i = 0; i < k_trials && !moving.empty(); ++i) {
      Draft next = varied(best, moving);
      if (next.verdict.lawful() && !goes_before(best, next)) best = std::move(next);
    }
    return board_of(model_, remains_.kept, best.placed).seating();
  }

private:
  /// One, two or three batches give back what they got and look again.
  Draft varied(const Draft& from, const std::vector<int>& moving) {
    std::vector<int> group;
    for (int n = 1 + chance_.below(3); n > 0; --n) {
      const int batch = at(moving, chance_.below(count_of(moving)));
      if (std::find(group.begin(), group.end(), batch) == group.end()) group.push_back(batch);
    }
    std::vector<Stand> placed = from.placed;
    std::erase_if(placed, [&](const Stand& stand) { return std::find(group.begin(), group.end(), stand.batch) != group.end(); });
    for (int batch : moving) // whoever has no seat yet comes last
      if (std::find(group.begin(), group.end(), batch) == group.end()) group.push_back(batch);
    return draft(std::move(placed), group, true);
  }

  Draft draft(std::vector<Stand> placed, const std::vector<int>& line, bool by_chance) {
    Draft out{std::move(placed), 0, {}};
    Board board = board_of(model_, remains_.kept, out.placed);
    std::vector<int> owed = owed_;
    for (const Stand& stand : out.placed) at(owed, stand.batch) -= stand.candidates;
    for (const Barriers allowed : {Barriers{0}, barrier(7)})
      for (int batch : line)
        while (at(owed, batch) > 0) {
          const auto stand = next_place(board, batch, at(owed, batch), allowed, by_chance);
          if (!stand) break;
          board.seat(batch, stand->room, stand->time, stand->candidates);
          at(owed, batch) -= stand->candidates;
          out.placed.push_back(*stand);
        }
    const Seating seating = board.seating();
    out.moved = moved(seating);
    out.verdict = judge(model_, seating);
    return out;
  }

  /// The best place the batch may take: in its offer, for all who look for one, early, near; or any place by chance.
  std::optional<Stand> next_place(const Board& board, int batch, int owed, Barriers allowed, bool by_chance) {
    using Worth = std::tuple<bool, bool, int, int, int>;
    std::vector<std::pair<Worth, Stand>> found;
    const BatchFacts& facts = at(model_.batches, batch);
    for (int place = 0; place < count_of(facts.order); ++place)
      for (int room : at(model_.instance.sites, at(facts.order, place).site).rooms) {
        if (model_.seats(room, at(model_.instance.batches, batch).subject) == 0) continue;
        for (int t = remains_.first; t < model_.times; ++t) {
          const int share = fitting(board, batch, room, t, owed, allowed);
          if (share > 0) found.push_back({{place >= facts.offer, share < owed, t, place, room}, {batch, room, t, share}});
        }
      }
    if (found.empty()) return std::nullopt;
    if (by_chance && chance_.below(3) != 0) return at(found, chance_.below(count_of(found))).second;
    return std::min_element(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; })->second;
  }

  /// As many as fit, so that R9 holds for them and can hold for the rest; 0 = nobody.
  int fitting(const Board& board, int batch, int room, int t, int owed, Barriers allowed) const {
    if (!at(at(model_.open, room), t)) return 0;
    const int most = std::min(owed, board.free_seats(batch, room, t));
    const int need = model_.smallest_share(batch, room), rest = owed - most;
    for (int share : {rest > 0 && rest < need ? most - (need - rest) : most, most})
      if (share > 0 && (board.barriers(batch, room, t, share) & ~allowed) == 0) return share;
    return 0;
  }

  std::int64_t moved(const Seating& seating) const {
    std::map<std::tuple<int, int, int>, int> now;
    for (const Stand& s : stands_of(seating)) now[{s.batch, s.room, s.time}] += s.candidates;
    std::int64_t count = 0;
    for (const Stand& s : before_) {
      const auto found = now.find({s.batch, s.room, s.time});
      count += std::max(0, s.candidates - (found == now.end() ? 0 : found->second));
    }
    return count;
  }

  const Model& model_;
  std::vector<Stand> before_;
  Remains remains_;
  std::vector<int> owed_; ///< of those who move, before any of them is placed
  Sequence chance_;
};

} // namespace

namespace {

/// The first time of the day or after it.
int first_from(const Model& model, Date day) {
  int t = 0;
  while (t < model.times && model.date_of(t) < day) ++t;
  return t;
}

std::optional<Plan> redrawn(const Instance& after, const Digest& digest, const Plan& plan, const Seed& seed, std::optional<Date> not_before) {
  const auto old_seed = digest_from_hex(plan.seed);
  ensure(old_seed.has_value(), "the plan's seed is 64 hexadecimal digits");
  const Seating before = to_seating(after, plan);
  const Model as_drawn(after, *old_seed);
  if (judge(as_drawn, before).lawful()) // nobody is hit: nothing for chance to decide
    return plan.instance_sm3 == to_hex(digest) ? plan : to_plan(as_drawn, before, digest, *old_seed, plan.engine);
  const Model model(after, seed);
  const auto seating = Redraw(model, before, not_before ? first_from(model, *not_before) : 0).run();
  if (!seating) return std::nullopt;
  return to_plan(model, *seating, digest, seed, redraw_name());
}

} // namespace

const char* redraw_name() { return "ankao-redraw 1"; }

Plan redraw(const Instance& after, const Digest& digest, const Plan& plan, const Seed& seed) {
  auto now = redrawn(after, digest, plan, seed, std::nullopt);
  ensure(now.has_value(), "what stays after a loss is not lawful");
  return std::move(*now);
}

Result<Plan> redraw(const Instance& after, const Digest& digest, const Plan& plan, const Seed& seed, Date not_before) {
  auto now = redrawn(after, digest, plan, seed, not_before);
  if (!now) return problem("draw.redraw_blocked", {{"date", to_string(not_before)}});
  return std::move(*now);
}

} // namespace ankao::draw
