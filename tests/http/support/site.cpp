// SPDX-License-Identifier: Apache-2.0
#include "http/support/site.hpp"

#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "http/problem_answer.hpp"
#include "http/server/compress.hpp"

namespace ankao::http::test {
namespace {

void write(const std::filesystem::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::filesystem::path make_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "ankao-http-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("the test has no temporary folder");
  return name;
}

void write_assets(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder / "web" / "assets");
  const std::string script = "// " + large_text(5000);
  write(folder / "web/index.html", "<!doctype html><title>安考</title>");
  write(folder / "web/app.js", script);
  write(folder / "web/alone.html", "<!doctype html><title>alone</title>");
  write(folder / "web/alone.html.policy", "default-src 'none'; script-src 'sha256-x'");
  write(folder / "web/app.js.gz", compressed(script, Encoding::Gzip, Effort::Thorough));
  write(folder / "web/app.js.br", compressed(script, Encoding::Brotli, Effort::Thorough));
  write(folder / "web/assets/x-1.css", "a{}");
  write(folder / "web/small.bin", "0123456789");
  write(folder / "web/large.bin", large_text(3'000'000));
  write(folder / "web/.secret", "hidden");
  write(folder / "outside.txt", "outside");
  std::filesystem::create_symlink(folder / "outside.txt", folder / "web/link.txt");
}

std::string_view verb_name(Verb verb) {
  switch (verb) {
  case Verb::Get:
    return "GET";
  case Verb::Head:
    return "HEAD";
  case Verb::Post:
    return "POST";
  case Verb::Put:
    return "PUT";
  case Verb::Delete:
    return "DELETE";
  case Verb::Other:
    break;
  }
  return "OTHER";
}

Response text(std::string body) {
  Response response;
  response.content_type = "text/plain; charset=utf-8";
  response.body = std::move(body);
  return response;
}

std::string described(const Request& request) {
  std::string out(verb_name(request.verb));
  out += " " + request.path;
  for (const auto& [name, value] : request.query) out += " " + name + "=" + value;
  return out + " [" + request.body + "]";
}

} // namespace

void Gate::open() {
  const std::lock_guard lock(mutex_);
  open_ = true;
  changed_.notify_all();
}

void Gate::wait_for_arrival() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return arrived_ > 0; });
}

void Gate::pass() {
  std::unique_lock lock(mutex_);
  ++arrived_;
  changed_.notify_all();
  changed_.wait(lock, [this] { return open_; });
}

Site::Site(Options options) {
  folder = make_folder();
  write_assets(folder);
  options.port = 0;
  options.assets = (folder / "web").string();
  options.log = [this](std::string_view lines) {
    const std::lock_guard lock(log_mutex_);
    log_ += lines;
  };
  server = std::make_unique<Server>(options, [this](Request& request) { return route(request); });
  server->start();
}

Site::~Site() {
  gate.open();
  server->stop();
  server.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

std::string Site::log() const {
  const std::lock_guard lock(log_mutex_);
  return log_;
}

Response Site::route(Request& request) {
  request.route = request.path;
  if (request.path == "/api/echo") return text(described(request));
  if (request.path == "/api/list") return list();
  if (request.path == "/api/big") return text(large_text(std::stoul(request.query_value("n").value_or("0"))));
  if (request.path == "/api/peer") return text(request.peer);
  if (request.path == "/api/fails") throw std::runtime_error("no row for 440101199001011234");
  if (request.path == "/api/events" || request.path == "/api/endless") return events(request.path);
  if (request.path == "/api/slow") {
    gate.pass();
    return text("slow");
  }
  Response response = text("");
  if (request.path == "/api/file")
    response.file = (folder / "web/large.bin").string();
  else if (request.path == "/api/headers")
    response.headers.emplace_back("x-value", request.query_value("value").value_or(""));
  else if (request.path == "/api/empty")
    response.status = 204;
  else
    return problem_answer(problem("http.not_found", {{"path", request.path}}), language_of(request), request.id);
  return response;
}

Response Site::list() {
  ++list_runs;
  Response response;
  response.body = "{\"version\":" + std::to_string(list_version.load()) + ",\"text\":\"" + large_text(4000) + "\"}";
  response.cacheable = true;
  return response;
}

Response Site::events(const std::string& kind) {
  Response response;
  response.stream = [this, kind](const std::shared_ptr<EventStream>& stream) {
    for (int i = 1; i <= 3; ++i) stream->send("step", "line " + std::to_string(i) + "\nmore");
    if (kind == "/api/events")
      stream->close();
    else
      endless_ = stream;
  };
  return response;
}

std::string large_text(std::size_t size) {
  std::string out;
  for (std::size_t i = 0; out.size() < size; ++i) out += std::to_string(i * 7919 % 10007) + " ";
  out.resize(size);
  return out;
}

} // namespace ankao::http::test
