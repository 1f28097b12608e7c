// SPDX-License-Identifier: Apache-2.0
#include "db/support/stores.hpp"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>

namespace ankao::tests {

namespace {

/// In memory where the system has such a folder and one is asked for: nothing there waits for a disk.
std::string new_folder(bool in_memory) {
  const std::filesystem::path memory = "/dev/shm";
  std::error_code none;
  const bool there = in_memory && std::filesystem::is_directory(memory, none);
  std::string pattern = ((there ? memory : std::filesystem::temp_directory_path()) / "ankao-db-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return pattern;
}

void prepare(const Prepared& prepared, const std::string& url) { prepared.make(*db::open(url)); }

} // namespace

Store::Store(const std::string& kind)
    : Store(kind, nullptr) {}
Store::Store(const std::string& kind, const Prepared& prepared)
    : Store(kind, &prepared) {}

Store::Store(const std::string& kind, const Prepared* prepared) {
  if (kind == "postgresql") {
    postgres_ = prepared == nullptr ? std::make_unique<Postgres>() : std::make_unique<Postgres>(prepared->name, [&](const std::string& url) { prepare(*prepared, url); });
    url_ = postgres_->url();
  } else {
    // A database within a connection is gone with it: there is nothing to copy. A prepared one is a file in memory instead.
    url_ = kind == "memory" && prepared == nullptr ? "sqlite::memory:" : in_folder(prepared, kind == "memory");
  }
  database_ = db::open(url_);
}

std::string Store::in_folder(const Prepared* prepared, bool in_memory) {
  folder_ = new_folder(in_memory);
  const std::string url = "sqlite:" + folder_ + "/test.db";
  if (prepared == nullptr) return url;
  static std::map<std::string, std::unique_ptr<Store>> originals;
  auto& original = originals[prepared->name];
  if (original == nullptr) {
    auto fresh = std::make_unique<Store>("file");
    prepared->make(fresh->database());
    fresh->database_.reset();
    original = std::move(fresh);
  }
  std::filesystem::copy(original->folder_, folder_, std::filesystem::copy_options::recursive);
  return url;
}

Store::~Store() {
  database_.reset();
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

} // namespace ankao::tests
