// SPDX-License-Identifier: Apache-2.0
// A city with the register of the notice, a folder for contents, and the people of the stories.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

#include "db/support/stores.hpp"
#include "documents/files/sealed.hpp"
#include "documents/service/documents.hpp"
#include "documents/service/make.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/demo/open.hpp"
#include "planning/service/plans.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/reading.hpp"
#include "registry/service/reports.hpp"
#include "registry/service/suspensions.hpp"

namespace ankao::documents {

inline Date day(const char* text) { return *parse_date(text); }
inline const ledger::Actor k_wang{"shiju", "王五", "city_bureau", "city"};
inline const ledger::Actor k_zhao{"zhao", "赵六", "city_bureau", "city"};
inline const ledger::Actor k_li{"kaoshi", "李四", "exam_organisation", "city"};
inline const ledger::Actor k_liang{"liang", "梁老师", "institution", "institution:GZ-A04"};
inline const ledger::Actor k_fang{"fang", "方主任", "institution", "institution:GZ-A02"};
inline const ledger::Actor k_he{"he", "何队长", "district_bureau", "district:440111"};
inline Act on(const ledger::Actor& actor, const char* date) { return {actor, {start_of(day(date)).ms + 36'000'000}}; }
inline registry::Act acted(const ledger::Actor& actor, const char* date) { return {actor, {start_of(day(date)).ms + 36'000'000}}; }

template <class T>
const T& must(const Result<T>& result) {
  if (!result.ok()) throw std::runtime_error("refused: " + result.problem().id + " " + (result.problem().details.empty() ? "" : result.problem().details[0].value));
  return *result;
}
template <class T>
std::string refusal(const Result<T>& result) {
  return result.ok() ? "not refused" : result.problem().id;
}

class Folder {
public:
  Folder()
      : path_(std::filesystem::temp_directory_path() / ("ankao-documents-" + std::to_string(::getpid()) + "-" + std::to_string(count()++))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string path() const { return path_.string(); }

private:
  static int& count() {
    static int n = 0;
    return n;
  }
  std::filesystem::path path_;
};

struct Bureau {
  explicit Bureau(const std::string& store_kind)
      : store(store_kind)
      , vault(vault::Vault::passing())
      , contents(folder.path(), *vault)
      , desk{store.database(), contents, *vault, [this](std::span<std::uint8_t> bytes) { for (auto& one : bytes) one = static_cast<std::uint8_t>(chance = chance * 1'103'515'245U + 12'345U) >> 3U; }, shipped_kinds()} {
    planning::migrate_for_demo(store.database());
    std::vector<db::Migration> steps = migrations();
    db::migrate(store.database(), steps);
  }

  db::Database& database() { return store.database(); }
  void open_register() { must(registry::import_annex6(database(), acted(k_wang, "2024-01-05").at)); }

  tests::Store store;
  Folder folder;
  std::unique_ptr<vault::Vault> vault;
  blobs::Store contents;
  unsigned chance = 7;
  Desk desk;
};

} // namespace ankao::documents
