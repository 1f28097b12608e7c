// SPDX-License-Identifier: Apache-2.0
// law/conditions.yaml and the cells of its tables: any bytes are read or refused, never more.
#include <cstddef>
#include <cstdint>
#include <string>

#include "registry/files/condition_forms.hpp"
#include "registry/files/condition_law.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  (void)ankao::registry::read_conditions_law(text);
  for (const auto& one : ankao::registry::shipped_conditions_law().conditions) (void)ankao::registry::read_figure(one, text);
  return 0;
}
