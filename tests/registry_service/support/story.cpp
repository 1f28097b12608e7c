// SPDX-License-Identifier: Apache-2.0
#include "registry_service/support/story.hpp"

#include "db/use_case.hpp"
#include "deadlines/service/calendar.hpp"

namespace ankao::registry::tests {

ankao::tests::Prepared annex6() {
  return {"annex6", [](db::Database& database) {
            std::vector<db::Migration> steps = ledger::migrations();
            for (auto& more : {migrations(), deadlines::migrations()}) steps.insert(steps.end(), more.begin(), more.end());
            db::migrate(database, steps);
            must(import_annex6(database, at("2024-01-05")));
          }};
}

Story::Story() = default;

InstitutionEntry Story::institution(const std::string& id, const std::string& on) {
  const Snapshot all = look(database(), [&](db::Transaction& transaction) { return snapshot(transaction, day(on)); });
  for (const InstitutionEntry& entry : all.institutions)
    if (entry.record.id == id) return entry;
  throw std::runtime_error("no institution " + id + " on " + on);
}

SiteEntry Story::site(const std::string& id, const std::string& on) {
  const Snapshot all = look(database(), [&](db::Transaction& transaction) { return snapshot(transaction, day(on)); });
  for (const SiteEntry& entry : all.sites)
    if (entry.record.id == id) return entry;
  throw std::runtime_error("no site " + id + " on " + on);
}

int Story::head_of_site(const std::string& id) {
  return look(database(), [&](db::Transaction& transaction) { return head(transaction, EntryKind::Site, id)->version; });
}

std::vector<ledger::Written> Story::events_of(const std::string& subject) {
  return look(database(), [&](db::Transaction& transaction) { return ledger::time_line(transaction, subject); });
}

std::int64_t Story::count(const std::string& table) {
  return look(database(),
              [&](db::Transaction& transaction) { return transaction.query("SELECT count(*) AS n FROM " + table).integer(0, "n"); });
}

Result<Report> Story::report_new_name(const std::string& name, const std::string& on) {
  ReportDraft draft{ReportKind::Change, "GZ-A04", institution("GZ-A04", on).record, "更名"};
  draft.record->name = name;
  return submit_report(database(), act(liang(), on), draft);
}

} // namespace ankao::registry::tests
