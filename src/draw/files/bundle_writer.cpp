// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "draw/files/bundle_file.hpp"
#include "draw/files/files.hpp"
#include "draw/files/format.hpp"
#include "draw/files/lost_file.hpp"

namespace ankao::draw {
namespace {

using Json = nlohmann::json;

template <class T, class F>
Json list(const std::vector<T>& all, F&& each) {
  Json out = Json::array();
  for (const T& one : all) out.push_back(each(one));
  return out;
}

Json rule_json(const SeedRule& rule) {
  const auto participant = [](const Participant& one) { return Json{{"id", one.id}, {"name", one.name}, {"role", one.role}}; };
  const PublicSource& source = rule.public_source;
  return {{"participants", list(rule.participants, participant)},
          {"public_source", {{"name", source.name}, {"available_at", to_string(source.available_at)}, {"how", source.how}}},
          {"commitments_until", to_string(rule.commitments_until)},
          {"reveals_until", to_string(rule.reveals_until)},
          {"frozen_at", to_string(rule.frozen_at)}};
}

Json commitment(const Commitment& one) {
  return {{"participant", one.participant}, {"commitment", to_hex(one.commitment)}, {"at", to_string(one.at)}};
}

Json reveal(const Reveal& one) { return {{"participant", one.participant}, {"nonce", to_hex(one.nonce)}, {"at", to_string(one.at)}}; }

Json approval(const std::optional<Approved>& one) {
  return one ? Json{{"reason", one->reason}, {"role", one->role}, {"at", to_string(one->at)}} : Json(nullptr);
}

Json waiver(const WaiverRecord& one) {
  return {{"institution", one.institution}, {"subject", one.subject},       {"basis", one.basis},
          {"clause", one.clause},           {"batches", one.batches},       {"candidates", one.candidates},
          {"approval", approval(one.approval)}};
}

Json exception(const ExceptionRecord& one) {
  return {{"institution", one.institution}, {"site", one.site}, {"subject", one.subject}, {"visits", one.visits}, {"approval", approval(one.approval)}};
}

/// The parts are canonical and stand in the order of their names.
std::string former_text(const Former& former) {
  return R"({"instance":)" + write_instance(former.instance) + R"(,"lost":)" + write_lost(former.lost, former.instance) + R"(,"plan":)" + write_plan(former.plan) + "}";
}

} // namespace

std::string write_seed_rule(const SeedRule& rule) { return rule_json(rule).dump(); }

std::string write_bundle(const Bundle& bundle) {
  std::map<std::string, std::string> members = {
      {"instance", write_instance(bundle.instance)},
      {"rule", write_seed_rule(bundle.rule)},
      {"commitments", list(bundle.commitments, commitment).dump()},
      {"reveals", list(bundle.reveals, reveal).dump()},
      {"public_value", Json{{"text", bundle.public_value.text}, {"at", to_string(bundle.public_value.at)}}.dump()},
      {"plan", write_plan(bundle.plan)},
      {"records", Json{{"waivers", list(bundle.records.waivers, waiver)}, {"exceptions", list(bundle.records.exceptions, exception)}}.dump()}};
  if (bundle.former) members["former"] = former_text(*bundle.former);
  Json digests = Json::object();
  for (const auto& [name, text] : members) digests[name] = to_hex(sm3(text));
  members["digests"] = digests.dump();
  members["format"] = Json(k_bundle_format).dump();
  members["engine"] = Json(bundle.engine).dump();
  members["absent"] = Json(bundle.absent).dump();
  members["seed"] = Json(bundle.seed).dump();
  // The parts are canonical, and the map is sorted by name: so is the whole.
  std::string out;
  for (const auto& [name, text] : members) out += (out.empty() ? "{\"" : ",\"") + name + "\":" + text;
  return out + "}";
}

} // namespace ankao::draw
