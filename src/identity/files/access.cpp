// SPDX-License-Identifier: Apache-2.0
#include "identity/files/access.hpp"

#include <yaml-cpp/yaml.h>

#include "embedded/embedded.hpp"
#include "problems/catalogue.hpp"

namespace ankao::identity {
namespace {

/// Inside this file a fault travels as an exception; read_access() turns it into the problem.
struct Fault {
  std::string at;
  std::string reason;
};

Reach reach_in(const std::string& word, const std::string& at) {
  for (const Reach reach : {Reach::Public, Reach::SignedIn, Reach::City, Reach::District, Reach::Institution, Reach::Site, Reach::Own})
    if (word == word_of(reach)) return reach;
  throw Fault{at, "unknown reach " + word};
}

/// "id booking": the member, then the kind of row.
RowKey row_in(const std::string& text, const std::string& at) {
  const auto blank = text.find(' ');
  if (blank == 0 || blank == std::string::npos || blank + 1 == text.size()) throw Fault{at, "row is a member and a kind of row"};
  return {text.substr(0, blank), text.substr(blank + 1)};
}

void read_reach(const YAML::Node& node, Grant& grant, const std::string& at) {
  if (node && node.IsScalar()) {
    grant.everybody = reach_in(node.Scalar(), at);
    if (*grant.everybody != Reach::Public && *grant.everybody != Reach::SignedIn)
      throw Fault{at, "a reach for everybody is public or signed_in"};
    return;
  }
  if (!node || !node.IsMap() || node.size() == 0) throw Fault{at, "reach is public, signed_in or a map of roles"};
  for (const auto& pair : node)
    if (!grant.roles.emplace(pair.first.Scalar(), reach_in(pair.second.Scalar(), at)).second)
      throw Fault{at, "role " + pair.first.Scalar() + " stands twice"};
}

Grant read_grant(const YAML::Node& node, const std::string& at) {
  if (!node.IsMap()) throw Fault{at, "a map is expected"};
  for (const auto& pair : node) {
    const std::string key = pair.first.Scalar();
    if (key != "reach" && key != "row" && key != "source") throw Fault{at, "unknown key " + key};
  }
  Grant grant;
  read_reach(node["reach"], grant, at);
  if (node["row"]) grant.row = row_in(node["row"].Scalar(), at);
  if (!node["source"] || !node["source"].IsScalar() || node["source"].Scalar().empty()) throw Fault{at, "no source"};
  grant.source = node["source"].Scalar();
  return grant;
}

AccessMatrix read(const YAML::Node& file) {
  if (!file.IsMap() || !file["operations"] || !file["operations"].IsMap()) throw Fault{"operations", "a map of operations is expected"};
  AccessMatrix matrix;
  for (const auto& pair : file["operations"]) {
    const std::string operation = pair.first.Scalar();
    if (!matrix.operations.emplace(operation, read_grant(pair.second, operation)).second) throw Fault{operation, "stands twice"};
  }
  return matrix;
}

} // namespace

Result<AccessMatrix> read_access(const std::string& yaml) {
  try {
    return read(YAML::Load(yaml));
  } catch (const Fault& fault) {
    return problem("identity.access_file", {{"reason", fault.reason}}, fault.at);
  } catch (const YAML::Exception& error) {
    return problem("identity.access_file", {{"reason", error.what()}});
  }
}

const AccessMatrix& shipped_access() {
  static const AccessMatrix matrix = [] {
    const auto bytes = embedded::find("law/access.yaml");
    ensure(bytes.has_value(), "law/access.yaml is not in the program");
    const auto read = read_access(std::string(*bytes));
    if (!read.ok()) ensure(false, problems::Catalogue::shipped().lines(read.problem(), problems::Language::English));
    return *read;
  }();
  return matrix;
}

} // namespace ankao::identity
