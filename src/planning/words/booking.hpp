// SPDX-License-Identifier: Apache-2.0
// A booking 考试预约: trainees of one class of one institution who need one subject (S-4.2). A booking that is planned in a month
// becomes a batch of that month's draw under the same id.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace ankao::planning {

enum class BookingKind { Regular, Retake };

/// Booked: waits for a plan (wholly or for the rest). Planned: every candidate has a place in a published plan. Withdrawn: by the
/// institution, kept with its reason.
enum class BookingState { Booked, Planned, Withdrawn };

struct Booking {
  std::string id;               ///< "B-000123"
  Month month;                  ///< earliest month the institution wants; later months take over what is left
  std::string class_id;         ///< the class as the institution calls it, 1-40 of A-Z a-z 0-9 . _ -
  std::string institution;      ///< registry id
  std::string institution_name; ///< as registered when booked
  std::string subject;          ///< OPnn or "theory"
  BookingKind kind = BookingKind::Regular;
  bool own_school = false; ///< students in attendance of the institution's own school (S-1.2d); an exemption only where G-49 holds
  Date class_opened;
  Instant booked_at;
  int working_days_late = 0; ///< beyond the three of S-4.2
  std::string late_reason;   ///< never empty when late
  Date started;              ///< of the training (S-3.7)
  Date planned_completed;
  std::optional<Date> completed; ///< actual; without it the class is not assigned (G-18)
  std::optional<Date> not_before;
  std::optional<Date> finish_by;
  std::optional<Date> regular_exam; ///< retake: the day of the regular examination (S-3.5)
  int carried = 0;                  ///< months it was already left over
  int candidates = 1;               ///< in all
  int placed = 0;                   ///< of them in published plans
  BookingState state = BookingState::Booked;
  std::string reason; ///< of the last change or the withdrawal
  bool demo = false;  ///< synthetic (演示)
  int version = 1;    ///< optimistic lock
  int waiting() const { return candidates - placed; }
  bool operator==(const Booking&) const = default;
};

/// What an institution enters; the rest follows.
struct BookingInput {
  std::optional<Month> month; ///< nothing: the month after the planned completion
  std::string institution;
  std::string class_id;
  std::string subject;
  BookingKind kind = BookingKind::Regular;
  bool own_school = false;
  Date class_opened;
  Date started;
  Date planned_completed;
  std::optional<Date> completed;
  std::optional<Date> not_before;
  std::optional<Date> finish_by;
  std::optional<Date> regular_exam;
  int candidates = 1;
  std::string late_reason;
};

inline constexpr std::string_view k_theory = "theory";
inline constexpr std::string_view k_theory_name = "安全生产知识考试";
inline constexpr int k_max_candidates = 2000; ///< of one class; more is a slip of the keyboard

std::string_view name_of(BookingKind kind);   ///< "regular", "retake"
std::string_view name_of(BookingState state); ///< "booked", "planned", "withdrawn"
std::optional<BookingKind> booking_kind(std::string_view name);
std::optional<BookingState> booking_state(std::string_view name);

} // namespace ankao::planning
