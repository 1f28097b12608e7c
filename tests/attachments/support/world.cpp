// SPDX-License-Identifier: Apache-2.0
#include "attachments/support/world.hpp"

#include <stdlib.h>

#include <filesystem>
#include <set>

#include "identity/files/roles.hpp"
#include "identity/files/settings.hpp"
#include "identity/service/identity.hpp"
#include "jobs/service/jobs.hpp"
#include "ledger/service/ledger.hpp"
#include "notices/service/notices.hpp"
#include "notices/store/notices.hpp"

namespace ankao::attachments {
namespace {

std::string fresh_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "ankao-files-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
  return name;
}

/// Records that are finished, of the world that stands.
std::set<std::string> finished_records;

} // namespace

std::optional<Subject> find_subject(db::Transaction&, const std::string& kind, const std::string& id) {
  if (kind == "report" && id == "A-1") return Subject{kind, id, "GZ-A01", "", "440106", "", finished_records.contains(id)};
  if (kind == "report" && id == "B-1") return Subject{kind, id, "GZ-B02", "", "440111"};
  if (kind == "plan" && id == "2026-05") return Subject{kind, id, "", "", ""};
  return std::nullopt;
}

World::World(const std::string& store, ScannerSettings scanner)
    : store_(store)
    , vault_(vault::Vault::passing())
    , folder_(fresh_folder()) {
  finished_records.clear();
  auto steps = ledger::migrations();
  for (const auto& more : {jobs::migrations(), identity::migrations(), notices::migrations(), migrations()}) steps.insert(steps.end(), more.begin(), more.end());
  db::migrate(database(), steps);
  auto settings = identity::shipped_settings();
  settings.hash = {64, 1, 1};
  identity::SystemRandom random;
  identity::Identity people(database(), identity::shipped_roles(), settings, random);
  const auto opened = people.create_account(k_city.actor, {"guanli", "管理员", "administrator", "", "珠江夜游 blue lamp 7", identity::PasswordState::Chosen}, k_now);
  if (!opened.ok()) throw std::runtime_error(opened.problem().id);
  restart(std::move(scanner));
}

World::~World() {
  std::error_code error;
  std::filesystem::remove_all(folder_, error);
}

void World::close(const std::string& record) { finished_records.insert(record); }
void World::restart(ScannerSettings scanner) { room_ = std::make_unique<Room>(database(), *vault_, shipped_file_law(), folder_, find_subject, std::move(scanner)); }

Claim World::claim(const std::string& id, const std::string& name, const std::string& bytes) const { return {id, "report", "A-1", name, static_cast<std::int64_t>(bytes.size()), "", "", Instant{k_now.ms - 60'000}}; }

Result<Attachment> World::send(const std::string& id, const std::string& name, const std::string& bytes, const Asker& asker, std::size_t part) {
  if (const auto begun = start(*room_, asker, claim(id, name, bytes), k_now); !begun.ok()) return begun.problem();
  for (std::size_t at = 0; at < bytes.size(); at += part)
    if (const auto sent = add_part(*room_, asker, id, static_cast<std::int64_t>(at), std::string_view(bytes).substr(at, part), k_now); !sent.ok()) return sent.problem();
  return finish(*room_, asker, id, k_now);
}

int World::events(const std::string& subject) { return static_cast<int>(ledger::time_line(*database().begin(db::Mode::Read), subject).size()); }
int World::notices_of(const std::string& account) { return static_cast<int>(notices::store::count(*database().begin(db::Mode::Read), account, true)); }

} // namespace ankao::attachments
