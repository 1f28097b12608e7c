// SPDX-License-Identifier: Apache-2.0
// What may be done with a document, by whom.
#pragma once

#include <string>

#include "base/result.hpp"
#include "documents/words/document.hpp"

namespace ankao::documents {

/// Problem documents.not_for_role.
Result<void> may_issue(const Kind& kind, const std::string& role);
/// Proposed, by a role of the second signature, and not by who drew it up: documents.wrong_state, not_for_role, same_person.
Result<void> may_sign(const Kind& kind, const Document& document, const std::string& role, const std::string& account);
/// Proposed or issued, with a reason: documents.wrong_state, not_for_role, reason_missing.
Result<void> may_withdraw(const Kind& kind, const Document& document, const std::string& role, const std::string& reason);
/// Issued, with a reason.
Result<void> may_replace(const Kind& kind, const Document& document, const std::string& role, const std::string& reason);

inline constexpr std::size_t k_longest_reason = 1500; ///< bytes

} // namespace ankao::documents
