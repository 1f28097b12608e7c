// SPDX-License-Identifier: Apache-2.0
#include "notices/service/channels.hpp"

#include <algorithm>

#include "db/use_case.hpp"
#include "ledger/service/ledger.hpp"
#include "notices/service/notices.hpp"
#include "notices/store/notices.hpp"
#include "outbound/mail.hpp"
#include "outbound/webhook.hpp"

namespace ankao::notices {
namespace {

constexpr const char* k_mail = "channel.mail";
constexpr const char* k_webhook = "channel.webhook";

std::string context(const char* what, const std::string& account) { return std::string(what) + ":" + account; }

Result<std::string> opened(const vault::Vault& vault, const char* what, const std::string& account, const std::string& sealed) {
  return sealed.empty() ? Result<std::string>(std::string()) : vault.open(context(what, account), sealed);
}

store::Kept sealed(const vault::Vault& vault, const std::string& account, const Channels& clear) {
  store::Kept out;
  const auto put = [&](const char* what, const std::string& address, std::string& seal, std::string& digest) {
    if (address.empty()) return;
    seal = vault.seal(context(what, account), address);
    digest = vault.digest(what, address);
  };
  put(k_mail, clear.mail, out.mail, out.mail_digest);
  put(k_webhook, clear.webhook, out.webhook, out.webhook_digest);
  out.language = clear.language;
  out.inbox_only = clear.inbox_only;
  return out;
}

/// For the ledger: keyed, since an address can be guessed from a plain digest.
std::string mark_of(const vault::Vault& vault, const std::string& account, const Channels& one) {
  std::string all = one.mail + "\n" + one.webhook + "\n" + one.language;
  for (const auto& topic : one.inbox_only) all += "\n" + topic;
  return vault.digest(context("channel", account), all);
}

Result<void> check(const outbound::Settings& settings, const ChannelEdit& wanted) {
  if (wanted.mail && !wanted.mail->empty() && !outbound::is_address(*wanted.mail)) return problem("outbound.address_wrong", {{"value", *wanted.mail}}, "/mail");
  if (wanted.webhook && !wanted.webhook->empty())
    if (auto allowed = outbound::allow(settings.webhook, *wanted.webhook); !allowed.ok()) return allowed.problem();
  if (wanted.language != "zh" && wanted.language != "en") return problem("notices.language_unknown", {{"value", wanted.language}}, "/language");
  for (const auto& topic : wanted.inbox_only)
    if (std::find(k_topics.begin(), k_topics.end(), topic) == k_topics.end()) return problem("notices.topic_unknown", {{"value", topic}}, "/inbox_only");
  return {};
}

} // namespace

std::vector<vault::Column> sealed_columns() {
  return {{"notice_channel", "account", "mail_sealed", k_mail}, {"notice_channel", "account", "webhook_sealed", k_webhook}};
}

Result<Channels> channels_of(db::Transaction& transaction, const vault::Vault& vault, const std::string& account) {
  const store::Kept kept = store::channels(transaction, account);
  Channels out{"", "", kept.language, kept.inbox_only};
  for (const auto& [what, seal, clear] : {std::tuple{k_mail, &kept.mail, &out.mail}, std::tuple{k_webhook, &kept.webhook, &out.webhook}}) {
    auto found = opened(vault, what, account, *seal);
    if (!found.ok()) return found.problem();
    *clear = *found;
  }
  return out;
}

Result<Channels> edit_channels(db::Database& database, const vault::Vault& vault, const ledger::Actor& actor, const outbound::Settings& settings,
                               const ChannelEdit& wanted, Instant now) {
  if (const auto fine = check(settings, wanted); !fine.ok()) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Channels> {
    const auto before = channels_of(transaction, vault, actor.account);
    if (!before.ok()) return before.problem();
    const Channels after{wanted.mail.value_or(before->mail), wanted.webhook.value_or(before->webhook), wanted.language, wanted.inbox_only};
    store::put_channels(transaction, actor.account, sealed(vault, actor.account, after));
    ledger::append(transaction, {actor, now, "channel.edit", "account:" + actor.account, mark_of(vault, actor.account, *before), mark_of(vault, actor.account, after), "", ""});
    return after;
  });
}

Result<int> try_channels(db::Database& database, const ledger::Actor& actor, Instant now) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<int> {
    const store::Kept kept = store::channels(transaction, actor.account);
    if (kept.mail.empty() && kept.webhook.empty()) return problem("notices.no_channel");
    return send(transaction,
                {.to_account = actor.account, .to_role = {}, .scope = {}, .topic = "channel.test", .title_zh = "安考：测试通知", .title_en = "Ankao: test notice",
                 .body_zh = "这是由本人发出的测试通知。收到即表示这一通知方式可用。", .body_en = "You sent this test notice to yourself. It has come: this channel works.",
                 .link = "/work/notices", .once_key = {}},
                now);
  });
}

int seal_old_addresses(db::Database& database, const vault::Vault& vault) {
  return *db::decide(database, [&](db::Transaction& transaction) -> Result<int> {
    const auto old = store::clear_channels(transaction);
    for (const auto& [account, channels] : old) store::put_channels(transaction, account, sealed(vault, account, channels));
    return static_cast<int>(old.size());
  });
}

} // namespace ankao::notices
