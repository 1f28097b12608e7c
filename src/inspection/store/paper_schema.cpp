// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/papers.hpp"

namespace ankao::inspection::store {

std::vector<db::Migration> paper_migrations() {
  return {{1410, "papers of a campaign", R"(CREATE TABLE campaign_paper (
  kind TEXT NOT NULL,
  number BIGINT NOT NULL,
  campaign TEXT NOT NULL REFERENCES campaign (id),
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  district TEXT NOT NULL,
  other TEXT NOT NULL,
  institution TEXT NOT NULL,
  site TEXT NOT NULL,
  state TEXT NOT NULL,
  content TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_name TEXT NOT NULL,
  made_at BIGINT,
  done_by TEXT NOT NULL,
  done_name TEXT NOT NULL,
  done_at BIGINT,
  reason TEXT NOT NULL,
  PRIMARY KEY (kind, number),
  UNIQUE (kind, campaign, subject)
);
CREATE TABLE production_unit (
  campaign TEXT NOT NULL REFERENCES campaign (id),
  target TEXT NOT NULL,
  address TEXT NOT NULL,
  PRIMARY KEY (campaign, target)
);
)"},
          // The sealed fields of receipts, where a change of the key finds them. A receipt older than this table keeps its own.
          {1454, "sealed contacts of receipts", R"(CREATE TABLE receipt_contact (
  receipt TEXT PRIMARY KEY,
  telephone_sealed TEXT NOT NULL,
  account_sealed TEXT NOT NULL
);
)"}};
}

} // namespace ankao::inspection::store
