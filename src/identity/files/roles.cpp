// SPDX-License-Identifier: Apache-2.0
#include "identity/files/roles.hpp"

#include <yaml-cpp/yaml.h>

#include <optional>

#include "embedded/embedded.hpp"
#include "problems/catalogue.hpp"

namespace ankao::identity {
namespace {

/// Inside this file a fault travels as an exception; read_roles() turns it into the problem.
struct Fault {
  std::string at;
  std::string reason;
};

std::string text(const YAML::Node& node, const char* key, const std::string& at) {
  if (!node.IsMap() || !node[key] || !node[key].IsScalar() || node[key].Scalar().empty())
    throw Fault{at, std::string("no text for ") + key};
  return node[key].Scalar();
}

void only_keys(const YAML::Node& node, const std::set<std::string>& known, const std::string& at) {
  if (!node.IsMap()) throw Fault{at, "a map is expected"};
  for (const auto& pair : node)
    if (!known.contains(pair.first.Scalar())) throw Fault{at, "unknown key " + pair.first.Scalar()};
}

ScopeKind scope_kind(const std::string& word, const std::string& at) {
  for (const ScopeKind kind : {ScopeKind::City, ScopeKind::District, ScopeKind::Institution, ScopeKind::Site, ScopeKind::Own})
    if (word == word_of(kind)) return kind;
  throw Fault{at, "unknown scope " + word};
}

void read_permissions(const YAML::Node& list, Roles& roles) {
  if (!list || !list.IsMap()) throw Fault{"permissions", "a map of permissions is expected"};
  for (const auto& pair : list) {
    const std::string id = pair.first.Scalar();
    const std::string at = "permissions/" + id;
    only_keys(pair.second, {"zh", "en", "clause"}, at);
    if (id.find('.') == std::string::npos) throw Fault{at, "a permission is noun.verb"};
    if (!roles.permissions.emplace(id, Permission{id, text(pair.second, "zh", at), text(pair.second, "en", at)}).second)
      throw Fault{at, "stands twice"};
  }
}

Role read_role(const YAML::Node& node, const std::string& at, const Roles& roles) {
  only_keys(node, {"id", "zh", "en", "scope", "source", "decides", "deputies", "permissions"}, at);
  text(node, "source", at);
  Role role{text(node, "id", at), text(node, "zh", at), text(node, "en", at), scope_kind(text(node, "scope", at), at), {}, false, {}};
  if (roles.find(role.id) != nullptr) throw Fault{at, "role " + role.id + " stands twice"};
  if (node["decides"]) {
    const std::string word = node["decides"].Scalar();
    if (word != "true" && word != "false") throw Fault{at, "decides is true or false"};
    role.decides = word == "true";
  }
  if (node["deputies"] && !node["deputies"].IsSequence()) throw Fault{at, "a list of deputies is expected"};
  for (const YAML::Node& item : node["deputies"]) role.deputies.insert(item.Scalar());
  if (!node["permissions"] || !node["permissions"].IsSequence()) throw Fault{at, "a list of permissions is expected"};
  for (const YAML::Node& item : node["permissions"]) {
    const std::string id = item.Scalar();
    if (!roles.permissions.contains(id)) throw Fault{at, "unknown permission " + id};
    if (!role.permissions.insert(id).second) throw Fault{at, "permission " + id + " stands twice"};
  }
  return role;
}

void refuse_unused(const Roles& roles) {
  for (const auto& [id, permission] : roles.permissions) {
    bool used = false;
    for (const Role& role : roles.roles) used = used || role.permissions.contains(id);
    if (!used) throw Fault{"permissions/" + id, "no role has it"};
  }
}

void refuse_strangers(const Roles& roles) {
  for (const Role& role : roles.roles)
    for (const std::string& deputy : role.deputies)
      if (roles.find(deputy) == nullptr) throw Fault{"roles", "deputy " + deputy + " of " + role.id + " is no role"};
}

Roles read(const YAML::Node& file) {
  only_keys(file, {"source", "from", "permissions", "roles"}, "");
  text(file, "source", "");
  Roles roles;
  read_permissions(file["permissions"], roles);
  if (!file["roles"] || !file["roles"].IsSequence()) throw Fault{"roles", "a list of roles is expected"};
  for (std::size_t i = 0; i < file["roles"].size(); ++i)
    roles.roles.push_back(read_role(file["roles"][i], "roles/" + std::to_string(i), roles));
  refuse_unused(roles);
  refuse_strangers(roles);
  return roles;
}

} // namespace

Result<Roles> read_roles(const std::string& yaml) {
  try {
    return read(YAML::Load(yaml));
  } catch (const Fault& fault) {
    return problem("identity.roles_file", {{"reason", fault.reason}}, fault.at);
  } catch (const YAML::Exception& error) {
    return problem("identity.roles_file", {{"reason", error.what()}});
  }
}

const Roles& shipped_roles() {
  static const Roles roles = [] {
    const auto bytes = embedded::find("law/roles.yaml");
    ensure(bytes.has_value(), "law/roles.yaml is not in the program");
    const auto read = read_roles(std::string(*bytes));
    if (!read.ok()) ensure(false, problems::Catalogue::shipped().lines(read.problem(), problems::Language::English));
    return *read;
  }();
  return roles;
}

} // namespace ankao::identity
