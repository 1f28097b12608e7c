// SPDX-License-Identifier: Apache-2.0
// Roles and what they permit (law/roles.yaml).
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace ankao::identity {

/// What an account's data is limited to. City is everything and Own is what concerns the person alone: neither has an id; the others
/// name one district, institution or site.
enum class ScopeKind { City, District, Institution, Site, Own };

struct Permission {
  std::string id; ///< noun.verb
  std::string zh;
  std::string en;
};

struct Role {
  std::string id; ///< "city_bureau"
  std::string zh;
  std::string en;
  ScopeKind scope = ScopeKind::City;
  std::set<std::string> permissions;
  bool decides = false; ///< what it does binds others: it needs a second factor
  std::set<std::string> deputies = {}; ///< roles whose accounts may act for one of this role; none: the role is not delegated
};

struct Roles {
  std::map<std::string, Permission> permissions; ///< by id
  std::vector<Role> roles;                       ///< in the order of the file
  /// Null when there is no such role.
  const Role* find(const std::string& id) const {
    for (const Role& role : roles)
      if (role.id == id) return &role;
    return nullptr;
  }
};

/// "city", "district", "institution", "site", "own".
inline const char* word_of(ScopeKind kind) {
  switch (kind) {
  case ScopeKind::City:
    return "city";
  case ScopeKind::District:
    return "district";
  case ScopeKind::Institution:
    return "institution";
  case ScopeKind::Site:
    return "site";
  case ScopeKind::Own:
    return "own";
  }
  return "";
}

} // namespace ankao::identity
