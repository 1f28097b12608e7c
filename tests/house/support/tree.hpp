// SPDX-License-Identifier: Apache-2.0
// The checkout as text, for the rules that no linter knows.
#pragma once

#include <string>
#include <vector>

namespace tree {

struct File {
  std::string path; ///< from the top of the checkout, e.g. "src/draw/rules/order.cpp"
  std::string text;
};

/// Text files below the folders, without build products and installed packages; by path.
std::vector<File> files(const std::vector<std::string>& folders, const std::vector<std::string>& endings);

/// "draw" of "src/draw/rules/order.cpp"; empty elsewhere.
std::string capability(const std::string& path);
/// "rules" of "src/draw/rules/order.cpp"; empty when the file stands directly in its capability.
std::string room(const std::string& path);
/// What the file includes with quotes.
std::vector<std::string> includes(const std::string& text);

} // namespace tree
