// SPDX-License-Identifier: Apache-2.0
#include "draw/bundle/verify.hpp"

#include "draw/bundle/findings.hpp"

namespace ankao::draw {

std::vector<Problem> look_at(const Bundle& bundle, Look look, const VerifyOptions& options) {
  proving::Findings findings;
  switch (look) {
  case Look::Digests:
    proving::look_at_digests(bundle, findings);
    break;
  case Look::Ceremony:
    proving::look_at_ceremony(bundle, findings);
    break;
  case Look::Records:
    proving::look_at_records(bundle, findings);
    break;
  case Look::Rules:
    proving::look_at_plan(bundle, options, findings);
    break;
  case Look::Redraw:
    proving::look_at_redraw(bundle, options, findings);
    break;
  }
  return findings.take();
}

std::vector<Problem> verify_bundle(const Bundle& bundle, const VerifyOptions& options) {
  std::vector<Problem> all;
  for (const Look look : k_looks)
    for (Problem& one : look_at(bundle, look, options)) all.push_back(std::move(one));
  return all;
}

namespace proving {

void look_at_digests(const Bundle& bundle, Findings& findings) {
  if (!bundle.stated) return;
  for (const auto& [member, digest] : bundle.actual) {
    const auto stated = bundle.stated->find(member);
    const std::string found = stated == bundle.stated->end() ? "-" : stated->second;
    if (found != digest) findings.note("draw.bundle.digest_differs", "/" + member, {{"member", member}, {"stated", found}, {"actual", digest}});
  }
}

} // namespace proving

} // namespace ankao::draw
