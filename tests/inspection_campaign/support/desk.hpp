// SPDX-License-Identifier: Apache-2.0
// A campaign over the printed register, with the parties that work on its papers.
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>

#include "db/support/stores.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/store/terms.hpp"
#include "inspection/files/checklists.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/service/campaigns.hpp"
#include "inspection/service/party.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/store/papers.hpp"
#include "inspection_service/support/records.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::inspection::tests_ {

inline Date day(const std::string& text) { return *parse_date(text); }
inline Instant at(const std::string& text, int hour = 10) { return {start_of(day(text)).ms + hour * 3'600'000LL}; }

inline Party city(const std::string& when, const std::string& account = "chen") { return {{account, account, "city_bureau", "city"}, {"city", ""}, at(when)}; }
inline Party district(const std::string& code, const std::string& when) { return {{"q" + code, "区员", "district_bureau", "district:" + code}, {"district", code}, at(when)}; }
inline Party institution(const std::string& id, const std::string& when) { return {{"j" + id, "机构员", "institution", "institution:" + id}, {"institution", id}, at(when)}; }
inline Party site(const std::string& id, const std::string& when) { return {{"k" + id, "考点员", "exam_site", "site:" + id}, {"site", id}, at(when)}; }
inline Party organisation(const std::string& when) { return {{"kaoshi", "考务", "exam_organisation", "city"}, {"city", ""}, at(when)}; }

template <class T>
std::string refusal(const Result<T>& result) {
  return result.ok() ? "" : result.problem().id;
}
template <class T>
T must(const Result<T>& result) {
  if (!result.ok()) throw std::runtime_error("refused: " + result.problem().id + " at " + result.problem().at);
  return *result;
}

/// Campaigns of 2023 (pairs of Annex 4) and 2026 (pairs to be drawn), started
inline tests::Prepared started() {
  return {"inspection_campaign", [](db::Database& database) {
            std::vector<db::Migration> steps = ledger::migrations();
            for (auto& more : {registry::migrations(), deadlines::migrations(), migrations()}) steps.insert(steps.end(), more.begin(), more.end());
            db::migrate(database, steps);
            ensure(registry::import_annex6(database, at("2023-11-05")).ok(), "Annex 6 is read");
            const ledger::Actor chen = city("2026-10-10").actor;
            ensure(create_campaign(database, chen, at("2023-11-06"), {2023, "2023年专项检查"}).ok(), "the campaign of 2023 starts");
            ensure(create_campaign(database, chen, at("2026-10-10"), {2026, "2026年专项检查"}).ok(), "the campaign of 2026 starts");
          }};
}

class Desk : public ::testing::TestWithParam<std::string> {
protected:
  db::Database& database() { return store_.database(); }
  template <class Work>
  auto look(const Work& work) {
    return db::look(database(), work);
  }
  std::vector<Target> targets(const std::string& campaign = "SI-2026") {
    return look([&](db::Transaction& t) { return store::all_targets(t, campaign); });
  }
  Target first(const std::string& checklist, const std::string& of = "", const std::string& campaign = "SI-2026") {
    for (const Target& one : targets(campaign))
      if (one.checklist == checklist && (of.empty() || one.district == of)) return one;
    throw std::runtime_error("no " + checklist + " in " + of);
  }
  /// "open", "done", "waived" or "" where there is none.
  std::string term(const std::string& deadline, const std::string& subject) {
    const auto found = look([&](db::Transaction& t) { return deadlines::store::term(t, deadline, subject); });
    return found ? std::string(deadlines::name_of(found->state)) + (found->late ? " late" : "") : "";
  }
  std::string due(const std::string& deadline, const std::string& subject) {
    const auto found = look([&](db::Transaction& t) { return deadlines::store::term(t, deadline, subject); });
    return found && found->due_day ? to_string(*found->due_day) : "";
  }
  std::vector<std::string> actions(const std::string& subject) {
    std::vector<std::string> out;
    for (const auto& one : look([&](db::Transaction& t) { return ledger::time_line(t, subject); })) out.push_back(one.event.action);
    return out;
  }
  /// A signed visit of the target by the party; `fault` names an item that is not met.
  Visit inspected(const Party& party, const Target& target, const std::string& phase, const std::string& planned, const std::string& fault = "", const std::string& campaign = "SI-2026") {
    const Visit visit = must(plan_visit(database(), party.actor, party.now, party.viewer, {campaign, phase, target.id, day(planned), {}}));
    const Checklist& list = *shipped_checklist(target.checklist);
    for (const Section& section : list.sections)
      for (const Item& item : section.items) {
        AnswerForm form{visit.id, "client-" + visit.id + "-" + std::to_string(++answers_), 0, {item.id, list.columns.front(), {}, false, "", ""}, false};
        for (const Part& part : item.parts) form.answer.parts.push_back({part.no, item.id == fault && part.no == "1" ? Mark::Not : Mark::Met, {}, {}, item.id == fault ? "现场核查" : ""});
        must(answer_item(database(), party.actor, party.now, party.viewer, form));
      }
    if (!visit.self()) byhand::all_sign(records_, party.actor, party.now, party.viewer, visit);
    return must(sign_visit(database(), party.actor, party.now, party.viewer, {visit.id, list.scored() ? "" : "met", ""}));
  }

  tests::Store store_{GetParam(), started()};
  byhand::RecordWorld records_{store_.database()};
  int answers_ = 0;
};

} // namespace ankao::inspection::tests_
