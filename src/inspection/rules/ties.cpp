// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/ties.hpp"

namespace ankao::inspection {
namespace {

constexpr std::size_t k_telephone = 11;
constexpr std::size_t k_identity = 15;

bool digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

std::vector<TeamTie> ties_to(const std::vector<TeamTie>& declared, const Target& target) {
  std::vector<TeamTie> out;
  for (const TeamTie& one : declared) {
    const bool unit = one.subject == target.subject;
    const bool institution = !target.institution.empty() && one.subject == "institution:" + target.institution;
    const bool site = target.site.empty() && !target.institution.empty() && one.subject.rfind("site:" + target.institution + "-", 0) == 0;
    if (unit || institution || site) out.push_back(one);
  }
  return out;
}

Result<void> check_ties(const InspectionLaw& law, const std::string& member, const std::vector<TeamTie>& declared, const Target& target) {
  for (const TeamTie& one : ties_to(declared, target)) {
    const TieLaw* tie = law.tie(one.kind);
    if (tie != nullptr && tie->refused) return problem("inspection.member_tied", {{"value", member}, {"unit", target.name}, {"tie", tie->words.zh + " / " + tie->words.en}, {"clause", tie->clause}}, "team");
  }
  return {};
}

std::vector<std::string> personal_in(const std::string& text, const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && (digit(text[end]) || text[end] == '-' || text[end] == ' ')) ++end;
    std::string digits;
    for (std::size_t k = i; k < end; ++k)
      if (digit(text[k])) digits += text[k];
    const bool telephone = digits.size() == k_telephone || (digits.size() >= 7 && digits.size() <= 12 && text[i] == '0');
    if (telephone || digits.size() >= k_identity) out.push_back(text.substr(i, end - i));
    i = end == i ? i + 1 : end;
  }
  for (const std::string& name : names)
    if (!name.empty() && text.find(name) != std::string::npos) out.push_back(name);
  return out;
}

} // namespace ankao::inspection
