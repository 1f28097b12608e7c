// SPDX-License-Identifier: Apache-2.0
#include "attachments/service/room.hpp"

namespace ankao::attachments {

std::vector<db::Migration> migrations() {
  return {{1200, "attachments", R"(CREATE TABLE upload (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  size BIGINT NOT NULL,
  claimed_type TEXT NOT NULL,
  claimed_sm3 TEXT NOT NULL,
  captured_at BIGINT,
  kept BIGINT NOT NULL,
  state TEXT NOT NULL,
  started_at BIGINT NOT NULL,
  touched_at BIGINT NOT NULL
);
CREATE INDEX upload_open ON upload (account) WHERE state = 'open';
CREATE TABLE upload_part (
  upload TEXT NOT NULL REFERENCES upload (id),
  start BIGINT NOT NULL,
  size BIGINT NOT NULL,
  file TEXT NOT NULL,
  PRIMARY KEY (upload, start)
);
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  size BIGINT NOT NULL,
  sm3 TEXT NOT NULL,
  sealed BIGINT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  captured_at BIGINT,
  received_at BIGINT NOT NULL,
  scan TEXT NOT NULL,
  scan_note TEXT NOT NULL,
  look TEXT NOT NULL,
  look_note TEXT NOT NULL,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  taken TEXT NOT NULL,
  zone TEXT NOT NULL,
  camera TEXT NOT NULL,
  software TEXT NOT NULL,
  position TEXT NOT NULL,
  small_sm3 TEXT NOT NULL,
  large_sm3 TEXT NOT NULL,
  event BIGINT NOT NULL,
  withdrawn_at BIGINT,
  withdrawn_account TEXT NOT NULL,
  withdrawn_person TEXT NOT NULL,
  withdrawn_reason TEXT NOT NULL
);
CREATE INDEX attachment_subject ON attachment (subject_kind, subject, received_at);
CREATE INDEX attachment_scan ON attachment (scan, id);
CREATE TABLE file_scrub (
  number BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  sound BIGINT NOT NULL,
  altered TEXT NOT NULL,
  missing TEXT NOT NULL,
  orphans BIGINT NOT NULL
);
)"},
          {1201, "files: what the device says", R"(ALTER TABLE upload ADD COLUMN device_place TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment ADD COLUMN device_sm3 TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment ADD COLUMN device_place TEXT NOT NULL DEFAULT '';
)"}};
}

} // namespace ankao::attachments
