// SPDX-License-Identifier: Apache-2.0
// What the API says of documents. Lists: {total, page, size, items}.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "base/date.hpp"

namespace ankao::documents::dto {

struct DocumentKind {
  std::string id, name, about, clause;
  bool second = false;   ///< waits for a second signature
  std::string basis;     ///< of the second signature
  std::string review;    ///< who has still to look at our reading of the law
  bool may = false;      ///< the caller's role may issue it
};
BOOST_DESCRIBE_STRUCT(DocumentKind, (), (id, name, about, clause, second, basis, review, may))

struct DocumentKinds {
  std::vector<DocumentKind> items;
};
BOOST_DESCRIBE_STRUCT(DocumentKinds, (), (items))

struct DocumentQuery {
  std::string q, kind, state;
  std::string about; ///< "institution:GZ-A01": documents about it or addressed to it
  std::optional<Date> from, to;
  std::string sort;
  int page = 1;
  int size = 50;
};
BOOST_DESCRIBE_STRUCT(DocumentQuery, (), (q, kind, state, about, from, to, sort, page, size))

struct DocumentRow {
  std::string id, kind, kind_name, state, number, code;
  int version = 1;
  std::string subject, party, subject_name, issuer;
  Instant proposed_at;
  std::optional<Instant> issued_at, ended_at;
};
BOOST_DESCRIBE_STRUCT(DocumentRow, (), (id, kind, kind_name, state, number, code, version, subject, party, subject_name, issuer, proposed_at, issued_at, ended_at))

struct DocumentPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<DocumentRow> items;
};
BOOST_DESCRIBE_STRUCT(DocumentPage, (), (total, page, size, items))

struct DocumentFile {
  std::string format, sm3;
  std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(DocumentFile, (), (format, sm3, size))

struct DocumentStep {
  std::string step;
  Instant at;
  std::string name; ///< shown to officials of the city only
  std::string role, reason;
  std::int64_t event = 0;
};
BOOST_DESCRIBE_STRUCT(DocumentStep, (), (step, at, name, role, reason, event))

struct DocumentView {
  DocumentRow document;
  std::vector<DocumentFile> files;
  int pages = 0;
  std::vector<DocumentStep> steps;
  std::string sealed_sm3, clause, shown, reason;
  std::int64_t event = 0;
  std::string replaces, replaced_by, replaced_by_number;
  bool second = false;
  std::string basis; ///< of the second signature
  bool may_sign = false, may_withdraw = false, may_replace = false;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (),
                      (document, files, pages, steps, sealed_sm3, clause, shown, reason, event, replaces, replaced_by, replaced_by_number, second, basis, may_sign, may_withdraw, may_replace))

struct DocumentOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(DocumentOf, (), (id))

struct DocumentFileOf {
  std::string id, format;
};
BOOST_DESCRIBE_STRUCT(DocumentFileOf, (), (id, format))

struct DocumentPageOf {
  std::string id;
  int page = 1;
};
BOOST_DESCRIBE_STRUCT(DocumentPageOf, (), (id, page))

struct DocumentWanted {
  std::string kind;
  std::string record;               ///< "2024-03", "GZ-A01", "BG-000001", "institutions"
  std::optional<std::string> party; ///< the site or institution whose part of a plan it is
};
BOOST_DESCRIBE_STRUCT(DocumentWanted, (), (kind, record, party))

struct DocumentReason {
  std::string id, reason;
};
BOOST_DESCRIBE_STRUCT(DocumentReason, (), (id, reason))

struct DocumentPreview {
  std::string subject_name, number, standing;
  int version = 1;
  bool second = false;
  std::vector<std::string> pages; ///< PNG, base64
};
BOOST_DESCRIBE_STRUCT(DocumentPreview, (), (subject_name, number, standing, version, second, pages))

struct DocumentCode {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(DocumentCode, (), (code))

struct DocumentCodeFile {
  std::string code;
  std::string format = "pdf";
};
BOOST_DESCRIBE_STRUCT(DocumentCodeFile, (), (code, format))

/// What everybody who holds the code is shown. Members that the document does not show are empty.
struct VerifiedDocument {
  std::string code, kind_name, number, issuer, state;
  int version = 1;
  Instant issued_at;
  std::optional<Instant> ended_at;
  std::string subject_name, reason;
  std::string replaced_by_number, replaced_by_code;
  std::vector<DocumentFile> files;
  bool downloadable = false;
  std::string sealed_sm3;
  std::int64_t event = 0;
};
BOOST_DESCRIBE_STRUCT(VerifiedDocument, (),
                      (code, kind_name, number, issuer, state, version, issued_at, ended_at, subject_name, reason, replaced_by_number, replaced_by_code, files, downloadable, sealed_sm3, event))

} // namespace ankao::documents::dto
