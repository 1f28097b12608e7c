// SPDX-License-Identifier: Apache-2.0
// One verification as a page sees it: open a record, look at part after part, ask for an institution. Every answer is JSON. The same
// source is the native program's and the browser's; what differs is who calls it (apps/verifier, or a test).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "draw/bundle/bundle.hpp"

namespace ankao::draw::browser {

class Session {
public:
  /// `told` hears of the repeated draw now and then: {"done","limit","levels"}. It may be empty.
  using Told = std::function<void(std::string_view)>;
  explicit Session(Told told = {})
      : told_(std::move(told)) {}

  /// {"engine","work"}: the engine of this program and its usual work limit.
  static std::string about();
  /// {"ok":true,"bytes","sm3","record":{...}} or {"ok":false,"bytes","sm3","finding":{"id","at","details"}}. A refused file leaves nothing open.
  std::string open(std::string_view bytes);
  /// {"findings":[{"id","at","details"}], and what the part shows}; `name` is one of digests, ceremony, records, rules, redraw. "null" before open().
  std::string look(std::string_view name) const;
  /// Everybody of the record with its figures: {"institutions":[...],"sites":{...},"subjects":{...}}.
  std::string people() const;
  /// The batches of an institution, each with its drawn order, its tickets and what it got. "null" for an unknown one.
  std::string institution(std::string_view id) const;

private:
  std::optional<Bundle> bundle_;
  Told told_;
};

} // namespace ankao::draw::browser
