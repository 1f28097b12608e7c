// SPDX-License-Identifier: Apache-2.0
#include "documents/store/documents.hpp"

namespace ankao::documents::store {

std::vector<db::Migration> migrations() {
  return {{900, "documents", R"(CREATE TABLE document (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  version BIGINT NOT NULL,
  number TEXT,
  code TEXT,
  subject TEXT NOT NULL,
  party TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  institution TEXT NOT NULL,
  site TEXT NOT NULL,
  district TEXT NOT NULL,
  open BIGINT NOT NULL,
  issuer TEXT NOT NULL,
  facts_sm3 TEXT NOT NULL,
  sealed_sm3 TEXT NOT NULL,
  sealed TEXT NOT NULL,
  event BIGINT NOT NULL,
  replaces TEXT NOT NULL,
  replaced_by TEXT NOT NULL,
  proposed_at BIGINT NOT NULL,
  issued_at BIGINT,
  ended_at BIGINT,
  reason TEXT NOT NULL,
  search TEXT NOT NULL,
  UNIQUE (number),
  UNIQUE (code),
  UNIQUE (kind, subject, party, version)
);
CREATE INDEX document_subject ON document (subject);
CREATE INDEX document_party ON document (party);
CREATE INDEX document_issued ON document (issued_at);
CREATE TABLE document_file (
  document TEXT NOT NULL REFERENCES document (id),
  format TEXT NOT NULL,
  place BIGINT NOT NULL,
  sm3 TEXT NOT NULL,
  size BIGINT NOT NULL,
  PRIMARY KEY (document, format)
);
CREATE TABLE document_step (
  document TEXT NOT NULL REFERENCES document (id),
  place BIGINT NOT NULL,
  step TEXT NOT NULL,
  at BIGINT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT NOT NULL,
  event BIGINT NOT NULL,
  PRIMARY KEY (document, place)
);
CREATE TABLE document_count (
  series TEXT PRIMARY KEY,
  n BIGINT NOT NULL
)
)"}};
}

} // namespace ankao::documents::store
