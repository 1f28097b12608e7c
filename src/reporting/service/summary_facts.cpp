// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/summary_facts.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"
#include "inspection/files/checklists.hpp"
#include "inspection/files/law.hpp"
#include "inspection/service/counted.hpp"
#include "inspection/service/summed.hpp"
#include "reporting/files/law.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/rules/tally.hpp"
#include "reporting/service/books.hpp"
#include "reporting/service/counting.hpp"
#include "reporting/service/returns.hpp"
#include "reporting/service/summary_measures.hpp"
#include "registry/words/organisation.hpp"

namespace ankao::reporting {
namespace {

constexpr std::size_t k_most_places = 3;
using Values = std::map<std::string, std::int64_t>;

/// Everything is read once.
struct Ground {
  const inspection::Campaign& campaign;
  std::string district;
  Date from, to, today;
  std::vector<inspection::Target> targets;
  std::vector<inspection::Counted> visits, self_problems;
  std::vector<inspection::SummedProblem> problems;
};

Ground ground_of(db::Transaction& transaction, const inspection::Campaign& campaign, const std::string& district, Date today) {
  const Date from = periods_of(shipped_law(), campaign.year).front().start;
  // Records of the time after the campaign belong to the next one.
  const inspection::Phase* last = campaign.phase(shipped_summary_law().due_phase);
  const Date to = last == nullptr ? today : std::min(today, last->to);
  const Instant begin = start_of(from), end = start_of(to + 1);
  Ground out{campaign, district, from, to, today, inspection::targets_in(transaction, campaign.id, district), inspection::signed_visits(transaction, campaign.id, district, begin, end), {}, inspection::office_problems(transaction, campaign.id, district)};
  for (auto& one : inspection::problems_found(transaction, campaign.id, district, begin, end))
    if (one.by.find(':') != std::string::npos) out.self_problems.push_back(std::move(one));
  for (auto& one : inspection::problems_reported(transaction, campaign.id, district, begin, end))
    out.self_problems.push_back(std::move(one));
  return out;
}

bool by_unit(const std::string& by) { return by.find(':') != std::string::npos; }
bool closed(const inspection::SummedProblem& one) { return one.defect.state == inspection::DefectState::Closed; }
/// Not corrected, or come back.
bool left(const inspection::SummedProblem& one) { return !closed(one) || one.looked == "again" || one.looked == "open"; }

std::int64_t tenths_of(std::int64_t part, std::int64_t whole) { return whole == 0 ? 0 : (2000 * part + whole) / (2 * whole); }

/// Whose inspection it was.
const char* phase_of(const std::string& by, const std::string& district) {
  if (by_unit(by)) return "self";
  return by.empty() ? "city" : by == district ? "own" : "cross";
}

void count_units(const Ground& ground, Values& out) {
  std::set<std::string> institutions, sites, organisations, covered;
  for (const auto& one : ground.targets) {
    if (one.subject.starts_with("institution:")) institutions.insert(one.subject);
    if (one.subject.starts_with("site:")) sites.insert(one.subject);
    // The city's own is inspected where it is (G-09): it is of no district and no part of full coverage.
    if (!registry::organisation_of(one.subject).empty()) organisations.insert(one.subject);
  }
  for (const auto& one : ground.visits) {
    const std::string phase = phase_of(one.by, one.district);
    if (phase == "self") continue;
    ++out["visits_" + phase];
    if (institutions.contains(one.subject) || sites.contains(one.subject) || organisations.contains(one.subject)) covered.insert(one.subject);
  }
  const auto all = static_cast<std::int64_t>(institutions.size() + sites.size() + organisations.size()), done = static_cast<std::int64_t>(covered.size());
  out["targets_institutions"] = static_cast<std::int64_t>(institutions.size());
  out["targets_sites"] = static_cast<std::int64_t>(sites.size());
  out["targets_organisations"] = static_cast<std::int64_t>(organisations.size());
  out["covered"] = done;
  out["uncovered"] = all - done;
  out["coverage"] = tenths_of(done, all);
}

void count_problems(const Ground& ground, Values& out) {
  for (const auto& one : ground.problems) {
    ++out["problems"];
    ++out[closed(one) ? "problems_closed" : "problems_open"];
    if (one.defect.overdue(ground.today)) ++out["problems_overdue"];
    if (one.defect.level > 1) ++out["problems_repeated"];
    if (one.looked.empty()) continue;
    ++out["looked"];
    ++out["looked_" + one.looked];
  }
  out["closed_share"] = tenths_of(out["problems_closed"], out["problems"]);
  out["self_problems"] = static_cast<std::int64_t>(ground.self_problems.size());
}

void count_scores(const HonestyGap& gap, Values& out) {
  out["score_places"] = gap.places;
  out["score_higher"] = gap.higher;
  out["score_gap"] = gap.mean;
  out["score_self_problems"] = gap.self_problems;
  out["score_official_problems"] = gap.official_problems;
}

std::vector<BeforeAfter> phases_of(const Ground& ground) {
  std::vector<BeforeAfter> out{{"self", 0, 0}, {"own", 0, 0}, {"cross", 0, 0}, {"city", 0, 0}};
  const auto add = [&](const std::string& phase, bool stays) {
    for (BeforeAfter& one : out)
      if (one.phase == phase) ++one.found, one.left += stays ? 1 : 0;
  };
  for (const auto& one : ground.self_problems) add("self", !one.closed);
  for (const auto& one : ground.problems) add(phase_of(one.defect.by, one.defect.district), left(one));
  return out;
}

std::vector<CheckedKind> kinds_of(const Ground& ground) {
  std::vector<CheckedKind> out;
  for (const auto& form : inspection::shipped_checklists()) {
    CheckedKind kind{form.id, form.title.zh, 0, 0, 0, 0};
    for (const auto& one : ground.problems) {
      if (one.defect.checklist != form.id) continue;
      ++kind.found;
      ++(closed(one) ? kind.closed : kind.open);
      if (one.defect.overdue(ground.today)) ++kind.overdue;
    }
    if (kind.found > 0) out.push_back(kind);
  }
  return out;
}

std::vector<std::string> most_frequent(const std::map<std::string, std::int64_t>& places) {
  std::vector<std::pair<std::string, std::int64_t>> all(places.begin(), places.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> out;
  for (const auto& [name, count] : all) {
    if (out.size() == k_most_places) break;
    out.push_back(name + (count > 1 ? "（" + std::to_string(count) + "条）" : ""));
  }
  return out;
}

std::vector<CauseRow> causes_of(const Ground& ground) {
  std::map<std::pair<std::string, std::string>, CauseRow> rows;
  std::map<std::pair<std::string, std::string>, std::map<std::string, std::int64_t>> places;
  for (const auto& one : ground.problems) {
    const inspection::Defect& defect = one.defect;
    const auto key = std::pair(defect.checklist, defect.item);
    CauseRow& row = rows[key];
    if (row.found == 0) {
      const auto* form = inspection::shipped_checklist(defect.checklist);
      const auto* item = form == nullptr ? nullptr : form->item(defect.item);
      row = {defect.checklist, defect.item, defect.number, defect.clause.empty() ? defect.item : defect.clause, item == nullptr ? defect.number : item->title.zh, 0, 0, 0, 0, {}};
    }
    ++row.found;
    if (closed(one)) ++row.closed;
    if (defect.overdue(ground.today)) ++row.overdue;
    if (defect.level > 1) ++row.repeated;
    ++places[key][defect.name];
  }
  std::vector<CauseRow> out;
  for (auto& [key, row] : rows) {
    row.places = most_frequent(places[key]);
    out.push_back(std::move(row));
  }
  std::stable_sort(out.begin(), out.end(), [](const CauseRow& a, const CauseRow& b) { return a.found > b.found; });
  return out;
}

/// Rows of the table, each with what came after it was sent (G-68).
class Tables {
public:
  Tables(db::Transaction& transaction, const Ground& ground, SummaryFacts& facts)
      : law_(shipped_law())
      , ground_(ground)
      , facts_(facts)
      , book_(empty_book_of_campaign(transaction, ground.campaign.id, ground.district, ground.today)) {
    ensure(book_.has_value(), "the campaign has its book");
    basis_ = basis_of(transaction, ground.campaign.id, ground.district, whole());
    for (const std::string& district : book_->districts) add(district);
    extra_ = tally(law_.extra, joined(basis_), whole(), 0);
  }

  SummaryFigure figure(const SummaryFigureLaw& one) const {
    if (const auto found = extra_.find(one.row); found != extra_.end()) return {one.id, found->second.total, 0, ""};
    const auto found = rows_.find(one.row);
    SummaryFigure out = found == rows_.end() ? SummaryFigure{} : found->second;
    out.id = one.id;
    if (const auto month = parse_month(facts_.table_month)) out.ref = id_of(*month, ground_.district);
    return out;
  }

private:
  /// The time of the campaign up to today, as one period.
  std::vector<Period> whole() const { return {{month_of(ground_.to), ground_.from, ground_.from, ground_.to}}; }

  const Kept* last_sent(const std::string& district) const {
    const Kept* out = nullptr;
    for (const Kept& one : book_->kept)
      if (one.district == district && one.state == State::Submitted && (out == nullptr || out->month < one.month)) out = &one;
    return out;
  }

  void add(const std::string& district) {
    const Kept* sent = last_sent(district);
    const Figures now = tally(law_.rows, basis_[district], whole(), 0);
    if (sent == nullptr) ++facts_.tables_missing;
    else if (facts_.table_month < to_string(sent->month)) facts_.table_month = to_string(sent->month);
    for (const auto& [row, value] : now) {
      SummaryFigure& sum = rows_[row];
      if (sent == nullptr) {
        sum.value += value.total;
        continue;
      }
      const auto pair = [&](const Figures& from) { return from.contains(row) ? from.at(row).total : 0; };
      sum.value += pair(sent->sent);
      sum.later += value.total - pair(sent->computed);
    }
  }

  const ReportingLaw& law_;
  const Ground& ground_;
  SummaryFacts& facts_;
  std::optional<Book> book_;
  std::map<std::string, Basis> basis_;
  std::map<std::string, SummaryFigure> rows_;
  Figures extra_;
};

std::vector<ClearedCaseLine> cases_of(db::Transaction& transaction, const Ground& ground) {
  std::vector<ClearedCaseLine> out;
  for (auto& one : inspection::cleared_cases(transaction, ground.campaign.id, ground.district)) {
    std::string kind = one.kind;
    for (const auto& law : inspection::shipped_law().cases)
      if (law.id == one.kind) kind = law.words.zh;
    out.push_back({one.id, one.district, kind, one.title, one.text});
  }
  return out;
}

} // namespace

SummaryFacts facts_of(db::Transaction& transaction, const inspection::Campaign& campaign, const std::string& district, Instant now) {
  const Ground ground = ground_of(transaction, campaign, district, date_of(now));
  SummaryFacts out;
  out.at = now;
  out.measures = measures_of(transaction, campaign.id, district);
  out.kinds = kinds_of(ground);
  out.phases = phases_of(ground);
  out.causes = causes_of(ground);
  out.cases = cases_of(transaction, ground);
  Values counted;
  count_units(ground, counted);
  count_problems(ground, counted);
  count_scores(out.measures.honesty, counted);
  counted["cases_cleared"] = static_cast<std::int64_t>(out.cases.size());
  counted["cases"] = static_cast<std::int64_t>(inspection::cases_reported(transaction, campaign.id, district, start_of(ground.from), start_of(ground.to + 1)).size());
  const Tables tables(transaction, ground, out);
  for (const SummaryFigureLaw& one : shipped_summary_law().figures) out.figures.push_back(one.row.empty() ? SummaryFigure{one.id, counted[one.id], 0, ""} : tables.figure(one));
  return out;
}

} // namespace ankao::reporting
