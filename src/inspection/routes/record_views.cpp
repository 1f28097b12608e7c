// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "inspection/files/visit_law.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/rules/records.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/service/facts.hpp"
#include "inspection/service/signing.hpp"
#include "inspection/store/records.hpp"

namespace ankao::inspection {
namespace {

constexpr int k_past = 20;
constexpr const char* k_sent = "x-ankao-sent";

bool wrong(const Stamp& stamp) { return wrong_clock(shipped_visit_law(), stamp); }

dto::PastVisit past_of(const Visit& v, const Viewer& viewer) {
  const bool scored = v.target.checklist == "practical_site" || v.target.checklist == "theory_site";
  return {v.id, v.campaign, v.phase, v.target.checklist, by_name(v), v.state == VisitState::Signed ? "signed" : "open", v.verdict, v.conclusion, v.planned, v.signed_at, v.total, scored, may_see(viewer, v)};
}

} // namespace

Stamp stamp_of(const api::Call& call, const std::optional<Instant>& device_at) {
  Stamp out{device_at, std::nullopt};
  const std::string sent = call.request.header(k_sent).value_or("");
  std::int64_t ms = 0;
  const auto read = std::from_chars(sent.data(), sent.data() + sent.size(), ms);
  if (!sent.empty() && read.ec == std::errc{} && read.ptr == sent.data() + sent.size() && ms >= 0) out.behind_ms = call.now.ms - ms;
  return out;
}

dto::QuestionView view_of(const Question& q) {
  return {q.seq, q.client, q.item, q.part, q.question, q.asked, q.post, q.answer, name_of(q.judged), q.person, q.at, q.stamp.device_at, wrong(q.stamp)};
}

dto::WitnessView view_of(const Witness& w) { return {w.id, w.client, w.name, w.post, w.unit, w.masked, w.person, w.at, w.stamp.device_at, wrong(w.stamp)}; }

dto::SignatureView view_of(const Signature& s, const std::string& content) {
  return {s.id, s.client, name_of(s.side), s.name, s.post, s.refused, s.reason, s.witness, !s.picture.empty(), s.content == content, s.person, s.at, s.stamp.device_at, wrong(s.stamp)};
}

dto::VisitRecord record_of(db::Transaction& transaction, const api::Call& call, const Visit& visit, const Standing& standing) {
  const Viewer viewer = viewer_of(call);
  const Date today = date_of(call.now);
  const Place place = place_of(transaction, visit.target, today);
  dto::VisitRecord out;
  out.now = call.now;
  out.clock_minutes = shipped_visit_law().clock_minutes;
  out.place = {place.standing, place.since, place.suspended};
  const auto questions = store::questions(transaction, visit.id);
  for (const Question& one : questions) out.questions.push_back(view_of(one));
  for (const Witness& one : store::witnesses(transaction, visit.id)) out.witnesses.push_back(view_of(one));
  const std::string content = content_of(standing, questions);
  const auto signatures = store::signatures(transaction, visit.id);
  for (const Signature& one : standing_signatures(signatures)) out.signatures.push_back(view_of(one, content));
  if (!visit.self()) {
    std::vector<Answer> answers;
    for (const StoredAnswer& one : standing.answers) answers.push_back(one.answer);
    out.unasked = unasked(standing.checklist, answers, questions);
    for (std::string& one : unsigned_by(visit, signatures, content)) {
      if (one.empty()) out.unit_unsigned = true;
      else out.unsigned_members.push_back(std::move(one));
    }
  }
  // What stands behind a place is for those who inspect it; the unit knows its own.
  if (!may_work(viewer, visit) && viewer.kind != "city") return out;
  for (const Visit& one : store::visits_of_place(transaction, visit.target.subject, visit.id, k_past)) out.past.push_back(past_of(one, viewer));
  for (const Defect& one : store::open_defects_of_place(transaction, visit.target.subject, k_past))
    if (one.visit != visit.id) out.past_problems.push_back({one.id, one.checklist, one.item, one.number, one.text, name_of(one.state), one.limit, one.overdue(today), one.level, may_see(viewer, one)});
  return out;
}

} // namespace ankao::inspection
