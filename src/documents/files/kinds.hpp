// SPDX-License-Identifier: Apache-2.0
// The kinds of documents, from data/documents/kinds.yaml (the city's) and law/official_documents.yaml (the law's).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "documents/words/document.hpp"

namespace ankao::documents {

struct Kinds {
  std::map<std::string, Kind> all;
  const Kind* find(const std::string& id) const;
};

/// Strict: every kind stands in both files. Problem documents.kinds_invalid names what is wrong.
Result<Kinds> read_kinds(std::string_view city, std::string_view law);
/// Broken data is a broken invariant.
const Kinds& shipped_kinds();

} // namespace ankao::documents
