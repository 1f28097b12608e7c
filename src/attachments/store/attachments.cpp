// SPDX-License-Identifier: Apache-2.0
#include "attachments/store/attachments.hpp"

#include <sstream>

#include "db/columns.hpp"

namespace ankao::attachments::store {
namespace {

Facts read_facts(const db::Rows& rows, std::size_t i) {
  return {static_cast<int>(rows.integer(i, "width")), static_cast<int>(rows.integer(i, "height")), rows.text(i, "taken"),     rows.text(i, "zone"),
          rows.text(i, "camera"),                     rows.text(i, "software"),                    !rows.text(i, "position").empty()};
}

Attachment read(const db::Rows& rows, std::size_t i) {
  Attachment out;
  out.id = rows.text(i, "id");
  out.subject.kind = rows.text(i, "subject_kind");
  out.subject.id = rows.text(i, "subject");
  out.name = rows.text(i, "name");
  out.kind = rows.text(i, "kind");
  out.type = rows.text(i, "type");
  out.size = rows.integer(i, "size");
  out.sm3 = rows.text(i, "sm3");
  out.sealed = rows.integer(i, "sealed") != 0;
  out.account = rows.text(i, "account");
  out.person = rows.text(i, "person");
  out.role = rows.text(i, "role");
  if (const auto at = rows.maybe_integer(i, "captured_at")) out.captured_at = Instant{*at};
  out.received_at = {rows.integer(i, "received_at")};
  out.scan = scan_of(rows.text(i, "scan"));
  out.scan_note = rows.text(i, "scan_note");
  out.look = look_of(rows.text(i, "look"));
  out.look_note = rows.text(i, "look_note");
  out.facts = read_facts(rows, i);
  out.position = rows.text(i, "position");
  out.small_sm3 = rows.text(i, "small_sm3");
  out.large_sm3 = rows.text(i, "large_sm3");
  out.event = rows.integer(i, "event");
  if (const auto at = rows.maybe_integer(i, "withdrawn_at"))
    out.withdrawn = Withdrawal{{*at}, rows.text(i, "withdrawn_account"), rows.text(i, "withdrawn_person"), rows.text(i, "withdrawn_reason")};
  out.device_sm3 = rows.text(i, "device_sm3");
  out.device_place = rows.text(i, "device_place");
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream words(text);
  std::vector<std::string> out;
  for (std::string word; words >> word;) out.push_back(word);
  return out;
}

} // namespace

void insert(db::Transaction& transaction, const Attachment& one) {
  transaction.execute("INSERT INTO attachment (id, subject_kind, subject, name, kind, type, size, sm3, sealed, account, person, role, captured_at, received_at, scan, scan_note, "
                      "look, look_note, width, height, taken, zone, camera, software, position, small_sm3, large_sm3, event, withdrawn_account, withdrawn_person, withdrawn_reason, device_sm3, device_place) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, '', 0, 0, '', '', '', '', '', '', '', $18, '', '', '', $19, $20)",
                      {one.id, one.subject.kind, one.subject.id, one.name, one.kind, one.type, one.size, one.sm3, std::int64_t{one.sealed}, one.account, one.person, one.role,
                       db::moment(one.captured_at), one.received_at.ms, std::string(word_of(one.scan)), one.scan_note, std::string(word_of(one.look)), one.event, one.device_sm3, one.device_place});
}

std::optional<Attachment> find(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM attachment WHERE id = $1", {id});
  return rows.empty() ? std::nullopt : std::optional(read(rows, 0));
}

void update(db::Transaction& transaction, const Attachment& one) {
  const Withdrawal gone = one.withdrawn.value_or(Withdrawal{});
  transaction.execute("UPDATE attachment SET scan = $1, scan_note = $2, look = $3, look_note = $4, width = $5, height = $6, taken = $7, zone = $8, camera = $9, software = $10, "
                      "position = $11, small_sm3 = $12, large_sm3 = $13, withdrawn_at = $14, withdrawn_account = $15, withdrawn_person = $16, withdrawn_reason = $17 WHERE id = $18",
                      {std::string(word_of(one.scan)), one.scan_note, std::string(word_of(one.look)), one.look_note, std::int64_t{one.facts.width}, std::int64_t{one.facts.height},
                       one.facts.taken, one.facts.zone, one.facts.camera, one.facts.software, one.position, one.small_sm3, one.large_sm3,
                       one.withdrawn ? db::Value(gone.at.ms) : db::Value(db::Null{}), gone.account, gone.person, gone.reason, one.id});
}

std::vector<Attachment> list(db::Transaction& transaction, const std::string& kind, const std::string& subject) {
  const auto rows = transaction.query("SELECT * FROM attachment WHERE subject_kind = $1 AND subject = $2 ORDER BY received_at, id", {kind, subject});
  std::vector<Attachment> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

std::vector<Attachment> list_under(db::Transaction& transaction, const std::string& kind, const std::string& start) {
  const auto rows = transaction.query("SELECT * FROM attachment WHERE subject_kind = $1 AND substr(subject, 1, CAST($3 AS INTEGER)) = $2 ORDER BY received_at, id", {kind, start, static_cast<std::int64_t>(start.size())});
  std::vector<Attachment> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

Present attached(db::Transaction& transaction, const Subject& subject) {
  const auto rows = transaction.query("SELECT COUNT(*) AS n, CAST(COALESCE(SUM(size), 0) AS BIGINT) AS bytes FROM attachment WHERE subject_kind = $1 AND subject = $2 AND withdrawn_at IS NULL",
                                      {subject.kind, subject.id});
  return {static_cast<int>(rows.integer(0, "n")), rows.integer(0, "bytes")};
}

std::vector<std::string> unchecked(db::Transaction& transaction, const std::string& after, int most) {
  const auto rows = transaction.query("SELECT id FROM attachment WHERE scan = 'unchecked' AND id > $1 ORDER BY id LIMIT $2", {after, std::int64_t{most}});
  std::vector<std::string> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(rows.text(i, "id"));
  return out;
}

std::set<Named> named(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT sm3, sealed FROM attachment UNION SELECT small_sm3, 1 FROM attachment WHERE small_sm3 <> '' "
                                      "UNION SELECT large_sm3, 1 FROM attachment WHERE large_sm3 <> ''");
  std::set<Named> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.insert({rows.text(i, "sm3"), rows.integer(i, "sealed") != 0});
  return out;
}

Counts counts(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT COUNT(*) AS files, CAST(COALESCE(SUM(size), 0) AS BIGINT) AS bytes, CAST(COALESCE(SUM(CASE WHEN withdrawn_at IS NULL THEN 0 ELSE 1 END), 0) AS BIGINT) "
                                      "AS withdrawn, CAST(COALESCE(SUM(CASE WHEN scan = 'unchecked' THEN 1 ELSE 0 END), 0) AS BIGINT) AS unchecked, "
                                      "CAST(COALESCE(SUM(CASE WHEN scan = 'infected' THEN 1 ELSE 0 END), 0) AS BIGINT) AS infected FROM attachment");
  return {rows.integer(0, "files"), rows.integer(0, "bytes"), rows.integer(0, "withdrawn"), rows.integer(0, "unchecked"), rows.integer(0, "infected")};
}

void insert(db::Transaction& transaction, const ScrubRow& scrub) {
  transaction.execute("INSERT INTO file_scrub (number, at, sound, altered, missing, orphans) SELECT COALESCE(MAX(number), 0) + 1, CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS TEXT), "
                      "CAST($4 AS TEXT), CAST($5 AS BIGINT) FROM file_scrub",
                      {scrub.at.ms, scrub.sound, joined(scrub.altered), joined(scrub.missing), scrub.orphans});
}

std::optional<ScrubRow> last_scrub(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT * FROM file_scrub ORDER BY number DESC LIMIT 1");
  if (rows.empty()) return std::nullopt;
  return ScrubRow{{rows.integer(0, "at")}, rows.integer(0, "sound"), split(rows.text(0, "altered")), split(rows.text(0, "missing")), rows.integer(0, "orphans")};
}

} // namespace ankao::attachments::store
