// SPDX-License-Identifier: Apache-2.0
#include "planning/store/studies.hpp"

#include "base/ensure.hpp"

namespace ankao::planning {

namespace {

constexpr const char* k_kinds[] = {"what_if", "year", "chances"};
constexpr const char* k_states[] = {"waiting", "running", "done", "failed"};
constexpr const char* k_light = "id, month, kind, title, state, done, steps, request, '' AS result, failure, asked_at, person, role, ended_at";

template <class Enum, std::size_t N>
Enum read_word(const std::string& word, const char* const (&words)[N]) {
  for (std::size_t i = 0; i < N; ++i)
    if (word == words[i]) return static_cast<Enum>(i);
  ensure(false, "a stored study has a known kind and state");
  return static_cast<Enum>(0);
}

StudyRow study_at(const db::Rows& rows, std::size_t i) {
  StudyRow out;
  out.id = rows.text(i, "id");
  out.month = *parse_month(rows.text(i, "month"));
  out.kind = read_word<StudyKind>(rows.text(i, "kind"), k_kinds);
  out.title = rows.text(i, "title");
  out.state = read_word<StudyState>(rows.text(i, "state"), k_states);
  out.done = rows.integer(i, "done");
  out.steps = rows.integer(i, "steps");
  out.request = rows.text(i, "request");
  out.result = rows.text(i, "result");
  out.failure = rows.text(i, "failure");
  out.asked_at = {rows.integer(i, "asked_at")};
  out.person = rows.text(i, "person");
  out.role = rows.text(i, "role");
  out.ended_at = {rows.integer(i, "ended_at")};
  return out;
}

std::optional<StudyRow> first(const db::Rows& rows) { return rows.empty() ? std::nullopt : std::optional(study_at(rows, 0)); }

} // namespace

std::string word_of(StudyKind kind) { return k_kinds[static_cast<std::size_t>(kind)]; }
std::string word_of(StudyState state) { return k_states[static_cast<std::size_t>(state)]; }

void insert_study(db::Transaction& transaction, const StudyRow& study) {
  transaction.execute("INSERT INTO planning_study (id, month, kind, title, state, done, steps, request, result, failure, asked_at, person, role, ended_at) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                      {study.id, to_string(study.month), word_of(study.kind), study.title, word_of(study.state), study.done, study.steps, study.request, study.result, study.failure,
                       study.asked_at.ms, study.person, study.role, study.ended_at.ms});
}

std::optional<StudyRow> find_study(db::Transaction& transaction, const std::string& id) { return first(transaction.query("SELECT * FROM planning_study WHERE id = $1", {id})); }

std::vector<StudyRow> studies_of(db::Transaction& transaction, Month month, int limit) {
  const auto rows = transaction.query(std::string("SELECT ") + k_light + " FROM planning_study WHERE month = $1 ORDER BY asked_at DESC, id DESC LIMIT $2", {to_string(month), std::int64_t{limit}});
  std::vector<StudyRow> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(study_at(rows, i));
  return out;
}

std::optional<StudyRow> newest_done(db::Transaction& transaction, Month month, StudyKind kind) {
  return first(transaction.query("SELECT * FROM planning_study WHERE month = $1 AND kind = $2 AND state = 'done' ORDER BY asked_at DESC, id DESC LIMIT 1", {to_string(month), word_of(kind)}));
}

void set_progress(db::Transaction& transaction, const std::string& id, std::int64_t done) {
  transaction.execute("UPDATE planning_study SET done = $2, state = 'running' WHERE id = $1 AND state IN ('waiting', 'running')", {id, done});
}

void end_study(db::Transaction& transaction, const StudyRow& study) {
  transaction.execute("UPDATE planning_study SET state = $2, done = $3, result = $4, failure = $5, ended_at = $6 WHERE id = $1",
                      {study.id, word_of(study.state), study.done, study.result, study.failure, study.ended_at.ms});
}

} // namespace ankao::planning
