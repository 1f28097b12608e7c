// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/visits.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "inspection/files/answers.hpp"
#include "inspection/files/law.hpp"
#include "inspection/rules/score.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/service/differences.hpp"
#include "inspection/service/party.hpp"
#include "inspection/service/facts.hpp"
#include "inspection/service/signing.hpp"
#include "inspection/service/teams.hpp"
#include "inspection/store/differences.hpp"
#include "inspection/store/inspection.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::inspection {
namespace {

constexpr std::size_t k_least_client = 8;
constexpr std::size_t k_longest_client = 64;

std::string by_of(const Viewer& viewer) {
  if (viewer.kind == "city") return "";
  return viewer.kind == "district" ? viewer.id : viewer.kind + ":" + viewer.id;
}

std::string digest_of(const Visit& visit) {
  return to_hex(sm3(visit.id + "\n" + visit.campaign + "\n" + visit.phase + "\n" + visit.target.id + "\n" + std::to_string(visit.version) + "\n" + visit.by + "\n" + to_string(visit.planned) + "\n" + write_team(visit.team) + "\n" +
                    visit.conclusion + "\n" + visit.opinion + "\n" + visit.verdict + "\n" + visit.score_sm3));
}

} // namespace

bool fits_client(const std::string& client) {
  if (client.size() < k_least_client || client.size() > k_longest_client) return false;
  return std::all_of(client.begin(), client.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; });
}

Result<Visit> open_visit(db::Transaction& transaction, const Viewer& viewer, const std::string& id) {
  const auto visit = store::visit(transaction, id);
  if (!visit || !may_see(viewer, *visit)) return problem("inspection.visit_unknown", {{"value", id}}, "id");
  if (!may_work(viewer, *visit)) return problem("inspection.not_yours", {{"value", visit->target.name}}, "id");
  if (visit->state == VisitState::Signed) return problem("inspection.visit_signed", {{"value", id}}, "id");
  return *visit;
}

Standing standing(db::Transaction& transaction, const Visit& visit) {
  const auto checklist = checklist_version(transaction, visit.target.checklist, visit.version);
  ensure(checklist.has_value(), "a visit has its version of the checklist");
  Standing out{*checklist, store::answers(transaction, visit.id), {}, false};
  std::vector<Answer> newest;
  for (const StoredAnswer& one : out.answers) {
    newest.push_back(one.answer); // in order of their numbers: the last one counts
    out.conflicts = out.conflicts || one.conflict;
  }
  out.score = score(out.checklist, newest, {.special_operation = visit.target.special_operation});
  return out;
}

Result<Visit> plan_visit(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const VisitForm& form) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Visit> {
    const auto campaign = store::campaign(transaction, form.campaign);
    if (!campaign) return problem("inspection.campaign_unknown", {{"value", form.campaign}}, "campaign");
    if (campaign->state == CampaignState::Closed) return problem("inspection.campaign_closed", {{"value", campaign->title}}, "campaign");
    const Phase* phase = campaign->phase(form.phase);
    if (phase == nullptr) return problem("inspection.phase_unknown", {{"value", form.phase}}, "phase");
    const auto target = store::target(transaction, form.campaign, form.target);
    if (!target) return problem("inspection.target_unknown", {{"value", form.target}}, "target");
    if (auto mine = may_inspect(law_of(transaction, *campaign), viewer, *target, form.phase); !mine) return mine.problem();
    if (form.planned < phase->from || form.planned > phase->to)
      return problem("inspection.planned_outside", {{"value", to_string(form.planned)}, {"from", to_string(phase->from)}, {"to", to_string(phase->to)}}, "planned");
    if (place_of(transaction, *target, date_of(now)).standing == "deregistered") return problem("inspection.target_deregistered", {{"value", target->name}}, "target");
    if (auto team = check_team(form.team, *target); !team) return team.problem();
    if (auto free = check_declared(transaction, form.campaign, by_of(viewer), form.team, *target); !free) return free.problem();
    Visit visit;
    visit.by = by_of(viewer);
    if (store::has_open_visit(transaction, form.campaign, form.target, visit.by)) return problem("inspection.visit_open", {{"value", target->name}}, "target");
    visit.id = "V-" + std::to_string(store::next(transaction, "visit"));
    visit.campaign = form.campaign;
    visit.phase = form.phase;
    visit.target = *target;
    const auto checklist = checklist_on(transaction, target->checklist, form.planned);
    ensure(checklist.has_value(), "a target has a checklist");
    visit.version = checklist->version;
    visit.planned = form.planned;
    visit.team = form.team;
    store::insert(transaction, visit);
    ledger::append(transaction, {actor, now, "visit.plan", "visit:" + visit.id, "", digest_of(visit), phase->clause, ""});
    return visit;
  });
}

Result<StoredAnswer> answer_item(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const AnswerForm& form) {
  if (!fits_client(form.client)) return problem("inspection.client_invalid", {{"value", form.client.substr(0, k_longest_client)}}, "client");
  return db::decide(database, [&](db::Transaction& transaction) -> Result<StoredAnswer> {
    const auto visit = open_visit(transaction, viewer, form.visit);
    // A retry after the signature is still answered with what it made.
    if (const auto made = store::with_client(transaction, form.visit, form.client)) {
      if (!visit.ok() && visit.problem().id != "inspection.visit_signed") return visit.problem();
      if (made->account != actor.account || !(made->answer == form.answer)) return problem("inspection.client_taken", {{"value", form.client}}, "client");
      return *made;
    }
    if (!visit.ok()) return visit.problem();
    const auto checklist = checklist_version(transaction, visit->target.checklist, visit->version);
    ensure(checklist.has_value(), "a visit has its version of the checklist");
    if (auto fine = check(*checklist, form.answer); !fine) return fine.problem();
    const auto before = store::history(transaction, visit->id, form.answer.item, form.answer.column);
    const auto last = before.empty() ? std::nullopt : std::optional(before.back());
    const Join joined = join(last, form.answer, form.seen, actor.account);
    const bool standing_conflict = std::any_of(before.begin(), before.end(), [](const StoredAnswer& one) { return one.conflict; });
    if (form.settles && standing_conflict) store::settle(transaction, visit->id, form.answer.item, form.answer.column);
    StoredAnswer kept{store::next(transaction, "answer"), form.client, form.answer, actor.account, actor.name, now, !form.settles && joined == Join::Differs, form.stamp};
    store::insert(transaction, visit->id, kept);
    ledger::append(transaction, {actor, now, "visit.answer", "visit:" + visit->id, last ? to_hex(sm3(write_answer(last->answer))) : "", to_hex(sm3(write_answer(form.answer))), form.answer.item, ""});
    return kept;
  });
}

Result<Visit> sign_visit(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const SignForm& form, const Tell& tell) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Visit> {
    const auto found = open_visit(transaction, viewer, form.visit);
    if (!found.ok()) return found.problem();
    Visit visit = *found;
    const Standing now_standing = standing(transaction, visit);
    if (auto ready = may_sign(now_standing, form); !ready) return ready.problem();
    if (auto ready = all_signed(transaction, visit, now_standing); !ready) return ready.problem();
    const std::string before = digest_of(visit);
    visit.state = VisitState::Signed;
    visit.conclusion = form.conclusion;
    visit.opinion = form.opinion;
    visit.signed_at = now;
    visit.signed_by = actor.name;
    visit.verdict = name_of(now_standing.score.verdict);
    visit.total = now_standing.score.total;
    visit.score_sm3 = to_hex(sm3(write_score(now_standing.score)));
    visit.unseen = now_standing.score.open;
    store::update(transaction, visit);
    ledger::append(transaction, {actor, now, "visit.sign", "visit:" + visit.id, before, digest_of(visit), now_standing.checklist.scored() ? now_standing.checklist.pass->clause : "A1-F4", ""});
    store::put_differences(transaction, visit.id, differences_of(transaction, visit, now_standing, date_of(now)));
    const int found_now = raise_defects(transaction, actor, now, visit, now_standing);
    if (tell && !visit.self()) tell(transaction, {"visit.sign", visit.id, visit.campaign, visit.target.name, visit.target.subject, visit.target.district, "", visit.target.institution, visit.target.site, "", std::nullopt, found_now, false}, now);
    return visit;
  });
}

} // namespace ankao::inspection
