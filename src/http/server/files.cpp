// SPDX-License-Identifier: Apache-2.0
#include "http/server/files.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace ankao::http {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 26> k_types = {{
    {"html", "text/html; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"json", "application/json; charset=utf-8"},
    {"geojson", "application/json; charset=utf-8"},
    {"map", "application/json; charset=utf-8"},
    {"webmanifest", "application/manifest+json; charset=utf-8"},
    {"wasm", "application/wasm"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"webp", "image/webp"},
    {"gif", "image/gif"},
    {"ico", "image/x-icon"},
    {"woff", "font/woff"},
    {"woff2", "font/woff2"},
    {"ttf", "font/ttf"},
    {"txt", "text/plain; charset=utf-8"},
    {"csv", "text/csv; charset=utf-8"},
    {"xml", "application/xml"},
    {"pdf", "application/pdf"},
    {"zip", "application/zip"},
    {"mp4", "video/mp4"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}};

std::string_view last_step(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool has_hidden_step(std::string_view path) { return path.find("/.") != std::string_view::npos; }

/// Files whose name carries a hash of their content never change under that name.
bool is_named_by_content(std::string_view path) { return path.substr(0, 8) == "/assets/"; }

std::string_view suffix_of(Encoding encoding) { return encoding == Encoding::Brotli ? ".br" : encoding == Encoding::Gzip ? ".gz" : ""; }

} // namespace

OpenFile::OpenFile(int handle, std::uint64_t size, std::int64_t changed_ns, std::uint64_t node)
    : handle_(handle)
    , size_(size)
    , changed_ns_(changed_ns)
    , node_(node) {}

OpenFile::~OpenFile() { ::close(handle_); }

std::shared_ptr<const OpenFile> OpenFile::open(const std::string& path) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a fifo must not stop a worker
  if (handle < 0) return nullptr;
  struct stat found {};
  if (::fstat(handle, &found) != 0 || !S_ISREG(found.st_mode)) {
    ::close(handle);
    return nullptr;
  }
  const std::int64_t changed = std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + found.st_mtim.tv_nsec;
  return std::shared_ptr<const OpenFile>(new OpenFile(handle, static_cast<std::uint64_t>(found.st_size), changed, found.st_ino));
}

std::string OpenFile::etag(std::string_view suffix) const { return fmt::format("\"{:x}-{:x}-{:x}{}\"", node_, size_, changed_ns_, suffix); }

std::string OpenFile::read() const {
  std::string out(size_, '\0');
  std::size_t filled = 0;
  while (filled < out.size()) {
    const ssize_t n = ::pread(handle_, out.data() + filled, out.size() - filled, static_cast<off_t>(filled));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw std::runtime_error("a file became shorter while it was read");
    filled += static_cast<std::size_t>(n);
  }
  return out;
}

std::string_view content_type_of(std::string_view path) {
  const std::string_view name = last_step(path);
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos)
    for (const auto& [ending, type] : k_types)
      if (ending == name.substr(dot + 1)) return type;
  return "application/octet-stream";
}

Assets::Assets(const std::string& folder) {
  if (folder.empty()) return;
  std::error_code error;
  const std::filesystem::path canonical = std::filesystem::canonical(folder, error);
  if (error || !std::filesystem::is_directory(canonical))
    throw std::system_error(error ? error : std::make_error_code(std::errc::not_a_directory), "assets folder " + folder);
  root_ = canonical.string();
}

/// The canonical file of a path, links resolved; empty when it is missing or not below the folder.
std::string Assets::inside(std::string_view path) const {
  std::error_code error;
  const std::string real = std::filesystem::canonical(root_ + std::string(path), error).string();
  const bool below = !error && real.size() > root_.size() && real.compare(0, root_.size(), root_) == 0 && real[root_.size()] == '/';
  return below ? real : std::string();
}

std::optional<Response> Assets::find(std::string_view path, Encoding encoding) const {
  if (!any() || has_hidden_step(path)) return std::nullopt;
  const bool page = last_step(path).find('.') == std::string_view::npos;
  const std::string wanted = page ? "/index.html" : std::string(path);
  const std::string plain = inside(wanted);
  if (plain.empty()) return std::nullopt;
  Response response;
  response.cacheable = true;
  response.content_type = content_type_of(wanted);
  response.headers.emplace_back("cache-control", is_named_by_content(wanted) ? "public, max-age=31536000, immutable" : "no-cache");
  response.file = plain;
  // A page that stands alone (the verifier) brings the policy of its own script with it: PAGE.policy beside it.
  if (const std::string policy = path.ends_with(".html") ? inside(wanted + ".policy") : std::string(); !policy.empty())
    if (const auto file = OpenFile::open(policy)) response.headers.emplace_back("content-security-policy", file->read());
  const std::string encoded = encoding == Encoding::Identity ? std::string() : inside(wanted + std::string(suffix_of(encoding)));
  if (encoded.empty()) return response;
  response.file = encoded;
  response.headers.emplace_back("content-encoding", name_of(encoding));
  return response;
}

} // namespace ankao::http
