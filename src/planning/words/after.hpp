// SPDX-License-Identifier: Apache-2.0
// What follows a month plan's publication: the sites' answers (S-5.1b), rooms not provided (S-5.1c), the filing with the province (S-2.3),
// objections. A version that was replaced keeps what was said about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace ankao::planning {

/// A site's word on one session of one version.
struct SessionAnswer {
  Month month;
  int version = 1;
  std::string session;
  std::string site;
  bool refused = false;
  std::string explanation; ///< 情况说明; of a refusal never empty
  std::string failure;     ///< id; of a refusal
  bool late = false;       ///< after the two working days
  Instant at;
  std::string account, name, role;
  int carried_from = 0; ///< version in which it was given; 0: in this one
};

/// How a site stands towards a version. Silent: the term is over and not every session has an answer.
enum class SiteState { Waiting, Confirmed, Refused, Silent };
std::string_view name_of(SiteState state); ///< "waiting" ...

struct SiteFeedback {
  std::string site, site_name, district;
  int sessions = 0, candidates = 0, confirmed = 0, refused = 0;
  bool late = false;                 ///< one of its answers came late
  std::optional<Instant> last_at;    ///< of its answers
  std::string explanation;           ///< of its latest refusal
  SiteState state = SiteState::Waiting;
};

enum class FailureKind { Refused, NoShow };
/// Reported: waits for the exam organisation. Verified counts, waived does not; withdrawn: the site provides the room after all.
enum class FailureState { Reported, Verified, Waived, Withdrawn };
std::string_view name_of(FailureKind kind);
std::string_view name_of(FailureState state);
std::optional<FailureKind> failure_kind(std::string_view name);
std::optional<FailureState> failure_state(std::string_view name);

/// A room that a site did not provide as arranged (G-39).
struct Failure {
  std::string id; ///< "F-000001"
  FailureKind kind = FailureKind::Refused;
  FailureState state = FailureState::Reported;
  std::string site, site_name, owner, district;
  Month month;
  int version = 1;
  std::vector<std::string> sessions;
  Date day; ///< of the first session: its year counts (G-40)
  std::string explanation;
  Instant recorded_at;
  std::string recorded_account, recorded_name, recorded_role;
  std::optional<Instant> decided_at;
  std::string decided_name, decided_role;
  std::string reason; ///< of the decision
};

/// The end of a site's service agreement (S-5.1c): proposed by the platform, prepared by one person of the bureau, decided by another.
enum class EndingState { Proposed, Prepared, Ended, Dropped };
std::string_view name_of(EndingState state);
std::optional<EndingState> ending_state(std::string_view name);

struct Ending {
  std::string id; ///< "E-000001"
  EndingState state = EndingState::Proposed;
  std::string site, site_name, owner, district;
  int year = 0;
  std::vector<std::string> failures; ///< that count
  Instant proposed_at;
  std::optional<Date> effective; ///< last day of service is the day before
  bool ban = false;              ///< G-38: only if the decision says so
  std::string reason;
  std::string first_account, first_name;
  std::optional<Instant> first_at;
  std::string second_account, second_name;
  std::optional<Instant> second_at;
};

/// The filing of a version with the provincial exam organisation.
struct Filing {
  Month month;
  int version = 1;
  std::string document; ///< id of the official document; empty: none yet
  std::string data_sm3; ///< of filing.json
  Instant made_at;
  std::string made_name, made_role;
  std::optional<Date> filed_on; ///< nothing: made, not yet filed
  std::string reference;        ///< as the province gave it
  std::optional<Instant> noted_at;
  std::string noted_name;
};

/// When the plan was confirmed after the feedback.
struct Confirmation {
  Month month;
  int version = 1;
  Instant at;
  std::string name, role, note;
};

enum class ObjectionState { Open, Upheld, Rejected, Proposed }; ///< Proposed: to be upheld, waits for the second person
std::string_view name_of(ObjectionState state);
std::optional<ObjectionState> objection_state(std::string_view name);

struct Objection {
  std::string id; ///< "YY-000001"
  ObjectionState state = ObjectionState::Open;
  Month month;
  int version = 1;
  std::string institution, institution_name; ///< whose batch it is about
  std::string batch;                         ///< booking id
  std::string session;                       ///< empty: the batch as a whole
  bool by_institution = false;               ///< signed in; else a trainee without an account
  std::string text;
  std::string receipt_sm3; ///< whoever holds the receipt sees the answer
  Instant at;
  std::string answer;
  std::optional<Date> not_before; ///< remedy of an upheld one: the batch sits no earlier
  std::string first_account, first_name;
  std::optional<Instant> first_at;
  std::string second_name;
  std::optional<Instant> second_at;
  int repaired_in = 0; ///< version; 0: not yet
};

} // namespace ankao::planning
