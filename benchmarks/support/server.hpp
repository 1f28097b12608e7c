// SPDX-License-Identifier: Apache-2.0
// What the scheduler of this machine knows: the processor time that a PostgreSQL server spends for a benchmark (nothing for SQLite, which
// works in our own process), and how long a process stood ready while others had the processors.
#pragma once

#include <dirent.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

#include "db/use_case.hpp"

namespace ankao::bench {

/// Seconds since the process began.
struct Scheduled {
  double ran = 0;
  double waited = 0; ///< ready, but no processor was free
};
/// "thread-self" or the number of a process.
inline Scheduled scheduled(const std::string& who) {
  std::ifstream in("/proc/" + who + "/schedstat");
  Scheduled out;
  in >> out.ran >> out.waited;
  return {out.ran / 1e9, out.waited / 1e9};
}

class Server {
public:
  explicit Server(db::Database& database)
      : backend_(database.dialect() == "postgresql" ? backend_of(database) : 0)
      , postmaster_(backend_ == 0 ? 0 : parent_of(backend_)) {}

  /// The process that serves this program's next transaction, as long as one thread asks.
  Scheduled backend() const { return backend_ == 0 ? Scheduled{} : scheduled(std::to_string(backend_)); }

  /// Processor time used so far by every process of the server, those that write its log and its pages too. Takes milliseconds to find out.
  double all() const {
    if (postmaster_ == 0) return 0;
    double sum = scheduled(std::to_string(postmaster_)).ran;
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir("/proc"), ::closedir);
    while (const dirent* one = folder ? ::readdir(folder.get()) : nullptr) {
      const std::int64_t process = std::atoll(one->d_name);
      if (process > 0 && parent_of(process) == postmaster_) sum += scheduled(std::to_string(process)).ran;
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
  std::int64_t backend_;
  std::int64_t postmaster_;
};

} // namespace ankao::bench
