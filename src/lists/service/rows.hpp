// SPDX-License-Identifier: Apache-2.0
// The rows of a table on their way into a file: they wait on the disk, so that memory does not grow with them, while their digest,
// which stands above them in the file, is computed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/sm3.hpp"
#include "tables/passing_file.hpp"
#include "tables/write.hpp"

namespace ankao::lists {

class Rows {
public:
  explicit Rows(const std::vector<std::string>& head);
  /// Throws std::runtime_error when the disk is full.
  void add(const std::vector<std::string>& cells);
  std::size_t size() const { return count_; }
  /// SM3 of the head row and the rows so far: cells between tabs, rows ended by a line feed, UTF-8; tabs and line ends inside cells as
  /// spaces.
  std::string digest() const;
  /// All rows from the first; nothing may be added any more.
  tables::Feed feed();

private:
  struct Closed {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  tables::PassingFile place_;
  std::unique_ptr<std::FILE, Closed> file_;
  Sm3 hash_;
  std::size_t count_ = 0;
};

/// A text in one line.
std::string flat(std::string text);

} // namespace ankao::lists
