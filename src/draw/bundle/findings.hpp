// SPDX-License-Identifier: Apache-2.0
// The parts of verify_bundle(): each looks at one thing and notes what is wrong with it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "draw/bundle/bundle.hpp"
#include "draw/bundle/verify.hpp"

namespace ankao::draw::proving {

class Findings {
public:
  void note(std::string id, std::string at, std::vector<Detail> details = {}) {
    all_.push_back(problem(std::move(id), std::move(details), std::move(at)));
  }
  std::vector<Problem> take() { return std::move(all_); }

private:
  std::vector<Problem> all_;
};

inline std::string place(const std::string& list, std::size_t index, const std::string& member = {}) {
  return list + "/" + std::to_string(index) + (member.empty() ? "" : "/" + member);
}

/// The bundle's own digests of its members.
void look_at_digests(const Bundle& bundle, Findings& findings);
/// Times of the rule, participants, commitments, reveals, public value, seed.
void look_at_ceremony(const Bundle& bundle, Findings& findings);
/// What the plan cites, and what the independent checker says of it.
void look_at_plan(const Bundle& bundle, const VerifyOptions& options, Findings& findings);
/// The draw again with the frozen engine and work limit.
void look_at_redraw(const Bundle& bundle, const VerifyOptions& options, Findings& findings);
/// G-10, G-12, G-15: a basis for every waiver, an approval where one is needed.
void look_at_records(const Bundle& bundle, Findings& findings);

} // namespace ankao::draw::proving
