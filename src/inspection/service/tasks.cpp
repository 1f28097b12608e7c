// SPDX-License-Identifier: Apache-2.0
// The phases of a campaign as terms on the work lists (M-3.1a, M-3.2a, M-3.2f, M-3.3, M-3.4a, M-4.1.4, M-4.1.8).
#include <algorithm>
#include <map>
#include <set>

#include "deadlines/files/register.hpp"
#include "deadlines/service/terms.hpp"
#include "inspection/files/law.hpp"
#include "inspection/service/party.hpp"
#include "registry/service/city.hpp"
#include "registry/service/organisations.hpp"

namespace ankao::inspection {
namespace {

struct TaskWords {
  const char* name;  ///< what the subject of its term begins with: law/deadlines.yaml, starts.of
  const char* phase;
  const char* done;  ///< the action that completes it
  const char* dated; ///< the deadline of 2023 that the notice itself dates
};

TaskWords words_of(Task task) {
  switch (task) {
  case Task::Self:
    return {"self", "self", "inspection.self_report", "self_inspection"};
  case Task::Receipt:
    return {"receipt", "self", "receipt.file", "receipt"};
  case Task::Cross:
    return {"cross", "enforcement", "inspection.complete", "cross_inspection"};
  case Task::Handover:
    return {"handover", "enforcement", "handover.make", ""};
  case Task::Spot:
    return {"spot", "spot", "inspection.spot_check", "spot_check"};
  case Task::LookBack:
    return {"look_back", "summary", "campaign.look_back", "look_back"};
  case Task::Summary:
    return {"summary", "summary", "summary.file", "summary_report"};
  }
  return {"", "", "", ""};
}

deadlines::Owner district_owner(const std::string& code) { return {"district", code, registry::City::shipped().name_of(code), code}; }

/// "institution:GZ-A01" as the owner of a term. What a district's examination organisation has to do, its bureau does (G-09).
deadlines::Owner owner_of(db::Transaction& transaction, const std::string& who, const std::string& name) {
  if (const std::string id = registry::organisation_of(who); !id.empty()) {
    const auto found = registry::organisation_in(transaction, id);
    return district_owner(found ? found->record.district : "");
  }
  const auto colon = who.find(':');
  if (colon == std::string::npos || who.rfind("city", 0) == 0) return {"city", "", registry::City::shipped().catalogue.city_name, ""};
  const std::string kind = who.substr(0, colon), id = who.substr(colon + 1);
  return kind == "district" ? district_owner(id) : deadlines::Owner{kind, id, name, ""};
}

Date last_day(const Campaign& campaign, Task task) {
  const Phase* phase = campaign.phase(words_of(task).phase);
  const int later = task == Task::Handover ? shipped_law().handover_days : 0;
  return phase == nullptr ? date_of(campaign.created_at) : phase->to + later;
}

std::string subject_of(const Campaign& campaign, Task task, const std::string& who) { return std::string(words_of(task).name) + ":" + campaign.id + "/" + who; }

/// The term of 2023 that the sweep opened by its date; the same work.
std::string dated_subject(Task task, const deadlines::Owner& owner) {
  const auto* dated = deadlines::shipped_register().find(words_of(task).dated);
  if (dated == nullptr) return "";
  return "date:" + to_string(dated->starts.day) + (owner.id.empty() ? "" : "/" + owner.kind + ":" + owner.id);
}

} // namespace

void open_tasks(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const Campaign& campaign, const std::vector<Target>& targets) {
  std::vector<deadlines::Happening> all;
  const auto add = [&](Task task, const std::string& who, const std::string& name, const std::string& district) {
    deadlines::Owner owner = owner_of(transaction, who, name);
    if (owner.district.empty()) owner.district = district;
    all.push_back({actor, now, "campaign.create", subject_of(campaign, task, who), campaign.title, owner, last_day(campaign, task)});
  };
  std::set<std::string> units;
  std::set<std::string> districts;
  for (const Target& one : targets) {
    if (one.checklist != "production_unit" && units.insert(one.subject).second) add(Task::Self, one.subject, one.name, one.district);
    if (!one.district.empty()) districts.insert(one.district);
  }
  for (const std::string& one : districts)
    for (const Task task : {Task::Receipt, Task::Cross, Task::Handover, Task::LookBack, Task::Summary}) add(task, "district:" + one, registry::City::shipped().name_of(one), one);
  add(Task::Spot, "city", "", "");
  deadlines::happened(transaction, all);
}

namespace {

void tell(db::Transaction& transaction, const Party& party, const Campaign& campaign, Task task, const char* event, const std::string& who, const std::string& name) {
  const deadlines::Owner owner = owner_of(transaction, who, name);
  std::vector<deadlines::Happening> all{{party.actor, party.now, event, subject_of(campaign, task, who), campaign.title, owner, last_day(campaign, task)}};
  if (const std::string dated = dated_subject(task, owner); !dated.empty()) all.push_back({party.actor, party.now, event, dated, campaign.title, owner, last_day(campaign, task)});
  deadlines::happened(transaction, all);
}

} // namespace

void task_done(db::Transaction& transaction, const Party& party, const Campaign& campaign, Task task, const std::string& who, const std::string& name) {
  tell(transaction, party, campaign, task, words_of(task).done, who, name);
}

void task_again(db::Transaction& transaction, const Party& party, const Campaign& campaign, Task task, const char* event, const std::string& who, const std::string& name) {
  tell(transaction, party, campaign, task, event, who, name);
}

} // namespace ankao::inspection
