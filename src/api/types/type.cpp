// SPDX-License-Identifier: Apache-2.0
#include "api/types/type.hpp"

#include <algorithm>

#include "api/types/type_of.hpp"

namespace ankao::api {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool holds_nothing(const Type& type, const void* object) {
  bool empty = true;
  type.each(object, &empty, [](void* context, std::string_view, const void*) { *static_cast<bool*>(context) = false; });
  return empty;
}

bool all_members_blank(const Type& type, const void* object) {
  return std::all_of(type.fields.begin(), type.fields.end(),
                     [object](const Field& field) { return is_blank(field.type(), field.at(const_cast<void*>(object))); });
}

/// "ankao::registry::routes::(anonymous namespace)::Row" -> "Row", with "registry" in `space`.
TypeName last_parts(std::string_view full) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < full.size(); ++i) {
    if (full.substr(i, 2) == "::") {
      parts.emplace_back();
      ++i;
    } else if (full[i] != ' ') {
      parts.back() += full[i];
    }
  }
  std::erase_if(parts, [](const std::string& part) { return part.empty() || part[0] == '(' || part.back() == ')'; });
  if (parts.empty()) return {};
  const std::size_t outer = parts.front() == "ankao" ? 1 : 0;
  return {parts.back(), parts.size() > outer + 1 ? parts[outer] : std::string()};
}

} // namespace

bool is_blank(const Type& type, const void* object) {
  switch (type.kind) {
  case Kind::Boolean:
  case Kind::Integer:
  case Kind::Enum:
    return type.integer(object) == 0;
  case Kind::Number:
    return type.number(object) == 0.0;
  case Kind::Text:
    return static_cast<const std::string*>(object)->empty();
  case Kind::Date:
    return static_cast<const Date*>(object)->days == 0;
  case Kind::Month:
    return *static_cast<const Month*>(object) == Month{};
  case Kind::Instant:
    return static_cast<const Instant*>(object)->ms == 0;
  case Kind::Json:
    return static_cast<const Json*>(object)->text.empty();
  case Kind::Optional:
  case Kind::List:
  case Kind::Map:
    return holds_nothing(type, object);
  case Kind::Struct:
    return all_members_blank(type, object);
  }
  return false;
}

bool is_required(const Type& owner, const Field& field) {
  const Type& type = field.type();
  return type.kind != Kind::Optional && is_blank(type, field.at(const_cast<void*>(owner.fresh())));
}

std::string snake_case(std::string_view camel) {
  std::string out;
  for (std::size_t i = 0; i < camel.size(); ++i) {
    const char c = camel[i];
    const bool starts_word = i > 0 && is_upper(c) && out.back() != '_' &&
                             (is_lower_or_digit(camel[i - 1]) || (i + 1 < camel.size() && is_lower_or_digit(camel[i + 1])));
    if (starts_word) out += '_';
    out += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

TypeName type_name(std::string_view demangled) {
  const std::size_t open = demangled.find('<');
  TypeName name = last_parts(demangled.substr(0, open));
  if (open == std::string_view::npos) return name;
  std::string argument;
  for (const char c : demangled.substr(open)) {
    if (c != '<' && c != '>' && c != ',') {
      argument += c;
      continue;
    }
    name.name += last_parts(argument).name;
    argument.clear();
  }
  return name;
}

} // namespace ankao::api
