// SPDX-License-Identifier: Apache-2.0
// The summary report: drafted from records, written on by people, signed by a second one, sent to the city and received; the city's own
// from all of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "inspection/words/campaign.hpp"
#include "reporting/rules/summary.hpp"
#include "reporting/service/returns.hpp"
#include "reporting/words/summary.hpp"

namespace ankao::reporting {

/// "SI-2023-440106", "SI-2023-city".
struct SummaryKey {
  std::string campaign, district; ///< district "" the city
};
std::optional<SummaryKey> summary_key_of(const std::string& id);
std::string summary_id_of(const std::string& campaign, const std::string& district);

/// A report beside what it stands in; one that nobody has begun is an empty draft.
struct WholeSummary {
  Summary mine;
  inspection::Campaign campaign;
  std::optional<Date> due; ///< G-04: until 24:00; the city's own has none
  bool overdue = false;
  std::vector<DistrictLine> districts; ///< of the city's: how far each is today
  std::vector<Edition> editions;
};

/// Problems reporting.summary_unknown: no such campaign or district, or not the viewer's.
Result<WholeSummary> whole_summary(db::Transaction& transaction, const Viewer& viewer, const std::string& id, Date today);
/// Of every district in reach, the city's own first; heads only.
std::vector<WholeSummary> all_summaries(db::Transaction& transaction, const Viewer& viewer, const std::string& campaign, Date today);
/// How far each report of a campaign is, the city's own first; of districts with the day by which it is due.
struct SummaryStand {
  std::string id, district;
  SummaryState state = SummaryState::Draft;
  std::optional<Date> due;
};
std::vector<SummaryStand> standing_summaries(db::Transaction& transaction, const inspection::Campaign& campaign);
/// What districts wrote in a chapter, for the city's own: those that have been sent.
struct DistrictText {
  std::string district, text;
};
std::vector<DistrictText> texts_of_districts(db::Transaction& transaction, const std::string& campaign, const std::string& chapter);
Letterhead letterhead_of(const WholeSummary& whole);

/// What drawing the figures again would change; nothing is changed.
struct Redraw {
  std::vector<FigureChange> figures;
  std::vector<std::string> replaced; ///< chapters that nobody has touched
  std::vector<std::string> beside;   ///< chapters that a person wrote in: the new draft is laid beside
};
Result<Redraw> look_ahead(db::Transaction& transaction, const Viewer& viewer, const std::string& id, Instant now);

/// Takes the figures and drafts the chapters; what a person wrote stays. Problems reporting.summary_unknown, summary_state.
Result<Redraw> draw(db::Database& database, const Act& act, const Viewer& viewer, const std::string& id);

struct ChapterForm {
  std::string id, chapter;
  int version = 0; ///< the one that was written on
  std::string text;
};
/// Also reporting.chapter_unknown, summary_stale, summary_too_long.
Result<void> write_chapter(db::Database& database, const Act& act, const Viewer& viewer, const ChapterForm& form);
/// An earlier version as the newest; `from` 0: what the platform last drafted. Also reporting.version_unknown.
Result<void> restore_chapter(db::Database& database, const Act& act, const Viewer& viewer, const ChapterForm& form, int from);
Result<std::vector<SummaryText>> chapter_versions(db::Transaction& transaction, const Viewer& viewer, const std::string& id, const std::string& chapter);

struct StepForm {
  std::string id;
  int revision = 0; ///< of what was seen: reporting.summary_stale
  std::string number, reason;
};
/// To the second person. A chapter that is needed and empty: reporting.summary_incomplete with a part for each; the city's own without the
/// report of every district: reporting.summary_districts, unless it says why.
Result<void> propose(db::Database& database, const Act& act, const Viewer& viewer, const StepForm& form);
/// By another person of the office: reporting.summary_same_person. A district's goes to the city and ends its term, the city's own is
/// sealed; refused, it goes back with the reason.
Result<void> sign(db::Database& database, const Act& act, const Viewer& viewer, const StepForm& form, bool accept);
/// The city takes a district's, or gives it back with a reason.
Result<void> receive(db::Database& database, const Act& act, const Viewer& viewer, const StepForm& form, bool accept);
/// What was signed stays; a further edition is begun with its reason.
Result<void> revise(db::Database& database, const Act& act, const Viewer& viewer, const StepForm& form);

/// Edition n as it was signed; 0: as it stands. reporting.edition_unknown.
Result<Summary> edition_of(const WholeSummary& whole, int edition);

} // namespace ankao::reporting
