// SPDX-License-Identifier: Apache-2.0
// Any bytes: sheets, then a normalised registry or a problem whose text can be rendered; never a crash.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "registry/files/city_data.hpp"
#include "registry/files/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ankao;
  tables::Limits limits;
  limits.unpacked_bytes = std::size_t{8} << 20;
  limits.rows = 2000;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto wanted :
       {std::optional<registry::Table>(), std::optional(registry::Table::SpecialOperations), std::optional(registry::Table::HighRisk)}) {
    const auto outcome = registry::import_bytes(bytes, registry::shipped_catalogue(), wanted, limits);
    if (outcome) continue;
    ensure(!outcome.problem().id.empty(), "a refusal has an id");
  }
  return 0;
}
