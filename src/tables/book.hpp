// SPDX-License-Identifier: Apache-2.0
// A workbook being written with libxlsxwriter, which writes to files only: the file is ours and goes when we go.
#pragma once

#include <set>
#include <string>

#include <xlsxwriter.h>

#include "tables/passing_file.hpp"

namespace ankao::tables {

enum class Memory { Whole, Constant }; ///< Constant: rows go to disk in order, none can be written again

class Book {
public:
  explicit Book(Memory memory = Memory::Whole);
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book();

  lxw_workbook* get() const { return book_; }
  /// Named as Excel allows: no []:*?/\ , no apostrophe at the ends, 31 characters, distinct whatever the case.
  lxw_worksheet* sheet(const std::string& wanted_name);
  /// Closes it; the bytes of the file.
  std::string bytes();

private:
  PassingFile file_;
  lxw_workbook* book_ = nullptr;
  std::set<std::string> taken_;
};

} // namespace ankao::tables
