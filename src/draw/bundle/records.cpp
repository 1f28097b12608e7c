// SPDX-License-Identifier: Apache-2.0
// Waivers and exceptions on the record: exactly those that the instance and the plan show, each with what it needs.
#include <algorithm>
#include <map>
#include <tuple>

#include "draw/bundle/findings.hpp"
#include "draw/check/facts.hpp"

namespace ankao::draw::proving {
namespace {

using WaiverKey = std::tuple<std::string, std::string, std::string>;
struct Concerned {
  int batches = 0;
  int candidates = 0;
};

std::string text_of(const WaiverKey& key) { return std::get<0>(key) + " " + std::get<1>(key) + " " + std::get<2>(key); }

/// A subject that nobody offers at all has nobody to be waived from.
const char* basis_of(const checking::Facts& facts, std::size_t batch) {
  const auto& one = facts.instance().batches[batch];
  switch (facts.of(static_cast<int>(batch)).waiver) {
  case checking::Waiver::Exempt:
    return "exempt";
  case checking::Waiver::OwnSchool:
    return "own_school";
  case checking::Waiver::NoOtherSite:
    return facts.offering(one.subject).empty() ? nullptr : "no_other_site";
  case checking::Waiver::None:
    break;
  }
  return nullptr;
}

std::map<WaiverKey, Concerned> waivers_of(const Bundle& bundle) {
  const checking::Facts facts(bundle.instance, digest_from_hex(bundle.seed).value_or(Digest{}));
  std::map<WaiverKey, Concerned> out;
  for (std::size_t b = 0; b < bundle.instance.batches.size(); ++b) {
    const Batch& batch = bundle.instance.batches[b];
    const char* basis = basis_of(facts, b);
    if (basis == nullptr) continue;
    auto& one = out[{bundle.instance.institutions[checking::at(batch.institution)].id, bundle.instance.subjects[checking::at(batch.subject)].id, basis}];
    ++one.batches;
    one.candidates += batch.candidates;
  }
  return out;
}

void look_at_waivers(const Bundle& bundle, Findings& findings) {
  auto expected = waivers_of(bundle);
  for (std::size_t i = 0; i < bundle.records.waivers.size(); ++i) {
    const WaiverRecord& one = bundle.records.waivers[i];
    const WaiverKey key{one.institution, one.subject, one.basis};
    const auto found = expected.find(key);
    if (found == expected.end()) {
      findings.note("draw.bundle.waiver_unfounded", place("/records/waivers", i), {{"waiver", text_of(key)}});
      continue;
    }
    if (found->second.batches != one.batches || found->second.candidates != one.candidates)
      findings.note("draw.bundle.waiver_figures", place("/records/waivers", i),
                    {{"waiver", text_of(key)}, {"batches", std::to_string(found->second.batches)}, {"candidates", std::to_string(found->second.candidates)}});
    if (one.basis == "no_other_site" && !(one.approval && one.approval->at <= bundle.rule.frozen_at))
      findings.note("draw.bundle.waiver_not_approved", place("/records/waivers", i, "approval"), {{"waiver", text_of(key)}, {"frozen", to_string(bundle.rule.frozen_at)}});
    expected.erase(found);
  }
  for (const auto& [key, concerned] : expected) findings.note("draw.bundle.waiver_missing", "/records/waivers", {{"waiver", text_of(key)}});
}

/// A redraw keeps the approval of an exception that the plan before it had to the same extent.
bool stood_before(const Bundle& bundle, const ExceptionRecord& record) {
  if (!bundle.former) return false;
  const auto& all = bundle.former->plan.exceptions;
  return std::any_of(all.begin(), all.end(), [&](const Exception& e) {
    return e.institution == record.institution && e.site == record.site && e.subject == record.subject && e.visits >= record.visits;
  });
}

void look_at_exceptions(const Bundle& bundle, Findings& findings) {
  const auto& records = bundle.records.exceptions;
  const auto same = [](const auto& a, const auto& b) { return a.institution == b.institution && a.site == b.site && a.subject == b.subject; };
  for (const Exception& one : bundle.plan.exceptions) {
    const bool stands = std::any_of(records.begin(), records.end(), [&](const auto& r) { return same(r, one) && r.visits == one.visits; });
    if (!stands)
      findings.note("draw.bundle.exception_missing", "/records/exceptions", {{"institution", one.institution}, {"site", one.site}, {"subject", one.subject}});
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    const ExceptionRecord& one = records[i];
    const std::vector<Detail> who{{"institution", one.institution}, {"site", one.site}, {"subject", one.subject}};
    const auto& all = bundle.plan.exceptions;
    if (std::none_of(all.begin(), all.end(), [&](const auto& e) { return same(e, one); })) findings.note("draw.bundle.exception_unfounded", place("/records/exceptions", i), who);
    if (!one.approval || (one.approval->at < bundle.public_value.at && !stood_before(bundle, one))) findings.note("draw.bundle.exception_not_approved", place("/records/exceptions", i, "approval"), who);
  }
}

} // namespace

void look_at_records(const Bundle& bundle, Findings& findings) {
  look_at_waivers(bundle, findings);
  look_at_exceptions(bundle, findings);
}

} // namespace ankao::draw::proving
