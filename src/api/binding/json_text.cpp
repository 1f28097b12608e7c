// SPDX-License-Identifier: Apache-2.0
#include "api/binding/json_text.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace ankao::api {
namespace {

using Json = nlohmann::json;

/// Follows the parser through the text and remembers where it is.
class Watcher {
public:
  struct Stop {
    Problem problem;
  };

  bool operator()(Json::parse_event_t event, const Json& parsed) {
    using Event = Json::parse_event_t;
    switch (event) {
    case Event::object_start:
      open(true);
      break;
    case Event::array_start:
      open(false);
      break;
    case Event::key:
      key(parsed.get_ref<const std::string&>());
      break;
    case Event::value:
      value(parsed);
      break;
    case Event::object_end:
    case Event::array_end:
      levels_.pop_back();
      next();
      break;
    }
    return true;
  }

private:
  struct Level {
    bool object = false;
    std::size_t index = 0;
    std::string key;
    std::set<std::string> seen;
  };

  void open(bool object) {
    if (levels_.size() == k_max_json_depth)
      throw Stop{problem("request.too_deep", {{"limit", std::to_string(k_max_json_depth)}}, pointer())};
    levels_.push_back({object, 0, {}, {}});
  }
  void next() {
    if (!levels_.empty()) ++levels_.back().index;
  }
  void key(const std::string& name) {
    levels_.back().key = name;
    if (!levels_.back().seen.insert(name).second) throw Stop{problem("request.doubled_member", {{"name", shortened(name)}}, pointer())};
    if (has_control_character(name)) throw Stop{problem("request.control_character", {}, pointer())};
  }
  void value(const Json& parsed) {
    if (parsed.is_string() && has_control_character(parsed.get_ref<const std::string&>()))
      throw Stop{problem("request.control_character", {}, pointer())};
    next();
  }
  std::string pointer() const {
    std::string out;
    for (const Level& level : levels_) out += pointer_step(level.object ? level.key : std::to_string(level.index));
    return out;
  }

  std::vector<Level> levels_;
};

Problem syntax_problem(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return problem("request.json", {{"line", std::to_string(line)}, {"column", std::to_string(before.size() - start + 1)}});
}

/// The length of the well-formed sequence that starts here, 0 for none.
std::size_t sequence_length(std::string_view text) {
  const auto at = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto tail = [&at](std::size_t i) { return (at(i) & 0xC0u) == 0x80u; };
  const unsigned first = at(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return tail(1) ? 2 : 0;
  if (first == 0xE0) return at(1) >= 0xA0 && tail(1) && tail(2) ? 3 : 0;
  if (first == 0xED) return at(1) <= 0x9F && tail(1) && tail(2) ? 3 : 0;
  if (first >= 0xE1 && first <= 0xEF) return tail(1) && tail(2) ? 3 : 0;
  if (first == 0xF0) return at(1) >= 0x90 && tail(1) && tail(2) && tail(3) ? 4 : 0;
  if (first == 0xF4) return at(1) <= 0x8F && tail(1) && tail(2) && tail(3) ? 4 : 0;
  if (first >= 0xF1 && first <= 0xF3) return tail(1) && tail(2) && tail(3) ? 4 : 0;
  return 0;
}

} // namespace

Result<nlohmann::json> parse_json(std::string_view text) {
  if (!is_utf8(text)) return problem("request.not_utf8");
  Watcher watcher;
  try {
    return Json::parse(text.begin(), text.end(),
                       [&watcher](int, Json::parse_event_t event, Json& parsed) { return watcher(event, parsed); });
  } catch (const Watcher::Stop& stop) {
    return stop.problem;
  } catch (const Json::parse_error& error) {
    return syntax_problem(text, error.byte);
  } catch (const Json::out_of_range&) {
    return problem("request.number_too_large");
  }
}

std::string pointer_step(std::string_view name) {
  std::string out = "/";
  for (const char c : name) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\r');
  });
}

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 60;
  std::size_t used = 0;
  for (std::size_t count = 0; used < text.size() && count < most; ++count)
    used += std::max<std::size_t>(1, sequence_length(text.substr(used)));
  return used >= text.size() ? std::string(text) : std::string(text.substr(0, used)) + "…";
}

} // namespace ankao::api
