// SPDX-License-Identifier: Apache-2.0
// The value of a relaxation at prices, and where it wants to sit people: which way the prices must go.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/bounds/frame.hpp"

namespace ankao::draw::producing {

__extension__ using Wide = __int128;

/// What U leaves of unplaced candidates, weighted: [subject], less those without any seat.
struct Slack {
  std::vector<std::int64_t> unplaced;
};

/// Prices in the producer's order: what is not priced stays 0.
struct Point {
  std::vector<std::int64_t> batch, key;
  std::int64_t beyond = 0, vacancy = 0;
  std::vector<std::vector<std::int64_t>> tangent; ///< [subject][position in SubjectFacts::sites]
};

/// What the relaxation does at a point.
struct Usage {
  Wide value = 0; ///< the bound, in 1/k_scale
  std::vector<std::int64_t> placed, left_out; ///< [batch]
  std::vector<std::int64_t> key;              ///< seats
  std::int64_t beyond = 0, vacant = 0;
  std::vector<std::vector<std::int64_t>> sessions; ///< as Point::tangent, but whole sessions
};

class DualFunction {
public:
  /// `whole`: shares are of R9's size at least and cost a split each; else they are divisible, which is quicker and proves less.
  DualFunction(const Frame& frame, const Levels& levels, Slack slack, bool whole);
  void evaluate(const Point& point, Usage& out);
  Point origin() const;

private:
  struct Ranked {
    std::int64_t gain; ///< of a seat, the share's cost spread over the most it can have
    std::int64_t own;  ///< without that
    const Bid* bid;
    int offer;
  };
  struct Step {
    int seats;
    std::int64_t value;
  };
  void demand(const Point& point, Usage& out) const;
  void relief(int subject, const Point& point, Usage& out) const;
  void tangents(const Point& point, Usage& out);
  void begin_ranking();
  void rank(const Point& point, const Offer& offer, int number, std::int64_t extra);
  Wide fill(std::int64_t seats, std::int64_t vacancy_limit, bool limited);
  Wide fill_whole(int seats, std::int64_t vacancy_limit);
  void add_share(const Ranked& item, int number, int seats);
  Wide exclusive(const Point& point, const Group& group);
  Wide mixed(const Point& point, const Group& group);
  void commit(const Group& group, Usage& out);
  std::int64_t opening(const Group& group, const Offer& offer) const;

  const Frame& frame_;
  const Model& model_;
  const Instance& in_;
  const Levels& levels_;
  Slack slack_;
  bool whole_;
  std::int64_t vacancy_price_ = 0;
  std::vector<std::vector<std::int64_t>> slope_; ///< [subject][site of the instance]
  std::vector<std::vector<int>> position_;       ///< [subject][site of the instance] place in SubjectFacts::sites
  std::vector<Ranked> ranked_, items_;
  const Bid* lone_ = nullptr; ///< the best of those that gain nothing, with what its seats save of vacancy
  std::int64_t lone_value_ = 0;
  std::vector<std::int64_t> value_, next_value_; ///< [seats taken]
  std::vector<int> chosen_;                      ///< [item][seats taken] of them in the item
  std::vector<Step> window_;
  std::vector<std::pair<const Bid*, int>> taken_, best_taken_;
  std::vector<int> opened_, best_opened_, offer_left_;
  std::int64_t used_ = 0, best_used_ = 0, best_limit_ = 0;
};

} // namespace ankao::draw::producing
