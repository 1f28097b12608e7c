// SPDX-License-Identifier: Apache-2.0
// Which part of a request fills which member.
#include <algorithm>
#include <set>

#include "api/binding/json_text.hpp"
#include "api/binding/multipart.hpp"
#include "api/binding/values.hpp"
#include "api/endpoints.hpp"
#include "api/paths.hpp"

namespace ankao::api::detail {
namespace {

/// Query names that belong to the whole API, not to an operation.
bool is_reserved(std::string_view name) { return name == "lang"; }

const Field* field_named(const Type& type, std::string_view name) {
  const auto found = std::find_if(type.fields.begin(), type.fields.end(), [name](const Field& field) { return field.name == name; });
  return found == type.fields.end() ? nullptr : &*found;
}

std::string joined(const Type& type, const std::vector<std::string>& without) {
  std::string out;
  for (const Field& field : type.fields)
    if (std::find(without.begin(), without.end(), field.name) == without.end()) out += (out.empty() ? "" : ", ") + field.name;
  return out;
}

void bind_path(const Type& in, const http::Request& request, void* object, Faults& faults) {
  for (const auto& [name, value] : request.parameters) {
    const Field* field = field_named(in, name);
    ensure(field != nullptr, "path parameter without a member: " + name);
    read_text(field->type(), value, field->at(object), name, faults);
  }
}

bool needs_value(const Field& field) {
  const Kind kind = field.type().kind;
  return kind == Kind::Date || kind == Kind::Month || kind == Kind::Instant;
}

void bind_query(const Type& in, const http::Request& request, const std::vector<std::string>& in_path, void* object, Faults& faults) {
  std::set<std::string> seen;
  for (const auto& [name, value] : request.query) {
    const Field* field = std::find(in_path.begin(), in_path.end(), name) == in_path.end() ? field_named(in, name) : nullptr;
    if (field == nullptr && is_reserved(name)) continue;
    if (field == nullptr) {
      faults.add(problem("request.unknown_parameter", {{"name", shortened(name)}, {"known", joined(in, in_path)}}, shortened(name)));
    } else if (!seen.insert(name).second && field->type().kind != Kind::List) {
      faults.add(problem("request.doubled_parameter", {{"name", name}}, name));
    } else if (has_control_character(value)) {
      faults.add(problem("request.control_character", {}, name));
    } else {
      read_text(field->type(), value, field->at(object), name, faults);
    }
  }
  for (const Field& field : in.fields) {
    const bool given = seen.contains(field.name) || std::find(in_path.begin(), in_path.end(), field.name) != in_path.end();
    if (!given && needs_value(field) && is_required(in, field))
      faults.add(problem("request.missing_parameter", {{"name", field.name}}, field.name));
  }
}

bool is_json(const http::Request& request) {
  const std::string type = request.header("content-type").value_or("");
  std::string kind = type.substr(0, type.find(';'));
  while (!kind.empty() && kind.back() == ' ') kind.pop_back();
  std::transform(kind.begin(), kind.end(), kind.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return kind == "application/json";
}

/// An empty body stands for {} so that actions without input need none.
Result<void> bind_body(const Type& in, const http::Request& request, const std::vector<std::string>& in_path, void* object,
                       Faults& faults) {
  if (!request.body.empty() && !is_json(request))
    return problem("request.content_type",
                   {{"value", shortened(request.header("content-type").value_or(""))}, {"expected", "application/json"}});
  const Result<nlohmann::json> json = request.body.empty() ? Result<nlohmann::json>(nlohmann::json::object()) : parse_json(request.body);
  if (!json.ok()) return json.problem();
  read_json(in, *json, object, "", faults, in_path);
  for (const auto& [name, value] : request.query)
    if (!is_reserved(name))
      faults.add(problem("request.unknown_parameter", {{"name", shortened(name)}, {"known", "lang"}}, shortened(name)));
  return {};
}

} // namespace

Result<void> bind_values(const Spec& spec, const Type& in, const http::Request& request, void* object) {
  Faults faults;
  const std::vector<std::string> in_path = path_parameters(spec.path);
  bind_path(in, request, object, faults);
  if (spec.verb == Verb::Get || spec.verb == Verb::Delete) {
    bind_query(in, request, in_path, object, faults);
  } else if (const Result<void> read = bind_body(in, request, in_path, object, faults); !read.ok()) {
    return read;
  }
  if (!faults.none()) return faults.problem();
  return {};
}

Result<Upload> bind_upload(const http::Request& request) { return parse_upload(request.header("content-type").value_or(""), request.body); }

} // namespace ankao::api::detail
