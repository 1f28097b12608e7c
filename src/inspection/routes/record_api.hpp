// SPDX-License-Identifier: Apache-2.0
// What a visit records beside its answers, as the screens send and get it. `device_at` is the time by the device's clock; the header
// x-ankao-sent (milliseconds since 1970, by the same clock) tells how far that clock is off.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/api.hpp"

namespace ankao::inspection::dto {

/// A figure found on the spot, by its name in law/visits.yaml.
struct CountedFact {
  std::string name;
  int value;
};
BOOST_DESCRIBE_STRUCT(CountedFact, (), (name, value))

struct AskedFact {
  std::string name, zh, en, unit_zh, unit_en;
  int at_least = 0;
};
BOOST_DESCRIBE_STRUCT(AskedFact, (), (name, zh, en, unit_zh, unit_en, at_least))

struct QuestionNew {
  std::string id; ///< of the visit
  std::string client, item, part, question, asked, answer;
  std::string judged; ///< met, partly, not
  std::optional<std::string> post;
  std::optional<Instant> device_at;
};
BOOST_DESCRIBE_STRUCT(QuestionNew, (), (id, client, item, part, question, asked, answer, judged, post, device_at))

struct QuestionView {
  std::int64_t seq = 0;
  std::string client, item, part, question, asked, post, answer, judged, person;
  Instant at;
  std::optional<Instant> device_at;
  bool clock_wrong = false;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (seq, client, item, part, question, asked, post, answer, judged, person, at, device_at, clock_wrong))

struct WitnessNew {
  std::string id; ///< of the visit
  std::string client, name;
  std::string number; ///< resident identity number
  std::optional<std::string> post, unit;
  std::optional<Instant> device_at;
};
BOOST_DESCRIBE_STRUCT(WitnessNew, (), (id, client, name, number, post, unit, device_at))

struct WitnessView {
  std::string id, client, name, post, unit;
  std::string number; ///< masked
  std::string person;
  Instant at;
  std::optional<Instant> device_at;
  bool clock_wrong = false;
};
BOOST_DESCRIBE_STRUCT(WitnessView, (), (id, client, name, post, unit, number, person, at, device_at, clock_wrong))

struct SignatureNew {
  std::string id; ///< of the visit
  std::string client;
  std::string side; ///< team, unit
  std::string name;
  std::optional<std::string> post;
  std::optional<bool> refused;
  std::optional<std::string> reason;  ///< of a refusal
  std::optional<std::string> witness; ///< id of the witness, or the id that the device chose for it
  std::optional<std::string> ink;     ///< "12,30 14,33|200,90 201,95": 0-1000 across, 0-400 down
  std::optional<Instant> device_at;
};
BOOST_DESCRIBE_STRUCT(SignatureNew, (), (id, client, side, name, post, refused, reason, witness, ink, device_at))

struct SignatureView {
  std::string id, client, side, name, post;
  bool refused = false;
  std::string reason, witness;
  bool drawn = false;
  bool stands = true; ///< what was signed was not changed afterwards
  std::string person;
  Instant at;
  std::optional<Instant> device_at;
  bool clock_wrong = false;
};
BOOST_DESCRIBE_STRUCT(SignatureView, (), (id, client, side, name, post, refused, reason, witness, drawn, stands, person, at, device_at, clock_wrong))

struct SignatureOf {
  std::string id;
  std::string signature;
};
BOOST_DESCRIBE_STRUCT(SignatureOf, (), (id, signature))

struct EvidenceView {
  std::string id, item, name, kind, sm3, person;
  std::optional<Instant> captured_at;
  Instant received_at;
};
BOOST_DESCRIBE_STRUCT(EvidenceView, (), (id, item, name, kind, sm3, person, captured_at, received_at))

struct EvidenceList {
  std::vector<EvidenceView> items;
};
BOOST_DESCRIBE_STRUCT(EvidenceList, (), (items))

/// Whether the unit still stands in the register.
struct VisitPlace {
  std::string standing; ///< reported, verified, published, deregistered, unknown; "" for the examination organisation
  std::optional<Date> since;
  std::string suspended;
};
BOOST_DESCRIBE_STRUCT(VisitPlace, (), (standing, since, suspended))

struct PastVisit {
  std::string id, campaign, phase, checklist, by_name, state, verdict, conclusion;
  Date planned;
  std::optional<Instant> signed_at;
  int total = 0;
  bool scored = true;
  bool open = false; ///< the caller may open it
};
BOOST_DESCRIBE_STRUCT(PastVisit, (), (id, campaign, phase, checklist, by_name, state, verdict, conclusion, planned, signed_at, total, scored, open))

struct PastProblem {
  std::string id, checklist, item, number, text, state;
  std::optional<Date> limit;
  bool overdue = false;
  int level = 1;
  bool open = false; ///< the caller may open it
};
BOOST_DESCRIBE_STRUCT(PastProblem, (), (id, checklist, item, number, text, state, limit, overdue, level, open))

struct VisitRecord {
  Instant now; ///< by the platform's clock
  int clock_minutes = 0;
  VisitPlace place;
  std::vector<QuestionView> questions;
  std::vector<WitnessView> witnesses;
  std::vector<SignatureView> signatures;
  std::vector<std::string> unsigned_members; ///< have neither signed nor refused what stands now
  bool unit_unsigned = false;
  std::vector<std::string> unasked; ///< "1-2/3": to be asked on the spot
  std::vector<PastVisit> past;
  std::vector<PastProblem> past_problems;
};
BOOST_DESCRIBE_STRUCT(VisitRecord, (), (now, clock_minutes, place, questions, witnesses, signatures, unsigned_members, unit_unsigned, unasked, past, past_problems))

} // namespace ankao::inspection::dto
