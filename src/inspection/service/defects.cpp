// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/defects.hpp"

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/store/inspection.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::inspection {
namespace {

constexpr std::size_t k_longest = 2000;
constexpr int k_at_once = 200;
const ledger::Actor k_platform{"system", "平台", "administrator", "city"};

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

Result<void> check_text(const char* field, const std::string& text, bool needed = true) {
  if ((needed && blank(text)) || text.size() > k_longest) return problem("inspection.text_missing", {{"limit", std::to_string(k_longest)}}, field);
  return {};
}

Result<Defect> find(db::Transaction& transaction, const Viewer& viewer, const std::string& id) {
  const auto found = store::defect(transaction, id);
  if (!found || !may_see(viewer, *found)) return problem("inspection.defect_unknown", {{"value", id}}, "id");
  return *found;
}

struct Step {
  const ledger::Actor& actor;
  Instant now;
  const Tell& tell;
};

Result<Defect> keep(db::Transaction& transaction, const Step& step, const char* action, const Defect& before, const Defect& after, const std::string& reason) {
  store::update(transaction, after);
  ledger::append(transaction, {step.actor, step.now, action, "defect:" + after.id, digest_of(before), digest_of(after), after.clause, reason});
  if (step.tell) step.tell(transaction, {action, after.id, after.campaign, after.name, "", after.district, "", after.institution, after.site, reason.empty() ? after.text : reason, after.limit, 0, after.self}, step.now);
  return after;
}

Problem wrong_state(const Defect& d) { return problem("inspection.defect_state", {{"value", d.id}, {"state", name_of(d.state)}}, "id"); }

} // namespace

std::string digest_of(const Defect& d) {
  return to_hex(sm3(d.id + "\n" + d.visit + "\n" + d.item + "\n" + d.clause + "\n" + d.text + "\n" + std::to_string(d.level) + "\n" + name_of(d.state) + "\n" + d.measure + "\n" + d.person + "\n" + (d.limit ? to_string(*d.limit) : "") +
                    "\n" + d.correction + "\n" + d.evidence_before + "\n" + d.evidence_after + "\n" + (d.escalated ? "escalated" : "")));
}

Result<Defect> assign_defect(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const AssignForm& form, const Tell& tell) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Defect> {
    const auto found = find(transaction, viewer, form.id);
    if (!found.ok()) return found;
    if (!may_follow(viewer, *found)) return problem("inspection.not_yours", {{"value", found->name}}, "id");
    if (found->state != DefectState::Found && found->state != DefectState::Assigned) return wrong_state(*found);
    if (auto fine = check_text("measure", form.measure); !fine) return fine.problem();
    if (auto fine = check_text("person", form.person); !fine) return fine.problem();
    if (form.limit < date_of(now)) return problem("inspection.limit_past", {{"value", to_string(form.limit)}}, "limit");
    Defect after = *found;
    after.state = DefectState::Assigned;
    after.measure = form.measure;
    after.person = form.person;
    after.limit = form.limit;
    after.escalated = false; // a new limit may pass as well
    return keep(transaction, {actor, now, tell}, "defect.assign", *found, after, "");
  });
}

Result<Defect> correct_defect(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const CorrectForm& form, const Tell& tell) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Defect> {
    const auto found = find(transaction, viewer, form.id);
    if (!found.ok()) return found;
    if (!may_correct(viewer, *found)) return problem("inspection.not_yours", {{"value", found->name}}, "id");
    if (found->state != DefectState::Assigned) return wrong_state(*found);
    if (auto fine = check_text("correction", form.correction); !fine) return fine.problem();
    if (auto fine = check_text("before", form.before); !fine) return fine.problem();
    if (auto fine = check_text("after", form.after); !fine) return fine.problem();
    Defect after = *found;
    after.state = DefectState::Corrected;
    after.corrected_by = actor.account;
    after.correction = form.correction;
    after.evidence_before = form.before;
    after.evidence_after = form.after;
    if (!after.corrected_at) after.corrected_at = now; // given back or not: from here on the place is not what it was
    return keep(transaction, {actor, now, tell}, "defect.correct", *found, after, "");
  });
}

Result<Defect> check_defect(db::Database& database, const ledger::Actor& actor, Instant now, const Viewer& viewer, const std::string& id, bool accept, const std::string& reason, const Tell& tell) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Defect> {
    const auto found = find(transaction, viewer, id);
    if (!found.ok()) return found;
    if (!may_follow(viewer, *found)) return problem("inspection.not_yours", {{"value", found->name}}, "id");
    if (found->state != DefectState::Corrected) return wrong_state(*found);
    if (found->corrected_by == actor.account || found->corrected_by == actor.behalf) return problem("inspection.defect_own", {{"value", id}}, "id");
    if (auto fine = check_text("reason", reason, !accept); !fine) return fine.problem();
    Defect after = *found;
    after.state = accept ? DefectState::Closed : DefectState::Assigned;
    if (accept) after.closed_at = now;
    return keep(transaction, {actor, now, tell}, accept ? "defect.close" : "defect.return", *found, after, reason);
  });
}

int escalate_defects(db::Database& database, Instant now, const std::function<void(db::Transaction&, const Defect&)>& tell) {
  int done = 0;
  database.write([&](db::Transaction& transaction) {
    done = 0;
    for (const Defect& one : store::to_escalate(transaction, date_of(now), k_at_once)) {
      Defect after = one;
      after.escalated = true;
      store::update(transaction, after);
      ledger::append(transaction, {k_platform, now, "defect.escalate", "defect:" + after.id, digest_of(one), digest_of(after), after.clause, ""});
      tell(transaction, after);
      ++done;
    }
  });
  return done;
}

} // namespace ankao::inspection
