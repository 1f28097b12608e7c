// SPDX-License-Identifier: Apache-2.0
// The plan of a bundle: what it cites, what the frozen engine gives for the same seed, what the independent checker says.
#include <algorithm>
#include <charconv>

#include "draw/bundle/findings.hpp"
#include "draw/check/check.hpp"
#include "draw/check/difference.hpp"
#include "draw/engine/redraw.hpp"
#include "draw/rules/losses.hpp"

namespace ankao::draw::proving {
namespace {

/// The work limit of an engine's id if it is this program's engine.
std::optional<std::int64_t> work_limit_of(const std::string& engine) {
  const std::string mine = engine_name() + ", work ";
  if (!engine.starts_with(mine)) return std::nullopt;
  std::int64_t limit = 0;
  const char* const end = engine.data() + engine.size();
  const auto [rest, error] = std::from_chars(engine.data() + mine.size(), end, limit);
  EngineOptions options;
  options.work_limit = limit;
  if (error != std::errc() || rest != end || limit < 1 || engine_id(options) != engine) return std::nullopt;
  return limit;
}

template <class T>
std::optional<std::string> first_difference(const std::vector<T>& mine, const std::vector<T>& theirs, const std::string& list) {
  const std::size_t shorter = std::min(mine.size(), theirs.size());
  for (std::size_t i = 0; i < shorter; ++i)
    if (!(mine[i] == theirs[i])) return place(list, i);
  return mine.size() == theirs.size() ? std::nullopt : std::optional(place(list, shorter));
}

/// Where two plans part; canonical JSON has one text for one plan, so equal values are equal bytes.
std::optional<std::string> difference(const Plan& mine, const Plan& theirs) {
  if (auto at = first_difference(mine.sessions, theirs.sessions, "/plan/sessions")) return at;
  if (auto at = first_difference(mine.unplaced, theirs.unplaced, "/plan/unplaced")) return at;
  if (auto at = first_difference(mine.exceptions, theirs.exceptions, "/plan/exceptions")) return at;
  for (std::size_t i = 0; i < mine.levels.values().size(); ++i)
    if (mine.levels.values()[i] != theirs.levels.values()[i]) return std::string("/plan/levels/") + "UEXJVQ"[i];
  if (mine.instance_sm3 != theirs.instance_sm3) return "/plan/instance_sm3";
  if (mine.seed != theirs.seed) return "/plan/seed";
  return mine.engine == theirs.engine ? std::nullopt : std::optional<std::string>("/plan/engine");
}

void note(const std::vector<Breach>& breaches, const std::string& plan, Findings& findings) {
  for (const Breach& one : breaches) {
    std::vector<Detail> details = one.fault.details;
    details.push_back({"rule", one.rule});
    details.push_back({"clause", one.clause});
    findings.note(one.fault.id, plan + one.fault.at, std::move(details));
  }
}

bool look_at_lawfulness(const Bundle& bundle, const VerifyOptions& options, Findings& findings) {
  const CheckReport report = check(bundle.instance, bundle.instance_digest, bundle.plan);
  if (options.checked) options.checked(report);
  note(report.breaches, "/plan", findings);
  return report.lawful();
}

/// The plan in force was lawful for its instance, and the record's instance is that one after the loss.
bool look_at_former(const Bundle& bundle, Findings& findings) {
  const Former& former = *bundle.former;
  const CheckReport report = check(former.instance, former.instance_digest, former.plan);
  note(report.breaches, "/former/plan", findings);
  const bool same = after_loss(former.instance, former.lost) == bundle.instance;
  if (!same) findings.note("draw.bundle.former_differs", "/former");
  return same && report.lawful();
}

/// Nobody was hit: the former plan stands as it is, and so does what it cites.
bool stands_as_it_was(const Bundle& bundle) { return bundle.former && bundle.former->plan.sessions == bundle.plan.sessions; }

Result<Plan> repeat(const Bundle& bundle, std::int64_t limit, const Seed& seed, const VerifyOptions& options) {
  if (!bundle.former) return solve(bundle.instance, bundle.instance_digest, seed, {limit, options.progress});
  const Former& former = *bundle.former;
  if (former.lost.not_before) return redraw(bundle.instance, bundle.instance_digest, former.plan, seed, *former.lost.not_before);
  return redraw(bundle.instance, bundle.instance_digest, former.plan, seed);
}

/// A redraw is repeated from its former plan alone: that must be sound, or there is nothing to repeat.
bool former_is_sound(const Bundle& bundle) {
  Findings unheard;
  return look_at_former(bundle, unheard);
}

} // namespace

void look_at_plan(const Bundle& bundle, const VerifyOptions& options, Findings& findings) {
  const auto cites = [&](const char* at, const std::string& found, const std::string& expected) {
    if (found != expected) findings.note("draw.bundle.plan_cites", at, {{"found", found}, {"expected", expected}});
  };
  cites("/plan/instance_sm3", bundle.plan.instance_sm3, to_hex(bundle.instance_digest));
  const bool stands = stands_as_it_was(bundle);
  cites("/plan/seed", bundle.plan.seed, stands ? bundle.former->plan.seed : bundle.seed);
  cites("/plan/engine", bundle.plan.engine, stands ? bundle.former->plan.engine : bundle.engine);
  const bool lawful = look_at_lawfulness(bundle, options, findings);
  if (bundle.former && look_at_former(bundle, findings) && lawful)
    note(check_redraw(bundle.instance, bundle.former->plan, bundle.plan, bundle.former->lost.not_before), "/plan", findings);
}

void look_at_redraw(const Bundle& bundle, const VerifyOptions& options, Findings& findings) {
  const auto limit = bundle.former ? std::optional<std::int64_t>(bundle.engine == redraw_name() ? 0 : k_most_bundle_work + 1) : work_limit_of(bundle.engine);
  const auto seed = digest_from_hex(bundle.seed);
  if (!limit || *limit > k_most_bundle_work) {
    findings.note("draw.bundle.engine_unknown", "/engine", {{"found", bundle.engine}, {"engine", engine_name()}, {"limit", std::to_string(k_most_bundle_work)}});
    return;
  }
  if (!options.redraw || !seed || (bundle.former && !former_is_sound(bundle))) return;
  const auto mine = repeat(bundle, *limit, *seed, options);
  if (!mine.ok()) return findings.note(mine.problem().id, "/former", mine.problem().details);
  if (options.redrawn) options.redrawn(*mine);
  if (const auto at = difference(*mine, bundle.plan)) findings.note("draw.bundle.redraw_differs", *at, {{"engine", bundle.engine}});
}

} // namespace ankao::draw::proving
