// SPDX-License-Identifier: Apache-2.0
// Any bytes as a drawn signature, as the place of a device, as law/visits.yaml: read, or a problem that has an id.
#include <cstddef>
#include <cstdint>
#include <string>

#include "attachments/rules/reach.hpp"
#include "base/ensure.hpp"
#include "inspection/files/visit_law.hpp"
#include "inspection/rules/records.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ankao;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto ink = inspection::read_ink(text);
  if (ink.ok())
    for (const auto& line : *ink)
      for (const inspection::Dot& dot : line) ensure(dot.x >= 0 && dot.x <= inspection::k_ink_width && dot.y >= 0 && dot.y <= inspection::k_ink_height, "a dot lies on the paper");
  else
    ensure(!ink.problem().id.empty(), "a refusal has an id");
  if (const auto place = attachments::read_device_place(text)) ensure(attachments::read_device_place(attachments::kept_text(*place)) == place, "a place is kept and read the same");
  const auto law = inspection::read_visit_law(text);
  ensure(law.ok() || !law.problem().id.empty(), "a refusal has an id");
  return 0;
}
