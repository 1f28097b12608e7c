// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/whole.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace ankao::inspection {
namespace {

constexpr int k_bits = 32;
constexpr std::uint64_t k_base = std::uint64_t{1} << k_bits;

std::uint32_t low(std::uint64_t value) { return static_cast<std::uint32_t>(value & (k_base - 1)); }

void trim(std::vector<std::uint32_t>& digits) {
  while (!digits.empty() && digits.back() == 0) digits.pop_back();
}

std::vector<std::uint32_t> shifted(const std::vector<std::uint32_t>& digits, int bits) {
  std::vector<std::uint32_t> out(digits.size() + 1, 0);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::uint64_t moved = static_cast<std::uint64_t>(digits[i]) << bits;
    out[i] |= low(moved);
    out[i + 1] = low(moved >> k_bits);
  }
  return out;
}

} // namespace

Whole::Whole(std::int64_t value)
    : negative_(value < 0) {
  // Unsigned, since the least value has no positive one.
  std::uint64_t left = negative_ ? std::uint64_t{0} - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  for (; left != 0; left >>= k_bits) digits_.push_back(low(left));
}

Whole::Whole(bool negative, Digits digits)
    : negative_(negative)
    , digits_(std::move(digits)) {
  trim(digits_);
  if (digits_.empty()) negative_ = false;
}

Whole Whole::operator-() const { return {!negative_, digits_}; }

int Whole::compare(const Digits& a, const Digits& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (std::size_t i = a.size(); i-- > 0;)
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  return 0;
}

Whole::Digits Whole::sum(const Digits& a, const Digits& b) {
  Digits out;
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    carry += (i < a.size() ? a[i] : 0ULL) + (i < b.size() ? b[i] : 0ULL);
    out.push_back(low(carry));
    carry >>= k_bits;
  }
  if (carry != 0) out.push_back(low(carry));
  return out;
}

/// a is not less than b.
Whole::Digits Whole::difference(const Digits& a, const Digits& b) {
  Digits out;
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint64_t take = (i < b.size() ? b[i] : 0ULL) + borrow;
    borrow = a[i] < take ? 1 : 0;
    out.push_back(low(a[i] + borrow * k_base - take));
  }
  return out;
}

Whole operator+(const Whole& a, const Whole& b) {
  if (a.negative_ == b.negative_) return {a.negative_, Whole::sum(a.digits_, b.digits_)};
  const bool first = Whole::compare(a.digits_, b.digits_) >= 0;
  return first ? Whole{a.negative_, Whole::difference(a.digits_, b.digits_)} : Whole{b.negative_, Whole::difference(b.digits_, a.digits_)};
}

Whole operator*(const Whole& a, const Whole& b) {
  Whole::Digits out(a.digits_.size() + b.digits_.size(), 0);
  for (std::size_t i = 0; i < a.digits_.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.digits_.size(); ++j) {
      carry += static_cast<std::uint64_t>(a.digits_[i]) * b.digits_[j] + out[i + j];
      out[i + j] = low(carry);
      carry >>= k_bits;
    }
    out[i + b.digits_.size()] = low(carry);
  }
  return {a.negative_ != b.negative_, std::move(out)};
}

/// Long division by Knuth's algorithm D: guess a digit from the top two, put it right at most twice.
Whole::Digits Whole::quotient(const Digits& a, const Digits& b) {
  if (compare(a, b) < 0) return {};
  if (b.size() == 1) {
    Digits out(a.size(), 0);
    std::uint64_t rest = 0;
    for (std::size_t i = a.size(); i-- > 0;) {
      rest = (rest << k_bits) | a[i];
      out[i] = low(rest / b[0]);
      rest %= b[0];
    }
    return out;
  }
  int bits = 0;
  while (((b.back() << bits) & 0x80000000U) == 0) ++bits;
  Digits rest = shifted(a, bits), by = shifted(b, bits);
  by.pop_back(); // the shift fills no digit more
  const std::size_t n = by.size();
  Digits out(rest.size() - n, 0);
  for (std::size_t j = out.size(); j-- > 0;) {
    const std::uint64_t top = (static_cast<std::uint64_t>(rest[j + n]) << k_bits) | rest[j + n - 1];
    std::uint64_t guess = top / by[n - 1], left = top % by[n - 1];
    while (guess >= k_base || guess * by[n - 2] > ((left << k_bits) | rest[j + n - 2])) {
      --guess;
      left += by[n - 1];
      if (left >= k_base) break;
    }
    std::uint64_t carry = 0, borrow = 0;
    for (std::size_t i = 0; i < n; ++i) {
      carry += guess * by[i];
      const std::uint64_t take = low(carry) + borrow;
      borrow = rest[i + j] < take ? 1 : 0;
      rest[i + j] = low(rest[i + j] + borrow * k_base - take);
      carry >>= k_bits;
    }
    const std::uint64_t take = carry + borrow;
    borrow = rest[j + n] < take ? 1 : 0;
    rest[j + n] = low(rest[j + n] + borrow * k_base - take);
    if (borrow != 0) { // one too many: give it back
      --guess;
      std::uint64_t back = 0;
      for (std::size_t i = 0; i < n; ++i) {
        back += static_cast<std::uint64_t>(rest[i + j]) + by[i];
        rest[i + j] = low(back);
        back >>= k_bits;
      }
      rest[j + n] = low(rest[j + n] + back);
    }
    out[j] = low(guess);
  }
  return out;
}

Whole operator/(const Whole& a, const Whole& b) {
  ensure(!b.zero(), "nothing is divided by zero");
  return {a.negative_ != b.negative_, Whole::quotient(a.digits_, b.digits_)};
}

std::int64_t Whole::small() const {
  ensure(digits_.size() <= 2, "a small number is small");
  std::uint64_t value = 0;
  for (std::size_t i = digits_.size(); i-- > 0;) value = (value << k_bits) | digits_[i];
  ensure(value < (std::uint64_t{1} << 63), "a small number is small");
  return negative_ ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

std::int64_t nearest(const Whole& a, const Whole& b) {
  // Of the same sign: |a|/|b| and a half, down.
  const Whole up = b.negative() ? -b : b, of = a.negative() ? -a : a;
  const std::int64_t size = ((of * Whole(2) + up) / (up * Whole(2))).small();
  return a.negative() != b.negative() ? -size : size;
}

} // namespace ankao::inspection
