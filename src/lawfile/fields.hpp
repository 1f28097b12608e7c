// SPDX-License-Identifier: Apache-2.0
// A map of a YAML file, read key by key; the first fault ends the reading and names file, line, key, value and what is allowed.
#pragma once

#include <yaml-cpp/yaml.h>

#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace ankao::lawfile {

/// The entries of the catalogue that say what is wrong with files of one owner.
struct Refusals {
  const char* syntax;
  const char* key_unknown;
  const char* key_missing;
  const char* key_doubled;
  const char* value;
};

/// Leaves the reader where the first fault stands; read() turns it into the problem.
struct Fault {
  Problem problem;
};

std::string joined(const std::vector<std::string>& words);

class Fields {
public:
  /// `what` is how people call the map.
  Fields(YAML::Node node, std::string file, std::string what, const Refusals& refusals);

  /// Exactly these keys, each once.
  void keys(const std::set<std::string>& needed, const std::set<std::string>& optional = {}) const;
  /// The names of all keys, as they stand.
  std::vector<std::string> all_keys() const;
  bool has(const std::string& key) const;
  bool null(const std::string& key) const;
  /// As it stands; empty when the key is missing or holds no single value.
  std::string scalar(const std::string& key) const;
  std::string text(const std::string& key, bool may_be_empty = false) const;
  int whole(const std::string& key, int low, int high) const;
  bool flag(const std::string& key, bool otherwise) const;
  Date day(const std::string& key) const;
  std::vector<std::string> names(const std::string& key) const; ///< empty when the key is missing
  std::vector<Fields> list(const std::string& key) const;       ///< of maps; empty when the key is missing
  Fields at(const std::string& key) const;

  [[noreturn]] void bad(const std::string& key, const std::string& allowed) const;
  [[noreturn]] void unknown(const std::string& key, const std::string& in) const;

private:
  [[noreturn]] void fail(const char* id, const YAML::Mark& mark, std::vector<Detail> details) const;
  YAML::Node node_;
  std::string file_, what_;
  Refusals refusals_;
};

} // namespace ankao::lawfile
