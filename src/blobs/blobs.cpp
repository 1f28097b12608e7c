// SPDX-License-Identifier: Apache-2.0
#include "blobs/blobs.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

namespace ankao::blobs {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view k_sealed = ".sealed";
constexpr std::string_view k_passing = "passing";
constexpr std::size_t k_block = 1 << 16;

Problem unwritable(const std::string& path, int reason) { return problem("file.unwritable", {{"path", path}, {"reason", std::strerror(reason)}}); }
Problem damaged(const std::string& sm3) { return problem("blobs.damaged", {{"sm3", sm3}}); }
std::string context(const std::string& sm3) { return "blob:" + sm3; }

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(fd, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return true;
}

bool flush_folder(const std::string& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool done = ::fsync(fd) == 0;
  ::close(fd);
  return done;
}

/// Nothing when it cannot be read.
std::optional<std::string> bytes_of(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return std::nullopt;
  std::string out;
  std::string block(k_block, '\0');
  ssize_t got = 0;
  while ((got = ::read(fd, block.data(), block.size())) > 0 || (got < 0 && errno == EINTR))
    if (got > 0) out.append(block, 0, static_cast<std::size_t>(got));
  ::close(fd);
  return got == 0 ? std::optional(std::move(out)) : std::nullopt;
}

struct Name {
  std::string sm3;
  Form form = Form::Plain;
};

/// Nothing for a file that is no content.
std::optional<Name> name_of(std::string file) {
  Name name;
  if (file.ends_with(k_sealed)) {
    name.form = Form::Sealed;
    file.resize(file.size() - k_sealed.size());
  }
  if (!digest_from_hex(file)) return std::nullopt;
  name.sm3 = file;
  return name;
}

/// Every regular file in a folder of this one, in order of name; none when there is no folder. What lies deeper belongs to another store.
std::vector<fs::path> files_below(const std::string& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at.depth() == 1 && at->is_regular_file(error)) out.push_back(at->path());
  std::sort(out.begin(), out.end());
  return out;
}

std::int64_t changed_ms(const fs::path& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return INT64_MAX;
  return std::int64_t{about.st_mtim.tv_sec} * 1000 + about.st_mtim.tv_nsec / 1'000'000;
}

} // namespace

Store::Store(std::string folder, const vault::Vault& vault)
    : folder_(std::move(folder))
    , vault_(vault) {}

std::string Store::path_of(const std::string& sm3, Form form) const {
  return (fs::path(folder_) / sm3.substr(0, 2) / (sm3 + (form == Form::Sealed ? std::string(k_sealed) : ""))).string();
}

Result<Writer> Store::begin(Form form, std::int64_t limit) const {
  static std::atomic<std::uint64_t> count = 0;
  const fs::path folder = fs::path(folder_) / k_passing;
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return problem("file.unwritable", {{"path", folder.string()}, {"reason", error.message()}});
  Writer writer(*this, form, limit);
  writer.path_ = (folder / (std::to_string(::getpid()) + "-" + std::to_string(++count))).string();
  writer.fd_ = ::open(writer.path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (writer.fd_ < 0) return unwritable(writer.path_, errno);
  return writer;
}

Result<Stored> Store::put(std::string_view bytes, Form form, std::int64_t limit) const {
  auto writer = begin(form, limit);
  if (!writer.ok()) return writer.problem();
  if (const auto added = writer->add(bytes); !added.ok()) return added.problem();
  return writer->finish();
}

Result<std::string> Store::read(const std::string& sm3, Form form) const {
  if (!digest_from_hex(sm3)) return problem("blobs.missing", {{"sm3", sm3.substr(0, 64)}});
  auto bytes = bytes_of(path_of(sm3, form));
  if (!bytes) return problem("blobs.missing", {{"sm3", sm3}});
  if (form == Form::Sealed) {
    auto clear = vault_.open(context(sm3), *bytes);
    if (!clear.ok()) return clear.problem();
    *bytes = std::move(*clear);
  }
  if (to_hex(ankao::sm3(*bytes)) != sm3) return damaged(sm3);
  return std::move(*bytes);
}

bool Store::has(const std::string& sm3, Form form) const { return digest_from_hex(sm3).has_value() && ::access(path_of(sm3, form).c_str(), R_OK) == 0; }

std::vector<Stored> Store::list() const {
  std::vector<Stored> out;
  for (const fs::path& path : files_below(folder_)) {
    const auto name = name_of(path.filename().string());
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (name && !error) out.push_back({name->sm3, static_cast<std::int64_t>(size), name->form});
  }
  return out;
}

Scrubbed Store::scrub() const {
  Scrubbed out;
  for (const fs::path& path : files_below(folder_)) {
    const auto name = name_of(path.filename().string());
    if (!name) continue;
    const auto content = read(name->sm3, name->form);
    if (content.ok()) {
      ++out.sound;
    } else {
      out.faults.push_back(content.problem());
      out.faults.back().at = path.filename().string();
    }
  }
  return out;
}

std::int64_t Store::collect(const std::set<std::string>& named, Instant before) const {
  std::int64_t removed = 0;
  for (const fs::path& path : files_below(folder_)) {
    const auto name = name_of(path.filename().string());
    const bool passing = path.parent_path().filename() == k_passing;
    if (!name && !passing) continue; // not ours: somebody put it there
    if (name && named.contains(name->sm3)) continue;
    if (changed_ms(path) >= before.ms) continue;
    if (::unlink(path.c_str()) == 0) ++removed;
  }
  return removed;
}

Writer::Writer(const Store& store, Form form, std::int64_t limit)
    : store_(&store)
    , form_(form)
    , limit_(limit) {}

Writer::Writer(Writer&& other) noexcept
    : store_(other.store_)
    , form_(other.form_)
    , limit_(other.limit_)
    , size_(other.size_)
    , path_(std::exchange(other.path_, ""))
    , fd_(std::exchange(other.fd_, -1))
    , digest_(other.digest_)
    , held_(std::move(other.held_)) {}

Writer::~Writer() {
  if (fd_ >= 0) ::close(fd_);
  if (!path_.empty()) ::unlink(path_.c_str());
}

Result<void> Writer::add(std::string_view bytes) {
  ensure(fd_ >= 0, "a content that was finished or refused takes no more");
  size_ += static_cast<std::int64_t>(bytes.size());
  const bool fits = size_ <= limit_;
  if (fits) digest_.update(bytes);
  if (fits && form_ == Form::Sealed) held_.append(bytes);
  if (fits && (form_ == Form::Sealed || write_all(fd_, bytes))) return {};
  const int reason = errno;
  ::close(std::exchange(fd_, -1));
  return fits ? unwritable(path_, reason) : problem("blobs.too_large", {{"limit", std::to_string(limit_)}});
}

Result<Stored> Writer::finish(const std::string& expected) {
  ensure(fd_ >= 0, "a content that was finished or refused is not finished again");
  const std::string sm3 = to_hex(digest_.digest());
  const std::string path = store_->path_of(sm3, form_);
  const int fd = std::exchange(fd_, -1);
  const bool as_sent = expected.empty() || digest_from_hex(expected) == digest_from_hex(sm3);
  const bool written = as_sent && (form_ == Form::Plain || write_all(fd, store_->vault_.seal(context(sm3), held_))) && ::fsync(fd) == 0;
  const int reason = errno;
  ::close(fd);
  if (!as_sent) return problem("blobs.not_as_sent", {{"expected", expected.substr(0, 64)}, {"sm3", sm3}});
  if (!written) return unwritable(path, reason);
  std::error_code error;
  const std::string folder = fs::path(path).parent_path().string();
  fs::create_directories(folder, error);
  // The same content again: the new file replaces the old one, which also makes it young for collect().
  if (::rename(path_.c_str(), path.c_str()) != 0 || !flush_folder(folder) || !flush_folder(store_->folder_)) return unwritable(path, errno);
  path_.clear();
  return Stored{sm3, size_, form_};
}

} // namespace ankao::blobs
