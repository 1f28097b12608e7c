// SPDX-License-Identifier: Apache-2.0
// The month as a mixed integer program in CPLEX LP format: candidates of every batch in every (room, time), sessions as 0/1. Left out,
// and so easier than the month itself: R6, R7, R9, R10, the limits of R8 and level J. Objective: 1,000,000 for everybody without a
// seat, 1,000 for everybody beyond the offer, and waiting and distance as in Q.
#pragma once

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <tuple>

#include "draw/rules/judge.hpp"

namespace ankao::draw {

struct ModelSize {
  long columns = 0, rows = 0;
};

inline std::int64_t direct_price(const Model& model, int batch, int site, int time) {
  const BatchFacts& facts = at(model.batches, batch);
  const DrawnSite& drawn = at(facts.order, at(facts.place, site));
  const Weights& w = model.instance.policy.weights;
  const std::int64_t weeks = model.weeks_waited(batch, time);
  const std::int64_t rarity = at(model.subjects, at(model.instance.batches, batch).subject).rarity;
  return w.waiting * rarity * weeks * weeks + w.distance * (10 * drawn.band + drawn.inner) + (at(facts.place, site) >= facts.offer ? 1000 : 0);
}

/// The objective of a seating.
inline std::int64_t direct_value(const Model& model, const Seating& seating) {
  std::int64_t value = 0;
  for (const Batch& batch : model.instance.batches) value += std::int64_t{1'000'000} * batch.candidates;
  for (const Sitting& s : seating)
    for (const Share& share : s.seats)
      value += share.candidates * (direct_price(model, share.batch, at(model.instance.rooms, s.room).site, s.time) - 1'000'000);
  return value;
}

class DirectModel {
public:
  explicit DirectModel(const Model& model)
      : model_(model) {}

  /// Names: y<batch>_<room>_<time>, z<room>_<subject>_<time>, u<batch>.
  ModelSize write(const std::string& path) {
    out_ = std::fopen(path.c_str(), "w");
    if (out_ == nullptr) return {};
    std::fputs("Minimize\n obj:", out_);
    for_each_seat([&](int b, int r, int t) {
      std::fprintf(out_, "\n + %lld y%d_%d_%d", static_cast<long long>(direct_price(model_, b, at(model_.instance.rooms, r).site, t)), b, r, t);
    });
    for (int b = 0; b < count_of(model_.batches); ++b) std::fprintf(out_, "\n + 1000000 u%d", b);
    std::fputs("\nSubject To\n", out_);
    rows();
    std::fputs("Bounds\n", out_);
    for (int b = 0; b < count_of(model_.batches); ++b) std::fprintf(out_, " 0 <= u%d <= %d\n", b, at(model_.instance.batches, b).candidates);
    integers();
    std::fputs("End\n", out_);
    std::fclose(out_);
    return size_;
  }

private:
  template <class F>
  void for_each_seat(F&& f) const {
    for (int b = 0; b < count_of(model_.batches); ++b) {
      const int subject = at(model_.instance.batches, b).subject;
      for (const DrawnSite& drawn : at(model_.batches, b).order)
        for (int r : at(model_.instance.sites, drawn.site).rooms) {
          if (model_.seats(r, subject) == 0) continue;
          for (int t = 0; t < model_.times; ++t)
            if (at(at(model_.open, r), t) && at(at(model_.batches, b).ready, t) == Ready::Yes) f(b, r, t);
        }
    }
  }

  void rows() {
    std::map<int, std::string> whole;
    std::map<std::tuple<int, int, int>, std::string> sessions;
    for_each_seat([&](int b, int r, int t) {
      const std::string name = "y" + std::to_string(b) + "_" + std::to_string(r) + "_" + std::to_string(t);
      whole[b] += "\n + " + name;
      sessions[{r, at(model_.instance.batches, b).subject, t}] += "\n + " + name;
      ++size_.columns;
    });
    for (int b = 0; b < count_of(model_.batches); ++b) {
      std::fprintf(out_, " b%d:%s + u%d = %d\n", b, whole[b].c_str(), b, at(model_.instance.batches, b).candidates);
      ++size_.columns;
      ++size_.rows;
    }
    std::map<std::pair<int, int>, std::string> slots;
    for (const auto& [key, sum] : sessions) {
      const auto [r, j, t] = key;
      const std::string name = "z" + std::to_string(r) + "_" + std::to_string(j) + "_" + std::to_string(t);
      std::fprintf(out_, " s%s:%s - %d %s <= 0\n", name.c_str(), sum.c_str(), model_.seats(r, j), name.c_str());
      slots[{r, t}] += " + " + name;
      names_ += " " + name + "\n";
      ++size_.columns;
      ++size_.rows;
    }
    for (const auto& [key, sum] : slots) {
      std::fprintf(out_, " r%d_%d:%s <= %d\n", key.first, key.second, sum.c_str(), at(model_.instance.rooms, key.first).exclusive ? 1 : 99);
      ++size_.rows;
    }
  }

  void integers() {
    std::fprintf(out_, "Binaries\n%sGenerals\n", names_.c_str());
    for_each_seat([&](int b, int r, int t) { std::fprintf(out_, " y%d_%d_%d\n", b, r, t); });
  }

  const Model& model_;
  std::FILE* out_ = nullptr;
  ModelSize size_;
  std::string names_;
};

} // namespace ankao::draw
