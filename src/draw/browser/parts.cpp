// SPDX-License-Identifier: Apache-2.0
#include "draw/browser/parts.hpp"

#include <algorithm>
#include <map>

#include "draw/bundle/seed.hpp"
#include "draw/files/files.hpp"

namespace ankao::draw::browser {
namespace {

Json or_empty(const std::optional<std::string>& name) { return name ? Json(*name) : Json(""); }
Json or_null(const std::optional<Date>& date) { return date ? Json(to_string(*date)) : Json(nullptr); }

Json digests(const Bundle& bundle) {
  Json out = Json::array();
  for (const auto& [member, actual] : bundle.actual) {
    Json stated(nullptr);
    if (bundle.stated)
      if (const auto found = bundle.stated->find(member); found != bundle.stated->end()) stated = found->second;
    out.push_back({{"member", member}, {"actual", actual}, {"stated", std::move(stated)}});
  }
  return {{"digests", std::move(out)}};
}

/// Everybody who committed, and what the nonce they revealed gives.
Json ceremony(const Bundle& bundle) {
  Json parts = Json::array();
  for (const Commitment& one : bundle.commitments) {
    const auto& all = bundle.rule.participants;
    const auto who = std::find_if(all.begin(), all.end(), [&](const Participant& p) { return p.id == one.participant; });
    const auto given = std::find_if(bundle.reveals.begin(), bundle.reveals.end(), [&](const Reveal& r) { return r.participant == one.participant; });
    Json part = {{"id", one.participant}, {"name", who == all.end() ? "" : who->name}, {"commitment", to_hex(one.commitment)}, {"nonce", nullptr}, {"gives", nullptr}};
    if (given != bundle.reveals.end()) {
      part["nonce"] = to_hex(given->nonce);
      part["gives"] = to_hex(commitment_of(one.participant, given->nonce));
    }
    parts.push_back(std::move(part));
  }
  return {{"parts", std::move(parts)}, {"seed", {{"stated", bundle.seed}, {"recomputed", to_hex(seed_of(bundle.instance_digest, bundle.reveals, bundle.public_value.text))}}}};
}

Json approved(const std::optional<Approved>& one) {
  return one ? Json{{"reason", one->reason}, {"role", one->role}, {"at", to_string(one->at)}} : Json(nullptr);
}

Json records(const Bundle& bundle) {
  Json waivers = Json::array(), exceptions = Json::array();
  for (const WaiverRecord& one : bundle.records.waivers)
    waivers.push_back({{"institution", one.institution}, {"subject", one.subject}, {"basis", one.basis}, {"clause", one.clause}, {"batches", one.batches}, {"candidates", one.candidates}, {"approval", approved(one.approval)}});
  for (const ExceptionRecord& one : bundle.records.exceptions)
    exceptions.push_back({{"institution", one.institution}, {"site", one.site}, {"subject", one.subject}, {"visits", one.visits}, {"approval", approved(one.approval)}});
  return {{"waivers", std::move(waivers)}, {"exceptions", std::move(exceptions)}};
}

struct Figures {
  std::int64_t batches = 0, candidates = 0, placed = 0;
};

std::map<int, Figures> figures_of(const Bundle& bundle) {
  std::map<std::string_view, int> owner;
  std::map<int, Figures> out;
  for (const Batch& one : bundle.instance.batches) {
    owner[one.id] = one.institution;
    Figures& figures = out[one.institution];
    ++figures.batches;
    figures.candidates += one.candidates;
  }
  for (const Session& session : bundle.plan.sessions)
    for (const Seats& seats : session.seats)
      if (const auto found = owner.find(seats.batch); found != owner.end()) out[found->second].placed += seats.candidates;
  return out;
}

} // namespace

Json shown(const Bundle& bundle, Look look) {
  switch (look) {
  case Look::Digests:
    return digests(bundle);
  case Look::Ceremony:
    return ceremony(bundle);
  case Look::Records:
    return records(bundle);
  case Look::Rules:
    return {{"stated", levels(bundle.plan.levels)}};
  case Look::Redraw:
    return {{"stated_sm3", bundle.actual.at("plan")}, {"stated", levels(bundle.plan.levels)}, {"engine", bundle.engine}};
  }
  return Json::object();
}

Json shown(const CheckReport& report) {
  Json rules = Json::object();
  for (int rule = 0; rule <= 10; ++rule) rules["R" + std::to_string(rule)] = 0;
  for (const char* other : {"form", "digest", "order", "unplaced", "exceptions", "levels"}) rules[other] = 0;
  for (const Breach& one : report.breaches) rules[one.rule] = rules.value(one.rule, 0) + 1;
  return {{"rules", std::move(rules)}, {"found", levels(report.levels)}};
}

Json shown(const Plan& plan) {
  const std::string bytes = write_plan(plan);
  return {{"redrawn_sm3", to_hex(sm3(bytes))}, {"redrawn_bytes", bytes.size()}, {"redrawn", levels(plan.levels)}};
}

Json everybody(const Bundle& bundle) {
  const auto figures = figures_of(bundle);
  Json institutions = Json::array(), sites = Json::object(), subjects = Json::object();
  for (std::size_t i = 0; i < bundle.instance.institutions.size(); ++i) {
    const auto found = figures.find(static_cast<int>(i));
    if (found == figures.end()) continue; // it has nobody in this month
    const Institution& one = bundle.instance.institutions[i];
    institutions.push_back({{"id", one.id}, {"name", or_empty(one.name)}, {"batches", found->second.batches}, {"candidates", found->second.candidates}, {"placed", found->second.placed}});
  }
  for (const Site& one : bundle.instance.sites) sites[one.id] = or_empty(one.name);
  for (const Subject& one : bundle.instance.subjects) subjects[one.id] = or_empty(one.name);
  return {{"institutions", std::move(institutions)}, {"sites", std::move(sites)}, {"subjects", std::move(subjects)}};
}

Json facts_of(const Batch& batch) {
  return {{"kind", batch.kind == BatchKind::Regular ? "regular" : "retake"}, {"own_school", batch.own_school},         {"class", batch.class_id},
          {"candidates", batch.candidates},                                  {"carried", batch.carried},               {"started", to_string(batch.started)},
          {"completed", to_string(batch.completed)},                         {"finish_by", or_null(batch.finish_by)}};
}

} // namespace ankao::draw::browser
