// SPDX-License-Identifier: Apache-2.0
// Month: the trial and what it leaves of the month before.
#include "draw/engine/month.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "draw/rules/judge.hpp"

namespace ankao::draw {
namespace {

__extension__ using Wide = __int128;

std::int64_t narrow(Wide value) {
  const Wide most = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min(value, most));
}

std::uint64_t mixed(std::uint64_t z) {
  z = (z + 1) * 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

} // namespace

void Tally::add(const Tally& o, std::int64_t sign) {
  quality += sign * o.quality;
  vacant += sign * o.vacant;
  split += sign * o.split;
  exceptions += sign * o.exceptions;
  beyond += sign * o.beyond;
  alone += sign * o.alone;
  regulars += sign * o.regulars;
}

Month::Month(const Field& field)
    : f_(field) {
  const auto sized = [](auto& vector, int rows, int columns, auto value) { vector.assign(Field::index(rows, columns, 0), value); };
  const int rows = f_.times + 1;
  sized(cells_, f_.times, f_.subjects, std::vector<int>{});
  sized(reservations_, f_.times, f_.subjects, std::vector<Reservation>{});
  sized(occupant_, f_.times, f_.rooms, -1);
  sized(beyond_from_, f_.capacity, 1, f_.times);
  sized(excused_, f_.capacity, 1, char{0});
  sized(wide_, f_.subjects, 1, 0);
  sized(wide_batches_, f_.words, 1, Word{0});
  sized(served_, f_.times, f_.subjects, Served{});
  trial_served_ = served_;
  sized(mark_, f_.times, f_.subjects, 0);
  sized(left_, rows, f_.capacity, 0);
  sized(alive_, rows, f_.words, Word{0});
  for (int t = 0; t < rows; ++t)
    for (int p = 0; p < f_.capacity; ++p) {
      if (at(f_.batch_of, p) < 0) continue;
      left_[Field::index(t, f_.capacity, p)] = at(f_.parties, p).candidates;
      insert(alive_.data() + Field::index(t, f_.words, 0), p);
    }
  sized(sessions_, rows, f_.subjects, 0);
  sized(hash_, rows, f_.subjects, std::uint64_t{0});
  trial_left_ = left_;
  trial_alive_ = alive_;
  trial_sessions_ = sessions_;
  trial_hash_ = hash_;
  sized(groups_, rows * f_.institutions, f_.site_words, Word{0});
  sized(chains_, f_.times * f_.institutions, f_.site_words, Word{0});
  for (int t = 0; t < rows; ++t)
    std::copy(f_.last_visits.begin(), f_.last_visits.end(), groups_.begin() + static_cast<std::ptrdiff_t>(Field::index(t, f_.institutions * f_.site_words, 0)));
  sized(mixed_, f_.times, 1, std::int64_t{0});
  time_words_ = (f_.times + 63) / 64;
  sized(visits_, f_.keys, time_words_, Word{0});
  sized(alone_, f_.subjects, 1, std::int64_t{0});
  regulars_ = shortage_ = totals_ = short_ = alone_;
  sized(pair_sessions_, f_.compact.pair_count, 1, 0);
  sized(stray_mark_, rows, f_.subjects, 0);
  stray_row_ = stray_mark_;
  visit_lists_.resize(static_cast<std::size_t>(f_.institutions));
  sized(where_, f_.subjects, 1, -1);
  sized(forced_, f_.subjects, 1, char{0});
  sized(group_over_, f_.institutions, 1, char{0});
  sized(over_, f_.institutions, f_.site_words, Word{0});
  sized(regrouped_mark_, f_.institutions, 1, 0);
  sized(visit_shift_, f_.keys, 1, 0);
  sized(want_mark_, f_.subjects, 1, 0);
  sized(body_stamp_, f_.bodies, 1, 0);
  body_batch_ = body_stamp_;
  sized(key_stamp_, f_.keys, 1, 0);
  sized(room_used_, f_.rooms, 1, 0);
  room_stamp_ = upset_rooms_ = room_used_;
  sized(site_count_, f_.institutions, 1, 0);
  upset_mark_ = site_count_;
  sized(attended_, f_.institutions, f_.site_words, Word{0});
  chained_ = attended_;
  sized(upset_batches_, f_.words, 1, Word{0});
  sized(open_sites_, f_.subjects, f_.site_words, Word{0});
  sized(sites_mark_, f_.subjects, 1, 0);
  for (int p = 0; p < f_.capacity; ++p) salt_.push_back(mixed(static_cast<std::uint64_t>(p)));
  read_start();
}

void Month::read_start() {
  for (int j = 0; j < f_.subjects; ++j) {
    const int number = at(f_.subject_of, j);
    Wide squares = 0;
    for (std::int64_t n : at(f_.compact.model.past_sessions, number)) {
      at(totals_, j) += n;
      squares += Wide{n} * n;
    }
    if (f_.compact.model.practical(number)) {
      const Wide imbalance = squares * count_of(at(f_.compact.model.past_sessions, number)) - Wide{at(totals_, j)} * at(totals_, j);
      past_imbalance_ = narrow(std::min<Wide>(Wide{past_imbalance_} + imbalance, std::numeric_limits<std::int64_t>::max() / 4));
    }
    reckon(j);
  }
  kept_shortage_sum_ = shortage_sum_;
  old_shortage_.clear();
}

void Month::want(int subject) {
  if (at(want_mark_, subject) == want_stamp_) return;
  at(want_mark_, subject) = want_stamp_;
  any_wanted_ = true;
}

void Month::decode() {
  for (const Edit& edit : edits_) {
    first_ = std::min(first_, edit.time);
    last_edit_ = std::max(last_edit_, edit.time);
  }
  for (const Flag& flag : flags_) {
    at(forced_, at(f_.parties, flag.batch).subject) = 1;
    any_forced_ = true;
    first_ = 0;
  }
  for (int t = first_; t < f_.times; ++t) {
    gather_wanted(t);
    if (any_wanted_) {
      serve_time(t);
    } else {
      pass_over(t);
    }
    for (int j : astray_) log_stray(t + 1, j);
    if (astray_.empty() && !any_forced_ && t >= last_edit_ && nobody_waits(t + 1)) break;
  }
  for (int j : astray_) reckon(j);
  for (const Flag& flag : flags_) at(forced_, at(f_.parties, flag.batch).subject) = 0;
}

void Month::log_stray(int time, int subject) {
  const int where = at(where_, subject);
  strayed_.push_back({time, subject, where});
  stray_mark_[Field::index(time, f_.subjects, subject)] = trial_;
  stray_row_[Field::index(time, f_.subjects, subject)] = where;
}

void Month::gather_wanted(int time) {
  ++want_stamp_;
  any_wanted_ = false;
  for (const Edit& edit : edits_)
    if (edit.time == time) want(at(f_.uses, edit.use).subject);
  for (int j : astray_)
    if (!cells(time, j).empty() || !at(served_, cell(time, j)).sits.empty()) want(j);
  if (any_forced_)
    for (int j = 0; j < f_.subjects; ++j)
      if (at(forced_, j) && !cells(time, j).empty()) want(j);
  for (int i : dirty_) want_members(time, i);
}

/// Wants the subjects in which the institution has somebody left who could now go to a site, or no longer, because the latest visit
/// is another one.
void Month::want_members(int time, int institution) {
  const Word* now = over_.data() + Field::index(institution, f_.site_words, 0);
  const Word* then = group(time, institution);
  const Word* members = f_.chained_members.data() + Field::index(institution, f_.words, 0);
  const Word* alive = alive_.data() + Field::index(time, f_.words, 0);
  const Word* ready = f_.ready_at(time);
  work_ += f_.words / 8;
  for (int w = 0; w < f_.words; ++w)
    for (Word bits = members[w] & alive[w] & ready[w]; bits != 0; bits &= bits - 1) {
      const int batch = w * 64 + std::countr_zero(bits);
      const int subject = at(f_.parties, batch).subject;
      if (at(want_mark_, subject) == want_stamp_ || cells(time, subject).empty()) continue;
      const Word* reach = at(wide_, subject) > 0 ? f_.order(batch) : f_.offer(batch);
      const Word* sites = open_sites(time, subject);
      for (int s = 0; s < f_.site_words; ++s)
        if (((now[s] ^ then[s]) & sites[s] & reach[s]) != 0) want(subject);
    }
}

const Word* Month::open_sites(int time, int subject) {
  Word* sites = open_sites_.data() + Field::index(subject, f_.site_words, 0);
  if (at(sites_mark_, subject) == want_stamp_) return sites;
  at(sites_mark_, subject) = want_stamp_;
  std::fill_n(sites, f_.site_words, Word{0});
  for (int u : cells(time, subject)) insert(sites, at(f_.uses, u).site);
  return sites;
}

/// No institution whose latest visit differs has anybody left to go anywhere.
bool Month::nobody_waits(int time) const {
  const Word* alive = alive_.data() + Field::index(time, f_.words, 0);
  return std::none_of(dirty_.begin(), dirty_.end(), [&](int i) {
    const Word* members = f_.chained_members.data() + Field::index(i, f_.words, 0);
    for (int w = 0; w < f_.words; ++w)
      if ((members[w] & alive[w]) != 0) return true;
    return false;
  });
}

bool Month::any_site(const Word* set) const {
  return std::any_of(set, set + f_.site_words, [](Word word) { return word != 0; });
}

/// Nobody is seated anew: whoever sits there now has the same latest visit again as before.
void Month::pass_over(int time) {
  ++work_;
  std::erase_if(dirty_, [&](int i) {
    if (!any_site(chain(time, i))) return false;
    at(group_over_, i) = 0;
    return true;
  });
}

void Month::serve_time(int time) {
  begin_time(time);
  upset_.clear();
  any_upset_ = false;
  int opened = 0;
  for (int j = 0; j < f_.subjects; ++j) {
    const Served& before = at(served_, cell(time, j));
    const auto& open = cells(time, j);
    if (open.empty() && before.sits.empty()) continue;
    const bool crowded = opened != opened_ && std::max(opened, opened_) + count_of(open) > f_.compact.max_sessions_per_slot;
    if (at(want_mark_, j) == want_stamp_ || crowded || (any_upset_ && upset(time, j))) {
      serve(time, j);
    } else {
      admit(before);
    }
    opened += count_of(before.uses);
  }
  const std::int64_t vacancy = mixed_vacancy();
  if (vacancy != at(mixed_, time)) {
    trial_mixed_.emplace_back(time, vacancy);
    mixed_sum_ += vacancy - at(mixed_, time);
  }
  close_time(time);
}

/// What changed at this time bears upon the subject: a class or an institution with somebody waiting in it, or a shared room.
bool Month::upset(int time, int subject) const {
  for (int u : cells(time, subject))
    if (at(upset_rooms_, at(f_.uses, u).room) == stamp_) return true;
  const Word* now = alive(time, subject);
  const Word* ready = f_.ready_at(time) + at(f_.first_word, subject);
  const Word* touched = upset_batches_.data() + at(f_.first_word, subject);
  for (int w = 0; w < f_.words_of(subject); ++w)
    if ((now[w] & ready[w] & touched[w]) != 0) return true;
  return false;
}

/// The state of the subject before the time, as the trial has it, is copied to where the decoder changes it.
void Month::load(int time, int subject) {
  const int first = at(f_.first_word, subject), count = f_.words_of(subject);
  const int where = at(where_, subject), to = time + 1;
  const bool kept = where < 0;
  const int from = kept ? time : where;
  left_now_ = trial_left_.data() + Field::index(to, f_.capacity, 0);
  alive_now_ = trial_alive_.data() + Field::index(to, f_.words, 0);
  sessions_now_ = trial_sessions_.data() + Field::index(to, f_.subjects, subject);
  hash_now_ = trial_hash_.data() + Field::index(to, f_.subjects, subject);
  std::copy_n((kept ? left_ : trial_left_).data() + Field::index(from, f_.capacity, first * 64), count * 64, left_now_ + first * 64);
  std::copy_n((kept ? alive_ : trial_alive_).data() + Field::index(from, f_.words, first), count, alive_now_ + first);
  *sessions_now_ = (kept ? sessions_ : trial_sessions_)[Field::index(from, f_.subjects, subject)];
  *hash_now_ = (kept ? hash_ : trial_hash_)[Field::index(from, f_.subjects, subject)];
}

void Month::serve(int time, int subject) {
  const int here = cell(time, subject);
  const Served& before = at(served_, here);
  Served& after = at(trial_served_, here);
  load(time, subject);
  after.sits.clear();
  after.uses.clear();
  after.tally = {};
  if (!cells(time, subject).empty()) fill(subject, after);
  at(mark_, here) = trial_;
  served_list_.emplace_back(time, subject);
  sum_.add(after.tally, 1);
  sum_.add(before.tally, -1);
  if (after.tally.alone != before.tally.alone || after.tally.regulars != before.tally.regulars) {
    summed_.push_back({subject, after.tally.alone - before.tally.alone, after.tally.regulars - before.tally.regulars});
    at(alone_, subject) += summed_.back().alone;
    at(regulars_, subject) += summed_.back().regulars;
  }
  if (after.sits != before.sits) {
    count_sessions(before, -1);
    count_sessions(after, 1);
    shift_visits(time, subject, before, after);
    note_change(before, after);
  }
  stray(time, subject);
}

void Month::shift_visits(int time, int subject, const Served& before, const Served& after) {
  const Word bit = Word{1} << (time % 64);
  for (const Sit& s : before.sits) {
    if (s.key < 0) continue;
    visits_[Field::index(s.key, time_words_, time / 64)] &= ~bit;
    --at(visit_shift_, s.key);
    shifted_.push_back({s.key, at(f_.parties, s.batch).institution, subject});
  }
  for (const Sit& s : after.sits) {
    if (s.key < 0) continue;
    visits_[Field::index(s.key, time_words_, time / 64)] |= bit;
    ++at(visit_shift_, s.key);
    shifted_.push_back({s.key, at(f_.parties, s.batch).institution, subject});
  }
}

void Month::stray(int time, int subject) {
  int& where = at(where_, subject);
  if (meets(time, subject)) {
    if (where >= 0) astray_.erase(std::find(astray_.begin(), astray_.end(), subject));
    where = -1;
    return;
  }
  if (where < 0) astray_.push_back(subject);
  where = time + 1;
}

/// The state after the time leads to the same seats as the month's: numbers of visits of those who have nobody left do not matter.
bool Month::meets(int time, int subject) const {
  const std::size_t kept = Field::index(time + 1, f_.subjects, subject);
  if (*hash_now_ != hash_[kept]) return false;
  if (at(f_.most_sessions, subject) < k_unlimited && *sessions_now_ != sessions_[kept]) return false;
  for (const Shifted& one : shifted_) {
    if (one.subject != subject || at(visit_shift_, one.key) == 0) continue;
    const Word* members = f_.counting_members.data() + Field::index(one.institution, f_.words, 0);
    for (int w = at(f_.first_word, subject); w < at(f_.first_word, subject + 1); ++w)
      if ((members[w] & alive_now_[w]) != 0) return false;
  }
  return true;
}

void Month::note_change(const Served& before, const Served& after) {
  for (const Sit& s : before.sits)
    if (std::find(after.sits.begin(), after.sits.end(), s) == after.sits.end()) note_sit(s);
  for (const Sit& s : after.sits)
    if (std::find(before.sits.begin(), before.sits.end(), s) == before.sits.end()) note_sit(s);
  work_ += 1 + count_of(before.sits) / 2;
}

void Month::note_sit(const Sit& sit) {
  const Party& party = at(f_.parties, sit.batch);
  const int room = at(f_.uses, sit.use).room;
  if (!any_upset_) std::fill(upset_batches_.begin(), upset_batches_.end(), Word{0});
  any_upset_ = true;
  if (!at(f_.compact.room_exclusive, room)) at(upset_rooms_, room) = stamp_;
  if (at(f_.shared_body, party.body))
    for (int other : at(f_.body_members, party.body)) insert(upset_batches_.data(), other);
  if (at(upset_mark_, party.institution) == stamp_) return;
  at(upset_mark_, party.institution) = stamp_;
  upset_.push_back(party.institution);
  if (f_.compact.max_sites >= f_.sites) return;
  const Word* members = f_.counting_members.data() + Field::index(party.institution, f_.words, 0);
  for (int w = 0; w < f_.words; ++w) at(upset_batches_, w) |= members[w];
}

void Month::count_sessions(const Served& served, int step) {
  for (int u : served.uses) count_session(u, step);
}

void Month::count_session(int use, int step) {
  const Use& u = at(f_.uses, use);
  const int number = at(f_.subject_of, u.subject);
  if (f_.compact.model.practical(number)) {
    const std::int64_t k = count_of(at(f_.compact.model.subjects, number).sites);
    const std::int64_t n = at(f_.compact.pair_past, u.pair) + at(pair_sessions_, u.pair);
    imbalance_ += k * (step * 2 * n + 1) - (step * 2 * at(totals_, u.subject) + 1);
  }
  at(pair_sessions_, u.pair) += step;
  at(totals_, u.subject) += step;
  counted_.emplace_back(use, step);
}

void Month::close_time(int time) {
  for (int i : upset_) {
    const Word* sites = chained_.data() + Field::index(i, f_.site_words, 0);
    if (!std::equal(sites, sites + f_.site_words, chain(time, i))) {
      rechained_.push_back({time, i, rechained_words_.size()});
      rechained_words_.insert(rechained_words_.end(), sites, sites + f_.site_words);
    }
    if (!at(group_over_, i)) dirty_.push_back(i);
  }
  std::erase_if(dirty_, [&](int i) {
    const Word* sites = chained_.data() + Field::index(i, f_.site_words, 0);
    if (!any_site(sites)) sites = latest(i);
    Word* over = over_.data() + Field::index(i, f_.site_words, 0);
    const bool same = std::equal(sites, sites + f_.site_words, group(time + 1, i));
    if (!same) std::copy_n(sites, f_.site_words, over);
    at(group_over_, i) = !same;
    return same;
  });
}

std::int64_t Month::shortage_of(int subject) const {
  return at(short_, subject) == 0 ? 0 : shortage(at(f_.rarity, subject), at(short_, subject), at(f_.total_weight, subject));
}

/// The subject's part of level U, of the trial.
void Month::reckon(int subject) {
  const int* left = lefts(f_.times, subject);
  std::int64_t missing = 0;
  for (int p = at(f_.first_word, subject) * 64; p < at(f_.first_word, subject + 1) * 64; ++p)
    missing += static_cast<std::int64_t>(at(f_.parties, p).weight) * left[p];
  old_shortage_.push_back({subject, at(short_, subject), at(shortage_, subject)});
  at(short_, subject) = missing;
  shortage_sum_ -= at(shortage_, subject);
  at(shortage_, subject) = shortage_of(subject);
  shortage_sum_ += at(shortage_, subject);
}

std::int64_t Month::missing() const {
  std::int64_t sum = 0;
  for (int j = 0; j < f_.subjects; ++j) sum += at(f_.rarity, j) * at(short_, j);
  return sum;
}

Score Month::score() const {
  const Weights& w = f_.compact.model.instance.policy.weights;
  std::int64_t alone = 0;
  for (int j = 0; j < f_.subjects; ++j)
    if (at(regulars_, j) > 0) alone += at(alone_, j);
  const Wide quality = (Wide{past_imbalance_} + imbalance_) * w.imbalance + sum_.quality + Wide{sum_.split} * w.split + Wide{alone} * w.retake_alone;
  return {shortage_sum_, sum_.exceptions, sum_.beyond, 0, sum_.vacant + mixed_sum_, narrow(quality)};
}

} // namespace ankao::draw
