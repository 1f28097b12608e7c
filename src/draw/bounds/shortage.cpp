// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "draw/bounds/flow.hpp"
#include "draw/bounds/frame.hpp"
#include "draw/bounds/simple.hpp"

namespace ankao::draw::producing {
namespace {

class Shortage {
public:
  Shortage(const Model& model, int subject, bool in_offer)
      : model_(model)
      , in_(model.instance)
      , subject_(subject)
      , in_offer_(in_offer)
      , queue_(at(model.subjects, subject).queue) {
    out_.subject = subject;
    out_.prices.batch.assign(in_.batches.size(), 0);
    out_.prices.session.assign(in_.subjects.size(), 0);
  }

  std::optional<SubjectShortage> run() {
    const Levels levels{0, 0, 1, 0, 0, 0};
    frame_ = make_frame(model_, levels, Aim::Shortage, subject_);
    if (!frame_.fits) return std::nullopt;
    std::set<int> weights;
    for (int b : queue_) weights.insert(at(model_.batches, b).weight);
    int below = 0;
    for (int weight : weights) {
      cut(weight, weight - below);
      below = weight;
    }
    if (!in_offer_) quota(weights);
    if (out_.unplaced <= 0) return std::nullopt;
    return std::move(out_);
  }

private:
  /// The batches of at least this weight: what the cut leaves of them is short by `step` each.
  void cut(int weight, int step) {
    const int first_group = 2 + count_of(queue_);
    Flow flow(first_group + count_of(frame_.groups));
    std::int64_t wanted = 0;
    for (int q = 0; q < count_of(queue_); ++q) {
      if (at(model_.batches, at(queue_, q)).weight < weight) continue;
      flow.edge(0, 2 + q, at(in_.batches, at(queue_, q)).candidates);
      wanted += at(in_.batches, at(queue_, q)).candidates;
    }
    for (int g = 0; g < count_of(frame_.groups); ++g) {
      const Group& group = at(frame_.groups, g);
      const Offer& offer = at(frame_.offers, group.first);
      flow.edge(first_group + g, 1, std::int64_t{group.slots} * offer.seats);
      for (int i = offer.first; i < offer.last; ++i) {
        const Bid& bid = at(frame_.bids, i);
        if (at(model_.batches, bid.batch).weight < weight || (in_offer_ && bid.beyond)) continue;
        flow.edge(2 + at(model_.batches, bid.batch).rank, first_group + g, std::int64_t{group.slots} * bid.limit);
      }
    }
    const std::int64_t short_by = wanted - flow.run(0, 1);
    if (short_by == 0) return;
    out_.unplaced += short_by * step;
    for (int q = 0; q < count_of(queue_); ++q)
      if (at(model_.batches, at(queue_, q)).weight >= weight && flow.reached(2 + q)) at(out_.prices.batch, at(queue_, q)) += step;
  }

  /// The month's sessions of the subject are limited (R8): the largest room filled each time.
  void quota(const std::set<int>& weights) {
    const auto most = at(in_.subjects, subject_).max_sessions;
    if (!most) return;
    std::int64_t seats = 0;
    for (const Offer& offer : frame_.offers) seats = std::max<std::int64_t>(seats, offer.seats);
    for (int price : weights) {
      std::int64_t value = -std::int64_t{*most} * seats * price;
      for (int b : queue_) value += std::int64_t{std::min(price, at(model_.batches, b).weight)} * at(in_.batches, b).candidates;
      if (value <= out_.unplaced) continue;
      out_.unplaced = value;
      for (int b : queue_) at(out_.prices.batch, b) = std::min(price, at(model_.batches, b).weight);
      at(out_.prices.session, subject_) = price * seats;
    }
  }

  const Model& model_;
  const Instance& in_;
  int subject_;
  bool in_offer_;
  const std::vector<int>& queue_;
  Frame frame_;
  SubjectShortage out_;
};

} // namespace

std::optional<SubjectShortage> shortage_of(const Model& model, int subject, bool in_offer) { return Shortage(model, subject, in_offer).run(); }

} // namespace ankao::draw::producing
