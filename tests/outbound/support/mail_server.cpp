// SPDX-License-Identifier: Apache-2.0
#include "outbound/support/mail_server.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <arpa/inet.h>
#include <grp.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ankao::tests {
namespace {

namespace fs = std::filesystem;

constexpr const char* k_exim = "/usr/sbin/exim4";
constexpr int k_attempts = 500;
constexpr useconds_t k_step_us = 10'000;

sockaddr_in loopback(int port) {
  sockaddr_in out{};
  out.sin_family = AF_INET;
  out.sin_port = htons(static_cast<std::uint16_t>(port));
  out.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return out;
}

bool answers(int port) {
  const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(port);
  const bool open = ::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(handle);
  return open;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

// Debian's server gives up root for a user of its own, and keeps its daemon from others unless the configuration names them.
std::string run_by_whoever_tests() {
  if (::geteuid() == 0) return "";
  const passwd* user = ::getpwuid(::geteuid());
  const group* team = ::getgrgid(::getegid());
  if (user == nullptr || team == nullptr) throw std::runtime_error("the user who tests has no name");
  return std::string("exim_user = ") + user->pw_name + "\nexim_group = " + team->gr_name + "\nadmin_groups = " + team->gr_name + "\n";
}

} // namespace

int free_port() {
  const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool bound = ::bind(handle, reinterpret_cast<const sockaddr*>(&address), size) == 0 && ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(handle);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

MailServer::MailServer(Tls tls)
    : port_(free_port()) {
  if (!fs::exists(k_exim)) throw std::runtime_error("the test needs a mail server: apt-get install exim4-daemon-light");
  std::string pattern = (fs::temp_directory_path() / "ankao-mail-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = pattern;
  // Started by root, the server works as a user of its own.
  for (const char* sub : {"", "/spool", "/log"}) {
    fs::create_directories(folder_ + sub);
    fs::permissions(folder_ + sub, fs::perms::all);
  }
  configure(tls);
  process_ = ::fork();
  if (process_ == 0) {
    ::execl(k_exim, k_exim, "-bdf", "-C", (folder_ + "/exim.conf").c_str(), nullptr);
    ::_exit(127);
  }
  for (int i = 0; i < k_attempts && !answers(port_); ++i) ::usleep(k_step_us);
  if (!answers(port_)) throw std::runtime_error("exim did not start: " + text_of(folder_ + "/log/mainlog") + text_of(folder_ + "/log/paniclog"));
}

MailServer::~MailServer() {
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void MailServer::configure(Tls tls) const {
  std::ofstream config(folder_ + "/exim.conf");
  config << "spool_directory = " << folder_ << "/spool\nlog_file_path = " << folder_ << "/log/%slog\npid_file_path = " << folder_
         << "/pid\nprimary_hostname = localhost\nlocal_interfaces = 127.0.0.1\ndaemon_smtp_ports = " << port_
         << "\nqueue_only = true\nhost_lookup =\nrfc1413_hosts =\nauth_advertise_hosts = *\nacl_smtp_rcpt = check_rcpt\nkeep_environment =\n"
         << run_by_whoever_tests();
  if (tls == Tls::Offered) {
    config << "tls_advertise_hosts = *\ntls_certificate = " << certificate() << "\ntls_privatekey = " << folder_ << "/key.pem\n";
    const std::string made = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30000 -subj /CN=127.0.0.1 -addext "
                             "subjectAltName=IP:127.0.0.1 -keyout " + folder_ + "/key.pem -out " + certificate() + " 2>/dev/null && chmod 644 " + folder_ + "/key.pem";
    if (std::system(made.c_str()) != 0) throw std::runtime_error("openssl made no certificate");
  } else {
    config << "tls_advertise_hosts =\n";
  }
  config << "begin acl\ncheck_rcpt:\n  deny local_parts = missing\n       message = no such mailbox\n  accept domains = example.test\n"
            "         authenticated = *\n  deny message = relay not permitted\n"
            "begin authenticators\nplain:\n  driver = plaintext\n  public_name = PLAIN\n  server_prompts = :\n"
            "  server_condition = ${if and{{eq{$auth2}{ankao}}{eq{$auth3}{right-password}}}}\n  server_set_id = $auth2\n";
}

std::vector<std::string> MailServer::letters() const {
  std::vector<std::string> out;
  const std::string queue = folder_ + "/spool/input"; // made with the first letter
  if (!fs::exists(queue)) return out;
  for (const auto& entry : fs::directory_iterator(queue)) {
    std::string head = entry.path().string();
    if (!head.ends_with("-H")) continue;
    const std::string body = head.substr(0, head.size() - 1) + "D";
    out.push_back(text_of(head) + text_of(body));
  }
  return out;
}

} // namespace ankao::tests
