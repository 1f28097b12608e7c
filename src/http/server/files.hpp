// SPDX-License-Identifier: Apache-2.0
// Files from disk: open ones to send, and the folder of the web app.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"
#include "http/words/fields.hpp"

namespace ankao::http {

/// A regular file opened for reading; closes itself.
class OpenFile {
public:
  /// Nothing when it is missing, unreadable or no regular file.
  static std::shared_ptr<const OpenFile> open(const std::string& path);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int handle() const { return handle_; }
  std::uint64_t size() const { return size_; }
  /// Changes whenever size, time of change or file do.
  std::string etag(std::string_view suffix) const;
  /// The whole content; throws std::runtime_error when the file is shorter by now.
  std::string read() const;

private:
  OpenFile(int handle, std::uint64_t size, std::int64_t changed_ns, std::uint64_t node);
  int handle_;
  std::uint64_t size_;
  std::int64_t changed_ns_;
  std::uint64_t node_;
};

/// By the file's ending; application/octet-stream for an unknown one.
std::string_view content_type_of(std::string_view path);

class Assets {
public:
  /// Empty: no assets.
  explicit Assets(const std::string& folder);
  bool any() const { return !root_.empty(); }
  /// The file of a decoded path; a path whose last step has no dot is a page of the web app and gets index.html. Nothing when
  /// there is no such file or it would lie outside the folder.
  std::optional<Response> find(std::string_view path, Encoding encoding) const;

private:
  std::string inside(std::string_view path) const;
  std::string root_; ///< canonical
};

} // namespace ankao::http
