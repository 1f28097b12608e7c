// SPDX-License-Identifier: Apache-2.0
#include "identity/files/settings.hpp"

#include <yaml-cpp/yaml.h>

#include <sstream>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::identity {
namespace {

constexpr std::int64_t k_ms_per_second = 1000;

std::string file(const char* path) {
  const auto bytes = embedded::find(path);
  ensure(bytes.has_value(), std::string("not in the program: ") + path);
  return std::string(*bytes);
}

/// A positive whole number that stands with its source.
std::int64_t value(const YAML::Node& group, const char* key) {
  const YAML::Node entry = group[key];
  ensure(entry && entry["value"] && entry["source"] && !entry["source"].Scalar().empty(),
         std::string("law/identity.yaml: value and source of ") + key);
  const auto number = entry["value"].as<std::int64_t>();
  ensure(number > 0, std::string("law/identity.yaml: ") + key + " is not above zero");
  return number;
}

std::size_t size(const YAML::Node& group, const char* key) { return static_cast<std::size_t>(value(group, key)); }
std::int64_t seconds(const YAML::Node& group, const char* key) { return value(group, key) * k_ms_per_second; }

ThrottleLimits throttle(const YAML::Node& group) {
  return {static_cast<int>(value(group, "free_attempts")), seconds(group, "first_wait_seconds"), seconds(group, "longest_wait_seconds"),
          seconds(group, "forget_seconds")};
}

/// One word a line; '#' starts a comment.
std::set<std::string> words(const std::string& text) {
  std::set<std::string> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && line[0] != '#') out.insert(line);
  return out;
}

} // namespace

const Settings& shipped_settings() {
  static const Settings settings = [] {
    const YAML::Node law = YAML::Load(file("law/identity.yaml"));
    Settings out;
    out.session = {seconds(law["session"], "idle_seconds"), seconds(law["session"], "absolute_seconds")};
    out.password = {size(law["password"], "shortest"), size(law["password"], "longest"), words(file("data/identity/common_passwords.txt"))};
    out.throttle_account = throttle(law["throttle"]["account"]);
    out.throttle_peer = throttle(law["throttle"]["peer"]);
    out.throttle_code = throttle(law["throttle"]["code"]);
    out.hash = {size(law["argon2id"], "memory_kib"), size(law["argon2id"], "passes"), size(law["argon2id"], "lanes")};
    constexpr std::int64_t k_ms_per_day = 86'400'000;
    out.delegation = {value(law["delegation"], "longest_days") * k_ms_per_day};
    out.sign_in_log_ms = value(law["sign_in_log"], "keep_days") * k_ms_per_day;
    return out;
  }();
  return settings;
}

} // namespace ankao::identity
