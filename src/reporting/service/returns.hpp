// SPDX-License-Identifier: Apache-2.0
// The monthly return: computed, corrected with a reason, sent in, reopened; and the city's sum of all districts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "ledger/words/event.hpp"
#include "reporting/service/news.hpp"
#include "reporting/words/figures.hpp"

namespace ankao::reporting {

struct Act {
  ledger::Actor actor;
  Instant at;
  Tell tell = {}; ///< nobody, where nothing is to be told
};

/// Who looks: the city (district ""), or a district.
struct Viewer {
  std::string kind, id;
};

/// "2023-11-440106", or "2023-11-city" for the sum.
struct Key {
  Month month;
  std::string district; ///< "" the city
};
std::optional<Key> key_of(const std::string& id);
std::string id_of(Month month, const std::string& district);

/// A return beside what it follows from.
struct Whole {
  Return mine;
  std::string campaign;
  int year = 0;
  std::vector<Finding> findings;
  std::vector<Return> districts; ///< of the city's sum; empty for a district
};

/// Problems reporting.unknown: no such month, district or campaign, or not the viewer's.
Result<Whole> whole(db::Transaction& transaction, const Viewer& viewer, const std::string& id, Date today);
/// Every return of a campaign within the viewer's reach, by month and district: as lines of a list, without figures.
std::vector<Return> all_of(db::Transaction& transaction, const Viewer& viewer, const std::string& campaign, Date today);
/// What changed after filing, for the lines of a page.
void add_late(db::Transaction& transaction, std::vector<Return>& page, Date today);
struct Records {
  std::int64_t total = 0;
  std::vector<Item> items; ///< of the page, by day
};
/// The records behind a figure. Also reporting.row_unknown.
Result<Records> behind_cell(db::Transaction& transaction, const Viewer& viewer, const std::string& id, const std::string& row, const std::string& cell, std::int64_t offset, std::int64_t limit);

struct CellForm {
  std::string id, row, cell;
  std::optional<std::int64_t> value; ///< nothing: the computed figure stands again
  std::string reason;
};
/// Problems reporting.unknown, sent_already, row_unknown, value, reason_missing.
Result<void> correct(db::Database& database, const Act& act, const Viewer& viewer, const CellForm& form);

struct SendForm {
  std::string id, filler, telephone, note;
};
/// The figures are those of the moment. Problems reporting.unknown, sent_already, text_missing, note_missing.
Result<void> send(db::Database& database, const Act& act, const Viewer& viewer, const SendForm& form);

/// So that the district can mend it. Problems reporting.unknown, not_sent, reason_missing.
Result<void> reopen(db::Database& database, const Act& act, const Viewer& viewer, const std::string& id, const std::string& reason);

} // namespace ankao::reporting
