// SPDX-License-Identifier: Apache-2.0
#include "tables/encoding.hpp"

#include <iconv.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "tables/read.hpp"

namespace ankao::tables {
namespace {

using namespace std::string_view_literals;

struct Converter {
  iconv_t handle;
  Converter(const char* from, const char* to)
      : handle(iconv_open(to, from)) {
    // iconv_open reports failure as the address -1.
    if (reinterpret_cast<std::intptr_t>(handle) == -1) throw std::runtime_error(std::string("no conversion from ") + from + " to " + to);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() { iconv_close(handle); }
};

Problem unknown_encoding(std::size_t position) { return problem("tables.encoding_unknown", {{"position", std::to_string(position)}}); }

} // namespace

std::optional<std::string> convert(std::string_view bytes, const char* from, const char* to) {
  const Converter converter(from, to);
  std::string input(bytes);
  std::string out(bytes.size() * 4 + 8, '\0');
  char* in_at = input.data();
  std::size_t in_left = input.size();
  char* out_at = out.data();
  std::size_t out_left = out.size();
  if (iconv(converter.handle, &in_at, &in_left, &out_at, &out_left) == static_cast<std::size_t>(-1) || in_left != 0) return std::nullopt;
  if (iconv(converter.handle, nullptr, nullptr, &out_at, &out_left) == static_cast<std::size_t>(-1)) return std::nullopt;
  out.resize(out.size() - out_left);
  return out;
}

Result<std::string> decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) {
    bytes.remove_prefix(3);
    if (const auto bad = first_bad_utf8(bytes)) return unknown_encoding(*bad + 3);
    return std::string(bytes);
  }
  for (const auto& [mark, name] : {std::pair{"\xFF\xFE"sv, "UTF-16LE"}, std::pair{"\xFE\xFF"sv, "UTF-16BE"}}) {
    if (!bytes.starts_with(mark)) continue;
    if (auto text = convert(bytes.substr(2), name, "UTF-8")) return std::move(*text);
    return unknown_encoding(2);
  }
  const auto bad = first_bad_utf8(bytes);
  if (!bad) return std::string(bytes);
  if (auto text = convert(bytes, "GB18030", "UTF-8")) return std::move(*text);
  return unknown_encoding(*bad);
}

} // namespace ankao::tables
