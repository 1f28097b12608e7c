// SPDX-License-Identifier: Apache-2.0
#include "registry/service/reports.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/checks.hpp"
#include "registry/service/fields.hpp"
#include "registry/service/step.hpp"
#include "db/use_case.hpp"

namespace ankao::registry {
namespace {

using nlohmann::json;

std::string padded(std::int64_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
}

std::string digest_of(const Report& report) {
  return to_hex(sm3(canonical({{"id", report.id},
                               {"kind", word_of(report.kind)},
                               {"institution", report.institution},
                               {"record", report.record},
                               {"state", word_of(report.state)},
                               {"effective_date", report.effective_date}})));
}

/// Ids that people type or that come from accounts: "GZ-N001".
bool is_institution_id(std::string_view id) {
  return id.size() >= 3 && id.size() <= 24 &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-'; });
}

Result<void> check_standing(const ReportDraft& draft, const std::optional<Version>& stands) {
  if (draft.kind == ReportKind::First) {
    if (stands && (stands->standing == Standing::Published || stands->standing == Standing::Verified))
      return problem("register.entry_exists", {{"id", draft.institution}});
    return {};
  }
  if (!stands) return problem("register.entry_unknown", {{"id", draft.institution}}, "/institution");
  if (stands->standing != Standing::Published) return problem("register.entry_not_published", {{"id", draft.institution}}, "/institution");
  return {};
}

/// The told fields of a draft; rows and flags are the register's own business and stay as they are.
Result<InstitutionRecord> told(const ReportDraft& draft, const std::optional<Version>& stands) {
  if (!draft.record) return problem("register.record_missing", {}, "/record");
  InstitutionRecord record = *draft.record;
  const InstitutionRecord before = stands ? institution_of(stands->record) : InstitutionRecord{};
  record.id = draft.institution;
  record.name = trimmed(record.name);
  record.rows = before.rows;
  record.flags = before.flags;
  record.school = before.school;
  record.place = before.place;
  if (const auto checked = verdict(faults_of(record, City::shipped())); !checked.ok()) {
    Problem faults = checked.problem();
    for (Problem& fault : faults.parts) fault.at = "/record" + fault.at;
    return faults;
  }
  return record;
}

Result<void> check_name(db::Transaction& transaction, const InstitutionRecord& record) {
  if (const auto other = published_with_name(transaction, EntryKind::Institution, record.name, record.id))
    return problem("register.name_taken", {{"value", record.name}, {"id", *other}}, "/record/name");
  return {};
}

void take_report_step(db::Transaction& transaction, const Act& act, Report& report, const std::string& action, const std::string& reason) {
  const std::string before = report.steps.empty() ? "" : digest_of(report);
  ReportStep step{report.state, act.at, act.actor.account, act.actor.name, act.actor.role, reason, 0};
  step.event = ledger::append(transaction, {act.actor, act.at, action, "report:" + report.id, before, digest_of(report),
                                            report.kind == ReportKind::First ? "P-1.2a" : "P-1.2c", reason});
  add_step(transaction, report.id, step);
  report.steps.push_back(step);
}

/// A first report stands in the register as Reported, then Verified; other reports leave the entry alone until they are published.
Result<void> follow_first(db::Transaction& transaction, const Act& act, const Report& report, Standing standing, const std::string& action,
                          const std::string& reason) {
  if (report.kind != ReportKind::First) return {};
  const auto stands = head(transaction, EntryKind::Institution, report.institution);
  InstitutionRecord record = stands ? institution_of(stands->record) : InstitutionRecord{};
  record.id = report.institution;
  apply(record, report.record);
  const auto day = effective_day({}, act.today(), stands);
  if (!day.ok()) return day.problem();
  take_step(transaction, act, record, {action, standing, *day, reason, "P-1.2a"}, stands);
  return {};
}

Result<Report> open_report(db::Transaction& transaction, const Act& act, const std::string& id, ReportState expected) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  auto report = find_report(transaction, id);
  if (!report) return problem("register.report_unknown", {{"id", id}});
  if (report->state != expected)
    return problem("register.report_state", {{"id", id}, {"state", word_of(report->state)}, {"expected", word_of(expected)}});
  return *report;
}

Result<Report> submit(db::Transaction& transaction, const Act& act, ReportDraft draft, const std::string& reason) {
  const auto stands = draft.institution.empty() ? std::nullopt : head(transaction, EntryKind::Institution, draft.institution);
  if (const auto lawful = check_standing(draft, stands); !lawful.ok()) return lawful.problem();
  if (!draft.institution.empty())
    if (const auto open = open_report_of(transaction, draft.institution))
      return problem("register.report_open", {{"id", *open}, {"institution", draft.institution}});
  Report report;
  report.kind = draft.kind;
  report.reason = reason;
  report.base_version = stands ? stands->version : 0;
  const InstitutionRecord before = stands ? institution_of(stands->record) : InstitutionRecord{};
  if (stands) report.base = told_fields(before);
  InstitutionRecord after = before;
  if (draft.kind != ReportKind::Deregister) {
    auto read = told(draft, stands);
    if (!read.ok()) return read.problem();
    after = *read;
    if (const auto free = check_name(transaction, after); !free.ok()) return free.problem();
    report.record = told_fields(after);
    if (draft.kind == ReportKind::Change && report.record == report.base)
      return problem("register.nothing_changed", {{"id", draft.institution}});
  }
  if (draft.institution.empty())
    draft.institution = City::shipped().catalogue.id_prefix + "-N" + padded(next_number(transaction, "institution"), 3);
  report.id = "BG-" + padded(next_number(transaction, "report"), 5);
  report.institution = draft.institution;
  report.institution_name = after.name;
  report.district = after.supervising_district;
  report.submitted_at = act.at;
  report.submitted_by = act.actor.name;
  insert(transaction, report);
  take_report_step(transaction, act, report, "institution.report", reason);
  if (const auto entered = follow_first(transaction, act, report, Standing::Reported, "institution.report", reason); !entered.ok())
    return entered.problem();
  return report;
}

Result<void> enter_register(db::Transaction& transaction, const Act& act, const Report& report, Date day, const std::string& reason) {
  const auto stands = head(transaction, EntryKind::Institution, report.institution);
  ensure(stands.has_value(), "a verified report has an entry in the register");
  InstitutionRecord record = institution_of(stands->record);
  if (report.kind == ReportKind::Deregister) {
    take_step(transaction, act, record, {"institution.publish", Standing::Deregistered, day, reason, "P-1.2c"}, stands);
    return {};
  }
  const json base = report.kind == ReportKind::First ? told_fields(record) : report.base;
  const Merged merged = merge(base, report.record, told_fields(record));
  if (!merged.clashes.empty()) {
    std::string fields;
    for (const std::string& field : merged.clashes) fields += (fields.empty() ? "" : ", ") + field;
    return problem("register.report_outdated", {{"id", report.id}, {"fields", fields}});
  }
  apply(record, merged.fields);
  if (const auto checked = verdict(faults_of(record, City::shipped())); !checked.ok()) return checked.problem();
  if (const auto free = check_name(transaction, record); !free.ok()) return free.problem();
  take_step(transaction, act, record,
            {"institution.publish", Standing::Published, day, reason, report.kind == ReportKind::First ? "P-1.2b" : "P-1.2c"}, stands);
  return {};
}

} // namespace

Result<Report> submit_report(db::Database& database, const Act& act, const ReportDraft& draft) {
  if (const auto allowed = require_institution(act.actor, draft.institution); !allowed.ok()) return allowed.problem();
  const auto reason = checked_reason(draft.reason);
  if (!reason.ok()) return reason.problem();
  if (!draft.institution.empty() && !is_institution_id(draft.institution))
    return problem("register.entry_unknown", {{"id", draft.institution}}, "/institution");
  return decide(database, [&](db::Transaction& transaction) { return submit(transaction, act, draft, *reason); });
}

Result<Report> verify_report(db::Database& database, const Act& act, const std::string& id, Verdict decision, const std::string& reason) {
  if (decision == Verdict::Return || !reason.empty())
    if (const auto checked = checked_reason(reason); !checked.ok()) return checked.problem();
  return decide(database, [&](db::Transaction& transaction) -> Result<Report> {
    auto report = open_report(transaction, act, id, ReportState::Submitted);
    if (!report.ok()) return report;
    report.value().state = decision == Verdict::Accept ? ReportState::Verified : ReportState::Returned;
    set_state(transaction, id, report->state, "");
    take_report_step(transaction, act, report.value(), "institution.verify", trimmed(reason));
    if (decision == Verdict::Accept)
      if (const auto followed = follow_first(transaction, act, *report, Standing::Verified, "institution.verify", trimmed(reason));
          !followed.ok())
        return followed.problem();
    return report;
  });
}

Result<Report> publish_report(db::Database& database, const Act& act, const std::string& id, const std::optional<Date>& effective,
                              const std::string& reason) {
  if (!reason.empty())
    if (const auto checked = checked_reason(reason); !checked.ok()) return checked.problem();
  return decide(database, [&](db::Transaction& transaction) -> Result<Report> {
    auto report = open_report(transaction, act, id, ReportState::Verified);
    if (!report.ok()) return report;
    const auto day = effective_day(effective, act.today(), head(transaction, EntryKind::Institution, report->institution));
    if (!day.ok()) return day.problem();
    report.value().state = ReportState::Published;
    report.value().effective_date = to_string(*day);
    set_state(transaction, id, ReportState::Published, to_string(*day));
    take_report_step(transaction, act, report.value(), "institution.publish", trimmed(reason));
    if (const auto entered = enter_register(transaction, act, *report, *day, trimmed(reason).empty() ? report->reason : trimmed(reason));
        !entered.ok())
      return entered.problem();
    return report;
  });
}

ReportsFound list_reports(db::Database& database, const ledger::Actor& actor, ReportFilter filter) {
  const Scope scope = scope_of(actor);
  if (scope.kind == "district")
    filter.district = scope.id;
  else if (scope.kind == "institution")
    filter.institution = scope.id;
  else if (scope.kind != "city")
    return {};
  return look(database, [&](db::Transaction& transaction) { return find_reports(transaction, filter); });
}

} // namespace ankao::registry
