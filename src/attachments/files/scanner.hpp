// SPDX-License-Identifier: Apache-2.0
// Asks a virus scanner that speaks clamd's INSTREAM.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "attachments/rules/clamd.hpp"

namespace ankao::attachments {

struct ScannerSettings {
  std::optional<ScannerAddress> address; ///< nothing: files stay unchecked
  int timeout_s = 30;                    ///< of each step
};
/// From ANKAO_CLAMD; attachments.scanner_address.
Result<ScannerSettings> scanner_settings(const std::function<std::optional<std::string>(const char*)>& value);

/// A scanner that cannot be reached, breaks off or does not understand leaves the content unchecked.
Verdict scan(const ScannerSettings& settings, std::string_view bytes);

} // namespace ankao::attachments
