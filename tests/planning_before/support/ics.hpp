// SPDX-License-Identifier: Apache-2.0
// A second reader of RFC 5545, strict and without a line of the writer: unfolds, checks line lengths, nesting, required members.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace ankao::tests {

struct IcsEvent {
  std::map<std::string, std::string> values; ///< by name with parameters, "DTSTART;TZID=Asia/Shanghai"
  std::string text(const std::string& name) const {
    const auto found = values.find(name);
    return found == values.end() ? "" : found->second;
  }
};

struct Ics {
  std::map<std::string, std::string> values;
  std::vector<std::string> zones;
  std::map<std::string, IcsEvent> events; ///< by UID
  std::string fault;
};

/// UTF-8 without a torn character.
inline bool whole_characters(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t length = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    i += length;
  }
  return true;
}

inline std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    ++i;
    out += text[i] == 'n' || text[i] == 'N' ? '\n' : text[i];
  }
  return out;
}

inline std::vector<std::string> unfolded(const std::string& bytes, std::string& fault) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < bytes.size()) {
    const auto end = bytes.find("\r\n", begin);
    if (end == std::string::npos) {
      fault = "a line without CRLF";
      break;
    }
    std::string line = bytes.substr(begin, end - begin);
    if (line.size() > 75) fault = "a line of " + std::to_string(line.size()) + " octets";
    if (line.find('\n') != std::string::npos) fault = "a bare line feed";
    if (!whole_characters(line)) fault = "a torn character";
    if (!line.empty() && line[0] == ' ' && !lines.empty())
      lines.back() += line.substr(1);
    else
      lines.push_back(std::move(line));
    begin = end + 2;
  }
  return lines;
}

inline Ics read_ics(const std::string& bytes) {
  Ics out;
  std::vector<std::string> open;
  IcsEvent event;
  for (const auto& line : unfolded(bytes, out.fault)) {
    const auto colon = line.find(':');
    if (colon == std::string::npos || colon == 0) {
      out.fault = "no name in " + line;
      continue;
    }
    const std::string name = line.substr(0, colon), value = unescaped(line.substr(colon + 1));
    if (name == "BEGIN") {
      open.push_back(value);
      if (value == "VEVENT") event = {};
    } else if (name == "END") {
      if (open.empty() || open.back() != value) out.fault = "END:" + value + " without its BEGIN";
      if (!open.empty()) open.pop_back();
      if (value != "VEVENT") continue;
      for (const char* needed : {"UID", "DTSTAMP", "SEQUENCE", "STATUS", "SUMMARY"})
        if (event.text(needed).empty()) out.fault = std::string("an event without ") + needed;
      if (!out.events.emplace(event.text("UID"), event).second) out.fault = "UID twice: " + event.text("UID");
    } else if (open.empty()) {
      out.fault = "text outside of the calendar";
    } else if (open.back() == "VEVENT") {
      if (!event.values.emplace(name, value).second) out.fault = "twice in an event: " + name;
    } else if (open.back() == "VCALENDAR") {
      out.values[name] = value;
    } else if (name == "TZID") {
      out.zones.push_back(value);
    }
  }
  if (!open.empty()) out.fault = "not closed: " + open.back();
  if (out.values["VERSION"] != "2.0" || out.values["PRODID"].empty()) out.fault = "no VERSION or PRODID";
  return out;
}

} // namespace ankao::tests
