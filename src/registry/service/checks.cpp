// SPDX-License-Identifier: Apache-2.0
#include "registry/service/checks.hpp"

#include <algorithm>
#include <regex>
#include <set>

#include "base/numbers.hpp"

namespace ankao::registry {
namespace {

std::string number(std::size_t value) { return std::to_string(value); }
void join(Faults& all, Faults more) { all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}
bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F; });
}

/// Well-formed UTF-8 (Unicode, table 3-7); a query value can be anything, and PostgreSQL takes nothing else.
bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t more = lead < 0x80                    ? 0
                             : lead >= 0xC2 && lead <= 0xDF ? 1
                             : (lead & 0xF0) == 0xE0        ? 2
                             : lead >= 0xF0 && lead <= 0xF4 ? 3
                                                            : 9;
    if (more == 9 || i + more >= text.size()) return false;
    for (std::size_t k = 1; k <= more; ++k) {
      const auto byte = static_cast<unsigned char>(text[i + k]);
      const unsigned low = k > 1 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      const unsigned high = k > 1 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
      if (byte < low || byte > high) return false;
    }
    i += more + 1;
  }
  return true;
}

Faults faults_of_texts(const std::vector<std::string>& texts, std::size_t longest, const std::string& at) {
  Faults all;
  if (texts.size() > k_max_list)
    all.push_back(problem("register.list_long", {{"count", number(texts.size())}, {"limit", number(k_max_list)}}, at));
  std::set<std::string> seen;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string place = at + '/' + number(i);
    join(all, faults_of_text(texts[i], longest, place));
    if (!seen.insert(texts[i]).second) all.push_back(problem("register.doubled", {{"value", texts[i]}}, place));
  }
  return all;
}

void check_district(Faults& all, const std::string& code, const City& city, const std::string& at) {
  if (city.catalogue.district(code) == nullptr) all.push_back(problem("register.district_unknown", {{"value", code}}, at));
}

/// Ids of projects, industries or subjects: known, none twice.
template <class Known>
void check_ids(Faults& all, const std::vector<std::string>& ids, Known known, const std::string& at) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string place = at + '/' + number(i);
    if (!known(ids[i]))
      all.push_back(problem("register.subject_unknown", {{"value", ids[i]}}, place));
    else if (!seen.insert(ids[i]).second)
      all.push_back(problem("register.doubled", {{"value", ids[i]}}, place));
  }
}

void check_addresses(Faults& all, const std::vector<Address>& addresses, const City& city) {
  if (addresses.empty()) all.push_back(problem("register.text_missing", {}, "/addresses"));
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    texts.push_back(addresses[i].text);
    check_district(all, addresses[i].district, city, "/addresses/" + number(i) + "/district");
  }
  join(all, faults_of_texts(texts, k_max_text, "/addresses"));
}

bool is_subject(const std::string& id, const City& city) { return id == "theory" || city.catalogue.project(id) != nullptr; }

/// X-14, G-70: a theory-only site examines no practical subject, a practical one no theory.
void check_kind(Faults& all, const SiteRecord& site) {
  for (std::size_t i = 0; i < site.subjects.size(); ++i) {
    const bool theory = site.subjects[i] == "theory";
    if ((site.kind == SiteKind::Theory && !theory) || (site.kind == SiteKind::Practical && theory))
      all.push_back(
          problem(theory ? "register.practical_site" : "register.theory_site", {{"value", site.subjects[i]}}, "/subjects/" + number(i)));
  }
}

void check_seats(Faults& all, const RoomRecord& room, const SiteRecord& site, const std::string& at) {
  for (const auto& [subject, seats] : room.seats) {
    const std::string place = at + "/seats/" + subject;
    if (std::find(site.subjects.begin(), site.subjects.end(), subject) == site.subjects.end())
      all.push_back(problem("register.subject_not_permitted", {{"value", subject}, {"site", site.id}}, place));
    if (seats < 1 || seats > room.capacity)
      all.push_back(problem("register.seats",
                            {{"value", std::to_string(seats)}, {"capacity", std::to_string(room.capacity)}, {"subject", subject}}, place));
  }
}

void check_slots(Faults& all, const std::vector<std::string>& slots, const City& city, const std::string& at) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const std::string place = at + "/slots/" + number(i);
    if (!city.has_slot(slots[i]))
      all.push_back(problem("register.slot_unknown", {{"value", slots[i]}}, place));
    else if (!seen.insert(slots[i]).second)
      all.push_back(problem("register.doubled", {{"value", slots[i]}}, place));
  }
}

void check_rule(Faults& all, const OpeningRule& rule, const City& city, const std::string& at) {
  if (rule.to < rule.from || rule.to - rule.from > k_max_opening_days)
    all.push_back(problem("register.opening_dates", {{"from", to_string(rule.from)}, {"to", to_string(rule.to)}}, at + "/to"));
  std::set<int> seen;
  for (std::size_t i = 0; i < rule.weekdays.size(); ++i)
    if (rule.weekdays[i] < 1 || rule.weekdays[i] > 7 || !seen.insert(rule.weekdays[i]).second)
      all.push_back(problem("register.weekday", {{"value", std::to_string(rule.weekdays[i])}}, at + "/weekdays/" + number(i)));
  if (rule.weekdays.empty()) all.push_back(problem("register.text_missing", {}, at + "/weekdays"));
  if (rule.slots.empty()) all.push_back(problem("register.text_missing", {}, at + "/slots"));
  check_slots(all, rule.slots, city, at);
}

void check_openings(Faults& all, const RoomRecord& room, const City& city, const std::string& at) {
  if (room.openings.size() > k_max_list)
    all.push_back(
        problem("register.list_long", {{"count", number(room.openings.size())}, {"limit", number(k_max_list)}}, at + "/openings"));
  if (room.exceptions.size() > k_max_exceptions)
    all.push_back(problem("register.list_long", {{"count", number(room.exceptions.size())}, {"limit", number(k_max_exceptions)}},
                          at + "/exceptions"));
  for (std::size_t i = 0; i < room.openings.size(); ++i) check_rule(all, room.openings[i], city, at + "/openings/" + number(i));
  std::set<Date> seen;
  for (std::size_t i = 0; i < room.exceptions.size(); ++i) {
    const std::string place = at + "/exceptions/" + number(i);
    if (!seen.insert(room.exceptions[i].date).second)
      all.push_back(problem("register.doubled", {{"value", to_string(room.exceptions[i].date)}}, place + "/date"));
    check_slots(all, room.exceptions[i].slots, city, place);
  }
}

void check_rooms(Faults& all, const SiteRecord& site, const City& city) {
  if (site.rooms.size() > k_max_list)
    all.push_back(problem("register.list_long", {{"count", number(site.rooms.size())}, {"limit", number(k_max_list)}}, "/rooms"));
  std::set<std::string> ids;
  std::set<std::string> names;
  for (std::size_t i = 0; i < site.rooms.size(); ++i) {
    const std::string at = "/rooms/" + number(i);
    join(all, faults_of(site.rooms[i], site, city, at));
    if (!ids.insert(site.rooms[i].id).second) all.push_back(problem("register.doubled", {{"value", site.rooms[i].id}}, at + "/id"));
    if (!names.insert(site.rooms[i].name).second) all.push_back(problem("register.doubled", {{"value", site.rooms[i].name}}, at + "/name"));
  }
}

void check_credit_code(Faults& all, const std::string& code) {
  if (code.empty()) return;
  const auto read = CreditCode::read(code);
  if (read.ok()) return;
  all.push_back(read.problem());
  all.back().at = "/credit_code";
}

} // namespace

std::string trimmed(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const auto first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

Faults faults_of_text(std::string_view text, std::size_t longest, const std::string& at) {
  if (trimmed(text).empty()) return {problem("register.text_missing", {}, at)};
  if (characters(text) > longest)
    return {problem("register.text_long", {{"count", number(characters(text))}, {"limit", number(longest)}}, at)};
  if (!is_utf8(text) || has_control(text)) return {problem("register.text_control", {}, at)};
  return {};
}

bool is_telephone(std::string_view text) {
  static const std::regex form("(0[0-9]{2,3}-?)?[0-9]{7,8}(-[0-9]{1,6})?|1[3-9][0-9]{9}|[48]00-?[0-9]{3}-?[0-9]{4}");
  return text.size() <= 24 && std::regex_match(text.begin(), text.end(), form);
}

Faults faults_of(const Place& place, const City& city, const std::string& at) {
  if (city.bounds.contains(place.longitude_e6, place.latitude_e6)) return {};
  const auto degrees = [](std::int64_t e6) {
    const std::string digits = std::to_string(e6 < 0 ? -e6 : e6);
    const std::string padded = digits.size() < 7 ? std::string(7 - digits.size(), '0') + digits : digits;
    return (e6 < 0 ? "-" : "") + padded.substr(0, padded.size() - 6) + "." + padded.substr(padded.size() - 6);
  };
  return {problem("register.place_outside",
                  {{"longitude", degrees(place.longitude_e6)},
                   {"latitude", degrees(place.latitude_e6)},
                   {"west", degrees(city.bounds.west)},
                   {"east", degrees(city.bounds.east)},
                   {"south", degrees(city.bounds.south)},
                   {"north", degrees(city.bounds.north)},
                   {"city", city.catalogue.city_name}},
                  at)};
}

Faults faults_of(const InstitutionRecord& record, const City& city) {
  Faults all = faults_of_text(record.name, k_max_name, "/name");
  join(all, faults_of_texts(record.aliases, k_max_name, "/aliases"));
  check_district(all, record.supervising_district, city, "/district");
  check_addresses(all, record.addresses, city);
  join(all, faults_of_texts(record.contacts, k_max_name, "/contacts"));
  join(all, faults_of_texts(record.telephones, k_max_name, "/telephones"));
  for (std::size_t i = 0; i < record.telephones.size(); ++i)
    if (!is_telephone(record.telephones[i]))
      all.push_back(problem("register.telephone", {{"value", record.telephones[i]}}, "/telephones/" + number(i)));
  check_ids(
      all, record.projects, [&](const std::string& id) { return city.catalogue.project(id) != nullptr; }, "/projects");
  check_ids(
      all, record.scopes, [&](const std::string& id) { return city.catalogue.industry(id) != nullptr; }, "/scopes");
  if (record.projects.empty() && record.scopes.empty()) all.push_back(problem("register.no_scope", {}, "/projects"));
  check_credit_code(all, record.credit_code);
  if (record.place) join(all, faults_of(*record.place, city, "/place"));
  return all;
}

Faults faults_of(const SiteRecord& record, const City& city) {
  Faults all = faults_of_text(record.name, k_max_name, "/name");
  check_district(all, record.district, city, "/district");
  if (!record.address.text.empty()) join(all, faults_of_text(record.address.text, k_max_text, "/address"));
  if (record.place) join(all, faults_of(*record.place, city, "/place"));
  if (record.subjects.empty()) all.push_back(problem("register.text_missing", {}, "/subjects"));
  check_ids(
      all, record.subjects, [&](const std::string& id) { return is_subject(id, city); }, "/subjects");
  check_kind(all, record);
  check_rooms(all, record, city);
  return all;
}

Faults faults_of(const RoomRecord& room, const SiteRecord& site, const City& city, const std::string& at) {
  Faults all = faults_of_text(room.name, k_max_name, at + "/name");
  if (room.capacity < 1 || room.capacity > k_max_capacity)
    all.push_back(problem("register.capacity", {{"value", std::to_string(room.capacity)}, {"limit", std::to_string(k_max_capacity)}},
                          at + "/capacity"));
  else
    check_seats(all, room, site, at);
  check_openings(all, room, city, at);
  return all;
}

Result<void> verdict(Faults faults) {
  if (faults.empty()) return {};
  Problem all = problem("register.invalid", {{"count", number(faults.size())}});
  all.parts = std::move(faults);
  return all;
}

Result<std::string> checked_reason(const std::string& reason, const std::string& at) {
  const auto checked = verdict(faults_of_text(reason, k_max_text, at));
  if (!checked.ok()) return checked.problem();
  return trimmed(reason);
}

} // namespace ankao::registry
