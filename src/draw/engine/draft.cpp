// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/draft.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>


namespace ankao::draw {
namespace {

/// A batch with fewer times left than this is seated even where seats stay vacant.
constexpr int k_few_times = 16;

class Drafter {
public:
  explicit Drafter(const Field& field)
      : f_(field)
      , c_(field.compact)
      , site_words_(field.site_words) {
    for (const CompactBatch& b : c_.batches) left_.push_back(b.candidates);
    waiting_.assign(static_cast<std::size_t>(f_.words), 0);
    for (int p = 0; p < f_.capacity; ++p)
      if (at(f_.batch_of, p) >= 0) insert(waiting_.data(), p);
    month_sessions_.assign(static_cast<std::size_t>(c_.subject_count), 0);
    past_total_.assign(month_sessions_.size(), 0);
    pair_sessions_.assign(static_cast<std::size_t>(c_.pair_count), 0);
    class_stamp_.assign(static_cast<std::size_t>(c_.class_count), 0);
    class_batch_ = class_stamp_;
    key_stamp_.assign(static_cast<std::size_t>(c_.key_count), 0);
    visits_ = key_stamp_;
    room_stamp_.assign(static_cast<std::size_t>(c_.room_count), 0);
    room_used_ = room_stamp_;
    site_count_.assign(static_cast<std::size_t>(c_.institution_count), 0);
    attended_.assign(Compact::index(c_.institution_count, site_words_, 0), 0);
    chained_ = groups_ = attended_;
    for (int i = 0; i < c_.institution_count; ++i)
      for (int site : at(c_.model.last_group, i)) insert(set_of(groups_, i), site);
    for (int j = 0; j < c_.subject_count; ++j)
      for (std::int64_t n : at(c_.model.past_sessions, j)) at(past_total_, j) += n;
  }

  Seating run() {
    for (int t = 0; t < c_.times; ++t) fill(t);
    return std::move(seating_);
  }

private:
  struct Estimate {
    int room = 0, subject = 0, used = 0;
    bool urgent = false;   ///< somebody would sit there who has few times left
    std::int64_t cost = 0; ///< quality per thousand seats
  };
  /// A session while its subject's batches are asked.
  struct Desk {
    int room = 0, site = 0, seats = 0, free = 0;
    int sitting = -1; ///< in seating_
    bool blocked = false;
  };

  Word* set_of(std::vector<Word>& sets, int institution) const { return sets.data() + Compact::index(institution, site_words_, 0); }
  const Word* set_of(const std::vector<Word>& sets, int institution) const { return sets.data() + Compact::index(institution, site_words_, 0); }

  void fill(int t) {
    time_ = t;
    ++stamp_;
    opened_ = 0;
    std::vector<Estimate> open;
    for (int room : at(c_.open_rooms, t))
      for (int subject : at(c_.room_subjects, room)) {
        Estimate e{room, subject, 0, false, 0};
        if (estimate(e)) open.push_back(e);
      }
    while (!open.empty()) {
      const auto best = std::min_element(open.begin(), open.end(), [&](const Estimate& x, const Estimate& y) { return key(x) < key(y); });
      if (!best->urgent && !full(*best)) break;
      const Estimate told = *best;
      if (!estimate(*best)) {
        open.erase(best);
        continue;
      }
      if (best->used != told.used || best->cost != told.cost) continue; // someone took its people meanwhile
      serve(told.room, told.subject);
      std::erase_if(open, [&](Estimate& e) {
        const bool same_room = e.room == told.room;
        if (same_room && (at(c_.room_exclusive, told.room) || e.subject == told.subject)) return true;
        return (same_room || e.subject == told.subject) && !estimate(e);
      });
    }
    close();
  }

  int used_in(int room) const { return at(room_stamp_, room) == stamp_ ? at(room_used_, room) : 0; }
  bool full(const Estimate& e) const { return c_.model.vacancy(e.room, e.subject, e.used + used_in(e.room)) == 0; }
  std::tuple<int, int, int, std::int64_t, int> key(const Estimate& e) const { return {e.urgent ? 0 : 1, full(e) ? 0 : 1, at(c_.subject_turn, e.subject), e.cost, e.room}; }

  Desk desk_in(int room, int subject) const {
    const int seats = c_.seats(room, subject);
    return {room, at(c_.room_site, room), seats, std::min(seats, at(c_.room_capacity, room) - used_in(room))};
  }

  /// What one more session of the subject in the room would hold; false when nobody would sit there.
  bool estimate(Estimate& e) const {
    Desk desk = desk_in(e.room, e.subject);
    const Weights& w = c_.model.instance.policy.weights;
    std::int64_t cost = w.imbalance * imbalance_step(e.subject, c_.pair(e.subject, desk.site));
    e.used = 0;
    e.urgent = false;
    each_waiting(e.subject, desk.site, [&](int batch) {
      if (desk.free < at(c_.smallest_fragment, e.subject)) return false;
      if (body_elsewhere(batch) || desk.free < need(batch, desk)) return true;
      const CompactPlace& place = c_.place(batch, desk.site);
      if (!may_visit(batch, place, desk.site)) return true;
      const int share = share_at(batch, desk);
      e.used += share;
      if (share > 0 && c_.times_left(batch, time_) < k_few_times) e.urgent = true;
      desk.free -= share;
      cost += share * w.distance * place.cost + (share > 0 && share < at(left_, batch) ? w.split : 0);
      return share == at(left_, batch) || desk.free < need(batch, desk);
    });
    if (e.used > 0) e.cost = cost * 1000 / e.used;
    return e.used > 0;
  }

  void serve(int room, int subject) {
    Desk desk = desk_in(room, subject);
    if (at(room_stamp_, room) != stamp_) {
      at(room_stamp_, room) = stamp_;
      at(room_used_, room) = 0;
    }
    each_waiting(subject, desk.site, [&](int batch) {
      if (desk.blocked || desk.free <= 0 || desk.free < at(c_.smallest_fragment, subject)) return false;
      if (!body_elsewhere(batch)) seat(batch, desk);
      return true;
    });
  }

  /// In first-come order whoever has somebody left, is ready now and has the site in the offer, until told that it is enough.
  template <class Ask>
  void each_waiting(int subject, int site, Ask ask) const {
    const int turn = at(f_.turn_of, subject), first = at(f_.first_word, turn);
    const Word *takers = f_.takers(c_.pair(subject, site)), *ready = f_.ready_at(time_) + first;
    for (int w = 0; w < f_.words_of(turn); ++w)
      for (Word bits = takers[w] & ready[w] & waiting_[static_cast<std::size_t>(first + w)]; bits != 0; bits &= bits - 1)
        if (!ask(at(f_.batch_of, (first + w) * 64 + std::countr_zero(bits)))) return;
  }

  bool body_elsewhere(int batch) const {
    const int body = at(c_.batches, batch).class_index;
    return at(class_stamp_, body) == stamp_ && at(class_batch_, body) != batch;
  }
  int need(int batch, const Desk& desk) const { return std::min(at(c_.batches, batch).fragment, desk.seats); }

  /// The batch takes all it can; what it could still take but must leave (R9) nobody behind it may have.
  void seat(int batch, Desk& desk) {
    const CompactPlace& place = c_.place(batch, desk.site);
    if (!may_sit(batch, place, desk)) return;
    if (const int share = share_at(batch, desk); share > 0) sit(batch, desk, share);
    if (at(left_, batch) > 0 && may_sit(batch, place, desk)) desk.blocked = true;
  }
  bool may_sit(int batch, const CompactPlace& place, const Desk& desk) const { return desk.free >= need(batch, desk) && may_visit(batch, place, desk.site); }

  bool may_visit(int batch, const CompactPlace& place, int site) const {
    const CompactBatch& b = at(c_.batches, batch);
    if (!b.counts) return true;
    if (at(site_count_, b.institution) >= c_.max_sites && !has(set_of(attended_, b.institution), site)) return false;
    if (at(key_stamp_, place.key) != stamp_ && at(visits_, place.key) >= at(c_.limit, place.key)) return false;
    return !b.chained || !has(set_of(groups_, b.institution), site);
  }

  int share_at(int batch, const Desk& desk) const {
    if (desk.sitting < 0 && (opened_ >= c_.max_sessions_per_slot || at(month_sessions_, at(c_.batches, batch).subject) >= at(c_.max_sessions, at(c_.batches, batch).subject))) return 0;
    int share = std::min(at(left_, batch), desk.free);
    const int rest = at(left_, batch) - share;
    const int least = at(c_.batches, batch).least_rest;
    if (rest > 0 && rest < least) share -= least - rest;
    return share >= need(batch, desk) ? share : 0;
  }

  std::int64_t imbalance_step(int subject, int pair) const {
    if (!c_.model.practical(subject)) return 0;
    const std::int64_t k = count_of(at(c_.model.subjects, subject).sites);
    const std::int64_t n = at(c_.pair_past, pair) + at(pair_sessions_, pair);
    const std::int64_t total = at(past_total_, subject) + at(month_sessions_, subject);
    return k * (2 * n + 1) - (2 * total + 1);
  }

  void sit(int batch, Desk& desk, int share) {
    const CompactBatch& b = at(c_.batches, batch);
    if (desk.sitting < 0) {
      desk.sitting = count_of(seating_);
      seating_.push_back({desk.room, time_, b.subject, {}});
      ++at(pair_sessions_, c_.pair(b.subject, desk.site));
      ++at(month_sessions_, b.subject);
      ++opened_;
    }
    at(left_, batch) -= share;
    if (at(left_, batch) == 0) remove(waiting_.data(), at(f_.place_of, batch));
    desk.free -= share;
    at(room_used_, desk.room) += share;
    at(seating_, desk.sitting).seats.push_back({batch, share});
    at(class_stamp_, b.class_index) = stamp_;
    at(class_batch_, b.class_index) = batch;
    if (b.counts) note_visit(b, c_.place(batch, desk.site), desk.site);
  }

  void note_visit(const CompactBatch& b, const CompactPlace& place, int site) {
    if (at(site_count_, b.institution) == 0) touched_.push_back(b.institution);
    if (!has(set_of(attended_, b.institution), site)) {
      insert(set_of(attended_, b.institution), site);
      ++at(site_count_, b.institution);
    }
    if (b.chained) insert(set_of(chained_, b.institution), site);
    if (at(key_stamp_, place.key) == stamp_) return;
    at(key_stamp_, place.key) = stamp_;
    ++at(visits_, place.key);
  }

  /// The time is over: its visits are what R6 looks back to.
  void close() {
    for (int i : touched_) {
      Word* now = set_of(chained_, i);
      if (std::any_of(now, now + site_words_, [](Word word) { return word != 0; })) std::copy(now, now + site_words_, set_of(groups_, i));
      std::fill(now, now + site_words_, Word{0});
      std::fill_n(set_of(attended_, i), site_words_, Word{0});
      at(site_count_, i) = 0;
    }
    touched_.clear();
  }

  const Field& f_;
  const Compact& c_;
  const int site_words_;
  Seating seating_;
  int time_ = 0, stamp_ = 0, opened_ = 0;
  std::vector<int> left_;                                     ///< [batch]
  std::vector<Word> waiting_;                                 ///< batches with somebody left
  std::vector<int> month_sessions_;                           ///< [subject]
  std::vector<std::int64_t> past_total_;                      ///< [subject]
  std::vector<int> pair_sessions_, visits_, key_stamp_;       ///< [pair], [key]
  std::vector<int> class_stamp_, class_batch_;                ///< who of the class sits now
  std::vector<int> room_stamp_, room_used_;                   ///< [room] now
  std::vector<int> site_count_, touched_;                     ///< institutions that visit now
  std::vector<Word> attended_, chained_, groups_;             ///< [institution] sets of sites: now, and of the last group (R6)
};

} // namespace

Seating drafted(const Field& field) { return Drafter(field).run(); }

} // namespace ankao::draw
