// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include "api/endpoints.hpp"
#include "planning/routes/parts.hpp"
#include "planning/routes/timetable_api.hpp"
#include "planning/service/feeds.hpp"
#include "planning/service/timetable.hpp"
#include "planning/store/feeds.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Endpoints;
using ::ankao::api::None;
using ::ankao::api::Reply;
using ::ankao::api::Spec;
using ::ankao::api::Verb;

namespace {

Spec spec(Verb verb, const char* path, const char* operation, const char* summary, const char* permission) {
  Spec out;
  out.verb = verb;
  out.path = path;
  out.operation = operation;
  out.access = Access::Permission;
  out.summary = summary;
  out.clauses = {"S-2.3", "S-5.1a"};
  out.permission = permission;
  return out;
}

dto::SessionItem item_of(const World& world, const SeenSession& seen, Language language) {
  const auto& r = seen.session;
  dto::SessionItem item{r.id, r.date, r.slot, r.site, r.site_name, r.district, r.room, r.room_name, r.subject, subject_name(world, r.subject, language), r.subject == k_theory, r.seats, r.candidates, {}};
  for (const auto& [seat, b] : seen.seats) item.batches.push_back({seat.batch, b.class_id, b.institution, b.institution_name, b.kind, b.own_school, seat.candidates});
  return item;
}

std::vector<dto::TimetableChoice> choices(const std::map<std::string, std::string>& names) {
  std::vector<dto::TimetableChoice> out;
  for (const auto& [id, name] : names) out.push_back({id, name});
  return out;
}

/// What there is to choose from: sites and institutions of the reach, rooms of the site chosen.
void add_choices(dto::TimetableView& view, const std::vector<SeenSession>& reach, const std::string& site, bool own_seats) {
  std::map<std::string, std::string> sites, rooms, institutions;
  for (const auto& [session, seats] : reach) {
    sites[session.site] = session.site_name;
    if (session.site == site) rooms[session.room] = session.room_name;
    if (own_seats) continue;
    for (const auto& one : seats) institutions[one.batch.institution] = one.batch.institution_name;
  }
  view.sites = choices(sites);
  view.rooms = choices(rooms);
  view.institutions = choices(institutions);
}

void add_sessions(db::Transaction& transaction, const World& world, dto::TimetableView& view, const PlanVersion& plan, const Sight& sight, Language language) {
  const PlanKey key{plan.month, plan.version};
  Sight whole = sight;
  if (view.reach != "site") whole.site.clear();
  whole.room.clear();
  if (!sight.own_seats) whole.institution.clear();
  const auto reach = seen_sessions(transaction, key, whole);
  add_choices(view, reach, sight.site, sight.own_seats);
  for (const auto& seen : whole == sight ? reach : seen_sessions(transaction, key, sight)) {
    view.sessions.push_back(item_of(world, seen, language));
    view.seats += seen.session.seats;
    view.candidates += seen.session.candidates;
    for (const auto& one : seen.seats) view.own += one.seat.candidates;
  }
  for (auto& day : calendar_view(transaction, world, plan, {plan.month, plan.version, "", "", ""}).days) {
    day.cells.clear();
    view.days.push_back(std::move(day));
  }
  view.slots = plan.slots;
  view.version = plan.version;
  for (const auto& step : plan.steps)
    if (step.step == "plan.publish") view.published_at = to_string(step.at);
}

Result<dto::TimetableView> timetable(const World& world, const Call& call, const dto::TimetableQuery& query) {
  const auto actor = call.caller.actor();
  const auto sight = sight_of(actor, {"", query.site, query.room, query.institution, false});
  if (!sight.ok()) return sight.problem();
  const auto wanted = parse_month(query.month);
  if (!query.month.empty() && !wanted) return problem("planning.month_unknown", {{"month", query.month}}, "month");
  return look(world.database, [&](db::Transaction& transaction) -> Result<dto::TimetableView> {
    dto::TimetableView view;
    view.reach = registry::scope_of(actor).kind;
    const auto months = months_in_force(transaction);
    for (const auto& month : months) view.months.push_back(to_string(month));
    const Month today = month_of(date_of(call.now));
    const Month month = wanted ? *wanted : month_to_show(months, today).value_or(today);
    view.month = to_string(month);
    if (const auto plan = published_version(transaction, month)) add_sessions(transaction, world, view, *plan, *sight, call.language);
    return view;
  });
}

dto::FeedItem item_of(const Feed& feed) {
  return {feed.id, feed.label, feed.language, feed.sight.site, feed.sight.room, feed.sight.institution, feed.created_at, feed.revoked_at, feed.read_on};
}

void add_feeds(Endpoints& endpoints, const World& world, const FeedPorts& ports) {
  endpoints.add<None, dto::FeedList>(spec(Verb::Get, "/api/feeds", "feed.list", "The caller's calendar feeds", "feed.keep"), [&world](const Call& call, const None&) -> Result<dto::FeedList> {
    dto::FeedList list;
    for (const auto& one : list_feeds(world, call.caller.actor())) list.items.push_back(item_of(one));
    return list;
  });
  endpoints.add<dto::FeedBody, dto::FeedMade>(
      spec(Verb::Post, "/api/feeds", "feed.create", "A secret address for calendar programs, told once", "feed.keep"), [&world, ports](const Call& call, const dto::FeedBody& body) -> Result<dto::FeedMade> {
        const Sight asked{"", body.site.value_or(""), body.room.value_or(""), body.institution.value_or(""), false};
        const auto made = create_feed(world, ports, {call.caller.actor(), call.now}, asked, body.label, body.language.value_or("zh"));
        if (!made.ok()) return made.problem();
        return dto::FeedMade{item_of(made->feed), ports.address + "/api/feeds/" + made->secret + ".ics"};
      });
  endpoints.add<dto::FeedOf, dto::FeedItem>(spec(Verb::Post, "/api/feeds/{id}/revoke", "feed.revoke", "The address ends at once", "feed.keep"),
                                            [&world](const Call& call, const dto::FeedOf& body) -> Result<dto::FeedItem> {
                                              const auto done = revoke_feed(world, {call.caller.actor(), call.now}, body.id);
                                              if (!done.ok()) return done.problem();
                                              return item_of(*done);
                                            });
  Spec reading = spec(Verb::Get, "/api/feeds/{secret}", "feed.read", "A feed, for whoever holds its address (RFC 5545)", "");
  reading.access = Access::Public;
  endpoints.add<dto::FeedSecret, Reply<::ankao::api::Download>>(reading, [&world, ports](const Call& call, const dto::FeedSecret& query) -> Result<Reply<::ankao::api::Download>> {
    std::string secret = query.secret;
    if (secret.ends_with(".ics")) secret.resize(secret.size() - 4);
    auto text = read_feed(world, ports, secret, call.now);
    if (!text.ok()) return text.problem();
    return Reply<::ankao::api::Download>{{"ankao.ics", "text/calendar; charset=utf-8", std::move(*text)}, {{"cache-control", "private, no-cache"}}, 0};
  });
}

} // namespace

void add_timetable_routes(Endpoints& endpoints, const World& world, const FeedPorts& ports) {
  endpoints.add<dto::TimetableQuery, dto::TimetableView>(spec(Verb::Get, "/api/timetable", "timetable.show", "A month's sessions in the caller's reach", "timetable.view"),
                                                         [&world](const Call& call, const dto::TimetableQuery& query) { return timetable(world, call, query); });
  add_feeds(endpoints, world, ports);
}

} // namespace ankao::planning
