// SPDX-License-Identifier: Apache-2.0
#include "outbound/mail.hpp"

#include <cstring>

#include "outbound/curl.hpp"

namespace ankao::outbound {
namespace {

struct Source {
  std::string_view left;
};

std::size_t give(char* into, std::size_t size, std::size_t count, void* from) {
  auto& source = *static_cast<Source*>(from);
  const std::size_t taken = std::min(size * count, source.left.size());
  std::memcpy(into, source.left.data(), taken);
  source.left.remove_prefix(taken);
  return taken;
}

void aim(Transfer& transfer, const MailSettings& mail) {
  transfer.set(CURLOPT_URL, ("smtp://" + mail.host + ":" + std::to_string(mail.port) + "/ankao").c_str());
  transfer.set(CURLOPT_USE_SSL, long{mail.security == Security::StartTls ? CURLUSESSL_ALL : CURLUSESSL_NONE});
  if (mail.user.empty()) return;
  transfer.set(CURLOPT_USERNAME, mail.user.c_str());
  transfer.set(CURLOPT_PASSWORD, mail.password.c_str());
}

} // namespace

Result<void> send(const Settings& settings, Letter letter) {
  const MailSettings& mail = settings.mail;
  if (!mail.ready()) return problem("outbound.mail_not_set_up");
  letter.from = mail.from;
  const auto bytes = mime(letter);
  if (!bytes.ok()) return bytes.problem();
  Source source{*bytes};
  Transfer transfer("smtp", settings.timeout_s, mail.ca_file);
  aim(transfer, mail);
  transfer.set(CURLOPT_MAIL_FROM, ("<" + mail.from + ">").c_str());
  transfer.add("<" + letter.to + ">");
  transfer.use_lines(CURLOPT_MAIL_RCPT);
  transfer.set(CURLOPT_UPLOAD, 1L);
  transfer.set(CURLOPT_READFUNCTION, give);
  transfer.set(CURLOPT_READDATA, &source);
  const CURLcode code = transfer.run();
  if (code == CURLE_OK) return {};
  const long answer = transfer.answer();
  // Signing in may be mended by the operator; a mailbox that does not exist stays missing.
  const bool for_good = answer >= 550 && answer < 560 && code != CURLE_LOGIN_DENIED;
  if (for_good) return problem("outbound.mail_refused", {{"host", mail.host}, {"code", std::to_string(answer)}});
  return problem("outbound.mail_failed", {{"host", mail.host}, {"reason", transfer.fault(code)}});
}

} // namespace ankao::outbound
