// SPDX-License-Identifier: Apache-2.0
// Personal data of an account's person: sealed at rest, masked on screen, told in clear only with a reason.
#pragma once

#include <optional>
#include <string>

namespace ankao::identity {

enum class PersonalField { NationalId, Telephone, Email };

/// In clear, or masked; "" is not known.
struct PersonalData {
  std::string national_id;
  std::string telephone;
  std::string email;
};

/// What is to change; "" removes.
struct PersonalChange {
  std::optional<std::string> national_id;
  std::optional<std::string> telephone;
  std::optional<std::string> email;
};

/// Whose data the caller may see.
struct Viewer {
  std::string scope_kind; ///< "city", "district", "institution", "site", "own"
  std::string scope_id;
  std::string account;
};

/// Where an account belongs.
struct Home {
  std::string scope_kind;
  std::string scope_id;
  std::string district; ///< of the institution or site; "" when unknown or none
  std::string account;
};

inline const char* word_of(PersonalField field) {
  switch (field) {
  case PersonalField::NationalId:
    return "national_id";
  case PersonalField::Telephone:
    return "telephone";
  case PersonalField::Email:
    return "email";
  }
  return "";
}

} // namespace ankao::identity
