// SPDX-License-Identifier: Apache-2.0
#include "ledger/files/witness.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace ankao::ledger {
namespace {

std::optional<Seen> read_line(const std::string& line) {
  Seen out;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), out.size);
  if (error != std::errc() || end == line.data() + line.size() || *end != ' ' || out.size <= 0) return std::nullopt;
  const auto root = digest_from_hex(std::string_view(line).substr(static_cast<std::size_t>(end - line.data()) + 1));
  if (!root) return std::nullopt;
  out.root = *root;
  return out;
}

} // namespace

Witness::Witness(const std::string& folder)
    : path_(folder.empty() ? "" : folder + "/ledger.witness") {}

void Witness::note(const Checkpoint& checkpoint) const {
  if (path_.empty()) return;
  std::filesystem::create_directories(std::filesystem::path(path_).parent_path());
  const std::string line = std::to_string(checkpoint.size) + " " + to_hex(checkpoint.root) + "\n";
  const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const bool written = file >= 0 && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!written) throw std::runtime_error("无法写入台账见证文件 · the ledger's witness cannot be written: " + path_);
}

std::vector<Seen> Witness::seen(int* unreadable) const {
  std::vector<Seen> out;
  if (path_.empty()) return out;
  std::ifstream in(path_);
  for (std::string line; std::getline(in, line);) {
    if (const auto seen = read_line(line))
      out.push_back(*seen);
    else if (unreadable != nullptr)
      ++*unreadable;
  }
  return out;
}

std::optional<Seen> Witness::last() const {
  const auto all = seen();
  return all.empty() ? std::nullopt : std::optional(all.back());
}

} // namespace ankao::ledger
