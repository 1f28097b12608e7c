// SPDX-License-Identifier: Apache-2.0
// What the register knows of the unit that a visit inspects: figures for the form, and whether it still stands there.
#pragma once

#include <optional>
#include <string>

#include "db/db.hpp"
#include "inspection/words/record.hpp"
#include "registry/service/condition_reading.hpp"
#include "registry/service/reading.hpp"

namespace ankao::inspection {

struct KnownFact {
  int value = 0;
  std::string text;   ///< in words, where there is more to say than the figure
  std::string source; ///< record; confirmed, declared, expired: a condition of the place
};

/// The register of a place on a day, read once.
class KnownFacts {
public:
  KnownFacts(db::Transaction& transaction, const Target& target, Date day);
  /// Nothing where the register does not know it.
  std::optional<KnownFact> of(const std::string& name) const;

private:
  bool organisation_ = false;
  std::optional<KnownFact> own_sites_;
  std::optional<registry::SiteEntry> site_;
  std::optional<registry::InstitutionEntry> institution_;
  std::optional<registry::ConditionsOnDay> conditions_;
};
std::optional<KnownFact> fact_of(db::Transaction& transaction, const Target& target, const std::string& name, Date day);

struct Place {
  std::string standing = "unknown"; ///< reported, verified, published, deregistered; "" for the city's examination organisation
  std::optional<Date> since;
  std::string suspended; ///< clause and term of a suspension that runs, "" none
};
Place place_of(db::Transaction& transaction, const Target& target, Date day);

} // namespace ankao::inspection
