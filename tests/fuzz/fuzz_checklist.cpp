// SPDX-License-Identifier: Apache-2.0
// Any bytes as a checklist: read, or a problem that has an id; what was read is written and read again the same, and scores.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "inspection/files/checklists.hpp"
#include "inspection/rules/score.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ankao;
  using namespace ankao::inspection;
  const auto read = read_checklist({reinterpret_cast<const char*>(data), size});
  if (!read.ok()) {
    ensure(!read.problem().id.empty(), "a refusal has an id");
    return 0;
  }
  const auto again = read_checklist(write_checklist(*read));
  ensure(again.ok() && *again == *read, "what was written is read the same");
  const Score none = score(*read, {});
  ensure(none.total == read->points(), "nothing is lost without findings");
  return 0;
}
