// SPDX-License-Identifier: Apache-2.0
// Any bytes as law/deadlines.yaml and as a year of holidays: read, or a problem that has an id; and what was
// read counts to an end.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "deadlines/files/holidays.hpp"
#include "deadlines/files/register.hpp"
#include "deadlines/rules/due.hpp"
#include "deadlines/rules/schedule.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ankao;
  using namespace ankao::deadlines;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto year = read_year(bytes);
  if (!year.ok()) ensure(!year.problem().id.empty(), "a refusal has an id");
  const auto found = read_register(bytes);
  if (!found.ok()) {
    ensure(!found.problem().id.empty(), "a refusal has an id");
    return 0;
  }
  static const WorkingDays days = shipped_calendar();
  const Anchor anchor{make_date(2024, 9, 27), Instant{1'727'400'000'000}, make_date(2025, 1, 1)};
  for (const Deadline& one : found->deadlines) {
    const auto end = due(one, anchor, days);
    if (!end.ok()) ensure(!end.problem().id.empty(), "a refusal has an id");
    if (end.ok() && *end) schedule(one, **end, days);
  }
  return 0;
}
