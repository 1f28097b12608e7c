// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/differences.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all = {{1400, "special inspection", R"(CREATE TABLE inspection_count (
  name TEXT PRIMARY KEY,
  n BIGINT NOT NULL
);
CREATE TABLE checklist_version (
  checklist TEXT NOT NULL,
  version BIGINT NOT NULL,
  content TEXT NOT NULL,
  from_day TEXT NOT NULL,
  state TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_name TEXT NOT NULL,
  entered_at BIGINT NOT NULL,
  reviewed_by TEXT NOT NULL,
  reviewed_name TEXT NOT NULL,
  reviewed_at BIGINT,
  reason TEXT NOT NULL,
  PRIMARY KEY (checklist, version)
);
CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  year BIGINT NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE TABLE campaign_phase (
  campaign TEXT NOT NULL REFERENCES campaign (id),
  place BIGINT NOT NULL,
  phase TEXT NOT NULL,
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  clause TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  PRIMARY KEY (campaign, phase)
);
CREATE TABLE campaign_target (
  campaign TEXT NOT NULL REFERENCES campaign (id),
  id TEXT NOT NULL,
  checklist TEXT NOT NULL,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  district TEXT NOT NULL,
  institution TEXT NOT NULL,
  site TEXT NOT NULL,
  special BIGINT NOT NULL,
  search TEXT NOT NULL,
  PRIMARY KEY (campaign, id)
);
CREATE INDEX campaign_target_district ON campaign_target (campaign, district);
CREATE TABLE visit (
  number BIGINT PRIMARY KEY,
  campaign TEXT NOT NULL REFERENCES campaign (id),
  phase TEXT NOT NULL,
  target TEXT NOT NULL,
  version BIGINT NOT NULL,
  by_whom TEXT NOT NULL,
  planned TEXT NOT NULL,
  state TEXT NOT NULL,
  team TEXT NOT NULL,
  conclusion TEXT NOT NULL,
  opinion TEXT NOT NULL,
  signed_at BIGINT,
  signed_by TEXT NOT NULL,
  verdict TEXT NOT NULL,
  total BIGINT NOT NULL,
  score_sm3 TEXT NOT NULL,
  FOREIGN KEY (campaign, target) REFERENCES campaign_target (campaign, id)
);
CREATE INDEX visit_target ON visit (campaign, target);
CREATE TABLE visit_answer (
  seq BIGINT PRIMARY KEY,
  visit BIGINT NOT NULL REFERENCES visit (number),
  client TEXT NOT NULL,
  item TEXT NOT NULL,
  score_column TEXT NOT NULL,
  content TEXT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  at BIGINT NOT NULL,
  conflict BIGINT NOT NULL,
  UNIQUE (visit, client)
);
CREATE INDEX visit_answer_item ON visit_answer (visit, item, score_column, seq);
CREATE TABLE defect (
  number BIGINT PRIMARY KEY,
  visit BIGINT NOT NULL REFERENCES visit (number),
  campaign TEXT NOT NULL,
  phase TEXT NOT NULL,
  target TEXT NOT NULL,
  checklist TEXT NOT NULL,
  subject TEXT NOT NULL,
  item TEXT NOT NULL,
  item_number TEXT NOT NULL,
  clause TEXT NOT NULL,
  text TEXT NOT NULL,
  name TEXT NOT NULL,
  district TEXT NOT NULL,
  institution TEXT NOT NULL,
  site TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  self BIGINT NOT NULL,
  level BIGINT NOT NULL,
  repeats TEXT NOT NULL,
  state TEXT NOT NULL,
  measure TEXT NOT NULL,
  person TEXT NOT NULL,
  limit_day TEXT,
  escalated BIGINT NOT NULL,
  corrected_by TEXT NOT NULL,
  correction TEXT NOT NULL,
  evidence_before TEXT NOT NULL,
  evidence_after TEXT NOT NULL,
  found_at BIGINT NOT NULL,
  closed_at BIGINT,
  search TEXT NOT NULL
);
CREATE INDEX defect_place ON defect (subject, item, found_at);
CREATE INDEX defect_open ON defect (state, limit_day);
)"},
          {1450, "visits: questions, witnesses, signatures, clocks", R"(ALTER TABLE visit_answer ADD COLUMN device_at BIGINT;
ALTER TABLE visit_answer ADD COLUMN behind_ms BIGINT;
CREATE TABLE visit_question (
  seq BIGINT PRIMARY KEY,
  visit BIGINT NOT NULL REFERENCES visit (number),
  client TEXT NOT NULL,
  item TEXT NOT NULL,
  part TEXT NOT NULL,
  question TEXT NOT NULL,
  asked TEXT NOT NULL,
  post TEXT NOT NULL,
  answer TEXT NOT NULL,
  judged TEXT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  at BIGINT NOT NULL,
  device_at BIGINT,
  behind_ms BIGINT,
  UNIQUE (visit, client)
);
CREATE TABLE visit_witness (
  id TEXT PRIMARY KEY,
  number BIGINT NOT NULL,
  visit BIGINT NOT NULL REFERENCES visit (number),
  client TEXT NOT NULL,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  unit TEXT NOT NULL,
  masked TEXT NOT NULL,
  sealed_id TEXT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  at BIGINT NOT NULL,
  device_at BIGINT,
  behind_ms BIGINT,
  UNIQUE (visit, client)
);
CREATE TABLE visit_signature (
  id TEXT PRIMARY KEY,
  number BIGINT NOT NULL,
  visit BIGINT NOT NULL REFERENCES visit (number),
  client TEXT NOT NULL,
  side TEXT NOT NULL,
  name TEXT NOT NULL,
  post TEXT NOT NULL,
  refused BIGINT NOT NULL,
  reason TEXT NOT NULL,
  witness TEXT NOT NULL,
  picture TEXT NOT NULL,
  content TEXT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  at BIGINT NOT NULL,
  device_at BIGINT,
  behind_ms BIGINT,
  UNIQUE (visit, client)
);
CREATE INDEX campaign_target_subject ON campaign_target (subject);
)"},
          {1452, "what each problem cost, when it was corrected, what a veto left unseen", R"(ALTER TABLE defect ADD COLUMN taken BIGINT;
ALTER TABLE defect ADD COLUMN corrected_at BIGINT;
ALTER TABLE visit ADD COLUMN unseen TEXT NOT NULL DEFAULT '';
CREATE INDEX defect_visit ON defect (visit);
CREATE INDEX defect_campaign ON defect (campaign, district);
)"}};
  // Lists, boards and returns read a campaign from these alone; whole rows only for a page. What is to be escalated is the one question
  // that goes over all campaigns.
  all.push_back({1455, "indexes that answer lists and boards by themselves", R"(CREATE INDEX visit_seen ON visit (campaign, state, target, by_whom, phase, verdict, signed_at, number, total);
CREATE INDEX visit_page ON visit (campaign, number, target, state, phase, by_whom);
CREATE INDEX campaign_target_unit ON campaign_target (campaign, subject, id);
CREATE INDEX campaign_target_place ON campaign_target (campaign, id, subject, district, checklist, name, institution, site);
CREATE INDEX campaign_target_of ON campaign_target (campaign, district, id, subject, checklist);
CREATE INDEX defect_board ON defect (campaign, self, district, state, limit_day, level, found_at, closed_at, checklist, item, item_number, clause);
CREATE INDEX defect_page ON defect (campaign, number, district, state, checklist, phase, by_whom, limit_day, level, name);
CREATE INDEX defect_name ON defect (campaign, name, number, district, state, checklist, phase, by_whom, limit_day);
CREATE INDEX defect_counted ON defect (campaign, self, subject, district, found_at, number);
DROP INDEX defect_open;
CREATE INDEX defect_late ON defect (escalated, limit_day, state)
)"});
  for (const auto& more : store::paper_migrations()) all.push_back(more);
  for (const auto& more : store::difference_migrations()) all.push_back(more);
  return all;
}

} // namespace ankao::inspection
