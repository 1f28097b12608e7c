// SPDX-License-Identifier: Apache-2.0
// The register as the platform keeps it: what an entry is, what the draw needs of it, and the steps of its life (P-1.2, A6-F9).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::registry {

/// P-1.2: written report by the institution -> verified by the city -> published -> changed -> deregistered.
enum class Standing { Reported, Verified, Published, Deregistered };

/// What an exam site may examine (G-70). Unmarked sites of the notice are both, to be confirmed.
enum class SiteKind { Theory, Practical, Both };

/// Where a coordinate comes from; a place without one takes its district's centre and is marked.
enum class PlaceSource { Entered, DistrictCentre };

/// Degrees times 1,000,000, WGS 84.
struct Place {
  std::int64_t longitude_e6 = 0;
  std::int64_t latitude_e6 = 0;
  PlaceSource source = PlaceSource::DistrictCentre;
  bool operator==(const Place&) const = default;
};

struct Address {
  std::string text;     ///< normalised
  std::string district; ///< GB/T 2260 code, e.g. "440111"
  bool confirmed = false;
  bool operator==(const Address&) const = default;
};

/// S-1.2d: only students of full-time universities and vocational schools under these authorities may sit at their own site.
/// Unknown is not exempt (G-49).
enum class SchoolAuthority { Unknown, None, Education, HumanResources };

struct InstitutionRecord {
  std::string id; ///< "GZ-A01"
  std::string name;
  std::vector<std::string> aliases;
  std::string supervising_district; ///< code
  std::vector<Address> addresses;
  std::vector<std::string> contacts;
  std::vector<std::string> telephones;
  std::vector<std::string> projects; ///< OPnn it trains
  std::vector<std::string> scopes;   ///< HC, FW, MN, SM
  std::vector<std::string> rows;     ///< printed rows it stands in: "a1", "b4"
  SchoolAuthority school = SchoolAuthority::Unknown;
  std::string credit_code;        ///< GB 32100; empty = not entered
  std::optional<Place> place;     ///< of its first training address; none: district centre
  std::vector<std::string> flags; ///< anomalies waiting for a person: "X-32"
  bool operator==(const InstitutionRecord&) const = default;
};

/// Weekly openings within dates; both ends included. `slots` are calendar slot names ("am", "pm").
struct OpeningRule {
  Date from;
  Date to;
  std::vector<int> weekdays; ///< 1 = Monday ... 7 = Sunday
  std::vector<std::string> slots;
  bool on_rest_days = false; ///< also on holidays and weekends that are not worked
  bool operator==(const OpeningRule&) const = default;
};

/// A single day that differs from the rules: open in these slots; none = closed.
struct OpeningException {
  Date date;
  std::vector<std::string> slots;
  bool operator==(const OpeningException&) const = default;
};

struct RoomRecord {
  std::string id; ///< "GZ-A01-S1-R1"
  std::string name;
  bool exclusive = true;
  int capacity = 1;
  std::map<std::string, int> seats; ///< subject id (OPnn or "theory") -> seats
  std::vector<OpeningRule> openings;
  std::vector<OpeningException> exceptions;
  bool operator==(const RoomRecord&) const = default;
};

struct SiteRecord {
  std::string id; ///< "GZ-A01-S1"
  std::string name;
  std::string owner;        ///< institution id; empty = none
  bool public_base = false; ///< P-2.3a
  SiteKind kind = SiteKind::Both;
  bool kind_confirmed = false;
  std::string district; ///< code
  Address address;      ///< text empty = not known which address is the site (X-12, X-13)
  std::optional<Place> place;
  std::vector<std::string> subjects; ///< OPnn and "theory" it is permitted to examine
  std::vector<RoomRecord> rooms;
  std::string override_reason; ///< P-2.2b, G-50: why a site attached to an institution was added after 10 August 2023
  std::vector<std::string> flags;
  bool operator==(const SiteRecord&) const = default;
};

/// Exam business or training and registration suspended (P-3.2, C-1a, C-4.1a ...). Both ends included.
struct Suspension {
  std::string id;
  std::string subject; ///< "institution:GZ-A01" or "site:GZ-A01-S1"
  Date from;
  Date to;
  std::string clause;
  std::string reason;
  bool operator==(const Suspension&) const = default;
};

} // namespace ankao::registry
