// SPDX-License-Identifier: Apache-2.0
// Parsing of single header fields and targets: pure, strict, fuzzed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "problems/catalogue.hpp"

namespace ankao::http {

using Query = std::vector<std::pair<std::string, std::string>>;

struct Target {
  std::string path; ///< decoded; starts with /
  Query query;      ///< decoded, + is a space
};
/// "/a%20b?c=d"; nothing for: no leading slash, broken %XX, text that is no UTF-8, a control character, a backslash or an encoded
/// slash in the path, a step "." or "..", an empty step inside the path.
std::optional<Target> parse_target(std::string_view target);
/// Nothing for broken %XX, no UTF-8 or NUL.
std::optional<Query> parse_query(std::string_view text);

/// The value of a cookie in a Cookie header; the first wins.
std::optional<std::string> cookie_value(std::string_view header, std::string_view name);

/// Bytes [first, last] of a file.
struct Range {
  std::uint64_t first = 0, last = 0;
  bool operator==(const Range&) const = default;
};
enum class RangeFinding { Whole, Part, Unsatisfiable }; ///< Whole: no range, several ranges or an unknown unit
struct RangeAnswer {
  RangeFinding finding = RangeFinding::Whole;
  Range range;
};
/// RFC 9110 14.2 for a representation of `size` bytes. A header that breaks the grammar is ignored, as the RFC wants.
RangeAnswer parse_range(std::string_view header, std::uint64_t size);

/// Accept-Language: the first of zh / en by weight.
problems::Language accepted_language(std::string_view header);

enum class Encoding { Identity, Gzip, Brotli };
/// Accept-Encoding: brotli before gzip before none; weights only tell whether a coding is allowed.
Encoding accepted_encoding(std::string_view header);
std::string_view name_of(Encoding encoding);

/// If-None-Match: `*` or a list that holds the tag (weak comparison).
bool matches_etag(std::string_view header, std::string_view etag);

} // namespace ankao::http
