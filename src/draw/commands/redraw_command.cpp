// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "draw/check/check.hpp"
#include "draw/check/difference.hpp"
#include "draw/commands/console.hpp"
#include "draw/commands/run.hpp"
#include "draw/engine/redraw.hpp"
#include "draw/files/files.hpp"
#include "draw/files/lost_file.hpp"
#include "draw/rules/losses.hpp"
#include "program/command.hpp"
#include "program/files.hpp"

namespace ankao::draw {
namespace {

using Json = nlohmann::json;

Json places(const std::vector<PlaceChanged>& all) {
  Json out = Json::array();
  for (const PlaceChanged& p : all)
    out.push_back({{"date", p.date}, {"slot", p.slot}, {"site", p.site}, {"room", p.room}, {"candidates", p.candidates}, {"lost", p.lost}});
  return out;
}

std::string as_json(const Difference& d, const Plan& before, const Plan& now) {
  const auto levels = [](const Levels& l) { return Json{{"U", l.unplaced}, {"E", l.exceptions}, {"X", l.beyond_offer}, {"J", l.envy}, {"V", l.vacant}, {"Q", l.quality}}; };
  Json batches = Json::array();
  for (const BatchChanged& b : d.batches) batches.push_back({{"batch", b.batch}, {"left", places(b.left)}, {"came", places(b.came)}, {"without", b.without}});
  const Json out = {{"instance_sm3", now.instance_sm3}, {"hit", d.hit},           {"moved", d.moved},
                    {"without", d.without},             {"batches", batches},     {"levels_before", levels(before.levels)},
                    {"levels", levels(now.levels)}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string line(const Console& console, std::string_view sign, const PlaceChanged& p) {
  return fmt::format(fmt::runtime(console.say("  {} {} {} 考场 {}，{} 人{}\n", "  {} {} {} room {}, {} candidates{}\n")), sign, p.date, p.slot, p.room,
                     p.candidates, sign == "-" && !p.lost ? console.say("（为满足 R6 一并调整）", " (moves so that R6 holds)") : "");
}

std::string as_text(const Console& console, const Difference& d, const Plan& before, const Plan& now) {
  std::string out;
  for (const BatchChanged& b : d.batches) {
    out += fmt::format(fmt::runtime(console.say("批次 {}\n", "batch {}\n")), b.batch);
    for (const PlaceChanged& p : b.left) out += line(console, "-", p);
    for (const PlaceChanged& p : b.came) out += line(console, "+", p);
    if (b.without > 0) out += fmt::format(fmt::runtime(console.say("  未安排 {} 人\n", "  {} candidates without a place\n")), b.without);
  }
  out += fmt::format(fmt::runtime(console.say("失去考位 {} 人；调整 {} 人，其中 {} 人本月未能重新安排；其余保持不变\n",
                                              "{} candidates lost their place; {} move, of them {} without another place; everybody else stays\n")),
                     d.hit, d.moved, d.without);
  return out + std::string(console.say("级别 ", "levels ")) + text_of(before.levels) + " -> " + text_of(now.levels) + "\n";
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  return std::filesystem::equivalent(a, b, ignored);
}

Result<Lost> read_lost_file(const std::string& path, const Instance& instance) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.problem();
  return read_lost(*bytes, instance);
}

struct Order {
  std::string lost, out;
  std::optional<std::string> instance_out;
  Seed seed;
};

Result<Order> read_order(const Arguments& arguments) {
  const auto lost = arguments.option("--lost"), seed_text = arguments.option("--seed"), out = arguments.option("--out");
  if (!lost || !seed_text || !out)
    return problem("command.usage", {{"reason", !lost ? "--lost" : !seed_text ? "--seed" : "--out"}, {"usage", k_redraw_usage}});
  const auto seed = digest_from_hex(*seed_text);
  if (!seed) return problem("draw.seed_invalid", {{"found", *seed_text}});
  Order order{*lost, *out, arguments.option("--instance-out"), *seed};
  for (const std::string& written : {order.out, order.instance_out.value_or("-")})
    for (const std::string& read : {arguments.positional()[0], arguments.positional()[1], order.lost})
      if (same_file(read, written)) return problem("draw.out_is_input", {{"path", written}});
  return order;
}

/// The checker has the last word: neither an unlawful plan nor one that misses somebody who was hit leaves the program.
void ensure_right(const ReadInstance& after, const Plan& before, const Plan& now, const Difference& d, std::optional<Date> not_before) {
  const CheckReport report = check(after.instance, after.digest, now);
  ensure(check_redraw(after.instance, before, now, not_before).empty(), "the redraw moves people too soon, nothing was written");
  ensure(report.lawful(), "the redrawn plan is not lawful, nothing was written");
  ensure(d.moved >= d.hit, "somebody who was hit stays, nothing was written");
}

} // namespace

int run_redraw(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_redraw_usage, 2, 2, {"--json"}, {"--lost", "--seed", "--out", "--instance-out", "--lang"}});
  if (!arguments) return refuse_usage(arguments.problem());
  const Console console(*arguments);
  const auto order = read_order(*arguments);
  if (!order) return console.refuse(order.problem());
  const auto both = read_both(console, arguments->positional(), Citation::MustMatch);
  if (!both) return k_exit_bad;
  const CheckReport report = check(both->instance, both->digest, both->plan);
  if (!report.lawful())
    return console.refuse(problem("draw.redraw_not_lawful", {{"rule", report.breaches.front().rule}, {"count", std::to_string(report.breaches.size())}}),
                          arguments->positional()[1]);
  if (both->plan.seed == to_hex(order->seed)) return console.refuse(problem("draw.seed_not_fresh", {{"seed", both->plan.seed}}));
  const auto lost = read_lost_file(order->lost, both->instance);
  if (!lost) return console.refuse(lost.problem(), lost.problem().at.empty() ? std::string() : order->lost);
  const std::string after_bytes = write_instance(after_loss(both->instance, *lost));
  const auto after = read_instance(after_bytes);
  ensure(after.ok(), "the instance after a loss is an instance");

  const auto redrawn = lost->not_before ? redraw(after->instance, after->digest, both->plan, order->seed, *lost->not_before)
                                        : Result<Plan>(redraw(after->instance, after->digest, both->plan, order->seed));
  if (!redrawn) return console.refuse(redrawn.problem());
  const Plan& now = *redrawn;
  const Difference changed = difference(after->instance, both->plan, now);
  ensure_right(*after, both->plan, now, changed, lost->not_before);
  if (order->instance_out) {
    const auto written = write_file(*order->instance_out, after_bytes);
    if (!written) return console.refuse(written.problem());
  }
  const auto written = write_file(order->out, write_plan(now));
  if (!written) return console.refuse(written.problem());
  if (order->out != "-")
    Console::print(arguments->has("--json") ? as_json(changed, both->plan, now) : as_text(console, changed, both->plan, now));
  return k_exit_done;
}

} // namespace ankao::draw
