// SPDX-License-Identifier: Apache-2.0
// JSON Schemas (2020-12, as OpenAPI 3.1 wants them) of described types; structs and enums become components.
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

#include "api/types/type.hpp"

namespace ankao::api {

enum class Direction { Out, In }; ///< answers carry every member; requests may leave some out

/// Names every struct and enum that was noted, then gives schemas that refer to them. Names do not depend on the order of noting.
class Schemas {
public:
  using Json = nlohmann::ordered_json;

  /// Notes the type and all it holds. `top` leaves the type itself without a component (members of a query or of a body with path
  /// parameters).
  void note(const Type& type, Direction direction);
  /// After the last note(), before the first schema().
  void settle();

  Json schema(const Type& type, Direction direction) const;
  /// An object schema of some members, in place.
  Json object(const Type& type, const std::vector<std::string>& without, Direction direction) const;
  Json components() const;

private:
  struct Use {
    const Type* type = nullptr;
    bool out = false, in = false;
    std::string name;
  };
  static std::string key(const Type& type) { return type.space + "::" + type.name; }
  const std::string& name_of(const Type& type) const;
  std::string component(const Type& type, Direction direction) const;
  bool differs(const Type& type) const;

  std::map<std::string, Use> uses_;
};

} // namespace ankao::api
