// SPDX-License-Identifier: Apache-2.0
#include "documents/store/documents.hpp"

#include "base/ensure.hpp"
#include "db/columns.hpp"

namespace ankao::documents::store {
namespace {

db::Value text_or_null(const std::string& text) { return text.empty() ? db::Value(db::Null{}) : db::Value(text); }

/// What people look for it by, in lower case as far as ASCII goes.
std::string search_of(const Document& d) {
  return db::lower_case(d.id + '\n' + d.number + '\n' + d.code + '\n' + d.subject + '\n' + d.party + '\n' + d.subject_name);
}

Document read(const db::Rows& rows, std::size_t i) {
  Document d;
  d.id = rows.text(i, "id");
  d.kind = rows.text(i, "kind");
  const auto state = state_of(rows.text(i, "state"));
  ensure(state.has_value(), "a stored state is a state");
  d.state = *state;
  d.version = static_cast<int>(rows.integer(i, "version"));
  d.number = rows.maybe_text(i, "number").value_or("");
  d.code = rows.maybe_text(i, "code").value_or("");
  d.subject = rows.text(i, "subject");
  d.party = rows.text(i, "party");
  d.subject_name = rows.text(i, "subject_name");
  d.institution = rows.text(i, "institution");
  d.site = rows.text(i, "site");
  d.district = rows.text(i, "district");
  d.issuer = rows.text(i, "issuer");
  d.facts_sm3 = rows.text(i, "facts_sm3");
  d.sealed_sm3 = rows.text(i, "sealed_sm3");
  d.event = rows.integer(i, "event");
  d.replaces = rows.text(i, "replaces");
  d.replaced_by = rows.text(i, "replaced_by");
  d.proposed_at = {rows.integer(i, "proposed_at")};
  d.issued_at = db::moment_in(rows, i, "issued_at");
  d.ended_at = db::moment_in(rows, i, "ended_at");
  d.reason = rows.text(i, "reason");
  return d;
}

void add_files(db::Transaction& transaction, const Document& d) {
  std::vector<db::Values> rows;
  for (const File& file : d.files) rows.push_back({d.id, file.format, static_cast<std::int64_t>(rows.size()), file.sm3, file.size});
  if (!rows.empty()) transaction.insert_many("document_file", {"document", "format", "place", "sm3", "size"}, rows);
}

/// With files and steps.
std::optional<Document> whole(db::Transaction& transaction, const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  Document d = read(rows, 0);
  const auto files = transaction.query("SELECT * FROM document_file WHERE document = $1 ORDER BY place", {d.id});
  for (std::size_t i = 0; i < files.size(); ++i) d.files.push_back({files.text(i, "format"), files.text(i, "sm3"), files.integer(i, "size")});
  const auto steps = transaction.query("SELECT * FROM document_step WHERE document = $1 ORDER BY place", {d.id});
  for (std::size_t i = 0; i < steps.size(); ++i)
    d.steps.push_back({steps.text(i, "step"), {steps.integer(i, "at")}, steps.text(i, "account"), steps.text(i, "person"), steps.text(i, "role"), steps.text(i, "reason"), steps.integer(i, "event")});
  return d;
}

} // namespace

std::int64_t peek(db::Transaction& transaction, const std::string& series) {
  const auto rows = transaction.query("SELECT n FROM document_count WHERE series = $1", {series});
  return rows.empty() ? 1 : rows.integer(0, "n") + 1;
}

std::int64_t take(db::Transaction& transaction, const std::string& series) {
  return transaction.query("INSERT INTO document_count (series, n) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET n = document_count.n + 1 RETURNING n", {series}).integer(0, "n");
}

void insert(db::Transaction& transaction, const Document& d, bool open, const std::string& sealed) {
  transaction.insert_many("document",
                          {"id", "kind", "state", "version", "number", "code", "subject", "party", "subject_name", "institution", "site", "district", "open", "issuer",
                           "facts_sm3", "sealed_sm3", "sealed", "event", "replaces", "replaced_by", "proposed_at", "issued_at", "ended_at", "reason", "search"},
                          {{d.id, d.kind, std::string(name_of(d.state)), std::int64_t{d.version}, text_or_null(d.number), text_or_null(d.code), d.subject, d.party,
                            d.subject_name, d.institution, d.site, d.district, std::int64_t{open ? 1 : 0}, d.issuer, d.facts_sm3, d.sealed_sm3, sealed, d.event,
                            d.replaces, d.replaced_by, d.proposed_at.ms, db::moment(d.issued_at), db::moment(d.ended_at), d.reason, search_of(d)}});
  add_files(transaction, d);
}

void add_step(db::Transaction& transaction, const std::string& document, const Step& s) {
  const auto place = transaction.query("SELECT COUNT(*) AS n FROM document_step WHERE document = $1", {document}).integer(0, "n");
  transaction.insert_many("document_step", {"document", "place", "step", "at", "account", "person", "role", "reason", "event"},
                          {{document, place, s.step, s.at.ms, s.account, s.person, s.role, s.reason, s.event}});
}

void issue(db::Transaction& transaction, const Document& d, const std::string& sealed) {
  transaction.execute("UPDATE document SET state = $2, number = $3, code = $4, sealed_sm3 = $5, sealed = $6, event = $7, issued_at = $8, search = $9 WHERE id = $1",
                      {d.id, std::string(name_of(d.state)), d.number, d.code, d.sealed_sm3, sealed, d.event, db::moment(d.issued_at), search_of(d)});
  add_files(transaction, d);
}

void end(db::Transaction& transaction, const std::string& id, State state, Instant at, const std::string& reason, const std::string& replaced_by) {
  transaction.execute("UPDATE document SET state = $2, ended_at = $3, reason = $4, replaced_by = $5 WHERE id = $1", {id, std::string(name_of(state)), at.ms, reason, replaced_by});
}

std::optional<Document> find(db::Transaction& transaction, const std::string& id) {
  return whole(transaction, transaction.query("SELECT * FROM document WHERE id = $1", {id}));
}
std::optional<Document> with_code(db::Transaction& transaction, const std::string& code) {
  return whole(transaction, transaction.query("SELECT * FROM document WHERE code = $1", {code}));
}
std::string sealed_of(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT sealed FROM document WHERE id = $1", {id});
  return rows.empty() ? "" : rows.text(0, "sealed");
}

std::optional<Document> standing(db::Transaction& transaction, const std::string& kind, const std::string& subject, const std::string& party) {
  return whole(transaction, transaction.query("SELECT * FROM document WHERE kind = $1 AND subject = $2 AND party = $3 AND state IN ('proposed', 'issued')", {kind, subject, party}));
}

int newest_version(db::Transaction& transaction, const std::string& kind, const std::string& subject, const std::string& party) {
  return static_cast<int>(transaction.query("SELECT COALESCE(MAX(version), 0) AS n FROM document WHERE kind = $1 AND subject = $2 AND party = $3", {kind, subject, party}).integer(0, "n"));
}

bool visible(const Viewer& viewer, const Document& d, bool open) {
  if (viewer.kind == "city") return true;
  if (d.state == State::Proposed || viewer.id.empty()) return false;
  if (open) return true;
  return (viewer.kind == "district" && d.district == viewer.id) || (viewer.kind == "institution" && d.institution == viewer.id) || (viewer.kind == "site" && d.site == viewer.id);
}

std::vector<std::string> contents(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT DISTINCT sm3 FROM document_file");
  std::vector<std::string> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(rows.text(i, "sm3"));
  return out;
}

namespace {

std::string like(const std::string& words) {
  std::string out = "%";
  for (const char c : words) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out + "%";
}

/// $1, $2: the viewer.
std::string where(const Filter& filter, db::Values& values) {
  std::string out = "($1 = 'city' OR (state <> 'proposed' AND (open = 1 OR ($1 = 'district' AND district = $2) OR ($1 = 'institution' AND institution = $2)"
                    " OR ($1 = 'site' AND site = $2))))";
  const auto add = [&](const std::string& before, db::Value value, const std::string& after = "") {
    values.push_back(std::move(value));
    out += " AND " + before + "$" + std::to_string(values.size()) + after;
  };
  if (!filter.q.empty()) add("search LIKE ", like(filter.q), " ESCAPE '\\'");
  if (!filter.kind.empty()) add("kind = ", filter.kind);
  if (filter.state) add("state = ", std::string(name_of(*filter.state)));
  if (filter.from) add("issued_at >= ", start_of(*filter.from).ms);
  if (filter.to) add("issued_at < ", start_of(*filter.to + 1).ms);
  if (!filter.about.empty()) {
    values.push_back(filter.about);
    const std::string at = "$" + std::to_string(values.size());
    out += " AND (subject = " + at + " OR party = " + at + ")";
  }
  return out;
}

} // namespace

Found list(db::Transaction& transaction, const Viewer& viewer, const Filter& filter) {
  db::Values values{viewer.kind, viewer.id};
  const std::string from = " FROM document WHERE " + where(filter, values);
  Found found;
  found.total = transaction.query("SELECT COUNT(*) AS n" + from, values).integer(0, "n");
  values.push_back(filter.limit);
  values.push_back(filter.offset);
  const auto rows = transaction.query("SELECT *" + from + " ORDER BY " + filter.order + " LIMIT $" + std::to_string(values.size() - 1) + " OFFSET $" + std::to_string(values.size()), values);
  for (std::size_t i = 0; i < rows.size(); ++i) found.items.push_back(read(rows, i));
  return found;
}

} // namespace ankao::documents::store
