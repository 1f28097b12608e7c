// SPDX-License-Identifier: Apache-2.0
// Integers of 128 bits that say so when they overflow: a proof is never built on a number that wrapped round.
#pragma once

#include <cstdint>
#include <limits>

namespace ankao::draw {

class Exact {
public:
  __extension__ using Wide = __int128;
  struct Overflow {};

  Exact() = default;
  Exact(std::int64_t value) // NOLINT: every integer is an exact number
      : value_(value) {}

  friend Exact operator+(Exact a, Exact b) {
    Exact out;
    if (__builtin_add_overflow(a.value_, b.value_, &out.value_)) throw Overflow{};
    return out;
  }
  friend Exact operator-(Exact a, Exact b) {
    Exact out;
    if (__builtin_sub_overflow(a.value_, b.value_, &out.value_)) throw Overflow{};
    return out;
  }
  friend Exact operator*(Exact a, Exact b) {
    Exact out;
    if (__builtin_mul_overflow(a.value_, b.value_, &out.value_)) throw Overflow{};
    return out;
  }
  Exact& operator+=(Exact b) { return *this = *this + b; }
  Exact& operator-=(Exact b) { return *this = *this - b; }
  auto operator<=>(const Exact&) const = default;

  /// Divided by a positive number, towards minus infinity.
  Exact floor_by(Exact divisor) const {
    Exact out;
    out.value_ = value_ / divisor.value_ - (value_ % divisor.value_ < 0 ? 1 : 0);
    return out;
  }
  Exact ceil_by(Exact divisor) const { return Exact(0) - (Exact(0) - *this).floor_by(divisor); }

  std::int64_t narrow() const {
    if (value_ > std::numeric_limits<std::int64_t>::max() || value_ < std::numeric_limits<std::int64_t>::min()) throw Overflow{};
    return static_cast<std::int64_t>(value_);
  }

private:
  Wide value_ = 0;
};

} // namespace ankao::draw
