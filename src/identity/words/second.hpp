// SPDX-License-Identifier: Apache-2.0
// The second factor: one-time codes of a device (RFC 6238) and recovery codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::identity {

/// What a session still has to show before it is good for anything else. Code: a one-time code; Password: its change; Enrol: a device bound.
enum class Step { None, Code, Password, Enrol };

inline const char* word_of(Step step) {
  switch (step) {
  case Step::None:
    return "";
  case Step::Code:
    return "code";
  case Step::Password:
    return "password";
  case Step::Enrol:
    return "enrol";
  }
  return "";
}

/// What vouches for a sign-in: one factor (a password, a provider) or two (a provider that says so and is believed).
enum class Proof { One, Two };

/// For the app that makes codes; told once.
struct Enrolment {
  std::string secret;  ///< base32
  std::string address; ///< otpauth://..., as a QR code shows it
};

struct SecondState {
  std::optional<Instant> since;
  std::int64_t codes_left = 0; ///< recovery codes
};

/// Of which its person is told.
struct SecondNews {
  enum class What { Enrolled, Replaced, Recovered, Renewed, Reset };
  std::string account;
  What what = What::Enrolled;
  std::int64_t codes_left = 0;
  std::string by; ///< who did it, as shown
  std::string reason;
};

} // namespace ankao::identity
