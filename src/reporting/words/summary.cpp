// SPDX-License-Identifier: Apache-2.0
#include "reporting/words/summary.hpp"

#include "reporting/words/summary_law.hpp"

namespace ankao::reporting {

namespace {
constexpr SummaryState k_states[] = {SummaryState::Draft, SummaryState::Proposed, SummaryState::Filed, SummaryState::Returned, SummaryState::Received, SummaryState::Signed};
}

const char* name_of(SummaryState state) {
  switch (state) {
  case SummaryState::Draft:
    return "draft";
  case SummaryState::Proposed:
    return "proposed";
  case SummaryState::Filed:
    return "filed";
  case SummaryState::Returned:
    return "returned";
  case SummaryState::Received:
    return "received";
  case SummaryState::Signed:
    return "signed";
  }
  return "";
}

std::optional<SummaryState> summary_state_of(const std::string& name) {
  for (const SummaryState one : k_states)
    if (name == name_of(one)) return one;
  return std::nullopt;
}

const SummaryFigure* SummaryFacts::figure(const std::string& id) const {
  for (const SummaryFigure& one : figures)
    if (one.id == id) return &one;
  return nullptr;
}

const std::string& Summary::text(const std::string& chapter) const {
  static const std::string none;
  const auto found = texts.find(chapter);
  return found == texts.end() ? none : found->second.text;
}

const ChapterLaw* SummaryLaw::chapter(const std::string& id) const {
  for (const ChapterLaw& one : chapters)
    if (one.id == id) return &one;
  return nullptr;
}

const SummaryFigureLaw* SummaryLaw::figure(const std::string& id) const {
  for (const SummaryFigureLaw& one : figures)
    if (one.id == id) return &one;
  return nullptr;
}

} // namespace ankao::reporting
