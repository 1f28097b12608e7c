// SPDX-License-Identifier: Apache-2.0
// Who reaches the files of a record, and what they see of a place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "attachments/words/attachment.hpp"

namespace ankao::attachments {

/// `kind` and `id` of the caller's scope: the city reaches all, a district what lies in it, an institution and a site their own.
bool reaches(const std::string& kind, const std::string& id, const Subject& subject);

/// "23.13****, 113.26****": about a kilometre.
std::string masked_position(std::int64_t latitude, std::int64_t longitude);
/// "23.130139, 113.258403".
std::string written_position(std::int64_t latitude, std::int64_t longitude);
/// As it is kept, "23130139,113258403".
std::optional<std::pair<std::int64_t, std::int64_t>> read_position(const std::string& kept);

/// Where a device says that it stood: millionths of a degree, and how exact that is.
struct DevicePlace {
  std::int64_t latitude = 0, longitude = 0, metres = 0;
  bool operator==(const DevicePlace&) const = default;
};
bool possible(const DevicePlace& place);
/// As it is kept, "23130139,113258403,15".
std::string kept_text(const DevicePlace& place);
std::optional<DevicePlace> read_device_place(const std::string& kept);

} // namespace ankao::attachments
