// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/records.hpp"

#include "inspection/store/numbers.hpp"

namespace ankao::inspection::store {
namespace {

db::Value behind(const Stamp& stamp) { return stamp.behind_ms ? db::Value(*stamp.behind_ms) : db::Value(db::Null{}); }

Stamp stamp_in(const db::Rows& rows, std::size_t i) { return {moment_in(rows, i, "device_at"), rows.maybe_integer(i, "behind_ms")}; }

Question read_question(const db::Rows& rows, std::size_t i) {
  const auto judged = mark_of(rows.text(i, "judged"));
  ensure(judged.has_value(), "a stored mark is a mark");
  return {rows.integer(i, "seq"), rows.text(i, "client"), rows.text(i, "item"), rows.text(i, "part"), rows.text(i, "question"), rows.text(i, "asked"), rows.text(i, "post"), rows.text(i, "answer"), *judged,
          rows.text(i, "account"), rows.text(i, "person"), {rows.integer(i, "at")}, stamp_in(rows, i)};
}

Witness read_witness(const db::Rows& rows, std::size_t i) {
  return {rows.text(i, "id"), rows.text(i, "client"), rows.text(i, "name"), rows.text(i, "post"), rows.text(i, "unit"), rows.text(i, "masked"), rows.text(i, "sealed_id"), rows.text(i, "account"), rows.text(i, "person"),
          {rows.integer(i, "at")}, stamp_in(rows, i)};
}

Signature read_signature(const db::Rows& rows, std::size_t i) {
  const auto side = side_of(rows.text(i, "side"));
  ensure(side.has_value(), "a stored side is a side");
  return {rows.text(i, "id"), rows.text(i, "client"), *side, rows.text(i, "name"), rows.text(i, "post"), rows.integer(i, "refused") != 0, rows.text(i, "reason"), rows.text(i, "witness"), rows.text(i, "picture"),
          rows.text(i, "content"), rows.text(i, "account"), rows.text(i, "person"), {rows.integer(i, "at")}, stamp_in(rows, i)};
}

template <class Row, class Read>
std::vector<Row> all(const db::Rows& rows, Read read) {
  std::vector<Row> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

} // namespace

void insert(db::Transaction& transaction, const std::string& visit, const Question& q) {
  transaction.insert_many("visit_question", {"seq", "visit", "client", "item", "part", "question", "asked", "post", "answer", "judged", "account", "person", "at", "device_at", "behind_ms"},
                          {{q.seq, number_of(visit, "V-"), q.client, q.item, q.part, q.question, q.asked, q.post, q.answer, std::string(name_of(q.judged)), q.account, q.person, q.at.ms, moment(q.stamp.device_at), behind(q.stamp)}});
}

std::vector<Question> questions(db::Transaction& transaction, const std::string& visit) {
  return all<Question>(transaction.query("SELECT * FROM visit_question WHERE visit = $1 ORDER BY seq", {number_of(visit, "V-")}), read_question);
}

void insert(db::Transaction& transaction, const std::string& visit, const Witness& w) {
  transaction.insert_many("visit_witness", {"id", "number", "visit", "client", "name", "post", "unit", "masked", "sealed_id", "account", "person", "at", "device_at", "behind_ms"},
                          {{w.id, number_of(w.id, "W-"), number_of(visit, "V-"), w.client, w.name, w.post, w.unit, w.masked, w.sealed, w.account, w.person, w.at.ms, moment(w.stamp.device_at), behind(w.stamp)}});
}

std::vector<Witness> witnesses(db::Transaction& transaction, const std::string& visit) {
  return all<Witness>(transaction.query("SELECT * FROM visit_witness WHERE visit = $1 ORDER BY number", {number_of(visit, "V-")}), read_witness);
}

void insert(db::Transaction& transaction, const std::string& visit, const Signature& s) {
  transaction.insert_many("visit_signature", {"id", "number", "visit", "client", "side", "name", "post", "refused", "reason", "witness", "picture", "content", "account", "person", "at", "device_at", "behind_ms"},
                          {{s.id, number_of(s.id, "G-"), number_of(visit, "V-"), s.client, std::string(name_of(s.side)), s.name, s.post, bit(s.refused), s.reason, s.witness, s.picture, s.content, s.account, s.person, s.at.ms,
                            moment(s.stamp.device_at), behind(s.stamp)}});
}

std::vector<Signature> signatures(db::Transaction& transaction, const std::string& visit) {
  return all<Signature>(transaction.query("SELECT * FROM visit_signature WHERE visit = $1 ORDER BY number", {number_of(visit, "V-")}), read_signature);
}

} // namespace ankao::inspection::store
