// SPDX-License-Identifier: Apache-2.0
// From facts to bytes: the stamp of a document put to its facts, and the files made of both.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "documents/files/sealed.hpp"
#include "documents/service/facts.hpp"
#include "documents/words/document.hpp"

namespace ankao::documents {

/// What a document has beside its facts.
struct Stamp {
  std::string number, code;
  int version = 1;
  std::string link;       ///< what the square code opens; empty: the document has none yet
  std::string checkpoint; ///< of the ledger; empty: none yet
  std::string mark;       ///< on the head of every page; empty: nothing
  Instant at;
};

paper::Values stamped(const Facts& facts, const Stamp& stamp);

struct Made {
  std::string format; ///< as File::format
  std::string bytes;
};
/// "pdf", "docx", "xlsx" where the kind has it, then the pictures of the pages. Problems paper.*.
Result<std::vector<Made>> make_files(const Kind& kind, const paper::Values& values, Instant at);
/// The pictures only.
Result<std::vector<std::string>> make_pages(const Kind& kind, const paper::Values& values, Instant at);

/// SM3 of the layout file.
std::string form_sm3(const std::string& form);
std::string content_type_of(const std::string& format);

} // namespace ankao::documents
