// SPDX-License-Identifier: Apache-2.0
// An instance and a seed with everything that draw.md derives from them once: eligible sites, bands, drawn orders, offers, the
// basis of R1 waivers, first-come order, rarity, openings, what the history leaves of R6 and R7. Immutable; refers to the instance.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draw/rules/at.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/tickets.hpp"

namespace ankao::draw {

/// Why R1 does not bind a batch (G-10). The first that applies is recorded.
enum class Waiver { None, Exempt, OwnSchool, NoOtherSite };

/// Why nobody of a batch can sit at a time at all.
enum class Ready { Yes, Suspended, NotReady };

/// One step of a drawn order.
struct DrawnSite {
  int site = 0;
  int band = 0;
  int inner = 0; ///< place within the band, from 0
  std::uint64_t ticket = 0;
  int visit_key = -1; ///< index of (institution, site, subject) for R7; -1 when the batch makes no visits
};

struct BatchFacts {
  Waiver waiver = Waiver::None;
  bool urgent = false;
  bool counts = false;  ///< its sittings are visits (R7, R8)
  bool chained = false; ///< its sittings are visits for R6 too: it has another site to go to
  int weight = 1;       ///< level U
  int rank = 0;         ///< place in the first-come order of its subject, from 0
  int class_index = 0;
  int offer = 0; ///< the first `offer` of the drawn order are its offer
  std::vector<DrawnSite> order;
  std::vector<int> place;   ///< [site] place in the drawn order, -1 = not eligible
  std::vector<Ready> ready; ///< [time]
};

struct SubjectFacts {
  std::vector<int> sites; ///< that offer it, ascending
  std::int64_t rarity = 1;
  std::vector<int> queue; ///< its batches in first-come order
};

/// (institution, site, subject) of R7.
struct VisitKey {
  int institution = 0, site = 0, subject = 0;
  int held = 0;  ///< in the calendar year, history
  int limit = 0; ///< max(visits_per_year, held)
};

class Model {
public:
  Model(const Instance& instance, const Seed& seed);

  const Instance& instance;
  int slots_per_day = 1;
  int times = 0;
  int class_count = 0;
  std::vector<BatchFacts> batches;
  std::vector<SubjectFacts> subjects;
  std::vector<VisitKey> visit_keys;
  std::vector<std::vector<char>> open;                  ///< [room][time]: R4 without the institution
  std::vector<std::vector<int>> last_group;             ///< [institution] sites of its latest group of the history, ascending
  std::vector<std::vector<std::int64_t>> past_sessions; ///< [subject][position in SubjectFacts::sites]
  std::vector<int> line;                                ///< all batches in first-come order across the subjects
  std::vector<int> subjects_by_id;                      ///< indices in order of id
  std::vector<int> rooms_by_id;

  Date date_of(int time) const { return at(instance.calendar.dates, time / slots_per_day); }
  /// Seats of a room for a subject, 0 = none.
  int seats(int room, int subject) const;
  /// Seats a session's vacancy is measured against (level V).
  int vacancy_base(int room, int subject) const;
  int vacancy(int room, int subject, int used) const;
  /// R9: the smallest share of the batch in the room.
  int smallest_share(int batch, int room, int subject) const;
  int smallest_share(int batch, int room) const { return smallest_share(batch, room, at(instance.batches, batch).subject); }
  /// Whole weeks from the end of training to the examination.
  int weeks_waited(int batch, int time) const { return (date_of(time) - at(instance.batches, batch).completed) / 7; }
  bool practical(int subject) const { return at(instance.subjects, subject).kind == SubjectKind::Practical; }

private:
  void read_openings();
  void read_sites_of_subjects();
  void read_batches(const Seed& seed);
  void read_classes();
  void waive(int batch);
  void draw_order(int batch, const Seed& seed);
  void read_readiness(int batch);
  void read_lines(const Seed& seed);
  void read_history();
  void read_visit_keys();
};

} // namespace ankao::draw
