// SPDX-License-Identifier: Apache-2.0
#include "documents/rules/states.hpp"

#include <algorithm>

namespace ankao::documents {
namespace {

bool among(const std::vector<std::string>& roles, const std::string& role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); }

Problem wrong_state(const Document& document) {
  return problem("documents.wrong_state", {{"document", document.number.empty() ? document.id : document.number}, {"state", std::string(name_of(document.state))}});
}

Result<void> reason_given(const std::string& reason) {
  const bool blank = reason.find_first_not_of(" \t\r\n") == std::string::npos;
  if (blank || reason.size() > k_longest_reason) return problem("documents.reason_missing", {{"limit", std::to_string(k_longest_reason / 3)}}, "reason");
  return {};
}

} // namespace

Result<void> may_issue(const Kind& kind, const std::string& role) {
  if (among(kind.issued_by, role)) return {};
  return problem("documents.not_for_role", {{"kind", kind.id}, {"role", role}});
}

Result<void> may_sign(const Kind& kind, const Document& document, const std::string& role, const std::string& account) {
  if (document.state != State::Proposed) return wrong_state(document);
  if (!kind.second || !among(kind.second->roles, role)) return problem("documents.not_for_role", {{"kind", kind.id}, {"role", role}});
  if (document.steps.empty() || document.steps.front().account == account) return problem("documents.same_person", {{"document", document.id}});
  return {};
}

Result<void> may_withdraw(const Kind& kind, const Document& document, const std::string& role, const std::string& reason) {
  if (document.state != State::Proposed && document.state != State::Issued) return wrong_state(document);
  const bool signs = kind.second && among(kind.second->roles, role);
  if (!among(kind.issued_by, role) && !signs) return problem("documents.not_for_role", {{"kind", kind.id}, {"role", role}});
  return reason_given(reason);
}

Result<void> may_replace(const Kind& kind, const Document& document, const std::string& role, const std::string& reason) {
  if (document.state != State::Issued) return wrong_state(document);
  if (const auto may = may_issue(kind, role); !may) return may;
  return reason_given(reason);
}

} // namespace ankao::documents
