// SPDX-License-Identifier: Apache-2.0
// The shipped registry against the index and the facts of clauses.md A6, copied into tests/registry/vectors.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/sm3.hpp"
#include "registry/files/city_data.hpp"
#include "registry/files/import.hpp"
#include "registry/rules/build.hpp"
#include "registry/rules/text.hpp"
#include "registry/support/tables.hpp"

namespace ankao::registry {
namespace {

using Texts = std::vector<std::string>;

const Row& row_of(const std::string& id) {
  for (const Row& row : shipped_registry().rows)
    if (to_string(row.id) == id) return row;
  throw std::runtime_error("no row " + id);
}

/// "OP01, OP11–OP26" spelt out.
Texts projects_in(const std::string& cell) {
  Texts ids;
  for (const std::string& part : split(cell, ", ")) {
    const auto ends = split(part, "–");
    const int last = std::stoi(ends.back().substr(2));
    for (int i = std::stoi(ends.front().substr(2)); i <= last; ++i)
      ids.push_back(std::string("OP") + (i < 10 ? "0" : "") + std::to_string(i));
  }
  return ids;
}

Texts distinct(const Texts& texts) {
  Texts out;
  for (const std::string& text : texts)
    if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(text);
  return out;
}

/// "1、…; 2、…" without the numbers and blanks.
Texts addresses_in(const std::string& cell) {
  Texts out;
  for (const std::string& part : split(cell, "; ")) {
    std::u32string text = clean(part).text;
    if (text.size() > 2 && is_digit(text[0]) && text[1] == U'、') text.erase(0, 2);
    out.push_back(encode(text));
  }
  return out;
}

Texts printed_addresses(const Row& row) {
  Texts out;
  for (const PrintedAddress& address : row.addresses) out.push_back(address.printed);
  return out;
}

std::string site_text(const Row& row) {
  if (!row.mark) return "–";
  if (row.mark->kind == MarkKind::TheoryOnly) return "1, theory only";
  return row.mark->count == 1 ? "1 site" : std::to_string(row.mark->count) + " sites";
}

/// The district cell in printed spelling: 黄浦区 stays 黄浦区 in the index.
void expect_common(const Texts& line, const Row& row, std::size_t after_projects) {
  EXPECT_EQ(row.name, line[1]);
  EXPECT_EQ(row.printed.at(Column::District), line[2]);
  EXPECT_EQ(printed_addresses(row), addresses_in(line[after_projects]));
  EXPECT_EQ(row.contacts, split(line[after_projects + 1], "、"));
  EXPECT_EQ(row.telephones, distinct(split(line[after_projects + 2], "; ")));
}

TEST(ShippedRegistry, every_row_is_what_the_index_says) {
  int a = 0;
  int b = 0;
  for (const auto& line : vectors("index.tsv")) {
    SCOPED_TRACE(line[0]);
    const Row& row = row_of(line[0]);
    if (line[0][0] == 'a') {
      ++a;
      EXPECT_EQ(site_text(row), line[3]);
      EXPECT_EQ(row.projects, projects_in(line[4]));
      expect_common(line, row, 5);
    } else {
      ++b;
      EXPECT_EQ(row.industries, split(line[3].substr(0, line[3].find(" (")), ", "));
      EXPECT_TRUE(row.projects.empty());
      expect_common(line, row, 4);
    }
  }
  EXPECT_EQ(a, 54);
  EXPECT_EQ(b, 20);
  EXPECT_EQ(shipped_registry().rows.size(), 74U);
}

TEST(ShippedRegistry, reaches_the_counts_of_the_fact_list) {
  const Facts facts = count(shipped_registry(), shipped_catalogue());
  EXPECT_EQ(facts.rows_a, 54);
  EXPECT_EQ(facts.rows_b, 20);
  EXPECT_EQ(facts.missing_rows, 8);
  EXPECT_EQ(facts.institutions, 62);
  EXPECT_EQ(facts.in_both_tables, 12);
  EXPECT_EQ(facts.institutions_with_sites, 36);
  EXPECT_EQ(facts.sites, 38);
  EXPECT_EQ(facts.theory_only_sites, 2);
  EXPECT_EQ(facts.projects, 30);
}

TEST(ShippedRegistry, counts_by_district_as_the_fact_list_does) {
  std::map<std::string, Texts> counted;
  for (const DistrictLine& line : count(shipped_registry(), shipped_catalogue()).by_district) {
    std::string name;
    for (const std::string& code : line.districts) name += (name.empty() ? "" : "、") + shipped_catalogue().district(code)->name;
    counted[name] = {std::to_string(line.institutions), std::to_string(line.sites), std::to_string(line.theory_only_sites),
                     std::to_string(line.institutions_without_site)};
  }
  const auto expected = vectors("districts.tsv");
  EXPECT_EQ(counted.size(), expected.size());
  for (const auto& line : expected) EXPECT_EQ(counted[line[0]], (Texts{line[1], line[2], line[3], line[4]})) << line[0];
}

TEST(ShippedRegistry, counts_by_project_as_the_fact_list_does) {
  const auto counted = count(shipped_registry(), shipped_catalogue()).by_project;
  const auto expected = vectors("projects.tsv");
  ASSERT_EQ(counted.size(), expected.size());
  for (std::size_t i = 0; i < counted.size(); ++i) {
    EXPECT_EQ(counted[i].project, expected[i][0]);
    EXPECT_EQ(shipped_catalogue().project(counted[i].project)->name, expected[i][1]);
    EXPECT_EQ(
        (Texts{std::to_string(counted[i].institutions), std::to_string(counted[i].with_site), std::to_string(counted[i].practical_sites)}),
        (Texts{expected[i][2], expected[i][3], expected[i][4]}))
        << expected[i][1];
  }
}

TEST(ShippedRegistry, scopes_of_table_b_are_counted_as_the_fact_list_does) {
  std::map<std::string, int> rows;
  for (const Row& row : shipped_registry().rows)
    for (const std::string& industry : row.industries) ++rows[industry];
  EXPECT_EQ(rows, (std::map<std::string, int>{{"HC", 19}, {"FW", 7}, {"MN", 5}, {"SM", 3}}));
}

TEST(ShippedRegistry, meets_each_anomaly_exactly_in_the_rows_of_the_list) {
  std::map<std::string, std::set<std::string>> met;
  for (const Anomaly& one : shipped_registry().anomalies) met[one.rule].insert(to_string(one.row));
  for (const auto& line : vectors("anomalies.tsv")) {
    const auto rows = split(line[1], " ");
    EXPECT_EQ(met[line[0]], std::set<std::string>(rows.begin(), rows.end())) << line[0];
  }
  EXPECT_EQ(met["X-39"], (std::set<std::string>{"a0", "b0"})) << "blank lines belong to the table, not to a row";
  EXPECT_EQ(met.size(), 40U);
}

TEST(ShippedRegistry, leaves_to_a_person_what_only_a_person_can_decide) {
  std::set<std::string> waiting;
  for (const Anomaly& one : shipped_registry().anomalies)
    if (one.needs_confirmation) waiting.insert(one.rule);
  EXPECT_EQ(waiting, (std::set<std::string>{"X-10", "X-12", "X-13", "X-28", "X-30", "X-31", "X-32", "X-34"}));
  EXPECT_EQ(shipped_registry().institution("GZ-A01")->flags, (Texts{"X-10", "X-13"}));
}

TEST(ShippedRegistry, every_anomaly_says_what_was_found_and_done_in_both_languages) {
  for (const Anomaly& one : shipped_registry().anomalies) {
    EXPECT_FALSE(one.found.empty()) << one.rule;
    EXPECT_FALSE(one.done.empty()) << one.rule;
    EXPECT_FALSE(one.done_english.empty()) << one.rule;
  }
}

TEST(ShippedRegistry, shows_the_gap_of_rows_20_to_27) {
  Texts missing;
  for (const RowId row : shipped_registry().missing_rows) missing.push_back(to_string(row));
  EXPECT_EQ(missing, (Texts{"a20", "a21", "a22", "a23", "a24", "a25", "a26", "a27"}));
}

TEST(ShippedRegistry, links_the_twelve_institutions_of_both_tables) {
  const std::map<std::string, std::string> linked{{"b2", "a58"},  {"b4", "a15"},  {"b6", "a43"},  {"b7", "a40"},
                                                  {"b8", "a31"},  {"b9", "a29"},  {"b10", "a28"}, {"b12", "a19"},
                                                  {"b15", "a39"}, {"b16", "a38"}, {"b18", "a50"}, {"b20", "a4"}};
  for (const Row& row : shipped_registry().rows) {
    if (row.id.table != Table::HighRisk) continue;
    const auto other = linked.find(to_string(row.id));
    if (other == linked.end()) {
      EXPECT_EQ(row.institution.substr(0, 4), "GZ-B") << to_string(row.id);
    } else {
      EXPECT_EQ(row.institution, row_of(other->second).institution) << to_string(row.id);
    }
  }
  EXPECT_EQ(shipped_registry().institution("GZ-A04")->aliases, (Texts{"广州东方职业技术培训中心"}));
}

TEST(ShippedRegistry, sites_carry_what_the_print_proves_and_no_more) {
  std::map<std::string, Site> sites;
  for (const Site& site : shipped_registry().sites) sites.emplace(site.id, site);
  EXPECT_EQ(sites.size(), 38U) << "ids are distinct";
  EXPECT_FALSE(sites.at("GZ-A01-S1").address.has_value()) << "X-13";
  EXPECT_EQ(sites.at("GZ-A01-S1").district, "440111") << "both addresses lie in one district";
  EXPECT_EQ(sites.at("GZ-A15-S2").address->district, "440106") << "X-12";
  EXPECT_FALSE(sites.at("GZ-A15-S2").address_confirmed);
  EXPECT_TRUE(sites.at("GZ-A03-S1").address_confirmed);
  EXPECT_EQ(sites.at("GZ-A33-S1").kind, MarkKind::TheoryOnly);
  EXPECT_TRUE(sites.at("GZ-A33-S1").projects.empty()) << "X-14";
}

TEST(ShippedRegistry, each_address_has_the_district_it_lies_in) {
  EXPECT_EQ(row_of("a47").addresses[1].district, "440104") << "X-04: the cell says 天河区 only";
  EXPECT_EQ(row_of("a35").addresses[0].district, "440112");
  EXPECT_EQ(row_of("a35").districts, (Texts{"440112"})) << "X-02";
  EXPECT_EQ(row_of("a2").addresses[1].text, "广州市白云区江高镇江太路长岗段一区8号");
  EXPECT_EQ(row_of("a18").addresses[0].text, "广州市从化区江埔街环市东路767号");
  EXPECT_EQ(row_of("a8").addresses[0].text, "广州市白云区白云大道北解放庄72号");
  EXPECT_EQ(row_of("a31").addresses[0].text, row_of("b8").addresses[0].text) << "X-07";
  for (const Row& row : shipped_registry().rows)
    for (const PrintedAddress& address : row.addresses)
      EXPECT_NE(shipped_catalogue().district(address.district), nullptr) << to_string(row.id);
}

TEST(ShippedRegistry, ids_fit_the_draw) {
  const auto fits = [](const std::string& id) {
    return !id.empty() && id.size() <= 64 &&
           id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") == std::string::npos;
  };
  for (const Institution& one : shipped_registry().institutions) EXPECT_TRUE(fits(one.id)) << one.id;
  for (const Site& one : shipped_registry().sites) EXPECT_TRUE(fits(one.id)) << one.id;
}

TEST(ShippedData, the_print_is_as_it_was) {
  // Whoever "corrects" a printed cell changes these digests; corrections belong into rules and aliases.
  EXPECT_EQ(to_hex(sm3(source_file("data/annex6/table_a.tsv"))), "943c4462e6fbb0b5d96ca79140ec5abc061d1caaaa1af3871546c5e8e867e346");
  EXPECT_EQ(to_hex(sm3(source_file("data/annex6/table_b.tsv"))), "8636b335c99656908031fef4ab78846b522002a620c4362385ac37e840cea3fb");
}

TEST(ShippedData, the_catalogue_has_30_projects_11_districts_4_industries_and_the_city_exemption) {
  const Catalogue& catalogue = shipped_catalogue();
  EXPECT_EQ(catalogue.projects.size(), 30U);
  EXPECT_EQ(catalogue.districts.size(), 11U);
  EXPECT_EQ(catalogue.industries.size(), 4U);
  int exempt = 0;
  for (const Project& project : catalogue.projects) exempt += catalogue.exempt(project.id) ? 1 : 0;
  EXPECT_EQ(exempt, 19) << "G-11: OP11-26 and OP28-30";
  EXPECT_FALSE(catalogue.exempt("OP27")) << "G-12";
  for (const District& district : catalogue.districts) {
    EXPECT_GT(district.centre.longitude_e6, 112'900'000) << district.name;
    EXPECT_LT(district.centre.latitude_e6, 24'000'000) << district.name;
  }
}

} // namespace
} // namespace ankao::registry
