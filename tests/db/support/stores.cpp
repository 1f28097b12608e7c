// SPDX-License-Identifier: Apache-2.0
#include "db/support/stores.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace ankao::tests {

Store::Store(const std::string& kind) {
  if (kind == "postgresql") {
    postgres_ = std::make_unique<Postgres>();
    url_ = postgres_->url();
  } else if (kind == "memory") {
    url_ = "sqlite::memory:";
  } else {
    std::string pattern = (std::filesystem::temp_directory_path() / "ankao-db-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = pattern;
    url_ = "sqlite:" + folder_ + "/test.db";
  }
  database_ = db::open(url_);
}

Store::~Store() {
  database_.reset();
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

} // namespace ankao::tests
