// SPDX-License-Identifier: Apache-2.0
#include "attachments/store/uploads.hpp"

#include "db/columns.hpp"

namespace ankao::attachments::store {
namespace {

Upload read(const db::Rows& rows, std::size_t i) {
  Upload out;
  out.id = rows.text(i, "id");
  out.account = rows.text(i, "account");
  out.subject.kind = rows.text(i, "subject_kind");
  out.subject.id = rows.text(i, "subject");
  out.name = rows.text(i, "name");
  out.size = rows.integer(i, "size");
  out.claimed_type = rows.text(i, "claimed_type");
  out.claimed_sm3 = rows.text(i, "claimed_sm3");
  if (const auto at = rows.maybe_integer(i, "captured_at")) out.captured_at = Instant{*at};
  out.offset = rows.integer(i, "kept");
  out.state = upload_state_of(rows.text(i, "state"));
  out.started_at = {rows.integer(i, "started_at")};
  out.touched_at = {rows.integer(i, "touched_at")};
  out.device_place = rows.text(i, "device_place");
  return out;
}

} // namespace

void insert(db::Transaction& transaction, const Upload& upload) {
  transaction.execute("INSERT INTO upload (id, account, subject_kind, subject, name, size, claimed_type, claimed_sm3, captured_at, kept, state, started_at, touched_at, device_place) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                      {upload.id, upload.account, upload.subject.kind, upload.subject.id, upload.name, upload.size, upload.claimed_type, upload.claimed_sm3,
                       db::moment(upload.captured_at), upload.offset, std::string(word_of(upload.state)), upload.started_at.ms, upload.touched_at.ms, upload.device_place});
}

std::optional<Upload> find_upload(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM upload WHERE id = $1", {id});
  return rows.empty() ? std::nullopt : std::optional(read(rows, 0));
}

void update(db::Transaction& transaction, const Upload& upload) {
  transaction.execute("UPDATE upload SET kept = $1, state = $2, touched_at = $3 WHERE id = $4", {upload.offset, std::string(word_of(upload.state)), upload.touched_at.ms, upload.id});
}

Present open_of(db::Transaction& transaction, const std::string& account) {
  const auto rows = transaction.query("SELECT COUNT(*) AS n, CAST(COALESCE(SUM(size), 0) AS BIGINT) AS bytes FROM upload WHERE account = $1 AND state = 'open'", {account});
  return {static_cast<int>(rows.integer(0, "n")), rows.integer(0, "bytes")};
}

std::vector<Upload> untouched(db::Transaction& transaction, Instant before) {
  const auto rows = transaction.query("SELECT * FROM upload WHERE state = 'open' AND touched_at < $1 ORDER BY id", {before.ms});
  std::vector<Upload> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

std::int64_t count_open(db::Transaction& transaction) { return transaction.query("SELECT COUNT(*) AS n FROM upload WHERE state = 'open'").integer(0, "n"); }

void insert_part(db::Transaction& transaction, const std::string& upload, const Part& part) {
  transaction.execute("INSERT INTO upload_part (upload, start, size, file) VALUES ($1, $2, $3, $4)", {upload, part.start, part.size, part.file});
}

std::vector<Part> parts_of(db::Transaction& transaction, const std::string& upload) {
  const auto rows = transaction.query("SELECT * FROM upload_part WHERE upload = $1 ORDER BY start", {upload});
  std::vector<Part> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back({rows.integer(i, "start"), rows.integer(i, "size"), rows.text(i, "file")});
  return out;
}

void drop_parts(db::Transaction& transaction, const std::string& upload) { transaction.execute("DELETE FROM upload_part WHERE upload = $1", {upload}); }

} // namespace ankao::attachments::store
