// SPDX-License-Identifier: Apache-2.0
// A district's exam organisation 区考试机构 (G-09): part of its bureau, on the register because it is inspected, without an account.
// The city's own is no record: it is the account role of its name and the fixed subject below.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace ankao::registry {

inline constexpr const char* k_city_organisation = "city:exam_organisation";
inline constexpr std::string_view k_organisation_subject = "exam_organisation:";

struct OrganisationRecord {
  std::string id; ///< "EO-01"
  std::string name;
  std::string district; ///< code
  std::string address, contact, telephone;
  Date from;
  std::optional<Date> until; ///< the last day on which it stands; nothing while nobody ended it
  bool operator==(const OrganisationRecord&) const = default;

  std::string subject() const { return std::string(k_organisation_subject) + id; }
  bool stands_on(Date day) const { return from <= day && (!until || day <= *until); }
  /// Whether both stand on some day.
  bool meets(const OrganisationRecord& other) const { return (!until || other.from <= *until) && (!other.until || from <= *other.until); }
};

/// The one place that tells the city's organisation from a district's.
inline bool is_city_organisation(std::string_view subject) { return subject == k_city_organisation; }
/// "EO-01" of "exam_organisation:EO-01"; empty for every other subject.
inline std::string organisation_of(std::string_view subject) { return subject.starts_with(k_organisation_subject) ? std::string(subject.substr(k_organisation_subject.size())) : ""; }

} // namespace ankao::registry
