// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/timetable.hpp"

#include <algorithm>
#include <limits>

#include "draw/engine/draft.hpp"
#include "draw/rules/judge.hpp"

namespace ankao::draw {
namespace {

__extension__ using Wide = __int128;

std::int64_t narrow(Wide value) { return static_cast<std::int64_t>(std::min<Wide>(value, std::numeric_limits<std::int64_t>::max())); }

} // namespace

Timetable::Timetable(const Compact& compact, const Choices& choices, Usher& usher)
    : c_(compact)
    , choices_(choices)
    , usher_(usher) {
  const auto subjects = static_cast<std::size_t>(c_.subject_count), times = static_cast<std::size_t>(c_.times);
  states_.resize((times + 1) * subjects);
  trial_states_.resize(states_.size());
  records_.resize(times * subjects);
  trial_records_.resize(records_.size());
  record_mark_.assign(records_.size(), 0);
  costs_.resize(records_.size());
  trial_costs_.resize(records_.size());
  mixed_.resize(times);
  seats_.resize(static_cast<std::size_t>(c_.batch_count));
  trial_seats_.resize(seats_.size());
  seat_mark_.assign(seats_.size(), 0);
  sessions_.resize(static_cast<std::size_t>(c_.pair_count));
  where_.assign(subjects, -1);
  wanted_.assign(subjects, 0);
  sites_mark_ = wanted_;
  subject_sites_.assign(subjects * static_cast<std::size_t>(c_.words), 0);
  forced_.assign(subjects, 0);
  group_changed_.assign(static_cast<std::size_t>(c_.institution_count), 0);
  institution_mark_.assign(group_changed_.size(), 0);
  class_mark_.assign(static_cast<std::size_t>(c_.class_count), 0);
  room_mark_.assign(static_cast<std::size_t>(c_.room_count), 0);
  clear();
}

void Timetable::clear() {
  undo();
  begin_trial();
  for (int j = 0; j < c_.subject_count; ++j) {
    const State state = first_state(c_, j);
    for (int t = 0; t <= c_.times; ++t) at(states_, cell(t, j)) = state;
  }
  for (Record& record : records_) record.clear();
  std::fill(costs_.begin(), costs_.end(), Costs{});
  std::fill(mixed_.begin(), mixed_.end(), 0);
  groups_.assign(static_cast<std::size_t>(c_.times + 1), first_groups(c_));
  over_ = groups_.front();
  for (auto& seats : seats_) seats.clear();
  std::fill(sessions_.begin(), sessions_.end(), 0);
  totals_.assign(static_cast<std::size_t>(c_.subject_count), 0);
  alone_ = regulars_ = totals_;
  shortages_.clear();
  sum_ = {};
  mixed_sum_ = shortage_sum_ = 0;
  Wide imbalance = 0;
  for (int j = 0; j < c_.subject_count; ++j) {
    Wide squares = 0;
    for (std::int64_t n : at(c_.model.past_sessions, j)) {
      at(totals_, j) += n;
      squares += Wide{n} * n;
    }
    if (c_.model.practical(j)) imbalance += squares * count_of(at(c_.model.past_sessions, j)) - Wide{at(totals_, j)} * at(totals_, j);
    shortages_.push_back(shortage_of(j, at(states_, cell(c_.times, j))));
    shortage_sum_ += shortages_.back();
  }
  imbalance_ = static_cast<std::int64_t>(std::min<Wide>(imbalance, std::numeric_limits<std::int64_t>::max() / 4));
  begin_trial();
}

/// What the trial did to the sums that are kept in place.
void Timetable::undo() {
  for (const Counted& one : counted_) {
    at(sessions_, one.pair) -= one.step;
    at(totals_, one.subject) -= one.step;
  }
  for (const Summed& one : summed_) {
    at(alone_, one.subject) -= one.alone;
    at(regulars_, one.subject) -= one.regulars;
  }
  counted_.clear();
  summed_.clear();
}

void Timetable::begin_trial() {
  undo();
  ++trial_;
  served_.clear();
  reseated_.clear();
  moved_.clear();
  strayed_.clear();
  regrouped_.clear();
  group_words_.clear();
  trial_mixed_.clear();
  trial_shortages_.clear();
  edits_.clear();
  for (int j : astray_) at(where_, j) = -1;
  astray_.clear();
  for (int i : changed_groups_) at(group_changed_, i) = 0;
  changed_groups_.clear();
  if (any_forced_) std::fill(forced_.begin(), forced_.end(), 0);
  any_forced_ = everything_ = false;
  first_ = settled_ = c_.times;
  last_edit_ = -1;
  trial_sum_ = sum_;
  trial_mixed_sum_ = mixed_sum_;
  trial_imbalance_ = imbalance_;
  trial_shortage_sum_ = shortage_sum_;
}

void Timetable::cells_changed(int time, const std::vector<Cell>& before) {
  const std::vector<Cell>& after = at(choices_.grid, time);
  first_ = std::min(first_, time);
  last_edit_ = std::max(last_edit_, time);
  std::size_t a = 0, b = 0;
  const auto turn = [&](const std::vector<Cell>& cells, std::size_t i) {
    return i < cells.size() ? at(c_.subject_turn, cells[i].subject) : std::numeric_limits<int>::max();
  };
  while (a < after.size() || b < before.size()) {
    const int next = std::min(turn(after, a), turn(before, b));
    const std::size_t from_a = a, from_b = b;
    while (turn(after, a) == next) ++a;
    while (turn(before, b) == next) ++b;
    if (a - from_a == b - from_b && std::equal(after.begin() + static_cast<std::ptrdiff_t>(from_a), after.begin() + static_cast<std::ptrdiff_t>(a),
                                               before.begin() + static_cast<std::ptrdiff_t>(from_b)))
      continue;
    edits_.emplace_back(time, at(c_.turns, next));
  }
}

void Timetable::flags_changed(int subject) {
  at(forced_, subject) = 1;
  any_forced_ = true;
  first_ = 0;
}

void Timetable::all_changed() {
  everything_ = true;
  first_ = 0;
}

const Timetable::State& Timetable::state_before(int time, int subject) const {
  const int where = at(where_, subject);
  return where >= 0 ? at(trial_states_, cell(where, subject)) : at(states_, cell(time, subject));
}

const Timetable::State& Timetable::state_of(int subject) const { return state_before(c_.times, subject); }

void Timetable::decode() {
  for (int t = first_; t < c_.times; ++t) {
    if (gather_wanted(t)) {
      serve_time(t);
    } else {
      pass_over(t);
    }
    for (int j : astray_) strayed_.push_back({t + 1, j, at(where_, j)});
    for (int i : changed_groups_) {
      regrouped_.push_back({t + 1, i, group_words_.size()});
      group_words_.insert(group_words_.end(), over_.begin() + i * c_.words, over_.begin() + (i + 1) * c_.words);
    }
    if (astray_.empty() && !any_forced_ && !everything_ && t >= last_edit_ && nobody_waits(t + 1)) {
      settled_ = t + 1;
      break;
    }
  }
  read_finals();
}

/// The subjects of the time in the order in which they are served, those whose sessions vanish included.
void Timetable::read_order(int time) {
  order_.clear();
  const std::vector<Cell>& cells = at(choices_.grid, time);
  const int count = count_of(cells);
  for (int from = 0, to = 0; from < count; from = to) {
    const int subject = at(cells, from).subject;
    while (to < count && at(cells, to).subject == subject) ++to;
    order_.push_back({subject, cells.data() + from, to - from});
  }
}

void Timetable::add_emptied(int time, int subject) {
  if (at(records_, cell(time, subject)).count() == 0) return;
  const int turn = at(c_.subject_turn, subject);
  const auto place = std::find_if(order_.begin(), order_.end(), [&](const Turn& one) { return at(c_.subject_turn, one.subject) >= turn; });
  if (place == order_.end() || place->subject != subject) order_.insert(place, {subject, nullptr, 0});
}

bool Timetable::gather_wanted(int time) {
  ++want_mark_;
  bool any = false;
  read_order(time);
  if (everything_)
    for (int j = 0; j < c_.subject_count; ++j) add_emptied(time, j);
  for (const auto& [when, subject] : edits_) {
    if (when != time) continue;
    add_emptied(time, subject);
    want(subject);
  }
  read_sites();
  for (int i : changed_groups_) want_members(i, time);
  for (const Turn& turn : order_) {
    if (everything_ || at(forced_, turn.subject) || at(where_, turn.subject) >= 0) want(turn.subject);
    any = any || wanted(turn.subject);
  }
  return any;
}

bool Timetable::waits(int batch, int time) const {
  const CompactBatch& b = at(c_.batches, batch);
  return b.chained && at(state_before(time, b.subject), b.rank) > 0;
}

/// The sites of each subject's cells at the time at hand.
void Timetable::read_sites() {
  if (changed_groups_.empty()) return;
  for (const Turn& turn : order_) {
    int* sites = subject_sites_.data() + turn.subject * c_.words;
    std::fill_n(sites, c_.words, 0);
    for (int k = 0; k < turn.count; ++k) {
      const int site = at(c_.room_site, turn.cells[k].room);
      sites[site / 32] = static_cast<int>(static_cast<unsigned>(sites[site / 32]) | (1U << (site % 32)));
    }
    at(sites_mark_, turn.subject) = want_mark_;
  }
}

/// Wants the subjects in which the institution has somebody left who could now go to a site, or no longer, because the latest
/// visit is another one.
void Timetable::want_members(int institution, int time) {
  const int* now = over_.data() + institution * c_.words;
  const int* then = at(groups_, time).data() + institution * c_.words;
  for (int b : at(c_.members, institution)) {
    const int subject = at(c_.batches, b).subject;
    if (at(sites_mark_, subject) != want_mark_ || wanted(subject) || !waits(b, time)) continue;
    const int* sites = subject_sites_.data() + subject * c_.words;
    for (int w = 0; w < c_.words; ++w)
      if (((now[w] ^ then[w]) & sites[w]) != 0) want(subject);
  }
}

/// No institution whose latest visit differs has anybody left to go anywhere.
bool Timetable::nobody_waits(int time) const {
  return std::none_of(changed_groups_.begin(), changed_groups_.end(), [&](int i) {
    const auto& members = at(c_.members, i);
    return std::any_of(members.begin(), members.end(), [&](int b) { return waits(b, time); });
  });
}

/// A chained batch of the institution sits somewhere then, in the month as it was.
bool Timetable::seated_at(int institution, int time) const {
  const auto& members = at(c_.members, institution);
  return std::any_of(members.begin(), members.end(), [&](int b) {
    const auto& seats = at(seats_, b);
    return at(c_.batches, b).chained && std::any_of(seats.begin(), seats.end(), [&](const Seat& seat) { return seat.time == time; });
  });
}

/// Nobody is seated anew: whoever sits there now has the same latest visit again as before.
void Timetable::pass_over(int time) {
  usher_.spend(1);
  std::erase_if(changed_groups_, [&](int i) {
    if (!seated_at(i, time)) return false;
    at(group_changed_, i) = 0;
    return true;
  });
}

void Timetable::serve_time(int time) {
  usher_.begin(time, {at(groups_, time).data(), over_.data(), group_changed_.data(), c_.words});
  ++slot_mark_;
  upset_.clear();
  slot_upset_ = false;
  int opened = 0;
  for (const Turn& turn : order_) {
    const Record& before = at(records_, cell(time, turn.subject));
    const bool crowded = opened != usher_.opened() && c_.limits_sessions_per_slot();
    if (wanted(turn.subject) || crowded || (slot_upset_ && coupled(time, turn))) {
      serve(time, turn);
    } else {
      usher_.admit(before);
    }
    opened += before.count();
  }
  const std::int64_t vacancy = usher_.mixed_vacancy();
  trial_mixed_.emplace_back(time, vacancy);
  trial_mixed_sum_ += vacancy - at(mixed_, time);
  close_time(time);
}

/// What changed at this time bears upon the subject: a class or an institution that has somebody waiting in it, or a shared room.
bool Timetable::coupled(int time, const Turn& turn) const {
  for (int i = 0; i < turn.count; ++i)
    if (at(room_mark_, turn.cells[i].room) == slot_mark_) return true;
  const State& state = state_before(time, turn.subject);
  const std::vector<int>& queue = at(c_.model.subjects, turn.subject).queue;
  for (int r = at(state, at(c_.layouts, turn.subject).head); r < count_of(queue); ++r) {
    if (at(state, r) == 0) continue;
    const CompactBatch& batch = at(c_.batches, at(queue, r));
    if (at(class_mark_, batch.class_index) == slot_mark_) return true;
    if (c_.limits_sites() && at(institution_mark_, batch.institution) == slot_mark_) return true;
  }
  return false;
}

void Timetable::serve(int time, const Turn& turn) {
  const int subject = turn.subject, here = cell(time, subject);
  const Record& before = at(records_, here);
  Record& record = at(trial_records_, here);
  Costs& cost = at(trial_costs_, here);
  State& after = at(trial_states_, cell(time + 1, subject));
  after = state_before(time, subject);
  record.clear();
  cost = {};
  if (turn.count > 0) usher_.serve(subject, turn.cells, turn.count, after.data(), record, cost);
  at(record_mark_, here) = trial_;
  served_.emplace_back(time, subject);
  sum_up(subject, cost, at(costs_, here));
  if (record != before) {
    reseated_.emplace_back(time, subject);
    count_sessions(before, -1);
    count_sessions(record, 1);
    move_seats(time, before, record);
    note_change(before, record);
  }
  stray(time, subject, after);
}

void Timetable::sum_up(int subject, const Costs& cost, const Costs& before) {
  trial_sum_ += cost;
  trial_sum_ -= before;
  if (cost.alone == before.alone && cost.regulars == before.regulars) return;
  summed_.push_back({subject, cost.alone - before.alone, cost.regulars - before.regulars});
  at(alone_, subject) += summed_.back().alone;
  at(regulars_, subject) += summed_.back().regulars;
}

void Timetable::stray(int time, int subject, const State& after) {
  int& where = at(where_, subject);
  if (same_state(subject, after, at(states_, cell(time + 1, subject)))) {
    if (where >= 0) astray_.erase(std::find(astray_.begin(), astray_.end(), subject));
    where = -1;
    return;
  }
  if (where < 0) astray_.push_back(subject);
  where = time + 1;
}

/// The two states lead to the same seats from here on: numbers of visits of those who have nobody left do not matter.
bool Timetable::same_state(int subject, const State& a, const State& b) const {
  const StateLayout& layout = at(c_.layouts, subject);
  if (!std::equal(a.begin(), a.begin() + layout.visits, b.begin())) return false;
  if (c_.limits_sessions(subject) && at(a, layout.sessions) != at(b, layout.sessions)) return false;
  const std::vector<int>& keys = at(c_.visit_keys, subject);
  const std::vector<int>& queue = at(c_.model.subjects, subject).queue;
  for (int v = 0; v < count_of(keys); ++v) {
    if (at(a, layout.visits + v) == at(b, layout.visits + v)) continue;
    const int institution = at(c_.model.visit_keys, at(keys, v)).institution;
    for (int r = 0; r < count_of(queue); ++r)
      if (at(a, r) > 0 && at(c_.batches, at(queue, r)).institution == institution) return false;
  }
  return true;
}

void Timetable::note_change(const Record& before, const Record& after) {
  slot_upset_ = true;
  const auto mark = [&](const Record& record, const Record& other) {
    for (const Held& held : record) {
      if (std::find(other.begin(), other.end(), held) != other.end()) continue;
      if (!at(c_.room_exclusive, held.room)) at(room_mark_, held.room) = slot_mark_;
      for (const Share& share : held.seats) {
        const CompactBatch& batch = at(c_.batches, share.batch);
        at(class_mark_, batch.class_index) = slot_mark_;
        if (at(institution_mark_, batch.institution) == slot_mark_) continue;
        at(institution_mark_, batch.institution) = slot_mark_;
        upset_.push_back(batch.institution);
      }
    }
  };
  mark(before, after);
  mark(after, before);
}

void Timetable::close_time(int time) {
  for (int i : upset_)
    if (!at(group_changed_, i)) changed_groups_.push_back(i);
  std::erase_if(changed_groups_, [&](int i) {
    const LatestVisits before{at(groups_, time).data(), over_.data(), group_changed_.data(), c_.words};
    const int* sites = usher_.visits(i) ? usher_.chained(i) : before.of(i);
    const int* then = at(groups_, time + 1).data() + i * c_.words;
    const bool same = std::equal(sites, sites + c_.words, then);
    if (!same) std::copy_n(sites, c_.words, over_.data() + i * c_.words);
    at(group_changed_, i) = !same;
    return same;
  });
}

void Timetable::take_seats(int batch, int time) {
  if (at(seat_mark_, batch) != trial_) {
    at(seat_mark_, batch) = trial_;
    at(trial_seats_, batch) = at(seats_, batch);
    moved_.push_back(batch);
  }
  std::erase_if(at(trial_seats_, batch), [&](const Seat& seat) { return seat.time == time; });
}

void Timetable::move_seats(int time, const Record& before, const Record& after) {
  for (const Record* record : {&before, &after})
    for (const Held& held : *record)
      for (const Share& share : held.seats) take_seats(share.batch, time);
  for (const Held& held : after)
    for (const Share& share : held.seats) {
      std::vector<Seat>& seats = at(trial_seats_, share.batch);
      const auto place = std::find_if(seats.begin(), seats.end(), [&](const Seat& seat) { return seat.time > time; });
      seats.insert(place, {time, held.room, share.candidates});
    }
}

void Timetable::count_sessions(const Record& record, int step) {
  for (const Held& held : record) {
    const int pair = c_.pair(held.subject, at(c_.room_site, held.room));
    std::int64_t &total = at(totals_, held.subject);
    int& month = at(sessions_, pair);
    if (c_.model.practical(held.subject)) {
      const std::int64_t k = count_of(at(c_.model.subjects, held.subject).sites);
      const std::int64_t n = at(c_.pair_past, pair) + month;
      trial_imbalance_ += k * (step * 2 * n + 1) - (step * 2 * total + 1);
    }
    month += step;
    total += step;
    counted_.push_back({held.subject, pair, step});
  }
}

std::int64_t Timetable::shortage_of(int subject, const State& state) const {
  std::int64_t missing = 0;
  const std::vector<int>& queue = at(c_.model.subjects, subject).queue;
  for (int r = 0; r < count_of(queue); ++r) missing += static_cast<std::int64_t>(at(c_.batches, at(queue, r)).weight) * at(state, r);
  return missing == 0 ? 0 : shortage(at(c_.rarity, subject), missing, at(c_.total_weight, subject));
}

void Timetable::read_finals() {
  for (int j : astray_) {
    trial_shortages_.emplace_back(j, shortage_of(j, state_of(j)));
    trial_shortage_sum_ += trial_shortages_.back().second - at(shortages_, j);
  }
}

Score Timetable::score() const {
  const Weights& w = c_.model.instance.policy.weights;
  std::int64_t alone = 0;
  for (int j = 0; j < c_.subject_count; ++j)
    if (at(regulars_, j) > 0) alone += at(alone_, j);
  const Wide quality = Wide{trial_imbalance_} * w.imbalance + Wide{trial_sum_.waiting} * w.waiting + Wide{trial_sum_.distance} * w.distance +
                       Wide{trial_sum_.split} * w.split + Wide{alone} * w.retake_alone;
  return {0, trial_shortage_sum_, trial_sum_.exceptions, trial_sum_.beyond, 0, trial_sum_.vacant + trial_mixed_sum_, narrow(quality)};
}

void Timetable::keep() {
  for (const auto& [time, subject] : served_) {
    std::swap(at(records_, cell(time, subject)), at(trial_records_, cell(time, subject)));
    at(costs_, cell(time, subject)) = at(trial_costs_, cell(time, subject));
  }
  for (const Strayed& one : strayed_) at(states_, cell(one.time, one.subject)) = at(trial_states_, cell(one.where, one.subject));
  for (const Regrouped& one : regrouped_)
    std::copy_n(group_words_.begin() + static_cast<std::ptrdiff_t>(one.words), c_.words, at(groups_, one.time).begin() + one.institution * c_.words);
  for (int t = settled_ + 1; t <= c_.times; ++t)
    for (int i : changed_groups_) std::copy_n(over_.begin() + i * c_.words, c_.words, at(groups_, t).begin() + i * c_.words);
  for (const auto& [time, vacancy] : trial_mixed_) at(mixed_, time) = vacancy;
  for (const auto& [subject, value] : trial_shortages_) at(shortages_, subject) = value;
  for (int b : moved_) std::swap(at(seats_, b), at(trial_seats_, b));
  counted_.clear();
  summed_.clear();
  sum_ = trial_sum_;
  mixed_sum_ = trial_mixed_sum_;
  imbalance_ = trial_imbalance_;
  shortage_sum_ = trial_shortage_sum_;
  begin_trial();
}

int Timetable::used(int time, int room) const {
  int used = 0;
  for (int j : at(c_.room_subjects, room))
    for (const Held& held : record(time, j))
      if (held.room == room) used += held.used;
  return used;
}

} // namespace ankao::draw
