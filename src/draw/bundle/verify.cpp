// SPDX-License-Identifier: Apache-2.0
#include "draw/bundle/verify.hpp"

#include "draw/bundle/findings.hpp"

namespace ankao::draw {

std::vector<Problem> verify_bundle(const Bundle& bundle, const VerifyOptions& options) {
  proving::Findings findings;
  proving::look_at_digests(bundle, findings);
  proving::look_at_ceremony(bundle, findings);
  proving::look_at_records(bundle, findings);
  proving::look_at_plan(bundle, options, findings);
  return findings.take();
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
