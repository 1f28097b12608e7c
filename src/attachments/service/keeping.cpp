// SPDX-License-Identifier: Apache-2.0
#include "attachments/service/keeping.hpp"

#include <algorithm>

#include "attachments/service/uploads.hpp"
#include "attachments/store/uploads.hpp"
#include "db/use_case.hpp"
#include "jobs/service/jobs.hpp"
#include "ledger/service/ledger.hpp"
#include "notices/service/notices.hpp"

namespace ankao::attachments {
namespace {

const ledger::Actor k_platform{"system", "平台", "system", "city"};
constexpr int k_collect_uploads_minutes = 60;
constexpr int k_scan_minutes = 60;
constexpr int k_collect_minutes = 24 * 60;
constexpr int k_scrub_minutes = 7 * 24 * 60;
constexpr std::int64_t k_day_ms = 24 * 3'600'000;
constexpr int k_batch = 100;

void note(db::Transaction& transaction, Instant now, const std::string& action, const Attachment& one, const std::string& before, const std::string& reason) {
  ledger::append(transaction, {k_platform, now, action, "attachment:" + one.id, before, record_digest(one), "P-2.4f", reason});
}

/// Drawn pictures show what the original shows: sealed like it.
Result<void> keep_drawn(const Room& room, const look::Found& found, Attachment& one) {
  for (const auto& [bytes, place] : {std::pair{&found.small, &one.small_sm3}, {&found.large, &one.large_sm3}}) {
    const auto stored = room.contents.put(*bytes, blobs::Form::Sealed, static_cast<std::int64_t>(look::k_largest_drawn));
    if (!stored.ok()) return stored.problem();
    *place = stored->sm3;
  }
  return {};
}

void take_facts(const Room& room, const look::Found& found, Attachment& one) {
  one.look = Look::Done;
  one.facts = {found.width, found.height, found.taken, found.zone, found.camera, found.software, found.position.has_value()};
  if (found.position)
    one.position = room.vault.seal("attachment.position:" + one.id, std::to_string(found.position->latitude) + "," + std::to_string(found.position->longitude));
}

std::string attachment_link(const Attachment& one) {
  if (one.subject.kind == "visit_item") return "/work/visits/" + one.subject.id.substr(0, one.subject.id.find(':'));
  if (one.subject.kind == "defect_before" || one.subject.kind == "defect_after") return "/work/problems/" + one.subject.id;
  if (one.subject.kind == "report") return "/work/reports?open=" + one.subject.id;
  return "/work/storage";
}

void take_verdict(const Room& room, const std::string& id, const Verdict& verdict, Instant now) {
  room.database.write([&](db::Transaction& transaction) {
    auto one = store::find(transaction, id);
    if (!one || one->scan != Scan::Unchecked) return;
    const std::string before = record_digest(*one);
    one->scan = verdict.scan;
    one->scan_note = verdict.note;
    store::update(transaction, *one);
    if (verdict.scan == Scan::Unchecked) return;
    note(transaction, now, verdict.scan == Scan::Infected ? "attachment.quarantine" : "attachment.clear", *one, before, verdict.note);
    if (verdict.scan == Scan::Infected) tell_infected(transaction, *one, now);
  });
}

std::set<std::string> names_of(const std::set<store::Named>& named) {
  std::set<std::string> out;
  for (const auto& one : named) out.insert(one.sm3);
  return out;
}

void tell_faults(db::Transaction& transaction, const store::ScrubRow& row) {
  const std::string counts = std::to_string(row.altered.size()) + " / " + std::to_string(row.missing.size());
  notices::send(transaction,
                {.to_account = {}, .to_role = "administrator", .scope = {}, .topic = "file.scrub", .title_zh = "文件核验发现问题", .title_en = "The check of files found faults",
                 .body_zh = "内容不符 / 缺失：" + counts + "。请从备份恢复文件目录。", .body_en = "Altered / missing: " + counts + ". Restore the files folder from a backup.", .link = "/work/storage",
                 .once_key = "file.scrub:" + std::to_string(row.at.ms)},
                row.at);
}

} // namespace

void tell_infected(db::Transaction& transaction, const Attachment& one, Instant now) {
  notices::send(transaction,
                {.to_account = {}, .to_role = "administrator", .scope = {}, .topic = "attachment.quarantine", .title_zh = "上传的文件带有病毒，已隔离", .title_en = "An uploaded file is infected and kept apart",
                 .body_zh = "账户 " + one.account + " 上传的文件（" + one.scan_note + "）已隔离，任何人都不能打开。", .body_en = "The file from account " + one.account + " (" + one.scan_note + ") is kept apart; nobody can open it.",
                 .link = attachment_link(one), .once_key = "attachment.quarantine:" + one.id},
                now);
}

Result<void> look_at(const Room& room, const std::string& id, Instant now) {
  const auto before = db::look(room.database, [&](db::Transaction& transaction) { return store::find(transaction, id); });
  if (!before || before->look != Look::Waiting) return {};
  const auto bytes = room.contents.read(before->sm3, form_of(before->sealed));
  if (!bytes.ok()) return bytes.problem();
  const auto kind = std::find_if(room.law.kinds.begin(), room.law.kinds.end(), [&](const KindRule& one) { return one.id == before->kind; });
  ensure(kind != room.law.kinds.end(), "a kind of file stays in the law");
  const auto found = room.looker.picture_of(*bytes, {kind->pixels, room.law.small, room.law.large});
  Attachment seen = *before;
  if (found.ok()) {
    if (const auto kept = keep_drawn(room, *found, seen); !kept.ok()) return kept.problem();
    take_facts(room, *found, seen);
  } else {
    seen.look = Look::Failed;
    seen.look_note = found.problem().id;
  }
  room.database.write([&](db::Transaction& transaction) {
    auto present = store::find(transaction, id);
    if (!present || present->look != Look::Waiting) return;
    // Withdrawn or judged by the scanner meanwhile: that stays.
    seen.withdrawn = present->withdrawn;
    seen.scan = present->scan;
    seen.scan_note = present->scan_note;
    store::update(transaction, seen);
    note(transaction, now, "attachment.look", seen, record_digest(*present), seen.look_note);
  });
  return {};
}

int scan_again(const Room& room, Instant now) {
  if (!room.scanner.address) return 0;
  int judged = 0;
  std::string last;
  for (;;) {
    const auto ids = db::look(room.database, [&](db::Transaction& transaction) { return store::unchecked(transaction, last, k_batch); });
    for (const std::string& id : ids) {
      const auto one = db::look(room.database, [&](db::Transaction& transaction) { return store::find(transaction, id); });
      const auto bytes = room.contents.read(one->sm3, form_of(one->sealed));
      if (!bytes.ok()) continue; // the scrub tells
      const Verdict verdict = scan(room.scanner, *bytes);
      take_verdict(room, id, verdict, now);
      judged += verdict.scan == Scan::Unchecked ? 0 : 1;
    }
    if (ids.size() < static_cast<std::size_t>(k_batch)) return judged;
    last = ids.back();
  }
}

store::ScrubRow scrub(const Room& room, Instant now) {
  const auto named = db::look(room.database, [](db::Transaction& transaction) { return store::named(transaction); });
  store::ScrubRow row{now, 0, {}, {}, 0};
  for (const blobs::Store* store : {&room.contents, &room.others}) {
    const blobs::Scrubbed scrubbed = store->scrub();
    row.sound += scrubbed.sound;
    for (const Problem& fault : scrubbed.faults) row.altered.push_back(fault.at.substr(0, 64));
  }
  for (const auto& one : named)
    if (!room.contents.has(one.sm3, form_of(one.sealed))) row.missing.push_back(one.sm3);
  const auto names = names_of(named);
  for (const auto& one : room.contents.list()) row.orphans += names.contains(one.sm3) ? 0 : 1;
  room.database.write([&](db::Transaction& transaction) {
    store::insert(transaction, row);
    ledger::append(transaction, {k_platform, now, "file.scrub", "storage:files", "", "", "P-2.4f",
                                 "sound " + std::to_string(row.sound) + ", altered " + std::to_string(row.altered.size()) + ", missing " + std::to_string(row.missing.size())});
    if (!row.altered.empty() || !row.missing.empty()) tell_faults(transaction, row);
  });
  return row;
}

std::int64_t collect_contents(const Room& room, Instant now) {
  const auto named = db::look(room.database, [](db::Transaction& transaction) { return store::named(transaction); });
  const std::int64_t gone = room.contents.collect(names_of(named), {now.ms - k_day_ms});
  if (gone > 0)
    room.database.write([&](db::Transaction& transaction) { ledger::append(transaction, {k_platform, now, "file.collect", "storage:files", "", "", "P-2.4f", std::to_string(gone)}); });
  return gone;
}

StorageState storage(const Room& room) {
  StorageState out;
  std::set<std::string> names;
  room.database.read([&](db::Transaction& transaction) {
    out.counts = store::counts(transaction);
    out.open_uploads = store::count_open(transaction);
    out.last_scrub = store::last_scrub(transaction);
    names = names_of(store::named(transaction));
  });
  for (const auto& one : room.contents.list()) {
    ++out.contents;
    out.disk_bytes += one.size;
    out.orphans += names.contains(one.sm3) ? 0 : 1;
  }
  out.scanner = room.scanner.address.has_value();
  return out;
}

void ask_for_scrub(const Room& room, const ledger::Actor& actor, Instant now) {
  room.database.write([&](db::Transaction& transaction) {
    jobs::enqueue(transaction, {k_scrub_job, "scrub", "", now});
    ledger::append(transaction, {actor, now, "storage.check", "storage:files", "", "", "P-2.4f", ""});
  });
}

void add_jobs(jobs::Kinds& kinds, const Room& room) {
  kinds.on(k_look_job, [&room](const jobs::Run& run) { return look_at(room, run.payload, run.now); });
  kinds.every("upload.collect", k_collect_uploads_minutes, [&room](const jobs::Run& run) -> Result<void> { return static_cast<void>(collect_uploads(room, run.now)), Result<void>{}; });
  kinds.every("file.scan", k_scan_minutes, [&room](const jobs::Run& run) -> Result<void> { return static_cast<void>(scan_again(room, run.now)), Result<void>{}; });
  kinds.every("file.collect", k_collect_minutes, [&room](const jobs::Run& run) -> Result<void> { return static_cast<void>(collect_contents(room, run.now)), Result<void>{}; });
  kinds.every(k_scrub_job, k_scrub_minutes, [&room](const jobs::Run& run) -> Result<void> { return static_cast<void>(scrub(room, run.now)), Result<void>{}; });
}

} // namespace ankao::attachments
