// SPDX-License-Identifier: Apache-2.0
// Reads an export of the log and recomputes everything in it. Nothing of the platform is used but the byte format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace ankao_ledger_verify {

struct Expected {
  std::string point;                      ///< the public key as known from elsewhere, 65 bytes; "" accepts the one in the file
  std::map<std::uint64_t, std::string> roots; ///< size -> root in hexadecimal, from checkpoints noted earlier
};

struct Outcome {
  bool good = false;
  std::string fault;           ///< what is wrong at the first bad place
  std::uint64_t event = 0;     ///< the event there, from 1; 0 before the first
  std::uint64_t offset = 0;    ///< byte of the file
  std::uint64_t events = 0;
  std::uint64_t expired = 0;   ///< events of which only the hash is left
  std::uint64_t checkpoints = 0;
  std::uint64_t signed_to = 0; ///< events covered by the last checkpoint
  std::uint64_t blocks = 0;    ///< of 64 bytes that SM3 went through, leaves and nodes
  std::string root;            ///< hexadecimal
};

/// Puts up to `room` bytes of the file into `into`; 0 at its end.
using Source = std::function<std::size_t(char* into, std::size_t room)>;

/// Piece by piece: the memory needed does not grow with the file.
Outcome verify(const Source& source, const Expected& expected = {});
Outcome verify(std::string_view file, const Expected& expected = {});

} // namespace ankao_ledger_verify
