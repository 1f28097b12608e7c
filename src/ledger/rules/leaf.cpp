// SPDX-License-Identifier: Apache-2.0
#include "ledger/rules/leaf.hpp"

#include "base/ensure.hpp"

namespace ankao::ledger {
namespace {

void put_number(std::string& out, std::uint64_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size(), 4);
  out += text;
}

void put_digest(std::string& out, const std::string& hex) {
  if (hex.empty()) return put_number(out, 0, 4);
  const auto digest = digest_from_hex(hex);
  ensure(digest.has_value(), "before and after are SM3 in hexadecimal or empty");
  put_text(out, {reinterpret_cast<const char*>(digest->data()), digest->size()});
}

} // namespace

Digest name_commitment(std::string_view salt, std::string_view name) { return Sm3().update(salt).update(name).digest(); }

std::string leaf_bytes(std::int64_t number, const Event& event, std::string_view salt) {
  std::string out;
  out.reserve(320);
  put_number(out, k_leaf_format, 1);
  put_number(out, static_cast<std::uint64_t>(number), 8);
  put_number(out, static_cast<std::uint64_t>(event.at.ms), 8);
  const Digest name = name_commitment(salt, event.actor.name);
  out.append(reinterpret_cast<const char*>(name.data()), name.size());
  for (const std::string* text : {&event.actor.account, &event.actor.role, &event.actor.scope, &event.actor.behalf, &event.action, &event.subject})
    put_text(out, *text);
  put_digest(out, event.before);
  put_digest(out, event.after);
  put_text(out, event.clause);
  put_text(out, event.reason);
  return out;
}

} // namespace ankao::ledger
