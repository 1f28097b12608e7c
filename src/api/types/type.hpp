// SPDX-License-Identifier: Apache-2.0
// What the API knows of a C++ type at run time: enough to read it from JSON or a query, write it as JSON and describe it in
// OpenAPI. One object per type, made once by type_of<T>(); everything that uses it is ordinary code, so routes compile fast.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ankao::api {

enum class Kind { Boolean, Integer, Number, Text, Date, Month, Instant, Enum, Optional, List, Map, Struct, Json };

struct Type;

/// A described member: `at` gives its address inside an object of the struct.
struct Field {
  std::string name;
  const Type& (*type)();
  void* (*at)(void* object);
};

struct Word {
  std::string name; ///< snake_case
  std::int64_t value = 0;
};

/// Only the parts of the kind are set. Objects are passed as void* and must be of the very type.
struct Type {
  Kind kind = Kind::Text;
  std::string name;                               ///< Struct, Enum: name without namespaces
  std::string space;                              ///< Struct, Enum: the capability's namespace, for names that two of them share
  std::int64_t low = 0, high = 0;                 ///< Integer: what fits
  std::vector<Field> fields;                      ///< Struct, in order of description
  const void* (*fresh)() = nullptr;               ///< Struct: a default-made object; its members tell the defaults
  std::vector<Word> words;                        ///< Enum
  std::int64_t (*integer)(const void*) = nullptr; ///< Boolean, Integer, Enum
  void (*set_integer)(void*, std::int64_t) = nullptr;
  double (*number)(const void*) = nullptr; ///< Number
  void (*set_number)(void*, double) = nullptr;
  const Type& (*element)() = nullptr;                            ///< Optional, List, Map
  void* (*add)(void* container, std::string_view key) = nullptr; ///< a new element inside; key only for Map
  void (*each)(const void* container, void* context, void (*visit)(void* context, std::string_view key, const void* element)) = nullptr;
};

/// The member as it stands in a default-made object says "nothing": zero, empty, first enumerator.
bool is_blank(const Type& type, const void* object);
/// A JSON body must carry the member: it is no Optional and its struct gives it no default.
bool is_required(const Type& owner, const Field& field);

/// "OwnSchool" -> "own_school", "GBCode" -> "gb_code".
std::string snake_case(std::string_view camel);
/// Splits a demangled name: {"InstitutionPage", "registry"}; template arguments are joined ("Page<a::Row>" -> "PageRow").
struct TypeName {
  std::string name, space;
};
TypeName type_name(std::string_view demangled);

} // namespace ankao::api
