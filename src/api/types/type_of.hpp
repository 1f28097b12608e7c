// SPDX-License-Identifier: Apache-2.0
// type_of<T>(): the run-time description of a type the API can carry. A type outside the list fails to compile with a sentence.
#pragma once

#include <boost/core/demangle.hpp>
#include <boost/describe/bases.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <vector>

#include "api/types/type.hpp"
#include "base/date.hpp"

namespace ankao::api {

/// A member (or a whole answer) that already is JSON text, e.g. a draw record or a GeoJSON shape. Empty text is null.
struct Json {
  std::string text;
  bool operator==(const Json&) const = default;
};

template <class T>
const Type& type_of();

namespace detail {

template <class T>
inline constexpr bool k_never = false;
template <class T>
struct Holder {
  static constexpr Kind kind = Kind::Struct;
};
template <class T>
struct Holder<std::optional<T>> {
  static constexpr Kind kind = Kind::Optional;
  using Element = T;
  static void* add(void* object, std::string_view) { return &static_cast<std::optional<T>*>(object)->emplace(); }
  static void each(const void* object, void* context, void (*visit)(void*, std::string_view, const void*)) {
    if (const auto& value = *static_cast<const std::optional<T>*>(object)) visit(context, {}, &*value);
  }
};
template <class T>
struct Holder<std::vector<T>> {
  static_assert(!std::is_same_v<T, bool>, "std::vector<bool> has no elements to point at; use std::vector<int>");
  static constexpr Kind kind = Kind::List;
  using Element = T;
  static void* add(void* object, std::string_view) { return &static_cast<std::vector<T>*>(object)->emplace_back(); }
  static void each(const void* object, void* context, void (*visit)(void*, std::string_view, const void*)) {
    for (const T& value : *static_cast<const std::vector<T>*>(object)) visit(context, {}, &value);
  }
};
template <class T, class C>
struct Holder<std::map<std::string, T, C>> {
  static constexpr Kind kind = Kind::Map;
  using Element = T;
  static void* add(void* object, std::string_view key) { return &(*static_cast<std::map<std::string, T, C>*>(object))[std::string(key)]; }
  static void each(const void* object, void* context, void (*visit)(void*, std::string_view, const void*)) {
    for (const auto& [key, value] : *static_cast<const std::map<std::string, T, C>*>(object)) visit(context, key, &value);
  }
};

template <class T>
std::int64_t get_integer(const void* object) {
  return static_cast<std::int64_t>(*static_cast<const T*>(object));
}
template <class T>
void set_integer(void* object, std::int64_t value) {
  *static_cast<T*>(object) = static_cast<T>(value);
}

template <class T>
Type integer_type(Kind kind) {
  Type type;
  type.kind = kind;
  type.integer = &get_integer<T>;
  type.set_integer = &set_integer<T>;
  return type;
}

template <class T>
Type whole_number() {
  static_assert(sizeof(T) < 8 || std::is_signed_v<T>, "JSON carries whole numbers up to std::int64_t");
  Type type = integer_type<T>(Kind::Integer);
  type.low = static_cast<std::int64_t>(std::numeric_limits<T>::min());
  type.high = static_cast<std::int64_t>(std::numeric_limits<T>::max());
  return type;
}

template <class T>
Type fraction() {
  Type type;
  type.kind = Kind::Number;
  type.number = [](const void* object) { return static_cast<double>(*static_cast<const T*>(object)); };
  type.set_number = [](void* object, double value) { *static_cast<T*>(object) = static_cast<T>(value); };
  return type;
}

template <class T>
void take_name(Type& type) {
  const TypeName name = type_name(boost::core::demangle(typeid(T).name()));
  type.name = name.name;
  type.space = name.space;
}

template <class T>
Type enumeration() {
  static_assert(boost::describe::has_describe_enumerators<T>::value,
                "describe the enum with BOOST_DESCRIBE_ENUM to send it through the API");
  Type type = integer_type<T>(Kind::Enum);
  take_name<T>(type);
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&type](auto described) {
    type.words.push_back({snake_case(described.name), static_cast<std::int64_t>(described.value)});
  });
  return type;
}

template <class T>
Type container() {
  Type type;
  type.kind = Holder<T>::kind;
  type.element = &type_of<typename Holder<T>::Element>;
  type.add = &Holder<T>::add;
  type.each = &Holder<T>::each;
  return type;
}

template <class T, class Described>
void* member_address(void* object) {
  return &(static_cast<T*>(object)->*Described::pointer);
}

template <class T>
Type structure() {
  static_assert(boost::describe::has_describe_members<T>::value,
                "describe the struct with BOOST_DESCRIBE_STRUCT to send it through the API");
  Type type;
  type.kind = Kind::Struct;
  take_name<T>(type);
  type.fresh = []() -> const void* {
    static const T object{};
    return &object;
  };
  using Members = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;
  boost::mp11::mp_for_each<Members>([&type](auto described) {
    using Described = decltype(described);
    using Member = std::remove_reference_t<decltype(std::declval<T&>().*Described::pointer)>;
    type.fields.push_back({described.name, &type_of<Member>, &member_address<T, Described>});
  });
  return type;
}

inline Type simple(Kind kind) {
  Type type;
  type.kind = kind;
  return type;
}

template <class T>
Type make_type() {
  if constexpr (std::is_same_v<T, bool>)
    return integer_type<bool>(Kind::Boolean);
  else if constexpr (std::is_same_v<T, char>)
    static_assert(k_never<T>, "a single char is no API type; use std::string");
  else if constexpr (std::is_integral_v<T>)
    return whole_number<T>();
  else if constexpr (std::is_floating_point_v<T>)
    return fraction<T>();
  else if constexpr (std::is_same_v<T, std::string>)
    return simple(Kind::Text);
  else if constexpr (std::is_same_v<T, Date>)
    return simple(Kind::Date);
  else if constexpr (std::is_same_v<T, Month>)
    return simple(Kind::Month);
  else if constexpr (std::is_same_v<T, Instant>)
    return simple(Kind::Instant);
  else if constexpr (std::is_same_v<T, Json>)
    return simple(Kind::Json);
  else if constexpr (std::is_enum_v<T>)
    return enumeration<T>();
  else if constexpr (Holder<T>::kind != Kind::Struct)
    return container<T>();
  else
    return structure<T>();
}

} // namespace detail

template <class T>
const Type& type_of() {
  static const Type type = detail::make_type<T>();
  return type;
}

} // namespace ankao::api
