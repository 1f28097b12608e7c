// SPDX-License-Identifier: Apache-2.0
// XML of office files: makers choose prefixes freely, so nodes are asked for by their local names.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ankao::tables {

inline std::string_view local_name(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

inline bool is_named(pugi::xml_node node, std::string_view name) { return local_name(node.name()) == name; }

inline pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  return parent.find_child([&](pugi::xml_node node) { return is_named(node, name); });
}

inline std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute one : node.attributes())
    if (std::string_view(one.name()) == name) return one.value();
  return {};
}

/// As attribute(), whatever the prefix ("r:id").
inline std::string_view local_attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute one : node.attributes())
    if (local_name(one.name()) == name && std::string_view(one.name()) != name) return one.value();
  return {};
}

/// White space that is a cell's whole text counts.
inline Result<void> parse_xml(pugi::xml_document& document, const std::string& part, const std::string& bytes) {
  const auto outcome = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (outcome) return {};
  return problem("tables.xlsx_damaged", {{"reason", part + ": " + outcome.description()}});
}

} // namespace ankao::tables
