// SPDX-License-Identifier: Apache-2.0
#include "identity/rules/access.hpp"

#include <algorithm>
#include <set>

namespace ankao::identity {
namespace {

/// What holds for every operation without a clause of its own: access control by an authorised person.
constexpr const char* k_general_source = "GB/T 22239-2019 8.1.4.2";

Reach reach_of(ScopeKind scope) {
  switch (scope) {
  case ScopeKind::City:
    return Reach::City;
  case ScopeKind::District:
    return Reach::District;
  case ScopeKind::Institution:
    return Reach::Institution;
  case ScopeKind::Site:
    return Reach::Site;
  case ScopeKind::Own:
    return Reach::Own;
  }
  return Reach::Own;
}

std::set<std::string> holders(const std::string& permission, const Roles& roles) {
  std::set<std::string> out;
  for (const Role& role : roles.roles)
    if (role.permissions.contains(permission)) out.insert(role.id);
  return out;
}

std::string said(const std::optional<Reach>& everybody) { return everybody ? word_of(*everybody) : "named roles"; }

std::string role_faults(const std::string& operation, const Grant& grant, const Standing& standing, const Roles& roles) {
  std::string out;
  const std::set<std::string> having = holders(standing.permission, roles);
  for (const std::string& role : having)
    if (!grant.roles.contains(role))
      out += operation + ": role " + role + " has " + standing.permission + " in law/roles.yaml but no reach here; ";
  for (const auto& [id, reach] : grant.roles) {
    const Role* role = roles.find(id);
    if (role == nullptr) out += operation + ": there is no role " + id + "; ";
    if (role == nullptr) continue;
    if (!having.contains(id)) out += operation + ": role " + id + " has a reach but not " + standing.permission + " in law/roles.yaml; ";
    if (!within(reach, role->scope))
      out += operation + ": role " + id + " reaches " + word_of(reach) + ", wider than its scope " + word_of(role->scope) + "; ";
  }
  return out;
}

std::string grant_faults(const std::string& operation, const Grant& grant, const Standing& standing, const Roles& roles) {
  std::string out;
  if (grant.everybody != standing.everybody)
    out += operation + ": the matrix says " + said(grant.everybody) + ", the program " + said(standing.everybody) + "; ";
  else if (!standing.everybody)
    out += role_faults(operation, grant, standing, roles);
  const auto& members = standing.members;
  if (grant.row && std::find(members.begin(), members.end(), grant.row->member) == members.end())
    out += operation + ": its input has no member " + grant.row->member + "; ";
  return out;
}

} // namespace

bool within(Reach reach, ScopeKind scope) {
  return reach == Reach::Public || reach == Reach::SignedIn || reach >= reach_of(scope);
}

std::string line_of(const Standing& standing, const Roles& roles) {
  std::string reach;
  if (standing.everybody) {
    reach = word_of(*standing.everybody);
  } else {
    for (const Role& role : roles.roles)
      if (role.permissions.contains(standing.permission))
        reach += (reach.empty() ? "" : ", ") + role.id + ": " + word_of(reach_of(role.scope));
    reach = "{ " + reach + " }";
  }
  std::string source;
  for (const std::string& clause : standing.clauses) source += (source.empty() ? "" : ", ") + clause;
  return "  " + standing.operation + ": { reach: " + reach + ", source: \"" + (source.empty() ? k_general_source : source) + "\" }";
}

std::vector<std::string> differences(const AccessMatrix& matrix, const std::vector<Standing>& standing, const Roles& roles) {
  std::vector<std::string> out;
  std::set<std::string> known;
  for (const Standing& one : standing) {
    known.insert(one.operation);
    const auto found = matrix.operations.find(one.operation);
    if (found == matrix.operations.end()) {
      out.push_back("missing, review and paste:\n" + line_of(one, roles));
    } else if (std::string faults = grant_faults(one.operation, found->second, one, roles); !faults.empty()) {
      faults.resize(faults.size() - 2);
      out.push_back(faults);
    }
  }
  for (const auto& [operation, grant] : matrix.operations)
    if (!known.contains(operation)) out.push_back(operation + ": no such operation stands, remove the line");
  return out;
}

} // namespace ankao::identity
