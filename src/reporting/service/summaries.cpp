// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/summaries.hpp"

#include <algorithm>

#include "inspection/service/counted.hpp"
#include "registry/service/city.hpp"
#include "reporting/files/summary_facts.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/service/summary_facts.hpp"
#include "reporting/service/summary_step.hpp"
#include "reporting/store/summaries.hpp"

namespace ankao::reporting {
namespace {

constexpr const char* k_city = "city";
constexpr std::size_t k_longest_text = 60'000;

Summary begun(const std::string& campaign, const std::string& district) {
  Summary out;
  out.campaign = campaign;
  out.district = district;
  return out;
}

bool sent(SummaryState state) { return state == SummaryState::Filed || state == SummaryState::Received; }

std::vector<DistrictLine> lines_of_districts(db::Transaction& transaction, const inspection::Campaign& campaign, std::optional<Date> due) {
  std::vector<DistrictLine> out;
  const auto all = store::summaries(transaction, campaign.id);
  for (const auto& district : registry::City::shipped().catalogue.districts) {
    DistrictLine line{district.code, "draft", std::nullopt, false, 0, 0};
    for (const Summary& one : all)
      if (one.district == district.code) {
        line.state = name_of(one.state);
        if (sent(one.state) && one.signed_by) line.filed_at = one.signed_by->at;
      }
    line.in_time = line.filed_at && due && date_of(*line.filed_at) <= *due;
    out.push_back(line);
  }
  return out;
}

std::optional<Date> due_of(const inspection::Campaign& campaign) {
  const inspection::Phase* phase = campaign.phase(shipped_summary_law().due_phase);
  return phase == nullptr ? std::nullopt : std::optional(phase->to);
}

WholeSummary whole_of(const inspection::Campaign& campaign, Summary mine, Date today) {
  WholeSummary out;
  out.campaign = campaign;
  if (!mine.is_city()) out.due = due_of(campaign);
  out.overdue = out.due && today > *out.due && (open_to_pen(mine.state) || mine.state == SummaryState::Proposed);
  out.mine = std::move(mine);
  return out;
}

/// The city's report names its districts and what was found in each.
SummaryFacts taken(db::Transaction& transaction, const WholeSummary& whole, Instant now) {
  SummaryFacts facts = facts_of(transaction, whole.campaign, whole.mine.district, now);
  if (!whole.mine.is_city()) return facts;
  facts.districts = whole.districts;
  std::int64_t filed = 0;
  for (DistrictLine& line : facts.districts) {
    const SummaryFacts part = facts_of(transaction, whole.campaign, line.district, now);
    line.problems = part.figure("problems")->value;
    line.closed = part.figure("problems_closed")->value;
    if (line.filed_at) ++filed;
  }
  for (SummaryFigure& one : facts.figures) {
    if (one.id == "districts_filed") one.value = filed;
    if (one.id == "districts_missing") one.value = static_cast<std::int64_t>(facts.districts.size()) - filed;
  }
  return facts;
}

/// Nobody but the platform wrote what stands there.
bool untouched(const Summary& summary, const std::string& chapter) {
  const auto found = summary.texts.find(chapter);
  return found == summary.texts.end() || found->second.origin == "records";
}

Redraw redraw_of(const Summary& mine, const SummaryFacts& facts, const std::map<std::string, std::string>& drafts) {
  Redraw out;
  out.figures = changes_between(mine.facts.value_or(SummaryFacts{}), facts);
  for (const auto& [chapter, text] : drafts) {
    const auto last = mine.drafted.find(chapter);
    if (mine.text(chapter) == text || (last != mine.drafted.end() && last->second == text)) continue;
    (untouched(mine, chapter) ? out.replaced : out.beside).push_back(chapter);
  }
  return out;
}

std::map<std::string, std::string> drafts_of(const SummaryFacts& facts, const Letterhead& head) {
  std::map<std::string, std::string> out;
  const SummaryLaw& law = shipped_summary_law();
  for (const ChapterLaw& one : law.chapters)
    if (!one.by_person) out[one.id] = draft_of(law, one, facts, head);
  return out;
}

void put(SummaryStep& step, const std::string& chapter, const std::string& text, const char* origin) {
  SummaryText one{chapter, step.mine.texts.contains(chapter) ? step.mine.texts[chapter].version + 1 : 1, text, origin, step.act.actor.account, step.act.actor.name, step.act.at};
  store::put_text(step.transaction, step.mine, one);
  step.mine.texts[chapter] = std::move(one);
}

Result<void> may_write(const Viewer& viewer, const Summary& summary, const std::string& id) {
  if (!of_office(viewer, summary)) return summary_unknown(id);
  if (!open_to_pen(summary.state)) return wrong_state(id);
  return {};
}

Result<void> check_chapter(const Summary& summary, const ChapterForm& form) {
  if (shipped_summary_law().chapter(form.chapter) == nullptr) return problem("reporting.chapter_unknown", {{"value", form.chapter}}, "chapter");
  const auto found = summary.texts.find(form.chapter);
  const int version = found == summary.texts.end() ? 0 : found->second.version;
  if (version != form.version) return problem("reporting.summary_stale", {{"value", found == summary.texts.end() ? "" : found->second.person}}, "version");
  return {};
}

} // namespace

std::optional<SummaryKey> summary_key_of(const std::string& id) {
  const auto dash = id.rfind('-');
  if (dash == std::string::npos || dash == 0) return std::nullopt;
  const std::string campaign = id.substr(0, dash), district = id.substr(dash + 1);
  if (district == k_city) return SummaryKey{campaign, ""};
  if (registry::City::shipped().catalogue.district(district) == nullptr) return std::nullopt;
  return SummaryKey{campaign, district};
}

std::string summary_id_of(const std::string& campaign, const std::string& district) { return campaign + "-" + (district.empty() ? std::string(k_city) : district); }

Result<WholeSummary> whole_summary(db::Transaction& transaction, const Viewer& viewer, const std::string& id, Date today) {
  const auto key = summary_key_of(id);
  if (!key || (viewer.kind != k_city && (viewer.id.empty() || viewer.id != key->district))) return summary_unknown(id);
  const auto campaign = inspection::campaign_in(transaction, key->campaign);
  if (!campaign) return summary_unknown(id);
  auto kept = store::summary(transaction, key->campaign, key->district);
  WholeSummary out = whole_of(*campaign, kept ? std::move(*kept) : begun(key->campaign, key->district), today);
  if (key->district.empty()) out.districts = lines_of_districts(transaction, *campaign, due_of(*campaign));
  out.editions = store::editions(transaction, key->campaign, key->district);
  return out;
}

std::vector<WholeSummary> all_summaries(db::Transaction& transaction, const Viewer& viewer, const std::string& campaign_id, Date today) {
  std::vector<WholeSummary> out;
  const auto campaign = inspection::campaign_in(transaction, campaign_id);
  if (!campaign) return out;
  const auto kept = store::summaries(transaction, campaign_id);
  const auto add = [&](const std::string& district) {
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const Summary& one) { return one.district == district; });
    out.push_back(whole_of(*campaign, found == kept.end() ? begun(campaign_id, district) : *found, today));
  };
  if (viewer.kind == k_city) add("");
  for (const auto& one : registry::City::shipped().catalogue.districts)
    if (viewer.kind == k_city || viewer.id == one.code) add(one.code);
  return out;
}

std::vector<SummaryStand> standing_summaries(db::Transaction& transaction, const inspection::Campaign& campaign) {
  std::map<std::string, SummaryState> states;
  for (const Summary& one : store::summaries(transaction, campaign.id)) states[one.district] = one.state;
  std::vector<SummaryStand> out{{summary_id_of(campaign.id, ""), "", states[""], std::nullopt}};
  for (const auto& one : registry::City::shipped().catalogue.districts) out.push_back({summary_id_of(campaign.id, one.code), one.code, states[one.code], due_of(campaign)});
  return out;
}

std::vector<DistrictText> texts_of_districts(db::Transaction& transaction, const std::string& campaign, const std::string& chapter) {
  std::vector<DistrictText> out;
  for (const Summary& one : store::summaries(transaction, campaign)) {
    if (one.is_city() || !sent(one.state)) continue;
    const auto all = store::versions(transaction, campaign, one.district, chapter);
    if (!all.empty()) out.push_back({one.district, all.back().text});
  }
  return out;
}

Letterhead letterhead_of(const WholeSummary& whole) {
  const auto& city = registry::City::shipped();
  const std::string name = whole.mine.is_city() ? city.catalogue.city_name : city.name_of(whole.mine.district);
  return {(whole.mine.is_city() ? name : city.catalogue.city_name + name) + "应急管理局", name, whole.campaign.year, whole.mine.is_city()};
}

Result<Redraw> look_ahead(db::Transaction& transaction, const Viewer& viewer, const std::string& id, Instant now) {
  const auto whole = whole_summary(transaction, viewer, id, date_of(now));
  if (!whole.ok()) return whole.problem();
  const SummaryFacts facts = taken(transaction, *whole, now);
  return redraw_of(whole->mine, facts, drafts_of(facts, letterhead_of(*whole)));
}

Result<Redraw> draw(db::Database& database, const Act& act, const Viewer& viewer, const std::string& id) {
  Redraw out;
  const auto done = step(database, act, viewer, id, [&](SummaryStep& step) -> Result<void> {
    if (auto may = may_write(viewer, step.mine, id); !may.ok()) return may;
    const SummaryFacts facts = taken(step.transaction, step.whole, act.at);
    const auto drafts = drafts_of(facts, letterhead_of(step.whole));
    out = redraw_of(step.mine, facts, drafts);
    for (const auto& [chapter, text] : drafts) {
      if (untouched(step.mine, chapter) && step.mine.text(chapter) != text) put(step, chapter, text, "records");
      store::put_draft(step.transaction, step.mine, chapter, text);
      step.mine.drafted[chapter] = text;
    }
    step.mine.facts = facts;
    step.keep("summary.draft", "M-4.1.9", "");
    return {};
  });
  if (!done.ok()) return done.problem();
  return out;
}

Result<void> write_chapter(db::Database& database, const Act& act, const Viewer& viewer, const ChapterForm& form) {
  return step(database, act, viewer, form.id, [&](SummaryStep& step) -> Result<void> {
    if (auto may = may_write(viewer, step.mine, form.id); !may.ok()) return may;
    if (auto fine = check_chapter(step.mine, form); !fine.ok()) return fine;
    if (form.text.size() > k_longest_text) return problem("reporting.summary_too_long", {{"limit", std::to_string(k_longest_text / 3)}}, "text");
    if (step.mine.texts.contains(form.chapter) && step.mine.text(form.chapter) == form.text) return {};
    put(step, form.chapter, form.text, "person");
    step.keep("summary.write", shipped_summary_law().chapter(form.chapter)->clause, form.chapter);
    return {};
  });
}

Result<void> restore_chapter(db::Database& database, const Act& act, const Viewer& viewer, const ChapterForm& form, int from) {
  return step(database, act, viewer, form.id, [&](SummaryStep& step) -> Result<void> {
    if (auto may = may_write(viewer, step.mine, form.id); !may.ok()) return may;
    if (auto fine = check_chapter(step.mine, form); !fine.ok()) return fine;
    if (from == 0) {
      const auto drafted = step.mine.drafted.find(form.chapter);
      if (drafted == step.mine.drafted.end()) return problem("reporting.version_unknown", {{"value", "0"}}, "from");
      put(step, form.chapter, drafted->second, "records");
    } else {
      const auto all = store::versions(step.transaction, step.mine.campaign, step.mine.district, form.chapter);
      const auto found = std::find_if(all.begin(), all.end(), [&](const SummaryText& one) { return one.version == from; });
      if (found == all.end()) return problem("reporting.version_unknown", {{"value", std::to_string(from)}}, "from");
      put(step, form.chapter, found->text, "restored");
    }
    step.keep("summary.restore", shipped_summary_law().chapter(form.chapter)->clause, form.chapter + " " + std::to_string(from));
    return {};
  });
}

Result<std::vector<SummaryText>> chapter_versions(db::Transaction& transaction, const Viewer& viewer, const std::string& id, const std::string& chapter) {
  const auto whole = whole_summary(transaction, viewer, id, Date{});
  if (!whole.ok()) return whole.problem();
  if (shipped_summary_law().chapter(chapter) == nullptr) return problem("reporting.chapter_unknown", {{"value", chapter}}, "chapter");
  return store::versions(transaction, whole->mine.campaign, whole->mine.district, chapter);
}

Result<Summary> edition_of(const WholeSummary& whole, int edition) {
  if (edition == 0) return whole.mine;
  for (const Edition& one : whole.editions)
    if (one.edition == edition) return read_edition(one.content);
  return problem("reporting.edition_unknown", {{"value", std::to_string(edition)}}, "edition");
}

} // namespace ankao::reporting
