// SPDX-License-Identifier: Apache-2.0
#include "db/db.hpp"
#include "db/postgresql/postgresql.hpp"
#include "db/sqlite/sqlite.hpp"

namespace ankao::db {

void Database::write(const std::function<void(Transaction&)>& work) {
  for (int tries = 1;; ++tries) {
    try {
      const auto transaction = begin(Mode::Write);
      work(*transaction);
      transaction->commit();
      return;
    } catch (const Failure& failure) {
      if (failure.kind() != Failure::Kind::Conflict || tries >= k_tries) throw;
    }
  }
}

void Database::read(const std::function<void(Transaction&)>& work) {
  const auto transaction = begin(Mode::Read);
  work(*transaction);
  transaction->commit();
}

std::unique_ptr<Database> open(const std::string& url) {
  const auto starts = [&url](std::string_view prefix) { return url.compare(0, prefix.size(), prefix) == 0; };
  if (starts("postgresql://") || starts("postgres://")) return open_postgresql(url);
  const std::string path = starts("sqlite:") ? url.substr(7) : url;
  if (path.empty() || path.find("://") != std::string::npos)
    throw Failure(Failure::Kind::Other, "数据库地址 " + url +
                                            " 无法识别，请用 sqlite:文件 或 postgresql://用户@主机/库名 · not a database address; "
                                            "use sqlite:FILE or postgresql://user@host/name");
  return open_sqlite(path);
}

} // namespace ankao::db
