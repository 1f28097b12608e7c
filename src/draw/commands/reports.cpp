// SPDX-License-Identifier: Apache-2.0
#include "draw/commands/reports.hpp"

#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

namespace ankao::draw {
namespace {

using Json = nlohmann::json;

Json levels(const Levels& l) {
  return {{"U", l.unplaced}, {"E", l.exceptions}, {"X", l.beyond_offer}, {"J", l.envy}, {"V", l.vacant}, {"Q", l.quality}};
}

Json breach(const Breach& b, const Said& said) {
  Json details = Json::object();
  for (const Detail& one : b.fault.details) details[one.name] = one.value;
  const auto [what, remedy] = said(b.fault);
  return {{"rule", b.rule}, {"clause", b.clause}, {"ids", b.ids}, {"id", b.fault.id}, {"at", b.fault.at}, {"details", std::move(details)}, {"what", what}, {"remedy", remedy}};
}

std::string ticket(std::uint64_t value) {
  std::array<char, 20> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(value));
  return text.data();
}

Json rung(const Rung& r) {
  return {{"site", r.site},
          {"band", r.band},
          {"distance_m", r.distance_m},
          {"ticket", ticket(r.ticket)},
          {"inner", r.inner},
          {"in_offer", r.in_offer},
          {"seated", r.seated},
          {"rules", r.rules},
          {"earlier_batches", r.earlier_batches},
          {"later_batches", r.later_batches},
          {"envied", r.envied},
          {"openings", r.openings},
          {"open_to_it", r.open_to_it}};
}

Json place(const PlaceGot& p) {
  return {
      {"room", p.room}, {"site", p.site}, {"date", p.date}, {"slot", p.slot}, {"candidates", p.candidates}, {"order_place", p.order_place}};
}

/// Texts of a plan that check() was given without a reader may hold anything; the report stays readable.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

} // namespace

std::string write_check_report(const CheckReport& report, const Said& said) {
  Json breaches = Json::array();
  for (const Breach& b : report.breaches) breaches.push_back(breach(b, said));
  return dump(
      {{"lawful", report.lawful()}, {"breaches", std::move(breaches)}, {"levels", levels(report.levels)}, {"tickets", report.tickets}});
}

std::string write_explanation(const Explanation& e) {
  Json order = Json::array();
  for (const Rung& r : e.order) order.push_back(rung(r));
  Json places = Json::array();
  for (const PlaceGot& p : e.places) places.push_back(place(p));
  return dump({{"batch", e.batch},
               {"institution", e.institution},
               {"subject", e.subject},
               {"queue_place", e.queue_place},
               {"queue_length", e.queue_length},
               {"waived_because", e.waived_because ? Json(*e.waived_because) : Json(nullptr)},
               {"order", std::move(order)},
               {"ineligible", e.ineligible},
               {"places", std::move(places)},
               {"unplaced", e.unplaced}});
}

} // namespace ankao::draw
