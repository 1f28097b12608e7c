// SPDX-License-Identifier: Apache-2.0
// The OpenAPI 3.1 document of the list of operations.
#include <algorithm>
#include <tuple>

#include "api/endpoints.hpp"
#include "api/openapi/schemas.hpp"
#include "api/paths.hpp"

namespace ankao::api {
namespace {

using Document = Schemas::Json;

bool has_body(const Spec& spec) { return spec.verb == Verb::Post || spec.verb == Verb::Put; }

const char* verb_key(Verb verb) {
  switch (verb) {
  case Verb::Post:
    return "post";
  case Verb::Put:
    return "put";
  case Verb::Delete:
    return "delete";
  case Verb::Get:
  case Verb::Head:
  case Verb::Other:
    break;
  }
  return "get";
}

/// The whole body type is a component unless path parameters take members out of it.
bool body_is_component(const Operation& operation) { return path_parameters(operation.spec.path).empty(); }

void note_types(const Operation& operation, Schemas& schemas) {
  if (operation.output == Output::Json) schemas.note(*operation.out, Direction::Out);
  if (operation.input != Input::Values) return;
  if (has_body(operation.spec) && body_is_component(operation)) return schemas.note(*operation.in, Direction::In);
  for (const Field& field : operation.in->fields) schemas.note(field.type(), Direction::In);
}

const Field* member(const Operation& operation, const std::string& name) {
  if (operation.in == nullptr) return nullptr;
  const auto& fields = operation.in->fields;
  const auto found = std::find_if(fields.begin(), fields.end(), [&name](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

Document query_parameter(const Operation& operation, const Field& field, const Schemas& schemas) {
  const Type& type = field.type();
  const Type& shown = type.kind == Kind::Optional ? type.element() : type;
  const bool needed =
      (type.kind == Kind::Date || type.kind == Kind::Month || type.kind == Kind::Instant) && is_required(*operation.in, field);
  return {{"name", field.name}, {"in", "query"}, {"required", needed}, {"schema", schemas.schema(shown, Direction::In)}};
}

Document parameters(const Operation& operation, const Schemas& schemas) {
  Document list = Document::array();
  const std::vector<std::string> in_path = path_parameters(operation.spec.path);
  for (const std::string& name : in_path) {
    const Field* field = member(operation, name);
    const Document schema = field == nullptr ? Document{{"type", "string"}} : schemas.schema(field->type(), Direction::In);
    list.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", schema}});
  }
  if (operation.input != Input::Values || has_body(operation.spec)) return list;
  for (const Field& field : operation.in->fields)
    if (std::find(in_path.begin(), in_path.end(), field.name) == in_path.end()) list.push_back(query_parameter(operation, field, schemas));
  return list;
}

Document upload_body() {
  const Document file = {{"type", "string"}, {"format", "binary"}};
  const Document schema = {{"type", "object"},
                           {"properties", {{"file", file}}},
                           {"required", Document::array({"file"})},
                           {"additionalProperties", {{"type", "string"}}}};
  return {{"required", true}, {"content", {{"multipart/form-data", {{"schema", schema}}}}}};
}

Document values_body(const Operation& operation, const Schemas& schemas) {
  const std::vector<std::string> in_path = path_parameters(operation.spec.path);
  const Document schema =
      body_is_component(operation) ? schemas.schema(*operation.in, Direction::In) : schemas.object(*operation.in, in_path, Direction::In);
  return {{"required", true}, {"content", {{"application/json", {{"schema", schema}}}}}};
}

/// Members that the path does not take.
bool has_body_members(const Operation& operation) { return operation.in->fields.size() > path_parameters(operation.spec.path).size(); }

Document success(const Operation& operation, const Schemas& schemas) {
  switch (operation.output) {
  case Output::None:
    return {{"204", {{"description", "Done"}}}};
  case Output::Json:
    return {{"200",
             {{"description", "OK"}, {"content", {{"application/json", {{"schema", schemas.schema(*operation.out, Direction::Out)}}}}}}}};
  case Output::Download: {
    const Document schema = {{"type", "string"}, {"format", "binary"}};
    return {{"200", {{"description", "A file"}, {"content", {{"application/octet-stream", {{"schema", schema}}}}}}}};
  }
  case Output::Stream: {
    const Document schema = {{"type", "string"}};
    return {{"200", {{"description", "A stream of events"}, {"content", {{"text/event-stream", {{"schema", schema}}}}}}}};
  }
  }
  return Document::object();
}

Document responses(const Operation& operation, const Schemas& schemas) {
  Document all = success(operation, schemas);
  const Document problem = {{"$ref", "#/components/responses/Problem"}};
  if (operation.spec.access != Access::Public) all["401"] = problem;
  if (operation.spec.access == Access::Permission) all["403"] = problem;
  all["default"] = problem;
  return all;
}

Document describe(const Operation& operation, const Schemas& schemas) {
  const Spec& spec = operation.spec;
  Document json = {{"operationId", spec.operation},
                   {"summary", spec.summary},
                   {"tags", Document::array({spec.operation.substr(0, spec.operation.find('.'))})}};
  if (Document list = parameters(operation, schemas); !list.empty()) json["parameters"] = std::move(list);
  if (operation.input == Input::Upload)
    json["requestBody"] = upload_body();
  else if (operation.input == Input::Values && has_body(spec) && has_body_members(operation))
    json["requestBody"] = values_body(operation, schemas);
  json["responses"] = responses(operation, schemas);
  json["security"] = spec.access == Access::Public ? Document::array() : Document::array({Document{{"session", Document::array()}}});
  if (spec.access == Access::Permission) json["x-permission"] = operation.permission();
  if (!spec.clauses.empty()) json["x-clauses"] = spec.clauses;
  return json;
}

Document problem_schema() {
  const Document text = {{"type", "string"}};
  const Document self = {{"$ref", "#/components/schemas/Problem"}};
  return {{"type", "object"},
          {"description", "RFC 9457. type is urn:ankao:problem:ID, detail the remedy, instance the request id, at the place of the fault, clauses those of the notice behind it."},
          {"properties",
           {{"type", text},
            {"title", text},
            {"status", {{"type", "integer"}}},
            {"detail", text},
            {"instance", text},
            {"at", text},
            {"clauses", {{"type", "array"}, {"items", text}}},
            {"facts",
             {{"type", "array"},
              {"items", {{"type", "object"}, {"properties", {{"name", text}, {"value", text}}}, {"required", Document::array({"name", "value"})}}}}},
            {"parts", {{"type", "array"}, {"items", self}}}}},
          {"required", Document::array({"type", "title", "status"})}};
}

Document components(const Schemas& schemas) {
  Document all = schemas.components();
  ensure(!all.contains("Problem"), "the name Problem is taken by the API itself");
  all["Problem"] = problem_schema();
  const Document content = {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}};
  return {{"schemas", all},
          {"responses", {{"Problem", {{"description", "A refusal"}, {"content", content}}}}},
          {"securitySchemes", {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "ankao_session"}}}}}};
}

} // namespace

std::string Endpoints::openapi() const {
  std::vector<const Operation*> sorted;
  for (const Operation& operation : operations_) sorted.push_back(&operation);
  std::sort(sorted.begin(), sorted.end(), [](const Operation* a, const Operation* b) {
    return std::tie(a->spec.path, a->spec.verb) < std::tie(b->spec.path, b->spec.verb);
  });
  Schemas schemas;
  for (const Operation* operation : sorted) note_types(*operation, schemas);
  schemas.settle();
  Document paths = Document::object();
  for (const Operation* operation : sorted) paths[operation->spec.path][verb_key(operation->spec.verb)] = describe(*operation, schemas);
  const Document document = {
      {"openapi", "3.1.0"},
      {"info", {{"title", "Ankao 安考"}, {"version", "1"}, {"license", {{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
      {"paths", paths},
      {"components", components(schemas)}};
  return document.dump(2) + "\n";
}

} // namespace ankao::api
