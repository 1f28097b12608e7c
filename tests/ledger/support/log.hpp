// SPDX-License-Identifier: Apache-2.0
// A log on a fresh database with its folder of keys, events a day apart.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/ensure.hpp"
#include "db/support/stores.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/service/seal.hpp"

namespace ankao::tests {

class Folder {
public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ankao-log-XXXXXX").string();
    ensure(::mkdtemp(pattern.data()) != nullptr, "a temporary folder");
    path = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string path;
};

inline const ledger::Actor k_auditor{"shenji", "审计员", "auditor", "city"};
inline constexpr std::int64_t k_day_ms = 86'400'000;

inline Prepared empty_ledger() {
  return {"ledger", [](db::Database& database) { db::migrate(database, ledger::migrations()); }};
}

struct Log {
  explicit Log(const std::string& kind)
      : store(kind, empty_ledger()) {}
  db::Database& database() { return store.database(); }
  Instant day(std::int64_t n) const { return {begin.ms + n * k_day_ms}; }
  static ledger::Event event(const std::string& subject, Instant at, const std::string& reason) {
    return {{"chen", "陈科长", "city_bureau", "city"}, at, "plan.publish", subject, "", "", "S-2.3", reason};
  }
  /// `count` events, each a day after the one before.
  void grow(int count, const std::string& subject = "room:A") {
    database().write([&](db::Transaction& t) {
      for (int i = 0; i < count; ++i, ++days) ledger::append(t, event(subject, day(days), "第 " + std::to_string(days) + " 日"));
    });
  }
  ledger::Checkpoint seal() { return seal_by(sealer); }
  ledger::Checkpoint seal_by(const ledger::Sealer& by) {
    const auto made = ledger::seal(database(), by, day(days));
    ensure(made.ok() && made->has_value(), "the log is sealed");
    return **made;
  }
  void sql(const std::string& text) {
    database().write([&](db::Transaction& t) { t.execute(text); });
  }

  tests::Store store;
  Folder folder;
  ledger::Sealer sealer{folder.path};
  Instant begin = start_of(make_date(2024, 1, 1));
  std::int64_t days = 0;
};

} // namespace ankao::tests
