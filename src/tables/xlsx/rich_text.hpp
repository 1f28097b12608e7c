// SPDX-License-Identifier: Apache-2.0
// The plain text of a shared or inline string.
#pragma once

#include "tables/xlsx/values.hpp"
#include "tables/xlsx/xml.hpp"

namespace ankao::tables {

/// Joins the runs; the reading aids of East Asian text (rPh) are no part of it.
inline std::string rich_text(pugi::xml_node node) {
  std::string out;
  for (const pugi::xml_node part : node.children()) {
    if (is_named(part, "t")) out += part.text().get();
    if (is_named(part, "r")) out += child(part, "t").text().get();
  }
  return unescape(out);
}

} // namespace ankao::tables
