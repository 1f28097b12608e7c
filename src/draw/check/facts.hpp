// SPDX-License-Identifier: Apache-2.0
// What draw.md says of an instance and a seed before any plan exists: waivers, eligible sites, drawn orders, queues, rarity.
// Written from draw.md alone, simple and slow; the engine has its own reading of the same page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "draw/words/instance.hpp"
#include "draw/words/tickets.hpp"

namespace ankao::draw::checking {

inline std::size_t at(int place) { return static_cast<std::size_t>(place); }

enum class Waiver { None, Exempt, OwnSchool, NoOtherSite };

/// One site of a drawn order.
struct Drawn {
  int site = 0;
  int band = 0;
  std::uint64_t ticket = 0;
  int inner = 0; ///< place within the band, from 0
};

struct BatchFacts {
  Waiver waiver = Waiver::None;
  bool counts = false; ///< makes visits: regular, practical, not waived
  bool urgent = false; ///< finish_by in the month or past
  int weight = 1;      ///< in level U
  std::uint64_t tie = 0;
  std::vector<Drawn> order;     ///< drawn order: eligible sites by (band, ticket)
  std::vector<int> order_place; ///< per site of the instance: place in the order, or -1
  int queue_place = 0;          ///< in the first-come order of its subject, from 0
};

class Facts {
public:
  Facts(const Instance& instance, const Seed& seed);

  const Instance& instance() const { return *instance_; }
  const BatchFacts& of(int batch) const { return batches_[at(batch)]; }
  /// Sites with a room that has seats for the subject.
  const std::vector<int>& offering(int subject) const { return offering_[at(subject)]; }
  std::int64_t rarity(int subject) const;
  /// The batches of a subject, first come first.
  const std::vector<int>& queue(int subject) const { return queues_[at(subject)]; }

  /// R1 alone: not the institution's own site, or waived.
  bool permitted(int batch, int site) const;
  /// In the first order_depth sites of its drawn order.
  bool in_offer(int batch, int site) const;
  int band(int batch, int site) const;

  /// Time of a slot: date index times number of slots plus slot index; times compare as (date, slot) do.
  int time(int date, int slot) const { return date * slots() + slot; }
  int date_of(int time) const { return time / slots(); }
  int slot_of(int time) const { return time % slots(); }
  Date day(int time) const { return instance_->calendar.dates[at(date_of(time))]; }
  bool open(int room, int time) const { return open_[at(room)][at(time)]; }

private:
  int slots() const { return static_cast<int>(instance_->calendar.slots.size()); }
  void list_openings();
  void list_offering();
  Waiver waiver_of(const Batch& batch) const;
  bool urgent(const Batch& batch) const;
  bool has_opening(int subject, int site) const;
  void draw_order(int batch, const Seed& seed);
  void line_up(int subject);

  const Instance* instance_;
  std::vector<std::vector<bool>> open_; ///< [room][time]
  std::vector<std::vector<int>> offering_;
  std::vector<BatchFacts> batches_;
  std::vector<std::vector<int>> queues_;
};

/// A suspension covers the date.
bool suspended(const std::vector<DateRange>& ranges, Date date);

/// Calendar years count in R7; "the year before the month" in the imbalance is told by the instance.
inline bool in_year_of(const Instance& instance, Date date) { return date.year() == instance.month.year; }

} // namespace ankao::draw::checking
