// SPDX-License-Identifier: Apache-2.0
#include "planning/store/plans.hpp"

#include <sstream>

#include "base/ensure.hpp"
#include "base/sm3.hpp"

namespace ankao::planning {

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  std::string word;
  while (stream >> word) words.push_back(word);
  return words;
}

std::string text_of(const draw::Levels& levels) {
  std::string text;
  for (const auto value : levels.values()) text += (text.empty() ? "" : " ") + std::to_string(value);
  return text;
}

draw::Levels levels_of(const std::string& text) {
  draw::Levels levels;
  std::istringstream(text) >> levels.unplaced >> levels.exceptions >> levels.beyond_offer >> levels.envy >> levels.vacant >> levels.quality;
  return levels;
}

PlanVersion version_in(const db::Rows& rows, std::size_t row) {
  PlanVersion plan;
  const auto month = parse_month(rows.text(row, "month"));
  const auto stage = stage_of(rows.text(row, "stage"));
  ensure(month && stage, "a stored plan has a month and a stage");
  plan.month = *month;
  plan.version = static_cast<int>(rows.integer(row, "version"));
  plan.stage = *stage;
  plan.announced_source = rows.text(row, "announced_source");
  plan.slots = split(rows.text(row, "slots"));
  plan.policy = rows.text(row, "policy");
  plan.instance_sm3 = rows.text(row, "instance_sm3");
  plan.engine = rows.text(row, "engine");
  plan.work_limit = rows.integer(row, "work_limit");
  plan.public_value = rows.text(row, "public_value");
  plan.seed = rows.text(row, "seed");
  plan.plan_sm3 = rows.text(row, "plan_sm3");
  plan.levels = levels_of(rows.text(row, "levels"));
  plan.greedy = levels_of(rows.text(row, "greedy"));
  plan.lawful = rows.integer(row, "lawful") != 0;
  plan.batches = rows.integer(row, "batches");
  plan.candidates = rows.integer(row, "candidates");
  plan.placed = rows.integer(row, "placed");
  plan.sessions = rows.integer(row, "sessions");
  plan.sites = rows.integer(row, "sites");
  plan.institutions = rows.integer(row, "institutions");
  plan.work_done = rows.integer(row, "work_done");
  plan.beat = {rows.integer(row, "beat")};
  plan.runner = rows.text(row, "runner");
  plan.failure = rows.text(row, "failure");
  plan.demo = rows.integer(row, "demo") != 0;
  return plan;
}

const std::vector<std::string> k_columns{"stage",        "announced_source", "slots",      "policy",   "instance_sm3", "engine",
                                         "work_limit",   "public_value",     "seed",       "plan_sm3", "levels",       "greedy",
                                         "lawful",       "batches",          "candidates", "placed",   "sessions",     "sites",
                                         "institutions", "work_done",        "beat",       "runner",   "failure",      "demo"};

db::Values values_of(const PlanVersion& p) {
  return {std::string(name_of(p.stage)),
          p.announced_source,
          joined(p.slots),
          p.policy,
          p.instance_sm3,
          p.engine,
          p.work_limit,
          p.public_value,
          p.seed,
          p.plan_sm3,
          text_of(p.levels),
          text_of(p.greedy),
          std::int64_t{p.lawful},
          p.batches,
          p.candidates,
          p.placed,
          p.sessions,
          p.sites,
          p.institutions,
          p.work_done,
          p.beat.ms,
          p.runner,
          p.failure,
          std::int64_t{p.demo}};
}

std::vector<Step> steps_of(db::Transaction& transaction, Month month, int version) {
  const auto rows = transaction.query("SELECT * FROM planning_step WHERE month = $1 AND version = $2 ORDER BY number",
                                      {to_string(month), std::int64_t{version}});
  std::vector<Step> steps;
  for (std::size_t row = 0; row < rows.size(); ++row)
    steps.push_back(
        {rows.text(row, "step"), {rows.integer(row, "at")}, rows.text(row, "role"), rows.text(row, "name"), rows.text(row, "reason")});
  return steps;
}

std::vector<PlanVersion> select(db::Transaction& transaction, const std::string& rest, const db::Values& values) {
  const auto rows = transaction.query("SELECT * FROM planning_plan " + rest, values);
  std::vector<PlanVersion> plans;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    plans.push_back(version_in(rows, row));
    plans.back().steps = steps_of(transaction, plans.back().month, plans.back().version);
  }
  return plans;
}

std::optional<PlanVersion> only(std::vector<PlanVersion> plans) {
  if (plans.empty()) return std::nullopt;
  return std::move(plans.front());
}

} // namespace

std::vector<PlanVersion> versions(db::Transaction& transaction, Month month) {
  return select(transaction, "WHERE month = $1 ORDER BY version", {to_string(month)});
}

std::optional<PlanVersion> find_version(db::Transaction& transaction, Month month, int version) {
  return only(select(transaction, "WHERE month = $1 AND version = $2", {to_string(month), std::int64_t{version}}));
}

std::optional<PlanVersion> newest_version(db::Transaction& transaction, Month month) {
  return only(select(transaction, "WHERE month = $1 ORDER BY version DESC LIMIT 1", {to_string(month)}));
}

std::optional<PlanVersion> published_version(db::Transaction& transaction, Month month) {
  return only(select(transaction, "WHERE month = $1 AND stage = 'published' ORDER BY version DESC LIMIT 1", {to_string(month)}));
}

std::vector<PlanVersion> newest_versions(db::Transaction& transaction) {
  return select(
      transaction,
      "WHERE version = (SELECT MAX(other.version) FROM planning_plan other WHERE other.month = planning_plan.month) ORDER BY month DESC",
      {});
}

std::vector<PlanVersion> published_versions(db::Transaction& transaction, int page, int size, std::int64_t& total) {
  total = transaction.query("SELECT COUNT(*) AS total FROM planning_plan WHERE stage = 'published'").integer(0, "total");
  return select(transaction, "WHERE stage = 'published' ORDER BY month DESC LIMIT $1 OFFSET $2",
                {std::int64_t{size}, std::int64_t{size} * (page - 1)});
}

void insert_version(db::Transaction& transaction, const PlanVersion& version) {
  std::vector<std::string> columns{"month", "version"};
  columns.insert(columns.end(), k_columns.begin(), k_columns.end());
  db::Values values{to_string(version.month), std::int64_t{version.version}};
  const auto more = values_of(version);
  values.insert(values.end(), more.begin(), more.end());
  transaction.insert_many("planning_plan", columns, {values});
}

bool update_version(db::Transaction& transaction, const PlanVersion& version, Stage expected) {
  db::Values values = values_of(version);
  std::string set;
  for (std::size_t i = 0; i < k_columns.size(); ++i) set += (i == 0 ? "" : ", ") + k_columns[i] + " = $" + std::to_string(i + 1);
  const auto next = [&](db::Value value) {
    values.push_back(std::move(value));
    return "$" + std::to_string(values.size());
  };
  std::string sql = "UPDATE planning_plan SET " + set + " WHERE month = " + next(to_string(version.month));
  sql += " AND version = " + next(std::int64_t{version.version});
  sql += " AND stage = " + next(std::string(name_of(expected)));
  return transaction.execute(sql, values) == 1;
}

void beat(db::Transaction& transaction, Month month, int version, std::int64_t work_done, const draw::Levels& best, Instant at) {
  transaction.execute(
      "UPDATE planning_plan SET work_done = $1, levels = $2, beat = $3 WHERE month = $4 AND version = $5 AND stage = 'drawing'",
      {work_done, text_of(best), at.ms, to_string(month), std::int64_t{version}});
}

void add_step(db::Transaction& transaction, Month month, int version, const Step& step) {
  transaction.execute(
      "INSERT INTO planning_step (month, version, number, step, at, role, name, reason) "
      "SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5, $6, $7 FROM planning_step WHERE month = $1 AND version = $2",
      {to_string(month), std::int64_t{version}, step.step, step.at.ms, step.role, step.name, step.reason});
}

void put_file(db::Transaction& transaction, Month month, int version, const std::string& name, const std::string& body) {
  transaction.execute("INSERT INTO planning_file (month, version, name, sm3, size, body) VALUES ($1, $2, $3, $4, $5, $6) "
                      "ON CONFLICT (month, version, name) DO UPDATE SET sm3 = $4, size = $5, body = $6",
                      {to_string(month), std::int64_t{version}, name, to_hex(sm3(body)), static_cast<std::int64_t>(body.size()), body});
}

std::optional<PlanFile> find_file(db::Transaction& transaction, Month month, int version, const std::string& name) {
  const auto rows = transaction.query("SELECT * FROM planning_file WHERE month = $1 AND version = $2 AND name = $3",
                                      {to_string(month), std::int64_t{version}, name});
  if (rows.empty()) return std::nullopt;
  return PlanFile{rows.text(0, "name"), rows.text(0, "sm3"), rows.integer(0, "size"), rows.text(0, "body")};
}

std::vector<PlanFile> files(db::Transaction& transaction, Month month, int version) {
  const auto rows = transaction.query("SELECT name, sm3, size FROM planning_file WHERE month = $1 AND version = $2 ORDER BY name",
                                      {to_string(month), std::int64_t{version}});
  std::vector<PlanFile> found;
  for (std::size_t row = 0; row < rows.size(); ++row)
    found.push_back({rows.text(row, "name"), rows.text(row, "sm3"), rows.integer(row, "size"), ""});
  return found;
}

void put_approval(db::Transaction& transaction, Month month, int version, const Approval& a) {
  transaction.execute(
      "INSERT INTO planning_approval (month, version, kind, institution, site, subject, visits, reason, role, name, at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (month, version, kind, institution, site, subject) "
      "DO UPDATE SET visits = $7, reason = $8, role = $9, name = $10, at = $11",
      {to_string(month), std::int64_t{version}, a.kind, a.institution, a.site, a.subject, std::int64_t{a.visits}, a.reason, a.role, a.name,
       a.at.ms});
}

std::vector<Approval> approvals(db::Transaction& transaction, Month month, int version) {
  const auto rows =
      transaction.query("SELECT * FROM planning_approval WHERE month = $1 AND version = $2 ORDER BY kind, institution, site, subject",
                        {to_string(month), std::int64_t{version}});
  std::vector<Approval> found;
  for (std::size_t row = 0; row < rows.size(); ++row)
    found.push_back({rows.text(row, "kind"),
                     rows.text(row, "institution"),
                     rows.text(row, "site"),
                     rows.text(row, "subject"),
                     static_cast<int>(rows.integer(row, "visits")),
                     rows.text(row, "reason"),
                     rows.text(row, "role"),
                     rows.text(row, "name"),
                     {rows.integer(row, "at")}});
  return found;
}

void put_waivers(db::Transaction& transaction, Month month, int version, const std::vector<Waiver>& waivers) {
  std::vector<db::Values> rows;
  for (const auto& w : waivers)
    rows.push_back({to_string(month), std::int64_t{version}, w.institution, w.subject, std::string(name_of(w.basis)), w.clause,
                    std::int64_t{w.batches}, std::int64_t{w.candidates}, std::int64_t{w.needs_approval}});
  transaction.insert_many("planning_waiver",
                          {"month", "version", "institution", "subject", "basis", "clause", "batches", "candidates", "needs_approval"},
                          rows);
}

std::vector<Waiver> waivers(db::Transaction& transaction, Month month, int version) {
  const auto rows =
      transaction.query("SELECT * FROM planning_waiver WHERE month = $1 AND version = $2 ORDER BY institution, subject, basis",
                        {to_string(month), std::int64_t{version}});
  std::vector<Waiver> found;
  for (std::size_t row = 0; row < rows.size(); ++row)
    found.push_back({rows.text(row, "institution"), rows.text(row, "subject"),
                     waiver_basis(rows.text(row, "basis")).value_or(WaiverBasis::Exempt), rows.text(row, "clause"),
                     static_cast<int>(rows.integer(row, "batches")), static_cast<int>(rows.integer(row, "candidates")),
                     rows.integer(row, "needs_approval") != 0});
  return found;
}

} // namespace ankao::planning
