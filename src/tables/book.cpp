// SPDX-License-Identifier: Apache-2.0
#include "tables/book.hpp"

#include <stdexcept>
#include <string_view>
#include <utility>

#include "base/ensure.hpp"

namespace ankao::tables {
namespace {

constexpr std::size_t k_name_characters = 31;

std::string allowed_name(const std::string& wanted, std::set<std::string>& taken) {
  std::string name;
  std::size_t characters = 0;
  for (const char c : wanted) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U && ++characters > k_name_characters - 4) break;
    name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : '_';
  }
  if (name.empty()) name = "Sheet";
  std::string distinct = name;
  for (int i = 2; !taken.insert(distinct).second; ++i) distinct = name + "_" + std::to_string(i);
  return distinct;
}

} // namespace

Book::Book(Memory memory) {
  lxw_workbook_options options{};
  options.constant_memory = memory == Memory::Constant ? LXW_TRUE : LXW_FALSE;
  book_ = workbook_new_opt(file_.path().c_str(), &options);
  if (book_ == nullptr) throw std::runtime_error("cannot create a workbook in " + file_.path());
}

Book::~Book() {
  if (book_ != nullptr) workbook_close(book_);
}

lxw_worksheet* Book::sheet(const std::string& wanted_name) {
  lxw_worksheet* sheet = workbook_add_worksheet(book_, allowed_name(wanted_name, taken_).c_str());
  ensure(sheet != nullptr, "the name of a sheet is allowed and distinct");
  return sheet;
}

std::string Book::bytes() {
  const lxw_error closed = workbook_close(std::exchange(book_, nullptr));
  if (closed != LXW_NO_ERROR) throw std::runtime_error(std::string("cannot write a workbook: ") + lxw_strerror(closed));
  return file_.bytes();
}

} // namespace ankao::tables
