// SPDX-License-Identifier: Apache-2.0
// A folder of contents named by their SM3. Safe to use from many threads and processes.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "base/sm3.hpp"
#include "vault/vault.hpp"

namespace ankao::blobs {

enum class Form { Plain, Sealed }; ///< Sealed: personal contents, through the vault

struct Stored {
  std::string sm3; ///< hexadecimal, of the clear content
  std::int64_t size = 0;
  Form form = Form::Plain;
};

struct Scrubbed {
  std::int64_t sound = 0;
  std::vector<Problem> faults; ///< one a content: blobs.damaged, or why it does not open
};

class Store;

/// One content on its way in. Goes without a trace when it is dropped before finish().
class Writer {
public:
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) = delete;
  ~Writer();
  /// blobs.too_large as soon as the limit is passed; file.unwritable. After a problem nothing more is taken.
  Result<void> add(std::string_view bytes);
  std::int64_t size() const { return size_; }
  /// Flushed and named. `expected` is the SM3 the sender computed, "" when it did not: blobs.not_as_sent.
  Result<Stored> finish(const std::string& expected = "");

private:
  friend class Store;
  Writer(const Store& store, Form form, std::int64_t limit);
  const Store* store_;
  Form form_;
  std::int64_t limit_;
  std::int64_t size_ = 0;
  std::string path_; ///< passing file; "" once it has its name
  int fd_ = -1;
  Sm3 digest_;
  std::string held_; ///< clear bytes of a sealed content: sealed as a whole, never on the disk in clear
};

class Store {
public:
  /// `vault` outlives it. The folder is made when the first content comes.
  Store(std::string folder, const vault::Vault& vault);

  /// file.unwritable when the folder cannot be made.
  Result<Writer> begin(Form form, std::int64_t limit) const;
  Result<Stored> put(std::string_view bytes, Form form, std::int64_t limit) const;
  /// In clear, and checked against its name: blobs.missing, blobs.damaged, vault.*.
  Result<std::string> read(const std::string& sm3, Form form) const;
  bool has(const std::string& sm3, Form form) const;

  /// Every content there is, with its size on the disk.
  std::vector<Stored> list() const;
  /// Every content, read again.
  Scrubbed scrub() const;
  /// Removes contents whose SM3 is not in `named` and passing files, when last changed before `before`; returns how many.
  std::int64_t collect(const std::set<std::string>& named, Instant before) const;

private:
  friend class Writer;
  std::string path_of(const std::string& sm3, Form form) const;
  std::string folder_;
  const vault::Vault& vault_;
};

} // namespace ankao::blobs
