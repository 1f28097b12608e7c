// SPDX-License-Identifier: Apache-2.0
#include "ledger/routes/views.hpp"

#include "ledger/files/action_words.hpp"
#include "ledger/rules/leaf.hpp"

namespace ankao::ledger {

std::string hex_of(std::string_view bytes) { return to_hex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()); }

dto::LedgerCheckpoint view_of(const Checkpoint& c) { return {c.origin, c.size, to_hex(c.root), c.at, c.text(), hex_of(c.signature)}; }

dto::LedgerEvent view_of(const StoredEvent& stored) {
  const Event& e = stored.event;
  const ActionWords words = words_of_action(e.action);
  return {stored.number, e.at,      e.actor.account, e.actor.name, e.actor.role, e.actor.scope, e.actor.behalf, e.action,
          words.zh,      words.en,  e.subject,       e.before,     e.after,      e.clause,      e.reason,       hex_of(leaf_bytes(stored.number, e, stored.salt))};
}

std::vector<std::string> hex_of(const Hashes& hashes) {
  std::vector<std::string> out;
  for (const Digest& hash : hashes) out.push_back(to_hex(hash));
  return out;
}

dto::LedgerProof view_of(const Proof& proof, const std::optional<Checkpoint>& checkpoint) {
  return {proof.number, proof.size, to_hex(proof.leaf), hex_of(proof.path), to_hex(proof.root), checkpoint ? std::optional(view_of(*checkpoint)) : std::nullopt};
}

} // namespace ankao::ledger
