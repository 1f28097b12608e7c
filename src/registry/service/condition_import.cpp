// SPDX-License-Identifier: Apache-2.0
#include "registry/service/condition_import.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "registry/files/condition_forms.hpp"
#include "registry/files/condition_law.hpp"
#include "registry/service/city.hpp"
#include "registry/service/condition_reading.hpp"

namespace ankao::registry {
namespace {

using Lines = std::vector<int>; ///< of the sheet, in the order of the values or persons

/// "/staff/2/post" and "/values/0/number": which line and which column.
struct At {
  std::size_t index = 0;
  std::string key;
};
std::optional<At> at_of(const std::string& pointer) {
  const auto first = pointer.find('/', 1);
  if (first == std::string::npos) return std::nullopt;
  At out;
  const auto second = pointer.find('/', first + 1);
  const std::string number = pointer.substr(first + 1, second == std::string::npos ? std::string::npos : second - first - 1);
  if (std::from_chars(number.data(), number.data() + number.size(), out.index).ec != std::errc{}) return std::nullopt;
  if (second != std::string::npos) {
    const auto third = pointer.find('/', second + 1);
    out.key = pointer.substr(second + 1, third == std::string::npos ? std::string::npos : third - second - 1);
  }
  return out;
}

/// What one place says in the table.
struct Told {
  ConditionDraft draft;
  Lines lines;
};

class Importing {
public:
  Importing(db::Transaction& transaction, const Act& act, const EvidenceOf& evidence)
      : transaction_(transaction)
      , act_(act)
      , evidence_(evidence) {}

  void fault(int row, Problem what) { faults_[row].push_back(std::move(what)); }
  Told& of(const std::string& place) {
    const auto [found, fresh] = told_.try_emplace(place);
    if (fresh) found->second.draft.place = place, order_.push_back(place);
    return found->second;
  }
  /// Values that stand and that the table does not name.
  void keep_values() {
    for (auto& [place, told] : told_) {
      const auto standing = standing_of(transaction_, place);
      const auto number = !standing ? std::nullopt : standing->declared ? standing->declared : standing->confirmed;
      if (!number) continue;
      auto& values = *told.draft.values;
      const auto stands = sheet(transaction_, *number);
      for (const Stated& one : stands->values)
        if (std::none_of(values.begin(), values.end(), [&](const Stated& other) { return other.condition == one.condition; })) values.push_back(one);
    }
  }

  ConditionImport finish(std::size_t rows) {
    ConditionImport out;
    out.rows = static_cast<int>(rows);
    for (const std::string& place : order_) {
      const auto done = declare_conditions(transaction_, act_, evidence_, told_.at(place).draft);
      if (done.ok())
        ++out.declared;
      else if (done.problem().id == "register.nothing_changed")
        ++out.unchanged;
      else
        spread(told_.at(place), done.problem());
    }
    for (auto& [row, all] : faults_) out.bad.push_back({row, std::move(all)});
    return out;
  }

private:
  /// Faults of a declaration go back to the rows they come from.
  void spread(const Told& told, const Problem& refusal) {
    if (refusal.parts.empty()) return fault(told.lines.front(), problem(refusal.id, refusal.details, "place"));
    for (const Problem& one : refusal.parts) {
      const auto at = at_of(one.at);
      const bool here = at && at->index < told.lines.size();
      fault(here ? told.lines[at->index] : told.lines.front(), problem(one.id, one.details, here ? at->key : "place"));
    }
  }

  db::Transaction& transaction_;
  const Act& act_;
  const EvidenceOf& evidence_;
  std::map<std::string, Told> told_;
  std::vector<std::string> order_;
  std::map<int, std::vector<Problem>> faults_;
};

template <class Read>
ConditionImport run(db::Database& database, const Act& act, const EvidenceOf& evidence, DryRun dry_run, std::size_t rows, const Read& read) {
  for (int tried = 1;; ++tried) {
    try {
      const auto transaction = database.begin(db::Mode::Write);
      Importing importing(*transaction, act, evidence);
      read(importing);
      ConditionImport out = importing.finish(rows);
      out.stored = dry_run == DryRun::No && out.bad.empty() && out.declared > 0;
      if (out.stored) transaction->commit();
      return out;
    } catch (const db::Failure& failure) {
      if (failure.kind() != db::Failure::Kind::Conflict || tried == db::k_tries) throw;
    }
  }
}

} // namespace

ConditionImport import_staff(db::Database& database, const Act& act, const EvidenceOf& evidence, const std::vector<tables::FormRow>& rows, DryRun dry_run) {
  return run(database, act, evidence, dry_run, rows.size(), [&](Importing& importing) {
    for (const tables::FormRow& row : rows) {
      StaffLine line = staff_line(row, City::shipped().catalogue);
      for (Problem& one : line.faults) importing.fault(row.number, std::move(one));
      if (row.value("place").empty() || !line.faults.empty()) continue;
      Told& told = importing.of(row.value("place"));
      if (!told.draft.staff) told.draft.staff.emplace();
      told.draft.staff->push_back(std::move(line.row));
      told.lines.push_back(row.number);
    }
  });
}

ConditionImport import_conditions(db::Database& database, const Act& act, const EvidenceOf& evidence, const std::vector<tables::FormRow>& rows, DryRun dry_run) {
  return run(database, act, evidence, dry_run, rows.size(), [&](Importing& importing) {
    for (const tables::FormRow& row : rows) {
      StatedLine line = stated_line(row, shipped_conditions_law());
      for (Problem& one : line.faults) importing.fault(row.number, std::move(one));
      if (row.value("place").empty() || !line.faults.empty()) continue;
      Told& told = importing.of(row.value("place"));
      if (!told.draft.values) told.draft.values.emplace();
      told.draft.values->push_back(std::move(line.stated));
      told.lines.push_back(row.number);
    }
    importing.keep_values();
  });
}

} // namespace ankao::registry
