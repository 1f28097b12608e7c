// SPDX-License-Identifier: Apache-2.0
// A mail server of its own for tests: exim on a free loopback port, in a folder of its own, gone with the object. It takes letters for
// example.test from "ankao" with "right-password", has no mailbox "missing", and keeps what it took in its queue.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace ankao::tests {

class MailServer {
public:
  enum class Tls { Offered, None };
  explicit MailServer(Tls tls);
  ~MailServer();
  MailServer(const MailServer&) = delete;
  MailServer& operator=(const MailServer&) = delete;

  int port() const { return port_; }
  std::string certificate() const { return folder_ + "/cert.pem"; }
  /// Header and body of every letter taken, as they stand in the queue.
  std::vector<std::string> letters() const;

private:
  void configure(Tls tls) const;
  std::string folder_;
  int port_ = 0;
  pid_t process_ = 0;
};

/// A loopback port that nobody listens on.
int free_port();

} // namespace ankao::tests
