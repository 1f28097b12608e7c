// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/draft.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ankao::draw {
namespace {

class Draft {
public:
  Draft(const Compact& compact, Usher& usher, int few_times)
      : c_(compact)
      , usher_(usher)
      , few_times_(few_times)
      , groups_(first_groups(compact))
      , changed_(static_cast<std::size_t>(compact.institution_count), 0)
      , pair_sessions_(static_cast<std::size_t>(compact.pair_count), 0)
      , past_total_(static_cast<std::size_t>(compact.subject_count), 0) {
    for (int j = 0; j < c_.subject_count; ++j) {
      states_.push_back(first_state(c_, j));
      for (std::int64_t n : at(c_.model.past_sessions, j)) at(past_total_, j) += n;
    }
  }

  std::vector<Cell> cells_at(int t);

private:
  bool estimate(Estimate& e) {
    const int pair = c_.pair(e.subject, at(c_.room_site, e.room));
    return usher_.estimate(e, at(states_, e.subject).data(), few_times_, c_.model.instance.policy.weights.imbalance * imbalance_step(e.subject, pair));
  }
  std::int64_t imbalance_step(int subject, int pair) const {
    if (!c_.model.practical(subject)) return 0;
    const std::int64_t k = count_of(at(c_.model.subjects, subject).sites);
    const std::int64_t n = at(c_.pair_past, pair) + at(pair_sessions_, pair);
    const std::int64_t total = at(past_total_, subject) + at(at(states_, subject), at(c_.layouts, subject).sessions);
    return k * (2 * n + 1) - (2 * total + 1);
  }
  std::vector<Estimate> openings(int t);
  Cell open(const Estimate& e);
  bool full(const Estimate& e) const { return c_.model.vacancy(e.room, e.subject, e.used + usher_.used(e.room)) == 0; }
  void close_time();

  const Compact& c_;
  Usher& usher_;
  int few_times_;
  std::vector<std::vector<int>> states_; ///< [subject]
  std::vector<int> groups_;
  std::vector<char> changed_;
  std::vector<int> pair_sessions_;
  std::vector<std::int64_t> past_total_;
  Record record_;
  Costs costs_;
};

std::vector<Estimate> Draft::openings(int t) {
  std::vector<Estimate> open;
  for (int room : at(c_.open_rooms, t))
    for (int subject : at(c_.room_subjects, room)) {
      Estimate e{room, subject, 0, false, 0};
      if (estimate(e)) open.push_back(e);
    }
  return open;
}

Cell Draft::open(const Estimate& e) {
  Cell cell;
  cell.room = e.room;
  cell.subject = e.subject;
  record_.clear();
  usher_.serve(cell.subject, &cell, 1, at(states_, cell.subject).data(), record_, costs_);
  if (record_.count() > 0) ++at(pair_sessions_, c_.pair(cell.subject, at(c_.room_site, cell.room)));
  return cell;
}

void Draft::close_time() {
  for (int i : usher_.present())
    if (usher_.visits(i)) std::copy_n(usher_.chained(i), c_.words, groups_.data() + i * c_.words);
}

std::vector<Cell> Draft::cells_at(int t) {
  usher_.begin(t, {groups_.data(), groups_.data(), changed_.data(), c_.words});
  std::vector<Estimate> open_ones = openings(t);
  std::vector<Cell> cells;
  const auto key = [&](const Estimate& e) {
    return std::tuple(e.urgent ? 0 : 1, full(e) ? 0 : 1, at(c_.subject_turn, e.subject), e.cost, e.room);
  };
  while (!open_ones.empty()) {
    const auto best = std::min_element(open_ones.begin(), open_ones.end(), [&](const Estimate& x, const Estimate& y) { return key(x) < key(y); });
    if (!best->urgent && !full(*best)) break;
    const Estimate told = *best;
    if (!estimate(*best)) {
      open_ones.erase(best);
      continue;
    }
    if (best->used != told.used || best->cost != told.cost) continue; // someone took its people meanwhile
    const Cell cell = open(told);
    cells.push_back(cell);
    std::erase_if(open_ones, [&](Estimate& e) {
      const bool same_room = e.room == cell.room;
      if (same_room && (at(c_.room_exclusive, cell.room) || e.subject == cell.subject)) return true;
      return (same_room || e.subject == cell.subject) && !estimate(e);
    });
  }
  close_time();
  sort_cells(c_, cells);
  return cells;
}

} // namespace

std::vector<std::vector<Cell>> draft_grid(const Compact& compact, Usher& usher, int few_times) {
  Draft draft(compact, usher, few_times);
  std::vector<std::vector<Cell>> grid;
  for (int t = 0; t < compact.times; ++t) grid.push_back(draft.cells_at(t));
  return grid;
}

void sort_cells(const Compact& compact, std::vector<Cell>& cells) {
  std::sort(cells.begin(), cells.end(), [&](const Cell& x, const Cell& y) {
    return std::pair(at(compact.subject_turn, x.subject), x.room) < std::pair(at(compact.subject_turn, y.subject), y.room);
  });
}

std::vector<int> first_state(const Compact& compact, int subject) {
  std::vector<int> state(static_cast<std::size_t>(at(compact.layouts, subject).size), 0);
  const std::vector<int>& queue = at(compact.model.subjects, subject).queue;
  for (int r = 0; r < count_of(queue); ++r) at(state, r) = at(compact.batches, at(queue, r)).candidates;
  return state;
}

std::vector<int> first_groups(const Compact& compact) {
  std::vector<int> groups(static_cast<std::size_t>(compact.institution_count * compact.words), 0);
  for (int i = 0; i < compact.institution_count; ++i)
    for (int site : at(compact.model.last_group, i)) {
      int& word = at(groups, i * compact.words + site / 32);
      word = static_cast<int>(static_cast<unsigned>(word) | (1U << (site % 32)));
    }
  return groups;
}

} // namespace ankao::draw
