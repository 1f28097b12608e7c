// SPDX-License-Identifier: Apache-2.0
#include "draw/study/year.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/sm3.hpp"
#include "draw/rules/at.hpp"
#include "draw/rules/model.hpp"
#include "draw/study/placed.hpp"

namespace ankao::draw {
namespace {

constexpr std::size_t k_id_most = 64;

std::optional<Date> moved(const std::optional<Date>& date, int days) { return date ? std::optional(*date + days) : std::nullopt; }

std::vector<DateRange> moved(std::vector<DateRange> ranges, int days) {
  for (DateRange& one : ranges) one = {one.from + days, one.to + days};
  return ranges;
}

/// Id with a mark, within what an id may be.
std::string marked(const std::string& id, const std::string& mark) { return (id.size() + mark.size() > k_id_most ? id.substr(0, k_id_most - mark.size()) : id) + mark; }

void move_calendar(Instance& in, int days) {
  std::vector<int> place(in.calendar.dates.size(), -1);
  std::vector<Date> dates;
  for (std::size_t i = 0; i < in.calendar.dates.size(); ++i) {
    const Date date = in.calendar.dates[i] + days;
    if (!in.month.contains(date)) continue;
    place[i] = count_of(dates);
    dates.push_back(date);
  }
  in.calendar.dates = std::move(dates);
  for (Room& room : in.rooms) {
    std::erase_if(room.open, [&](const Opening& one) { return at(place, one.date) < 0; });
    for (Opening& one : room.open) one.date = at(place, one.date);
  }
}

/// The batches in an order that has nothing to do with their kind.
std::vector<Batch> shuffled(std::vector<Batch> batches, Month month) {
  std::map<std::string, Batch> by_digest;
  for (Batch& one : batches) by_digest[to_hex(sm3(to_string(month) + one.id))] = std::move(one);
  batches.clear();
  for (auto& [digest, one] : by_digest) batches.push_back(std::move(one));
  return batches;
}

} // namespace

Instance pattern_in(const Instance& pattern, Month month, int percent) {
  Instance out = pattern;
  const int apart = month.first() - pattern.month.first();
  const int days = (apart >= 0 ? apart + 6 : apart - 6) / 7 * 7;
  out.month = month;
  move_calendar(out, days);
  for (Institution& one : out.institutions) one.suspended = moved(one.suspended, days);
  for (Site& one : out.sites) one.suspended = moved(one.suspended, days);
  const auto all = shuffled(pattern.batches, month);
  const std::size_t wanted = all.size() * static_cast<std::size_t>(std::max(0, percent)) / 100;
  out.batches.clear();
  const std::string mark = "." + to_string(month).substr(2);
  for (std::size_t i = 0; i < wanted && !all.empty(); ++i) {
    Batch one = all[i % all.size()];
    const std::string suffix = mark + (i < all.size() ? "" : "." + std::to_string(i / all.size()));
    one.id = marked(one.id, suffix);
    one.class_id = marked(one.class_id, suffix);
    one.started = one.started + days;
    one.completed = one.completed + days;
    one.not_before = moved(one.not_before, days);
    one.finish_by = moved(one.finish_by, days);
    one.carried = 0;
    out.batches.push_back(std::move(one));
  }
  std::sort(out.batches.begin(), out.batches.end(), [](const Batch& a, const Batch& b) { return a.id < b.id; });
  out.visits.clear();
  out.sessions.clear();
  return out;
}

Instance after(const Instance& before, const Plan& plan, Instance next) {
  const Model model(before, digest_from_hex(plan.seed).value_or(Seed{}));
  const Seating seating = seating_of(model, plan);
  const int year = next.month.year;
  std::map<std::pair<int, int>, std::int64_t> sessions;
  for (const PastSessions& one : before.sessions)
    if (before.month.year == year) sessions[{one.site, one.subject}] += one.count;
  std::vector<PastVisit> visits = before.visits;
  for (const Sitting& sitting : seating) {
    const int site = at(before.rooms, sitting.room).site;
    if (before.month.year == year) ++sessions[{site, sitting.subject}];
    for (const Share& share : sitting.seats)
      if (at(model.batches, share.batch).counts)
        visits.push_back({at(before.batches, share.batch).institution, site, sitting.subject, model.date_of(sitting.time), sitting.time % model.slots_per_day, false});
  }
  // Of former years only each institution's latest group matters (R6).
  std::map<int, std::pair<Date, int>> latest;
  for (const PastVisit& one : visits) {
    auto& last = latest.try_emplace(one.institution, one.date, one.slot).first->second;
    last = std::max(last, {one.date, one.slot});
  }
  std::erase_if(visits, [&](const PastVisit& one) { return one.date.year() != year && latest[one.institution] != std::pair(one.date, one.slot); });
  next.visits = std::move(visits);
  next.sessions.clear();
  for (const auto& [place, count] : sessions) next.sessions.push_back({place.first, place.second, count});
  for (const Unplaced& left : plan.unplaced) {
    const int b = index_of(before.batches, left.batch);
    if (b < 0) continue;
    Batch waiting = at(before.batches, b);
    waiting.candidates = left.candidates;
    ++waiting.carried;
    next.batches.push_back(std::move(waiting));
  }
  std::sort(next.batches.begin(), next.batches.end(), [](const Batch& a, const Batch& b) { return a.id < b.id; });
  return next;
}

} // namespace ankao::draw
