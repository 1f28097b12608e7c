// SPDX-License-Identifier: Apache-2.0
#include "notices/store/notices.hpp"

#include <sstream>

#include "db/conditions.hpp"
#include "notices/service/notices.hpp"

namespace ankao::notices {

std::vector<db::Migration> migrations() {
  return {{1100, "notices", R"(CREATE TABLE notice (
  number BIGINT PRIMARY KEY,
  account TEXT NOT NULL,
  topic TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  body_zh TEXT NOT NULL,
  body_en TEXT NOT NULL,
  link TEXT NOT NULL,
  once_key TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  read_at BIGINT
);
CREATE INDEX notice_account ON notice (account, number);
CREATE UNIQUE INDEX notice_once ON notice (account, once_key) WHERE once_key <> '';
CREATE TABLE notice_channel (
  account TEXT PRIMARY KEY,
  mail TEXT NOT NULL,
  webhook TEXT NOT NULL,
  language TEXT NOT NULL
);
CREATE TABLE notice_delivery (
  number BIGINT PRIMARY KEY,
  notice BIGINT NOT NULL REFERENCES notice (number),
  account TEXT NOT NULL,
  channel TEXT NOT NULL,
  state TEXT NOT NULL,
  reason_zh TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  job BIGINT NOT NULL,
  queued_at BIGINT NOT NULL,
  ended_at BIGINT
);
)"},
          // Addresses that stand in mail and webhook are sealed when the program starts; new ones never stand there.
          {1101, "sealed channels", R"(ALTER TABLE notice_channel ADD COLUMN mail_sealed TEXT NOT NULL DEFAULT '';
ALTER TABLE notice_channel ADD COLUMN mail_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE notice_channel ADD COLUMN webhook_sealed TEXT NOT NULL DEFAULT '';
ALTER TABLE notice_channel ADD COLUMN webhook_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE notice_channel ADD COLUMN inbox_only TEXT NOT NULL DEFAULT '';
CREATE INDEX notice_channel_mail ON notice_channel (mail_digest);
CREATE INDEX notice_delivery_account ON notice_delivery (account, channel, number);
)"}};
}

namespace store {
namespace {

std::int64_t next(db::Transaction& transaction, const std::string& table) {
  return transaction.query("SELECT COALESCE(MAX(number), 0) + 1 AS next FROM " + table).integer(0, "next");
}

std::optional<Instant> moment(const db::Rows& rows, std::size_t i, std::string_view column) {
  const auto ms = rows.maybe_integer(i, column);
  return ms ? std::optional(Instant{*ms}) : std::nullopt;
}

Notice read(const db::Rows& rows, std::size_t i) {
  return {rows.integer(i, "number"),  rows.text(i, "account"), rows.text(i, "topic"),   rows.text(i, "title_zh"),        rows.text(i, "title_en"),
          rows.text(i, "body_zh"),    rows.text(i, "body_en"), rows.text(i, "link"),    Instant{rows.integer(i, "sent_at")}, moment(rows, i, "read_at")};
}

Delivery read_delivery(const db::Rows& rows, std::size_t i) {
  return {rows.integer(i, "number"),   rows.integer(i, "notice"), rows.text(i, "account"),   rows.text(i, "channel"),            rows.text(i, "state"),
          rows.text(i, "reason_zh"),   rows.text(i, "reason_en"), rows.integer(i, "job"),    Instant{rows.integer(i, "queued_at")}, moment(rows, i, "ended_at"),
          rows.text(i, "title_zh"),    rows.text(i, "title_en")};
}

constexpr const char* k_deliveries = "SELECT d.*, n.title_zh, n.title_en FROM notice_delivery d JOIN notice n ON n.number = d.notice WHERE ";

} // namespace

bool told(db::Transaction& transaction, const std::string& account, const std::string& once_key) {
  return !once_key.empty() && !transaction.query("SELECT number FROM notice WHERE account = $1 AND once_key = $2", {account, once_key}).empty();
}

std::int64_t insert(db::Transaction& transaction, const std::string& account, const NewNotice& notice, Instant now) {
  const auto number = next(transaction, "notice");
  transaction.execute("INSERT INTO notice (number, account, topic, title_zh, title_en, body_zh, body_en, link, once_key, sent_at) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                      {number, account, notice.topic, notice.title_zh, notice.title_en, notice.body_zh, notice.body_en, notice.link, notice.once_key, now.ms});
  return number;
}

std::optional<Notice> find(db::Transaction& transaction, std::int64_t number) {
  const auto rows = transaction.query("SELECT * FROM notice WHERE number = $1", {number});
  return rows.empty() ? std::nullopt : std::optional(read(rows, 0));
}

Inbox search(db::Transaction& transaction, const std::string& account, const InboxFilter& filter, const std::string& order, std::int64_t offset, std::int64_t limit) {
  db::Conditions where;
  where.add("account = ?", {account});
  if (filter.unread) where.add(*filter.unread ? "read_at IS NULL" : "read_at IS NOT NULL");
  where.contains("lower(title_zh || ' ' || body_zh || ' ' || title_en || ' ' || body_en)", filter.q);
  if (filter.from) where.add("sent_at >= ?", {start_of(*filter.from).ms});
  if (filter.to) where.add("sent_at < ?", {start_of(*filter.to + 1).ms});
  Inbox out;
  out.total = transaction.query("SELECT COUNT(*) AS n FROM notice" + where.text(), where.values()).integer(0, "n");
  const std::string sql = "SELECT * FROM notice" + where.text() + " ORDER BY " + order;
  const std::string part = where.page(limit, offset);
  const auto rows = transaction.query(sql + part, where.values());
  for (std::size_t i = 0; i < rows.size(); ++i) out.notices.push_back(read(rows, i));
  return out;
}

std::int64_t count(db::Transaction& transaction, const std::string& account, bool unread_only) {
  return transaction.query(std::string("SELECT COUNT(*) AS n FROM notice WHERE account = $1") + (unread_only ? " AND read_at IS NULL" : ""), {account}).integer(0, "n");
}

void mark_read(db::Transaction& transaction, std::int64_t number, Instant now) {
  transaction.execute("UPDATE notice SET read_at = $1 WHERE number = $2", {now.ms, number});
}

namespace {

std::string joined(const std::vector<std::string>& topics) {
  std::string out;
  for (const auto& topic : topics) out += (out.empty() ? "" : " ") + topic;
  return out;
}

std::vector<std::string> split(const std::string& topics) {
  std::vector<std::string> out;
  std::istringstream words(topics);
  for (std::string word; words >> word;) out.push_back(word);
  return out;
}

} // namespace

Kept channels(db::Transaction& transaction, const std::string& account) {
  const auto rows = transaction.query("SELECT * FROM notice_channel WHERE account = $1", {account});
  if (rows.empty()) return {};
  return {rows.text(0, "mail_sealed"),    rows.text(0, "mail_digest"), rows.text(0, "webhook_sealed"),
          rows.text(0, "webhook_digest"), rows.text(0, "language"),    split(rows.text(0, "inbox_only"))};
}

void put_channels(db::Transaction& transaction, const std::string& account, const Kept& channels) {
  transaction.execute("INSERT INTO notice_channel (account, mail, webhook, language, mail_sealed, mail_digest, webhook_sealed, webhook_digest, inbox_only) "
                      "VALUES ($1, '', '', $2, $3, $4, $5, $6, $7) ON CONFLICT (account) DO UPDATE SET mail = '', webhook = '', language = excluded.language, "
                      "mail_sealed = excluded.mail_sealed, mail_digest = excluded.mail_digest, webhook_sealed = excluded.webhook_sealed, "
                      "webhook_digest = excluded.webhook_digest, inbox_only = excluded.inbox_only",
                      {account, channels.language, channels.mail, channels.mail_digest, channels.webhook, channels.webhook_digest, joined(channels.inbox_only)});
}

std::vector<std::pair<std::string, Channels>> clear_channels(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT * FROM notice_channel WHERE mail <> '' OR webhook <> '' ORDER BY account");
  std::vector<std::pair<std::string, Channels>> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.emplace_back(rows.text(i, "account"), Channels{rows.text(i, "mail"), rows.text(i, "webhook"), rows.text(i, "language"), split(rows.text(i, "inbox_only"))});
  return out;
}

std::optional<Delivery> last_delivery(db::Transaction& transaction, const std::string& account, const std::string& channel) {
  const auto rows = transaction.query(std::string(k_deliveries) + "d.account = $1 AND d.channel = $2 ORDER BY d.number DESC LIMIT 1", {account, channel});
  return rows.empty() ? std::nullopt : std::optional(read_delivery(rows, 0));
}

std::int64_t insert_delivery(db::Transaction& transaction, std::int64_t notice, const std::string& account, const std::string& channel, Instant now) {
  const auto number = next(transaction, "notice_delivery");
  transaction.execute("INSERT INTO notice_delivery (number, notice, account, channel, state, reason_zh, reason_en, job, queued_at) "
                      "VALUES ($1, $2, $3, $4, 'queued', '', '', 0, $5)",
                      {number, notice, account, channel, now.ms});
  return number;
}

std::optional<Delivery> find_delivery(db::Transaction& transaction, std::int64_t number) {
  const auto rows = transaction.query(std::string(k_deliveries) + "d.number = $1", {number});
  return rows.empty() ? std::nullopt : std::optional(read_delivery(rows, 0));
}

std::vector<Delivery> list_deliveries(db::Transaction& transaction, const std::string& state, const std::string& order, std::int64_t offset, std::int64_t limit) {
  const auto rows = transaction.query(std::string(k_deliveries) + "($1 = '' OR d.state = $1) ORDER BY " + order + " LIMIT $2 OFFSET $3", {state, limit, offset});
  std::vector<Delivery> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_delivery(rows, i));
  return out;
}

std::int64_t count_deliveries(db::Transaction& transaction, const std::string& state) {
  return transaction.query("SELECT COUNT(*) AS n FROM notice_delivery WHERE ($1 = '' OR state = $1)", {state}).integer(0, "n");
}

void update_delivery(db::Transaction& transaction, const Delivery& delivery) {
  transaction.execute("UPDATE notice_delivery SET state = $1, reason_zh = $2, reason_en = $3, job = $4, ended_at = $5 WHERE number = $6",
                      {delivery.state, delivery.reason_zh, delivery.reason_en, delivery.job,
                       delivery.ended_at ? db::Value(delivery.ended_at->ms) : db::Value(db::Null{}), delivery.number});
}

} // namespace store
} // namespace ankao::notices
