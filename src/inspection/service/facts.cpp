// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/facts.hpp"

#include <algorithm>

#include "registry/service/city.hpp"
#include "registry/service/organisations.hpp"

namespace ankao::inspection {
namespace {

constexpr const char* k_record = "record";

/// Some of the register does not say what it has: an empty entry there means that nobody entered it, not that there is none.
std::optional<KnownFact> entered(std::size_t count, const std::string& text = "") { return count == 0 ? std::nullopt : std::optional(KnownFact{static_cast<int>(count), text, k_record}); }

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : "、") + one;
  return out;
}

/// Projects and "theory" as people call them.
std::string named(const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (const std::string& id : ids) out.push_back(registry::City::shipped().name_of(id));
  return joined(out);
}

/// Seats for theory, or for everything else; rooms that have such seats.
std::optional<KnownFact> places_in(const registry::SiteRecord& site, bool theory, bool rooms) {
  int seats = 0, with = 0;
  for (const registry::RoomRecord& room : site.rooms) {
    int here = 0;
    for (const auto& [subject, count] : room.seats)
      if ((subject == "theory") == theory) here += count;
    seats += here;
    with += here > 0 ? 1 : 0;
  }
  if (site.rooms.empty()) return std::nullopt;
  return KnownFact{rooms ? with : seats, "", k_record};
}

std::optional<KnownFact> of_institution(const registry::InstitutionRecord& one, const std::string& name) {
  if (name == "projects") return entered(one.projects.size(), named(one.projects));
  if (name == "credit_code") return one.credit_code.empty() ? std::nullopt : std::optional(KnownFact{1, one.credit_code, k_record});
  if (name == "telephones") return entered(one.telephones.size());
  if (name == "contacts") return entered(one.contacts.size());
  if (name != "addresses") return std::nullopt;
  std::vector<std::string> texts;
  for (const registry::Address& address : one.addresses) texts.push_back(address.text);
  return entered(texts.size(), joined(texts));
}

std::optional<KnownFact> of_site(const registry::SiteRecord& one, const std::string& name) {
  if (name == "theory_seats") return places_in(one, true, false);
  if (name == "practical_seats") return places_in(one, false, false);
  if (name == "theory_rooms") return places_in(one, true, true);
  if (name == "practical_rooms") return places_in(one, false, true);
  if (name == "exam_subjects") return entered(one.subjects.size(), named(one.subjects));
  return std::nullopt;
}

/// Of the very place only: what its institution has elsewhere is not there.
std::optional<KnownFact> of_conditions(const registry::ConditionsOnDay& conditions, const std::string& name) {
  const auto known = registry::known(conditions, name);
  if (!known) return std::nullopt;
  return KnownFact{static_cast<int>(known->value), known->text, known->expired ? "expired" : known->confirmed ? "confirmed" : "declared"};
}

/// Of the city, or of the district whose organisation it is.
std::optional<KnownFact> own_sites(db::Transaction& transaction, const std::string& district, Date day) {
  const auto sites = registry::snapshot(transaction, day).sites;
  return entered(static_cast<std::size_t>(std::count_if(sites.begin(), sites.end(), [&](const registry::SiteEntry& one) { return one.standing == registry::Standing::Published && (district.empty() || one.record.district == district); })));
}

/// A site is suspended with its institution's sites by its own entry; an institution by its own.
std::string suspension_on(db::Transaction& transaction, const std::string& subject, Date day) {
  for (const auto& one : registry::suspensions_of(transaction, subject))
    if (one.suspension.from <= day && day <= one.suspension.to) return one.suspension.clause + " " + to_string(one.suspension.from) + " - " + to_string(one.suspension.to);
  return "";
}

/// One that was ended is where a place is that was taken off the register.
Place organisation_place(db::Transaction& transaction, const std::string& id, Date day) {
  const auto found = registry::organisation_in(transaction, id);
  if (!found) return {};
  const auto& record = found->record;
  if (record.until && *record.until < day) return {word_of(registry::Standing::Deregistered), *record.until + 1, ""};
  return {word_of(registry::Standing::Published), record.from, ""};
}

} // namespace

KnownFacts::KnownFacts(db::Transaction& transaction, const Target& target, Date day)
    : organisation_(target.checklist == "exam_organisation")
    , own_sites_(organisation_ ? own_sites(transaction, target.district, day) : std::nullopt) {
  if (!target.site.empty()) site_ = registry::site_in(transaction, target.site, day);
  if (!target.institution.empty()) institution_ = registry::institution_in(transaction, target.institution, day);
  const std::string& place = target.site.empty() ? target.institution : target.site;
  if (!place.empty()) conditions_ = registry::conditions_on(transaction, place, day);
}

std::optional<KnownFact> KnownFacts::of(const std::string& name) const {
  if (organisation_) return name == "own_sites" ? own_sites_ : std::nullopt;
  if (site_)
    if (auto known = of_site(site_->record, name)) return known;
  if (institution_)
    if (auto known = of_institution(institution_->record, name)) return known;
  return conditions_ ? of_conditions(*conditions_, name) : std::nullopt;
}

std::optional<KnownFact> fact_of(db::Transaction& transaction, const Target& target, const std::string& name, Date day) { return KnownFacts(transaction, target, day).of(name); }

Place place_of(db::Transaction& transaction, const Target& target, Date day) {
  if (registry::is_city_organisation(target.subject)) return {"", std::nullopt, ""};
  if (const std::string id = registry::organisation_of(target.subject); !id.empty()) return organisation_place(transaction, id, day);
  Place out;
  if (!target.site.empty()) {
    if (const auto site = registry::site_in(transaction, target.site, day)) out.standing = word_of(site->standing), out.since = site->since;
  } else if (const auto institution = registry::institution_in(transaction, target.institution, day)) {
    out.standing = word_of(institution->standing);
    out.since = institution->since;
  }
  out.suspended = suspension_on(transaction, target.subject, day);
  return out;
}

} // namespace ankao::inspection
