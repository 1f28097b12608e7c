// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/checklists.hpp"

#include "base/ensure.hpp"
#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "inspection/files/checklists.hpp"
#include "inspection/rules/check.hpp"
#include "inspection/store/versions.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::inspection {
namespace {

EnteredVersion of(const store::VersionRow& row) {
  auto read = read_checklist(row.content);
  ensure(read.ok(), "a stored checklist is sound");
  return {std::move(read.value()), row.state, row.entered_by, row.entered_name, row.reviewed_name, row.reason, row.entered_at, row.reviewed_at};
}

std::string key(const std::string& id, int version) { return "checklist:" + id + "@" + std::to_string(version); }

} // namespace

std::optional<Checklist> checklist_on(db::Transaction& transaction, const std::string& id, Date day) {
  if (const auto row = store::version_on(transaction, id, day)) return of(*row).checklist;
  const Checklist* shipped = shipped_checklist(id);
  return shipped == nullptr ? std::nullopt : std::optional(*shipped);
}

std::optional<Checklist> checklist_version(db::Transaction& transaction, const std::string& id, int version) {
  const Checklist* shipped = shipped_checklist(id);
  if (shipped != nullptr && shipped->version == version) return *shipped;
  const auto row = store::version(transaction, id, version);
  return row ? std::optional(of(*row).checklist) : std::nullopt;
}

std::vector<EnteredVersion> entered_versions(db::Transaction& transaction, const std::string& id) {
  std::vector<EnteredVersion> out;
  for (const auto& row : store::versions(transaction, id)) out.push_back(of(row));
  return out;
}

Result<EnteredVersion> enter_version(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id, const std::string& content) {
  const Checklist* shipped = shipped_checklist(id);
  if (shipped == nullptr) return problem("inspection.checklist_unknown", {{"value", id}}, "id");
  auto read = read_checklist(content, id);
  if (!read.ok()) return read.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<EnteredVersion> {
    Checklist list = *read;
    if (list.id != id || list.inspects != shipped->inspects) return problem("inspection.version_other_form", {{"value", list.id}, {"allowed", id}}, "content");
    if (list.from <= date_of(now)) return problem("inspection.version_past", {{"value", to_string(list.from)}}, "from");
    list.version = store::newest_version(transaction, id, shipped->version) + 1;
    const std::string kept = write_checklist(list);
    store::insert(transaction, {id, list.version, kept, list.from, "draft", actor.account, actor.name, now, "", "", {}, ""});
    ledger::append(transaction, {actor, now, "checklist.enter", key(id, list.version), "", to_hex(sm3(kept)), "", ""});
    return of(*store::version(transaction, id, list.version));
  });
}

Result<EnteredVersion> review_version(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id, int version, bool accept, const std::string& reason) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<EnteredVersion> {
    auto row = store::version(transaction, id, version);
    if (!row) return problem("inspection.version_unknown", {{"value", id + " " + std::to_string(version)}}, "version");
    if (row->state != "draft") return problem("inspection.version_decided", {{"value", std::to_string(version)}}, "version");
    if (row->entered_by == actor.account || row->entered_by == actor.behalf) return problem("inspection.version_own", {{"value", row->entered_name}}, "version");
    if (!accept && reason.empty()) return problem("inspection.version_reason", {}, "reason");
    if (accept && row->from <= date_of(now)) return problem("inspection.version_past", {{"value", to_string(row->from)}}, "from");
    row->state = accept ? "reviewed" : "refused";
    row->reviewed_by = actor.account;
    row->reviewed_name = actor.name;
    row->reviewed_at = now;
    row->reason = reason;
    store::decide(transaction, *row);
    const std::string digest = to_hex(sm3(row->content));
    ledger::append(transaction, {actor, now, "checklist.review", key(id, version), digest, digest, "", accept ? "" : reason});
    return of(*row);
  });
}

} // namespace ankao::inspection
