// SPDX-License-Identifier: Apache-2.0
// The one way a document comes to stand.
#pragma once

#include "documents/service/documents.hpp"

namespace ankao::documents {

/// What a document is issued upon beside the wish for it; both empty: a plain issue.
struct Occasion {
  std::string proposal; ///< id of what waits for its second signature
  std::string replaces; ///< id of the document it takes the place of
  std::string reason;   ///< of the replacement
};

Result<Document> propose(const Desk& desk, const Act& act, const Kind& kind, const Wanted& wanted);
Result<Document> make_out(const Desk& desk, const Act& act, const Kind& kind, const Wanted& wanted, const std::string& base, const Occasion& occasion);

} // namespace ankao::documents
