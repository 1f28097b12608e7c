// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/frame.hpp"

#include <algorithm>

namespace ankao::draw::producing {
namespace {

constexpr std::int64_t k_most_cost = std::int64_t{1} << 44;

int dates(const Model& model) { return count_of(model.instance.calendar.dates); }

class Framing {
public:
  Framing(const Model& model, const Levels& levels, Aim aim, int only)
      : model_(model)
      , in_(model.instance)
      , levels_(levels)
      , only_(only) {
    out_.aim = aim;
    out_.model = &model;
  }

  Frame run() {
    out_.reach = reachable(model_);
    if (out_.aim == Aim::Quality) out_.share_cost = k_scale * in_.policy.weights.split;
    if (out_.aim != Aim::Shortage) list_keys();
    const Weights& w = in_.policy.weights;
    for (std::int64_t weight : {w.imbalance, w.waiting, w.distance, w.split}) out_.fits = out_.fits && weight <= 1'000'000;
    for (int r = 0; r < count_of(in_.rooms) && out_.fits; ++r)
      for (int d = 0; d < dates(model_) && out_.fits; ++d) group(r, d);
    return std::move(out_);
  }

private:
  void list_keys() {
    std::map<std::array<int, 3>, std::int64_t> wanted;
    for (int b = 0; b < count_of(model_.batches); ++b) {
      const Batch& batch = at(in_.batches, b);
      if (!at(model_.batches, b).counts) continue;
      for (const DrawnSite& drawn : at(model_.batches, b).order) wanted[{batch.institution, drawn.site, batch.subject}] += batch.candidates;
    }
    for (const VisitKey& key : model_.visit_keys) {
      const std::int64_t left = key.limit - key.held + std::min<std::int64_t>(levels_.exceptions, 1'000'000);
      const std::int64_t seats = seats_at_once(model_, key.site, key.subject) * left;
      out_.keys.push_back({{key.institution, key.site, key.subject}, seats, seats < wanted[{key.institution, key.site, key.subject}]});
    }
  }

  void group(int room, int date) {
    const int slots = open_slots(model_, room, date);
    if (slots == 0) return;
    Group g{room, slots, count_of(out_.offers), 0};
    for (const auto& [subject, ignored] : at(in_.rooms, room).seats)
      if (only_ < 0 || only_ == subject) offer(room, date, subject);
    g.last = count_of(out_.offers);
    if (g.first < g.last) out_.groups.push_back(g);
  }

  void offer(int room, int date, int subject) {
    const int seats = session_seats(model_, room, subject);
    Offer o{subject, seats, vacancy_limit(room, subject), count_of(out_.bids), 0};
    const int site = at(in_.rooms, room).site;
    for (int b : at(model_.subjects, subject).queue) {
      if (!may_sit(model_, b, room, date)) continue;
      const BatchFacts& facts = at(model_.batches, b);
      const int place = at(facts.place, site);
      const bool beyond = place >= facts.offer;
      if (beyond && out_.aim > Aim::Beyond && levels_.beyond_offer == 0) continue;
      const DrawnSite& drawn = at(facts.order, place);
      const int limit = std::min(seats, at(in_.batches, b).candidates);
      out_.bids.push_back({b, drawn.visit_key, cost(b, drawn, date), std::max(1, model_.smallest_share(b, room, subject)), limit, beyond});
    }
    o.last = count_of(out_.bids);
    if (o.first < o.last) out_.offers.push_back(o);
    out_.fits = out_.fits && out_.bids.size() <= k_most_bids;
  }

  int vacancy_limit(int room, int subject) const {
    const std::int64_t base = model_.vacancy_base(room, subject);
    return static_cast<int>(base - base * in_.policy.vacancy_free_percent / 100);
  }

  std::int64_t cost(int b, const DrawnSite& drawn, int date) {
    if (out_.aim == Aim::Beyond && at(at(model_.batches, b).place, drawn.site) >= at(model_.batches, b).offer) return k_scale;
    if (out_.aim != Aim::Quality) return 0;
    const Weights& w = in_.policy.weights;
    const Batch& batch = at(in_.batches, b);
    const std::int64_t weeks = (at(in_.calendar.dates, date) - batch.completed) / 7;
    const std::int64_t out = k_scale * (w.waiting * at(model_.subjects, batch.subject).rarity * weeks * weeks + w.distance * (10 * drawn.band + drawn.inner));
    if (weeks > 10'000 || out > k_most_cost) out_.fits = false;
    return out;
  }

  const Model& model_;
  const Instance& in_;
  const Levels& levels_;
  int only_;
  Frame out_;
};

} // namespace

int open_slots(const Model& model, int room, int date) {
  int out = 0;
  const int slots = count_of(model.instance.calendar.slots);
  for (int s = 0; s < slots; ++s) out += at(at(model.open, room), date * slots + s) != 0 ? 1 : 0;
  return out;
}

bool may_sit(const Model& model, int batch, int room, int date) {
  const BatchFacts& facts = at(model.batches, batch);
  return at(facts.place, at(model.instance.rooms, room).site) >= 0 &&
         at(facts.ready, date * count_of(model.instance.calendar.slots)) == Ready::Yes;
}

int session_seats(const Model& model, int room, int subject) {
  return std::min(model.seats(room, subject), at(model.instance.rooms, room).capacity);
}

std::int64_t seats_at_once(const Model& model, int site, int subject) {
  std::int64_t most = 0;
  for (int t = 0; t < model.times; ++t) {
    std::int64_t now = 0;
    for (int r : at(model.instance.sites, site).rooms)
      if (at(at(model.open, r), t) != 0) now += session_seats(model, r, subject);
    most = std::max(most, now);
  }
  return most;
}

std::vector<std::int64_t> reachable(const Model& model) {
  std::vector<std::int64_t> out(model.batches.size(), 0);
  for (int r = 0; r < count_of(model.instance.rooms); ++r)
    for (int d = 0; d < dates(model); ++d) {
      const int slots = open_slots(model, r, d);
      if (slots == 0) continue;
      for (const auto& [subject, ignored] : at(model.instance.rooms, r).seats)
        for (int b : at(model.subjects, subject).queue)
          if (may_sit(model, b, r, d)) at(out, b) += std::int64_t{slots} * session_seats(model, r, subject);
    }
  for (int b = 0; b < count_of(out); ++b) at(out, b) = std::min<std::int64_t>(at(out, b), at(model.instance.batches, b).candidates);
  return out;
}

Frame make_frame(const Model& model, const Levels& levels, Aim aim, int of_subject) { return Framing(model, levels, aim, of_subject).run(); }

} // namespace ankao::draw::producing
