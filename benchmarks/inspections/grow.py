#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# SQL that lays the demo campaign again and again beside itself, as other units under other names: the same text for SQLite and PostgreSQL.
#   grow.py COPIES VISITS ANSWERS DEFECTS QUESTIONS SIGNATURES DECISIONS (the highest numbers that stand)
import sys

copies, visits, answers, defects, questions, signatures, decisions = map(int, sys.argv[1:8])

COLUMNS = {
    "campaign_target": "campaign id checklist subject name district institution site special search",
    "visit": "number campaign phase target version by_whom planned state team conclusion opinion signed_at signed_by verdict total score_sm3 unseen",
    "visit_answer": "seq visit client item score_column content account person at conflict device_at behind_ms",
    "visit_question": "seq visit client item part question asked post answer judged account person at device_at behind_ms",
    "visit_signature": "id number visit client side name post refused reason witness picture content account person at device_at behind_ms",
    "defect": "number visit campaign phase target checklist subject item item_number clause text name district institution site by_whom self level repeats state measure person limit_day escalated "
    "corrected_by correction evidence_before evidence_after found_at closed_at search taken corrected_at",
    "decision": "number subject name district institution site ground kind facts basis from_day to_day due_day amount persons person_count authority state proposed_by proposed_name proposed_at decided_by "
    "decided_name decided_at ended_by ended_name ended_at reason effect barred_until search",
}
OFFSETS = {
    "visit": {"number": visits},
    "visit_answer": {"seq": answers, "visit": visits},
    "visit_question": {"seq": questions, "visit": visits},
    "visit_signature": {"number": signatures, "visit": visits},
    "defect": {"number": defects, "visit": visits},
    "decision": {"number": decisions},
}
# A place of the k-th copy: "institution:GZ-A01~3", "site:GZ-A01-S1~3:theory_site": the form keeps its place at the end.
PLACE = "CASE WHEN {0} LIKE '%_site' THEN REPLACE(REPLACE({0}, ':practical_site', '~{k}:practical_site'), ':theory_site', '~{k}:theory_site') ELSE {0} || '~{k}' END"


def value(table, column, k):
    offset = OFFSETS.get(table, {}).get(column)
    if offset is not None:
        return f"{column} + {k * offset}"
    if table == "visit_signature" and column == "id":
        return f"'G-' || CAST(number + {k * signatures} AS TEXT)"
    if table == "campaign_target" and column == "id" or column == "target":
        return PLACE.format(column, k=k)
    if column in ("subject", "institution", "site", "name"):
        return f"CASE WHEN {column} = '' THEN '' ELSE {column} || '~{k}' END" if table != "visit_signature" else column
    if column == "search":
        return f"search || '~{k}'"
    return column


print("BEGIN;")
print("INSERT INTO campaign_paper (kind, number, campaign, subject, name, district, other, institution, site, state, content, made_by, made_name, made_at, done_by, done_name, done_at, reason) "
      "SELECT 'self_report', ROW_NUMBER() OVER (ORDER BY MIN(id)) + (SELECT COALESCE(MAX(number), 0) FROM campaign_paper WHERE kind = 'self_report'), campaign, subject, MIN(name), MIN(district), '', MIN(institution), MIN(site), 'submitted', "
      "'{\"none_found\":true,\"scope\":\"演示\",\"improvement\":\"演示\"}', 'demo', '演示', 1699600000000, '', '', NULL, '' FROM campaign_target t "
      "WHERE NOT EXISTS (SELECT 1 FROM campaign_paper p WHERE p.kind = 'self_report' AND p.campaign = t.campaign AND p.subject = t.subject) GROUP BY campaign, subject;")
for k in range(1, copies + 1):
    for table, names in COLUMNS.items():
        columns = names.split()
        print(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(value(table, one, k) for one in columns)} FROM {table} WHERE "
              + ({"campaign_target": "id NOT LIKE '%~%'", "visit": f"number <= {visits}", "visit_answer": f"seq <= {answers}", "visit_question": f"seq <= {questions}", "visit_signature": f"number <= {signatures}",
                  "defect": f"number <= {defects}", "decision": f"number <= {decisions}"}[table]) + ";")
    print(f"INSERT INTO campaign_paper (kind, number, campaign, subject, name, district, other, institution, site, state, content, made_by, made_name, made_at, done_by, done_name, done_at, reason) "
          f"SELECT kind, number + {k * 100000}, campaign, subject || '~{k}', name || '~{k}', district, other, institution, site, state, content, made_by, made_name, made_at, done_by, done_name, done_at, reason "
          f"FROM campaign_paper WHERE kind = 'self_report' AND number < 100000;")
print("COMMIT;")
print("ANALYZE;")
