// SPDX-License-Identifier: Apache-2.0
#include "draw/study/differences.hpp"

#include <map>
#include <set>
#include <tuple>

#include "draw/rules/model.hpp"

namespace ankao::draw {
namespace {

struct Standing {
  std::map<std::string, int> bands; ///< eligible site -> band
  std::set<std::string> days;       ///< of the month on which it may sit
  int candidates = 0;
};

struct Side {
  std::map<std::string, Standing> batches;
  std::map<std::string, std::vector<std::string>> queues; ///< subject -> batches first come first, ties by id
  std::map<std::string, std::int64_t> seats;
};

Side side_of(const Instance& in) {
  const Model model(in, Seed{});
  Side out;
  std::map<std::string, std::set<std::tuple<int, int, Date, Date, std::string>>> queues;
  for (int b = 0; b < count_of(in.batches); ++b) {
    const Batch& batch = at(in.batches, b);
    Standing one;
    one.candidates = batch.candidates;
    for (const DrawnSite& drawn : at(model.batches, b).order) one.bands[at(in.sites, drawn.site).id] = drawn.band;
    for (int t = 0; t < model.times; ++t)
      if (at(at(model.batches, b).ready, t) == Ready::Yes) one.days.insert(to_string(model.date_of(t)));
    queues[at(in.subjects, batch.subject).id].insert({at(model.batches, b).urgent ? 0 : 1, -batch.carried, batch.completed, batch.started, batch.id});
    out.batches[batch.id] = std::move(one);
  }
  for (const auto& [subject, queue] : queues)
    for (const auto& entry : queue) out.queues[subject].push_back(std::get<4>(entry));
  for (int r = 0; r < count_of(in.rooms); ++r)
    for (int t = 0; t < model.times; ++t)
      if (at(at(model.open, r), t))
        for (const auto& [subject, seats] : at(in.rooms, r).seats) out.seats[at(in.subjects, subject).id] += seats;
  return out;
}

template <class Map>
std::set<std::string> keys_of(const Map& map) {
  std::set<std::string> keys;
  for (const auto& [key, value] : map) keys.insert(key);
  return keys;
}

std::map<std::string, std::size_t> places_of(const Side& side) {
  std::map<std::string, std::size_t> out;
  for (const auto& [subject, queue] : side.queues)
    for (std::size_t i = 0; i < queue.size(); ++i) out[queue[i]] = i;
  return out;
}

} // namespace

EditEffect effect_of(const Instance& before, const Instance& after) {
  const Side a = side_of(before), b = side_of(after);
  const auto place_a = places_of(a), place_b = places_of(b);
  // Days that nobody opens any more are no news to a batch that could have come: only days of both months are compared.
  std::set<std::string> common;
  for (Date day : before.calendar.dates) common.insert(to_string(day));
  const auto days_within = [&](const Standing& one, const Calendar& other) {
    std::set<std::string> known, out;
    for (Date day : other.dates) known.insert(to_string(day));
    for (const auto& day : one.days)
      if (known.contains(day) && common.contains(day)) out.insert(day);
    return out;
  };
  EditEffect out;
  for (const auto& [id, was] : a.batches) {
    const auto found = b.batches.find(id);
    if (found == b.batches.end()) {
      out.vanished.push_back(id);
      continue;
    }
    const Standing& is = found->second;
    if (keys_of(was.bands) != keys_of(is.bands))
      out.sites.push_back(id);
    else if (was.bands != is.bands)
      out.bands.push_back(id);
    if (place_a.at(id) != place_b.at(id)) out.places.push_back(id);
    if (was.candidates != is.candidates) out.people.push_back(id);
    if (days_within(was, after.calendar) != days_within(is, after.calendar)) out.days.push_back(id);
  }
  for (const auto& [id, is] : b.batches)
    if (!a.batches.contains(id)) out.appeared.push_back(id);
  std::set<std::string> subjects = keys_of(a.seats);
  subjects.merge(keys_of(b.seats));
  for (const auto& subject : subjects) {
    const auto was = a.seats.find(subject), is = b.seats.find(subject);
    const SeatsOfSubject one{subject, was == a.seats.end() ? 0 : was->second, is == b.seats.end() ? 0 : is->second};
    if (one.before != one.after) out.seats.push_back(one);
  }
  return out;
}

} // namespace ankao::draw
