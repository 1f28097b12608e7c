// SPDX-License-Identifier: Apache-2.0
// Who may call which operation, and which rows they may reach with it (law/access.yaml).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ankao::identity {

/// From the widest to the narrowest. Public: rows anybody sees; SignedIn: rows everybody with an account sees; Own: what concerns the
/// person alone; the others are the rows of the one district, institution or site that the account names.
enum class Reach { Public, SignedIn, City, District, Institution, Site, Own };

inline const char* word_of(Reach reach) {
  switch (reach) {
  case Reach::Public:
    return "public";
  case Reach::SignedIn:
    return "signed_in";
  case Reach::City:
    return "city";
  case Reach::District:
    return "district";
  case Reach::Institution:
    return "institution";
  case Reach::Site:
    return "site";
  case Reach::Own:
    return "own";
  }
  return "";
}

/// The member of the input that names the row, and what kind of row it names: {"id", "booking"}.
struct RowKey {
  std::string member;
  std::string kind;
};

/// One line of the matrix.
struct Grant {
  std::optional<Reach> everybody;     ///< Public or SignedIn; then `roles` is empty
  std::map<std::string, Reach> roles; ///< role id -> what it reaches
  std::optional<RowKey> row;
  std::string source; ///< clauses or the standard that says so
};

struct AccessMatrix {
  std::map<std::string, Grant> operations; ///< by operation
};

/// An operation as the program has it.
struct Standing {
  std::string operation;
  std::optional<Reach> everybody; ///< Public or SignedIn
  std::string permission;         ///< otherwise
  std::vector<std::string> members; ///< of its input, with those of the path
  std::vector<std::string> clauses;
};

} // namespace ankao::identity
