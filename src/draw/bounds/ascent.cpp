// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/ascent.hpp"

#include <algorithm>

namespace ankao::draw::producing {
namespace {

constexpr std::int64_t k_fine = 16;           ///< directions are kept in 1/16 of a candidate
constexpr std::int64_t k_most = k_most_price; ///< prices stay where the verifier reads them
constexpr int k_patience = 12;                ///< steps without gain before the step is halved
constexpr int k_tangent_pace = 24;

std::int64_t ceil_of(Wide scaled) { return scaled <= 0 ? 0 : static_cast<std::int64_t>((scaled + k_scale - 1) / k_scale); }

class Ascent {
public:
  Ascent(const Frame& frame, const Levels& levels, const Slack& slack, Point start, std::int64_t target, Shares shares)
      : frame_(frame)
      , levels_(levels)
      , function_(frame, levels, slack, shares == Shares::Whole)
      , point_(std::move(start))
      , best_(point_)
      , target_(Wide{target} * k_scale) {
    for (int k = 0; k < count_of(frame.keys); ++k)
      if (at(frame.keys, k).tight) tight_.push_back(k);
    if (shares == Shares::Whole) part_ = 30; // it starts where the divisible ones ended
    direction_.assign(point_.batch.size() + tight_.size() + 2, 0);
  }

  Climbed run(int steps) {
    int idle = 0;
    for (int i = 0; i < steps; ++i) {
      function_.evaluate(point_, usage_);
      if (usage_.value > best_value_ || i == 0) {
        const bool worth = i == 0 || usage_.value - best_value_ > (target_ - best_value_) / 5000;
        best_value_ = usage_.value;
        best_ = point_;
        idle = worth ? 0 : idle + 1;
      } else {
        ++idle;
      }
      if (ceil_of(best_value_) * Wide{k_scale} >= target_) break;
      if (idle >= k_patience) rest(idle);
      if (!step()) break;
    }
    return {best_, ceil_of(best_value_)};
  }

private:
  /// Back to the best point with half the step.
  void rest(int& idle) {
    idle = 0;
    point_ = best_;
    std::fill(direction_.begin(), direction_.end(), 0);
    part_ = std::max(1, part_ * 2 / 3);
    function_.evaluate(point_, usage_);
  }

  template <class F>
  void each(F&& f) {
    std::size_t i = 0;
    for (int b = 0; b < count_of(point_.batch); ++b)
      f(direction_[i++], at(point_.batch, b), at(frame_.reach, b) - at(usage_.placed, b) - at(usage_.left_out, b), true);
    for (int k : tight_) f(direction_[i++], at(point_.key, k), at(usage_.key, k) - at(frame_.keys, k).seats, false);
    if (frame_.aim > Aim::Beyond && levels_.beyond_offer > 0)
      f(direction_[i], point_.beyond, usage_.beyond - levels_.beyond_offer, false);
    ++i;
    if (frame_.aim == Aim::Quality) f(direction_[i], point_.vacancy, usage_.vacant - levels_.vacant, false);
  }

  /// False at the top.
  bool step() {
    Wide norm = 0;
    each([&](std::int64_t& d, std::int64_t price, std::int64_t slope, bool free) {
      d = slope * k_fine + d * 6 / 10;
      if (!free && price == 0 && d < 0) d = 0;
      norm += Wide{d} * d;
    });
    if (norm == 0) return false;
    const Wide length = (target_ - usage_.value) * part_ / 100 * k_fine;
    each([&](std::int64_t d, std::int64_t& price, std::int64_t, bool free) {
      const Wide moved = price + length * d / norm;
      price = static_cast<std::int64_t>(std::clamp<Wide>(moved, free ? -Wide{k_most} / 4096 : 0, Wide{k_most} / 4096));
    });
    if (frame_.aim == Aim::Quality) move_tangent();
    return true;
  }

  void move_tangent() {
    for (int s = 0; s < count_of(point_.tangent); ++s)
      for (int i = 0; i < count_of(at(point_.tangent, s)); ++i) {
        std::int64_t& m = at(at(point_.tangent, s), i);
        m = std::max<std::int64_t>(0, m + (at(at(usage_.sessions, s), i) * k_scale - m) * part_ / 100 / k_tangent_pace);
      }
  }

  const Frame& frame_;
  const Levels& levels_;
  DualFunction function_;
  Point point_, best_;
  Wide target_, best_value_ = 0;
  Usage usage_;
  std::vector<int> tight_;
  std::vector<std::int64_t> direction_;
  int part_ = 100; ///< of Polyak's step, in hundredths
};

} // namespace

Climbed climb(const Frame& frame, const Levels& levels, const Slack& slack, Point start, std::int64_t target, int steps, Shares shares) {
  return Ascent(frame, levels, slack, std::move(start), target, shares).run(steps);
}

Prices prices_of(const Frame& frame, const Point& point) {
  Prices out;
  out.scale = k_scale;
  out.batch = point.batch;
  out.session.assign(frame.model->instance.subjects.size(), 0);
  for (int k = 0; k < count_of(frame.keys); ++k)
    if (at(point.key, k) > 0) out.visit[at(frame.keys, k).id] = at(point.key, k);
  out.beyond = point.beyond;
  out.vacancy = point.vacancy;
  for (int s = 0; s < count_of(point.tangent); ++s)
    for (int i = 0; i < count_of(at(point.tangent, s)); ++i)
      if (at(at(point.tangent, s), i) > 0) out.tangent[{s, at(at(frame.model->subjects, s).sites, i)}] = at(at(point.tangent, s), i);
  return out;
}

} // namespace ankao::draw::producing
