// SPDX-License-Identifier: Apache-2.0
// Refine: what a trial takes out, by the level that it works on.
#include <algorithm>

#include "draw/engine/refine.hpp"

namespace ankao::draw {

bool Refine::ruin() {
  if (aim_.seats_alone) return ruin_for_left_out();
  if (aim_.locked < 3 && current_.unplaced + current_.beyond_offer > 0 && chance_.below(2) == 0) return ruin_for_lacking();
  if (aim_.locked < 4 && current_.envy > 0 && chance_.below(aim_.locked == 3 ? 2 : 3) == 0) return chance_.below(2) == 0 ? ruin_for_envied() : ruin_for_envious();
  if (aim_.locked < 5 && current_.vacant > 0 && chance_.below(aim_.locked == 4 ? 2 : 8) == 0) return ruin_vacant();
  return ruin_some();
}

void Refine::loosen(int batch) {
  if (std::find(loose_.begin(), loose_.end(), batch) == loose_.end()) loose_.push_back(batch);
}

void Refine::ruin_batch(int batch) {
  loosen(batch);
  while (!roster_.stays(batch).empty()) roster_.take(batch, roster_.stays(batch).back().slot);
}

/// Of a batch that is wholly seated.
void Refine::take_latest(int batch) {
  if (roster_.left(batch) > 0) return;
  int last = -1;
  for (const Roster::Stay& stay : roster_.stays(batch)) last = std::max(last, stay.slot);
  roster_.take(batch, last);
}

void Refine::ruin_session(int slot) {
  in_session_.clear();
  for (const Share& share : roster_.session(slot).seats) in_session_.push_back(share.batch);
  for (int batch : in_session_) {
    loosen(batch);
    roster_.take(batch, slot);
  }
}

int Refine::any_seated() {
  for (int tries = 0; tries < 8; ++tries) {
    const int batch = any(batches_);
    if (!roster_.stays(batch).empty()) return batch;
  }
  return -1;
}

/// A slot in the batch's offer at which it is ready.
int Refine::any_slot_of(int batch) {
  const int number = at(f_.batch_of, batch);
  const CompactBatch& b = at(f_.compact.batches, number);
  if (b.offer == 0) return -1;
  for (int tries = 0; tries < 8; ++tries) {
    const auto& slots = at(slots_, f_.compact.pair(b.subject, f_.compact.order_site(number, chance_.below(b.offer))));
    if (slots.empty()) continue;
    const int s = any(slots);
    if (has(f_.ready_at(roster_.time_of(s)), batch)) return s;
  }
  return -1;
}

/// Whoever holds the slot's room then goes, in whatever subject.
void Refine::ruin_room(int slot) {
  const int occupant = roster_.occupant(roster_.time_of(slot), at(f_.uses, roster_.use_of(slot)).room);
  ruin_session(occupant >= 0 ? roster_.slot(roster_.time_of(slot), occupant) : slot);
}

/// Room for the batch in one of its slots.
void Refine::ruin_place_for(int batch) {
  const int s = any_slot_of(batch);
  if (s >= 0) ruin_room(s);
}

/// Some of the institution's other batches go: it is their visits that R6 and R7 look at.
void Refine::ruin_mates(int batch, int count) {
  const auto& mates = at(mates_, at(f_.parties, batch).institution);
  for (; count > 0; --count) ruin_batch(any(mates));
}

bool Refine::ruin_for_lacking() {
  if (lacking_.members().empty()) return false;
  const int batch = any(lacking_.members());
  ruin_batch(batch);
  if (chance_.below(4) != 0) ruin_place_for(batch);
  if (chance_.below(4) == 0) ruin_place_for(batch);
  if (chance_.below(2) == 0) ruin_mates(batch, 1 + chance_.below(6));
  first_loose_ = 1;
  return true;
}

/// One who is left out takes a slot of its offer, whoever sits there; some sessions of its subject are filled anew.
bool Refine::ruin_for_left_out() {
  left_out_.clear();
  for (int p : lacking_.members())
    if (roster_.left(p) > 0) left_out_.push_back(p);
  if (left_out_.empty()) return ruin_some();
  const int batch = any(left_out_);
  loosen(batch);
  const int s = any_slot_of(batch);
  if (s < 0) return false;
  ruin_between(batch, 0);
  if (at(f_.parties, batch).counts && chance_.below(2) == 0) ruin_mates(batch, 1 + chance_.below(3));
  ruin_room(s);
  if (chance_.below(4) == 0) ruin_place_for(batch);
  first_loose_ = 1;
  const int share = chance_.below(2) == 0 ? roster_.most_at(batch, s, 0) : 0;
  if (share > 0 && roster_.fits(batch, s, false)) roster_.put(batch, s, share);
  return true;
}

/// Up to two more sessions of the batch's subject from the time on.
void Refine::ruin_between(int batch, int from) {
  for (int n = 1 + chance_.below(2); n > 0; --n) {
    const int t = from + chance_.below(f_.times - from);
    const auto& held = roster_.held(t, at(f_.parties, batch).subject);
    if (!held.empty()) ruin_session(roster_.slot(t, any(held)));
  }
}

/// The envious one goes first, where it wishes to be; whoever sits there and stands behind it is seated anew after it.
bool Refine::ruin_for_envious() {
  if (envious_.members().empty()) return false;
  const int batch = any(envious_.members());
  const int s = any(roster_.wishes(batch));
  loosen(batch);
  take_latest(batch);
  in_session_.clear();
  for (const Share& share : roster_.session(s).seats)
    if (share.batch > batch) in_session_.push_back(share.batch);
  for (int other : in_session_) {
    loosen(other);
    roster_.take(other, s);
  }
  first_loose_ = 1;
  if (chance_.below(3) == 0) ruin_mates(batch, 1);
  if (chance_.below(3) == 0) ruin_between(batch, roster_.time_of(s));
  if (chance_.below(4) == 0) return true;
  const int share = roster_.share_at(batch, s);
  if (share > 0 && roster_.fits(batch, s, false)) roster_.put(batch, s, share);
  return true;
}

/// Whoever is envied leaves, with some of its institution's, for where fewer would envy it.
bool Refine::ruin_for_envied() {
  if (envious_.members().empty()) return false;
  const int batch = roster_.session(any(roster_.wishes(any(envious_.members())))).last;
  ruin_batch(batch);
  for (int n = chance_.below(3); n > 0; --n) ruin_place_for(batch);
  if (chance_.below(4) != 0) ruin_mates(batch, 1 + chance_.below(4));
  return true;
}

bool Refine::ruin_vacant() {
  if (vacant_.members().empty()) return false;
  const int s = any(vacant_.members());
  const int batch = any(roster_.session(s).seats).batch;
  const int kind = chance_.below(4);
  if (kind != 0) ruin_session(s);
  if (kind == 1) return true;
  const int subject = at(f_.uses, roster_.use_of(s)).subject;
  for (int more = 1 + chance_.below(2); more > 0; --more) {
    if (chance_.below(2) == 0) {
      ruin_place_for(batch);
      continue;
    }
    const int first = at(f_.first_word, subject) * 64, count = f_.words_of(subject) * 64;
    const int other = first + chance_.below(count);
    if (at(f_.batch_of, other) >= 0) ruin_batch(other);
  }
  return !loose_.empty();
}

bool Refine::ruin_some() {
  const int batch = any_seated();
  if (batch < 0) return false;
  const int kind = chance_.below(8);
  if (kind < 3) {
    ruin_batch(batch);
  } else {
    ruin_session(any(roster_.stays(batch)).slot);
  }
  if (kind == 0 || kind == 3) return true;
  if (kind < 6) {
    ruin_place_for(batch);
    return true;
  }
  const int other = any_seated();
  if (other >= 0) ruin_session(any(roster_.stays(other)).slot);
  return true;
}

} // namespace ankao::draw
