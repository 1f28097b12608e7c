// SPDX-License-Identifier: Apache-2.0
// What every change of a summary report shares.
#pragma once

#include <functional>
#include <string>

#include "reporting/service/summaries.hpp"

namespace ankao::reporting {

struct SummaryStep {
  db::Transaction& transaction;
  const Act& act;
  Summary before, mine;
  const WholeSummary& whole;

  /// Keeps the head under its next revision with the event; returns the event's number. `sm3` "": the digest of the report as it stands.
  std::int64_t keep(const char* action, const std::string& clause, const std::string& reason, const std::string& sm3 = "");

private:
  News news(const std::string& action) const;
};

/// One transaction over one report that the viewer may see.
Result<void> step(db::Database& database, const Act& act, const Viewer& viewer, const std::string& id, const std::function<Result<void>(SummaryStep&)>& work);

/// The office of the report: its drafters and signers.
bool of_office(const Viewer& viewer, const Summary& summary);
Problem summary_unknown(const std::string& id);
Problem wrong_state(const std::string& id);
Result<void> check_said(const char* field, const std::string& text, bool needed);
/// SM3 over state, texts and figures.
std::string digest_of(const Summary& summary);

} // namespace ankao::reporting
