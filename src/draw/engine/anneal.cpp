// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/anneal.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "draw/engine/decoder.hpp"

namespace ankao::draw {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t k_most = std::int64_t{1} << 62;
/// A batch with fewer times left than this is seated in the draft even where seats stay vacant.
constexpr int k_few_times = 16;

/// log2(x) in units of 1/65536.
constexpr std::int64_t log2_of(std::uint64_t x) {
  int whole = 0;
  while ((x >> whole) > 1) ++whole;
  std::uint64_t m = x << (31 - whole);
  std::int64_t value = whole;
  for (int bit = 0; bit < 16; ++bit) {
    m = (m * m) >> 31;
    value *= 2;
    if (m >> 32 == 0) continue;
    m >>= 1;
    ++value;
  }
  return value;
}

/// -ln((i + 1/2) / 256) in units of 1/65536: what a step may cost at heat 1, by chance.
constexpr std::array<std::int64_t, 256> k_steps = [] {
  std::array<std::int64_t, 256> steps{};
  for (std::uint64_t i = 0; i < 256; ++i) steps[i] = (9 * 65536 - log2_of(2 * i + 1)) * 45426 / 65536;
  return steps;
}();

} // namespace

Anneal::Anneal(const Field& field, std::uint64_t start)
    : f_(field)
    , month_(field)
    , chance_(start) {
  for (int p = 0; p < f_.capacity; ++p)
    if (at(f_.batch_of, p) >= 0 && could_ever_sit(p)) batches_.push_back(p);
}

bool Anneal::could_ever_sit(int batch) const {
  const auto& uses = at(f_.uses_of_subject, at(f_.parties, batch).subject);
  return std::any_of(uses.begin(), uses.end(), [&](int u) {
    if (!has(f_.order(batch), at(f_.uses, u).site)) return false;
    for (int t = 0; t < f_.times; ++t)
      if (f_.open_at(at(f_.uses, u).room, t) && has(f_.ready_at(t), batch)) return true;
    return false;
  });
}

void Anneal::run(std::int64_t work_limit, const Told& told) {
  draft();
  set_scale();
  now_ = energy(current_);
  const int most_trials = std::numeric_limits<int>::max() / (4 * (f_.times + 1)); // the decoder's stamps stay below 2^31
  while (month_.work() < work_limit && trials_ < most_trials && !batches_.empty()) {
    if (trials_ % 64 == 0) cool(work_limit);
    trial();
    if (told && trials_ % 1024 == 0) told(month_.work(), best_);
  }
}

/// The first grid: at each time again and again the fullest session of the rarest subject.
void Anneal::draft() {
  Choices choices;
  choices.grid.resize(static_cast<std::size_t>(f_.times));
  choices.beyond.assign(static_cast<std::size_t>(f_.compact.batch_count), 0);
  choices.excused = choices.beyond;
  Decoder decoder(f_.compact, choices);
  Moment moment = decoder.start();
  Record record;
  month_.begin();
  for (int t = 0; t < f_.times; ++t)
    for (const Cell& cell : decoder.draft(t, k_few_times, moment, record))
      for (int u : at(f_.uses_of_room, cell.room))
        if (at(f_.uses, u).subject == at(f_.turn_of, cell.subject)) month_.open(t, u);
  month_.decode();
  current_ = month_.score();
  month_.keep();
  best_ = current_;
  at_best_ = true;
}

void Anneal::set_scale() {
  std::int64_t candidates = 1;
  for (const CompactBatch& b : f_.compact.batches) candidates += b.candidates;
  unit_ = std::max<std::int64_t>(1, std::min(current_.quality, k_most / 1024) / candidates);
}

std::int64_t Anneal::energy(const Score& s) const {
  const Wide sum = Wide{month_.missing()} * 150 + Wide{s.unplaced} * 10 + Wide{s.exceptions} * 2000 + Wide{s.beyond_offer} * 20 + Wide{s.envy} * 8 + Wide{s.vacant} * 4;
  return static_cast<std::int64_t>(std::min<Wide>(sum * unit_ + s.quality, k_most));
}

void Anneal::cool(std::int64_t work_limit) {
  late_ = month_.work() > work_limit / 2;
  const std::int64_t rest = std::max<std::int64_t>(0, work_limit - month_.work()) / std::max<std::int64_t>(1, work_limit / 1024);
  heat_ = unit_ / 8 + static_cast<std::int64_t>(Wide{unit_} * 12 * rest * rest * rest >> 30);
}

void Anneal::trial() {
  ++trials_;
  month_.begin();
  if (!propose() || !month_.edited()) {
    month_.drop();
    month_.spend(4);
    return;
  }
  month_.decode();
  Score score = month_.score();
  const auto step = static_cast<std::int64_t>(Wide{heat_} * k_steps[static_cast<std::size_t>(chance_.below(256))] >> 16);
  bool kept = energy(score) - now_ <= step;
  if (kept && month_.reserved() > 0) {
    score.envy = month_.envy();
    kept = energy(score) - now_ <= step;
  }
  if (!kept) {
    month_.drop();
    return;
  }
  const std::int64_t next = energy(score);
  if (best_ < score) secure_best();
  month_.keep();
  now_ = next;
  current_ = score;
  lacking_known_ = vacant_known_ = false;
  if (current_ < best_) {
    best_ = current_;
    at_best_ = true;
  }
}

/// The month is about to leave the best one: its cells and flags before the trial's edits.
void Anneal::secure_best() {
  if (!at_best_) return;
  best_decided_ = month_.before();
  at_best_ = false;
}

void Anneal::back_to_best() {
  if (at_best_) return;
  month_.begin();
  month_.become(best_decided_);
  month_.decode();
  current_ = month_.score();
  current_.envy = month_.envy();
  now_ = energy(current_);
  month_.keep();
  lacking_known_ = vacant_known_ = false;
  at_best_ = true;
}

Seating Anneal::best_seating() {
  back_to_best();
  return month_.seating();
}

bool Anneal::propose() {
  if ((current_.unplaced > 0 || current_.beyond_offer > 0) && chance_.below(3) == 0 && propose_for_left()) return true;
  if ((month_.reserved() > 0 || current_.beyond_offer > 0 || current_.exceptions > 0) && chance_.below(8) == 0 && propose_plainer()) return true;
  const int kind = chance_.below(100);
  if (kind < 20) return propose_fuller();
  if (kind < 45) return propose_earlier();
  if (kind < 75) return propose_move();
  if (kind < 85) return propose_times();
  if (kind < 93) return propose_rooms();
  return propose_subject();
}

/// Some session, each of a time alike.
bool Anneal::pick(Spot& spot) {
  for (int tries = 0; tries < 8; ++tries) {
    const int t = chance_.below(f_.times);
    int count = 0;
    for (int j = 0; j < f_.subjects; ++j) count += count_of(month_.cells(t, j));
    if (count == 0) continue;
    int n = chance_.below(count);
    for (int j = 0; j < f_.subjects; ++j) {
      const auto& cells = month_.cells(t, j);
      if (n < count_of(cells)) {
        spot = {t, at(cells, n)};
        return true;
      }
      n -= count_of(cells);
    }
  }
  return false;
}

void Anneal::list_lacking() {
  if (lacking_known_) return;
  lacking_known_ = true;
  lacking_.clear();
  for (int p : batches_)
    if (month_.left(p) > 0) lacking_.push_back(p);
  if (current_.beyond_offer == 0) return;
  for (int t = 0; t < f_.times; ++t)
    for (int j = 0; j < f_.subjects; ++j)
      for (const Sit& s : month_.served(t, j).sits)
        if (!has(f_.offer(s.batch), at(f_.uses, s.use).site)) lacking_.push_back(s.batch);
}

/// A session for somebody who has no seat, or none in the offer.
bool Anneal::propose_for_left() {
  list_lacking();
  if (lacking_.empty()) return false;
  const int batch = any(lacking_);
  if (month_.beyond_from(batch) < f_.times) {
    if (chance_.below(2) == 0) month_.let_beyond(batch, f_.times);
  } else if (month_.left(batch) > 0 && chance_.below(2) == 0) {
    month_.let_beyond(batch, chance_.below(f_.times));
    if (late_ && chance_.below(4) == 0) month_.excuse(batch, true);
  }
  if (chance_.below(2) == 0 && reserve_for(batch)) return true;
  return open_for(batch, f_.times, chance_.below(4) == 0) || month_.edited();
}

/// The batch is asked first in a session of its offer that is there already, or in a new one.
bool Anneal::reserve_for(int batch) {
  const int subject = at(f_.parties, batch).subject;
  Spot chosen;
  int count = 0;
  for (int t = 0; t < f_.times; ++t) {
    if (!has(f_.ready_at(t), batch)) continue;
    for (int u : month_.cells(t, subject))
      if (has(f_.offer(batch), at(f_.uses, u).site) && chance_.below(++count) == 0) chosen = {t, u};
  }
  if (count == 0) return false;
  month_.reserve(chosen.time, {chosen.use, batch});
  return true;
}

/// A reservation, or a leave to sit beyond the offer or above R7, is taken back.
bool Anneal::propose_plainer() {
  std::vector<Spot> spots;
  std::vector<int> flagged;
  for (int t = 0; t < f_.times; ++t)
    for (int j = 0; j < f_.subjects; ++j)
      for (const Reservation& b : month_.reservations(t, j)) spots.push_back({t, b.use});
  for (int p : batches_)
    if (month_.beyond_from(p) < f_.times || month_.excused(p)) flagged.push_back(p);
  if (!spots.empty() && (flagged.empty() || chance_.below(2) == 0)) {
    const Spot spot = any(spots);
    const auto reserved = month_.reservations(spot.time, at(f_.uses, spot.use).subject);
    for (const Reservation& b : reserved)
      if (b.use == spot.use) month_.release(spot.time, b);
    return true;
  }
  if (flagged.empty()) return false;
  const int batch = any(flagged);
  month_.let_beyond(batch, f_.times);
  month_.excuse(batch, false);
  if (chance_.below(2) == 0) open_for(batch, f_.times, false);
  return true;
}

/// A new session in the batch's offer, when it is ready and before the time.
bool Anneal::open_for(int batch, int before, bool reserved) {
  const auto& uses = at(f_.uses_of_subject, at(f_.parties, batch).subject);
  for (int tries = 0; tries < 24; ++tries) {
    const int u = any(uses);
    const Word* reach = month_.beyond_from(batch) < f_.times ? f_.order(batch) : f_.offer(batch);
    if (!has(reach, at(f_.uses, u).site)) continue;
    const int t = any_time(at(f_.uses, u).room);
    if (t >= before || !has(f_.ready_at(t), batch) || month_.is_open(t, u)) continue;
    if (month_.occupant(t, at(f_.uses, u).room) >= 0 && chance_.below(4) != 0) continue;
    month_.open(t, u);
    if (reserved) month_.reserve(t, {u, batch});
    return true;
  }
  return false;
}

/// A session is dropped, and one at an earlier time is opened for somebody who sat in it.
bool Anneal::propose_earlier() {
  Spot spot;
  if (!pick(spot)) return false;
  const auto& sits = month_.served(spot.time, at(f_.uses, spot.use).subject).sits;
  std::vector<int> here;
  for (const Sit& s : sits)
    if (s.use == spot.use) here.push_back(s.batch);
  if (here.empty()) return false;
  const int batch = any(here);
  if (chance_.below(4) != 0) month_.close(spot.time, spot.use);
  return open_for(batch, spot.time + 1, false);
}

int Anneal::vacancy(const Spot& spot) const {
  const Use& use = at(f_.uses, spot.use);
  int used = 0;
  for (const Sit& s : month_.served(spot.time, use.subject).sits)
    if (s.use == spot.use) used += s.candidates;
  return f_.compact.model.vacancy(use.room, at(f_.subject_of, use.subject), used);
}

void Anneal::list_vacant() {
  if (vacant_known_) return;
  vacant_known_ = true;
  vacant_.clear();
  for (int t = 0; t < f_.times; ++t)
    for (int j = 0; j < f_.subjects; ++j) {
      const Served& here = month_.served(t, j);
      if (here.tally.vacant == 0) continue;
      for (int u : here.uses)
        if (vacancy({t, u}) > 0) vacant_.push_back({t, u});
    }
  month_.spend(f_.times);
}

/// A session with vacant seats is closed, goes to another room or time, or another of its subject is closed that could fill it.
bool Anneal::propose_fuller() {
  list_vacant();
  Spot spot;
  if (vacant_.empty() || chance_.below(4) == 0) {
    if (!pick(spot)) return false;
  } else {
    spot = any(vacant_);
  }
  const int kind = chance_.below(8);
  if (kind < 3) {
    month_.close(spot.time, spot.use);
    return true;
  }
  if (kind < 6) return propose_other_room(spot);
  const Use& use = at(f_.uses, spot.use);
  if (kind == 6) {
    const int t = any_time(use.room);
    if (month_.is_open(t, spot.use)) return false;
    move(spot, {t, spot.use});
    return true;
  }
  for (int tries = 0; tries < 16; ++tries) {
    const int t = chance_.below(f_.times);
    const auto& cells = month_.cells(t, use.subject);
    if (cells.empty()) continue;
    const Spot other{t, any(cells)};
    if (other.time == spot.time && other.use == spot.use) continue;
    month_.close(other.time, other.use);
    return true;
  }
  return false;
}

/// To another room of the subject at the same time, at the same site when there is one.
bool Anneal::propose_other_room(const Spot& spot) {
  const auto& uses = at(f_.uses_of_subject, at(f_.uses, spot.use).subject);
  for (int tries = 0; tries < 16; ++tries) {
    const int u = any(uses);
    if (u == spot.use || !f_.open_at(at(f_.uses, u).room, spot.time) || month_.is_open(spot.time, u)) continue;
    if (tries < 12 && at(f_.uses, u).site != at(f_.uses, spot.use).site) continue;
    move(spot, {spot.time, u});
    return true;
  }
  return false;
}

void Anneal::move(const Spot& from, const Spot& to) {
  month_.close(from.time, from.use);
  month_.open(to.time, to.use);
}

/// A session goes to another room, another time, or both.
bool Anneal::propose_move() {
  Spot from;
  if (!pick(from)) return false;
  Spot to = from;
  const int kind = chance_.below(3);
  if (kind != 0) to.use = any(at(f_.uses_of_subject, at(f_.uses, from.use).subject));
  if (kind != 1) to.time = any_time(at(f_.uses, to.use).room);
  if (!f_.open_at(at(f_.uses, to.use).room, to.time) || month_.is_open(to.time, to.use)) return false;
  move(from, to);
  return true;
}

/// Two times of one exclusive room change places.
bool Anneal::propose_times() {
  Spot spot;
  if (!pick(spot)) return false;
  const int room = at(f_.uses, spot.use).room;
  const int other = any_time(room);
  if (other == spot.time) return false;
  const int theirs = month_.occupant(other, room);
  if (theirs == spot.use) return false;
  month_.close(spot.time, spot.use);
  if (theirs >= 0) {
    month_.close(other, theirs);
    month_.open(spot.time, theirs);
  }
  month_.open(other, spot.use);
  return true;
}

/// Two rooms change their subjects at one time.
bool Anneal::propose_rooms() {
  Spot spot;
  if (!pick(spot)) return false;
  const Use& mine = at(f_.uses, spot.use);
  const int u = any(at(f_.uses_of_subject, mine.subject));
  const int room = at(f_.uses, u).room;
  if (room == mine.room || !f_.open_at(room, spot.time) || month_.is_open(spot.time, u)) return false;
  const int theirs = month_.occupant(spot.time, room);
  month_.close(spot.time, spot.use);
  month_.open(spot.time, u);
  if (theirs < 0) return true;
  for (int back : at(f_.uses_of_room, mine.room))
    if (at(f_.uses, back).subject == at(f_.uses, theirs).subject) month_.open(spot.time, back);
  return true;
}

/// A session changes its subject.
bool Anneal::propose_subject() {
  Spot spot;
  if (!pick(spot)) return false;
  const int u = any(at(f_.uses_of_room, at(f_.uses, spot.use).room));
  if (u == spot.use) return false;
  move(spot, {spot.time, u});
  return true;
}

} // namespace ankao::draw
