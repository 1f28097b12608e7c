// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/refine.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "draw/engine/steps.hpp"
#include "draw/rules/judge.hpp"

namespace ankao::draw {
namespace {

constexpr std::int64_t k_most = std::int64_t{1} << 62;
/// A trial is not counted to the end when it would have to take away more pairs than this.
constexpr std::int64_t k_hope = 16;
/// So often those who came to envy somebody are helped before a trial is judged, which meanwhile may cost so many units more.
constexpr int k_repairs = 16;
constexpr int k_repair_loan = 200;
/// So many slots of a site are looked at for a share.
constexpr int k_looks = 48;
/// Level U alone: it weighs so much; the heat begins at this part of level U, but not below the least, and is halved so often.
constexpr int k_seats_weight = 20, k_seats_heat = 32, k_seats_least = 20'000, k_seats_halvings = 12;
/// So many hundredths of the work that is left go to it, and as much to what is won back after it.
constexpr int k_seats_part = 45;
/// What a candidate who finds no seat with the rest of the batch costs then, in units.
constexpr int k_torn = 8;

} // namespace

const std::vector<Refine::Aim>& Refine::aims() {
  static const std::vector<Aim> aims{
      //  locked left_out unplaced exceptions beyond envy vacant hot cold part
      {0, 600, 20, 8000, 60, 40, 2, 160, 16, 32},
      {3, 0, 0, 0, 0, 100, 1, 256, 64, 26},
      {4, 0, 0, 0, 0, 0, 16, 256, 32, 32},
      {5, 0, 0, 0, 0, 0, 0, 64, 4, 10},
  };
  return aims;
}

Refine::Refine(const Field& field, std::uint64_t start)
    : f_(field)
    , roster_(field)
    , chance_(start) {
  slots_.resize(static_cast<std::size_t>(f_.compact.pair_count));
  for (int t = 0; t < f_.times; ++t)
    for (int u = 0; u < count_of(f_.uses); ++u)
      if (f_.open_at(at(f_.uses, u).room, t)) at(slots_, at(f_.uses, u).pair).push_back(roster_.slot(t, u));
  mates_.resize(static_cast<std::size_t>(f_.institutions));
  std::vector<std::int64_t> missing(static_cast<std::size_t>(f_.subjects), 0);
  for (int p = 0; p < f_.capacity; ++p) {
    if (at(f_.batch_of, p) < 0) continue;
    const int number = at(f_.batch_of, p), subject = at(f_.subject_of, at(f_.parties, p).subject);
    bool ever = false;
    for (int n = 0; n < at(f_.compact.batches, number).order && !ever; ++n)
      for (int s : at(slots_, f_.compact.pair(subject, f_.compact.order_site(number, n)))) ever = ever || has(f_.ready_at(roster_.time_of(s)), p);
    if (ever) {
      at(mates_, at(f_.parties, p).institution).push_back(p);
      batches_.push_back(p);
    } else {
      at(missing, at(f_.parties, p).subject) += std::int64_t{at(f_.parties, p).weight} * at(f_.parties, p).candidates;
    }
  }
  for (int j = 0; j < f_.subjects; ++j) hopeless_ += shortage(at(f_.rarity, j), at(missing, j), at(f_.total_weight, j));
}

void Refine::run(const Seating& plan, std::int64_t work_limit, bool afresh, const Told& told) {
  roster_.load(plan);
  roster_.mark();
  current_ = roster_.score();
  current_.envy = roster_.kept_envy();
  best_ = current_;
  if (batches_.empty()) return;
  std::int64_t candidates = 1;
  for (const CompactBatch& b : f_.compact.batches) candidates += b.candidates;
  unit_ = std::max<std::int64_t>(1, std::min(current_.quality, k_most / 1024) / candidates);
  int parts = 0;
  for (const Aim& aim : aims()) parts += aim.part;
  for (const Aim& aim : aims()) {
    const int part = std::exchange(parts, parts - aim.part);
    if (!worth(aim)) continue;
    work_on(aim, roster_.work() + std::max<std::int64_t>(0, work_limit - roster_.work()) / part * aim.part, told);
    if (aim.locked == 0 && afresh && best_.unplaced > hopeless_) work_on_seats(aim, work_limit, told);
  }
}

/// Seats are too few, or subjects stand in each other's way in the same rooms: level U lies in deep hollows then, out of which only a
/// heat of its own size leads. What it costs in the levels below is won back by the first aim.
void Refine::work_on_seats(const Aim& after, std::int64_t work_limit, const Told& told) {
  const std::int64_t part = std::max<std::int64_t>(0, work_limit - roster_.work()) / 100 * k_seats_part;
  work_on({.unplaced = k_seats_weight, .exceptions = after.exceptions, .beyond = after.beyond, .vacant = after.vacant, .seats_alone = true}, roster_.work() + part, told);
  if (worth(after)) work_on(after, roster_.work() + part, told);
}

std::int64_t Refine::work() const { return roster_.work(); }

/// There is something to gain in the levels of the aim that the next one does not work on.
bool Refine::worth(const Aim& aim) const {
  if (aim.seats_alone) return best_.unplaced > hopeless_;
  if (aim.locked == 0) return best_.unplaced > hopeless_ || best_.exceptions + best_.beyond_offer > 0;
  if (aim.locked == 3) return best_.envy > 0;
  return aim.locked != 4 || best_.vacant > 0;
}

void Refine::work_on(const Aim& aim, std::int64_t work_limit, const Told& told) {
  back_to_best();
  aim_ = aim;
  now_ = energy(current_);
  shortage_ = best_.unplaced;
  const std::int64_t begun = roster_.work(), whole = std::max<std::int64_t>(1, (work_limit - begun) / 1024);
  while (roster_.work() < work_limit) {
    if (trials_ % 64 == 0) {
      if (!worth(aim)) return;
      set_heat((work_limit - roster_.work()) / whole);
    }
    trial();
    if (told && trials_ % 1024 == 0) told(work(), best_);
  }
}

/// `rest`: of the stretch, in 1,024 parts.
void Refine::set_heat(std::int64_t rest) {
  if (!aim_.seats_alone) {
    heat_ = static_cast<std::int64_t>(Wide{unit_} * ((Wide{aim_.hot - aim_.cold} * rest * rest >> 20) + aim_.cold) / 16);
    return;
  }
  const std::int64_t halvings = (1024 - std::min<std::int64_t>(rest, 1024)) * k_seats_halvings;
  const Wide hot = Wide{unit_} * k_seats_weight * std::max<std::int64_t>(k_seats_least, shortage_ / k_seats_heat);
  const Wide heat = std::min(hot, Wide{k_most}) >> (halvings >> 10);
  heat_ = static_cast<std::int64_t>(heat - heat * (halvings & 1023) / 2048);
}

bool Refine::above_best(const Score& s, int levels) const {
  const std::array<std::int64_t, 5> mine{s.unplaced, s.exceptions, s.beyond_offer, s.envy, s.vacant};
  const std::array<std::int64_t, 5> bests{best_.unplaced, best_.exceptions, best_.beyond_offer, best_.envy, best_.vacant};
  return std::lexicographical_compare(bests.begin(), bests.begin() + levels, mine.begin(), mine.begin() + levels);
}

Wide Refine::energy(const Score& s) const {
  const Wide sum = Wide{roster_.missing()} * aim_.left_out + Wide{s.unplaced} * aim_.unplaced + Wide{s.exceptions} * aim_.exceptions +
                   Wide{s.beyond_offer} * aim_.beyond + Wide{s.envy} * aim_.envy + Wide{s.vacant} * aim_.vacant;
  return sum * unit_ + s.quality;
}

void Refine::trial() {
  ++trials_;
  roster_.begin();
  roster_.spend(Charge::trial);
  loose_.clear();
  first_loose_ = 0;
  const auto kept = [&] {
    if (!ruin()) return false;
    recreate();
    const Wide most = now_ + (Wide{heat_} * k_steps[static_cast<std::size_t>(chance_.below(256))] >> 16);
    for (int repairs = aim_.locked < 3 ? 0 : k_repairs;; --repairs) {
      if (!roster_.changed() || !roster_.sound()) return false;
      Score score = roster_.score();
      score.envy = std::max<std::int64_t>(0, current_.envy - k_hope);
      if (energy(score) > most + (repairs > 0 ? Wide{unit_} * k_repair_loan : 0) || (aim_.locked > 0 && above_best(score, std::min(3, aim_.locked)))) return false;
      score.envy = roster_.envy();
      if (energy(score) <= most && !above_best(score, aim_.locked)) {
        current_ = score;
        return true;
      }
      if (repairs == 0 || score.envy > current_.envy + k_hope || !repair()) return false;
    }
  };
  if (!kept()) {
    roster_.drop();
    return;
  }
  roster_.keep();
  now_ = energy(current_);
  for (const Roster::Step& step : roster_.steps()) {
    look_at_batch(step.batch);
    look_at_room(step.slot);
  }
  roster_.each_saved([&](int batch) { look_at_batch(batch); });
  if (current_ < best_) {
    best_ = current_;
    roster_.mark();
  }
}

/// The first of those who came to envy somebody goes where it wishes to be, and whoever has to leave for it is seated anew.
bool Refine::repair() {
  int batch = -1;
  for (int a : roster_.recounted())
    if (!roster_.wishes(a).empty() && (batch < 0 || a < batch)) batch = a;
  if (batch < 0) return false;
  const auto& wishes = roster_.wishes(batch);
  const int s = *std::min_element(wishes.begin(), wishes.end());
  loose_.clear();
  first_loose_ = 0;
  take_latest(batch);
  while (roster_.share_at(batch, s) == 0) {
    const int other = roster_.session(s).last;
    if (other <= batch) return false;
    loosen(other);
    roster_.take(other, s);
  }
  if (!roster_.fits(batch, s, false)) return false;
  roster_.put(batch, s, roster_.share_at(batch, s));
  if (roster_.left(batch) > 0) loosen(batch);
  std::sort(loose_.begin(), loose_.end());
  for (std::size_t i = 0; i < loose_.size(); ++i) place(loose_[i]);
  return true;
}

void Refine::back_to_best() {
  roster_.back_to_mark();
  current_ = best_;
  list_spots();
}

Seating Refine::best_seating() {
  back_to_best();
  return roster_.seating();
}

/// All three anew.
void Refine::list_spots() {
  lacking_.resize(f_.capacity);
  envious_.resize(f_.capacity);
  vacant_.resize(roster_.slot(f_.times, 0));
  for (int p : batches_) {
    look_at_batch(p);
    for (const Roster::Stay& stay : roster_.stays(p)) look_at_room(stay.slot);
  }
}

void Refine::look_at_batch(int p) {
  envious_.set(p, !roster_.wishes(p).empty());
  const auto& stays = roster_.stays(p);
  lacking_.set(p, roster_.left(p) > 0 || std::any_of(stays.begin(), stays.end(), [&](const Roster::Stay& stay) { return !has(f_.offer(p), at(f_.uses, roster_.use_of(stay.slot)).site); }));
}

/// What is vacant in a room depends on all that is there.
void Refine::look_at_room(int slot) {
  for (int u : at(f_.uses_of_room, at(f_.uses, roster_.use_of(slot)).room)) {
    const int s = roster_.slot(roster_.time_of(slot), u);
    vacant_.set(s, roster_.session(s).used > 0 && roster_.vacancy(s, 0) > 0);
  }
}

void Refine::recreate() {
  const auto rest = loose_.begin() + static_cast<std::ptrdiff_t>(std::min(first_loose_, loose_.size()));
  if (chance_.below(2) == 0) {
    std::sort(rest, loose_.end());
  } else {
    for (int i = static_cast<int>(loose_.end() - rest) - 1; i > 0; --i) std::swap(rest[i], rest[chance_.below(i + 1)]);
  }
  for (std::size_t i = 0; i < loose_.size(); ++i) place(loose_[i]);
}

void Refine::place(int batch) {
  const CompactBatch& b = at(f_.compact.batches, at(f_.batch_of, batch));
  while (roster_.left(batch) > 0)
    if (!place_within(batch, 0, b.offer)) break;
  if (aim_.locked >= 3 || current_.unplaced + current_.exceptions + current_.beyond_offer == 0) return;
  while (roster_.left(batch) > 0)
    if (!place_within(batch, b.offer, b.order)) break;
  if (aim_.seats_alone || chance_.below(4) != 0) return;
  while (roster_.left(batch) > 0)
    if (!place_within(batch, 0, b.order, true)) break;
}

/// At the cheapest of the sites with these places in the drawn order.
bool Refine::place_within(int batch, int from, int to, bool excused) {
  const int number = at(f_.batch_of, batch);
  const int subject = at(f_.compact.batches, number).subject;
  int best = -1, best_share = 0;
  Wide best_cost = 0;
  int looks = 0;
  const int envy = aim_.locked > 3 ? 100 : aim_.envy;
  const Word* ready = f_.ready_times(batch);
  // A batch may be cut so that its rest finds no seat, with or without leaving what another needs at least.
  const bool torn = aim_.seats_alone && chance_.below(4) != 0;
  const int spared = torn && chance_.below(2) == 0 ? at(f_.least_fragment, at(f_.parties, batch).subject) : 0;
  roster_.begin_envies(batch);
  for (int n = from; n < to; ++n) {
    const auto& slots = at(slots_, f_.compact.pair(subject, f_.compact.order_site(number, n)));
    const int count = count_of(slots), look = std::min(count, k_looks);
    int i = count <= k_looks ? 0 : chance_.below(count);
    looks += look;
    for (int k = 0; k < look; ++k) {
      const int s = at(slots, i);
      if (++i == count) i = 0;
      if (!has(ready, roster_.time_of(s))) continue;
      const int share = torn ? roster_.most_at(batch, s, spared) : roster_.share_at(batch, s);
      if (share == 0) continue;
      Wide price = cost(batch, s, share);
      if (best >= 0 && price >= best_cost) continue;
      if (envy > 0) price += Wide{unit_} * envy * roster_.envies_before(roster_.time_of(s));
      if ((best >= 0 && price >= best_cost) || chance_.below(8) == 0 || !roster_.fits(batch, s, excused)) continue;
      if (envy > 0) price += Wide{unit_} * envy * roster_.envied_by(batch, s, share);
      if (best >= 0 && price >= best_cost) continue;
      best = s;
      best_share = share;
      best_cost = price;
    }
  }
  roster_.spend(std::int64_t{Charge::look} * looks);
  if (best < 0) return false;
  roster_.put(batch, best, best_share);
  return true;
}

/// What seating the share there adds to the energy, for as many as there are left.
Wide Refine::cost(int batch, int slot, int share) const {
  const int use = roster_.use_of(slot), time = roster_.time_of(slot), left = roster_.left(batch);
  const Weights& w = f_.compact.model.instance.policy.weights;
  Wide sum = Wide{left} * (f_.waiting[Field::index(batch, f_.times, time)] + f_.distance[f_.at_site(batch, at(f_.uses, use).site)]);
  sum += Wide{roster_.vacancy_step(slot, share)} * unit_ * std::max(aim_.vacant, 1);
  const bool regular = at(f_.parties, batch).regular;
  if (roster_.empty(slot)) {
    sum += roster_.imbalance_step(use);
    if (!regular) sum += w.retake_alone;
  } else if (regular && roster_.session(slot).regulars == 0) {
    sum -= w.retake_alone;
  }
  if (share < left) sum += Wide{w.split} * 2;
  if (aim_.seats_alone) sum += Wide{left - share} * unit_ * k_torn;
  return sum;
}

} // namespace ankao::draw
