// SPDX-License-Identifier: Apache-2.0
#include "registry/service/sites.hpp"

#include <algorithm>
#include <charconv>

#include "registry/service/checks.hpp"
#include "db/use_case.hpp"

namespace ankao::registry {
namespace {

/// The next free "-Sn" of an owner, counting sites that have long left too.
std::string next_site_id(db::Transaction& transaction, const std::string& owner) {
  int highest = 0;
  for (const std::string& id : site_ids_of(transaction, owner)) {
    int number = 0;
    const auto mark = id.rfind("-S");
    if (mark != std::string::npos) std::from_chars(id.data() + mark + 2, id.data() + id.size(), number);
    highest = std::max(highest, number);
  }
  return owner + "-S" + std::to_string(highest + 1);
}

std::string next_base_id(db::Transaction& transaction) {
  const std::string number = std::to_string(next_number(transaction, "public_base"));
  return City::shipped().catalogue.id_prefix + "-P" + (number.size() < 2 ? "0" : "") + number;
}

Result<void> check_owner(db::Transaction& transaction, const std::string& owner) {
  if (owner.empty()) return {};
  const auto found = head(transaction, EntryKind::Institution, owner);
  if (!found) return problem("register.entry_unknown", {{"id", owner}}, "/owner");
  if (found->standing != Standing::Published) return problem("register.entry_not_published", {{"id", owner}}, "/owner");
  return {};
}

Result<void> check_override(const SiteRecord& record, Date effective) {
  const City& city = City::shipped();
  if (record.owner.empty() || effective < city.override_from || !trimmed(record.override_reason).empty()) return {};
  return problem("register.override_needed",
                 {{"owner", record.owner}, {"clause", city.override_clause}, {"from", to_string(city.override_from)}}, "/override_reason");
}

Faults faults_of_new(const SiteRecord& record) {
  Faults faults = faults_of(record, City::shipped());
  if (record.address.text.empty()) faults.push_back(problem("register.text_missing", {}, "/address"));
  if (!record.override_reason.empty())
    for (Problem& fault : faults_of_text(record.override_reason, k_max_text, "/override_reason")) faults.push_back(std::move(fault));
  if (record.public_base && !record.owner.empty())
    faults.push_back(problem("register.public_base_owner", {{"owner", record.owner}}, "/public_base"));
  return faults;
}

/// Rooms keep seats only for what the site may examine.
Result<void> check_seats_left(const SiteRecord& record) {
  for (const RoomRecord& room : record.rooms)
    for (const auto& [subject, seats] : room.seats)
      if (std::find(record.subjects.begin(), record.subjects.end(), subject) == record.subjects.end())
        return problem("register.subject_in_room", {{"subject", subject}, {"room", room.id}}, "/subjects");
  return {};
}

void change_address(SiteRecord& record, const SiteChanges& changes) {
  if (changes.address && *changes.address != record.address.text) record.address = {*changes.address, record.district, false};
  if (changes.district) record.address.district = *changes.district;
  if (changes.address_confirmed) record.address.confirmed = *changes.address_confirmed;
}

void change_kind(SiteRecord& record, const SiteChanges& changes) {
  if (!changes.kind) return;
  record.kind = *changes.kind;
  record.kind_confirmed = true;
}

Result<void> resolve_flags(SiteRecord& record, const SiteChanges& changes, const ledger::Actor& actor) {
  if (changes.resolved_flags.empty()) return {};
  if (const auto allowed = require_city(actor); !allowed.ok()) return allowed;
  for (const std::string& flag : changes.resolved_flags)
    if (std::erase(record.flags, flag) == 0) return problem("register.flag_unknown", {{"value", flag}}, "/resolved_flags");
  return {};
}

Result<SiteRecord> changed(SiteRecord record, const SiteChanges& changes, const ledger::Actor& actor) {
  if (changes.name) record.name = trimmed(*changes.name);
  change_kind(record, changes);
  if (changes.district) record.district = *changes.district;
  change_address(record, changes);
  if (changes.place) record.place = changes.place;
  if (changes.remove_place) record.place.reset();
  if (changes.subjects) record.subjects = *changes.subjects;
  if (const auto resolved = resolve_flags(record, changes, actor); !resolved.ok()) return resolved.problem();
  if (const auto left = check_seats_left(record); !left.ok()) return left.problem();
  if (record.address.confirmed && record.address.text.empty()) return problem("register.text_missing", {}, "/address");
  if (const auto checked = verdict(faults_of(record, City::shipped())); !checked.ok()) return checked.problem();
  return record;
}

/// One change of one site: scope, reason, head, the change itself, its version.
template <class Change>
Result<Version> change_site(db::Database& database, const Act& act, const Edit& edit, const std::string& step, const Change& change) {
  const auto reason = checked_reason(edit.reason);
  if (!reason.ok()) return reason.problem();
  return decide(database, [&](db::Transaction& transaction) -> Result<Version> {
    const auto stands = head(transaction, EntryKind::Site, edit.id);
    if (!stands) return problem("register.entry_unknown", {{"id", edit.id}});
    const SiteRecord before = site_of(stands->record);
    if (const auto allowed = require_site(act.actor, before); !allowed.ok()) return allowed.problem();
    const auto found = edited_head(transaction, EntryKind::Site, edit.id, edit.version);
    if (!found.ok()) return found.problem();
    const Result<SiteRecord> after = change(before);
    if (!after.ok()) return after.problem();
    if (*after == before) return problem("register.nothing_changed", {{"id", edit.id}});
    const auto day = effective_day({}, act.today(), *found);
    if (!day.ok()) return day.problem();
    return take_step(transaction, act, *after, {step, Standing::Published, *day, *reason, "A6-F9"}, *found);
  });
}

RoomRecord& room_in(SiteRecord& site, const std::string& id) {
  const auto found = std::find_if(site.rooms.begin(), site.rooms.end(), [&](const RoomRecord& room) { return room.id == id; });
  if (found != site.rooms.end()) return *found;
  site.rooms.push_back({});
  site.rooms.back().id = id;
  return site.rooms.back();
}

bool is_room_mark(std::string_view text) {
  return !text.empty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

} // namespace

Result<std::string> room_id(const std::string& site, const std::string& room) {
  const std::string prefix = site + "-";
  const std::string mark = room.starts_with(prefix) ? room.substr(prefix.size()) : room;
  if (is_room_mark(mark)) return prefix + mark;
  return problem("register.room_id", {{"value", room}, {"site", site}}, "/room");
}

Result<Version> register_site(db::Database& database, const Act& act, const SiteDraft& draft) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  const auto reason = checked_reason(draft.reason);
  if (!reason.ok()) return reason.problem();
  SiteRecord record = draft.record;
  record.name = trimmed(record.name);
  if (const auto checked = verdict(faults_of_new(record)); !checked.ok()) return checked.problem();
  const auto day = effective_day(draft.effective, act.today(), {});
  if (!day.ok()) return day.problem();
  if (const auto lawful = check_override(record, *day); !lawful.ok()) return lawful.problem();
  return decide(database, [&](db::Transaction& transaction) -> Result<Version> {
    if (const auto owned = check_owner(transaction, record.owner); !owned.ok()) return owned.problem();
    if (const auto other = published_with_name(transaction, EntryKind::Site, record.name, ""))
      return problem("register.name_taken", {{"value", record.name}, {"id", *other}}, "/name");
    record.id = record.owner.empty() ? next_base_id(transaction) : next_site_id(transaction, record.owner);
    const std::string clause = record.owner.empty() ? "P-2.3a" : City::shipped().override_clause;
    return take_step(transaction, act, record, {"site.register", Standing::Published, *day, *reason, clause}, {});
  });
}

Result<Version> edit_site(db::Database& database, const Act& act, const Edit& edit, const SiteChanges& changes) {
  return change_site(database, act, edit, "site.edit", [&](const SiteRecord& before) { return changed(before, changes, act.actor); });
}

Result<Version> deregister_site(db::Database& database, const Act& act, const Edit& edit, const std::optional<Date>& effective) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  const auto reason = checked_reason(edit.reason);
  if (!reason.ok()) return reason.problem();
  return decide(database, [&](db::Transaction& transaction) -> Result<Version> {
    const auto found = edited_head(transaction, EntryKind::Site, edit.id, edit.version);
    if (!found.ok()) return found.problem();
    const auto day = effective_day(effective, act.today(), *found);
    if (!day.ok()) return day.problem();
    return take_step(transaction, act, site_of(found->record), {"site.deregister", Standing::Deregistered, *day, *reason, "P-1.2c"},
                     *found);
  });
}

Result<void> end_agreement(db::Transaction& transaction, const Act& act, const std::string& site, Date effective, const std::string& reason, const std::string& clause) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  const auto found = head(transaction, EntryKind::Site, site);
  if (!found) return problem("register.entry_unknown", {{"id", site}});
  if (found->standing != Standing::Published) return problem("register.entry_not_published", {{"id", site}});
  const auto day = effective_day(effective, act.today(), found);
  if (!day.ok()) return day.problem();
  take_step(transaction, act, site_of(found->record), {"site.deregister", Standing::Deregistered, *day, reason, clause}, found);
  return {};
}

Result<Version> put_room(db::Database& database, const Act& act, const Edit& edit, const RoomDraft& draft) {
  const auto id = room_id(edit.id, draft.room);
  if (!id.ok()) return id.problem();
  return change_site(database, act, edit, "room.edit", [&](SiteRecord site) -> Result<SiteRecord> {
    RoomRecord& room = room_in(site, *id);
    room.name = trimmed(draft.name);
    room.exclusive = draft.exclusive;
    room.capacity = draft.capacity;
    room.seats = draft.seats;
    if (draft.openings) room.openings = *draft.openings;
    if (draft.exceptions) room.exceptions = *draft.exceptions;
    Faults faults = faults_of(room, site, City::shipped(), "");
    for (const RoomRecord& other : site.rooms)
      if (other.id != room.id && other.name == room.name) faults.push_back(problem("register.doubled", {{"value", room.name}}, "/name"));
    if (site.rooms.size() > k_max_list)
      faults.push_back(
          problem("register.list_long", {{"count", std::to_string(site.rooms.size())}, {"limit", std::to_string(k_max_list)}}, "/room"));
    if (const auto checked = verdict(std::move(faults)); !checked.ok()) return checked.problem();
    return site;
  });
}

Result<Version> remove_room(db::Database& database, const Act& act, const Edit& edit, const std::string& room) {
  const auto id = room_id(edit.id, room);
  if (!id.ok()) return id.problem();
  return change_site(database, act, edit, "room.delete", [&](SiteRecord site) -> Result<SiteRecord> {
    if (std::erase_if(site.rooms, [&](const RoomRecord& one) { return one.id == *id; }) == 0)
      return problem("register.room_unknown", {{"value", *id}}, "/room");
    return site;
  });
}

} // namespace ankao::registry
