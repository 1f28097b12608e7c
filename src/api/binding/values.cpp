// SPDX-License-Identifier: Apache-2.0
#include "api/binding/values.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "api/binding/instant_text.hpp"
#include "api/binding/json_text.hpp"
#include "api/types/type_of.hpp"

namespace ankao::api {
namespace {

using Value = nlohmann::json;

std::string shown(const Value& json) {
  return shortened(json.is_string() ? json.get<std::string>() : json.dump(-1, ' ', false, Value::error_handler_t::replace));
}

Problem mismatch(const char* id, const Value& json, const std::string& at) { return problem(id, {{"value", shown(json)}}, at); }
Problem mismatch(const char* id, std::string_view text, const std::string& at) { return problem(id, {{"value", shortened(text)}}, at); }

void set_whole(const Type& type, std::int64_t value, void* object, const std::string& at, Faults& faults) {
  if (value < type.low || value > type.high) {
    faults.add(problem("request.out_of_range",
                       {{"value", std::to_string(value)}, {"low", std::to_string(type.low)}, {"high", std::to_string(type.high)}}, at));
    return;
  }
  type.set_integer(object, value);
}

void set_word(const Type& type, std::string_view text, void* object, const std::string& at, Faults& faults) {
  const auto found = std::find_if(type.words.begin(), type.words.end(), [text](const Word& word) { return word.name == text; });
  if (found != type.words.end()) return type.set_integer(object, found->value);
  std::string allowed;
  for (const Word& word : type.words) allowed += (allowed.empty() ? "" : ", ") + word.name;
  faults.add(problem("request.unknown_word", {{"value", shortened(text)}, {"allowed", allowed}}, at));
}

/// Date, Month, Instant: the text or the fault.
void set_time(const Type& type, std::string_view text, void* object, const std::string& at, Faults& faults) {
  if (type.kind == Kind::Date) {
    if (const auto date = parse_date(text))
      *static_cast<Date*>(object) = *date;
    else
      faults.add(mismatch("request.not_date", text, at));
  } else if (type.kind == Kind::Month) {
    if (const auto month = parse_month(text))
      *static_cast<Month*>(object) = *month;
    else
      faults.add(mismatch("request.not_month", text, at));
  } else {
    if (const auto instant = parse_instant(text))
      *static_cast<Instant*>(object) = *instant;
    else
      faults.add(mismatch("request.not_instant", text, at));
  }
}

void read_whole(const Type& type, const Value& json, void* object, const std::string& at, Faults& faults) {
  const bool beyond = json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  if (!json.is_number_integer())
    faults.add(mismatch("request.not_integer", json, at));
  else if (beyond)
    faults.add(problem("request.out_of_range",
                       {{"value", shown(json)}, {"low", std::to_string(type.low)}, {"high", std::to_string(type.high)}}, at));
  else
    set_whole(type, json.get<std::int64_t>(), object, at, faults);
}

void read_list(const Type& type, const Value& json, void* object, const std::string& at, Faults& faults) {
  if (!json.is_array()) return faults.add(mismatch("request.not_list", json, at));
  std::size_t index = 0;
  for (const Value& element : json) {
    read_json(type.element(), element, type.add(object, {}), at + pointer_step(std::to_string(index)), faults);
    ++index;
  }
}

void read_map(const Type& type, const Value& json, void* object, const std::string& at, Faults& faults) {
  if (!json.is_object()) return faults.add(mismatch("request.not_object", json, at));
  for (const auto& [key, element] : json.items()) read_json(type.element(), element, type.add(object, key), at + pointer_step(key), faults);
}

std::string known_members(const Type& type, const std::vector<std::string>& skip) {
  std::string out;
  for (const Field& field : type.fields)
    if (std::find(skip.begin(), skip.end(), field.name) == skip.end()) out += (out.empty() ? "" : ", ") + field.name;
  return out;
}

void read_struct(const Type& type, const Value& json, void* object, const std::string& at, Faults& faults,
                 const std::vector<std::string>& skip) {
  if (!json.is_object()) return faults.add(mismatch("request.not_object", json, at));
  const auto skipped = [&skip](const std::string& name) { return std::find(skip.begin(), skip.end(), name) != skip.end(); };
  for (const Field& field : type.fields) {
    if (skipped(field.name)) continue;
    const auto found = json.find(field.name);
    if (found != json.end())
      read_json(field.type(), *found, field.at(object), at + pointer_step(field.name), faults);
    else if (is_required(type, field))
      faults.add(problem("request.missing", {{"name", field.name}}, at + pointer_step(field.name)));
  }
  for (const auto& [name, value] : json.items()) {
    const bool known =
        !skipped(name) && std::any_of(type.fields.begin(), type.fields.end(), [&n = name](const Field& f) { return f.name == n; });
    if (!known)
      faults.add(
          problem("request.unknown_member", {{"name", shortened(name)}, {"known", known_members(type, skip)}}, at + pointer_step(name)));
  }
}

void read_word_or_time(const Type& type, const Value& json, void* object, const std::string& at, Faults& faults) {
  if (!json.is_string()) return faults.add(mismatch("request.not_text", json, at));
  const auto& text = json.get_ref<const std::string&>();
  if (type.kind == Kind::Text)
    *static_cast<std::string*>(object) = text;
  else if (type.kind == Kind::Enum)
    set_word(type, text, object, at, faults);
  else
    set_time(type, text, object, at, faults);
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> fraction(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

void read_boolean_text(const Type& type, std::string_view text, void* object, const std::string& name, Faults& faults) {
  if (text == "true" || text == "1")
    type.set_integer(object, 1);
  else if (text == "false" || text == "0")
    type.set_integer(object, 0);
  else
    faults.add(mismatch("request.not_boolean", text, name));
}

} // namespace

Problem Faults::problem() const {
  ensure(!list_.empty(), "Faults::problem without a fault");
  if (list_.size() == 1) return list_.front();
  Problem all = ankao::problem("request.invalid", {{"count", std::to_string(list_.size())}});
  all.parts = list_;
  return all;
}

void read_json(const Type& type, const Value& json, void* object, const std::string& at, Faults& faults,
               const std::vector<std::string>& skip) {
  switch (type.kind) {
  case Kind::Boolean:
    if (json.is_boolean())
      type.set_integer(object, json.get<bool>() ? 1 : 0);
    else
      faults.add(mismatch("request.not_boolean", json, at));
    break;
  case Kind::Integer:
    read_whole(type, json, object, at, faults);
    break;
  case Kind::Number:
    if (json.is_number())
      type.set_number(object, json.get<double>());
    else
      faults.add(mismatch("request.not_number", json, at));
    break;
  case Kind::Text:
  case Kind::Date:
  case Kind::Month:
  case Kind::Instant:
  case Kind::Enum:
    read_word_or_time(type, json, object, at, faults);
    break;
  case Kind::Optional:
    if (!json.is_null()) read_json(type.element(), json, type.add(object, {}), at, faults);
    break;
  case Kind::List:
    read_list(type, json, object, at, faults);
    break;
  case Kind::Map:
    read_map(type, json, object, at, faults);
    break;
  case Kind::Struct:
    read_struct(type, json, object, at, faults, skip);
    break;
  case Kind::Json:
    static_cast<Json*>(object)->text = json.dump();
    break;
  }
}

void read_text(const Type& type, std::string_view text, void* object, const std::string& name, Faults& faults) {
  switch (type.kind) {
  case Kind::Boolean:
    read_boolean_text(type, text, object, name, faults);
    break;
  case Kind::Integer:
    if (const auto value = whole_number(text))
      set_whole(type, *value, object, name, faults);
    else
      faults.add(mismatch("request.not_integer", text, name));
    break;
  case Kind::Number:
    if (const auto value = fraction(text))
      type.set_number(object, *value);
    else
      faults.add(mismatch("request.not_number", text, name));
    break;
  case Kind::Text:
    *static_cast<std::string*>(object) = std::string(text);
    break;
  case Kind::Enum:
    set_word(type, text, object, name, faults);
    break;
  case Kind::Date:
  case Kind::Month:
  case Kind::Instant:
    set_time(type, text, object, name, faults);
    break;
  case Kind::Optional:
  case Kind::List:
    read_text(type.element(), text, type.add(object, {}), name, faults);
    break;
  case Kind::Map:
  case Kind::Struct:
  case Kind::Json:
    ensure(false, "a path or query value must be a scalar: " + name);
  }
}

bool is_scalar(const Type& type) { return type.kind < Kind::Optional; }

} // namespace ankao::api
