// SPDX-License-Identifier: Apache-2.0
// Two institutions with a report each, on a fresh database, with a files folder of its own.
#pragma once

#include <memory>
#include <string>

#include "attachments/files/law.hpp"
#include "attachments/service/attachments.hpp"
#include "attachments/service/keeping.hpp"
#include "attachments/service/uploads.hpp"
#include "db/support/stores.hpp"

namespace ankao::attachments {

inline constexpr Instant k_now{1'775'000'000'000};

/// "A-1" belongs to GZ-A01 in 440106, "B-1" to GZ-B02 in 440111; plan 2026-05 to the city.
std::optional<Subject> find_subject(db::Transaction& transaction, const std::string& kind, const std::string& id);

inline const Asker k_school{{"jigou", "甲机构", "institution", "institution:GZ-A01"}, "institution", "GZ-A01", true};
inline const Asker k_other{{"other", "乙机构", "institution", "institution:GZ-B02"}, "institution", "GZ-B02", true};
inline const Asker k_city{{"shiju", "市局", "city_bureau", "city"}, "city", "", true};
inline const Asker k_auditor{{"shenji", "审计", "auditor", "city"}, "city", "", false};
inline const Asker k_district{{"quju", "区局", "district_bureau", "district:440106"}, "district", "440106", true};

class World {
public:
  explicit World(const std::string& store, ScannerSettings scanner = {});
  ~World();
  db::Database& database() { return store_.database(); }
  Room& room() { return *room_; }
  /// As after a restart: everything in memory is new.
  void restart(ScannerSettings scanner = {});
  const std::string& folder() const { return folder_; }

  Claim claim(const std::string& id, const std::string& name, const std::string& bytes) const;
  /// Begun, sent in parts of `part` bytes and finished.
  Result<Attachment> send(const std::string& id, const std::string& name, const std::string& bytes, const Asker& asker = k_school, std::size_t part = 1 << 20);
  /// From now on the record takes no more files.
  void close(const std::string& record);
  int events(const std::string& subject);
  int notices_of(const std::string& account);

private:
  tests::Store store_;
  std::unique_ptr<vault::Vault> vault_;
  std::string folder_;
  std::unique_ptr<Room> room_;
};

} // namespace ankao::attachments
