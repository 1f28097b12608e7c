// SPDX-License-Identifier: Apache-2.0
#include "tables/passing_file.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace ankao::tables {

PassingFile::PassingFile()
    : path_((std::filesystem::temp_directory_path() / "ankao-book-XXXXXX").string()) {
  const int handle = ::mkstemp(path_.data());
  if (handle < 0) throw std::runtime_error("cannot create a temporary file in " + std::filesystem::temp_directory_path().string());
  ::close(handle);
}

PassingFile::~PassingFile() { ::unlink(path_.c_str()); }

std::string PassingFile::bytes() const {
  std::ifstream file(path_, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace ankao::tables
