// SPDX-License-Identifier: Apache-2.0
// What a declaration must be, all faults at once.
#include <algorithm>
#include <set>

#include "registry/files/condition_law.hpp"
#include "registry/rules/conditions.hpp"
#include "registry/service/checks.hpp"
#include "registry/service/conditions.hpp"

namespace ankao::registry {
namespace {

constexpr int k_oldest_person = 100;
constexpr int k_longest_practice = 70;
constexpr int k_most_months = 720;

class Checking {
public:
  Checking(const ConditionPlace& place, Date today)
      : place_(place)
      , today_(today) {}

  void value(const Stated& one, const std::string& at) {
    const ConditionLaw* law = law_.find(one.condition);
    if (law == nullptr || !concerns(*law, place_.premises)) return fault("register.condition_unknown", {{"value", one.condition}}, at + "/condition");
    if (law->kind == ConditionKind::Staff) return fault("register.condition_counted", {{"name", law->zh + " · " + law->en}}, at + "/condition");
    if (!values_.insert(one.condition).second) return fault("register.doubled", {{"value", law->zh}}, at + "/condition");
    if (law->kind == ConditionKind::Term)
      term(one, at);
    else
      number(*law, one.number, at);
    optional_text(one.note, k_longest_note, at + "/note");
  }

  void person(const StaffRow& row, const std::string& at) {
    join(faults_of_text(row.name, k_longest_staff_text, at + "/name"));
    word(law_.posts, row.post, at + "/post");
    word(law_.educations, row.education, at + "/education");
    word(law_.titles, row.title, at + "/title");
    word(law_.certificates, row.certificate, at + "/certificate");
    optional_text(row.number, k_longest_staff_text, at + "/number");
    if (row.certificate != "none" && row.number.empty()) fault("register.text_missing", {}, at + "/number");
    if (row.certificate == "none" && (row.until || !row.number.empty())) fault("register.staff_certificate", {}, at + "/certificate");
    if (row.born != 0) within(row.born, today_.year() - k_oldest_person, today_.year() - 15, at + "/born");
    within(row.years, 0, k_longest_practice, at + "/years");
    within(row.insured, 0, k_most_months, at + "/insured");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < row.projects.size(); ++i) {
      const std::string& project = row.projects[i];
      const std::string here = at + "/projects/" + std::to_string(i);
      if (!place_.projects.empty() && std::find(place_.projects.begin(), place_.projects.end(), project) == place_.projects.end())
        fault("register.staff_project", {{"value", project}}, here);
      else if (City::shipped().catalogue.project(project) == nullptr)
        fault("register.subject_unknown", {{"value", project}}, here);
      if (!seen.insert(project).second) fault("register.doubled", {{"value", project}}, here);
    }
    // The same person in the same post twice would be counted twice.
    if (!persons_.insert(row.name + "\n" + row.post + "\n" + row.number).second) fault("register.doubled", {{"value", row.name}}, at + "/name");
  }

  std::vector<Problem> faults;

private:
  void fault(const char* id, std::vector<Detail> details, const std::string& at) { faults.push_back(problem(id, std::move(details), at)); }
  void join(std::vector<Problem> more) { faults.insert(faults.end(), more.begin(), more.end()); }
  void optional_text(const std::string& text, std::size_t longest, const std::string& at) {
    if (!text.empty()) join(faults_of_text(text, longest, at));
  }
  void within(std::int64_t value, std::int64_t low, std::int64_t high, const std::string& at) {
    if (value < low || value > high) fault("register.not_number", {{"value", std::to_string(value)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}}, at);
  }
  void word(const std::vector<TwoWords>& words, const std::string& id, const std::string& at) {
    std::string known;
    for (const TwoWords& one : words) {
      if (one.id == id) return;
      known += (known.empty() ? "" : "、") + one.zh;
    }
    fault("register.not_choice", {{"value", id}, {"known", known}}, at);
  }
  void term(const Stated& one, const std::string& at) {
    if (!one.from) return fault("register.date", {{"value", ""}}, at + "/from");
    if (!one.until) return fault("register.date", {{"value", ""}}, at + "/until");
    if (*one.until < *one.from || whole_years(*one.from, *one.until) > k_most_term_years)
      fault("register.condition_term", {{"from", to_string(*one.from)}, {"until", to_string(*one.until)}, {"years", std::to_string(k_most_term_years)}}, at + "/until");
  }
  void number(const ConditionLaw& law, std::int64_t value, const std::string& at) {
    if (law.kind == ConditionKind::Area) {
      if (value < 0 || value > k_most_area) fault("register.condition_area", {{"value", area_text(std::max<std::int64_t>(value, 0))}, {"high", area_text(k_most_area)}}, at + "/number");
      return;
    }
    within(value, 0, law.kind == ConditionKind::YesNo ? 1 : k_most_number, at + "/number");
  }

  const ConditionsLaw& law_ = shipped_conditions_law();
  const ConditionPlace& place_;
  Date today_;
  std::set<std::string> values_, persons_;
};

} // namespace

std::vector<Problem> faults_of(const ConditionPlace& place, const std::vector<Stated>& values, const std::vector<StaffRow>& staff, Date today) {
  Checking checking(place, today);
  for (std::size_t i = 0; i < values.size(); ++i) checking.value(values[i], "/values/" + std::to_string(i));
  for (std::size_t i = 0; i < staff.size(); ++i) checking.person(staff[i], "/staff/" + std::to_string(i));
  if (staff.size() > k_most_staff) checking.faults.push_back(problem("register.list_long", {{"count", std::to_string(staff.size())}, {"limit", std::to_string(k_most_staff)}}, "/staff"));
  return checking.faults;
}

} // namespace ankao::registry
