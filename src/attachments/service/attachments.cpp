// SPDX-License-Identifier: Apache-2.0
#include "attachments/service/attachments.hpp"

#include "attachments/rules/reach.hpp"
#include "attachments/service/keeping.hpp"
#include "attachments/store/attachments.hpp"
#include "db/use_case.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::attachments {
namespace {

constexpr std::size_t k_longest_reason = 500;
constexpr const char* k_bureau = "city_bureau";

Problem unknown(const std::string& id) { return problem("attachments.unknown", {{"id", id.substr(0, 64)}}, "id"); }

/// What is out of reach is not there.
Result<Attachment> found(const Room& room, db::Transaction& transaction, const Asker& asker, const std::string& id) {
  auto one = store::find(transaction, id);
  if (!one || !reached(room, transaction, asker, one->subject.kind, one->subject.id).ok()) return unknown(id);
  return std::move(*one);
}

Result<void> open_to(const Asker& asker, const Attachment& one) {
  if (one.scan == Scan::Infected) return problem("attachments.quarantined", {{"virus", one.scan_note}});
  if (one.withdrawn && asker.scope_kind != "city") return problem("attachments.withdrawn", {{"reason", one.withdrawn->reason}});
  return {};
}

Result<void> check_reason(const std::string& reason) {
  if (reason.empty() || reason.size() > k_longest_reason) return problem("attachments.reason", {{"limit", std::to_string(k_longest_reason)}}, "/reason");
  return {};
}

std::optional<std::pair<std::int64_t, std::int64_t>> place_of(const Room& room, const Attachment& one) {
  if (one.position.empty()) return std::nullopt;
  const auto clear = room.vault.open("attachment.position:" + one.id, one.position);
  return clear.ok() ? read_position(*clear) : std::nullopt;
}

std::optional<DevicePlace> device_place_of(const Room& room, const Attachment& one) {
  if (one.device_place.empty()) return std::nullopt;
  const auto clear = room.vault.open("attachment.device_place:" + one.id, one.device_place);
  return clear.ok() ? read_device_place(*clear) : std::nullopt;
}

std::string exactness(const DevicePlace& place) { return " ±" + std::to_string(place.metres) + " m"; }

} // namespace

bool holds_place(const Attachment& one) { return one.facts.has_position || one.look == Look::Waiting || one.look == Look::Failed; }

Result<std::vector<Attachment>> list(const Room& room, const Asker& asker, const std::string& kind, const std::string& subject) {
  return db::look(room.database, [&](db::Transaction& transaction) -> Result<std::vector<Attachment>> {
    if (const auto record = reached(room, transaction, asker, kind, subject); !record.ok()) return record.problem();
    return store::list(transaction, kind, subject);
  });
}

bool finished(const Room& room, const Asker& asker, const std::string& kind, const std::string& subject) {
  return db::look(room.database, [&](db::Transaction& transaction) {
    const auto record = reached(room, transaction, asker, kind, subject);
    return record.ok() && record->finished;
  });
}

Result<Attachment> show(const Room& room, const Asker& asker, const std::string& id) {
  return db::look(room.database, [&](db::Transaction& transaction) { return found(room, transaction, asker, id); });
}

Result<Content> content(const Room& room, const Asker& asker, const std::string& id) {
  const auto one = show(room, asker, id);
  if (!one.ok()) return one.problem();
  if (const auto open = open_to(asker, *one); !open.ok()) return open.problem();
  if (!asker.locates && holds_place(*one)) return problem("attachments.place_hidden");
  auto bytes = room.contents.read(one->sm3, form_of(one->sealed));
  if (!bytes.ok()) return bytes.problem();
  return Content{*one, std::move(*bytes)};
}

Result<Content> picture(const Room& room, const Asker& asker, const std::string& id, Side side) {
  const auto one = show(room, asker, id);
  if (!one.ok()) return one.problem();
  if (const auto open = open_to(asker, *one); !open.ok()) return open.problem();
  if (one->look != Look::Done) return problem("attachments.not_drawn");
  auto bytes = room.contents.read(side == Side::Small ? one->small_sm3 : one->large_sm3, blobs::Form::Sealed);
  if (!bytes.ok()) return bytes.problem();
  return Content{*one, std::move(*bytes)};
}

Result<Attachment> withdraw(const Room& room, const Asker& asker, const std::string& id, const std::string& reason, Instant now) {
  if (const auto checked = check_reason(reason); !checked.ok()) return checked.problem();
  return db::decide(room.database, [&](db::Transaction& transaction) -> Result<Attachment> {
    auto one = found(room, transaction, asker, id);
    if (!one.ok()) return one.problem();
    if (one->account != asker.actor.account && asker.actor.role != k_bureau) return problem("attachments.not_yours", {{"person", one->person}});
    if (one->withdrawn) return problem("attachments.withdrawn", {{"reason", one->withdrawn->reason}});
    const std::string before = record_digest(*one);
    one->withdrawn = Withdrawal{now, asker.actor.account, asker.actor.name, reason};
    store::update(transaction, *one);
    ledger::append(transaction, {asker.actor, now, "attachment.withdraw", "attachment:" + id, before, record_digest(*one), "P-2.4f", reason});
    return one;
  });
}

Result<std::string> locate(const Room& room, const Asker& asker, const std::string& id, const std::string& reason, Instant now) {
  if (const auto checked = check_reason(reason); !checked.ok()) return checked.problem();
  return db::decide(room.database, [&](db::Transaction& transaction) -> Result<std::string> {
    const auto one = found(room, transaction, asker, id);
    if (!one.ok()) return one.problem();
    const auto place = place_of(room, *one);
    const auto device = device_place_of(room, *one);
    if (!place && !device) return problem("attachments.no_place");
    ledger::append(transaction, {asker.actor, now, "attachment.locate", "attachment:" + id, "", "", "P-2.4f", reason});
    const std::string camera = place ? written_position(place->first, place->second) : "";
    const std::string telephone = device ? written_position(device->latitude, device->longitude) + exactness(*device) : "";
    return camera + (camera.empty() || telephone.empty() ? "" : "; ") + telephone;
  });
}

std::string masked_place(const Room& room, const Attachment& attachment) {
  const auto place = place_of(room, attachment);
  return place ? masked_position(place->first, place->second) : "";
}

std::string masked_device_place(const Room& room, const Attachment& attachment) {
  const auto place = device_place_of(room, attachment);
  return place ? masked_position(place->latitude, place->longitude) + exactness(*place) : "";
}

std::vector<Attachment> evidence(db::Transaction& transaction, const std::string& kind, const std::string& start) { return store::list_under(transaction, kind, start); }

} // namespace ankao::attachments
