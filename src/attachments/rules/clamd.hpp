// SPDX-License-Identifier: Apache-2.0
// The words of clamd (INSTREAM), without the wire.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "attachments/words/attachment.hpp"
#include "base/result.hpp"

namespace ankao::attachments {

struct Verdict {
  Scan scan = Scan::Unchecked;
  std::string note; ///< name of what was found, or why there is no verdict
};

inline constexpr std::size_t k_longest_answer = 4096;

/// "stream: OK\0", "stream: NAME FOUND\0", "... ERROR\0"; anything else is no verdict.
Verdict read_answer(std::string_view answer);
/// The length before a chunk, four bytes, the highest first.
std::string chunk_head(std::uint32_t size);

/// Where a scanner listens.
struct ScannerAddress {
  std::string path; ///< of a unix socket, or
  std::string host;
  std::string port;
};
/// "unix:/run/clamav/clamd.ctl" or "tcp:host:3310"; attachments.scanner_address.
Result<ScannerAddress> scanner_address(const std::string& text);

} // namespace ankao::attachments
