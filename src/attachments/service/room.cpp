// SPDX-License-Identifier: Apache-2.0
#include "attachments/service/room.hpp"

#include "attachments/rules/admit.hpp"
#include "attachments/rules/reach.hpp"

namespace ankao::attachments {
namespace {

/// A program that only describes itself has no folder: nothing can be written there, and nothing lands in the working folder.
std::string below(const std::string& folder, const std::string& name) { return (folder.empty() ? "/dev/null" : folder) + name; }

} // namespace

Room::Room(db::Database& storage, const vault::Vault& keys, const FileLaw& files, const std::string& folder, FindSubject find, ScannerSettings settings, look::Looker looking)
    : database(storage)
    , vault(keys)
    , law(files)
    , subjects(std::move(find))
    , scanner(std::move(settings))
    , looker(std::move(looking))
    , contents(below(folder, "/attachments"), keys)
    , others(below(folder, ""), keys)
    , parts(below(folder, "/uploads")) {}

std::vector<vault::Column> place_columns() {
  return {{"attachment", "id", "position", "attachment.position"}, {"attachment", "id", "device_place", "attachment.device_place"}, {"upload", "id", "device_place", "attachment.device_place"}};
}

blobs::Form form_of(bool sealed) { return sealed ? blobs::Form::Sealed : blobs::Form::Plain; }

Result<Subject> reached(const Room& room, db::Transaction& transaction, const Asker& asker, const std::string& kind, const std::string& id) {
  auto found = subject_rule(room.law, kind) == nullptr ? std::nullopt : room.subjects(transaction, kind, id);
  if (!found || !reaches(asker.scope_kind, asker.scope_id, *found)) return problem("attachments.record_unknown", {{"kind", kind}, {"id", id}}, "/subject");
  return std::move(*found);
}

Result<Subject> open_record(const Room& room, db::Transaction& transaction, const Asker& asker, const std::string& kind, const std::string& id) {
  auto record = reached(room, transaction, asker, kind, id);
  if (record.ok() && record->finished) return problem("attachments.record_finished", {{"id", id}}, "/subject");
  return record;
}

} // namespace ankao::attachments
