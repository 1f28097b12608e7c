// SPDX-License-Identifier: Apache-2.0
// Numbers of documents, and how officials write days.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.hpp"
#include "documents/words/document.hpp"

namespace ankao::documents {

/// The count a document takes part in: "穗应急安考〔2026〕{n}号". Each text has a count of its own, so kind, year and issuer have.
std::string series_of(const Kind& kind, int year, const std::string& institution);
/// "穗应急安考〔2026〕12号".
std::string number_in(const std::string& series, std::int64_t n);

std::string written(Date day);    ///< "2026年3月5日"
std::string written(Month month); ///< "2026年3月"

} // namespace ankao::documents
