// SPDX-License-Identifier: Apache-2.0
#include "api/openapi/schemas.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/ensure.hpp"

namespace ankao::api {
namespace {

bool is_named(const Type& type) { return type.kind == Kind::Struct || type.kind == Kind::Enum; }

std::string capital(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

Schemas::Json text_schema(const char* format, const char* pattern) {
  Schemas::Json json = {{"type", "string"}};
  if (format != nullptr) json["format"] = format;
  if (pattern != nullptr) json["pattern"] = pattern;
  return json;
}

Schemas::Json whole_schema(const Type& type) {
  Schemas::Json json = {{"type", "integer"}};
  if (type.low >= INT32_MIN && type.high <= INT32_MAX) {
    json["minimum"] = type.low;
    json["maximum"] = type.high;
  } else {
    json["format"] = "int64";
  }
  return json;
}

Schemas::Json enum_schema(const Type& type) {
  Schemas::Json words = Schemas::Json::array();
  for (const Word& word : type.words) words.push_back(word.name);
  return {{"type", "string"}, {"enum", words}};
}

/// null is one more type of a simple schema, or one more alternative of a reference.
Schemas::Json nullable(Schemas::Json schema) {
  if (schema.contains("type") && schema["type"].is_string() && !schema.contains("enum")) {
    schema["type"] = Schemas::Json::array({schema["type"], "null"});
    return schema;
  }
  return {{"anyOf", Schemas::Json::array({schema, Schemas::Json{{"type", "null"}}})}};
}

} // namespace

void Schemas::note(const Type& type, Direction direction) {
  if (type.element != nullptr) return note(type.element(), direction);
  if (!is_named(type)) return;
  Use& use = uses_[key(type)];
  ensure(use.type == nullptr || use.type == &type, "two API types are named " + key(type));
  bool& noted = direction == Direction::Out ? use.out : use.in;
  use.type = &type;
  if (std::exchange(noted, true)) return;
  for (const Field& field : type.fields) note(field.type(), direction);
}

void Schemas::settle() {
  std::map<std::string, int> count;
  for (const auto& [key, use] : uses_) ++count[use.type->name];
  std::set<std::string> taken;
  for (auto& [key, use] : uses_) {
    use.name = count[use.type->name] == 1 ? use.type->name : capital(use.type->space) + use.type->name;
    ensure(taken.insert(use.name).second, "two API types get the name " + use.name);
  }
}

const std::string& Schemas::name_of(const Type& type) const {
  const auto found = uses_.find(key(type));
  ensure(found != uses_.end() && !found->second.name.empty(), "an API type without a name: " + type.name);
  return found->second.name;
}

/// Whether a request may leave out what an answer always carries.
bool Schemas::differs(const Type& type) const { return object(type, {}, Direction::In) != object(type, {}, Direction::Out); }

std::string Schemas::component(const Type& type, Direction direction) const {
  const Use& use = uses_.at(key(type));
  const bool apart = direction == Direction::In && use.out && type.kind == Kind::Struct && differs(type);
  return name_of(type) + (apart ? "Input" : "");
}

Schemas::Json Schemas::schema(const Type& type, Direction direction) const {
  switch (type.kind) {
  case Kind::Boolean:
    return {{"type", "boolean"}};
  case Kind::Integer:
    return whole_schema(type);
  case Kind::Number:
    return {{"type", "number"}};
  case Kind::Text:
    return {{"type", "string"}};
  case Kind::Date:
    return text_schema("date", nullptr);
  case Kind::Month:
    return text_schema(nullptr, "^[0-9]{4}-[0-9]{2}$");
  case Kind::Instant:
    return text_schema("date-time", nullptr);
  case Kind::Optional:
    return nullable(schema(type.element(), direction));
  case Kind::List:
    return {{"type", "array"}, {"items", schema(type.element(), direction)}};
  case Kind::Map:
    return {{"type", "object"}, {"additionalProperties", schema(type.element(), direction)}};
  case Kind::Json:
    return Json::object();
  case Kind::Enum:
  case Kind::Struct:
    return {{"$ref", "#/components/schemas/" + component(type, direction)}};
  }
  return Json::object();
}

Schemas::Json Schemas::object(const Type& type, const std::vector<std::string>& without, Direction direction) const {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Field& field : type.fields) {
    if (std::find(without.begin(), without.end(), field.name) != without.end()) continue;
    properties[field.name] = schema(field.type(), direction);
    if (direction == Direction::Out || is_required(type, field)) required.push_back(field.name);
  }
  Json json = {{"type", "object"}, {"properties", properties}};
  if (!required.empty()) json["required"] = required;
  json["additionalProperties"] = false;
  return json;
}

Schemas::Json Schemas::components() const {
  std::map<std::string, Json> sorted;
  for (const auto& [key, use] : uses_) {
    if (use.type->kind == Kind::Enum) sorted[use.name] = enum_schema(*use.type);
    if (use.type->kind == Kind::Enum) continue;
    if (use.out) sorted[use.name] = object(*use.type, {}, Direction::Out);
    if (use.in)
      sorted[component(*use.type, Direction::In)] = object(*use.type, {}, use.out && !differs(*use.type) ? Direction::Out : Direction::In);
  }
  Json out = Json::object();
  for (auto& [name, schema] : sorted) out[name] = std::move(schema);
  return out;
}

} // namespace ankao::api
