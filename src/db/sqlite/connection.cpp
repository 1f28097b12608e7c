// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/connection.hpp"

#include <algorithm>
#include <charconv>

#include "base/ensure.hpp"

namespace ankao::db::sqlite {
namespace {

constexpr int k_busy_timeout_ms = 10'000;
constexpr int k_mode_tries = 100;
constexpr int k_mode_pause_ms = 20;

std::size_t number_of(const char* name) {
  const std::string_view text = name == nullptr ? "" : name;
  std::size_t number = 0;
  const bool dollar = text.size() > 1 && text[0] == '$';
  const auto [end, error] = dollar ? std::from_chars(text.data() + 1, text.data() + text.size(), number)
                                   : std::from_chars_result{nullptr, std::errc::invalid_argument};
  if (error != std::errc() || end != text.data() + text.size() || number == 0)
    ensure(false, "SQL parameters are $1, $2 ..., not " + std::string(text));
  return number;
}

int bind_one(sqlite3_stmt* statement, int slot, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return sqlite3_bind_int64(statement, slot, *number);
  if (const auto* text = std::get_if<std::string>(&value))
    return sqlite3_bind_text64(statement, slot, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  if (const auto* bytes = std::get_if<Bytes>(&value))
    return sqlite3_bind_blob64(statement, slot, bytes->data.data() == nullptr ? "" : bytes->data.data(), bytes->data.size(), SQLITE_STATIC);
  return sqlite3_bind_null(statement, slot);
}

} // namespace

Connection::Connection(const std::string& path, Access access)
    : path_(path)
    , access_(access) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr);
  try {
    if (code != SQLITE_OK) throw failure(code, handle_ == nullptr ? "out of memory" : sqlite3_errmsg(handle_), path_);
    set_up();
  } catch (...) {
    by_sql_.clear();
    recent_.clear();
    sqlite3_close(handle_);
    throw;
  }
}

Connection::~Connection() {
  by_sql_.clear();
  recent_.clear();
  sqlite3_close(handle_);
}

void Connection::set_up() {
  sqlite3_busy_timeout(handle_, k_busy_timeout_ms);
  if (access_ == Access::Write) use_write_ahead_log();
  run("PRAGMA synchronous = FULL"); // what the screen called saved survives a power cut
  run("PRAGMA foreign_keys = ON");
  run("PRAGMA case_sensitive_like = ON"); // as PostgreSQL compares
  run("PRAGMA trusted_schema = OFF");
  if (path_.find("vfs=memdb") != std::string::npos) run("PRAGMA cache_spill = OFF"); // a spill would lock readers out before the commit
  run("PRAGMA cache_size = -16000");
  run("PRAGMA mmap_size = 268435456");
  if (access_ == Access::Read) run("PRAGMA query_only = ON");
}

/// SQLite does not wait its busy timeout when two programs open a new database at once and both change the journal's mode.
void Connection::use_write_ahead_log() {
  for (int tries = 1;; ++tries) {
    try {
      run("PRAGMA journal_mode = WAL");
      return;
    } catch (const Failure& failure) {
      if (failure.kind() != Failure::Kind::Conflict || tries >= k_mode_tries) throw;
    }
    sqlite3_sleep(k_mode_pause_ms);
  }
}

Statement& Connection::statement(std::string_view sql) {
  const auto found = by_sql_.find(sql);
  if (found != by_sql_.end()) {
    recent_.splice(recent_.begin(), recent_, found->second);
    return recent_.front().statement;
  }
  Statement prepared = prepare(sql);
  if (recent_.size() >= k_cached_statements) {
    by_sql_.erase(recent_.back().sql);
    recent_.pop_back();
  }
  recent_.push_front({std::string(sql), std::move(prepared)});
  by_sql_[recent_.front().sql] = recent_.begin();
  return recent_.front().statement;
}

Statement Connection::prepare(std::string_view sql) {
  sqlite3_stmt* handle = nullptr;
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle, &rest);
  if (code != SQLITE_OK) fail(std::string(sql));
  Statement out;
  out.handle.reset(handle);
  const std::string_view tail(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest));
  ensure(handle != nullptr && tail.find_first_not_of(" \n\t\r;") == std::string_view::npos, "one SQL statement at a time");
  const int count = sqlite3_bind_parameter_count(handle);
  for (int i = 1; i <= count; ++i) {
    out.slots.push_back(number_of(sqlite3_bind_parameter_name(handle, i)));
    out.parameters = std::max(out.parameters, out.slots.back());
  }
  return out;
}

void Connection::bind(Statement& statement, const Values& values) {
  if (values.size() != statement.parameters)
    ensure(false, "SQL with " + std::to_string(statement.parameters) + " parameters given " + std::to_string(values.size()) +
                      " values: " + sqlite3_sql(statement.handle.get()));
  for (std::size_t i = 0; i < statement.slots.size(); ++i)
    if (bind_one(statement.handle.get(), static_cast<int>(i + 1), values[statement.slots[i] - 1]) != SQLITE_OK)
      fail(sqlite3_sql(statement.handle.get()));
}

void Connection::run(std::string_view sql) {
  run(statement(sql), [](sqlite3_stmt*) {});
}

void Connection::fail(const std::string& sql) {
  const int code = sqlite3_extended_errcode(handle_);
  const std::string what = std::string(sqlite3_errmsg(handle_)) + "; " + sql;
  ensure(!(code == SQLITE_READONLY && access_ == Access::Read), "a write in a read transaction: " + sql);
  throw failure(code, what, path_);
}

} // namespace ankao::db::sqlite
