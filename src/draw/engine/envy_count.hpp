// SPDX-License-Identifier: Apache-2.0
// Level J of a trial, fast: only batches whose envy can have changed are asked again. rules/envy.hpp is its oracle.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "draw/engine/timetable.hpp"

namespace ankao::draw {

class EnvyCount {
public:
  EnvyCount(const Compact& compact, const Timetable& timetable, Usher& usher);

  /// Pairs in the trial. What is kept is that of the month as it was.
  std::int64_t count();
  /// The trial is kept with the pairs of the last count.
  void keep();
  /// The trial is kept, and nobody envies anybody in it.
  void keep_none();
  /// Pairs of the month as kept.
  std::int64_t kept() const { return total_; }
  /// The n-th of them: who envies whom.
  std::pair<int, int> pair(std::int64_t n) const;

private:
  struct Visit {
    int time = 0, site = 0, batch = 0;
  };
  struct Session {
    int time = 0;
    const Held* held = nullptr;
  };
  void gather();
  void add(int batch);
  void add_subject(int subject);
  void recount(int a);
  const std::vector<Session>& sessions(int subject);
  const std::vector<Visit>& visits_of(int institution);
  bool wants(int a, const Session& session);
  bool body_elsewhere(int a, int time) const;
  bool could_visit(int a, int time, int site);
  bool last_group_has(int institution, int time, int site, const std::vector<Visit>& visits) const;
  bool chain_holds(int a, int time, int site, const std::vector<Visit>& visits);

  const Compact& c_;
  const Timetable& timetable_;
  Usher& usher_;
  std::int64_t total_ = 0, trial_total_ = 0;
  std::vector<std::vector<int>> envied_, trial_envied_; ///< [batch] by whom it envies
  int stamp_ = 0;
  std::vector<int> batch_mark_, subject_mark_, session_mark_, visit_mark_;
  std::vector<int> asked_; ///< batches of this count
  std::vector<std::vector<Session>> sessions_; ///< [subject] in order of time
  std::vector<std::vector<Visit>> visits_;     ///< [institution] the same
  std::vector<int> sites_, group_, before_;    ///< scratch
};

} // namespace ankao::draw
