// SPDX-License-Identifier: Apache-2.0
#include "db/support/postgres.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <poll.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace ankao::tests {
namespace {

namespace fs = std::filesystem;

constexpr const char* k_programs = "/usr/lib/postgresql/15/bin/";
constexpr int k_start_tries = 3;
constexpr int k_ready_tries = 1500;
constexpr int k_ready_pause_ms = 20;

/// PostgreSQL refuses to run as root; then its own user runs it.
const passwd* server_user() {
  if (::geteuid() != 0) return nullptr;
  const passwd* user = ::getpwnam("postgres");
  if (user == nullptr) throw std::runtime_error("there is no user postgres; install the package postgresql-15");
  return user;
}

void become(const passwd* user) {
  if (user == nullptr) return;
  if (::initgroups(user->pw_name, user->pw_gid) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0) ::_exit(126);
}

/// Starts a program with its output in `log`; it ends when this program ends.
pid_t start(const std::vector<std::string>& words, const fs::path& log) {
  const passwd* user = server_user();
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child > 0) return child;
  const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
  ::dup2(output, 1);
  ::dup2(output, 2);
  become(user);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  ::setenv("LC_ALL", "C", 1);
  if (::chdir("/") != 0) ::_exit(126);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

int free_port() {
  const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool bound = ::bind(handle, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
                     ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(handle);
  if (!bound) throw std::runtime_error("no free loopback port");
  return ntohs(address.sin_port);
}

void run_on(const std::string& url, const std::string& sql) {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(url.c_str()), &PQfinish);
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()), &PQclear);
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
    throw std::runtime_error("test server: " + sql + ": " + PQerrorMessage(connection.get()));
}

class Server {
public:
  Server() {
    if (!fs::exists(std::string(k_programs) + "initdb"))
      throw std::runtime_error("the tests need PostgreSQL 15: install the package postgresql-15 (tools/setup/packages.txt)");
    make_folder();
    initialise();
    for (int tries = 1; !started(); ++tries)
      if (tries >= k_start_tries) throw std::runtime_error("the test server did not start:\n" + text_of(folder_ / "log"));
    run_on(url("postgres"), "CREATE ROLE guarded LOGIN PASSWORD 'right-password'");
  }
  ~Server() {
    stop();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::string url(const std::string& database, const std::string& user = "owner") const {
    return "postgresql://" + user + "@127.0.0.1:" + std::to_string(port_) + "/" + database;
  }

  static Server& shared() {
    static Server server;
    return server;
  }

private:
  void make_folder() {
    std::string pattern = (fs::temp_directory_path() / "ankao-pg-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder for the test server");
    folder_ = pattern;
    const passwd* user = server_user();
    if (user != nullptr && ::chown(pattern.c_str(), user->pw_uid, user->pw_gid) != 0) throw std::runtime_error("chown failed");
  }

  void initialise() {
    const std::string data = (folder_ / "data").string();
    const pid_t child =
        start({std::string(k_programs) + "initdb", "-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"},
              folder_ / "log");
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status != 0) throw std::runtime_error("initdb failed:\n" + text_of(folder_ / "log"));
    std::ofstream(data + "/pg_hba.conf") << "host all guarded 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n";
  }

  bool started() {
    port_ = free_port();
    child_ = start({std::string(k_programs) + "postgres", "-D", (folder_ / "data").string(), "-h", "127.0.0.1", "-p", std::to_string(port_),
                    "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c",
                    "max_connections=200", "-c", "shared_buffers=64MB", "-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "autovacuum=off"},
                   folder_ / "log");
    for (int tries = 0; tries < k_ready_tries; ++tries) {
      if (PQping(url("postgres").c_str()) == PQPING_OK) return true;
      if (::waitpid(child_, nullptr, WNOHANG) == child_) break;
      ::poll(nullptr, 0, k_ready_pause_ms);
    }
    child_ = -1;
    return false;
  }

  void stop() {
    if (child_ <= 0) return;
    ::kill(child_, SIGQUIT);
    ::waitpid(child_, nullptr, 0);
  }

  fs::path folder_;
  int port_ = 0;
  pid_t child_ = -1;
};

} // namespace

namespace {

constexpr const char* k_empty = "";
constexpr const char* k_alone =
    "SET client_min_messages = error;"
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();";
constexpr const char* k_empty_again = "DROP SCHEMA public CASCADE; CREATE SCHEMA public AUTHORIZATION pg_database_owner; GRANT USAGE ON SCHEMA public TO PUBLIC";
/// A second copy of every row beside the tables; from it they are filled again.
constexpr const char* k_keep = "CREATE SCHEMA kept; DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP "
                               "EXECUTE format('CREATE UNLOGGED TABLE kept.%I AS TABLE public.%I', t, t); END LOOP; END $$";
constexpr const char* k_as_kept =
    "SET session_replication_role = replica; DO $$ DECLARE t text; BEGIN "
    "FOR t IN SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'kept') GROUP BY tablename LOOP "
    "EXECUTE format('DELETE FROM public.%I', t); EXECUTE format('INSERT INTO public.%I TABLE kept.%I', t, t); END LOOP; END $$";

/// Databases that a test has given back. Making and dropping one costs a quarter of a second each time; taking the rows out of it and,
/// for a prepared one, putting them back as they were, a tenth of that.
class Spare {
public:
  std::string take(const std::string& prepared, const std::function<void(const std::string& url)>& make) {
    auto& names = names_[prepared];
    if (!names.empty()) {
      std::string name = std::move(names.back());
      names.pop_back();
      return name;
    }
    std::string name = "test_" + std::to_string(++made_);
    run_on(Server::shared().url("postgres"), "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
    if (prepared == k_empty) return name;
    make(Server::shared().url(name));
    run_on(Server::shared().url(name), k_keep);
    return name;
  }
  void give_back(const std::string& prepared, const std::string& name) {
    run_on(Server::shared().url(name), std::string(k_alone) + (prepared == k_empty ? k_empty_again : k_as_kept));
    names_[prepared].push_back(name);
  }

  static Spare& shared() {
    static Spare spare;
    return spare;
  }

private:
  std::map<std::string, std::vector<std::string>> names_;
  int made_ = 0;
};

} // namespace

Postgres::Postgres()
    : Postgres(k_empty, {}) {}

Postgres::Postgres(const std::string& prepared, const std::function<void(const std::string& url)>& make)
    : prepared_(prepared)
    , name_(Spare::shared().take(prepared, make))
    , url_(Server::shared().url(name_)) {}

Postgres::~Postgres() {
  try {
    Spare::shared().give_back(prepared_, name_);
  } catch (const std::exception&) { // a test that changed the tables themselves: the database is used no more and goes with the server
  }
}

std::string Postgres::url_as(const std::string& user_and_password) const { return Server::shared().url(name_, user_and_password); }

void Postgres::run(const std::string& sql) const { run_on(url_, sql); }

void Postgres::end_sessions() const {
  run_on(Server::shared().url("postgres"), "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + name_ + "'");
}

} // namespace ankao::tests
