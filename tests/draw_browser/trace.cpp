// SPDX-License-Identifier: Apache-2.0
// Every answer of a session, natively, one a line; same.mjs asks WebAssembly for the same and compares byte by byte.
//   ankao_draw_trace make DIR            writes records of many kinds
//   ankao_draw_trace trace FILE          name of the call, then its answer
//   ankao_draw_trace flips FILE COUNT    COUNT bits at random places (0: one bit of every byte, another every time around), each with what finds it
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <nlohmann/json.hpp>

#include "draw/browser/session.hpp"
#include "draw/support/city_instance.hpp"
#include "draw/support/random_instance.hpp"
#include "draw_bundle/support/redraws.hpp"
#include "program/files.hpp"

namespace ankao::draw {
namespace {

using Json = nlohmann::json;

constexpr const char* k_looks_by_name[] = {"digests", "ceremony", "records", "rules", "redraw"};

void line(std::string_view what, std::string_view answer) {
  std::fwrite(what.data(), 1, what.size(), stdout);
  std::fputc(' ', stdout);
  std::fwrite(answer.data(), 1, answer.size(), stdout);
  std::fputc('\n', stdout);
}

void trace(const std::string& bytes) {
  browser::Session session([](std::string_view told) { line("told", told); });
  line("about", browser::Session::about());
  line("open", session.open(bytes));
  for (const char* look : k_looks_by_name) line(look, session.look(look));
  const std::string people = session.people();
  line("people", people);
  if (people == "null") return;
  const Json listed = Json::parse(people);
  for (const Json& one : listed["institutions"]) line("institution", session.institution(one["id"].get<std::string>()));
}

/// "id at" of the first finding, or nothing.
std::string found(browser::Session& session, const std::string& bytes) {
  const Json opened = Json::parse(session.open(bytes));
  const auto told = [](const Json& finding) { return finding["id"].get<std::string>() + " " + finding["at"].get<std::string>(); };
  if (!opened["ok"].get<bool>()) return told(opened["finding"]);
  for (const char* look : k_looks_by_name) {
    const Json answer = Json::parse(session.look(look));
    if (!answer["findings"].empty()) return told(answer["findings"][0]);
  }
  return "";
}

int flips(const std::string& good, int count) {
  browser::Session session;
  testing::Chance chance(20240306);
  int missed = 0;
  const int all = count > 0 ? count : static_cast<int>(good.size());
  for (int i = 0; i < all; ++i) {
    const int at = count > 0 ? chance.between(0, static_cast<int>(good.size()) - 1) : i;
    const int bit = count > 0 ? chance.between(0, 7) : i % 8;
    std::string bad = good;
    bad[static_cast<std::size_t>(at)] = static_cast<char>(static_cast<unsigned char>(bad[static_cast<std::size_t>(at)]) ^ (1U << bit));
    const std::string what = found(session, bad);
    if (what.empty()) ++missed;
    line("flip " + std::to_string(at) + " " + std::to_string(bit), what);
  }
  return missed == 0 ? 0 : 1;
}

void put(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  ensure(file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fclose(file) == 0, "a record of the test is written");
}

/// A record of an instance that nobody prepared: waivers are missing in it, and the parts say so alike.
Bundle record_of(Instance instance, std::int64_t work) {
  Bundle b = testing::good_bundle();
  b.instance = std::move(instance);
  b.records = {};
  b = testing::finished(std::move(b));
  EngineOptions options;
  options.work_limit = work;
  b.engine = engine_id(options);
  b.plan = solve(b.instance, b.instance_digest, *digest_from_hex(b.seed), options);
  return b;
}

void make(const std::string& folder) {
  put(folder + "/little.json", write_bundle(testing::good_bundle()));
  put(folder + "/redraw.json", write_bundle(testing::good_redraw()));
  for (int seed = 1; seed <= 12; ++seed)
    put(folder + "/random-" + std::to_string(seed) + ".json", write_bundle(record_of(testing::random_instance(static_cast<std::uint64_t>(seed), 1 + seed % 4), 20'000)));
  put(folder + "/city.json", write_bundle(record_of(testing::city_instance(1, 1), 3'000'000)));
  Bundle bent = testing::good_bundle();
  bent.plan.sessions.front().seats.front().candidates += 1;
  put(folder + "/unlawful.json", write_bundle(bent));
  put(folder + "/cut.json", write_bundle(testing::good_bundle()).substr(0, 1000));
  put(folder + "/nothing.json", "");
}

} // namespace
} // namespace ankao::draw

int main(int count, char** words) {
  const std::string verb = count > 2 ? words[1] : "";
  if (verb == "make") return ankao::draw::make(words[2]), 0;
  const auto bytes = count > 2 ? ankao::read_file(words[2]) : ankao::problem("command.usage");
  if (bytes.ok() && verb == "trace") return ankao::draw::trace(*bytes), 0;
  if (bytes.ok() && verb == "flips" && count > 3) return ankao::draw::flips(*bytes, std::atoi(words[3]));
  std::fputs("ankao_draw_trace make DIR | trace FILE | flips FILE COUNT\n", stderr);
  return 2;
}
