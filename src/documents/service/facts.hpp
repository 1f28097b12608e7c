// SPDX-License-Identifier: Apache-2.0
// What a document says, read from the records by the services that own them; nobody types it.
#pragma once

#include <string>

#include "base/result.hpp"
#include "db/db.hpp"
#include "documents/words/document.hpp"
#include "paper/layout.hpp"

namespace ankao::documents {

/// Which document is wanted: its kind, the record ("2024-03", "GZ-A01", "BG-000001" ...) and, where a plan is cut, whose part.
struct Wanted {
  std::string kind, record, party;
};

struct Facts {
  paper::Values values; ///< what the form asks for, without number, code and the like
  std::string subject, party, subject_name, institution, site, district, issuer;
};

/// Problems documents.record_unknown, documents.nothing_to_say, documents.plan_not_published.
Result<Facts> facts_of(db::Transaction& transaction, const Kind& kind, const Wanted& wanted, Date today);

} // namespace ankao::documents
