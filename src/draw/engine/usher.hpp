// SPDX-License-Identifier: Apache-2.0
// Seats the batches of one subject at one time, in first-come order, at the sessions that stand open for it. A batch takes all it
// can before anyone behind it is asked, and what it could still take but must leave (R9) stays empty: so nobody has justified
// envy, by construction. All rules hold by construction too.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/engine/choices.hpp"
#include "draw/engine/compact.hpp"
#include "draw/engine/record.hpp"

namespace ankao::draw {

/// The sites of every institution's latest visit before a time (R6): `base`, where `changed` says otherwise `over`.
struct LatestVisits {
  const int* base = nullptr;
  const int* over = nullptr;
  const char* changed = nullptr;
  int words = 1;
  const int* of(int institution) const { return (changed[institution] ? over : base) + institution * words; }
};

/// What one more session of a subject in a room would hold.
struct Estimate {
  int room = 0, subject = 0, used = 0;
  bool urgent = false;   ///< somebody would sit there who has few times left
  std::int64_t cost = 0; ///< quality per thousand seats
};

class Usher {
public:
  Usher(const Compact& compact, const Choices& choices);

  /// A new time: nobody sits anywhere yet.
  void begin(int time, const LatestVisits& chain);
  /// These sit there already.
  void admit(const Record& record);
  /// Fills the cells, all of one subject. `state` is that of the subject before and becomes the one after.
  void serve(int subject, const Cell* cells, int count, int* state, Record& record, Costs& costs);
  /// False when nobody would sit there. `opening` is what the session itself costs.
  bool estimate(Estimate& e, int* state, int few_times, std::int64_t opening);

  /// Institutions whose batches sit somewhere now.
  const std::vector<int>& present() const { return touched_; }
  /// Sites that the institution's chained batches attend now; all zero when none does.
  const int* chained(int institution) const { return chained_.data() + institution * c_.words; }
  bool visits(int institution) const;
  int opened() const { return opened_; }
  int used(int room) const { return at(room_stamp_, room) == stamp_ ? at(room_used_, room) : 0; }
  /// Vacancy of the mixed rooms in use now.
  std::int64_t mixed_vacancy() const;

  /// Work done since construction, in engine units.
  std::int64_t work() const { return work_; }
  /// Work done elsewhere counts too, and so does a trial that came to nothing: every search ends.
  void spend(std::int64_t units) { work_ += units; }

private:
  struct Desk {
    int room = 0, site = 0, seats = 0;
    int free = 0;   ///< that may be used
    int capped = 0; ///< that are free but kept empty
    int record = -1, excluded = -1, favourite = -1;
    int next = -1; ///< another desk at the same site
    bool generous = false, blocked = false, closed = false;
    const std::vector<Share>* pins = nullptr;
  };

  int& left(int batch) const { return state_[at(c_.batches, batch).rank]; }
  int& visit_count(const CompactPlace& place) const { return state_[layout_->visits + place.visit]; }
  int& sessions() const { return state_[layout_->sessions]; }
  void take_state(int subject, int* state);
  void open_desks(int subject, const Cell* cells, int count);
  void close_desks();
  void use_room(int room, int candidates);
  void seat_favourites();
  void seat_pinned();
  void seat_pin(const Share& pin, Desk& desk);
  bool may_open(int subject, const Desk& desk) const;
  void seat_batch(int batch, int only = -1);
  int pick_desk(int batch) const;
  int share_at(int batch, const Desk& desk) const;
  void sit(int batch, Desk& desk, int share);
  void note_present(int batch, int site);
  void note_visit(const CompactPlace& place);
  bool may_visit(int batch, const CompactPlace& place, int site, bool excused) const;
  bool body_elsewhere(int batch) const;
  int need(int batch, const Desk& desk) const;
  void block_desks(int batch);
  int first_desk(int site) const { return at(site_stamp_, site) == serve_stamp_ ? at(site_desk_, site) : -1; }
  bool anything_left(int subject) const;

  const Compact& c_;
  const Choices& choices_;
  std::int64_t work_ = 0;

  LatestVisits chain_;
  int time_ = 0;
  int stamp_ = 0;
  int opened_ = 0;
  std::vector<int> class_stamp_, class_batch_, key_stamp_, room_stamp_, room_used_, site_count_;
  std::vector<int> attended_, chained_; ///< sets of sites by institution
  std::vector<int> touched_;            ///< institutions
  std::vector<int> mixed_rooms_;

  int* state_ = nullptr;
  const StateLayout* layout_ = nullptr;
  Record* record_ = nullptr;
  Costs* costs_ = nullptr;
  std::vector<Desk> desks_;
  std::vector<int> options_;                ///< indices into desks_
  std::vector<int> site_desk_, site_stamp_; ///< [site] its first desk, valid when the stamp is serve_stamp_
  int serve_stamp_ = 0;
  bool desks_changed_ = false;
};

} // namespace ankao::draw
