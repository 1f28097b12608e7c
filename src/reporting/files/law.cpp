// SPDX-License-Identifier: Apache-2.0
#include "reporting/files/law.hpp"

#include <set>

#include "enforcement/words/law.hpp"
#include "lawfile/read.hpp"
#include "reporting/files/refusals.hpp"

namespace ankao::reporting {
namespace {

constexpr const char* k_file = "law/reporting.yaml";
using lawfile::Fields;

void check_kind(const Fields& in, const char* key, const std::string& kind) {
  if (!enforcement::kind_of(kind)) in.bad(key, "warning, correct, suspension, fine, persons, removal, revocation, market_referral, police_referral");
}

RowLaw read_row(const Fields& in, bool extra, const std::set<std::string>& above) {
  std::set<std::string> needed{"id", "zh", "en", "unit", "source", "subject", "counts"};
  if (extra) needed.insert("clause");
  in.keys(needed, {"kinds", "within"});
  RowLaw out;
  out.id = in.text("id");
  out.words = {in.text("zh"), in.text("en")};
  out.unit = in.text("unit");
  const auto source = source_of(in.text("source"));
  if (!source) in.bad("source", "self_visit, self_problem, office_visit, city_visit, decision, production_unit, organisation_visit, case");
  out.source = *source;
  out.subject = in.text("subject");
  if (!std::set<std::string>{"institution", "site", "exam_organisation", "any"}.contains(out.subject)) in.bad("subject", "institution, site, exam_organisation, any");
  out.kinds = in.names("kinds");
  for (const std::string& one : out.kinds) check_kind(in, "kinds", one);
  if (out.kinds.empty() != (out.source != Source::Decision)) in.bad("kinds", "[suspension]");
  const auto counts = counts_of(in.text("counts"));
  if (!counts) in.bad("counts", "units, records, amount, persons");
  out.counts = *counts;
  if (in.has("within")) out.within = in.text("within");
  if (!out.within.empty() && !above.contains(out.within)) in.bad("within", "A5-05");
  out.clause = extra ? in.text("clause") : out.id;
  return out;
}

void read_months(const Fields& in, ReportingLaw& out) {
  const auto start = parse_date("2024-" + in.text("start"));
  if (!start) in.bad("start", "11-01");
  out.start_month = start->month(), out.start_day = start->day();
  const Fields cutoff = in.at("cutoff");
  cutoff.keys({"day", "clause"});
  out.cutoff_day = static_cast<unsigned>(cutoff.whole("day", 1, 31));
  for (const Fields& one : in.list("months")) {
    one.keys({"month", "next"});
    out.months.push_back({static_cast<unsigned>(one.whole("month", 1, 12)), one.flag("next", false)});
    if (out.months.size() < 2) continue;
    const MonthLaw &last = out.months[out.months.size() - 2], &now = out.months.back();
    if (last.month % 12 + 1 != now.month || now.next_year != (last.next_year || now.month == 1)) one.bad("month", "one month after another");
  }
  if (out.months.empty()) in.bad("months", "[{ month: 11, next: false }]");
}

ReportingLaw read_all(const Fields& in) {
  in.keys({"source", "from", "clause", "start", "cutoff", "months", "terms", "rows", "extra"});
  ReportingLaw out;
  out.clause = in.text("clause");
  read_months(in, out);
  for (const Fields& one : in.list("terms")) {
    one.keys({"printed", "kind", "clause"});
    check_kind(one, "kind", one.text("kind"));
    out.terms.push_back({one.text("printed"), one.text("kind"), one.text("clause")});
  }
  std::set<std::string> ids;
  for (const Fields& one : in.list("rows")) {
    out.rows.push_back(read_row(one, false, ids));
    if (!ids.insert(out.rows.back().id).second) one.bad("id", "each row once");
  }
  for (const Fields& one : in.list("extra")) {
    out.extra.push_back(read_row(one, true, ids));
    if (!ids.insert(out.extra.back().id).second) one.bad("id", "each row once");
  }
  return out;
}

} // namespace

Result<ReportingLaw> read_law(std::string_view text) {
  return lawfile::read(text, k_file, "law", k_refusals, read_all);
}

const ReportingLaw& shipped_law() {
  static const ReportingLaw law = lawfile::shipped(k_file, read_law);
  return law;
}

} // namespace ankao::reporting
