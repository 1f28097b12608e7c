// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/closing.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/store/lines.hpp"
#include "inspection/store/papers.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/city.hpp"

namespace ankao::inspection {
namespace {

std::string district_words(const std::string& code) { return registry::City::shipped().name_of(code); }

/// Everything that decides, read once.
struct Ground {
  std::vector<Target> targets;
  std::set<std::string> districts;      ///< with units
  std::set<std::string> inspected;      ///< targets with a signed visit by an office
  std::set<std::string> self_inspected; ///< by themselves
};

Ground ground_of(db::Transaction& transaction, const Campaign& campaign) {
  Ground out{store::all_targets(transaction, campaign.id), {}, store::visited_targets(transaction, campaign.id, false), store::visited_targets(transaction, campaign.id, true)};
  for (const Target& one : out.targets)
    if (!one.district.empty()) out.districts.insert(one.district);
  return out;
}

void add_receipts(db::Transaction& transaction, const Campaign& campaign, const Ground& ground, std::vector<OpenThing>& out) {
  for (const std::string& one : ground.districts)
    if (!store::paper_of(transaction, PaperKind::Receipt, campaign.id, "district:" + one)) out.push_back({"receipt", one, "district:" + one, district_words(one)});
}

void add_self(db::Transaction& transaction, const Campaign& campaign, const Ground& ground, std::vector<OpenThing>& out) {
  std::map<std::string, std::string> reports; // subject -> state
  const auto states = transaction.query("SELECT subject, state FROM campaign_paper WHERE kind = 'self_report' AND campaign = $1", {campaign.id});
  for (std::size_t i = 0; i < states.size(); ++i) reports[states.text(i, "subject")] = states.text(i, "state");
  std::set<std::string> seen, visited_units;
  for (const Target& one : ground.targets)
    if (ground.self_inspected.contains(one.id)) visited_units.insert(one.subject);
  for (const Target& one : ground.targets) {
    if (one.checklist == "production_unit" || !seen.insert(one.subject).second) continue;
    const auto found = reports.find(one.subject);
    const std::string state = found == reports.end() ? "" : found->second;
    const bool visited = visited_units.contains(one.subject);
    if (state == "submitted") out.push_back({"self_receive", one.district, one.subject, one.name});
    else if (state != "received" && !visited) out.push_back({"self_report", one.district, one.subject, one.name});
  }
}

/// The examination organisation is inspected by the city, where it is (G-09); production units are no part of full coverage.
void add_uninspected(const Ground& ground, std::vector<OpenThing>& out) {
  for (const Target& one : ground.targets)
    if (one.checklist != "production_unit" && !one.district.empty() && !ground.inspected.contains(one.id)) out.push_back({"uninspected", one.district, one.id, one.name});
}

void add_handovers(db::Transaction& transaction, const Campaign& campaign, const Ground& ground, std::vector<OpenThing>& out) {
  const auto pairs = pairs_of(transaction, campaign);
  if (pairs.empty()) out.push_back({"pairing", "", campaign.id, campaign.title});
  for (const Pair& pair : pairs) {
    if (!ground.districts.contains(pair.of)) continue;
    const auto paper = store::paper_of(transaction, PaperKind::Handover, campaign.id, pair.by + ">" + pair.of);
    const std::string name = district_words(pair.by) + " → " + district_words(pair.of);
    if (!paper) out.push_back({"handover", pair.by, pair.by + ">" + pair.of, name});
    else if (paper->state != "received") out.push_back({"handover_receipt", pair.of, paper->id(), name});
  }
}

void add_rest(db::Transaction& transaction, const Campaign& campaign, std::vector<OpenThing>& out) {
  const auto spots = store::spot_lines(transaction, campaign.id);
  for (const auto& one : spots)
    if (!one.done) out.push_back({"spot", "", one.id, one.name});
  if (spots.empty()) out.push_back({"spot", "", campaign.id, campaign.title});
  for (const Paper& one : store::papers(transaction, PaperKind::Case, campaign.id))
    if (one.state == "reported" || one.state == "worded") out.push_back({"case", one.district, one.id(), one.name});
}

void add_defects(db::Transaction& transaction, const Campaign& campaign, std::vector<OpenThing>& out) {
  for (const auto& one : store::office_defect_lines(transaction, campaign.id)) {
    if (!one.looked) out.push_back({"look_back", one.district, one.id, one.name});
    if (!one.closed) out.push_back({"problem", one.district, one.id, one.name});
  }
}

int place_of(const std::string& kind) {
  const auto& law = shipped_law().closing;
  return static_cast<int>(std::find_if(law.begin(), law.end(), [&](const ClosingLaw& one) { return one.id == kind; }) - law.begin());
}

} // namespace

namespace {

std::vector<OpenThing> all_but_defects(db::Transaction& transaction, const Campaign& campaign, const OpenElsewhere& elsewhere) {
  std::vector<OpenThing> out;
  const Ground ground = ground_of(transaction, campaign);
  add_receipts(transaction, campaign, ground, out);
  add_self(transaction, campaign, ground, out);
  add_uninspected(ground, out);
  add_handovers(transaction, campaign, ground, out);
  add_rest(transaction, campaign, out);
  if (elsewhere)
    for (OpenThing& one : elsewhere(transaction, campaign))
      if (one.district.empty() || ground.districts.contains(one.district)) out.push_back(std::move(one));
  return out;
}

void in_order(std::vector<OpenThing>& all) {
  std::map<std::string, int> places;
  for (const OpenThing& one : all) places.try_emplace(one.kind, place_of(one.kind));
  std::stable_sort(all.begin(), all.end(), [&](const OpenThing& a, const OpenThing& b) {
    const int left = places.at(a.kind), right = places.at(b.kind);
    return left != right ? left < right : a.district != b.district ? a.district < b.district : a.name < b.name;
  });
}

void add_first(std::vector<OpenKinds>& out, const std::string& kind, std::int64_t count, const std::vector<store::DefectLine>& lines) {
  OpenKinds one{kind, count, {}};
  for (const auto& line : lines) one.first.push_back({kind, line.district, line.id, line.name});
  out.push_back(std::move(one));
}

} // namespace

std::vector<OpenThing> open_things(db::Transaction& transaction, const Campaign& campaign, const OpenElsewhere& elsewhere) {
  auto out = all_but_defects(transaction, campaign, elsewhere);
  add_defects(transaction, campaign, out);
  in_order(out);
  return out;
}

OpenSummary open_summary(db::Transaction& transaction, const Campaign& campaign, const std::string& district, std::size_t most, const OpenElsewhere& elsewhere) {
  OpenSummary out;
  auto all = all_but_defects(transaction, campaign, elsewhere);
  in_order(all);
  std::map<std::string, std::size_t> places;
  for (const OpenThing& one : all) {
    if (!district.empty() && one.district != district) continue;
    const auto [at, fresh] = places.try_emplace(one.kind, out.kinds.size());
    if (fresh) out.kinds.push_back({one.kind, 0, {}});
    OpenKinds& kind = out.kinds[at->second];
    ++kind.count;
    if (kind.first.size() < most) kind.first.push_back(one);
  }
  const auto defects = store::open_defects(transaction, campaign.id, district, static_cast<int>(most));
  add_first(out.kinds, "look_back", defects.unlooked_count, defects.unlooked);
  add_first(out.kinds, "problem", defects.open_count, defects.open);
  for (const char* phase : {"enforcement", "spot", "summary"}) out.phases[phase] = static_cast<std::int64_t>(open_in_phase(all, phase, district).size());
  out.phases["summary"] = store::unlooked_of(transaction, campaign.id, district);
  return out;
}

std::vector<OpenThing> open_in_phase(const std::vector<OpenThing>& all, const std::string& phase, const std::string& district) {
  static const std::map<std::string, std::set<std::string>> asked{{"enforcement", {"uninspected", "handover", "handover_receipt"}}, {"spot", {"spot"}}, {"summary", {"look_back"}}};
  std::vector<OpenThing> out;
  const auto found = asked.find(phase);
  if (found == asked.end()) return out;
  for (const OpenThing& one : all)
    if (found->second.contains(one.kind) && one.district == district) out.push_back(one);
  return out;
}

Result<void> complete_phase(db::Database& database, const Party& party, const std::string& campaign_id, const std::string& phase) {
  static const std::map<std::string, std::pair<Task, const char*>> tasks{{"enforcement", {Task::Cross, "inspection.complete"}}, {"spot", {Task::Spot, "inspection.spot_check"}}, {"summary", {Task::LookBack, "campaign.look_back"}}};
  const auto done = db::decide(database, [&](db::Transaction& transaction) -> Result<bool> {
    const auto campaign = running(transaction, campaign_id);
    if (!campaign.ok()) return campaign.problem();
    const auto task = tasks.find(phase);
    if (task == tasks.end()) return problem("inspection.phase_unknown", {{"value", phase}}, "phase");
    if (party.city() != (phase == "spot")) return problem("inspection.not_yours", {{"value", campaign->title}}, "phase");
    const std::string district = phase == "spot" ? "" : party.viewer.id;
    const auto open = open_in_phase(open_things(transaction, *campaign), phase, district);
    if (!open.empty()) return problem("inspection.phase_open", {{"count", std::to_string(open.size())}, {"first", open.front().name}}, "phase");
    const std::string who = phase == "spot" ? "city" : "district:" + district;
    ledger::append(transaction, {party.actor, party.now, task->second.second, "campaign:" + campaign_id, "", to_hex(sm3(campaign_id + "\n" + phase + "\n" + who)), campaign->phase(phase) ? campaign->phase(phase)->clause : "", who});
    task_done(transaction, party, *campaign, task->second.first, who, district_words(district));
    return true;
  });
  return done.ok() ? Result<void>{} : Result<void>(done.problem());
}

Result<Campaign> close_campaign(db::Database& database, const Party& party, const std::string& campaign_id, const std::string& reason, const OpenElsewhere& elsewhere) {
  if (auto fine = check_words("reason", reason, false); !fine) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Campaign> {
    auto campaign = running(transaction, campaign_id);
    if (!campaign.ok()) return campaign;
    if (!party.city()) return problem("inspection.not_yours", {{"value", campaign->title}}, "campaign");
    const auto open = open_things(transaction, *campaign, elsewhere);
    Problem refused = problem("inspection.closing_open", {}, "reason");
    int needed = 0;
    for (const ClosingLaw& law : shipped_law().closing) {
      const auto count = std::count_if(open.begin(), open.end(), [&](const OpenThing& one) { return one.kind == law.id; });
      if (!law.needed || count == 0) continue;
      needed += static_cast<int>(count);
      refused.parts.push_back(problem("inspection.closing_kind", {{"value", law.words.zh + " / " + law.words.en}, {"count", std::to_string(count)}, {"clause", law.clause}}));
    }
    refused.details = {{"count", std::to_string(needed)}};
    if (needed > 0 && reason.find_first_not_of(" \n") == std::string::npos) return refused;
    store::close(transaction, campaign_id);
    campaign.value().state = CampaignState::Closed;
    std::string left;
    for (const OpenThing& one : open) left += one.kind + " " + one.subject + "\n";
    ledger::append(transaction, {party.actor, party.now, "campaign.close", "campaign:" + campaign_id, "", to_hex(sm3(campaign_id + "\nclosed\n" + left)), "M-3.4a", reason});
    return campaign;
  });
}

} // namespace ankao::inspection
