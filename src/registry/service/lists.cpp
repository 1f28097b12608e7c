// SPDX-License-Identifier: Apache-2.0
#include "registry/service/lists.hpp"

#include <algorithm>

#include "registry/service/checks.hpp"
#include "db/use_case.hpp"

namespace ankao::registry {
namespace {

bool is_public(const Version& version) { return version.standing == Standing::Published || version.standing == Standing::Deregistered; }

bool in_force(const std::vector<RecordedSuspension>& suspensions, Date day) {
  return std::any_of(suspensions.begin(), suspensions.end(),
                     [&](const RecordedSuspension& one) { return one.suspension.from <= day && day <= one.suspension.to; });
}

/// The version of the day; for those inside also the newest one when none holds yet.
std::optional<Version> version_for(db::Transaction& transaction, EntryKind kind, const std::string& id, Date day,
                                   const std::optional<Version>& newest) {
  auto found = version_on(transaction, kind, id, day);
  if (!found && newest && newest->version == 1) return newest;
  return found;
}

/// Steps outside people may see begin with the first public one.
std::vector<Version> public_part(std::vector<Version> history) {
  const auto first = std::find_if(history.begin(), history.end(), is_public);
  history.erase(history.begin(), first);
  return history;
}

std::vector<SiteFound> published_sites(db::Transaction& transaction, const std::string& owner, Date day) {
  SiteFilter filter;
  filter.owner = owner;
  filter.day = day;
  filter.order = "v.id";
  filter.limit = k_max_page;
  return find_sites(transaction, filter).items;
}

Problem unknown(const std::string& id) { return problem("register.entry_unknown", {{"id", id}}); }

} // namespace

Result<std::optional<Date>> day_of(const std::string& text, const std::string& at) {
  if (text.empty()) return std::optional<Date>();
  if (const auto day = parse_date(text)) return day;
  return problem("register.date", {{"value", text}}, at);
}

Result<InstitutionCard> show_institution(db::Database& database, const ledger::Actor& actor, const std::string& id, Date day) {
  return look(database, [&](db::Transaction& transaction) -> Result<InstitutionCard> {
    const auto newest = head(transaction, EntryKind::Institution, id);
    const auto shown = version_for(transaction, EntryKind::Institution, id, day, newest);
    if (!shown) return unknown(id);
    InstitutionCard card;
    card.shown = *shown;
    card.record = institution_of(shown->record);
    card.inside = sees_inside(actor, card.record);
    if (!card.inside && (!is_public(*shown) || shown->effective > day)) return unknown(id);
    card.head = newest->version;
    card.sites = published_sites(transaction, id, day);
    card.rows = printed_rows(transaction, card.record.rows);
    card.suspensions = suspensions_of(transaction, "institution:" + id);
    card.suspended = in_force(card.suspensions, day);
    card.history = history(transaction, EntryKind::Institution, id);
    if (!card.inside) card.history = public_part(std::move(card.history));
    return card;
  });
}

Result<SiteCard> show_site(db::Database& database, const ledger::Actor& actor, const std::string& id, Date day) {
  return look(database, [&](db::Transaction& transaction) -> Result<SiteCard> {
    const auto newest = head(transaction, EntryKind::Site, id);
    const auto shown = version_for(transaction, EntryKind::Site, id, day, newest);
    if (!shown) return unknown(id);
    SiteCard card;
    card.shown = *shown;
    card.record = site_of(shown->record);
    card.inside = sees_inside(actor, card.record);
    if (!card.inside && (!is_public(*shown) || shown->effective > day)) return unknown(id);
    card.head = newest->version;
    if (const auto owner = version_on(transaction, EntryKind::Institution, card.record.owner, day))
      card.owner_name = owner->record.at("name");
    card.suspensions = suspensions_of(transaction, "site:" + id);
    card.suspended = in_force(card.suspensions, day);
    card.history = history(transaction, EntryKind::Site, id);
    if (!card.inside) card.history = public_part(std::move(card.history));
    return card;
  });
}

} // namespace ankao::registry
