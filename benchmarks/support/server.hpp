// SPDX-License-Identifier: Apache-2.0
// The processor time that a PostgreSQL server on this machine spends for a benchmark; nothing for SQLite, which works in our own process.
#pragma once

#include <dirent.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

#include "db/use_case.hpp"

namespace ankao::bench {

class Server {
public:
  explicit Server(db::Database& database)
      : backend_(database.dialect() == "postgresql" ? backend_of(database) : 0)
      , postmaster_(backend_ == 0 ? 0 : parent_of(backend_)) {}

  /// Seconds used so far by the process that serves this program's next transaction, as long as one thread asks.
  double backend() const { return backend_ == 0 ? 0 : used_by(backend_); }

  /// Seconds used so far by every process of the server, those that write its log and its pages too. Takes milliseconds to find out.
  double all() const {
    if (postmaster_ == 0) return 0;
    double sum = used_by(postmaster_);
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir("/proc"), ::closedir);
    while (const dirent* one = folder ? ::readdir(folder.get()) : nullptr) {
      const std::int64_t process = std::atoll(one->d_name);
      if (process > 0 && parent_of(process) == postmaster_) sum += used_by(process);
    }
    return sum;
  }

private:
  static std::int64_t backend_of(db::Database& database) {
    return db::look(database, [](db::Transaction& transaction) { return transaction.query("SELECT CAST(pg_backend_pid() AS BIGINT) AS process").integer(0, "process"); });
  }
  static std::int64_t parent_of(std::int64_t process) {
    std::ifstream in("/proc/" + std::to_string(process) + "/stat");
    std::string text;
    std::getline(in, text);
    const auto name_end = text.rfind(')');
    return name_end == std::string::npos ? 0 : std::atoll(text.c_str() + std::min(text.size(), name_end + 4)); // ") S 123": the state stands between
  }
  static double used_by(std::int64_t process) {
    std::ifstream in("/proc/" + std::to_string(process) + "/schedstat");
    double nanoseconds = 0;
    in >> nanoseconds;
    return nanoseconds / 1e9;
  }

  std::int64_t backend_;
  std::int64_t postmaster_;
};

} // namespace ankao::bench
