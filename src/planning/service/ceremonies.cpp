// SPDX-License-Identifier: Apache-2.0
#include "planning/service/ceremonies.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "draw/bundle/seed.hpp"
#include "draw/files/bundle_file.hpp"
#include "draw/files/lost_file.hpp"
#include "draw/files/files.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/rules/ceremony.hpp"
#include "planning/rules/ceremony_news.hpp"
#include "planning/service/parameters.hpp"
#include "planning/service/plans.hpp"
#include "planning/service/stages.hpp"
#include "planning/store/ceremonies.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {
namespace {

constexpr std::size_t k_max_how = 1000;
constexpr std::size_t k_max_public_value = 4096;

std::vector<CeremonyParty> everybody(const World& world, const draw::Instance& instance) {
  std::vector<CeremonyParty> all;
  const auto add = [&](const std::string& id, const std::string& name, const char* role) {
    CeremonyParty one;
    one.id = id;
    one.name = name;
    one.role = role;
    all.push_back(std::move(one));
  };
  for (const auto& one : instance.institutions) add(one.id, one.name.value_or(one.id), "institution");
  for (const auto& one : instance.sites) add(one.id, one.name.value_or(one.id), "site");
  for (const auto& office : world.law.offices) add(office.role, office.zh, "officer");
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return all;
}

/// The frozen version with its ceremony and the caller's part, if the phase is the one asked for.
struct Place {
  PlanVersion plan;
  Ceremony ceremony;
  CeremonyParty party;
};

Problem closed(Month month, Phase phase) {
  constexpr const char* k_names[] = {"committing", "revealing", "waiting", "due", "announced", "seeded"};
  return problem("planning.ceremony_closed", {{"month", to_string(month)}, {"phase", k_names[static_cast<std::size_t>(phase)]}});
}

Result<Place> place_of(db::Transaction& transaction, Month month, const char* step) {
  const auto plan = at_stage(transaction, month, {Stage::Frozen}, step);
  if (!plan.ok()) return plan.problem();
  const auto ceremony = find_ceremony(transaction, month, plan->version);
  if (!ceremony) return problem("planning.month_unknown", {{"month", to_string(month)}});
  return Place{*plan, *ceremony, {}};
}

Result<Place> own_place(db::Transaction& transaction, const World& world, const Act& act, Month month, const char* step, Phase wanted) {
  auto place = place_of(transaction, month, step);
  if (!place.ok()) return place.problem();
  const Phase phase = phase_of(place->ceremony, false, act.at);
  if (phase != wanted) return closed(month, phase);
  const auto party = find_party(transaction, month, place->plan.version, participant_of(act.actor.role, act.actor.scope, world.law.offices));
  if (!party) return problem("planning.ceremony_not_invited", {{"month", to_string(month)}});
  place->party = *party;
  return place;
}

/// The record cites the digests of what is kept: nobody reads a nonce out of the ledger before its time.
void note(db::Transaction& transaction, const Act& act, const char* action, const PlanVersion& plan, const std::string& before, const std::string& after, const std::string& reason) {
  ledger::append(transaction, {act.actor, act.at, action, "plan:" + to_string(plan.month), before, after, "S-3.1", reason});
}

Result<void> check_value(const std::string& value) {
  if (value.empty()) return problem("planning.text_missing", {}, "public_value");
  if (value.size() > k_max_public_value) return problem("planning.text_too_long", {{"limit", std::to_string(k_max_public_value)}}, "public_value");
  if (std::any_of(value.begin(), value.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; })) return problem("planning.text_control", {}, "public_value");
  if (value.front() == ' ' || value.back() == ' ') return problem("planning.text_blanks", {}, "public_value");
  return {};
}

std::vector<draw::Reveal> reveals_of(const std::vector<CeremonyParty>& parties) {
  std::vector<draw::Reveal> all;
  for (const auto& one : parties)
    if (const auto nonce = digest_from_hex(one.nonce)) all.push_back({one.id, *nonce, one.revealed_at});
  return all;
}

std::string names_of(const std::vector<CeremonyParty>& parties) {
  std::string names;
  for (const auto& one : parties)
    if (one.absent()) names += (names.empty() ? "未公开随机数：" : "、") + one.name;
  return names;
}

std::optional<draw::Approved> approval_in(const std::vector<Approval>& all, const char* kind, const std::string& institution, const std::string& site, const std::string& subject) {
  for (const auto& one : all)
    if (one.kind == kind && one.institution == institution && one.site == site && one.subject == subject) return draw::Approved{one.reason, one.role, one.at};
  return std::nullopt;
}

draw::Records records_of(db::Transaction& transaction, const PlanVersion& plan, const std::vector<draw::Exception>& exceptions) {
  const auto given = approvals(transaction, plan.month, plan.version);
  draw::Records records;
  for (const auto& one : waivers(transaction, plan.month, plan.version))
    records.waivers.push_back({one.institution, one.subject, std::string(name_of(one.basis)), one.clause, one.batches, one.candidates,
                               one.needs_approval ? approval_in(given, "waiver", one.institution, "", one.subject) : std::nullopt});
  for (const auto& one : exceptions)
    records.exceptions.push_back({one.institution, one.site, one.subject, one.visits, approval_in(given, "exception", one.institution, one.site, one.subject)});
  return records;
}

} // namespace

Result<void> open_ceremony(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& plan, const draw::Instance& instance,
                           const CeremonyWish& wish, const std::optional<CeremonyTerms>& shorter) {
  const CeremonyTerms terms = shorter ? *shorter : law_in(transaction, world, act.today()).ceremony;
  const CeremonyPlan wanted = plan_of(terms, wish, act.at);
  if (wanted.how.empty()) return problem("planning.text_missing", {}, "how");
  if (wanted.how.size() > k_max_how) return problem("planning.text_too_long", {{"limit", std::to_string(k_max_how)}}, "how");
  if (const auto fine = check_windows(terms, wanted, act.at, plan.demo); !fine.ok()) return fine.problem();
  Ceremony ceremony;
  ceremony.month = plan.month;
  ceremony.version = plan.version;
  ceremony.source = plan.announced_source;
  ceremony.plan = wanted;
  ceremony.frozen_at = act.at;
  const auto parties = everybody(world, instance);
  const std::string rule = draw::write_seed_rule(rule_of(ceremony, parties));
  ceremony.rule_sm3 = to_hex(sm3(rule));
  insert_ceremony(transaction, ceremony, parties);
  for (const auto& news : invitations(ceremony, parties)) world.inform(transaction, news, act.at);
  put_file(transaction, plan.month, plan.version, "rule.json", rule);
  note(transaction, act, "seed.open", plan, "", ceremony.rule_sm3, "");
  return {};
}

Result<CeremonyParty> commit(const World& world, const Act& act, Month month, const std::string& commitment) {
  const auto digest = digest_from_hex(commitment);
  if (!digest || to_hex(*digest) != commitment) return problem("planning.ceremony_hex", {}, "commitment");
  return decide(world.database, [&](db::Transaction& transaction) -> Result<CeremonyParty> {
    auto place = own_place(transaction, world, act, month, "seed.commit", Phase::Committing);
    if (!place.ok()) return place.problem();
    place->party.commitment = commitment;
    place->party.committed_at = act.at;
    if (!put_commitment(transaction, month, place->plan.version, place->party)) return problem("planning.ceremony_committed", {{"name", place->party.name}});
    note(transaction, act, "seed.commit", place->plan, "", commitment, place->party.id);
    return place->party;
  });
}

Result<CeremonyParty> reveal(const World& world, const Act& act, Month month, const std::string& nonce) {
  const auto bytes = digest_from_hex(nonce);
  if (!bytes || to_hex(*bytes) != nonce) return problem("planning.ceremony_hex", {}, "nonce");
  return decide(world.database, [&](db::Transaction& transaction) -> Result<CeremonyParty> {
    auto place = own_place(transaction, world, act, month, "seed.reveal", Phase::Revealing);
    if (!place.ok()) return place.problem();
    CeremonyParty& party = place->party;
    if (party.commitment.empty()) return problem("planning.ceremony_not_committed", {{"name", party.name}});
    if (to_hex(draw::commitment_of(party.id, *bytes)) != party.commitment) return problem("planning.ceremony_nonce_differs", {{"name", party.name}}, "nonce");
    party.nonce = nonce;
    party.revealed_at = act.at;
    if (!put_nonce(transaction, month, place->plan.version, party)) return problem("planning.ceremony_committed", {{"name", party.name}});
    note(transaction, act, "seed.reveal", place->plan, party.commitment, to_hex(sm3(nonce)), party.id);
    return party;
  });
}

Result<PlanVersion> announce_value(const World& world, const Act& act, Month month, const std::string& value) {
  if (const auto fine = check_value(value); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    auto place = place_of(transaction, month, "seed.announce");
    if (!place.ok()) return place.problem();
    const Phase phase = phase_of(place->ceremony, false, act.at);
    if (phase != Phase::Due && phase != Phase::Announced)
      return problem("planning.ceremony_too_early", {{"available", to_string(place->ceremony.plan.available_at)}}, "public_value");
    const std::string before = place->ceremony.value.empty() ? "" : to_hex(sm3(place->ceremony.value));
    place->ceremony.value = value;
    place->ceremony.announced_at = act.at;
    place->ceremony.announced_by = act.actor.account;
    place->ceremony.announced_name = act.actor.name;
    put_value(transaction, place->ceremony);
    add_step(transaction, month, place->plan.version, {"seed.announce", act.at, act.actor.role, act.actor.name, ""});
    note(transaction, act, "seed.announce", place->plan, before, to_hex(sm3(value)), "");
    return place->plan;
  });
}

Result<PlanVersion> confirm_value(const World& world, const Act& act, Month month, const std::string& value) {
  if (const auto fine = check_value(value); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<PlanVersion> {
    auto place = place_of(transaction, month, "seed.confirm");
    if (!place.ok()) return place.problem();
    const Ceremony& ceremony = place->ceremony;
    if (const Phase phase = phase_of(ceremony, false, act.at); phase != Phase::Announced) return closed(month, phase);
    // Nobody is a second person for himself, nor for whom he stands in.
    if (ceremony.announced_by == act.actor.account || ceremony.announced_by == act.actor.behalf) return problem("planning.ceremony_same_person");
    if (ceremony.value != value) return problem("planning.ceremony_value_differs", {}, "public_value");
    const auto parties = ceremony_parties(transaction, month, place->plan.version);
    const auto digest = digest_from_hex(place->plan.instance_sm3);
    ensure(digest.has_value(), "a frozen plan has the digest of its instance");
    PlanVersion plan = place->plan;
    plan.stage = Stage::Seeded;
    plan.public_value = value;
    plan.seed = to_hex(draw::seed_of(*digest, reveals_of(parties), value));
    if (!update_version(transaction, plan, Stage::Frozen)) return stage_moved(month);
    note_step(transaction, act, "seed.confirm", "S-3.1", &place->plan, plan, names_of(parties));
    return plan;
  });
}

void tell_ceremonies(const World& world, Instant now) {
  world.database.write([&](db::Transaction& transaction) {
    for (const auto& plan : newest_versions(transaction)) {
      if (plan.stage != Stage::Frozen) continue;
      const auto ceremony = find_ceremony(transaction, plan.month, plan.version);
      if (!ceremony) continue;
      for (const auto& news : news_due(*ceremony, ceremony_parties(transaction, plan.month, plan.version), world.law.offices, now)) world.inform(transaction, news, now);
    }
  });
}

Result<CeremonyParty> own_part(const World& world, const ledger::Actor& actor, Month month) {
  return look(world.database, [&](db::Transaction& transaction) -> Result<CeremonyParty> {
    const auto plan = newest_version(transaction, month);
    if (!plan) return problem("planning.month_unknown", {{"month", to_string(month)}});
    const auto party = find_party(transaction, month, plan->version, participant_of(actor.role, actor.scope, world.law.offices));
    if (!party) return problem("planning.ceremony_not_invited", {{"month", to_string(month)}});
    return *party;
  });
}

draw::SeedRule rule_of(const Ceremony& ceremony, const std::vector<CeremonyParty>& parties) {
  draw::SeedRule rule;
  for (const auto& one : parties) rule.participants.push_back({one.id, one.name, one.role});
  rule.public_source = {ceremony.source, ceremony.plan.available_at, ceremony.plan.how};
  rule.commitments_until = ceremony.plan.commitments_until;
  rule.reveals_until = ceremony.plan.reveals_until;
  rule.frozen_at = ceremony.frozen_at;
  return rule;
}

namespace {

draw::Former former_of(db::Transaction& transaction, const PlanVersion& plan, const PlanVersion& former) {
  const auto instance_file = find_file(transaction, former.month, former.version, "instance.json");
  const auto plan_file = find_file(transaction, former.month, former.version, "plan.json");
  const auto lost_file = find_file(transaction, plan.month, plan.version, "lost.json");
  ensure(instance_file && plan_file && lost_file, "a redraw has what it started from");
  auto instance = draw::read_instance(instance_file->body);
  auto drawn = draw::read_plan(plan_file->body);
  ensure(instance.ok() && drawn.ok(), "a plan in force and its instance can be read");
  auto lost = draw::read_lost(lost_file->body, instance->instance);
  ensure(lost.ok(), "what a plan lost can be read");
  return {std::move(instance->instance), instance->digest, std::move(*drawn), std::move(*lost)};
}

} // namespace

std::string bundle_text(db::Transaction& transaction, const PlanVersion& plan, const std::optional<PlanVersion>& former) {
  const auto ceremony = find_ceremony(transaction, plan.month, plan.version);
  const auto instance_file = find_file(transaction, plan.month, plan.version, "instance.json");
  const auto plan_file = find_file(transaction, plan.month, plan.version, "plan.json");
  if (!ceremony || !instance_file || !plan_file) return "";
  auto instance = draw::read_instance(instance_file->body);
  auto drawn = draw::read_plan(plan_file->body);
  ensure(instance.ok() && drawn.ok(), "a drawn plan and its instance can be read");
  const auto parties = ceremony_parties(transaction, plan.month, plan.version);
  draw::Bundle bundle;
  bundle.instance = std::move(instance->instance);
  bundle.instance_digest = instance->digest;
  bundle.engine = plan.engine;
  bundle.rule = rule_of(*ceremony, parties);
  for (const auto& one : parties)
    if (const auto digest = digest_from_hex(one.commitment)) bundle.commitments.push_back({one.id, *digest, one.committed_at});
  bundle.reveals = reveals_of(parties);
  bundle.absent = draw::absent_of(bundle.commitments, bundle.reveals);
  bundle.public_value = {plan.public_value, ceremony->announced_at};
  bundle.seed = plan.seed;
  bundle.plan = std::move(drawn).value();
  bundle.records = records_of(transaction, plan, bundle.plan.exceptions);
  if (former) bundle.former = former_of(transaction, plan, *former);
  return draw::write_bundle(bundle);
}

} // namespace ankao::planning
