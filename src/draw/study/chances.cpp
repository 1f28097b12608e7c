// SPDX-License-Identifier: Apache-2.0
#include "draw/study/chances.hpp"

#include <algorithm>
#include <string>

namespace ankao::draw {
namespace {

std::int64_t lean_of(const std::map<int, std::int64_t>& counts, std::int64_t k) {
  std::int64_t total = 0, most = 0;
  for (const auto& [site, count] : counts) {
    total += count;
    most = std::max(most, count);
  }
  return total == 0 ? 0 : most * k * 1000 / total;
}

} // namespace

std::int64_t BatchChances::lean() const { return lean_of(seated, static_cast<std::int64_t>(nearest.size())); }
std::int64_t BatchChances::floor() const { return lean_of(first, static_cast<std::int64_t>(nearest.size())); }

std::int64_t BatchChances::effective_sites() const {
  std::int64_t squares = 0, total = 0;
  for (const auto& [site, count] : seated) {
    total += count;
    squares += count * count;
  }
  return squares == 0 ? 0 : total * total * 100 / squares;
}

Chances::Chances(const Instance& instance)
    : batches_(instance.batches.size()) {
  const Model model(instance, Seed{});
  for (int b = 0; b < count_of(batches_); ++b) {
    BatchChances& one = at(batches_, b);
    one.batch = b;
    const auto& order = at(model.batches, b).order;
    for (const DrawnSite& drawn : order)
      if (drawn.band == order.front().band) one.nearest.push_back(drawn.site);
    std::sort(one.nearest.begin(), one.nearest.end());
  }
}

void Chances::add(const Model& model, const Seating& seating) {
  ++draws_;
  for (int b = 0; b < count_of(batches_); ++b) {
    at(batches_, b).unplaced += at(model.instance.batches, b).candidates;
    if (const auto& order = at(model.batches, b).order; !order.empty()) ++at(batches_, b).first[order.front().site];
  }
  for (const Sitting& sitting : seating)
    for (const Share& share : sitting.seats) {
      BatchChances& one = at(batches_, share.batch);
      one.seated[at(model.instance.rooms, sitting.room).site] += share.candidates;
      one.placed += share.candidates;
      one.unplaced -= share.candidates;
      one.weeks += std::int64_t{share.candidates} * model.weeks_waited(share.batch, sitting.time);
    }
}

std::vector<const BatchChances*> measured(const Instance& instance, const Chances& chances) {
  std::vector<const BatchChances*> out;
  for (const BatchChances& one : chances.batches())
    if (at(instance.batches, one.batch).kind == BatchKind::Regular && one.has_choice() && one.placed > 0) out.push_back(&one);
  return out;
}

std::int64_t percentile(std::vector<std::int64_t> values, int p) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto count = static_cast<std::int64_t>(values.size());
  const std::int64_t rank = (count * p + 99) / 100;
  return values[static_cast<std::size_t>(std::clamp<std::int64_t>(rank - 1, 0, count - 1))];
}

Seed simulated_seed(const Digest& instance_digest, int n) {
  return Sm3().update("ankao simulation").update(instance_digest).update(std::to_string(n)).digest();
}

} // namespace ankao::draw
