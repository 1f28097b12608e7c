// SPDX-License-Identifier: Apache-2.0
// A file of our own that goes when we go: libxlsxwriter of Debian 12 writes to files only.
#pragma once

#include <string>

namespace ankao::tables {

class PassingFile {
public:
  PassingFile();
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;
  ~PassingFile();
  const std::string& path() const { return path_; }
  std::string bytes() const;

private:
  std::string path_;
};

} // namespace ankao::tables
