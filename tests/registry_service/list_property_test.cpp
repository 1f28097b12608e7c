// SPDX-License-Identifier: Apache-2.0
// A page of the register is read in two steps (search.cpp). It must be the page that the plain statement gives, which reads every
// record of the day, sorts and cuts: whatever the history, the day, the filters, the order and the page.
#include <gtest/gtest.h>

#include <random>

#include "db/support/stores.hpp"
#include "db/use_case.hpp"
#include "registry/service/city.hpp"
#include "registry/service/snapshot.hpp"
#include "db/conditions.hpp"
#include "registry/store/search.hpp"

namespace ankao::registry {
namespace {

const Date k_first = make_date(2024, 1, 1);
const std::vector<std::string> k_districts = {"440103", "440106", "440111"};
const std::vector<std::string> k_names = {"甲校", "乙校", "Alpha 学院", "甲校", "丙_校%", "alpha"};
const std::vector<std::string> k_projects = {"OP01", "OP02", "OP05"};
const std::vector<std::string> k_orders = {"v.id", "v.name, v.id", "v.name DESC, v.id", "v.district, v.id", "v.projects DESC, v.id", "v.since DESC, v.id"};

class Chance {
public:
  explicit Chance(unsigned seed)
      : engine_(seed) {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  }

private:
  std::mt19937 engine_;
};

Version version(Chance& chance, int number, Date effective, nlohmann::json record) {
  Version v;
  v.version = number;
  v.step = "institution.change";
  v.standing = number == 1 && chance.below(4) == 0 ? Standing::Reported : chance.below(5) == 0 ? Standing::Deregistered : Standing::Published;
  v.since = effective;
  v.effective = effective;
  v.recorded_at = start_of(effective);
  v.record = std::move(record);
  return v;
}

void add_institution(db::Transaction& transaction, Chance& chance, const std::string& id) {
  Date day = k_first + chance.below(20);
  for (int number = 1, last = 1 + chance.below(3); number <= last; ++number, day = day + chance.below(30)) {
    InstitutionRecord record;
    record.id = id;
    record.name = chance.of(k_names);
    record.supervising_district = chance.of(k_districts);
    record.addresses = {{chance.of(k_names) + "路", chance.of(k_districts), true}};
    if (chance.below(3) != 0) record.projects = {chance.of(k_projects)};
    if (chance.below(3) == 0) record.scopes = {"HC"};
    insert(transaction, EntryKind::Institution, id, version(chance, number, day, to_json(record)), searchable(record, City::shipped().catalogue));
  }
}

void add_site(db::Transaction& transaction, Chance& chance, const std::string& id, const std::string& owner) {
  Date day = k_first + chance.below(20);
  for (int number = 1, last = 1 + chance.below(3); number <= last; ++number, day = day + chance.below(30)) {
    SiteRecord record;
    record.id = id;
    record.name = chance.of(k_names);
    record.owner = owner;
    record.district = chance.of(k_districts);
    record.kind = chance.below(2) == 0 ? SiteKind::Both : SiteKind::Theory;
    record.subjects = {"theory", chance.of(k_projects)};
    record.rooms.resize(static_cast<std::size_t>(chance.below(3)));
    for (std::size_t i = 0; i < record.rooms.size(); ++i) record.rooms[i].id = id + "-R" + std::to_string(i + 1);
    insert(transaction, EntryKind::Site, id, version(chance, number, day, to_json(record)), searchable(record, City::shipped().catalogue));
  }
}

/// The plain statement, without paging: record and what is counted beside it, in order.
std::vector<std::string> plain(db::Transaction& transaction, const char* kind, const std::string& where, const db::Values& values, const std::string& order, Date date) {
  const std::string on = "'" + to_string(date) + "'";
  const auto rows = transaction.query(
      "SELECT v.id, v.version, (SELECT count(*) FROM register_version s WHERE s.kind = 'site' AND s.owner = v.id AND s.standing = 'published' AND s.effective_date <= " + on +
          " AND s.until_date > " + on + ") AS sites, (SELECT o.name FROM register_version o WHERE o.kind = 'institution' AND o.id = v.owner AND o.effective_date <= " + on +
          " AND o.until_date > " + on + ") AS owner_name, v.record, CASE WHEN EXISTS (SELECT 1 FROM registry_suspension p WHERE p.subject = v.kind || ':' || v.id AND p.from_date <= " +
          on + " AND p.to_date >= " + on + ") THEN 1 ELSE 0 END AS suspended FROM register_version v WHERE v.kind = '" + kind + "' AND v.effective_date <= " + on +
          " AND v.until_date > " + on + where + " ORDER BY " + order,
      values);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back(rows.text(i, "id") + "/" + std::to_string(rows.integer(i, "version")) + "/" + std::to_string(rows.integer(i, "sites")) + "/" +
                  rows.maybe_text(i, "owner_name").value_or("") + "/" + std::to_string(rows.integer(i, "suspended")));
  return out;
}

std::vector<std::string> cut(const std::vector<std::string>& all, std::int64_t offset, int limit) {
  const auto from = std::min<std::size_t>(static_cast<std::size_t>(offset), all.size());
  const auto to = std::min<std::size_t>(from + static_cast<std::size_t>(limit), all.size());
  return {all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to)};
}

class Pages : public ::testing::TestWithParam<std::string> {
protected:
  void SetUp() override {
    db::migrate(store_.database(), migrations());
    store_.database().write([this](db::Transaction& transaction) {
      for (int i = 0; i < 40; ++i) {
        const std::string id = "GZ-A" + std::to_string(100 + i);
        add_institution(transaction, chance_, id);
        for (int s = chance_.below(3); s > 0; --s) add_site(transaction, chance_, id + "-S" + std::to_string(s), chance_.below(5) == 0 ? "" : id);
        if (chance_.below(4) == 0) suspend(transaction, "institution:" + id, i);
        if (chance_.below(4) == 0) suspend(transaction, "site:" + id + "-S1", 100 + i);
      }
    });
  }
  void suspend(db::Transaction& transaction, const std::string& subject, int number) {
    const Date from = k_first + chance_.below(60);
    transaction.execute("INSERT INTO registry_suspension (id, subject, subject_name, from_date, to_date, clause, reason, recorded_at, account, person, role, event, search) "
                        "VALUES ($1, $2, '', $3, $4, '', '', 0, '', '', '', 0, '')",
                        {"SU-" + std::to_string(number), subject, to_string(from), to_string(from + chance_.below(30))});
  }
  std::string standing() { return chance_.below(4) == 0 ? "deregistered" : "published"; }
  tests::Store store_{GetParam()};
  Chance chance_{20240305};
};

TEST_P(Pages, OfInstitutionsAreThoseOfThePlainStatement) {
  std::size_t seen = 0;
  for (int round = 0; round < 100; ++round) {
    InstitutionFilter filter;
    filter.day = k_first + chance_.below(90);
    filter.standing = standing() == "deregistered" ? Standing::Deregistered : Standing::Published;
    filter.order = chance_.below(7) == 0 ? "sites DESC, v.id" : chance_.of(k_orders);
    filter.limit = 1 + chance_.below(12);
    filter.offset = chance_.below(20);
    std::string where = std::string(" AND v.standing = '") + word_of(filter.standing) + "'";
    db::Values values;
    if (chance_.below(3) == 0) {
      filter.q = chance_.of(std::vector<std::string>{"甲", "ALPHA", "_", "%", "无此"});
      values.emplace_back(db::like_pattern(filter.q));
      where += " AND v.search LIKE $1 ESCAPE '\\'";
    }
    const auto key = [&](const std::string& text) { where += " AND EXISTS (SELECT 1 FROM register_key k WHERE k.kind = v.kind AND k.id = v.id AND k.version = v.version AND k.key = '" + text + "')"; };
    if (chance_.below(4) == 0) key("district:" + (filter.district = chance_.of(k_districts)));
    if (chance_.below(4) == 0) key("project:" + (filter.project = chance_.of(k_projects)));
    const bool sited = chance_.below(5) == 0;
    if (sited) filter.role = InstitutionRole::WithSite;
    db::look(store_.database(), [&](db::Transaction& transaction) {
      auto all = plain(transaction, "institution", where, values, filter.order, filter.day);
      if (sited) std::erase_if(all, [](const std::string& one) { return one.find("/0/") == one.find('/', one.find('/') + 1); });
      const auto found = find_institutions(transaction, filter);
      EXPECT_EQ(found.total, static_cast<std::int64_t>(all.size()));
      std::vector<std::string> page;
      for (const auto& one : found.items)
        page.push_back(one.record.id + "/" + std::to_string(one.version) + "/" + std::to_string(one.sites) + "//" + (one.suspended ? "1" : "0"));
      EXPECT_EQ(page, cut(all, filter.offset, filter.limit)) << filter.order << " " << to_string(filter.day) << where;
      seen += page.size();
      return 0;
    });
  }
  EXPECT_GT(seen, 150u);
}

TEST_P(Pages, OfSitesAreThoseOfThePlainStatement) {
  std::size_t seen = 0;
  for (int round = 0; round < 100; ++round) {
    SiteFilter filter;
    filter.day = k_first + chance_.below(90);
    filter.standing = standing() == "deregistered" ? Standing::Deregistered : Standing::Published;
    filter.order = chance_.below(7) == 0 ? "v.seats DESC, v.id" : chance_.of(k_orders);
    filter.limit = 1 + chance_.below(12);
    filter.offset = chance_.below(10);
    std::string where = std::string(" AND v.standing = '") + word_of(filter.standing) + "'";
    db::Values values;
    if (chance_.below(3) == 0) {
      filter.q = chance_.of(std::vector<std::string>{"甲", "ALPHA", "_", "%"});
      values.emplace_back(db::like_pattern(filter.q));
      where += " AND (v.search LIKE $1 ESCAPE '\\' OR EXISTS (SELECT 1 FROM register_version o WHERE o.kind = 'institution' AND o.id = v.owner AND o.effective_date <= '" +
               to_string(filter.day) + "' AND o.until_date > '" + to_string(filter.day) + "' AND lower(o.name) LIKE $1 ESCAPE '\\'))";
    }
    if (chance_.below(5) == 0) where += " AND v.owner = '" + (filter.owner = "GZ-A1" + std::to_string(10 + chance_.below(30))) + "'";
    db::look(store_.database(), [&](db::Transaction& transaction) {
      const auto all = plain(transaction, "site", where, values, filter.order, filter.day);
      const auto found = find_sites(transaction, filter);
      EXPECT_EQ(found.total, static_cast<std::int64_t>(all.size()));
      std::vector<std::string> page;
      for (const auto& one : found.items) page.push_back(one.record.id + "/" + std::to_string(one.version) + "/0/" + one.owner_name + "/" + (one.suspended ? "1" : "0"));
      EXPECT_EQ(page, cut(all, filter.offset, filter.limit)) << filter.order << " " << to_string(filter.day) << where;
      seen += page.size();
      return 0;
    });
  }
  EXPECT_GT(seen, 60u);
}

INSTANTIATE_TEST_SUITE_P(Databases, Pages, ::testing::ValuesIn(tests::k_stores), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::registry
