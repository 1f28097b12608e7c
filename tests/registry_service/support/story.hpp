// SPDX-License-Identifier: Apache-2.0
// A register with Annex 6 in it, and the people of the stories.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "db/support/stores.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/lists.hpp"
#include "registry/service/reports.hpp"
#include "registry/service/sites.hpp"
#include "registry/service/snapshot.hpp"
#include "registry/service/suspensions.hpp"

namespace ankao::registry::tests {

inline Date day(const std::string& text) { return *parse_date(text); }
/// Ten in the morning.
inline Instant at(const std::string& text) { return {start_of(day(text)).ms + 10 * 3'600'000}; }

inline ledger::Actor chen() { return {"chen", "陈科长", "city_bureau", "city"}; }
inline ledger::Actor liang() { return {"liang", "梁老师", "institution", "institution:GZ-A04"}; }
inline ledger::Actor fang() { return {"fang", "方主任", "institution", "institution:GZ-A02"}; }
inline ledger::Actor he_of_baiyun() { return {"he", "何队长", "district_bureau", "district:440111"}; }
inline Act act(const ledger::Actor& actor, const std::string& on) { return {actor, at(on)}; }

/// The register with Annex 6 in it.
ankao::tests::Prepared annex6();

/// A database with Annex 6; each test has its own.
class Story : public ::testing::TestWithParam<std::string> {
protected:
  Story();
  db::Database& database() { return store_.database(); }

  InstitutionEntry institution(const std::string& id, const std::string& on);
  SiteEntry site(const std::string& id, const std::string& on);
  int head_of_site(const std::string& id);
  std::vector<ledger::Written> events_of(const std::string& subject);
  std::int64_t count(const std::string& table);
  /// A report of GZ-A04 with the name changed.
  Result<Report> report_new_name(const std::string& name, const std::string& on);

private:
  ankao::tests::Store store_{GetParam(), annex6()};
};

/// Fails with the problem's text when it was refused.
template <class T>
const T& must(const Result<T>& result) {
  if (!result.ok())
    throw std::runtime_error("refused: " + result.problem().id + " at " + result.problem().at +
                             (result.problem().parts.empty()
                                  ? ""
                                  : ", first " + result.problem().parts.front().id + " at " + result.problem().parts.front().at));
  return *result;
}
template <class T>
std::string refusal(const Result<T>& result) {
  return result.ok() ? "not refused" : result.problem().id;
}

#define ANKAO_ON_ALL_STORES(suite)                                                                                                         \
  INSTANTIATE_TEST_SUITE_P(Databases, suite, ::testing::Values("memory", "postgresql"),                                                    \
                           ankao::tests::store_name<::testing::TestParamInfo<std::string>>)

} // namespace ankao::registry::tests
