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
void tell_disorder(const std::vector<T>& all, Key&& key, const std::string& list, Breaches& out) {
  for (std::size_t i = 1; i < all.size(); ++i)
    if (key(all[i]) < key(all[i - 1])) out.push_back({"order", "-", {}, problem("draw.fault.out_of_order", {{"number", std::to_string(i + 1)}}, list + "/" + std::to_string(i))});
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
  tell_disorder(plan.sessions, key, "/sessions", out);
  for (std::size_t i = 0; i < plan.sessions.size(); ++i)
    tell_disorder(
        plan.sessions[i].seats, [](const Seats& s) -> const std::string& { return s.batch; }, "/sessions/" + std::to_string(i) + "/seats", out);
  tell_disorder(
      plan.unplaced, [](const Unplaced& u) -> const std::string& { return u.batch; }, "/unplaced", out);
  return out;
}

Breaches wrong_unplaced(const Sittings& sittings, const Plan& plan) {
  Breaches out;
  const auto fault = [&](const std::string& batch, const char* id, std::vector<Detail> details = {}) {
    details.push_back({"batch", batch});
    out.push_back({"unplaced", "-", {batch}, problem(id, std::move(details), "/unplaced")});
  };
  std::map<std::string, const Unplaced*> listed;
  for (const Unplaced& entry : plan.unplaced)
    if (!listed.emplace(entry.batch, &entry).second) fault(entry.batch, "draw.fault.unplaced_twice");
  const auto& batches = sittings.instance().batches;
  for (std::size_t b = 0; b < batches.size(); ++b) {
    const std::int64_t left = std::max<std::int64_t>(0, sittings.unplaced(static_cast<int>(b)));
    const auto found = listed.find(batches[b].id);
    const bool in_list = found != listed.end();
    if (left > 0 && !in_list) fault(batches[b].id, "draw.fault.unplaced_hidden", {{"candidates", std::to_string(left)}});
    if (!in_list) continue;
    if (left != found->second->candidates || left == 0)
      fault(batches[b].id, "draw.fault.unplaced_figure", {{"listed", std::to_string(found->second->candidates)}, {"candidates", std::to_string(left)}});
    for (const Because& because : found->second->because)
      if (!plausible(sittings, static_cast<int>(b), because))
        fault(batches[b].id, "draw.fault.unplaced_reason", {{"site", because.site}, {"rule", because.rule}});
    listed.erase(found);
  }
  for (const auto& [id, entry] : listed) fault(id, "draw.fault.unplaced_unknown");
  return out;
}

Breaches wrong_exceptions(const Sittings& sittings, const History& history, const Plan& plan) {
  Breaches out;
  const auto key = [](const Exception& e) { return std::vector<std::string>{e.institution, e.site, e.subject}; };
  const auto fault = [&](const char* rule, const std::vector<std::string>& ids, const char* id, std::vector<Detail> details = {}) {
    details.insert(details.end(), {{"institution", ids[0]}, {"site", ids[1]}, {"subject", ids[2]}});
    out.push_back({rule, "S-3.1", ids, problem(id, std::move(details), "/exceptions")});
  };
  std::map<std::vector<std::string>, int> listed;
  for (const Exception& e : plan.exceptions)
    if (!listed.emplace(key(e), e.visits).second) fault("exceptions", key(e), "draw.fault.exception_twice");
  for (const Exception& e : exceptions(sittings, history)) {
    const auto found = listed.find(key(e));
    const std::string visits = std::to_string(e.visits);
    if (found == listed.end()) {
      fault("R7", key(e), "draw.fault.exception_hidden", {{"visits", visits}});
      continue;
    }
    if (found->second != e.visits)
      fault("exceptions", key(e), "draw.fault.exception_figure", {{"visits", visits}, {"listed", std::to_string(found->second)}});
    listed.erase(found);
  }
  for (const auto& [ids, visits] : listed) fault("exceptions", ids, "draw.fault.exception_unfounded");
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
                     problem("draw.fault.level_differs", {{"level", k_names[i]}, {"found", std::to_string(is[i])}, {"stated", std::to_string(said[i])}}, std::string("/levels/") + k_names[i])});
  return out;
}

} // namespace ankao::draw::checking
