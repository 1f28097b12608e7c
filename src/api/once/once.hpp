// SPDX-License-Identifier: Apache-2.0
// Made once: a change sent with `x-ankao-draft: <uuid>` (an id the client chose when the draft was written) is made at most once,
// however often it is sent. The answer is kept in the transaction that makes the change; a later sending gets the kept answer.
//
// How: while such a request runs, its first commit is held back until the answer stands, then change and answer are committed
// together. What the handler reads or writes after its commit happens in the same transaction, so it sees what it has just written.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "api/api.hpp"
#include "db/db.hpp"

namespace ankao::api::once {

inline constexpr const char* k_header = "x-ankao-draft";
inline constexpr const char* k_kept_header = "x-ankao-kept"; ///< "1" on an answer that was kept
inline constexpr std::int64_t k_days_kept = 30;              ///< longer than anybody stays without network

std::vector<db::Migration> migrations(); ///< 1300

/// The storage that handlers get: passes everything on, except commits of a request that is to be made once.
class Database : public db::Database {
public:
  explicit Database(db::Database& inner)
      : inner_(inner) {}
  std::unique_ptr<db::Transaction> begin(db::Mode mode) override;
  std::string_view dialect() const override { return inner_.dialect(); }
  db::Database& inner() const { return inner_; }

private:
  db::Database& inner_;
};

/// The id, when the request is a change that carries one. An id that is no UUID: problem once.id.
Result<std::string> draft_of(const http::Request& request);
/// What was asked, without what differs between two sendings of the same thing (the boundary of a form).
std::string digest_of(const http::Request& request);

/// What is kept of an answer for a later sending: without what may be told only once.
using KeepAs = std::function<http::Response(const http::Response&)>;

/// Runs `handle` so that the request is made once for `account`; refusals (status 400 and above) are not kept, so they may be
/// tried again. `keep_as` empty: the answer is kept as it is. Throws what `handle` throws; then nothing was made.
http::Response answer(Database& database, const std::string& account, const std::string& draft, const http::Request& request, problems::Language language,
                      Instant now, const std::function<http::Response()>& handle, const KeepAs& keep_as = {});

} // namespace ankao::api::once
