// SPDX-License-Identifier: Apache-2.0
#include "db/postgresql/connection.hpp"

#include <charconv>

#include "base/ensure.hpp"

namespace ankao::db::postgresql {
namespace {

// Type numbers of PostgreSQL's catalogue (pg_type.dat); they are part of its wire protocol and do not change.
enum Type : Oid {
  k_bool = 16,
  k_bytea = 17,
  k_char = 18,
  k_name = 19,
  k_int8 = 20,
  k_int2 = 21,
  k_int4 = 23,
  k_text = 25,
  k_unknown = 705,
  k_bpchar = 1042,
  k_varchar = 1043,
  k_numeric = 1700,
  k_void = 2278
};

/// The parameters as libpq wants them: parallel arrays of pointers that live as long as this.
struct Parameters {
  explicit Parameters(const Values& values) {
    numbers.reserve(values.size());
    for (const Value& value : values) add(value);
  }
  void add(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      numbers.push_back(std::to_string(*number));
      put(k_int8, numbers.back().c_str(), 0, 0);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      put(k_text, text->c_str(), 0, 0);
    } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
      put(k_bytea, bytes->data.c_str(), bytes->data.size(), 1);
    } else {
      put(0, nullptr, 0, 0); // the server finds the type of a null from its place
    }
  }
  void put(Oid type, const char* pointer, std::size_t length, int format) {
    types.push_back(type);
    pointers.push_back(pointer);
    lengths.push_back(static_cast<int>(length));
    formats.push_back(format);
  }
  std::vector<std::string> numbers;
  std::vector<Oid> types;
  std::vector<const char*> pointers;
  std::vector<int> lengths;
  std::vector<int> formats;
};

std::string without_line_end(const char* text) {
  std::string out = text == nullptr ? "" : text;
  while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
  for (char& c : out)
    if (c == '\n') c = ' ';
  return out;
}

/// Where we are connected to, without the password.
std::string place_of(PGconn* handle) {
  const auto text = [](const char* value) { return std::string(value == nullptr ? "" : value); };
  return "postgresql://" + text(PQuser(handle)) + "@" + text(PQhost(handle)) + ":" + text(PQport(handle)) + "/" + text(PQdb(handle));
}

/// libpq gives no SQLSTATE for a connection that was never made.
std::string_view state_of_refusal(PGconn* handle, std::string_view message) {
  if (PQconnectionNeedsPassword(handle) || PQconnectionUsedPassword(handle)) return "28P01";
  if (message.find("role \"") != std::string_view::npos || message.find("pg_hba.conf") != std::string_view::npos) return "28000";
  if (message.find("does not exist") != std::string_view::npos) return "3D000";
  return "";
}

std::string copy_field(const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  std::string out;
  if (const auto* text = std::get_if<std::string>(&value)) {
    for (const char c : *text) {
      if (c == '\\')
        out += "\\\\";
      else if (c == '\t')
        out += "\\t";
      else if (c == '\n')
        out += "\\n";
      else if (c == '\r')
        out += "\\r";
      else
        out += c;
    }
    return out;
  }
  if (const auto* bytes = std::get_if<Bytes>(&value)) {
    constexpr std::string_view digits = "0123456789abcdef";
    out = "\\\\x";
    for (const char c : bytes->data) {
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
    }
    return out;
  }
  return "\\N";
}

std::int64_t integer_of(const char* text, const char* column) {
  std::int64_t value = 0;
  const std::string_view digits = text;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size())
    ensure(false, std::string("column ") + column + " is no 64-bit integer: cast it to BIGINT");
  return value;
}

std::string bytes_of(const char* text) {
  std::size_t length = 0;
  const std::unique_ptr<unsigned char, decltype(&PQfreemem)> raw(PQunescapeBytea(reinterpret_cast<const unsigned char*>(text), &length),
                                                                 &PQfreemem);
  ensure(raw != nullptr, "bytes of the server could not be read");
  return std::string(reinterpret_cast<const char*>(raw.get()), length);
}

} // namespace

Connection::Connection(const std::string& url) {
  // Later words win, so the address may set its own timeout or name.
  const char* const words[] = {"connect_timeout", "application_name", "tcp_user_timeout", "dbname", "client_encoding", nullptr};
  const char* const values[] = {"10", "ankao", "15000", url.c_str(), "UTF8", nullptr};
  handle_ = PQconnectdbParams(words, values, 1);
  ensure(handle_ != nullptr, "libpq has no memory for a connection");
  place_ = place_of(handle_);
  try {
    if (lost()) {
      const std::string message = without_line_end(PQerrorMessage(handle_));
      throw failure(state_of_refusal(handle_, message), message, place_);
    }
    set_up();
  } catch (...) {
    PQfinish(handle_);
    throw;
  }
}

void Connection::set_up() {
  PQsetNoticeProcessor(
      handle_, [](void*, const char*) {}, nullptr);
  run("SET lock_timeout = '30s'");
  run("SET bytea_output = 'hex'");
}

Connection::Known& Connection::known(std::string key) {
  const auto found = by_key_.find(key);
  if (found != by_key_.end()) {
    recent_.splice(recent_.begin(), recent_, found->second);
    return recent_.front();
  }
  if (recent_.size() >= k_cached_statements) {
    const Known last = recent_.back();
    by_key_.erase(recent_.back().key);
    recent_.pop_back();
    if (!last.name.empty()) checked(PQexec(handle_, ("DEALLOCATE " + last.name).c_str()), "DEALLOCATE");
  }
  recent_.push_front({std::move(key), ""});
  by_key_[recent_.front().key] = recent_.begin();
  return recent_.front();
}

const std::string& Connection::prepared(const std::string& sql, const std::vector<Oid>& types) {
  std::string key = sql;
  for (const Oid type : types) key += '\0' + std::to_string(type);
  const std::size_t met = by_key_.count(key);
  Known& one = known(std::move(key));
  if (met == 0 || !one.name.empty()) return one.name;
  const std::string name = "s" + std::to_string(++names_);
  checked(PQprepare(handle_, name.c_str(), sql.c_str(), static_cast<int>(types.size()), types.data()), sql);
  one.name = name;
  return one.name;
}

void Connection::forget_old_plans() {
  // A failed transaction takes nothing but its end.
  if (++uses_ < k_plan_uses || PQtransactionStatus(handle_) == PQTRANS_INERROR || lost()) return;
  uses_ = 0;
  checked(PQexec(handle_, "DISCARD PLANS"), "DISCARD PLANS");
}

Result Connection::run(std::string_view sql, const Values& values) {
  forget_old_plans();
  const std::string text(sql);
  const Parameters p(values);
  const int count = static_cast<int>(values.size());
  const std::string& name = prepared(text, p.types);
  if (name.empty()) return checked(PQexecParams(handle_, text.c_str(), count, p.types.data(), p.pointers.data(), p.lengths.data(), p.formats.data(), 0), text);
  return checked(PQexecPrepared(handle_, name.c_str(), count, p.pointers.data(), p.lengths.data(), p.formats.data(), 0), text);
}

Result Connection::checked(PGresult* raw, const std::string& sql) {
  Result result(raw);
  const ExecStatusType status = PQresultStatus(raw);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN) fail(raw, sql);
  return result;
}

void Connection::fail(const PGresult* result, const std::string& sql) {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string_view sqlstate = lost() || state == nullptr ? "" : state;
  // The primary message only: DETAIL repeats the data of the row, which must not reach a log.
  const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  const std::string what = without_line_end(primary != nullptr ? primary : PQerrorMessage(handle_)) + "; " + sql;
  ensure(sqlstate != "25006", "a write in a read transaction: " + sql);
  outdated_ = outdated_ || sqlstate == "0A000";
  throw failure(sqlstate, what, place_);
}

void Connection::copy(const std::string& sql, const std::vector<Values>& rows) {
  checked(PQexec(handle_, sql.c_str()), sql);
  constexpr std::size_t k_chunk_bytes = 1 << 16;
  std::string chunk;
  const auto send = [&] {
    if (PQputCopyData(handle_, chunk.data(), static_cast<int>(chunk.size())) != 1) fail(nullptr, sql);
    chunk.clear();
  };
  for (const Values& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) chunk += (i == 0 ? "" : "\t") + copy_field(row[i]);
    chunk += '\n';
    if (chunk.size() >= k_chunk_bytes) send();
  }
  if (!chunk.empty()) send();
  if (PQputCopyEnd(handle_, nullptr) != 1) fail(nullptr, sql);
  Result last(PQgetResult(handle_));
  while (PGresult* more = PQgetResult(handle_)) PQclear(more);
  checked(last.release(), sql);
}

Value value_of(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column)) return Null{};
  const char* text = PQgetvalue(result, row, column);
  const char* name = PQfname(result, column);
  switch (PQftype(result, column)) {
  case k_int8:
  case k_int4:
  case k_int2:
  case k_numeric:
    return integer_of(text, name);
  case k_bool:
    return std::int64_t{text[0] == 't' ? 1 : 0};
  case k_text:
  case k_varchar:
  case k_bpchar:
  case k_name:
  case k_char:
  case k_unknown:
    return std::string(text, static_cast<std::size_t>(PQgetlength(result, row, column)));
  case k_bytea:
    return Bytes{bytes_of(text)};
  case k_void:
    return Null{};
  default:
    fail_invariant(std::string("column ") + name + " has a type that is neither integer, text nor bytes: cast it", __FILE__, __LINE__);
  }
}

} // namespace ankao::db::postgresql
