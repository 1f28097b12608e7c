// SPDX-License-Identifier: Apache-2.0
#include "api/once/once.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "api/once/held.hpp"
#include "api/once/view.hpp"
#include "base/ensure.hpp"
#include "base/sm3.hpp"
#include "http/problem_answer.hpp"

namespace ankao::api::once {
namespace {

constexpr std::int64_t k_day = 86'400'000;

bool is_uuid(const std::string& text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool digit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (dash ? text[i] != '-' : !digit) return false;
  }
  return true;
}

bool changes_something(http::Verb verb) { return verb == http::Verb::Post || verb == http::Verb::Put || verb == http::Verb::Delete; }

std::string without(std::string text, const std::string& part) {
  if (part.empty()) return text;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
  return text;
}

std::string boundary_of(const http::Request& request) {
  const std::string type = request.header("content-type").value_or("");
  const std::size_t at = type.find("boundary=");
  if (type.rfind("multipart/", 0) != 0 || at == std::string::npos) return {};
  std::string boundary = type.substr(at + 9, type.find(';', at) - at - 9);
  boundary.erase(std::remove(boundary.begin(), boundary.end(), '"'), boundary.end());
  return boundary;
}

struct Asked {
  std::string account;
  std::string draft;
  std::string digest;
  Instant now;
};

struct Kept {
  std::string digest;
  http::Response response;
};

std::optional<Kept> kept(db::Transaction& transaction, const Asked& asked) {
  const db::Rows rows = transaction.query("SELECT digest, status, headers, content_type, body FROM once WHERE account = $1 AND draft = $2 AND until_ms > $3",
                                          {asked.account, asked.draft, asked.now.ms});
  if (rows.empty()) return std::nullopt;
  Kept out;
  out.digest = rows.text(0, "digest");
  out.response.status = static_cast<int>(rows.integer(0, "status"));
  out.response.content_type = rows.text(0, "content_type");
  out.response.body = rows.bytes(0, "body");
  for (const auto& pair : nlohmann::json::parse(rows.text(0, "headers"))) out.response.headers.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
  out.response.headers.emplace_back(k_kept_header, "1");
  return out;
}

void keep(db::Transaction& transaction, const Asked& asked, const http::Response& response) {
  transaction.execute("DELETE FROM once WHERE until_ms <= $1", {asked.now.ms});
  nlohmann::json headers = nlohmann::json::array();
  for (const auto& [name, value] : response.headers) headers.push_back({name, value});
  transaction.execute("INSERT INTO once (account, draft, digest, status, headers, content_type, body, until_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                      {asked.account, asked.draft, asked.digest, std::int64_t{response.status}, headers.dump(), response.content_type, db::Bytes{response.body},
                       asked.now.ms + k_days_kept * k_day});
}

std::optional<Kept> look_up(db::Database& database, const Asked& asked) { return kept(*database.begin(db::Mode::Read), asked); }

http::Response replayed(const Asked& asked, const Kept& before, problems::Language language, const std::string& request_id) {
  if (before.digest == asked.digest) return before.response;
  return http::problem_answer(problem("once.other_body", {{"draft", asked.draft}}), language, request_id);
}

/// A change without anything to keep (a stream, a file on disk) or a refusal stays what it would be without an id.
bool keeps(const http::Response& response) { return response.status < 400 && !response.stream && response.file.empty(); }

/// Commits what the handler did together with its answer.
void finish(db::Database& database, db::Transaction* held, const Asked& asked, const http::Response& response, const KeepAs& keep_as) {
  const bool worth = keeps(response);
  const http::Response told = worth && keep_as ? keep_as(response) : response;
  if (held != nullptr) {
    if (worth) keep(*held, asked, told);
    held->commit();
    return;
  }
  if (!worth) return;
  database.write([&](db::Transaction& transaction) {
    if (!kept(transaction, asked)) keep(transaction, asked, told);
  });
}

} // namespace

std::vector<db::Migration> migrations() {
  return {{1300, "answers kept for changes that are made once",
           "CREATE TABLE once (\n  account TEXT NOT NULL,\n  draft TEXT NOT NULL,\n  digest TEXT NOT NULL,\n  status BIGINT NOT NULL,\n  headers TEXT NOT NULL,\n"
           "  content_type TEXT NOT NULL,\n  body {bytes} NOT NULL,\n  until_ms BIGINT NOT NULL,\n  PRIMARY KEY (account, draft)\n);\n"
           "CREATE INDEX once_until ON once (until_ms)"}};
}

std::unique_ptr<db::Transaction> Database::begin(db::Mode mode) {
  if (View* view = View::present(); view != nullptr && mode == db::Mode::Read) return view->begin(inner_);
  Held* held = Held::present();
  return held == nullptr ? inner_.begin(mode) : held->begin(inner_, mode);
}

Result<std::string> draft_of(const http::Request& request) {
  const auto given = request.header(k_header);
  if (!given || !changes_something(request.verb)) return std::string();
  if (!is_uuid(*given)) return problem("once.id");
  return *given;
}

std::string digest_of(const http::Request& request) {
  std::string text = std::to_string(static_cast<int>(request.verb)) + "\n" + request.path + "\n";
  for (const auto& [name, value] : request.query)
    if (name != "lang") text += name + "=" + value + "\n";
  return to_hex(sm3(text + "\n" + without(request.body, boundary_of(request))));
}

http::Response answer(Database& database, const std::string& account, const std::string& draft, const http::Request& request, problems::Language language,
                      Instant now, const std::function<http::Response()>& handle, const KeepAs& keep_as) {
  const Asked asked{account, draft, digest_of(request), now};
  if (const auto before = look_up(database.inner(), asked)) return replayed(asked, *before, language, request.id);
  try {
    Held held([&asked](db::Transaction& transaction) {
      if (kept(transaction, asked)) throw AlreadyMade{};
    });
    http::Response response = handle();
    finish(database.inner(), held.transaction(), asked, response, keep_as);
    return response;
  } catch (const AlreadyMade&) {
    const auto before = look_up(database.inner(), asked);
    ensure(before.has_value(), "an answer that was kept is there");
    return replayed(asked, *before, language, request.id);
  }
}

} // namespace ankao::api::once
