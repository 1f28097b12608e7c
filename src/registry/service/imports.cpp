// SPDX-License-Identifier: Apache-2.0
#include "registry/service/imports.hpp"

#include <algorithm>
#include <set>

#include "base/sm3.hpp"
#include "embedded/embedded.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/files/import.hpp"
#include "registry/rules/build.hpp"
#include "registry/service/city.hpp"
#include "registry/service/fields.hpp"
#include "registry/service/step.hpp"
#include "db/use_case.hpp"

namespace ankao::registry {
namespace {

using nlohmann::json;

/// The rows that stand, replaced and completed by the rows of the file, in order of their numbers.
std::vector<PrintedTable> joined(db::Transaction& transaction, const std::vector<Row>& fresh) {
  std::map<RowId, PrintedRow> rows;
  for (auto& [id, printed] : standing_rows(transaction)) rows.emplace(id, printed);
  for (const Row& row : fresh) rows.insert_or_assign(row.id, row.printed);
  std::vector<PrintedTable> tables;
  for (const auto& [id, printed] : rows) {
    if (tables.empty() || tables.back().table != id.table) tables.push_back({id.table, {}, {}, {}});
    tables.back().rows.push_back(printed);
  }
  return tables;
}

std::vector<Address> kept(const std::vector<PrintedAddress>& printed, const std::string& district) {
  std::vector<Address> all;
  for (const PrintedAddress& one : printed) all.push_back({one.text, one.district.empty() ? district : one.district, false});
  return all;
}

std::string supervising(const Institution& institution) {
  if (institution.supervising_district) return *institution.supervising_district;
  return institution.districts.empty() ? "" : institution.districts.front();
}

InstitutionRecord record_of(const Institution& institution, const std::string& id) {
  InstitutionRecord r;
  r.id = id;
  r.name = institution.name;
  r.aliases = institution.aliases;
  r.supervising_district = supervising(institution);
  r.addresses = kept(institution.addresses, r.supervising_district);
  r.contacts = institution.contacts;
  r.telephones = institution.telephones;
  r.projects = institution.projects;
  r.scopes = institution.industries;
  for (const RowId row : institution.rows) r.rows.push_back(to_string(row));
  r.flags = institution.flags;
  return r;
}

/// which address is the site is not printed; the doubt waits at the site, too.
std::vector<std::string> flags_of(const Site& site, const Institution& owner) {
  std::vector<std::string> flags;
  for (const std::string& flag : owner.flags)
    if (!site.address_confirmed && (flag == "X-12" || flag == "X-13")) flags.push_back(flag);
  return flags;
}

SiteRecord record_of(const Site& site, const Institution& owner, const std::string& owner_id) {
  SiteRecord r;
  r.id = owner_id + site.id.substr(owner.id.size());
  r.name = site.name;
  r.owner = owner_id;
  r.kind = site.kind == MarkKind::TheoryOnly ? SiteKind::Theory : SiteKind::Both;
  r.district = site.district.value_or(supervising(owner));
  if (site.address)
    r.address = {site.address->text, site.address->district.empty() ? r.district : site.address->district, site.address_confirmed};
  r.subjects = site.projects;
  r.subjects.push_back("theory");
  r.flags = flags_of(site, owner);
  return r;
}

/// Which entry an institution of the print is: the one that stood in one of its rows, or bears its id or name. A row that is imported
/// later can make another row the first one, and so another id by the rule; the entry keeps the id it was given.
class Known {
public:
  Known(db::Transaction& transaction, const std::map<PrintedKey, json>& printed)
      : transaction_(transaction) {
    for (const auto& [key, fields] : printed)
      if (key.kind == EntryKind::Institution)
        for (const json& row : fields.at("rows")) by_row_.emplace(row, key.id);
  }
  /// No entry is given twice: when a new print parts what was linked, the later one begins an entry of its own.
  std::string id_of(const Institution& institution) {
    for (const RowId row : institution.rows)
      if (const auto found = by_row_.find(to_string(row)); found != by_row_.end() && given_.insert(found->second).second)
        return found->second;
    const auto named = published_with_name(transaction_, EntryKind::Institution, institution.name, "");
    if (named && given_.insert(*named).second) return *named;
    given_.insert(institution.id);
    return institution.id;
  }

private:
  db::Transaction& transaction_;
  std::map<std::string, std::string> by_row_;
  std::set<std::string> given_;
};

/// What one import does to the register.
class Storing {
public:
  Storing(db::Transaction& transaction, const Act& act, const ImportSource& source, const std::string& run)
      : transaction_(transaction)
      , act_(act)
      , source_(source)
      , run_(run)
      , printed_(printed_records(transaction))
      , known_(transaction, printed_) {}

  Result<void> store(const Registry& registry) {
    for (const Institution& institution : registry.institutions) {
      const std::string id = known_.id_of(institution);
      if (const auto done = put(EntryKind::Institution, record_of(institution, id)); !done.ok()) return done;
      for (const Site& site : registry.sites)
        if (site.institution == institution.id)
          if (const auto done = put(EntryKind::Site, record_of(site, institution, id)); !done.ok()) return done;
    }
    return {};
  }

  int added = 0, changed = 0, unchanged = 0;

private:
  template <class Record>
  Result<void> put(EntryKind kind, const Record& record) {
    const json next = told_fields(record);
    const auto stood = printed_.find({kind, record.id});
    const bool same_print = stood != printed_.end() && stood->second == next;
    if (!same_print) put_printed_record(transaction_, {kind, record.id}, next, run_);
    const auto stands = head(transaction_, kind, record.id);
    if (!stands) return take(record, std::nullopt, added);
    Record now = read(stands->record, record);
    const Merged merged = merge(stood == printed_.end() ? json() : stood->second, next, told_fields(now));
    if (same_print || merged.changed.empty()) {
      ++unchanged;
      return {};
    }
    apply(now, merged.fields);
    return take(now, stands, changed);
  }

  template <class Record>
  Result<void> take(const Record& record, const std::optional<Version>& stands, int& counter) {
    // A print of an earlier day than what stands changes the register from the day on which that begins.
    const Date wanted = source_.effective.value_or(act_.today());
    const Date day = stands ? std::max(wanted, stands->effective) : wanted;
    take_step(transaction_, act_, record, {"registry.import", Standing::Published, day, source_.reason, source_.clause}, stands);
    ++counter;
    return {};
  }

  static InstitutionRecord read(const json& record, const InstitutionRecord&) { return institution_of(record); }
  static SiteRecord read(const json& record, const SiteRecord&) { return site_of(record); }

  db::Transaction& transaction_;
  const Act& act_;
  const ImportSource& source_;
  const std::string& run_;
  const std::map<PrintedKey, json> printed_;
  Known known_;
};

std::vector<Anomaly> anomalies_of(const Registry& registry, const std::vector<Row>& fresh) {
  std::set<RowId> rows;
  for (const Row& row : fresh) rows.insert(row.id);
  std::vector<Anomaly> all;
  for (const Anomaly& anomaly : registry.anomalies)
    if (rows.contains(anomaly.row) || anomaly.rule == "X-01") all.push_back(anomaly);
  return all;
}

std::string next_run(db::Transaction& transaction) {
  const std::string number = std::to_string(next_number(transaction, "import"));
  return "DR-" + std::string(number.size() < 4 ? 4 - number.size() : 0, '0') + number;
}

void record_run(db::Transaction& transaction, const Act& act, const ImportSource& source, const ImportOutcome& outcome) {
  ImportRun run{outcome.id,
                source.file,
                source.sm3,
                act.at,
                act.actor.account,
                act.actor.name,
                act.actor.role,
                source.effective.value_or(act.today()),
                outcome.added,
                outcome.changed,
                outcome.unchanged,
                outcome.anomalies,
                0};
  run.event = ledger::append(transaction,
                             {act.actor, act.at, "registry.import", "import:" + outcome.id, "", source.sm3, source.clause, source.reason});
  insert(transaction, run);
}

Result<ImportOutcome> store(db::Transaction& transaction, const Act& act, const ImportSource& source) {
  const City& city = City::shipped();
  const auto fresh = build(source.tables, city.catalogue);
  if (!fresh.ok()) return fresh.problem();
  auto built = build(joined(transaction, fresh->rows), city.catalogue);
  if (!built.ok()) return built.problem();
  ImportOutcome outcome;
  outcome.registry = std::move(built).value();
  outcome.facts = count(outcome.registry, city.catalogue);
  outcome.anomalies = anomalies_of(outcome.registry, fresh->rows);
  outcome.id = next_run(transaction);
  Storing storing(transaction, act, source, outcome.id);
  if (const auto stored = storing.store(outcome.registry); !stored.ok()) return stored.problem();
  put_printed_rows(transaction, fresh->rows, outcome.id);
  outcome.added = storing.added;
  outcome.changed = storing.changed;
  outcome.unchanged = storing.unchanged;
  record_run(transaction, act, source, outcome);
  if (outcome.added > 0) refresh_statistics(transaction);
  outcome.stored = true;
  return outcome;
}

/// Of the two shipped files, one after the other.
std::string digest_of_annex6() {
  Sm3 digest;
  for (const char* path : {"data/annex6/table_a.tsv", "data/annex6/table_b.tsv"}) digest.update(embedded::find(path).value_or(""));
  return to_hex(digest.digest());
}

} // namespace

Result<ImportOutcome> store_import(db::Database& database, const Act& act, const ImportSource& source, DryRun dry_run) {
  if (const auto allowed = require_city(act.actor); !allowed.ok()) return allowed.problem();
  if (dry_run == DryRun::No) return decide(database, [&](db::Transaction& transaction) { return store(transaction, act, source); });
  const auto transaction = database.begin(db::Mode::Write);
  auto outcome = store(*transaction, act, source); // never committed
  if (outcome.ok()) {
    outcome.value().id.clear();
    outcome.value().stored = false;
  }
  return outcome;
}

Result<ImportOutcome> import_annex6(db::Database& database, Instant now) {
  const City& city = City::shipped();
  const Act act{{"system", "import", "system", "city"}, now};
  const ImportSource source{
      "附件6", digest_of_annex6(), shipped_tables(), city.annex6_effective, "依据" + city.annex6_name + "登记", city.annex6_clause};
  return store_import(database, act, source, DryRun::No);
}

std::vector<std::string> missing_rows(db::Transaction& transaction) {
  std::vector<std::string> missing;
  for (const auto& [table, numbers] : printed_numbers(transaction)) {
    int expected = 1;
    for (const int number : numbers) {
      for (; expected < number; ++expected) missing.push_back(to_string(RowId{table, expected}));
      ++expected;
    }
  }
  return missing;
}

} // namespace ankao::registry
