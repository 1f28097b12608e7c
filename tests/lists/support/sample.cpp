// SPDX-License-Identifier: Apache-2.0
#include "lists/support/sample.hpp"

namespace ankao::lists::sample {
namespace {

Animal animal_at(const db::Rows& rows, std::size_t i) {
  Animal one;
  one.id = rows.text(i, "id");
  one.name = rows.text(i, "name");
  one.weight = rows.integer(i, "weight");
  one.born = make_date(2020, 2, 29);
  one.seen = Instant{1'709'602'200'000};
  if (one.weight % 2 == 0) one.fed = Instant{1'709'602'260'000};
  one.mood = one.weight % 2 == 0 ? Mood::Wild : Mood::Calm;
  one.wild = one.mood == Mood::Wild;
  one.traits = {"big", "unknown"};
  one.keeper = "张三";
  return one;
}

Result<AnimalsPage> read(db::Database& database, const AnimalsQuery& query, const Window& window) {
  return db::look(database, [&](db::Transaction& transaction) -> Result<AnimalsPage> {
    const std::string from = " FROM animal WHERE name LIKE $1";
    AnimalsPage page;
    page.total = transaction.query("SELECT count(*) AS n" + from, {"%" + query.q + "%"}).integer(0, "n");
    const auto rows = transaction.query("SELECT *" + from + " ORDER BY " + window.order + " LIMIT $2 OFFSET $3", {"%" + query.q + "%", std::int64_t{window.limit}, window.offset});
    for (std::size_t i = 0; i < rows.size(); ++i) page.items.push_back(animal_at(rows, i));
    return page;
  });
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

} // namespace

const List& animals() {
  static const List list{
      .id = "animals",
      .name = {"动物", "Animals"},
      .columns = {{.key = "name", .heading = {"名称", "Name"}, .width = 20, .sort = "name"},
                  {.key = "id", .heading = {"编号", "Number"}, .sort = "id", .hidden = true},
                  {.key = "weight", .heading = {"体重", "Weight"}, .kind = Kind::Number, .sort = "weight"},
                  {.key = "born", .heading = {"出生", "Born"}, .kind = Kind::Day},
                  {.key = "seen", .heading = {"所见", "Seen"}, .kind = Kind::Moment},
                  {.key = "fed", .heading = {"喂食", "Fed"}, .kind = Kind::Moment},
                  {.key = "mood", .heading = {"性情", "Mood"}, .kind = Kind::Code, .codes = options({{"calm", {"温和", "calm"}}, {"wild", {"狂野", "wild"}}})},
                  {.key = "wild", .heading = {"野生", "Wild"}, .kind = Kind::YesNo},
                  {.key = "traits", .heading = {"特征", "Traits"}, .kind = Kind::Code, .codes = options({{"big", {"大", "big"}}})},
                  {.key = "summary", .heading = {"概要", "Summary"},
                   .made = made_of<Animal>([](const Animal& one, Language) { return one.name + "/" + std::to_string(one.weight); })},
                  {.key = "keeper", .heading = {"饲养员", "Keeper"}, .hidden = true, .personal = true}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}}, {.name = "wild", .label = {"野生", "Wild"}, .kind = FilterKind::YesNo}},
      .tie = "id",
      .sort = "-weight",
      .export_limit = k_limit};
  return list;
}

api::Caller Cookies::caller(const http::Request& request, Instant) {
  const std::string who = request.cookie("who").value_or("");
  api::Caller caller;
  if (who.empty()) return caller;
  caller.account = who;
  caller.name = who == "boss" ? "园长" : who;
  caller.role = who == "boss" ? "boss" : "keeper";
  caller.scope_kind = "city";
  if (who == "boss") caller.permissions = {"filter.share"};
  return caller;
}

Zoo::Zoo(const std::string& kind, int count)
    : store_(kind) {
  auto steps = ledger::migrations();
  for (auto& step : lists::migrations()) steps.push_back(std::move(step));
  steps.push_back({9000, "animals", "CREATE TABLE animal (id TEXT PRIMARY KEY, name TEXT NOT NULL, weight BIGINT NOT NULL)"});
  db::migrate(database(), steps);
  database().write([count](db::Transaction& transaction) {
    std::vector<db::Values> rows;
    for (int i = 1; i <= count; ++i) rows.push_back({"a" + two_digits(i), "动物 " + std::to_string(i), std::int64_t{i / 3}});
    transaction.insert_many("animal", {"id", "name", "weight"}, rows);
  });
  lists::add<AnimalsQuery, AnimalsPage>(endpoints_, database(), animals(), {.path = "/api/animals", .operation = "animal.list", .access = api::Access::Public, .summary = "Animals"}, "animal.export",
                                        [this](const api::Call&, const AnimalsQuery& query, const Window& window) { return read(database(), query, window); });
  lists::add_routes(endpoints_, database(), {&animals()}, options({{"keeper", {"饲养员", "keeper"}}, {"boss", {"园长", "boss"}}}));
}

http::Response Zoo::call(http::Verb verb, const std::string& path, const std::string& who, const nlohmann::json& body, std::vector<std::pair<std::string, std::string>> query) {
  http::Request request;
  request.verb = verb;
  request.path = path;
  request.query = std::move(query);
  request.headers["x-ankao"] = "1";
  if (!who.empty()) request.headers["cookie"] = "who=" + who;
  if (!body.is_null()) {
    request.headers["content-type"] = "application/json";
    request.body = body.dump();
  }
  return endpoints_.handle(request);
}

http::Response Zoo::get(const std::string& path, std::vector<std::pair<std::string, std::string>> query, const std::string& who) {
  return call(http::Verb::Get, path, who, nullptr, std::move(query));
}

std::vector<std::string> Zoo::ids(std::vector<std::pair<std::string, std::string>> query) {
  const auto response = get("/api/animals", std::move(query));
  EXPECT_EQ(response.status, 200) << response.body;
  std::vector<std::string> out;
  const auto page = nlohmann::json::parse(response.body);
  for (const auto& item : page.at("items")) out.push_back(item.at("id"));
  return out;
}

void Zoo::rename(const std::string& id, const std::string& name) {
  database().write([&](db::Transaction& transaction) { transaction.execute("UPDATE animal SET name = $2 WHERE id = $1", {id, name}); });
}

std::vector<ledger::Written> Zoo::events(const std::string& subject) {
  return db::look(database(), [&](db::Transaction& transaction) { return ledger::time_line(transaction, subject); });
}

std::string problem_of(const http::Response& response) {
  const std::string type = nlohmann::json::parse(response.body).value("type", "");
  return type.substr(type.rfind(':') + 1);
}

} // namespace ankao::lists::sample
