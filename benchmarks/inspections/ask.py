#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Every list and board of inspection, enforcement and reporting of a running server: median, 95th percentile and greatest time of each, over
# one connection, against a limit. Ends with 1 when one is over it.
#   ask.py ADDRESS PASSWORD LIMIT_MS TIMES ACCOUNT ...
import http.client
import json
import sys
import time
import urllib.parse

address, password, limit, times = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
accounts = sys.argv[5:]
host = urllib.parse.urlsplit(address).netloc
C = "SI-2023"
LISTS = {
    f"/api/campaigns/{C}/targets": ["", "district=440106", "checklist=theory_site&state=waiting", "state=inspected&sort=-name", "q=%E5%AD%A6%E6%A0%A1"],
    f"/api/visits?campaign={C}": ["", "district=440106", "phase=enforcement&sort=name", "state=signed&sort=-id", "q=%E5%AD%A6%E6%A0%A1", "checklist=theory_site"],
    f"/api/defects?campaign={C}": ["", "district=440106", "overdue=true", "state=closed&sort=name", "q=%E5%AD%A6%E6%A0%A1", "checklist=practical_site&sort=-level", "sort=limit"],
    f"/api/self-reports?campaign={C}": ["", "district=440106", "state=submitted", "state=overdue", "state=missing", "sort=-name", "q=%E5%AD%A6%E6%A0%A1"],
    f"/api/returns?campaign={C}": ["", "month=2023-12", "state=overdue", "district=440106"],
    "/api/returns/2023-12-city/records?row=A5-06&cell=total": [""],
    "/api/returns/2023-12-city/records?row=A5-11&cell=total": [""],
    "/api/returns/2023-12-city/records?row=G05-01&cell=total": [""],
    "/api/returns/2023-12-city/records?row=A5-04&cell=total": [""],
    f"/api/summaries?campaign={C}": ["", "state=signed"],
    "/api/conditions": ["", "district=440106"],
    "/api/condition-staff": [""],
    "/api/decisions": ["", "district=440106", "state=signed&sort=name", "q=%E5%AD%A6%E6%A0%A1"],
}
# Spot checks and team members are read by bureaus alone, who sign in with a one-time code: not measured here.
PAGES = ["/api/campaigns", f"/api/campaigns/{C}", f"/api/campaigns/{C}/board", f"/api/campaigns/{C}/measures", f"/api/campaigns/{C}/return-completeness", f"/api/handovers?campaign={C}", f"/api/pairings?campaign={C}",
         f"/api/campaign-offices?campaign={C}", f"/api/typical-cases?campaign={C}", f"/api/look-backs?campaign={C}", f"/api/campaign-closing?campaign={C}", "/api/checklists", "/api/returns/2023-12-440106", "/api/returns/2023-12-city",
         "/api/visits/V-5", "/api/defects/Q-5", "/api/decisions/D-5", "/api/decision-grounds", "/api/public/campaigns"]


class Session:
    def __init__(self, account):
        self.connection = http.client.HTTPConnection(host, timeout=60)
        self.cookie = ""
        status, _, headers = self.ask("POST", "/api/session", {"account": account, "password": password})
        if status >= 300:
            sys.exit(f"{account} cannot sign in: {status}")
        self.cookie = "; ".join(one.split(";")[0] for name, one in headers if name.lower() == "set-cookie")

    def ask(self, verb, path, body=None):
        headers = {"cookie": self.cookie, "x-ankao": "1"}
        if body is not None:
            headers["content-type"] = "application/json"
        self.connection.request(verb, path, json.dumps(body) if body is not None else None, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read(), answer.getheaders()


def joined(path, query):
    return path if not query else path + ("&" if "?" in path else "?") + query


over = 0


asked, answered = set(), set()


def measure(session, words, path):
    global over
    taken, size, status = [], 0, 0
    for i in range(times):
        started = time.perf_counter()
        status, body, _ = session.ask("GET", path)
        taken.append((time.perf_counter() - started) * 1000)
        size = len(body)
    taken.sort()
    middle, late, most = taken[len(taken) // 2], taken[min(len(taken) - 1, int(len(taken) * 0.95))], taken[-1]
    if status == 401:
        sys.exit(f"{path}: not signed in")
    asked.add(path)
    if status in (403, 404):  # not this account's; somebody's it must be
        return body
    if status != 200:
        sys.exit(f"{path}: answered {status}")
    answered.add(path)
    mark = "OVER" if late > limit else ""
    over += 1 if late > limit else 0
    print(f"{words:9} {path[:92]:92} {middle:7.1f} {late:7.1f} {most:7.1f} ms {size:8d} B {mark}")
    return body


for account in accounts:
    session = Session(account)
    print(f"{'':9} {account + ': ' + str(times) + ' times each':92}  median     p95     max")
    for path in PAGES:
        measure(session, "page", path)
    for path, queries in LISTS.items():
        for query in queries:
            first = measure(session, "first", joined(path, (query + "&" if query else "") + "size=50"))
            try:
                total = json.loads(first).get("total", 0)
            except (ValueError, AttributeError):
                total = 0
            if not query and total > 50:
                measure(session, f"of {total}", joined(path, f"size=50&page={(total + 49) // 50}"))
if asked - answered:
    sys.exit("nobody may read: " + ", ".join(sorted(asked - answered)))
print(f"limit {limit:.0f} ms: {'kept' if over == 0 else str(over) + ' over it'}")
sys.exit(1 if over else 0)
