// SPDX-License-Identifier: Apache-2.0
#include "api/answers/json_writer.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "api/binding/json_text.hpp"
#include "api/types/type_of.hpp"

namespace ankao::api {
namespace {

class Writer {
public:
  std::string take() { return std::move(out_); }

  void write(const Type& type, const void* object) {
    switch (type.kind) {
    case Kind::Boolean:
      out_ += type.integer(object) != 0 ? "true" : "false";
      break;
    case Kind::Integer:
      out_ += std::to_string(type.integer(object));
      break;
    case Kind::Number:
      out_ += nlohmann::json(type.number(object)).dump();
      break;
    case Kind::Text:
      text(*static_cast<const std::string*>(object));
      break;
    case Kind::Date:
      text(to_string(*static_cast<const Date*>(object)));
      break;
    case Kind::Month:
      text(to_string(*static_cast<const Month*>(object)));
      break;
    case Kind::Instant:
      text(to_string(*static_cast<const Instant*>(object)));
      break;
    case Kind::Enum:
      text(word(type, type.integer(object)));
      break;
    case Kind::Optional:
      optional(type, object);
      break;
    case Kind::List:
      elements(type, object, '[', ']');
      break;
    case Kind::Map:
      elements(type, object, '{', '}');
      break;
    case Kind::Struct:
      structure(type, object);
      break;
    case Kind::Json:
      ready(static_cast<const Json*>(object)->text);
      break;
    }
  }

private:
  static const std::string& word(const Type& type, std::int64_t value) {
    const auto found = std::find_if(type.words.begin(), type.words.end(), [value](const Word& w) { return w.value == value; });
    ensure(found != type.words.end(), "a value outside the enumeration " + type.name);
    return found->name;
  }

  void text(std::string_view value) {
    const bool plain =
        std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; });
    if (plain && is_utf8(value)) {
      out_ += '"';
      out_ += value;
      out_ += '"';
    } else {
      out_ += nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
  }

  void ready(const std::string& json) { out_ += json.empty() ? "null" : json; }

  void optional(const Type& type, const void* object) {
    const std::size_t before = out_.size();
    visit(type, object, [](Writer& writer, const Type& element, std::string_view, const void* value) { writer.write(element, value); });
    if (out_.size() == before) out_ += "null";
  }

  void elements(const Type& type, const void* object, char open, char close) {
    out_ += open;
    visit(type, object, [](Writer& writer, const Type& element, std::string_view key, const void* value) {
      if (writer.out_.back() != '[' && writer.out_.back() != '{') writer.out_ += ',';
      if (key.data() != nullptr) writer.member(key);
      writer.write(element, value);
    });
    out_ += close;
  }

  void member(std::string_view name) {
    text(name);
    out_ += ':';
  }

  void structure(const Type& type, const void* object) {
    out_ += '{';
    bool first = true;
    for (const Field& field : type.fields) {
      if (!first) out_ += ',';
      first = false;
      member(field.name);
      write(field.type(), field.at(const_cast<void*>(object)));
    }
    out_ += '}';
  }

  using Visit = void (*)(Writer&, const Type& element, std::string_view key, const void* value);
  void visit(const Type& type, const void* object, Visit what) {
    struct Context {
      Writer& writer;
      const Type& element;
      Visit what;
    } context{*this, type.element(), what};
    type.each(object, &context, [](void* raw, std::string_view key, const void* value) {
      auto& c = *static_cast<Context*>(raw);
      c.what(c.writer, c.element, key, value);
    });
  }

  std::string out_;
};

} // namespace

std::string json_of(const Type& type, const void* object) {
  Writer writer;
  writer.write(type, object);
  return writer.take();
}

} // namespace ankao::api
