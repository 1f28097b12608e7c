// SPDX-License-Identifier: Apache-2.0
// Fills described objects from JSON and from texts (path, query); collects every fault instead of stopping at the first.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "api/types/type.hpp"
#include "base/result.hpp"

namespace ankao::api {

/// At most this many faults are listed.
inline constexpr std::size_t k_max_faults = 50;

class Faults {
public:
  void add(Problem fault) {
    if (list_.size() < k_max_faults) list_.push_back(std::move(fault));
  }
  bool none() const { return list_.empty(); }
  /// The one fault, or request.invalid with all of them as parts.
  Problem problem() const;

private:
  std::vector<Problem> list_;
};

/// `at` is the JSON pointer of `json`. For a struct, members named in `skip` are not expected (path parameters fill them).
void read_json(const Type& type, const nlohmann::json& json, void* object, const std::string& at, Faults& faults,
               const std::vector<std::string>& skip = {});

/// A path or query value; `name` is its place.
void read_text(const Type& type, std::string_view text, void* object, const std::string& name, Faults& faults);

/// Types that read_text() can read.
bool is_scalar(const Type& type);

} // namespace ankao::api
