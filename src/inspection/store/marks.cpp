// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/marks.hpp"

#include <unordered_map>

#include "inspection/store/numbers.hpp"

namespace ankao::inspection::store {
namespace {

/// Collects marks; a unit stands once, however many records it has.
class Reader {
public:
  Reader(db::Transaction& transaction, const MarkFilter& filter)
      : transaction_(transaction)
      , filter_(filter) {}

  Marks read() {
    if (wants(Marked::SelfVisit) || wants(Marked::OfficeVisit) || wants(Marked::CityVisit)) add_visits();
    if (wants(Marked::SelfProblem)) add_problems();
    if (wants(Marked::SelfVisit)) add_papers("SELECT number, subject, district, made_at, 1 AS n", "self_report", Marked::SelfVisit, 'S');
    // A problem that a unit typed in has no problem of a self-inspection behind it. The text is one that this program wrote: within a word
    // every quotation mark has a backslash before it, so the searched text never stands in one.
    if (wants(Marked::SelfProblem))
      add_papers("SELECT number, subject, district, made_at, (LENGTH(content) - LENGTH(REPLACE(content, '\"defect\":\"\"', ''))) / 11 AS n", "self_report", Marked::SelfProblem, 'S');
    if (wants(Marked::Case)) add_papers("SELECT number, subject, district, made_at, 1 AS n", "case", Marked::Case, 'C');
    return std::move(out_);
  }

private:
  bool wants(Marked what) const { return filter_.which.contains(what); }

  std::size_t unit(const std::string& subject, const std::string& district) {
    const auto [at, fresh] = places_.try_emplace(subject, out_.units.size());
    if (fresh) out_.units.push_back({subject, district});
    return at->second;
  }

  /// The unit of each target.
  std::unordered_map<std::string, std::size_t> units_of_targets() {
    db::Conditions where;
    where.equals("campaign", filter_.campaign);
    where.equals("district", filter_.district);
    const auto rows = transaction_.query("SELECT id, subject, district FROM campaign_target" + where.text(), where.values());
    std::unordered_map<std::string, std::size_t> out;
    out.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) out.emplace(rows.text(i, "id"), unit(rows.text(i, "subject"), rows.text(i, "district")));
    return out;
  }

  /// `at` within the moments; the sign keeps the databases on the index that needs no row.
  void within(db::Conditions& where, const std::string& at) const {
    where.add("+" + at + " >= " + where.put(filter_.from.ms));
    where.add("+" + at + " < " + where.put(filter_.before.ms));
  }

  void add_visits() {
    const auto targets = units_of_targets();
    db::Conditions where;
    const std::string campaign = where.put(filter_.campaign);
    where.add("campaign = " + campaign);
    where.add("state = 'signed'");
    if (!filter_.district.empty()) where.add("target IN (SELECT id FROM campaign_target WHERE campaign = " + campaign + " AND district = " + where.put(filter_.district) + ")");
    within(where, "signed_at");
    const auto rows = transaction_.query("SELECT number, target, by_whom, signed_at FROM visit" + where.text(), where.values());
    out_.all.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto found = targets.find(rows.text(i, "target"));
      if (found == targets.end()) continue;
      const std::string& by = rows.text(i, "by_whom");
      const Marked what = by.find(':') != std::string::npos ? Marked::SelfVisit : by.empty() ? Marked::CityVisit : Marked::OfficeVisit;
      if (wants(what)) out_.all.push_back({found->second, what, {rows.integer(i, "signed_at")}, 'V', rows.integer(i, "number"), 1});
    }
  }

  void add_problems() {
    db::Conditions where;
    where.equals("campaign", filter_.campaign);
    where.add("self = 1");
    where.equals("district", filter_.district);
    within(where, "found_at");
    const auto rows = transaction_.query("SELECT number, subject, district, found_at FROM defect" + where.text(), where.values());
    for (std::size_t i = 0; i < rows.size(); ++i)
      out_.all.push_back({unit(rows.text(i, "subject"), rows.text(i, "district")), Marked::SelfProblem, {rows.integer(i, "found_at")}, 'Q', rows.integer(i, "number"), 1});
  }

  void add_papers(const std::string& select, const char* kind, Marked what, char letter) {
    db::Conditions where;
    where.equals("kind", kind);
    where.equals("campaign", filter_.campaign);
    where.equals("district", filter_.district);
    if (letter == 'S') where.add("state IN ('submitted', 'received')");
    within(where, "made_at");
    const auto rows = transaction_.query(select + " FROM campaign_paper" + where.text(), where.values());
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (const auto count = rows.integer(i, "n"); count > 0)
        out_.all.push_back({unit(rows.text(i, "subject"), rows.text(i, "district")), what, {rows.integer(i, "made_at")}, letter, rows.integer(i, "number"), static_cast<int>(count)});
  }

  db::Transaction& transaction_;
  const MarkFilter& filter_;
  Marks out_;
  std::unordered_map<std::string, std::size_t> places_;
};

} // namespace

Marks marks(db::Transaction& transaction, const MarkFilter& filter) { return Reader(transaction, filter).read(); }

std::map<std::string, std::string> names_of_units(db::Transaction& transaction, const std::string& campaign, const std::set<std::string>& subjects) {
  std::map<std::string, std::string> out;
  for (const std::string& one : subjects) { // a page of them
    const auto rows = transaction.query("SELECT name FROM campaign_target WHERE campaign = $1 AND subject = $2 ORDER BY id LIMIT 1", {campaign, one});
    if (!rows.empty()) out.emplace(one, rows.text(0, "name"));
  }
  return out;
}

} // namespace ankao::inspection::store
