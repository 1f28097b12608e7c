// SPDX-License-Identifier: Apache-2.0
// Reads command-line arguments of the form: POSITIONAL ... --flag --name VALUE (also --name=VALUE).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace ankao {

/// What a command accepts; anything else is refused with the usage.
struct ArgumentRules {
  std::string usage;
  std::size_t positional_min = 0;
  std::size_t positional_max = 0;
  std::set<std::string> flags;   ///< without value, e.g. "--json"
  std::set<std::string> options; ///< with a value, e.g. "--seed"
};

class Arguments {
public:
  /// Problem command.usage when something is missing, unknown or doubled.
  static Result<Arguments> parse(const std::vector<std::string>& words, const ArgumentRules& rules);

  const std::vector<std::string>& positional() const { return positional_; }
  bool has(const std::string& flag) const { return flags_.contains(flag); }
  std::optional<std::string> option(const std::string& name) const;
  /// A whole number in [low, high]; nothing when the option is absent.
  Result<std::optional<long long>> number(const std::string& name, long long low, long long high) const;

private:
  std::string usage_;
  std::vector<std::string> positional_;
  std::set<std::string> flags_;
  std::map<std::string, std::string> options_;
};

} // namespace ankao
