// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/outlook.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "draw/bounds/frame.hpp"

namespace ankao::draw::producing {
namespace {

bool covers(const Model& model, const SharedRoom& room, int date) {
  const Date day = at(model.instance.calendar.dates, date);
  return room.from <= day && day <= room.to;
}

class Looking {
public:
  Looking(const Model& model, const SharedRooms& shared, int subject)
      : model_(model)
      , in_(model.instance)
      , shared_(shared)
      , queue_(at(model.subjects, subject).queue) {
    out_.subject = subject;
    list_free_places();
  }

  Outlook run(bool confined) {
    for (const SharedRoom& room : shared_.rooms) look_at(room);
    std::set<int> weights;
    for (int b : queue_) {
      weights.insert(at(model_.batches, b).weight);
      out_.candidates += at(in_.batches, b).candidates;
      alone_.push_back(std::min<std::int64_t>(at(in_.batches, b).candidates, free_seats({b})));
      if (alone_.back() == 0) out_.confined.push_back(b);
    }
    int below = 0;
    for (int weight : weights) {
      layer(weight, weight - below, confined);
      below = weight;
    }
    return std::move(out_);
  }

private:
  struct Place {
    int room = 0, date = 0;
    std::int64_t seats = 0;
  };

  void list_free_places() {
    for (int r = 0; r < count_of(in_.rooms); ++r) {
      const int seats = session_seats(model_, r, out_.subject);
      if (seats == 0) continue;
      for (int d = 0; d < count_of(in_.calendar.dates); ++d) {
        const int slots = open_slots(model_, r, d);
        const bool told = std::any_of(shared_.rooms.begin(), shared_.rooms.end(),
                                      [&](const SharedRoom& x) { return x.room == r && covers(model_, x, d); });
        if (slots > 0 && !told) free_.push_back({r, d, std::int64_t{slots} * seats});
      }
    }
  }

  std::int64_t free_seats(const std::vector<int>& batches) const {
    std::int64_t out = 0;
    for (const Place& place : free_)
      if (std::any_of(batches.begin(), batches.end(), [&](int b) { return may_sit(model_, b, place.room, place.date); }))
        out += place.seats;
    return out;
  }

  void look_at(const SharedRoom& room) {
    const int seats = session_seats(model_, room.room, out_.subject);
    std::int64_t enough = 0;
    std::uint32_t bit = std::uint32_t{1} << (out_.seats.size() % 32);
    for (int b : queue_) {
      if (seats == 0 || slots_for(model_, room, {b}) == 0) continue;
      enough += (at(in_.batches, b).candidates + seats - 1) / seats;
      mask_[b] |= bit;
    }
    out_.seats.push_back(seats);
    out_.most.push_back(static_cast<int>(std::min<std::int64_t>(enough, slots_for(model_, room, queue_))));
  }

  std::int64_t lack(const std::vector<int>& batches) const {
    std::int64_t all = 0, each = 0;
    for (int b : batches) {
      all += at(in_.batches, b).candidates;
      each += at(alone_, at(model_.batches, b).rank);
    }
    return all - std::min(each, free_seats(batches));
  }

  void layer(int weight, int step, bool confined) {
    OutlookLayer out;
    out.step = step;
    std::vector<int> all;
    std::uint32_t everywhere = 0;
    std::set<std::uint32_t> masks;
    for (int b : queue_)
      if (at(model_.batches, b).weight >= weight) {
        all.push_back(b);
        masks.insert(mask_of(b));
        everywhere |= mask_of(b);
      }
    out.lack = lack(all);
    // Sets of rooms that are no union of the batches' own rooms say nothing new.
    for (std::uint32_t set = 0; confined && set <= everywhere; ++set) {
      std::uint32_t reached = 0;
      for (std::uint32_t mask : masks)
        if ((mask & ~set) == 0) reached |= mask;
      if (reached == set) cut(out, all, set);
    }
    out_.layers.push_back(std::move(out));
  }

  void cut(OutlookLayer& layer, const std::vector<int>& all, std::uint32_t set) {
    std::vector<int> batches;
    for (int b : all)
      if ((mask_of(b) & ~set) == 0) batches.push_back(b);
    if (batches.empty()) return;
    OutlookLayer::Cut cut{lack(batches), {}};
    if (cut.lack <= 0) return;
    for (const SharedRoom& room : shared_.rooms) cut.slots.push_back(slots_for(model_, room, batches));
    layer.cuts.push_back(std::move(cut));
  }

  std::uint32_t mask_of(int batch) const {
    const auto found = mask_.find(batch);
    return found == mask_.end() ? 0 : found->second;
  }

  const Model& model_;
  const Instance& in_;
  const SharedRooms& shared_;
  const std::vector<int>& queue_;
  std::vector<Place> free_;
  std::vector<std::int64_t> alone_; ///< [rank] candidates who find a free seat when nobody else looks for one
  std::map<int, std::uint32_t> mask_;
  Outlook out_;
};

} // namespace

std::int64_t Outlook::unplaced(const std::vector<int>& sessions) const {
  std::int64_t out = 0;
  for (const OutlookLayer& layer : layers) {
    std::int64_t worst = 0;
    for (const OutlookLayer::Cut& cut : layer.cuts) {
      std::int64_t lack = cut.lack;
      for (int r = 0; r < count_of(seats); ++r) lack -= std::int64_t{std::min(at(sessions, r), at(cut.slots, r))} * at(seats, r);
      worst = std::max(worst, lack);
    }
    out += layer.step * worst;
  }
  if (by_shares.empty()) return out;
  std::size_t place = 0, stride = 1;
  for (int r = 0; r < count_of(most); ++r) {
    place += stride * static_cast<std::size_t>(at(sessions, r));
    stride *= static_cast<std::size_t>(at(most, r)) + 1;
  }
  return std::max(out, by_shares[place]);
}

std::int64_t Outlook::unplaced_with_seats(std::int64_t count) const {
  std::int64_t out = 0;
  for (const OutlookLayer& layer : layers) out += layer.step * std::max<std::int64_t>(0, layer.lack - count);
  return out;
}

Outlook outlook_of(const Model& model, const SharedRooms& shared, int subject, bool confined) {
  return Looking(model, shared, subject).run(confined);
}

int slots_for(const Model& model, const SharedRoom& room, const std::vector<int>& batches) {
  int out = 0;
  for (int d = 0; d < count_of(model.instance.calendar.dates); ++d) {
    const int slots = covers(model, room, d) ? open_slots(model, room.room, d) : 0;
    if (slots > 0 && std::any_of(batches.begin(), batches.end(), [&](int b) { return may_sit(model, b, room.room, d); })) out += slots;
  }
  return out;
}

} // namespace ankao::draw::producing
