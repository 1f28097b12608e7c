// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/build.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "registry/rules/compare_rows.hpp"
#include "registry/rules/findings.hpp"
#include "registry/rules/people_cells.hpp"
#include "registry/rules/projects_cell.hpp"
#include "registry/rules/row.hpp"

namespace ankao::registry {
namespace {

template <class T>
void add_distinct(std::vector<T>& to, const std::vector<T>& more) {
  for (const T& one : more)
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

/// Builds one registry; used once.
class Builder {
public:
  explicit Builder(const Catalogue& catalogue)
      : catalogue_(catalogue)
      , lexicon_(projects_lexicon(catalogue)) {}

  Result<Registry> build(const std::vector<PrintedTable>& tables) {
    std::size_t rows = 0;
    for (const PrintedTable& table : tables) rows += table.rows.size();
    if (rows > k_most_rows) return problem("registry.too_many_rows", {{"limit", std::to_string(k_most_rows)}});
    for (const PrintedTable& table : tables) read_table(table);
    refuse_doubled();
    if (!findings_.problems().empty()) {
      Problem all = problem("registry.import_refused", {{"count", std::to_string(findings_.problems().size())}});
      all.parts = findings_.problems();
      return all;
    }
    std::sort(registry_.rows.begin(), registry_.rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
    find_gaps();
    for (Row& row : registry_.rows) join_institution(row);
    compare_rows();
    for (const Row& row : registry_.rows) add_sites(row);
    finish();
    return std::move(registry_);
  }

private:
  void read_table(const PrintedTable& table) {
    for (const PrintedRow& printed : table.rows) registry_.rows.push_back(read_row(table.table, printed, catalogue_, lexicon_, findings_));
    if (table.skipped_lines.empty()) return;
    std::string lines;
    for (const int line : table.skipped_lines) lines += (lines.empty() ? "" : "、") + std::to_string(line);
    findings_.note("X-39", {table.table, 0}, "", "第 " + lines + " 行",
                   {"空行或重复表头，跳过", "blank rows or repeated headings, skipped"});
  }

  void refuse_doubled() {
    std::map<RowId, const Row*> numbers;
    std::map<std::pair<Table, std::string>, const Row*> names;
    for (const Row& row : registry_.rows) {
      if (row.id.number == 0) continue;
      const auto refuse = [&](const char* id, const Row& first, Column column) {
        findings_.refuse(problem(id, {{"value", row.printed.at(column)}, {"line", std::to_string(first.printed.line)}},
                                 "第 " + std::to_string(row.printed.line) + " 行 · " + heading_of(column)));
      };
      if (const auto [at, added] = numbers.emplace(row.id, &row); !added) refuse("registry.number_doubled", *at->second, Column::Number);
      if (row.name.empty()) continue;
      if (const auto [at, added] = names.emplace(std::pair{row.id.table, row.name}, &row); !added)
        refuse("registry.row_doubled", *at->second, Column::Name);
    }
  }

  /// Row numbers are the print's own: what is missing between the first number 1 and the last is shown, not closed up.
  void find_gaps() {
    std::map<Table, int> last;
    for (const Row& row : registry_.rows) {
      int& seen = last[row.id.table];
      for (int number = seen + 1; number < row.id.number; ++number) {
        registry_.missing_rows.push_back({row.id.table, number});
        findings_.note("X-01", {row.id.table, number}, "", "缺第 " + std::to_string(number) + " 号",
                       {"保留原序号，显示缺行，可补录", "printed numbers stay, the gap is shown, the row can be imported later"});
      }
      seen = row.id.number;
    }
  }

  /// The institution of the same name, else of an earlier row with the same telephone that looks like the same institution.
  Institution* find_institution(const Row& row) {
    if (const auto named = by_name_.find(row.name); named != by_name_.end()) return &registry_.institutions[named->second];
    for (const std::string& telephone : row.telephones)
      for (const Row* earlier : by_telephone_[digits_of(telephone)])
        if (looks_like_same_institution(*earlier, row)) return &registry_.institutions[by_name_.at(earlier->name)];
    return nullptr;
  }

  std::string new_id(RowId row) const {
    char text[16];
    std::snprintf(text, sizeof text, "-%c%02d", row.table == Table::SpecialOperations ? 'A' : 'B', row.number);
    return catalogue_.id_prefix + text;
  }

  void join_institution(Row& row) {
    Institution* institution = find_institution(row);
    if (institution == nullptr) {
      registry_.institutions.emplace_back();
      institution = &registry_.institutions.back();
      institution->id = new_id(row.id);
      institution->name = row.name;
      if (row.districts.size() == 1) institution->supervising_district = row.districts.front();
    }
    by_name_.emplace(row.name, static_cast<std::size_t>(institution - registry_.institutions.data()));
    for (const std::string& telephone : row.telephones) by_telephone_[digits_of(telephone)].push_back(&row);
    row.institution = institution->id;
    institution->rows.push_back(row.id);
    if (row.name != institution->name) add_distinct(institution->aliases, {row.name});
    add_distinct(institution->districts, row.districts);
    for (const PrintedAddress& address : row.addresses) add_address(*institution, address);
    add_distinct(institution->contacts, row.contacts);
    add_distinct(institution->telephones, row.telephones);
    if (row.id.table == Table::SpecialOperations) add_distinct(institution->projects, row.projects);
    add_distinct(institution->industries, row.industries);
  }

  static void add_address(Institution& institution, const PrintedAddress& address) {
    const auto same = [&](const PrintedAddress& other) { return other.text == address.text; };
    if (std::none_of(institution.addresses.begin(), institution.addresses.end(), same)) institution.addresses.push_back(address);
    if (!address.district.empty()) add_distinct(institution.districts, {address.district});
  }

  void compare_rows() {
    std::map<std::string, const Row*> first;
    for (const Row& row : registry_.rows)
      if (const auto [at, added] = first.emplace(row.institution, &row); !added) compare(*at->second, row, findings_);
    flag_shared_telephones(registry_.rows, findings_);
  }

  /// Sites come from the marks of table a alone; the addresses are those of the marked row.
  void add_sites(const Row& row) {
    if (row.id.table != Table::SpecialOperations || !row.mark) return;
    ask_about_site(row);
    for (int i = 0; i < row.mark->count; ++i) add_site(registry_.institutions[by_name_.at(row.name)], row, i);
  }

  void ask_about_site(const Row& row) {
    const std::string found = std::to_string(row.mark->count) + " 个考试点，" + std::to_string(row.addresses.size()) + " 个地址";
    const auto ask = [&](const char* rule, Done done) { findings_.ask(rule, row.id, heading_of(Column::Name), found, std::move(done)); };
    if (row.mark->count > 1) ask("X-12", {"暂按每个地址一个考试点，地址待确认", "one site per address for now, addresses to be confirmed"});
    if (row.mark->count == 1 && row.addresses.size() > 1)
      ask("X-13", {"记一个考试点，地址待确认", "one site, its address to be confirmed"});
    if (row.mark->kind == MarkKind::TheoryOnly)
      findings_.note("X-14", row.id, heading_of(Column::Name), row.printed.at(Column::Name),
                     {"考试点只考理论，实操安排在其他考试点", "the site examines theory only; practical examinations go elsewhere"});
  }

  void add_site(Institution& institution, const Row& row, int index) {
    const int number = static_cast<int>(institution.sites.size()) + 1;
    Site site;
    site.id = institution.id + "-S" + std::to_string(number);
    site.institution = institution.id;
    site.name = institution.name + "考试点" + (row.mark->count > 1 ? "（" + std::to_string(index + 1) + "）" : "");
    site.kind = row.mark->kind;
    if (site.kind == MarkKind::PracticalAndTheory) site.projects = row.projects;
    const auto place = static_cast<std::size_t>(index);
    if (row.addresses.size() == static_cast<std::size_t>(row.mark->count)) site.address = row.addresses[place];
    site.address_confirmed = row.addresses.size() == 1 && row.mark->count == 1;
    site.district = site_district(site, row);
    institution.sites.push_back(site.id);
    registry_.sites.push_back(std::move(site));
  }

  static std::optional<std::string> site_district(const Site& site, const Row& row) {
    if (site.address && !site.address->district.empty()) return site.address->district;
    std::set<std::string> possible;
    for (const PrintedAddress& address : row.addresses) possible.insert(address.district);
    if (possible.size() == 1 && !possible.begin()->empty()) return *possible.begin();
    return std::nullopt;
  }

  void finish() {
    registry_.anomalies = findings_.anomalies();
    std::stable_sort(registry_.anomalies.begin(), registry_.anomalies.end(), [](const Anomaly& a, const Anomaly& b) {
      return std::pair{a.row, a.rule} < std::pair{b.row, b.rule};
    });
    std::map<RowId, std::size_t> owner;
    for (std::size_t i = 0; i < registry_.institutions.size(); ++i)
      for (const RowId row : registry_.institutions[i].rows) owner.emplace(row, i);
    for (const Anomaly& anomaly : registry_.anomalies)
      if (const auto at = owner.find(anomaly.row); anomaly.needs_confirmation && at != owner.end())
        add_distinct(registry_.institutions[at->second].flags, {anomaly.rule});
    for (Row& row : registry_.rows)
      if (row.id.table == Table::HighRisk) row.projects.clear();
  }

  const Catalogue& catalogue_;
  Lexicon lexicon_;
  Findings findings_;
  Registry registry_;
  std::map<std::string, std::size_t> by_name_; ///< and by alias; index of the institution
  std::map<std::string, std::vector<const Row*>> by_telephone_;
};

} // namespace

Result<Registry> build(const std::vector<PrintedTable>& tables, const Catalogue& catalogue) { return Builder(catalogue).build(tables); }

} // namespace ankao::registry
