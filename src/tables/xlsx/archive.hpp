// SPDX-License-Identifier: Apache-2.0
// The parts of a zip file in memory, with the guards a stranger's file needs.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "tables/sheet.hpp"

struct zip;

namespace ankao::tables {

class Archive {
public:
  /// `bytes` must outlive the archive. Refuses a damaged file and one whose parts number or unpack to more than the limits; what is
  /// unpacked is counted as it comes out, so that a header that lies about sizes gains nothing.
  static Result<Archive> open(std::string_view bytes, const Limits& limits);

  bool has(const std::string& name) const;
  std::vector<std::string> names() const;
  /// Nothing when there is no such part.
  Result<std::optional<std::string>> read(const std::string& name);

private:
  struct Close {
    void operator()(zip* archive) const;
  };
  Archive(zip* archive, const Limits& limits)
      : archive_(archive)
      , unpacked_limit_(limits.unpacked_bytes)
      , left_(limits.unpacked_bytes) {}

  std::unique_ptr<zip, Close> archive_;
  std::size_t unpacked_limit_;
  std::size_t left_;
};

} // namespace ankao::tables
