// SPDX-License-Identifier: Apache-2.0
// A visit on the official form: the printed layout of data/forms with what was found in its columns, and behind it a record sheet with
// findings, problems, questions, signatures and the list of files.
#pragma once

#include "inspection/service/records.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/words/defect.hpp"
#include "paper/layout.hpp"

namespace ankao::inspection {

/// A file of an item.
struct EvidenceFile {
  std::string item, name, sm3, person;
  std::optional<Instant> captured_at;
  Instant received_at;
  std::string id = {}, kind = {};
};

/// What a visit has beside its answers.
struct Record {
  std::vector<Question> questions;
  std::vector<Witness> witnesses;
  std::vector<DrawnSignature> signatures;
  std::vector<Defect> defects;
  std::vector<EvidenceFile> files;
  std::string projects; ///< published, in words, for "（特种作业操作项目名称）" of the form (A1-F4, A22-F3)
};

/// The form of the visit's checklist. A wording that a later version changed stands in the place of the printed one.
Result<paper::Sheet> official_form(const Visit& visit, const Standing& standing, Instant now, const Record& record = {});

/// The sheet behind the form. Annex 2-1 has no place for a result: it stands here (G-24), like the checks without points (G-26).
std::vector<paper::Block> record_sheet(const Visit& visit, const Standing& standing, const Record& record);

} // namespace ankao::inspection
