// SPDX-License-Identifier: Apache-2.0
// From the freeze to the seed: who could commit, who did, when, and whether the nonces fit.
#include <algorithm>

#include "draw/bundle/findings.hpp"
#include "draw/bundle/seed.hpp"

namespace ankao::draw::proving {
namespace {

void look_at_times(const SeedRule& rule, Findings& findings) {
  const auto in_order = [&](const char* at, Instant before, Instant after) {
    if (before < after) return;
    findings.note("draw.bundle.times_order", at, {{"before", to_string(before)}, {"after", to_string(after)}});
  };
  in_order("/rule/commitments_until", rule.frozen_at, rule.commitments_until);
  in_order("/rule/reveals_until", rule.commitments_until, rule.reveals_until);
  // The last revealer cannot choose: the value does not exist yet when the reveals close.
  in_order("/rule/public_source/available_at", rule.reveals_until, rule.public_source.available_at);
}

/// Sorted by id, nobody twice.
template <class T>
void look_at_order(const std::vector<T>& all, const std::string& list, const char* member, const std::string T::* id, Findings& findings) {
  for (std::size_t i = 1; i < all.size(); ++i)
    if (!(all[i - 1].*id < all[i].*id)) findings.note("draw.bundle.not_in_order", place(list, i, member), {{"before", all[i - 1].*id}, {"found", all[i].*id}});
}

void look_at_window(const std::string& at, Instant moment, Instant from, Instant until, Findings& findings) {
  if (moment >= from && moment <= until) return;
  findings.note("draw.bundle.out_of_time", at, {{"found", to_string(moment)}, {"from", to_string(from)}, {"until", to_string(until)}});
}

void look_at_commitments(const Bundle& bundle, Findings& findings) {
  const SeedRule& rule = bundle.rule;
  for (std::size_t i = 0; i < bundle.commitments.size(); ++i) {
    const Commitment& one = bundle.commitments[i];
    const bool known = std::any_of(rule.participants.begin(), rule.participants.end(), [&](const auto& p) { return p.id == one.participant; });
    if (!known) findings.note("draw.bundle.participant_unknown", place("/commitments", i, "participant"), {{"participant", one.participant}});
    look_at_window(place("/commitments", i, "at"), one.at, rule.frozen_at, rule.commitments_until, findings);
  }
}

void look_at_reveals(const Bundle& bundle, Findings& findings) {
  for (std::size_t i = 0; i < bundle.reveals.size(); ++i) {
    const Reveal& one = bundle.reveals[i];
    const auto given = std::find_if(bundle.commitments.begin(), bundle.commitments.end(), [&](const auto& c) { return c.participant == one.participant; });
    if (given == bundle.commitments.end()) {
      findings.note("draw.bundle.reveal_without_commitment", place("/reveals", i, "participant"), {{"participant", one.participant}});
    } else if (commitment_of(one.participant, one.nonce) != given->commitment) {
      findings.note("draw.bundle.reveal_differs", place("/reveals", i, "nonce"),
                    {{"participant", one.participant}, {"commitment", to_hex(given->commitment)}, {"found", to_hex(commitment_of(one.participant, one.nonce))}});
    }
    // Nobody sees a nonce while others may still commit.
    look_at_window(place("/reveals", i, "at"), one.at, bundle.rule.commitments_until, bundle.rule.reveals_until, findings);
  }
}

std::string joined(const std::vector<std::string>& ids) {
  std::string out;
  for (const auto& id : ids) out += (out.empty() ? "" : " ") + id;
  return out.empty() ? "-" : out;
}

void look_at_seed(const Bundle& bundle, Findings& findings) {
  const auto absent = absent_of(bundle.commitments, bundle.reveals);
  if (absent != bundle.absent) findings.note("draw.bundle.absent_differs", "/absent", {{"expected", joined(absent)}, {"found", joined(bundle.absent)}});
  if (bundle.public_value.text.empty()) findings.note("draw.bundle.public_value_empty", "/public_value/text");
  const Instant available = bundle.rule.public_source.available_at;
  if (bundle.public_value.at < available)
    findings.note("draw.bundle.public_value_early", "/public_value/at", {{"found", to_string(bundle.public_value.at)}, {"available", to_string(available)}});
  const std::string seed = to_hex(seed_of(bundle.instance_digest, bundle.reveals, bundle.public_value.text));
  if (seed != bundle.seed) findings.note("draw.bundle.seed_differs", "/seed", {{"expected", seed}, {"found", bundle.seed}});
}

} // namespace

void look_at_ceremony(const Bundle& bundle, Findings& findings) {
  look_at_times(bundle.rule, findings);
  look_at_order(bundle.rule.participants, "/rule/participants", "id", &Participant::id, findings);
  look_at_order(bundle.commitments, "/commitments", "participant", &Commitment::participant, findings);
  look_at_order(bundle.reveals, "/reveals", "participant", &Reveal::participant, findings);
  look_at_commitments(bundle, findings);
  look_at_reveals(bundle, findings);
  look_at_seed(bundle, findings);
}

} // namespace ankao::draw::proving
