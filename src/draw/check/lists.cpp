// SPDX-License-Identifier: Apache-2.0
#include "draw/check/lists.hpp"

#include <algorithm>
#include <tuple>

#include "draw/check/rules.hpp"

namespace ankao::draw::checking {
namespace {

using Breaches = std::vector<Breach>;

template <class T>
int place_of(const std::vector<T>& all, const T& one) {
  return static_cast<int>(std::find(all.begin(), all.end(), one) - all.begin());
}

template <class T, class Key>
void tell_disorder(const std::vector<T>& all, Key&& key, const std::string& what, Breaches& out) {
  for (std::size_t i = 1; i < all.size(); ++i)
    if (key(all[i]) < key(all[i - 1])) out.push_back({"order", "-", {}, what + " " + std::to_string(i) + " stands behind a later one"});
}

/// May the entry be true? The site must offer the subject; R1 bars exactly what R1 forbids, R4 a site without any opening.
bool plausible(const Sittings& sittings, int batch, const Because& because) {
  const Facts& facts = sittings.facts();
  const auto& known = rules();
  if (because.rule == "R0" || std::none_of(known.begin(), known.end(), [&](const Rule& r) { return r.id == because.rule; })) return false;
  for (const int site : facts.offering(sittings.instance().batches[at(batch)].subject)) {
    if (sittings.instance().sites[at(site)].id != because.site) continue;
    if (!facts.permitted(batch, site)) return because.rule == "R1";
    return facts.of(batch).order_place[at(site)] < 0 ? because.rule == "R4" : because.rule != "R1";
  }
  return false;
}

} // namespace

Breaches wrong_order(const Instance& instance, const Plan& plan) {
  Breaches out;
  const auto& slots = instance.calendar.slots;
  const auto key = [&](const Session& s) {
    return std::tuple<const std::string&, int, const std::string&, const std::string&>(s.date, place_of(slots, s.slot), s.room, s.subject);
  };
  tell_disorder(plan.sessions, key, "session", out);
  for (const Session& session : plan.sessions)
    tell_disorder(
        session.seats, [](const Seats& s) -> const std::string& { return s.batch; }, session_id(session) + ": seats", out);
  tell_disorder(
      plan.unplaced, [](const Unplaced& u) -> const std::string& { return u.batch; }, "unplaced", out);
  return out;
}

Breaches wrong_unplaced(const Sittings& sittings, const Plan& plan) {
  Breaches out;
  const auto fault = [&](const std::string& batch, std::string what) { out.push_back({"unplaced", "-", {batch}, std::move(what)}); };
  std::map<std::string, const Unplaced*> listed;
  for (const Unplaced& entry : plan.unplaced)
    if (!listed.emplace(entry.batch, &entry).second) fault(entry.batch, "the batch is listed twice");
  const auto& batches = sittings.instance().batches;
  for (std::size_t b = 0; b < batches.size(); ++b) {
    const std::int64_t left = std::max<std::int64_t>(0, sittings.unplaced(static_cast<int>(b)));
    const auto found = listed.find(batches[b].id);
    const bool in_list = found != listed.end();
    if (left > 0 && !in_list) fault(batches[b].id, std::to_string(left) + " candidates without a seat are not listed");
    if (!in_list) continue;
    if (left != found->second->candidates || left == 0)
      fault(batches[b].id, std::to_string(found->second->candidates) + " listed, " + std::to_string(left) + " without a seat");
    for (const Because& because : found->second->because)
      if (!plausible(sittings, static_cast<int>(b), because))
        fault(batches[b].id, "cannot be so: site " + because.site + ", rule " + because.rule);
    listed.erase(found);
  }
  for (const auto& [id, entry] : listed) fault(id, "the instance has no such batch");
  return out;
}

Breaches wrong_exceptions(const Sittings& sittings, const History& history, const Plan& plan) {
  Breaches out;
  const auto key = [](const Exception& e) { return std::vector<std::string>{e.institution, e.site, e.subject}; };
  std::map<std::vector<std::string>, int> listed;
  for (const Exception& e : plan.exceptions)
    if (!listed.emplace(key(e), e.visits).second) out.push_back({"exceptions", "S-3.1", key(e), "listed twice"});
  for (const Exception& e : exceptions(sittings, history)) {
    const auto found = listed.find(key(e));
    const std::string visits = std::to_string(e.visits) + " visits in the year";
    if (found == listed.end()) {
      out.push_back({"R7", "S-3.1", key(e), visits + ", above the limit and not listed as an exception"});
      continue;
    }
    if (found->second != e.visits)
      out.push_back({"exceptions", "S-3.1", key(e), visits + ", listed with " + std::to_string(found->second)});
    listed.erase(found);
  }
  for (const auto& [ids, visits] : listed) out.push_back({"exceptions", "S-3.1", ids, "listed without exceeding the limit"});
  return out;
}

Breaches wrong_levels(const Levels& actual, const Levels& claimed) {
  Breaches out;
  static constexpr const char* k_names[] = {"U", "E", "X", "J", "V", "Q"};
  const auto is = actual.values(), said = claimed.values();
  for (std::size_t i = 0; i < is.size(); ++i)
    if (is[i] != said[i])
      out.push_back({"levels",
                     "-",
                     {k_names[i]},
                     std::string("level ") + k_names[i] + " is " + std::to_string(is[i]) + ", the plan says " + std::to_string(said[i])});
  return out;
}

} // namespace ankao::draw::checking
