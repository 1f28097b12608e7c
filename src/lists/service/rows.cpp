// SPDX-License-Identifier: Apache-2.0
#include "lists/service/rows.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace ankao::lists {
namespace {

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : "\t") + flat(cells[i]);
  return line + "\n";
}

void write(std::FILE* file, const void* bytes, std::size_t count) {
  if (std::fwrite(bytes, 1, count, file) != count) throw std::runtime_error("an export cannot be written: the disk of temporary files is full");
}

void read(std::FILE* file, void* bytes, std::size_t count) {
  if (std::fread(bytes, 1, count, file) != count) throw std::runtime_error("an export cannot be read back from the disk");
}

} // namespace

std::string flat(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

Rows::Rows(const std::vector<std::string>& head)
    : file_(std::fopen(place_.path().c_str(), "w+b")) {
  if (!file_) throw std::runtime_error("an export cannot be written to " + place_.path());
  hash_.update(line_of(head));
}

void Rows::add(const std::vector<std::string>& cells) {
  hash_.update(line_of(cells));
  const auto width = static_cast<std::uint32_t>(cells.size());
  write(file_.get(), &width, sizeof width);
  for (const std::string& cell : cells) {
    const auto length = static_cast<std::uint32_t>(cell.size());
    write(file_.get(), &length, sizeof length);
    write(file_.get(), cell.data(), cell.size());
  }
  ++count_;
}

std::string Rows::digest() const {
  Sm3 hash = hash_;
  return to_hex(hash.digest());
}

tables::Feed Rows::feed() {
  if (std::fflush(file_.get()) != 0) throw std::runtime_error("an export cannot be written: the disk of temporary files is full");
  std::rewind(file_.get());
  return [this, left = count_, row = std::vector<std::string>()]() mutable -> const std::vector<std::string>* {
    if (left == 0) return nullptr;
    --left;
    std::uint32_t width = 0;
    read(file_.get(), &width, sizeof width);
    row.resize(width);
    for (std::string& cell : row) {
      std::uint32_t length = 0;
      read(file_.get(), &length, sizeof length);
      cell.resize(length);
      read(file_.get(), cell.data(), length);
    }
    return &row;
  };
}

} // namespace ankao::lists
