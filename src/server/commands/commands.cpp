// SPDX-License-Identifier: Apache-2.0
#include "server/commands/commands.hpp"

#include <cstdio>
#include <filesystem>
#include <system_error>

#include "db/db.hpp"
#include "identity/files/oidc_json.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "server/commands/demo.hpp"
#include "server/commands/files.hpp"
#include "server/commands/ledger.hpp"
#include "server/commands/keys.hpp"
#include "program/files.hpp"
#include "server/commands/serve.hpp"
#include "server/commands/setup.hpp"
#include "server/wiring.hpp"

namespace ankao::server {
namespace {

constexpr const char* k_serve_usage = "ankao serve [--database URL] [--port N] [--address A] [--assets DIR] [--data DIR] [--keys DIR] [--files DIR] [--oidc FILE] "
                                      "[--behind-proxy]";
constexpr const char* k_openapi_usage = "ankao openapi";

int refuse(const Problem& problem) {
  const auto& catalogue = problems::Catalogue::shipped();
  std::fprintf(stderr, "%s%s", catalogue.lines(problem, problems::Language::Chinese).c_str(),
               catalogue.lines(problem, problems::Language::English).c_str());
  return k_exit_bad;
}

Problem listen_problem(const ServeOptions& options, const std::error_code& error) {
  const char* const id = error == std::errc::address_in_use                                                     ? "serve.port_busy"
                         : error == std::errc::permission_denied                                                ? "serve.port_forbidden"
                         : error == std::errc::not_a_directory || error == std::errc::no_such_file_or_directory ? "serve.assets_missing"
                                                                                                                : "serve.address_unusable";
  return problem(
      id, {{"address", options.address}, {"port", std::to_string(options.port)}, {"assets", options.assets}, {"reason", error.message()}});
}

/// The database file in the data folder, which is made when it is missing.
Result<std::string> database_in(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return problem("file.unwritable", {{"path", folder}, {"reason", error.message()}});
  return "sqlite:" + (std::filesystem::path(folder) / "ankao.db").string();
}

/// The web build of this checkout, when there is one.
std::string assets_here() {
  const std::string built = "web/dist";
  return std::filesystem::exists(built + "/index.html") ? built : std::string();
}

Result<ServeOptions> read_options(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(
      words, ArgumentRules{k_serve_usage, 0, 0, {"--behind-proxy"}, {"--database", "--port", "--address", "--assets", "--data", "--keys", "--files", "--oidc"}});
  if (!arguments.ok()) return arguments.problem();
  const auto port = arguments->number("--port", 0, 65535);
  if (!port.ok()) return port.problem();
  ServeOptions options;
  options.port = static_cast<std::uint16_t>(port->value_or(8080));
  options.address = arguments->option("--address").value_or("127.0.0.1");
  options.assets = arguments->option("--assets").value_or(assets_here());
  options.behind_proxy = arguments->has("--behind-proxy");
  if (const auto url = arguments->option("--database")) {
    options.database = *url;
  } else {
    const Result<std::string> made = database_in(arguments->option("--data").value_or("var"));
    if (!made.ok()) return made.problem();
    options.database = *made;
  }
  if (const auto file = arguments->option("--oidc")) {
    const auto text = read_file(*file);
    if (!text.ok()) return text.problem();
    const auto provider = identity::oidc::read_provider(*text);
    if (!provider.ok()) return provider.problem();
    options.operated.provider = *provider;
  }
  options.places = places_of(options.database, arguments->option("--keys"), arguments->option("--files"));
  return options;
}

int run_serve(const std::vector<std::string>& words) {
  const Result<ServeOptions> options = read_options(words);
  if (!options.ok()) return refuse(options.problem());
  try {
    return serve(*options);
  } catch (const std::system_error& error) {
    return refuse(listen_problem(*options, error.code()));
  }
}

int run_openapi(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, ArgumentRules{k_openapi_usage, 0, 0, {}, {}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto database = db::open("sqlite::memory:");
  db::migrate(*database, migrations());
  const Platform platform(*database, {}, [] {});
  std::fputs(platform.endpoints().openapi().c_str(), stdout);
  return k_exit_done;
}

} // namespace

std::vector<Command> commands() {
  std::vector<Command> all = {{"serve", k_serve_usage, "启动服务 · serve the platform until Ctrl-C", run_serve},
          {"setup", k_setup_usage, "建库并导入通知名录 · make the database with the registry of the notice", run_setup},
          {"openapi", k_openapi_usage, "输出接口说明 · print the API as OpenAPI 3.1", run_openapi}};
  for (Command& one : ledger_commands()) all.push_back(std::move(one));
  for (Command& one : demo_commands()) all.push_back(std::move(one));
  for (Command& one : file_commands()) all.push_back(std::move(one));
  const auto keys = key_commands();
  all.insert(all.end(), keys.begin(), keys.end());
  return all;
}

} // namespace ankao::server
