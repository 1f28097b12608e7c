// SPDX-License-Identifier: Apache-2.0
// Exam sites and their rooms: registered by the city, kept up to date by the city or those who run them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "registry/service/institutions.hpp"

namespace ankao::registry {

struct SiteDraft {
  SiteRecord record; ///< id and rooms are given by the platform
  std::optional<Date> effective;
  std::string reason;
};
/// City only. A site with an owner that takes effect on or after the day of law/registry.yaml needs `record.override_reason`
/// (P-2.2b, G-50: problem register.override_needed); a public base has no owner (P-2.3a).
Result<Version> register_site(db::Database& database, const Act& act, const SiteDraft& draft);

/// Members that are absent stay as they are.
struct SiteChanges {
  std::optional<std::string> name;
  std::optional<SiteKind> kind; ///< also confirms it (G-70)
  std::optional<std::string> district;
  std::optional<std::string> address;
  std::optional<bool> address_confirmed;
  std::optional<Place> place;
  bool remove_place = false;
  std::optional<std::vector<std::string>> subjects;
  std::vector<std::string> resolved_flags;
};
Result<Version> edit_site(db::Database& database, const Act& act, const Edit& edit, const SiteChanges& changes);

/// In the transaction of the decision that ends a site's service agreement: the site leaves the register on the day. Problems
/// register.entry_unknown, entry_not_published, effective_date.
Result<void> end_agreement(db::Transaction& transaction, const Act& act, const std::string& site, Date effective, const std::string& reason, const std::string& clause);

/// City only.
Result<Version> deregister_site(db::Database& database, const Act& act, const Edit& edit, const std::optional<Date>& effective);

/// A room as it shall be; openings or exceptions that are absent stay as they are.
struct RoomDraft {
  std::string room; ///< "GZ-A01-S1-R1" or "R1"
  std::string name;
  bool exclusive = true;
  int capacity = 0;
  std::map<std::string, int> seats;
  std::optional<std::vector<OpeningRule>> openings;
  std::optional<std::vector<OpeningException>> exceptions;
};
/// Creates the room or changes it. `edit.version` is the site's.
Result<Version> put_room(db::Database& database, const Act& act, const Edit& edit, const RoomDraft& draft);
Result<Version> remove_room(db::Database& database, const Act& act, const Edit& edit, const std::string& room);

/// The whole id of a room of a site: "R1" -> "GZ-A01-S1-R1". Problem register.room_id.
Result<std::string> room_id(const std::string& site, const std::string& room);

} // namespace ankao::registry
