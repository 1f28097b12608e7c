// SPDX-License-Identifier: Apache-2.0
// Level J of a decoded month, fast: only batches that were passed over at a time are asked, and the moments already know the chain
// up to there. rules/envy.hpp is its oracle.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "draw/engine/decoder.hpp"

namespace ankao::draw {

class EnvyCount {
public:
  EnvyCount(const Compact& compact, const Decoder& decoder);

  /// `moments[t]` is the state before time t, `records[t]` what was seated then; one moment more than records.
  std::int64_t count(const std::vector<const Moment*>& moments, const std::vector<const Record*>& records);
  /// The pairs of the last count.
  const std::vector<std::pair<int, int>>& pairs() const { return pairs_; }

private:
  struct Visit {
    int time = 0, site = 0, batch = 0;
  };
  void read_time(int t);
  void look_at(int t, const Held& held);
  void read_last_times();
  const std::vector<int>& waiting(int t, int subject);
  bool wants(int a, int t, const Held& held, int rank);
  bool could_visit(int a, int t, int site);
  bool chain_holds(int a, int t, int site, const std::vector<Visit>& visits);
  const std::vector<Visit>& visits_of(int institution);

  const Compact& c_;
  const Decoder& decoder_;
  const std::vector<const Moment*>* moments_ = nullptr;
  const std::vector<const Record*>* records_ = nullptr;
  std::vector<int> class_batch_, class_stamp_, room_used_;
  std::vector<std::pair<int, int>> pairs_;
  std::vector<std::vector<Visit>> visits_; ///< [institution]
  bool visits_read_ = false;
  std::vector<int> last_time_;            ///< [batch] of its last seat; after the month when somebody of it has none
  std::vector<std::vector<int>> waiting_; ///< [subject] ranks of those who could sit at a time and have seats only later
  std::vector<int> waiting_time_;         ///< [subject] for which waiting_ holds
  int stamp_ = 0;
};

} // namespace ankao::draw
