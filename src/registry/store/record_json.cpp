// SPDX-License-Identifier: Apache-2.0
#include "registry/store/record_json.hpp"

#include <algorithm>
#include <array>

#include "base/ensure.hpp"

namespace ankao::registry {
namespace {

using nlohmann::json;

constexpr std::array k_standings{"reported", "verified", "published", "deregistered"};
constexpr std::array k_site_kinds{"theory", "practical", "both"};
constexpr std::array k_schools{"unknown", "none", "education", "human_resources"};
constexpr std::array k_report_kinds{"first", "change", "deregister"};
constexpr std::array k_report_states{"submitted", "verified", "returned", "published"};
constexpr std::array k_place_sources{"entered", "district_centre"};

template <class E, std::size_t N>
const char* word_in(const std::array<const char*, N>& words, E value) {
  return words.at(static_cast<std::size_t>(value));
}

template <class E, std::size_t N>
E value_in(const std::array<const char*, N>& words, const std::string& word) {
  for (std::size_t i = 0; i < N; ++i)
    if (word == words[i]) return static_cast<E>(i);
  ensure(false, "the word \"" + word + "\" stands for nothing");
  return {};
}

Date date_in(const json& value) {
  const auto date = parse_date(value.get<std::string>());
  ensure(date.has_value(), "a stored date is a date");
  return *date;
}

json place_json(const std::optional<Place>& place) {
  if (!place) return nullptr;
  return {{"longitude_e6", place->longitude_e6}, {"latitude_e6", place->latitude_e6}, {"source", word_in(k_place_sources, place->source)}};
}
std::optional<Place> place_in(const json& value) {
  if (value.is_null()) return std::nullopt;
  return Place{value.at("longitude_e6"), value.at("latitude_e6"), value_in<PlaceSource>(k_place_sources, value.at("source"))};
}

json address_json(const Address& address) {
  return {{"text", address.text}, {"district", address.district}, {"confirmed", address.confirmed}};
}
Address address_in(const json& value) { return {value.at("text"), value.at("district"), value.at("confirmed")}; }

/// Records written before the slots of rooms had the names of the calendar's call the evening "evening".
std::vector<std::string> slots_in(const json& value) {
  auto slots = value.get<std::vector<std::string>>();
  std::replace(slots.begin(), slots.end(), std::string("evening"), std::string("eve"));
  return slots;
}

json opening_json(const OpeningRule& rule) {
  return {{"from", to_string(rule.from)},
          {"to", to_string(rule.to)},
          {"weekdays", rule.weekdays},
          {"slots", rule.slots},
          {"on_rest_days", rule.on_rest_days}};
}
OpeningRule opening_in(const json& value) {
  return {date_in(value.at("from")), date_in(value.at("to")), value.at("weekdays"), slots_in(value.at("slots")), value.at("on_rest_days")};
}

template <class T, class F>
json list_json(const std::vector<T>& all, F one) {
  json list = json::array();
  for (const T& item : all) list.push_back(one(item));
  return list;
}
template <class T, class F>
std::vector<T> list_in(const json& value, F one) {
  std::vector<T> all;
  all.reserve(value.size());
  for (const json& item : value) all.push_back(one(item));
  return all;
}

json room_json(const RoomRecord& room) {
  return {{"id", room.id},
          {"name", room.name},
          {"exclusive", room.exclusive},
          {"capacity", room.capacity},
          {"seats", room.seats},
          {"openings", list_json(room.openings, opening_json)},
          {"exceptions", list_json(room.exceptions, [](const OpeningException& one) {
             return json{{"date", to_string(one.date)}, {"slots", one.slots}};
           })}};
}
RoomRecord room_in(const json& value) {
  RoomRecord room;
  room.id = value.at("id");
  room.name = value.at("name");
  room.exclusive = value.at("exclusive");
  room.capacity = value.at("capacity");
  room.seats = value.at("seats").get<std::map<std::string, int>>();
  room.openings = list_in<OpeningRule>(value.at("openings"), opening_in);
  room.exceptions = list_in<OpeningException>(value.at("exceptions"), [](const json& one) {
    return OpeningException{date_in(one.at("date")), slots_in(one.at("slots"))};
  });
  return room;
}

} // namespace

json to_json(const InstitutionRecord& r) {
  return {{"id", r.id},
          {"name", r.name},
          {"aliases", r.aliases},
          {"supervising_district", r.supervising_district},
          {"addresses", list_json(r.addresses, address_json)},
          {"contacts", r.contacts},
          {"telephones", r.telephones},
          {"projects", r.projects},
          {"scopes", r.scopes},
          {"rows", r.rows},
          {"school", word_of(r.school)},
          {"credit_code", r.credit_code},
          {"place", place_json(r.place)},
          {"flags", r.flags}};
}

InstitutionRecord institution_of(const json& value) {
  InstitutionRecord r;
  r.id = value.at("id");
  r.name = value.at("name");
  r.aliases = value.at("aliases").get<std::vector<std::string>>();
  r.supervising_district = value.at("supervising_district");
  r.addresses = list_in<Address>(value.at("addresses"), address_in);
  r.contacts = value.at("contacts").get<std::vector<std::string>>();
  r.telephones = value.at("telephones").get<std::vector<std::string>>();
  r.projects = value.at("projects").get<std::vector<std::string>>();
  r.scopes = value.at("scopes").get<std::vector<std::string>>();
  r.rows = value.at("rows").get<std::vector<std::string>>();
  r.school = school_of(value.at("school"));
  r.credit_code = value.at("credit_code");
  r.place = place_in(value.at("place"));
  r.flags = value.at("flags").get<std::vector<std::string>>();
  return r;
}

json to_json(const SiteRecord& r) {
  return {{"id", r.id},
          {"name", r.name},
          {"owner", r.owner},
          {"public_base", r.public_base},
          {"kind", word_of(r.kind)},
          {"kind_confirmed", r.kind_confirmed},
          {"district", r.district},
          {"address", address_json(r.address)},
          {"place", place_json(r.place)},
          {"subjects", r.subjects},
          {"rooms", list_json(r.rooms, room_json)},
          {"override_reason", r.override_reason},
          {"flags", r.flags}};
}

SiteRecord site_of(const json& value) {
  SiteRecord r;
  r.id = value.at("id");
  r.name = value.at("name");
  r.owner = value.at("owner");
  r.public_base = value.at("public_base");
  r.kind = site_kind_of(value.at("kind"));
  r.kind_confirmed = value.at("kind_confirmed");
  r.district = value.at("district");
  r.address = address_in(value.at("address"));
  r.place = place_in(value.at("place"));
  r.subjects = value.at("subjects").get<std::vector<std::string>>();
  r.rooms = list_in<RoomRecord>(value.at("rooms"), room_in);
  r.override_reason = value.at("override_reason");
  r.flags = value.at("flags").get<std::vector<std::string>>();
  return r;
}

std::string canonical(const json& value) { return value.dump(); }

const char* word_of(Standing standing) { return word_in(k_standings, standing); }
const char* word_of(SiteKind kind) { return word_in(k_site_kinds, kind); }
const char* word_of(SchoolAuthority school) { return word_in(k_schools, school); }
const char* word_of(ReportKind kind) { return word_in(k_report_kinds, kind); }
const char* word_of(ReportState state) { return word_in(k_report_states, state); }
Standing standing_of(const std::string& word) { return value_in<Standing>(k_standings, word); }
SiteKind site_kind_of(const std::string& word) { return value_in<SiteKind>(k_site_kinds, word); }
SchoolAuthority school_of(const std::string& word) { return value_in<SchoolAuthority>(k_schools, word); }
ReportKind report_kind_of(const std::string& word) { return value_in<ReportKind>(k_report_kinds, word); }
ReportState report_state_of(const std::string& word) { return value_in<ReportState>(k_report_states, word); }

std::vector<Difference> differences(const json& before, const json& after) {
  std::vector<Difference> all;
  const auto note = [&](const std::string& field) {
    const bool was = before.is_object() && before.contains(field);
    const bool is = after.is_object() && after.contains(field);
    if (was && is && before.at(field) == after.at(field)) return;
    all.push_back({field, was ? canonical(before.at(field)) : "", is ? canonical(after.at(field)) : ""});
  };
  if (after.is_object())
    for (const auto& [field, value] : after.items()) note(field);
  if (before.is_object())
    for (const auto& [field, value] : before.items())
      if (!after.is_object() || !after.contains(field)) note(field);
  return all;
}

} // namespace ankao::registry
