// SPDX-License-Identifier: Apache-2.0
#include "enforcement/service/effects.hpp"

#include "enforcement/files/law.hpp"
#include "registry/service/striking.hpp"
#include "registry/service/suspensions.hpp"

namespace ankao::enforcement {
namespace {

constexpr const char* k_struck = "struck";
constexpr std::size_t k_most_characters = 400; ///< the register's reasons are short; the whole stands in the decision

/// The first characters of the facts, never half of one.
std::string reason_of(const Decision& d) {
  std::string out;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < d.draft.facts.size(); ++i) {
    if ((static_cast<unsigned char>(d.draft.facts[i]) & 0xC0) != 0x80 && ++characters > k_most_characters) {
      out += "……";
      break;
    }
    out += d.draft.facts[i] == '\n' ? ' ' : d.draft.facts[i];
  }
  return out + "（处理决定 " + d.id + "）";
}

/// The measure's own clause: C-3a suspends an institution, P-3.2 a site.
std::string clause_of(const Decision& d) {
  const GroundLaw* ground = shipped_law().ground(d.draft.ground);
  const MeasureLaw* measure = ground != nullptr ? ground->measure(d.draft.kind) : nullptr;
  return measure != nullptr ? measure->clause : d.draft.ground;
}

registry::Act as_register(const Act& act) { return {act.actor, act.at}; }

} // namespace

Result<std::string> apply(db::Transaction& transaction, const Act& act, const Decision& d) {
  if (d.draft.kind == Kind::Suspension) {
    const auto recorded = registry::suspend(transaction, as_register(act), {"", d.draft.subject, *d.draft.from, *d.draft.to, clause_of(d), reason_of(d)});
    if (!recorded.ok()) return recorded.problem();
    return recorded->suspension.id;
  }
  if (d.draft.kind != Kind::Removal && d.draft.kind != Kind::Revocation) return std::string();
  const auto struck = registry::strike_off(transaction, as_register(act), d.draft.subject, *d.draft.from, reason_of(d), clause_of(d));
  if (!struck.ok()) return struck.problem();
  return std::string(k_struck);
}

Result<void> undo(db::Transaction& transaction, const Act& act, const Decision& d, const std::string& reason) {
  if (d.effect.empty()) return {};
  if (d.effect == k_struck) return registry::restore(transaction, as_register(act), d.draft.subject, reason, clause_of(d));
  return registry::lift_suspension(transaction, as_register(act), d.effect, reason);
}

} // namespace ankao::enforcement
