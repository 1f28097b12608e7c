// SPDX-License-Identifier: Apache-2.0
// How the draw's commands speak: Chinese unless the locale or --lang asks for English; refusals on stderr, exit code 2.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/sm3.hpp"
#include "draw/check/check.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"

namespace ankao::draw {

class Console {
public:
  /// --lang, else LC_ALL, LC_MESSAGES, LANG; with --json refusals go to stdout as {"problem":{...}} as well.
  explicit Console(const Arguments& arguments);

  problems::Language language() const { return language_; }
  bool chinese() const { return language_ == problems::Language::Chinese; }
  /// The text of this console's language.
  std::string_view say(std::string_view zh, std::string_view en) const { return chinese() ? zh : en; }
  /// What a rule (R0 ... R10) or part of a plan asks, as the checker names them in Breach::rule.
  std::string rule_title(std::string_view rule) const;
  /// Two lines: the rule with its clause and what it asks; place, fault and remedy.
  std::string lines(const Breach& breach) const;

  /// Prints to stdout.
  static void print(std::string_view text);
  /// Tells a refusal, with the file it concerns if any; returns exit code 2.
  int refuse(const Problem& problem, const std::string& file = {}) const;

private:
  problems::Language language_;
  bool json_;
};

/// Tells wrong usage, before there are arguments to ask for a language; returns exit code 2.
int refuse_usage(const Problem& problem);

/// "U=0 E=0 X=0 J=0 V=12 Q=48211"
std::string text_of(const Levels& levels);

/// An instance and a plan that cites it, read from two files.
struct InstanceAndPlan {
  Instance instance;
  Digest digest;
  Plan plan;
};

enum class Citation { MustMatch, AnyInstance };

/// Reads both; a refusal has been told and is exit code 2.
std::optional<InstanceAndPlan> read_both(const Console& console, const std::vector<std::string>& paths, Citation citation);

} // namespace ankao::draw
