// SPDX-License-Identifier: Apache-2.0
#include "program/arguments.hpp"

#include <charconv>

namespace ankao {
namespace {

Problem usage_problem(const std::string& usage, std::string reason) {
  return problem("command.usage", {{"reason", std::move(reason)}, {"usage", usage}});
}

} // namespace

Result<Arguments> Arguments::parse(const std::vector<std::string>& words, const ArgumentRules& rules) {
  Arguments out;
  out.usage_ = rules.usage;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.size() < 3 || word.substr(0, 2) != "--") {
      out.positional_.push_back(word);
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    if (rules.flags.contains(name) && equals == std::string::npos) {
      out.flags_.insert(name);
      continue;
    }
    if (!rules.options.contains(name)) return usage_problem(rules.usage, "unknown option " + name);
    if (out.options_.contains(name)) return usage_problem(rules.usage, "option given twice: " + name);
    if (equals != std::string::npos) {
      out.options_[name] = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      out.options_[name] = words[++i];
    } else {
      return usage_problem(rules.usage, "option without a value: " + name);
    }
  }
  if (out.positional_.size() < rules.positional_min) return usage_problem(rules.usage, "too few arguments");
  if (out.positional_.size() > rules.positional_max)
    return usage_problem(rules.usage, "unexpected argument " + out.positional_[rules.positional_max]);
  return out;
}

std::optional<std::string> Arguments::option(const std::string& name) const {
  const auto found = options_.find(name);
  return found == options_.end() ? std::nullopt : std::optional<std::string>(found->second);
}

Result<std::optional<long long>> Arguments::number(const std::string& name, long long low, long long high) const {
  const auto text = option(name);
  if (!text) return std::optional<long long>();
  long long value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || end != text->data() + text->size() || value < low || value > high)
    return usage_problem(usage_, name + " takes a whole number from " + std::to_string(low) + " to " + std::to_string(high) + ", not " + *text);
  return std::optional<long long>(value);
}

} // namespace ankao
