// SPDX-License-Identifier: Apache-2.0
#include "lists/service/cells.hpp"

#include <algorithm>

#include "api/binding/instant_text.hpp"
#include "api/types/type_of.hpp"
#include "base/ensure.hpp"

namespace ankao::lists {
namespace {

using Words = std::map<std::string, std::string>;

const api::Field* field_named(const api::Type& type, const std::string& name) {
  const auto found = std::find_if(type.fields.begin(), type.fields.end(), [&](const api::Field& field) { return field.name == name; });
  return found == type.fields.end() ? nullptr : &*found;
}

/// "2024-03-05T09:30:00.000+08:00" -> "2024-03-05 09:30:00".
std::string moment_text(Instant instant) {
  std::string text = to_string(instant);
  text[10] = ' ';
  return text.substr(0, 19);
}

struct Reading {
  const Column& column;
  const Words& words;
  Language language;
};

std::string worded(const std::string& code, const Reading& reading) {
  const auto found = reading.words.find(code);
  return found == reading.words.end() ? code : found->second;
}

std::string plain_text(const std::string& text, const Reading& reading) {
  if (reading.column.codes) return worded(text, reading);
  if (reading.column.kind != Kind::Moment) return text;
  const auto instant = api::parse_instant(text);
  return instant ? moment_text(*instant) : text;
}

std::string enum_word(const api::Type& type, const void* value) {
  const std::int64_t number = type.integer(value);
  const auto found = std::find_if(type.words.begin(), type.words.end(), [number](const api::Word& word) { return word.value == number; });
  return found == type.words.end() ? std::string() : found->name;
}

std::string yes_or_no(bool yes, Language language) {
  if (language == Language::English) return yes ? "yes" : "no";
  return yes ? "是" : "否";
}

std::string text_of(const api::Type& type, const void* value, const Reading& reading);

std::string joined(const api::Type& type, const void* value, const Reading& reading) {
  struct Joined {
    const api::Type& element;
    const Reading& reading;
    std::string text;
  } all{type.element(), reading, {}};
  type.each(value, &all, [](void* context, std::string_view, const void* element) {
    auto& to = *static_cast<Joined*>(context);
    const std::string one = text_of(to.element, element, to.reading);
    if (!one.empty()) to.text += (to.text.empty() ? "" : "、") + one;
  });
  return all.text;
}

std::string text_of(const api::Type& type, const void* value, const Reading& reading) {
  switch (type.kind) {
  case api::Kind::Boolean:
    return reading.column.codes ? worded(type.integer(value) != 0 ? "true" : "false", reading) : yes_or_no(type.integer(value) != 0, reading.language);
  case api::Kind::Integer:
    return std::to_string(type.integer(value));
  case api::Kind::Text:
    return plain_text(*static_cast<const std::string*>(value), reading);
  case api::Kind::Date:
    return to_string(*static_cast<const Date*>(value));
  case api::Kind::Month:
    return to_string(*static_cast<const Month*>(value));
  case api::Kind::Instant:
    return moment_text(*static_cast<const Instant*>(value));
  case api::Kind::Enum:
    return worded(enum_word(type, value), reading);
  case api::Kind::Optional:
  case api::Kind::List:
    return joined(type, value, reading);
  case api::Kind::Number:
  case api::Kind::Map:
  case api::Kind::Struct:
  case api::Kind::Json:
    break;
  }
  ensure(false, "a column of this type is made: " + reading.column.key);
  return {};
}

} // namespace

Cells::Cells(const api::Type& row, std::vector<const Column*> columns, Language language)
    : language_(language) {
  for (const Column* column : columns) {
    Reader reader{column, column->made ? nullptr : field_named(row, column->key), {}};
    ensure(reader.field != nullptr || column->made, "a column is a member of the row or made: " + column->key);
    if (column->codes)
      for (Option& option : column->codes(language)) reader.words.emplace(std::move(option.value), std::move(option.label));
    readers_.push_back(std::move(reader));
  }
}

std::vector<std::string> Cells::of(const void* row) const {
  std::vector<std::string> out;
  out.reserve(readers_.size());
  for (const Reader& reader : readers_) {
    if (reader.field == nullptr)
      out.push_back(reader.column->made(row, language_));
    else
      out.push_back(text_of(reader.field->type(), reader.field->at(const_cast<void*>(row)), {*reader.column, reader.words, language_}));
  }
  return out;
}

void require_members(const List& list, const api::Type& row) {
  for (const Column& column : list.columns)
    ensure(column.made != nullptr || field_named(row, column.key) != nullptr, list.id + ": a column is a member of the row or made: " + column.key);
}

} // namespace ankao::lists
