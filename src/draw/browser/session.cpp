// SPDX-License-Identifier: Apache-2.0
#include "draw/browser/session.hpp"

#include <algorithm>
#include <iterator>

#include "draw/browser/parts.hpp"
#include "draw/browser/words.hpp"
#include "draw/commands/reports.hpp"
#include "draw/files/bundle_file.hpp"

namespace ankao::draw::browser {
namespace {

Json record(const Bundle& b) {
  const SeedRule& rule = b.rule;
  std::int64_t candidates = 0;
  for (const Batch& one : b.instance.batches) candidates += one.candidates;
  return {{"city", b.instance.city},
          {"month", to_string(b.instance.month)},
          {"instance_sm3", to_hex(b.instance_digest)},
          {"engine", b.engine},
          {"seed", b.seed},
          {"institutions", b.instance.institutions.size()},
          {"sites", b.instance.sites.size()},
          {"batches", b.instance.batches.size()},
          {"candidates", candidates},
          {"sessions", b.plan.sessions.size()},
          {"participants", rule.participants.size()},
          {"commitments", b.commitments.size()},
          {"reveals", b.reveals.size()},
          {"absent", b.absent},
          {"source", rule.public_source.name},
          {"how", rule.public_source.how},
          {"public_value", b.public_value.text},
          {"frozen_at", to_string(rule.frozen_at)},
          {"commitments_until", to_string(rule.commitments_until)},
          {"reveals_until", to_string(rule.reveals_until)},
          {"available_at", to_string(rule.public_source.available_at)}};
}

std::optional<Look> look_named(std::string_view name) {
  constexpr std::string_view k_names[] = {"digests", "ceremony", "records", "rules", "redraw"};
  for (std::size_t i = 0; i < std::size(k_names); ++i)
    if (k_names[i] == name) return k_looks[i];
  return std::nullopt;
}

} // namespace

std::string Session::about() { return text({{"engine", engine_name()}, {"work", default_work_limit()}}); }

std::string Session::open(std::string_view bytes) {
  bundle_.reset();
  const Json whole = {{"bytes", bytes.size()}, {"sm3", to_hex(sm3(bytes))}};
  auto read = read_bundle(bytes);
  Json out = whole;
  out["ok"] = read.ok();
  if (!read.ok()) {
    out["finding"] = finding(read.problem());
    return text(out);
  }
  bundle_ = std::move(read).value();
  out["record"] = record(*bundle_);
  return text(out);
}

std::string Session::look(std::string_view name) const {
  const auto which = look_named(name);
  if (!bundle_ || !which) return "null";
  Json out = shown(*bundle_, *which);
  VerifyOptions options;
  options.checked = [&out](const CheckReport& report) { out.update(shown(report)); };
  options.redrawn = [&out](const Plan& plan) { out.update(shown(plan)); };
  if (told_)
    options.progress = [this](const Progress& p) { told_(text({{"done", p.work_done}, {"limit", p.work_limit}, {"levels", levels(p.best)}})); };
  out["findings"] = findings(look_at(*bundle_, *which, options));
  return text(out);
}

std::string Session::people() const { return bundle_ ? text(everybody(*bundle_)) : "null"; }

std::string Session::institution(std::string_view id) const {
  if (!bundle_) return "null";
  const auto& all = bundle_->instance.institutions;
  const auto found = std::find_if(all.begin(), all.end(), [id](const Institution& one) { return one.id == id; });
  if (found == all.end()) return "null";
  const int index = static_cast<int>(found - all.begin());
  std::string out;
  for (const Batch& batch : bundle_->instance.batches) {
    if (batch.institution != index) continue;
    const auto explained = explain(bundle_->instance, bundle_->plan, batch.id);
    ensure(explained.ok(), "a batch of the record is explained");
    out += (out.empty() ? "{\"facts\":" : ",{\"facts\":") + text(facts_of(batch)) + ",\"why\":" + write_explanation(*explained) + "}";
  }
  return "{\"batches\":[" + out + "]}";
}

} // namespace ankao::draw::browser
