// SPDX-License-Identifier: Apache-2.0
#include "planning/service/objections.hpp"

#include <array>

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "deadlines/service/terms.hpp"
#include "planning/service/reading.hpp"
#include "planning/store/bookings.hpp"

namespace ankao::planning {
namespace {

constexpr std::size_t k_receipt = 12; ///< signs of 32: 60 bits
constexpr int k_person_digits = 11;   ///< a telephone has eleven digits, an identity number more

std::string digest_of(const Objection& o) {
  return to_hex(sm3(nlohmann::json{{"id", o.id},         {"state", name_of(o.state)},    {"month", to_string(o.month)}, {"version", o.version}, {"batch", o.batch},
                                   {"session", o.session}, {"text", o.text},             {"answer", o.answer},          {"not_before", o.not_before ? to_string(*o.not_before) : ""},
                                   {"first", o.first_account}}
                          .dump()));
}

void tell(db::Transaction& transaction, const World& world, const Act& act, const Objection& o, const char* event) {
  deadlines::happened(transaction, {{act.actor, act.at, event, "objection:" + o.id, o.id + " " + o.institution_name, {"city", "", world.city, ""}, act.today()}});
}

/// Numbers of persons do not belong into a text that officials of several bodies read.
bool names_a_person(const std::string& text) {
  int digits = 0;
  for (const char c : text) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits >= k_person_digits) return true;
  }
  return false;
}

std::string fresh_receipt(const World& world) {
  constexpr std::string_view k_signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ2"; // no 0 O 1 I L
  ensure(static_cast<bool>(world.chance), "whoever takes objections has a source of chance");
  std::array<std::uint8_t, k_receipt> bytes{};
  world.chance(bytes);
  std::string out;
  for (const std::uint8_t byte : bytes) out += k_signs[byte % 32];
  return out;
}

/// Typed with blanks or dashes, in small letters: the same receipt.
std::string tidy(const std::string& typed) {
  std::string out;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

Result<BatchRow> batch_of(db::Transaction& transaction, const PlanVersion& plan, const ObjectionWish& wish, const std::string& institution) {
  if (auto found = find_batch(transaction, key_of(plan), wish.batch)) return std::move(*found);
  BatchFilter filter;
  filter.q = wish.batch;
  filter.institution = institution;
  for (auto& one : list_batches(transaction, key_of(plan), filter).items)
    if (!institution.empty() && one.class_id == wish.batch) return std::move(one);
  return problem("planning.code_unknown", {{"value", wish.batch}, {"month", to_string(plan.month)}}, "batch");
}

Result<Objection> at_state(db::Transaction& transaction, const std::string& id, ObjectionState state) {
  auto found = find_objection(transaction, id);
  if (!found) return problem("planning.objection_unknown", {{"value", id}});
  if (found->state != state) return problem("planning.objection_state", {{"value", id}, {"state", std::string(name_of(found->state))}});
  return std::move(*found);
}

} // namespace

Result<std::pair<Objection, std::string>> file_objection(const World& world, const Act& act, const ObjectionWish& wish) {
  if (const auto fine = check_said(wish.text, "text"); !fine.ok()) return fine.problem();
  if (names_a_person(wish.text)) return problem("planning.objection_personal", {}, "text");
  return decide(world.database, [&](db::Transaction& transaction) -> Result<std::pair<Objection, std::string>> {
    const auto plan = in_force(transaction, wish.month);
    if (!plan.ok()) return plan.problem();
    const auto until = objections_until(transaction, world, *plan);
    if (until && act.today() > *until) return problem("planning.objection_over", {{"date", to_string(*until)}});
    const bool institution = act.actor.scope.starts_with("institution:");
    const std::string own = institution ? act.actor.scope.substr(std::string_view("institution:").size()) : wish.institution;
    const auto batch = batch_of(transaction, *plan, wish, own);
    if (!batch.ok()) return batch.problem();
    if (institution && batch->institution != own) return problem("planning.not_own_batch", {{"value", wish.batch}}, "batch");
    const std::string receipt = fresh_receipt(world);
    Objection o;
    o.id = numbered("YY", next_number(transaction, "objection"));
    o.month = wish.month;
    o.version = plan->version;
    o.institution = batch->institution;
    o.institution_name = batch->institution_name;
    o.batch = batch->id;
    o.session = wish.session;
    if (!wish.session.empty()) {
      bool sits = false;
      for (const auto& place : places_of_batch(transaction, *plan, batch->id)) sits = sits || place.session.id == wish.session;
      if (!sits) return problem("planning.session_unknown", {{"session", wish.session}}, "session");
    }
    o.by_institution = institution;
    o.text = wish.text;
    o.receipt_sm3 = to_hex(sm3(receipt));
    o.at = act.at;
    put_objection(transaction, o);
    log(transaction, act, "objection.file", "objection:" + o.id, "", digest_of(o), "S-2.3", "");
    tell(transaction, world, act, o, "objection.file");
    return std::pair(o, receipt);
  });
}

Result<Objection> objection_with(const World& world, const std::string& receipt) {
  return look(world.database, [&](db::Transaction& transaction) -> Result<Objection> {
    auto found = objection_by_receipt(transaction, to_hex(sm3(tidy(receipt))));
    if (!found) return problem("planning.receipt_unknown");
    return std::move(*found);
  });
}

Result<Objection> answer_objection(const World& world, const Act& act, const AnswerOfObjection& in) {
  if (const auto fine = check_said(in.answer, "answer"); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Objection> {
    auto found = at_state(transaction, in.id, ObjectionState::Open);
    if (!found.ok()) return found.problem();
    Objection o = *found;
    if (in.uphold && (!in.not_before || !o.month.contains(*in.not_before))) return problem("planning.objection_remedy", {{"month", to_string(o.month)}}, "not_before");
    o.state = in.uphold ? ObjectionState::Proposed : ObjectionState::Rejected;
    o.answer = in.answer;
    if (in.uphold) o.not_before = in.not_before;
    o.first_account = act.actor.account;
    o.first_name = act.actor.name;
    o.first_at = act.at;
    put_objection(transaction, o);
    log(transaction, act, "objection.answer", "objection:" + o.id, digest_of(*found), digest_of(o), "S-2.3", in.answer);
    if (!in.uphold) tell(transaction, world, act, o, "objection.answer");
    return o;
  });
}

Result<Objection> confirm_objection(const World& world, const Act& act, const std::string& id, bool uphold) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Objection> {
    auto found = at_state(transaction, id, ObjectionState::Proposed);
    if (!found.ok()) return found.problem();
    if (found->first_account == act.actor.account || found->first_account == act.actor.behalf) return problem("planning.objection_same_person");
    Objection o = *found;
    o.state = uphold ? ObjectionState::Upheld : ObjectionState::Open;
    o.second_name = act.actor.name;
    o.second_at = act.at;
    put_objection(transaction, o);
    log(transaction, act, uphold ? "objection.uphold" : "objection.send_back", "objection:" + o.id, digest_of(*found), digest_of(o), "S-2.3", "");
    if (uphold) tell(transaction, world, act, o, "objection.answer");
    return o;
  });
}

} // namespace ankao::planning
