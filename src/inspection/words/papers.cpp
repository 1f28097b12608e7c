// SPDX-License-Identifier: Apache-2.0
#include "inspection/words/papers.hpp"

namespace ankao::inspection {

const char* name_of(PaperKind kind) {
  static constexpr const char* names[] = {"self_report", "handover", "receipt", "group", "case", "spot", "pairing", "member", "look_back"};
  return names[static_cast<std::size_t>(kind)];
}

const char* start_of(PaperKind kind) {
  static constexpr const char* starts[] = {"S-", "H-", "R-", "G-", "C-", "D-", "P-", "M-", "L-"};
  return starts[static_cast<std::size_t>(kind)];
}

} // namespace ankao::inspection
