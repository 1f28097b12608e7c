// SPDX-License-Identifier: Apache-2.0
// Where in a JSON text a reader stands, told as a JSON pointer (RFC 6901).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ankao::draw {

class Pointer {
public:
  void enter(std::string_view key) { steps_.push_back({std::string(key), 0, true}); }
  void enter(std::size_t index) { steps_.push_back({{}, index, false}); }
  void leave() { steps_.pop_back(); }
  bool empty() const { return steps_.empty(); }

  std::string text() const {
    std::string out;
    for (const Step& step : steps_) out += "/" + (step.is_key ? escape(step.key) : std::to_string(step.index));
    return out;
  }

  /// "~" and "/" inside a key, as the RFC has it; a very long key is told by its beginning.
  static std::string escape(std::string_view key) {
    std::string out;
    for (const char c : shorten(key, 80)) out += c == '~' ? std::string("~0") : c == '/' ? std::string("~1") : std::string(1, c);
    return out;
  }

  /// At most `bytes` of the text, cut at a character's edge, for messages.
  static std::string shorten(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return std::string(text.substr(0, bytes)) + "…";
  }

private:
  struct Step {
    std::string key;
    std::size_t index;
    bool is_key;
  };
  std::vector<Step> steps_;
};

} // namespace ankao::draw
