// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "planning/routes/ceremony_api.hpp"
#include "planning/routes/parts.hpp"
#include "planning/rules/ceremony.hpp"
#include "planning/service/ceremonies.hpp"
#include "planning/store/ceremonies.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::None;
using ::ankao::api::Spec;
using ::ankao::api::Verb;

namespace {

constexpr int k_listed = 24;

Spec spec(Verb verb, const char* path, const char* operation, const char* summary, Access access, const char* permission = "") {
  Spec out;
  out.verb = verb;
  out.path = path;
  out.operation = operation;
  out.access = access;
  out.summary = summary;
  out.clauses = {"S-3.1", "S-1.2a"};
  out.permission = permission;
  return out;
}

std::string moment(Instant at) { return at.ms == 0 ? "" : to_string(at); }

dto::CeremonyItem item_of(const Ceremony& one, const PlanVersion& plan, Instant now) {
  return {to_string(one.month), one.version, plan.stage, phase_of(one, !plan.seed.empty(), now), plan.demo, to_string(one.frozen_at),
          to_string(one.plan.commitments_until), to_string(one.plan.reveals_until), to_string(one.plan.available_at)};
}

dto::PartyItem party_of(const CeremonyParty& one, Phase phase) {
  const bool closed = phase != Phase::Committing && phase != Phase::Revealing;
  return {one.id, one.name, one.role, one.commitment, moment(one.committed_at), one.nonce, moment(one.revealed_at), closed && one.absent()};
}

Result<std::pair<Ceremony, PlanVersion>> newest_of(db::Transaction& transaction, Month month, std::optional<int> version) {
  auto all = versions(transaction, month);
  for (auto plan = all.rbegin(); plan != all.rend(); ++plan) {
    if (version && plan->version != *version) continue;
    if (auto ceremony = find_ceremony(transaction, month, plan->version)) return std::pair(std::move(*ceremony), std::move(*plan));
  }
  return problem("planning.plan_unknown", {{"month", to_string(month)}});
}

dto::CeremonyView view_of(db::Transaction& transaction, const Ceremony& ceremony, const PlanVersion& plan, Instant now) {
  dto::CeremonyView out;
  out.ceremony = item_of(ceremony, plan, now);
  out.source = ceremony.source;
  out.how = ceremony.plan.how;
  out.instance_sm3 = plan.instance_sm3;
  out.rule_sm3 = ceremony.rule_sm3;
  out.engine = plan.engine;
  out.work_limit = plan.work_limit;
  out.batches = plan.batches;
  out.candidates = plan.candidates;
  const auto parties = ceremony_parties(transaction, plan.month, plan.version);
  out.invited = static_cast<std::int64_t>(parties.size());
  for (const auto& one : parties)
    if (!one.commitment.empty()) out.parties.push_back(party_of(one, out.ceremony.phase));
  out.value = plan.public_value;
  if (!plan.public_value.empty()) out.value_at = moment(ceremony.announced_at);
  out.seed = plan.seed;
  out.plan_sm3 = plan.plan_sm3;
  const bool open = plan.stage == Stage::Published || plan.stage == Stage::Superseded;
  for (const auto& file : open ? files(transaction, plan.month, plan.version) : std::vector<PlanFile>{})
    if (file.name == "bundle.json") out.bundle = dto::FileItem{file.name, file.size, file.sm3};
  return out;
}

void add_reads(Endpoints& endpoints, const World& world) {
  endpoints.add<None, dto::Ceremonies>(spec(Verb::Get, "/api/ceremonies", "ceremony.list", "Ceremonies of the draws' seeds, newest first", Access::Public),
                                       [&world](const Call& call, const None&) {
                                         return look(world.database, [&](db::Transaction& transaction) -> Result<dto::Ceremonies> {
                                           dto::Ceremonies out;
                                           for (const auto& one : ceremonies(transaction, k_listed))
                                             if (const auto plan = find_version(transaction, one.month, one.version)) out.items.push_back(item_of(one, *plan, call.now));
                                           return out;
                                         });
                                       });
  endpoints.add<dto::PlanQuery, dto::CeremonyView>(
      spec(Verb::Get, "/api/ceremonies/{month}", "ceremony.show", "The seed of a month's draw: what was fixed, who committed and revealed, what came of it", Access::Public),
      [&world](const Call& call, const dto::PlanQuery& query) {
        return look(world.database, [&](db::Transaction& transaction) -> Result<dto::CeremonyView> {
          const auto found = newest_of(transaction, query.month, query.version);
          if (!found.ok()) return found.problem();
          return view_of(transaction, found->first, found->second, call.now);
        });
      });
}

/// Open from the freeze on: whoever wants to can check that the rule was not changed afterwards.
void add_rule(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::PlanQuery, api::Download>(
      spec(Verb::Get, "/api/ceremonies/{month}/rule", "ceremony.rule", "The rule by which the seed arises, as frozen: its SM3 is the published one", Access::Public),
      [&world](const Call&, const dto::PlanQuery& query) {
        return look(world.database, [&](db::Transaction& transaction) -> Result<api::Download> {
          const auto found = newest_of(transaction, query.month, query.version);
          if (!found.ok()) return found.problem();
          const auto file = find_file(transaction, found->second.month, found->second.version, "rule.json");
          if (!file) return problem("planning.file_unknown", {{"value", "rule.json"}});
          return api::Download{"rule.json", "application/json; charset=utf-8", file->body};
        });
      });
}

/// The caller's own part after what was just done.
Result<dto::OwnPart> own(const World& world, const Call& call, Month month, const Result<CeremonyParty>& part) {
  if (!part.ok()) return part.problem();
  return look(world.database, [&](db::Transaction& transaction) -> Result<dto::OwnPart> {
    const auto found = newest_of(transaction, month, std::nullopt);
    if (!found.ok()) return found.problem();
    const auto item = item_of(found->first, found->second, call.now);
    return dto::OwnPart{item, party_of(*part, item.phase)};
  });
}

void add_parts(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::MonthQuery, dto::OwnPart>(
      spec(Verb::Get, "/api/seeds/own", "seed.own", "The caller's own commitment and reveal", Access::Permission, "seed.commit"),
      [&world](const Call& call, const dto::MonthQuery& query) { return own(world, call, query.month, own_part(world, call.caller.actor(), query.month)); });
  endpoints.add<dto::CommitBody, dto::OwnPart>(
      spec(Verb::Post, "/api/seeds/commitments", "seed.commit", "Commit to a nonce by its digest", Access::Permission),
      [&world](const Call& call, const dto::CommitBody& body) {
        return own(world, call, body.month, commit(world, {call.caller.actor(), call.now}, body.month, body.commitment));
      });
  endpoints.add<dto::RevealBody, dto::OwnPart>(
      spec(Verb::Post, "/api/seeds/reveals", "seed.reveal", "Reveal the nonce that was committed to", Access::Permission),
      [&world](const Call& call, const dto::RevealBody& body) {
        return own(world, call, body.month, reveal(world, {call.caller.actor(), call.now}, body.month, body.nonce));
      });
}

} // namespace

void add_ceremony_routes(Endpoints& endpoints, const World& world) {
  add_reads(endpoints, world);
  add_rule(endpoints, world);
  add_parts(endpoints, world);
}

} // namespace ankao::planning
