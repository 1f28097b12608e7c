// SPDX-License-Identifier: Apache-2.0
#include "ledger/files/witness.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <stdexcept>
#include <utility>

namespace ankao::ledger {
namespace {

constexpr std::streamoff k_end_bytes = 4096;

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

std::optional<Seen> Witness::last() const {
  if (path_.empty()) return std::nullopt;
  std::ifstream in(path_, std::ios::ate);
  if (!in) return std::nullopt;
  // The end is enough, unless it holds nothing that can be read.
  const std::streamoff size = in.tellg();
  for (std::streamoff back = k_end_bytes;; back *= 64) {
    in.clear();
    in.seekg(std::max<std::streamoff>(0, size - back));
    std::string line;
    if (back < size) std::getline(in, line); // the rest of one that began before
    std::optional<Seen> out;
    while (std::getline(in, line))
      if (const auto seen = read_line(line)) out = seen;
    if (out || back >= size) return out;
  }
}

WitnessLines::WitnessLines(const Witness& witness) {
  if (witness.path().empty()) return;
  in_.open(witness.path());
  std::int64_t reached = 0;
  for (std::string line; std::getline(in_, line);)
    if (const auto seen = read_line(line)) {
      if (seen->size <= reached) odd_.push_back(*seen);
      reached = std::max(reached, seen->size);
    }
  std::stable_sort(odd_.begin(), odd_.end(), [](const Seen& a, const Seen& b) { return a.size > b.size; });
  in_.clear();
  in_.seekg(0);
  ahead_ = read_in_order();
}

std::optional<Seen> WitnessLines::read_in_order() {
  for (std::string line; std::getline(in_, line);)
    if (const auto seen = read_line(line); seen && seen->size > reached_) {
      reached_ = seen->size;
      return seen;
    }
  return std::nullopt;
}

std::optional<std::int64_t> WitnessLines::next_size() {
  if (!ahead_) return odd_.empty() ? std::nullopt : std::optional(odd_.back().size);
  return odd_.empty() ? ahead_->size : std::min(ahead_->size, odd_.back().size);
}

std::optional<Seen> WitnessLines::take(std::int64_t size) {
  std::optional<Seen> out;
  if (ahead_ && ahead_->size == size) {
    out = std::exchange(ahead_, read_in_order());
  } else if (!odd_.empty() && odd_.back().size == size) {
    out = odd_.back();
    odd_.pop_back();
  }
  return out;
}

} // namespace ankao::ledger
