// SPDX-License-Identifier: Apache-2.0
#include "reporting/service/summary_step.hpp"

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "ledger/service/ledger.hpp"
#include "reporting/files/summary_facts.hpp"
#include "reporting/store/summaries.hpp"

namespace ankao::reporting {
namespace {

constexpr std::size_t k_longest = 600;

}

std::int64_t SummaryStep::keep(const char* action, const std::string& clause, const std::string& reason, const std::string& sm3) {
  ++mine.revision;
  store::save(transaction, mine);
  const std::int64_t event = ledger::append(transaction, {act.actor, act.at, action, "summary:" + summary_id_of(mine.campaign, mine.district), digest_of(before), sm3.empty() ? digest_of(mine) : sm3, clause, reason});
  if (act.tell) act.tell(transaction, news(action), act.at);
  return event;
}

/// A refusal is for the drafter; everything else for whoever holds the next post.
News SummaryStep::news(const std::string& action) const {
  const std::string drafter = action == "summary.refuse" && mine.proposed ? mine.proposed->account : "";
  return {action, summary_id_of(mine.campaign, mine.district), mine.district, letterhead_of(whole).office, drafter, mine.reason, false};
}

Result<void> step(db::Database& database, const Act& act, const Viewer& viewer, const std::string& id, const std::function<Result<void>(SummaryStep&)>& work) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<void> {
    const auto whole = whole_summary(transaction, viewer, id, date_of(act.at));
    if (!whole.ok()) return whole.problem();
    SummaryStep one{transaction, act, whole->mine, whole->mine, *whole};
    return work(one);
  });
}

bool of_office(const Viewer& viewer, const Summary& summary) { return summary.is_city() ? viewer.kind == "city" : viewer.kind == "district" && viewer.id == summary.district; }

Problem summary_unknown(const std::string& id) { return problem("reporting.summary_unknown", {{"value", id}}, "id"); }
Problem wrong_state(const std::string& id) { return problem("reporting.summary_state", {{"value", id}}, "id"); }

Result<void> check_said(const char* field, const std::string& text, bool needed) {
  const bool blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
  if ((needed && blank) || text.size() > k_longest) return problem("reporting.text_missing", {{"limit", std::to_string(k_longest)}}, field);
  return {};
}

std::string digest_of(const Summary& one) {
  std::string text = one.campaign + "\n" + one.district + "\n" + name_of(one.state) + "\n" + std::to_string(one.edition) + "\n" + std::to_string(one.revision) + "\n" + one.number;
  for (const auto& [chapter, version] : one.texts) text += "\n" + chapter + " " + std::to_string(version.version) + "\n" + version.text;
  if (one.facts) text += "\n" + write_facts(*one.facts);
  return to_hex(sm3(text));
}

} // namespace ankao::reporting
