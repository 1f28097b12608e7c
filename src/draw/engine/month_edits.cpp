// SPDX-License-Identifier: Apache-2.0
// Month: what a trial changes in the grid, and what becomes of it.
#include <algorithm>

#include "draw/engine/month.hpp"

namespace ankao::draw {

bool Month::is_open(int time, int use) const {
  const auto& there = cells(time, at(f_.uses, use).subject);
  return std::binary_search(there.begin(), there.end(), use);
}

void Month::put_cell(int time, int use) {
  const Use& u = at(f_.uses, use);
  auto& there = at(cells_, cell(time, u.subject));
  there.insert(std::lower_bound(there.begin(), there.end(), use), use);
  if (at(f_.compact.room_exclusive, u.room)) occupant_[Field::index(time, f_.rooms, u.room)] = use;
}

void Month::take_cell(int time, int use) {
  const Use& u = at(f_.uses, use);
  auto& there = at(cells_, cell(time, u.subject));
  there.erase(std::lower_bound(there.begin(), there.end(), use));
  if (at(f_.compact.room_exclusive, u.room)) occupant_[Field::index(time, f_.rooms, u.room)] = -1;
}

void Month::begin() {
  edits_.clear();
  flags_.clear();
  served_list_.clear();
  astray_.clear();
  strayed_.clear();
  trial_mixed_.clear();
  old_shortage_.clear();
  counted_.clear();
  summed_.clear();
  rechained_.clear();
  rechained_words_.clear();
  regrouped_.clear();
  dirty_.clear();
  shifted_.clear();
  any_forced_ = false;
  first_ = f_.times;
  last_edit_ = -1;
  ++trial_;
}

void Month::open(int time, int use) {
  const Use& u = at(f_.uses, use);
  if (is_open(time, use)) return;
  if (at(f_.compact.room_exclusive, u.room) && occupant(time, u.room) >= 0) close(time, occupant(time, u.room));
  put_cell(time, use);
  edits_.push_back({time, use, Change::Open, -1});
}

void Month::close(int time, int use) {
  if (!is_open(time, use)) return;
  for (const auto& reserved = reservations(time, at(f_.uses, use).subject);;) {
    const auto one = std::find_if(reserved.begin(), reserved.end(), [&](const Reservation& b) { return b.use == use; });
    if (one == reserved.end()) break;
    release(time, Reservation(*one));
  }
  take_cell(time, use);
  edits_.push_back({time, use, Change::Close, -1});
}

void Month::put_reservation(int time, const Reservation& reservation) {
  auto& there = at(reservations_, cell(time, at(f_.uses, reservation.use).subject));
  there.insert(std::lower_bound(there.begin(), there.end(), reservation), reservation);
  ++reserved_;
}

void Month::take_reservation(int time, const Reservation& reservation) {
  auto& there = at(reservations_, cell(time, at(f_.uses, reservation.use).subject));
  there.erase(std::find(there.begin(), there.end(), reservation));
  --reserved_;
}

void Month::reserve(int time, const Reservation& reservation) {
  const auto& there = reservations(time, at(f_.uses, reservation.use).subject);
  if (!is_open(time, reservation.use) || std::find(there.begin(), there.end(), reservation) != there.end()) return;
  put_reservation(time, reservation);
  edits_.push_back({time, reservation.use, Change::Reserve, reservation.batch});
}

void Month::release(int time, const Reservation& reservation) {
  const auto& there = reservations(time, at(f_.uses, reservation.use).subject);
  if (std::find(there.begin(), there.end(), reservation) == there.end()) return;
  take_reservation(time, reservation);
  edits_.push_back({time, reservation.use, Change::Release, reservation.batch});
}

void Month::undo(const Edit& edit) {
  switch (edit.change) {
    case Change::Open: return take_cell(edit.time, edit.use);
    case Change::Close: return put_cell(edit.time, edit.use);
    case Change::Reserve: return take_reservation(edit.time, {edit.use, edit.batch});
    case Change::Release: return put_reservation(edit.time, {edit.use, edit.batch});
  }
}

void Month::let_beyond(int batch, int from) {
  if (from == at(beyond_from_, batch)) return;
  flags_.push_back({batch, at(beyond_from_, batch), false});
  set_beyond(batch, from);
}

void Month::set_beyond(int batch, int from) {
  const int subject = at(f_.parties, batch).subject;
  at(wide_, subject) += (from < f_.times) - (at(beyond_from_, batch) < f_.times);
  at(beyond_from_, batch) = from;
  if (from < f_.times) {
    insert(wide_batches_.data(), batch);
  } else {
    remove(wide_batches_.data(), batch);
  }
}

void Month::excuse(int batch, bool excused) {
  if (excused == this->excused(batch)) return;
  flags_.push_back({batch, at(excused_, batch), true});
  at(excused_, batch) = excused;
}

void Month::keep() {
  for (const auto& [time, subject] : served_list_) std::swap(at(served_, cell(time, subject)), at(trial_served_, cell(time, subject)));
  ++trial_;
  for (const Strayed& one : strayed_) write_state(one.time, one.subject, one.where);
  ++regroup_stamp_;
  for (const Rechained& one : rechained_) {
    std::copy_n(rechained_words_.data() + one.words, f_.site_words, chain(one.time, one.institution));
    if (at(regrouped_mark_, one.institution) == regroup_stamp_) continue;
    at(regrouped_mark_, one.institution) = regroup_stamp_;
    regrouped_.push_back(one.institution);
  }
  for (int i : regrouped_) write_groups(i);
  for (const auto& [time, vacancy] : trial_mixed_) at(mixed_, time) = vacancy;
  kept_sum_ = sum_;
  kept_mixed_sum_ = mixed_sum_;
  kept_imbalance_ = imbalance_;
  kept_shortage_sum_ = shortage_sum_;
  settle();
  for (const auto& [time, subject] : served_list_) drop_empty(time, subject);
}

/// What the trial left lying about.
void Month::settle() {
  for (const Shifted& one : shifted_) at(visit_shift_, one.key) = 0;
  for (int i : dirty_) at(group_over_, i) = 0;
  for (int j : astray_) at(where_, j) = -1;
}

void Month::write_state(int time, int subject, int where) {
  const int first = at(f_.first_word, subject), count = f_.words_of(subject);
  std::copy_n(trial_left_.data() + Field::index(where, f_.capacity, first * 64), count * 64, left_.data() + Field::index(time, f_.capacity, first * 64));
  std::copy_n(trial_alive_.data() + Field::index(where, f_.words, first), count, alive_.data() + Field::index(time, f_.words, first));
  sessions_[Field::index(time, f_.subjects, subject)] = trial_sessions_[Field::index(where, f_.subjects, subject)];
  hash_[Field::index(time, f_.subjects, subject)] = trial_hash_[Field::index(where, f_.subjects, subject)];
}

void Month::write_groups(int institution) {
  for (int t = 0; t < f_.times; ++t) {
    const Word* sites = chain(t, institution);
    if (!any_site(sites)) sites = group(t, institution);
    std::copy_n(sites, f_.site_words, groups_.data() + Field::index((t + 1) * f_.institutions + institution, f_.site_words, 0));
  }
}

/// A cell where nobody sits is no session.
void Month::drop_empty(int time, int subject) {
  auto& open = at(cells_, cell(time, subject));
  const std::vector<Sit>& sits = at(served_, cell(time, subject)).sits;
  const std::vector<int>& uses = at(served_, cell(time, subject)).uses;
  reserved_ -= static_cast<int>(std::erase_if(at(reservations_, cell(time, subject)), [&](const Reservation& b) {
    return std::none_of(sits.begin(), sits.end(), [&](const Sit& s) { return s.use == b.use && s.batch == b.batch; });
  }));
  if (open.size() == uses.size()) return;
  std::erase_if(open, [&](int u) {
    if (std::find(uses.begin(), uses.end(), u) != uses.end()) return false;
    const int room = at(f_.uses, u).room;
    if (at(f_.compact.room_exclusive, room)) occupant_[Field::index(time, f_.rooms, room)] = -1;
    return true;
  });
}

void Month::drop() {
  for (auto one = served_list_.rbegin(); one != served_list_.rend(); ++one) restore_visits(one->first, one->second);
  ++trial_;
  for (auto edit = edits_.rbegin(); edit != edits_.rend(); ++edit) undo(*edit);
  for (auto flag = flags_.rbegin(); flag != flags_.rend(); ++flag) {
    if (flag->excuse) {
      at(excused_, flag->batch) = static_cast<char>(flag->before);
    } else {
      set_beyond(flag->batch, flag->before);
    }
  }
  for (const auto& [use, step] : counted_) {
    at(pair_sessions_, at(f_.uses, use).pair) -= step;
    at(totals_, at(f_.uses, use).subject) -= step;
  }
  for (const Summed& one : summed_) {
    at(alone_, one.subject) -= one.alone;
    at(regulars_, one.subject) -= one.regulars;
  }
  for (const OldShortage& one : old_shortage_) {
    at(short_, one.subject) = one.missing;
    at(shortage_, one.subject) = one.level;
  }
  sum_ = kept_sum_;
  mixed_sum_ = kept_mixed_sum_;
  imbalance_ = kept_imbalance_;
  shortage_sum_ = kept_shortage_sum_;
  settle();
}

void Month::restore_visits(int time, int subject) {
  const Word bit = Word{1} << (time % 64);
  for (const Sit& s : at(trial_served_, cell(time, subject)).sits)
    if (s.key >= 0) visits_[Field::index(s.key, time_words_, time / 64)] &= ~bit;
  for (const Sit& s : at(served_, cell(time, subject)).sits)
    if (s.key >= 0) visits_[Field::index(s.key, time_words_, time / 64)] |= bit;
}

Month::Decided Month::before() const {
  Decided d{cells_, reservations_, beyond_from_, excused_};
  for (auto edit = edits_.rbegin(); edit != edits_.rend(); ++edit) {
    const int here = cell(edit->time, at(f_.uses, edit->use).subject);
    auto& there = at(d.cells, here);
    auto& reserved = at(d.reservations, here);
    switch (edit->change) {
      case Change::Open: std::erase(there, edit->use); break;
      case Change::Close: there.insert(std::lower_bound(there.begin(), there.end(), edit->use), edit->use); break;
      case Change::Reserve: reserved.erase(std::find(reserved.begin(), reserved.end(), Reservation{edit->use, edit->batch})); break;
      case Change::Release: reserved.insert(std::lower_bound(reserved.begin(), reserved.end(), Reservation{edit->use, edit->batch}), {edit->use, edit->batch}); break;
    }
  }
  for (auto flag = flags_.rbegin(); flag != flags_.rend(); ++flag) {
    if (flag->excuse) {
      at(d.excused, flag->batch) = static_cast<char>(flag->before);
    } else {
      at(d.beyond_from, flag->batch) = flag->before;
    }
  }
  return d;
}

/// The edits that lead there from the month as kept.
void Month::become(const Decided& decided) {
  for (int t = 0; t < f_.times; ++t)
    for (int j = 0; j < f_.subjects; ++j) {
      const std::vector<int> now = cells(t, j);
      for (int u : now) close(t, u);
    }
  for (int t = 0; t < f_.times; ++t)
    for (int j = 0; j < f_.subjects; ++j) {
      for (int u : at(decided.cells, cell(t, j))) open(t, u);
      for (const Reservation& reservation : at(decided.reservations, cell(t, j))) reserve(t, reservation);
    }
  for (int p = 0; p < f_.capacity; ++p) {
    let_beyond(p, at(decided.beyond_from, p));
    excuse(p, at(decided.excused, p) != 0);
  }
}

Seating Month::seating() const {
  Seating seating;
  for (int t = 0; t < f_.times; ++t)
    for (int j = 0; j < f_.subjects; ++j) {
      const Served& here = served(t, j);
      const std::size_t from = seating.size();
      for (int u : here.uses) seating.push_back({at(f_.uses, u).room, t, at(f_.subject_of, j), {}});
      for (const Sit& s : here.sits) {
        const auto place = std::find(here.uses.begin(), here.uses.end(), s.use) - here.uses.begin();
        seating[from + static_cast<std::size_t>(place)].seats.push_back({at(f_.batch_of, s.batch), s.candidates});
      }
    }
  return seating;
}

} // namespace ankao::draw
