// SPDX-License-Identifier: Apache-2.0
// A letter as the bytes of RFC 5322: any subject and text in UTF-8, nothing that could start a header of its own.
#pragma once

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"

namespace ankao::outbound {

struct Letter {
  std::string from;
  std::string to;
  std::string subject;
  std::string text;       ///< plain text
  std::string message_id; ///< without angle brackets; the same for each try
  Instant date;
};

/// One mailbox: local@domain of ordinary ASCII characters, at most 254 bytes; no comment, no quoting, no display name.
bool is_address(std::string_view text);

/// outbound.address_wrong, outbound.letter_wrong (control characters, no UTF-8).
Result<std::string> mime(const Letter& letter);

} // namespace ankao::outbound
