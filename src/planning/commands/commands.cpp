// SPDX-License-Identifier: Apache-2.0
#include "planning/commands/commands.hpp"

#include <chrono>
#include <cstdio>

#include "identity/files/roles.hpp"
#include "identity/files/settings.hpp"
#include "identity/service/identity.hpp"
#include "identity/service/second.hpp"
#include "planning/demo/open.hpp"
#include "planning/files/booking_sheet.hpp"
#include "planning/service/plans.hpp"
#include "planning/store/plans.hpp"
#include "problems/catalogue.hpp"
#include "program/arguments.hpp"
#include "program/files.hpp"
#include "registry/demo/conditions.hpp"
#include "registry/service/snapshot.hpp"
#include "vault/place.hpp"
#include "vault/vault.hpp"

namespace ankao::planning {

namespace {

constexpr const char* k_bookings_usage =
    "ankao demo bookings [--seed N] [--load L] [--month YYYY-MM] [--out FILE] [--bookings FILE.xlsx] [--database URL]";
constexpr const char* k_city_usage = "ankao demo city --database URL [--seed N] [--load L] [--month YYYY-MM] [--keys DIR]";

int refuse(const Problem& problem) {
  std::fprintf(stderr, "%s\n", problems::Catalogue::shipped().lines(problem, problems::Language::Chinese).c_str());
  return k_exit_bad;
}

Instant system_now() {
  return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

const ledger::Actor k_demo_actor{"demo", "演示程序", "exam_organisation", "city"};
const ledger::Actor k_demo_bureau{"demo", "演示程序", "city_bureau", "city"};

bool has_calendar(const World& world, Month month) {
  return world.calendar.working(month.first()).has_value() && world.calendar.working(month.last()).has_value();
}

/// The month after today; when the calendar knows nothing of it, the last month it knows, and a word about it.
Result<Month> target_month(const World& world, const Arguments& arguments, Date today) {
  if (const auto text = arguments.option("--month")) {
    const auto month = parse_month(*text);
    if (!month) return problem("command.usage", {{"reason", "--month " + *text}, {"usage", k_bookings_usage}});
    if (!has_calendar(world, *month)) return problem("planning.demo_no_calendar", {{"month", *text}});
    return *month;
  }
  Month month = month_of(today).next();
  if (has_calendar(world, month)) return month;
  while (!has_calendar(world, month)) month = month.previous();
  std::fprintf(stderr, "%s 没有节假日数据，改用 %s · no holiday data, using the last month that has\n",
               to_string(month_of(today).next()).c_str(), to_string(month).c_str());
  return month;
}

/// Bookings are looked at on the 20th of the month before, whatever day the command runs: the same arguments give the same bytes.
Date looked_at(Month month) { return make_date(month.previous().year, month.previous().month, 20); }

Instant morning(Date day) { return {start_of(day).ms + 10 * 3'600'000LL}; }

/// Forty minutes ago, but on the same day: the register of the day is what is frozen.
Instant before_now(Instant now) { return std::max(start_of(date_of(now)), Instant{now.ms - 40 * 60'000LL}); }

struct Numbers {
  std::uint64_t seed = 1;
  int load = 1;
};

Result<Numbers> numbers_of(const Arguments& arguments) {
  const auto seed = arguments.number("--seed", 0, 9'000'000'000'000'000'000LL);
  if (!seed.ok()) return seed.problem();
  const auto load = arguments.number("--load", 1, 20);
  if (!load.ok()) return load.problem();
  return Numbers{static_cast<std::uint64_t>(seed->value_or(1)), static_cast<int>(load->value_or(3))};
}

int run_bookings(const std::vector<std::string>& words) {
  const auto arguments =
      Arguments::parse(words, {k_bookings_usage, 0, 0, {}, {"--seed", "--load", "--month", "--out", "--bookings", "--database"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  const auto numbers = numbers_of(*arguments);
  if (!numbers.ok()) return refuse(numbers.problem());
  const auto database = db::open(arguments->option("--database").value_or("sqlite::memory:"));
  migrate_for_demo(*database);
  const World world = shipped_world(*database);
  const auto month = target_month(world, *arguments, date_of(system_now()));
  if (!month.ok()) return refuse(month.problem());
  const DemoRequest request{numbers->seed, numbers->load, *month, looked_at(*month)};
  const Act act{k_demo_bureau, morning(request.as_of)};
  if (const auto laid = lay_ground(world, act, request); !laid.ok()) return refuse(laid.problem());
  const auto bookings = lay_bookings(world, act, request, true);
  const auto frozen = freeze_demo(world, act, *month);
  if (!frozen.ok()) return refuse(frozen.problem());
  if (const auto path = arguments->option("--bookings")) {
    const auto table = write_bookings(bookings, world.subject_names, path->ends_with(".csv"));
    if (!table.ok()) return refuse(table.problem());
    if (const auto done = write_file(*path, *table); !done.ok()) return refuse(done.problem());
  }
  const auto instance =
      look(*database, [&](db::Transaction& transaction) { return find_file(transaction, *month, frozen->version, "instance.json")->body; });
  std::fprintf(stderr, "演示数据 %s：%lld 批、%lld 人，SM3 %s · synthetic, no real figures\n", to_string(*month).c_str(),
               static_cast<long long>(frozen->batches), static_cast<long long>(frozen->candidates), frozen->instance_sm3.c_str());
  const auto done = write_file(arguments->option("--out").value_or("-"), instance + "\n");
  return done.ok() ? k_exit_done : refuse(done.problem());
}

struct DemoAccount {
  const char* id;
  const char* name;
  const char* role;
  const char* scope;
};

/// One of each role, and a second person where two sign; "@1" stands for the first institution with a site, "@2" for its site.
constexpr DemoAccount k_accounts[] = {{"shiju", "演示·市应急管理局", "city_bureau", ""},
                                      {"kaoshi", "演示·市考试机构", "exam_organisation", ""},
                                      {"quju", "演示·区应急管理局", "district_bureau", "440111"},
                                      {"jigou", "演示·培训机构", "institution", "@1"},
                                      {"kaodian", "演示·考试点", "exam_site", "@2"},
                                      {"kaoping", "演示·考评员", "examiner", ""},
                                      {"jiankao", "演示·监考人员", "examiner", ""},
                                      {"shenji", "演示·审计", "auditor", ""},
                                      {"guanli", "演示·系统管理员", "administrator", ""},
                                      {"shiling", "演示·市局领导", "city_bureau", ""},
                                      {"quling", "演示·区局领导", "district_bureau", "440111"}};

/// Whose roles decide also get a device, whose secret is printed: `ankao totp` makes its codes.
Result<void> open_accounts(const World& world, const std::string& keys, Instant now) {
  if (const auto prepared = vault::prepare(world.database, keys, now); !prepared.ok()) return prepared.problem();
  const auto vault = vault::Vault::open_with(world.database, keys);
  if (!vault.ok()) return vault.problem();
  identity::SystemRandom random;
  identity::Identity identity(world.database, identity::shipped_roles(), identity::shipped_settings(), random);
  identity::Second second(world.database, identity, **vault, random);
  const auto site = look(world.database,
                         [&](db::Transaction& transaction) { return registry::snapshot(transaction, date_of(now)).sites.front().record; });
  std::printf("演示账户（账户、密码、动态口令密钥）· demo accounts: account, password, secret of the one-time codes (ankao totp)\n");
  for (const auto& one : k_accounts) {
    const std::string scope = one.scope;
    identity::NewAccount wanted{one.id,       one.name,
                                one.role,     scope == "@1" ? site.owner : scope == "@2" ? site.id : scope,
                                std::nullopt, identity::PasswordState::Chosen};
    const auto opened = identity.create_account(k_demo_bureau, wanted, now);
    if (!opened.ok()) return opened.problem();
    std::string secret = "-";
    if (identity.roles().find(one.role)->decides) {
      const auto handed = second.hand_over(k_demo_bureau, one.id, now);
      if (!handed.ok()) return handed.problem();
      secret = *handed;
    }
    std::printf("  %-10s %-18s %-32s %s\n", one.id, opened->password.c_str(), secret.c_str(), one.name);
  }
  return {};
}

bool stands(const World& world, Date today) {
  return look(world.database, [&](db::Transaction& transaction) {
    return !registry::snapshot(transaction, today).institutions.empty() || !newest_versions(transaction).empty();
  });
}

/// The month after, left at the collecting stage so that the desk has work.
Result<void> open_next(const World& world, const Act& act, const DemoRequest& first) {
  DemoRequest next = first;
  next.month = first.month.next();
  next.seed = first.seed + 1;
  next.load = 1;
  Announcement announcement;
  announcement.month = next.month;
  announcement.announced_source = k_demo_source;
  announcement.demo = true;
  const auto opened = announce(world, act, announcement);
  if (!opened.ok()) return opened.problem();
  lay_bookings(world, act, next, false);
  if (!has_calendar(world, next.month))
    std::printf("%s 的节假日安排尚未公布，编制台会提示 · no holiday data yet, the desk says so\n", to_string(next.month).c_str());
  return {};
}

int run_city(const std::vector<std::string>& words) {
  const auto arguments = Arguments::parse(words, {k_city_usage, 0, 0, {}, {"--seed", "--load", "--month", "--database", "--keys"}});
  if (!arguments.ok()) return refuse(arguments.problem());
  if (!arguments->option("--database")) return refuse(problem("command.usage", {{"reason", "--database"}, {"usage", k_city_usage}}));
  const auto numbers = numbers_of(*arguments);
  if (!numbers.ok()) return refuse(numbers.problem());
  const auto database = db::open(*arguments->option("--database"));
  migrate_for_demo(*database);
  db::migrate(*database, vault::migrations());
  db::migrate(*database, identity::migrations());
  const World world = shipped_world(*database);
  const Instant now = system_now();
  if (stands(world, date_of(now))) {
    std::printf("数据库中已有数据，未作改动 · the database holds data already, nothing was done\n");
    return k_exit_done;
  }
  const auto month = target_month(world, *arguments, date_of(now));
  if (!month.ok()) return refuse(month.problem());
  const DemoRequest request{numbers->seed, numbers->load, *month, std::min(looked_at(*month), date_of(now))};
  const Act desk{k_demo_actor, now};
  const Act bureau{k_demo_bureau, now};
  std::fprintf(stderr, "名录 · register\n");
  if (const auto laid = lay_ground(world, bureau, request); !laid.ok()) return refuse(laid.problem());
  lay_bookings(world, desk, request, true);
  std::fprintf(stderr, "排考 %s · draw\n", to_string(*month).c_str());
  // The ceremony lies behind when the city opens.
  const Act earlier{k_demo_bureau, before_now(now)};
  if (const auto frozen = freeze_demo(world, earlier, *month); !frozen.ok()) return refuse(frozen.problem());
  const auto published = publish_demo(world, earlier, *month);
  if (!published.ok()) return refuse(published.problem());
  std::printf("演示城市：%s 计划已公示（%lld 批、%lld 人，已安排 %lld 人，%lld 场）· demo city, synthetic data\n",
              to_string(*month).c_str(), static_cast<long long>(published->batches), static_cast<long long>(published->candidates),
              static_cast<long long>(published->placed), static_cast<long long>(published->sessions));
  if (const auto next = open_next(world, desk, request); !next.ok()) return refuse(next.problem());
  const auto conditions = registry::lay_demo_conditions(*database, now);
  if (!conditions.ok()) return refuse(conditions.problem());
  std::printf("演示条件：%d 个单位，待核实 %d 个，有数值低于要求 %d 个 · demo conditions, synthetic data\n", conditions->places, conditions->waiting, conditions->below);
  if (const auto accounts = open_accounts(world, arguments->option("--keys").value_or(vault::keys_of(*arguments->option("--database"))), now); !accounts.ok()) return refuse(accounts.problem());
  return k_exit_done;
}

} // namespace

std::vector<Command> commands() {
  return {{"demo bookings", k_bookings_usage, "演示排考数据 · a labelled synthetic month as a draw instance", run_bookings},
          {"demo city", k_city_usage, "演示城市 · register, bookings, a published plan and accounts in an empty database", run_city}};
}

} // namespace ankao::planning
