// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/self_report.hpp"

#include <algorithm>

namespace ankao::inspection {
namespace {

constexpr std::size_t k_longest = 6000;

class Faults {
public:
  void add(const char* id, const std::string& at, std::vector<Detail> details = {}) { all_.parts.push_back(problem(id, std::move(details), at)); }
  void text(const char* id, const std::string& at, const std::string& value) {
    if (value.find_first_not_of(" \n") == std::string::npos || value.size() > k_longest) add(id, at, {{"limit", std::to_string(k_longest)}});
  }
  Result<void> result() {
    if (all_.parts.empty()) return {};
    all_.details = {{"count", std::to_string(all_.parts.size())}};
    return all_;
  }

private:
  Problem all_ = problem("inspection.report_faults");
};

void check_figures(Faults& faults, const std::vector<int>& wanted, const SelfReport& report) {
  std::vector<int> given;
  for (std::size_t i = 0; i < report.years.size(); ++i) {
    const YearFigures& one = report.years[i];
    given.push_back(one.year);
    const bool fine = one.trained >= 0 && one.passed >= 0 && one.passed <= one.trained;
    if (!fine) faults.add("inspection.report_figures", "/years/" + std::to_string(i), {{"year", std::to_string(one.year)}, {"trained", std::to_string(one.trained)}, {"passed", std::to_string(one.passed)}});
  }
  if (given != wanted) faults.add("inspection.report_years", "/years", {{"from", std::to_string(wanted.front())}, {"to", std::to_string(wanted.back())}});
}

void check_problem(Faults& faults, const InspectionLaw& law, const std::vector<std::string>& items, Date today, const ReportedProblem& one, const std::string& at) {
  for (const auto& [key, value] : {std::pair<const char*, const std::string&>{"text", one.text}, {"measure", one.measure}, {"basis", one.basis}, {"result", one.result}, {"person", one.person}})
    faults.text("inspection.report_problem", at + "/" + key, value);
  const auto since = parse_date(one.since);
  if (!since || *since < law.self_from || *since > today) faults.add("inspection.report_since", at + "/since", {{"value", one.since}, {"from", to_string(law.self_from)}, {"to", to_string(today)}});
  const auto limit = parse_date(one.limit);
  if (!limit || (since && *limit < *since)) faults.add("inspection.report_limit", at + "/limit", {{"value", one.limit}});
  if (!one.item.empty() && std::find(items.begin(), items.end(), one.item) == items.end()) faults.add("inspection.report_item", at + "/item", {{"value", one.item}});
}

} // namespace

std::vector<int> figure_years(const InspectionLaw& law, int campaign_year) {
  std::vector<int> out;
  for (int i = law.self_years - 1; i >= 0; --i) out.push_back(campaign_year - i);
  return out;
}

Result<void> check_report(const InspectionLaw& law, int campaign_year, const std::vector<std::string>& items, Date today, const SelfReport& report) {
  Faults faults;
  for (const auto& [key, value] : {std::pair<const char*, const std::string&>{"founded", report.founded}, {"head", report.head}, {"scope", report.scope}, {"improvement", report.improvement}})
    faults.text("inspection.report_text", std::string("/") + key, value);
  if (report.staff < 1) faults.add("inspection.report_text", "/staff", {{"limit", std::to_string(k_longest)}});
  check_figures(faults, figure_years(law, campaign_year), report);
  // Silence is not a finding: somebody says that nothing was found, or names it.
  if (report.problems.empty() != report.none_found) faults.add("inspection.report_problems", "/problems");
  for (std::size_t i = 0; i < report.problems.size(); ++i) check_problem(faults, law, items, today, report.problems[i], "/problems/" + std::to_string(i));
  return faults.result();
}

} // namespace ankao::inspection
