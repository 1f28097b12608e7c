// SPDX-License-Identifier: Apache-2.0
// What a document was made from, as canonical JSON (keys sorted, no blanks): with it and the form its files can be made again, byte for
// byte. Its SM3 stands in the ledger.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"
#include "paper/layout.hpp"

namespace ankao::documents {

struct Sealed {
  std::string kind, form, form_sm3; ///< form_sm3: of the layout file
  std::string number, code, subject, party, subject_name, issuer, clause;
  std::int64_t version = 1;
  Instant issued_at;
  paper::Values values;
  std::map<std::string, std::string> files; ///< format -> SM3
};

std::string values_text(const paper::Values& values);
std::string sealed_text(const Sealed& sealed);
/// Strict: only what sealed_text() writes. Problem documents.sealed_invalid.
Result<Sealed> read_sealed(std::string_view text);

} // namespace ankao::documents
