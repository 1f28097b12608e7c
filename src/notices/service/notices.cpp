// SPDX-License-Identifier: Apache-2.0
#include "notices/service/notices.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "db/use_case.hpp"
#include "identity/service/holders.hpp"
#include "jobs/service/jobs.hpp"
#include "ledger/service/ledger.hpp"
#include "notices/service/channels.hpp"
#include "notices/store/notices.hpp"
#include "outbound/mail.hpp"
#include "outbound/webhook.hpp"
#include "problems/catalogue.hpp"

namespace ankao::notices {
namespace {

const ledger::Actor k_platform{"system", "平台", "system", "city"};
constexpr const char* k_deliver = "notice.deliver";

void note(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const std::string& action, const std::string& subject) {
  ledger::append(transaction, {actor, now, action, subject, "", "", "", ""});
}

std::string subject_of(const Delivery& delivery) { return "delivery:" + std::to_string(delivery.number); }

std::int64_t enqueue(db::Transaction& transaction, std::int64_t delivery, Instant now) {
  const std::string id = std::to_string(delivery);
  return jobs::enqueue(transaction, {k_deliver, "delivery:" + id, id, now});
}

void deliver_by(db::Transaction& transaction, std::int64_t notice, const std::string& account, const char* channel, Instant now) {
  const auto number = store::insert_delivery(transaction, notice, account, channel, now);
  Delivery delivery = *store::find_delivery(transaction, number);
  delivery.job = enqueue(transaction, number, now);
  store::update_delivery(transaction, delivery);
}

bool tell(db::Transaction& transaction, const std::string& account, const NewNotice& notice, Instant now) {
  if (store::told(transaction, account, notice.once_key)) return false;
  const auto number = store::insert(transaction, account, notice, now);
  const store::Kept channels = store::channels(transaction, account);
  const bool out = std::find(channels.inbox_only.begin(), channels.inbox_only.end(), notice.topic) == channels.inbox_only.end();
  if (out && !channels.mail.empty()) deliver_by(transaction, number, account, "mail", now);
  if (out && !channels.webhook.empty()) deliver_by(transaction, number, account, "webhook", now);
  note(transaction, k_platform, now, "notice.send", "notice:" + std::to_string(number));
  return true;
}

/// The id is the same for each try, so that a receiver can drop a second copy.
std::string id_of(const Delivery& delivery) { return "delivery-" + std::to_string(delivery.number); }

Result<void> hand_over(const outbound::Settings& settings, const Delivery& delivery, const Notice& notice, const Channels& channels, Instant now) {
  const bool english = channels.language == "en";
  const std::string& title = english ? notice.title_en : notice.title_zh;
  const std::string& body = english ? notice.body_en : notice.body_zh;
  if (delivery.channel == "mail") {
    if (channels.mail.empty()) return jobs::for_good(problem("notices.channel_removed"));
    const std::string domain = settings.mail.from.substr(settings.mail.from.find('@') + 1);
    return outbound::send(settings, outbound::Letter{"", channels.mail, title, body + "\n", id_of(delivery) + "@" + domain, now});
  }
  if (channels.webhook.empty()) return jobs::for_good(problem("notices.channel_removed"));
  const nlohmann::json post{{"topic", notice.topic}, {"title", title}, {"body", body}, {"link", notice.link}, {"sent_at", to_string(notice.sent_at)}};
  return outbound::send(settings, outbound::Post{channels.webhook, id_of(delivery), post.dump(), now});
}

/// Refusals that no further try mends.
bool lasting(const Problem& problem) {
  for (const char* id : {"outbound.mail_not_set_up", "outbound.mail_refused", "outbound.address_wrong", "outbound.letter_wrong", "outbound.webhook_not_set_up",
                         "outbound.webhook_not_allowed", "outbound.webhook_refused"})
    if (problem.id == id) return true;
  return jobs::is_for_good(problem);
}

void keep_outcome(db::Transaction& transaction, const jobs::Run& run, Delivery delivery, const Result<void>& result) {
  if (!jobs::holds(transaction, run)) return;
  delivery.state = "queued"; // a job that was cancelled and then tried again
  delivery.ended_at.reset();
  delivery.reason_zh = delivery.reason_en = "";
  if (result.ok()) {
    delivery.state = "sent";
  } else {
    const auto& catalogue = problems::Catalogue::shipped();
    delivery.reason_zh = catalogue.text(result.problem(), problems::Language::Chinese).title;
    delivery.reason_en = catalogue.text(result.problem(), problems::Language::English).title;
    if (run.last() || lasting(result.problem())) delivery.state = "failed";
  }
  if (delivery.state != "queued") {
    delivery.ended_at = run.now;
    note(transaction, k_platform, run.now, "delivery." + delivery.state, subject_of(delivery));
  }
  store::update_delivery(transaction, delivery);
}

/// What stands in the way of opening an address is no matter of the network: no further try mends it.
Result<void> hand_over(const outbound::Settings& settings, const Delivery& delivery, const Notice& notice, const Result<Channels>& channels, Instant now) {
  return channels.ok() ? hand_over(settings, delivery, notice, *channels, now) : jobs::for_good(channels.problem());
}

/// A job that ends without its handler, cancelled or lost with its worker, leaves no delivery waiting for it.
void stopped(db::Transaction& transaction, const jobs::Job& job, Instant now) {
  auto delivery = store::find_delivery(transaction, std::stoll(job.payload));
  if (!delivery || delivery->state != "queued" || delivery->job != job.number) return;
  const auto& catalogue = problems::Catalogue::shipped();
  const bool cancelled = job.state == jobs::State::Cancelled;
  const Problem reason = problem("notices.job_cancelled");
  delivery->reason_zh = cancelled ? catalogue.text(reason, problems::Language::Chinese).title : job.reason_zh;
  delivery->reason_en = cancelled ? catalogue.text(reason, problems::Language::English).title : job.reason_en;
  delivery->state = "failed";
  delivery->ended_at = now;
  store::update_delivery(transaction, *delivery);
  note(transaction, k_platform, now, "delivery.failed", subject_of(*delivery));
}

Result<void> deliver(db::Database& database, const vault::Vault& vault, const outbound::Settings& settings, const jobs::Run& run) {
  std::optional<Delivery> delivery;
  Notice notice;
  Result<Channels> channels = Channels{};
  database.read([&](db::Transaction& transaction) {
    delivery = store::find_delivery(transaction, std::stoll(run.payload));
    ensure(delivery.has_value(), "a delivery stays as long as its job");
    notice = *store::find(transaction, delivery->notice);
    channels = channels_of(transaction, vault, delivery->account);
  });
  if (delivery->state == "sent") return {}; // the process died between sending's record and the job's
  const Result<void> result = hand_over(settings, *delivery, notice, channels, run.now);
  database.write([&](db::Transaction& transaction) { keep_outcome(transaction, run, *delivery, result); });
  return !result.ok() && lasting(result.problem()) ? jobs::for_good(result.problem()) : result;
}

} // namespace

int send(db::Transaction& transaction, const NewNotice& notice, Instant now) {
  ensure(notice.to_account.empty() != notice.to_role.empty(), "a notice goes to a person or to a role");
  const auto people = notice.to_account.empty() ? identity::holders(transaction, notice.to_role, notice.scope) : std::vector{notice.to_account};
  int told = 0;
  for (const auto& account : people) told += tell(transaction, account, notice, now) ? 1 : 0;
  return told;
}

void add_jobs(jobs::Kinds& kinds, db::Database& database, const vault::Vault& vault, const outbound::Settings& settings) {
  kinds.on(k_deliver, [&database, &vault, &settings](const jobs::Run& run) { return deliver(database, vault, settings, run); });
  kinds.stopped(k_deliver, stopped);
}

Result<Notice> read(db::Database& database, const ledger::Actor& actor, std::int64_t number, Instant now) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Notice> {
    auto notice = store::find(transaction, number);
    if (!notice || notice->account != actor.account) return problem("notices.unknown", {{"number", std::to_string(number)}}, "number");
    if (notice->read_at) return *notice;
    store::mark_read(transaction, number, now);
    note(transaction, actor, now, "notice.read", "notice:" + std::to_string(number));
    notice->read_at = now;
    return *notice;
  });
}

Result<Delivery> retry_delivery(db::Database& database, const ledger::Actor& actor, std::int64_t number, Instant now) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Delivery> {
    auto delivery = store::find_delivery(transaction, number);
    if (!delivery) return problem("notices.delivery_unknown", {{"number", std::to_string(number)}}, "number");
    if (delivery->state != "failed") return problem("notices.delivery_not_failed", {{"number", std::to_string(number)}}, "number");
    // The job that failed may not be recorded as dead yet; a fresh one, with all its tries, comes after it.
    const auto job = jobs::find(transaction, delivery->job);
    if (job && job->state == jobs::State::Running) return problem("notices.delivery_not_failed", {{"number", std::to_string(number)}}, "number");
    delivery->job = enqueue(transaction, number, now);
    delivery->state = "queued";
    delivery->ended_at.reset();
    store::update_delivery(transaction, *delivery);
    note(transaction, actor, now, "delivery.retry", subject_of(*delivery));
    return *delivery;
  });
}

} // namespace ankao::notices
