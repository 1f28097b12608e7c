// SPDX-License-Identifier: Apache-2.0
// The model as flat arrays for roster.hpp. Subjects are numbered in the order in which they are served; the batches
// of a subject stand side by side in first-come order, each subject from a multiple of 64 on, so that sets of batches are words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "draw/engine/compact.hpp"

namespace ankao::draw {

using Word = std::uint64_t;

inline bool has(const Word* set, int i) { return ((set[i >> 6] >> (i & 63)) & 1U) != 0; }
inline void insert(Word* set, int i) { set[i >> 6] |= Word{1} << (i & 63); }
inline void remove(Word* set, int i) { set[i >> 6] &= ~(Word{1} << (i & 63)); }

/// A room's use for one of its subjects.
struct Use {
  int room = 0, site = 0, subject = 0;
  int seats = 0;
  int pair = 0;     ///< (subject, site)
  int capacity = 0; ///< of the room
  bool exclusive = true;
};

/// What the roster asks of a batch again and again.
struct Party {
  int candidates = 0;
  int institution = 0, body = 0, subject = 0;
  int fragment = 1, least_rest = 1, weight = 1;
  bool counts = false, chained = false, regular = true;
};

struct Field {
  explicit Field(const Compact& compact);

  std::size_t at_site(int batch, int site) const { return index(batch, sites, site); }
  const Word* offer(int batch) const { return offers.data() + index(batch, site_words, 0); }
  const Word* order(int batch) const { return orders.data() + index(batch, site_words, 0); }
  const Word* ready_at(int time) const { return ready.data() + index(time, words, 0); }
  /// The batches of the pair's subject that have its site in their offer (their drawn order): words of that subject alone.
  const Word* takers(int pair) const { return offer_takers.data() + at(taker_start, pair); }
  const Word* all_takers(int pair) const { return order_takers.data() + at(taker_start, pair); }
  int words_of(int subject) const { return at(first_word, subject + 1) - at(first_word, subject); }
  const Word* ready_times(int batch) const { return ready_of.data() + index(batch, time_words, 0); }
  bool open_at(int room, int time) const { return open[index(room, times, time)] != 0; }
  static std::size_t index(int row, int width, int column) { return Compact::index(row, width, column); }

  const Compact& compact;
  int times, subjects, sites, rooms, institutions, bodies, keys;
  int site_words, time_words;
  int words = 0;    ///< of a set of batches
  int capacity = 0; ///< places for batches, 64 a word; some stay empty
  std::vector<int> subject_of, turn_of; ///< the model's number of a subject and back
  std::vector<int> batch_of, place_of;  ///< the same of batches; batch_of is -1 at places that stay empty
  std::vector<int> first_word;          ///< [subject]
  std::vector<Party> parties;           ///< [batch]
  std::vector<Word> offers, orders;     ///< [batch] sets of sites
  std::vector<Word> ready;              ///< [time] sets of batches
  std::vector<Word> ready_of;           ///< [batch] the same as sets of times
  std::vector<int> key, place;          ///< [batch][site] of R7; place in the drawn order
  std::vector<std::int64_t> distance;   ///< [batch][site] of one candidate, in units of Q
  std::vector<std::int64_t> waiting;    ///< [batch][time] the same
  std::vector<std::size_t> taker_start; ///< [pair]
  std::vector<Word> offer_takers, order_takers;
  std::vector<Word> chained_members, counting_members; ///< [institution] sets of batches
  std::vector<std::vector<int>> body_members;          ///< [class]
  std::vector<char> shared_body;                       ///< [class] has more than one batch
  std::vector<Use> uses;                               ///< by (subject, room)
  std::vector<std::vector<int>> uses_of_room, uses_of_subject;
  std::vector<std::vector<int>> offered_uses; ///< [batch] at the sites of its offer
  std::vector<char> open; ///< [room][time]
  std::vector<std::int64_t> rarity, total_weight; ///< [subject]
  std::vector<int> least_fragment, most_sessions; ///< [subject]
  std::int64_t dearest = 0;                       ///< no candidate costs more: sums stay far from 2^63 whatever the weights
  std::vector<Word> last_visits;                  ///< [institution] sites of its latest group of the history

private:
  void read_subjects();
  void read_batches();
  void read_batch(int batch);
  std::int64_t price(std::int64_t weight, std::int64_t amount) const;
  void read_uses();
  void read_takers();
};

} // namespace ankao::draw
