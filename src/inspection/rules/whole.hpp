// SPDX-License-Identifier: Apache-2.0
// Whole numbers of any size: what an exact solution needs, and nothing else.
#pragma once

#include <cstdint>
#include <vector>

namespace ankao::inspection {

class Whole {
public:
  Whole() = default;
  Whole(std::int64_t value);
  bool zero() const { return digits_.empty(); }
  bool negative() const { return negative_; }
  Whole operator-() const;
  friend Whole operator+(const Whole& a, const Whole& b);
  friend Whole operator-(const Whole& a, const Whole& b) { return a + (-b); }
  friend Whole operator*(const Whole& a, const Whole& b);
  /// Towards zero; by zero: a broken invariant.
  friend Whole operator/(const Whole& a, const Whole& b);
  bool operator==(const Whole& other) const = default;
  /// Beyond 63 bits: a broken invariant.
  std::int64_t small() const;

private:
  using Digits = std::vector<std::uint32_t>; ///< lowest first, no zeros on top
  static int compare(const Digits& a, const Digits& b);
  static Digits sum(const Digits& a, const Digits& b);
  static Digits difference(const Digits& a, const Digits& b);
  static Digits quotient(const Digits& a, const Digits& b);
  Whole(bool negative, Digits digits);
  bool negative_ = false;
  Digits digits_;
};

/// a / b to the nearest whole number, halves away from zero.
std::int64_t nearest(const Whole& a, const Whole& b);

} // namespace ankao::inspection
