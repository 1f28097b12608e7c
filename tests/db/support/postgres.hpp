// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL server for tests: started once per test program on a free loopback port, in a folder of its own, gone with the program.
// When the server's programs are missing the test fails with a sentence that says what to install; it is never skipped.
#pragma once

#include <functional>
#include <string>

namespace ankao::tests {

/// A database of one's own (UTF-8, byte order) for as long as the object lives.
class Postgres {
public:
  Postgres(); ///< empty
  /// With the tables and rows that `make` puts into the database at a url; it is called once a program for each name.
  Postgres(const std::string& prepared, const std::function<void(const std::string& url)>& make);
  ~Postgres();
  Postgres(const Postgres&) = delete;
  Postgres& operator=(const Postgres&) = delete;

  const std::string& url() const { return url_; }
  /// The address of this database for another user of the server; "guarded" has the password "right-password".
  std::string url_as(const std::string& user_and_password) const;
  /// Runs SQL as the server's owner, in this database.
  void run(const std::string& sql) const;
  /// Ends every session on this database, as a restart of the server would.
  void end_sessions() const;

private:
  std::string prepared_;
  std::string name_;
  std::string url_;
};

} // namespace ankao::tests
