// SPDX-License-Identifier: Apache-2.0
#include "server/wiring.hpp"

#include <cstdio>
#include <stdexcept>

#include <unistd.h>

#include "http/problem_answer.hpp"
#include "problems/catalogue.hpp"
#include "server/campaign_news.hpp"
#include "server/campaign_open.hpp"
#include "server/condition_news.hpp"
#include "server/decision_news.hpp"
#include "server/owners.hpp"
#include "server/second_news.hpp"
#include "server/subjects.hpp"
#include "server/system_clock.hpp"

#include "api/imports/import.hpp"
#include "api/once/once.hpp"
#include "attachments/files/law.hpp"
#include "attachments/routes/routes.hpp"
#include "attachments/service/attachments.hpp"
#include "attachments/service/keeping.hpp"
#include "attachments/store/attachments.hpp"
#include "vault/vault.hpp"
#include "blobs/blobs.hpp"
#include "law/routes.hpp"
#include "lists/routes/routes.hpp"
#include "lists/service/saved.hpp"
#include "ledger/files/terms.hpp"
#include "ledger/routes/lists.hpp"
#include "ledger/routes/routes.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/service/retention.hpp"
#include "ledger/service/seal.hpp"
#include "jobs/routes/routes.hpp"
#include "jobs/service/jobs.hpp"
#include "jobs/service/workers.hpp"
#include "notices/routes/routes.hpp"
#include "notices/service/channels.hpp"
#include "notices/service/notices.hpp"
#include "identity/files/access.hpp"
#include "identity/files/roles.hpp"
#include "identity/files/settings.hpp"
#include "identity/routes/authenticator.hpp"
#include "identity/routes/matrix.hpp"
#include "identity/routes/personal.hpp"
#include "identity/routes/routes.hpp"
#include "identity/service/identity.hpp"
#include "identity/service/personal.hpp"
#include "identity/store/store.hpp"
#include "identity/routes/second.hpp"
#include "identity/service/second.hpp"
#include "identity/routes/oidc_routes.hpp"
#include "identity/routes/routes.hpp"
#include "identity/service/identity.hpp"
#include "identity/service/oidc_web.hpp"
#include "deadlines/routes/lists.hpp"
#include "deadlines/routes/routes.hpp"
#include "deadlines/routes/terms.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/service/sweep.hpp"
#include "registry/routes/routes.hpp"
#include "registry/service/snapshot.hpp"
#include "planning/routes/routes.hpp"
#include "planning/service/losses.hpp"
#include "planning/service/ceremonies.hpp"
#include "planning/service/studies.hpp"
#include "planning/store/migrations.hpp"
#include "documents/routes/routes.hpp"
#include "inspection/routes/routes.hpp"
#include "inspection/service/defects.hpp"
#include "inspection/store/inspection.hpp"
#include "enforcement/routes/routes.hpp"
#include "enforcement/store/decisions.hpp"
#include "reporting/routes/routes.hpp"
#include "reporting/store/returns.hpp"

namespace ankao::server {
namespace {

/// Jobs run at once beside the requests; most of their time is waiting for other servers.
constexpr int k_job_threads = 2;
constexpr int k_sweep_minutes = 10;

constexpr int k_seal_minutes = 1;
constexpr int k_expire_minutes = 24 * 60;
constexpr int k_escalate_minutes = 60;
constexpr int k_watch_minutes = 60;
const ledger::Actor k_platform{"system", "平台", "administrator", "city"};

/// A deadline's reminder goes to everybody who holds the post it concerns.
void tell(db::Transaction& transaction, const deadlines::Note& note, Instant now) {
  notices::send(transaction,
                {.to_account = {}, .to_role = note.role, .scope = note.scope_id, .topic = note.topic, .title_zh = note.title.zh, .title_en = note.title.en,
                 .body_zh = note.body.zh, .body_en = note.body.en, .link = note.link, .once_key = note.once_key},
                now);
}

void inform(db::Transaction& transaction, const planning::News& news, Instant now) {
  notices::send(transaction,
                {.to_account = news.account, .to_role = news.role, .scope = news.scope, .topic = news.topic, .title_zh = news.title_zh, .title_en = news.title_en,
                 .body_zh = news.body_zh, .body_en = news.body_en, .link = news.link, .once_key = news.once_key},
                now);
}

/// A problem whose limit has passed is told to the district of the unit and to the city.
void tell_overdue(db::Transaction& transaction, const inspection::Defect& one, Instant now) {
  for (const auto& [role, scope] : {std::pair<std::string, std::string>{"district_bureau", one.district}, std::pair<std::string, std::string>{"city_bureau", ""}}) {
    if (role == "district_bureau" && scope.empty()) continue; // the city's exam organisation is in no district's charge
    notices::send(transaction,
                  {.to_account = {}, .to_role = role, .scope = scope, .topic = "deadline.escalated", .title_zh = "问题逾期未整改：" + one.name, .title_en = "Problem overdue: " + one.name, .body_zh = one.text, .body_en = one.text,
                   .link = "/work/problems/" + one.id, .once_key = "defect:" + one.id + ":" + to_string(*one.limit)},
                  now);
  }
}

/// Evidence of a handover: what was added to the items of a visit, or to a problem before and after its correction, and not withdrawn.
std::vector<inspection::Handover::Piece> files_of(db::Transaction& transaction, const std::string& kind, const std::string& id) {
  std::vector<inspection::Handover::Piece> out;
  const auto add = [&](const std::vector<attachments::Attachment>& all) {
    for (const auto& one : all)
      if (!one.withdrawn) out.push_back({one.id, one.name, "", one.sm3});
  };
  if (kind == "visit") add(attachments::evidence(transaction, "visit_item", id + ":"));
  if (kind == "defect")
    for (const char* when : {"defect_before", "defect_after"}) add(attachments::store::list(transaction, when, id));
  return out;
}

/// The files of a visit's items, as its official form lists them.
std::vector<inspection::EvidenceFile> files_of_visit(db::Transaction& transaction, const std::string& visit) {
  std::vector<inspection::EvidenceFile> out;
  for (const attachments::Attachment& one : attachments::evidence(transaction, "visit_item", visit + ":"))
    if (!one.withdrawn) out.push_back({one.subject.id.substr(visit.size() + 1), one.name, one.sm3, one.person, one.captured_at, one.received_at, one.id, one.kind});
  return out;
}

void say(const std::string& line) { std::fprintf(stderr, "ankao jobs: %s\n", line.c_str()); }

/// A wrong setting does not keep the platform from starting: it is said, and deliveries fail with their reason until it is mended.
outbound::Settings outbound_settings() {
  auto settings = outbound::settings_from(outbound::environment);
  if (settings.ok()) return *settings;
  say(problems::Catalogue::shipped().lines(settings.problem(), problems::Language::Chinese));
  return {};
}

/// How people reach the platform, for the codes on documents: ANKAO_ADDRESS, e.g. "https://ankao.example"; "" when the operator has not said.
std::string public_address() {
  std::string address = outbound::environment("ANKAO_ADDRESS").value_or("");
  while (!address.empty() && address.back() == '/') address.pop_back();
  return address;
}

attachments::ScannerSettings scanner_settings() {
  auto settings = attachments::scanner_settings(outbound::environment);
  if (settings.ok()) return *settings;
  say(problems::Catalogue::shipped().lines(settings.problem(), problems::Language::Chinese));
  return {};
}

/// Tells the administrator which process ran a job.
std::string process_name() { return "ankao:" + std::to_string(::getpid()); }

bool reads(http::Verb verb) { return verb == http::Verb::Get || verb == http::Verb::Head; }

constexpr const char* k_account_import = "/api/accounts/import";

/// Answers that hold secrets are not kept, and what is handed to another thread must be committed before it starts. Uploads know
/// themselves what was sent before. The import of accounts is made once too; its answer is kept without the passwords.
bool may_be_draft(const std::string& path) {
  if (path == k_account_import) return true;
  for (const char* start : {"/api/session", "/api/accounts", "/api/desk", "/api/uploads", "/api/feeds"})
    if (path.rfind(start, 0) == 0) return false;
  return true;
}

/// Whoever may be assigned to sessions.
std::vector<planning::Examiner> examiners_in(db::Transaction& transaction) {
  identity::store::AccountFilter filter;
  filter.role = "examiner";
  filter.limit = 10'000;
  filter.order = "name, id";
  std::vector<planning::Examiner> out;
  for (const auto& one : identity::store::list_accounts(transaction, filter))
    if (one.enabled && !one.left_at) out.push_back({one.id, one.name});
  return out;
}

/// Of an account that may still see timetables; a feed lives no longer than that.
std::optional<std::string> timetable_scope(identity::Identity& identity, const std::string& account) {
  const auto found = identity.account(account);
  if (!found || !found->enabled || found->left_at) return std::nullopt;
  const auto* role = identity.roles().find(found->role);
  if (role == nullptr || !role->permissions.contains("timetable.view")) return std::nullopt;
  return identity.actor_of(*found).scope;
}

/// Where the register says an institution or site belongs.
std::string district_of(db::Transaction& transaction, identity::ScopeKind kind, const std::string& id, Date today) {
  const auto all = registry::snapshot(transaction, today);
  if (kind == identity::ScopeKind::Institution) {
    for (const auto& one : all.institutions)
      if (one.record.id == id) return one.record.supervising_district;
  } else {
    for (const auto& one : all.sites)
      if (one.record.id == id) return one.record.district;
  }
  return "";
}

/// Without its keys a platform must not start: the sentence says which file is missed.
std::unique_ptr<vault::Vault> vault_of(db::Database& database, const Places& places, Instant now) {
  if (places.keys.empty()) return vault::Vault::passing();
  auto opened = [&]() -> Result<std::unique_ptr<vault::Vault>> {
    if (const auto prepared = vault::prepare(database, places.keys, now); !prepared.ok()) return prepared.problem();
    return vault::Vault::open_with(database, places.keys);
  }();
  if (!opened.ok()) {
    const auto& catalogue = problems::Catalogue::shipped();
    throw std::runtime_error(catalogue.lines(opened.problem(), problems::Language::Chinese) + catalogue.lines(opened.problem(), problems::Language::English));
  }
  return std::move(*opened);
}

} // namespace

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all;
  const auto join = [&all](const std::vector<db::Migration>& more) { all.insert(all.end(), more.begin(), more.end()); };
  join(vault::migrations());
  join(ledger::migrations());
  join(jobs::migrations());
  join(notices::migrations());
  join(registry::migrations());
  join(planning::migrations());
  join(identity::migrations());
  join(deadlines::migrations());
  join(documents::migrations());
  join(inspection::migrations());
  join(enforcement::migrations());
  join(reporting::migrations());
  join(attachments::migrations());
  join(api::once::migrations());
  join(lists::migrations());
  return all;
}

namespace {

/// A saved filter may be shared with any role.
lists::Options role_options() {
  return [](problems::Language language) {
    std::vector<lists::Option> out;
    for (const identity::Role& role : identity::shipped_roles().roles) out.push_back({role.id, language == problems::Language::English ? role.en : role.zh});
    return out;
  };
}

} // namespace

std::vector<const lists::List*> all_lists() {
  std::vector<const lists::List*> all{&ledger::event_list(), &ledger::checkpoint_list(), &ankao::jobs::job_list(), &notices::inbox_list(), &notices::delivery_list(), &deadlines::deadline_list()};
  const auto join = [&all](const std::vector<const lists::List*>& more) { all.insert(all.end(), more.begin(), more.end()); };
  join(ankao::identity::described_lists());
  join(registry::described_lists());
  join(planning::described_lists());
  join(ankao::documents::described_lists());
  join(inspection::described_lists());
  join(enforcement::described_lists());
  join(reporting::described_lists());
  return all;
}

/// In the order they need each other; destroyed the other way round.
struct Platform::Parts {
  Parts(db::Database& storage, const Places& folders, std::function<void()> on_change, const Operated& operated);

  api::once::Database database;
  Places places;
  std::function<void()> changed;
  SystemClock clock;
  std::unique_ptr<vault::Vault> vault;
  ledger::Sealer sealer;
  identity::SystemRandom random;
  identity::Identity identity;
  identity::oidc::CurlWeb provider_web;
  identity::oidc::Oidc oidc;
  identity::SessionAuthenticator authenticator;
  identity::Personal personal;
  identity::Second second;
  attachments::Room files;
  planning::World world;
  planning::DrawnPlans drawn;
  planning::Draws draws;
  blobs::Store contents;
  documents::Desk documents;
  inspection::RecordRoom visit_records;
  api::Endpoints endpoints;
  outbound::Settings outbound;
  jobs::Kinds kinds;
  jobs::Workers workers; // stops before anything its jobs need is gone

  /// A checkpoint whenever something happened, and what has outlived its term goes.
  void add_ledger_jobs();
  /// Made once when the request carries the id of a draft.
  http::Response handle(http::Request& request);
};

Platform::Parts::Parts(db::Database& storage, const Places& folders, std::function<void()> on_change, const Operated& operated)
    : database(storage)
    , places(folders)
    , changed(std::move(on_change))
    , vault(vault_of(database, places, clock.now()))
    , sealer(places.keys)
    , identity(database, identity::shipped_roles(), identity::shipped_settings(), random)
    , oidc(database, identity, random, provider_web, operated.provider)
    , authenticator(identity)
    , personal(database, *vault, identity.roles(), [this](db::Transaction& transaction, identity::ScopeKind kind, const std::string& id) {
      return district_of(transaction, kind, id, date_of(clock.now()));
    })
    , second(database, identity, *vault, random, tell_second)
    , files(database, *vault, attachments::shipped_file_law(), places.files, [this](db::Transaction& transaction, const std::string& kind, const std::string& id) {
      return subject_of(transaction, kind, id, date_of(clock.now()));
    }, scanner_settings())
    , world(planning::shipped_world(database))
    , draws(world, [this] { return clock.now(); })
    , contents(places.files, *vault)
    , documents{database, contents, *vault, [this](std::span<std::uint8_t> bytes) { random.fill(bytes); }, ankao::documents::shipped_kinds()}
    , visit_records{database, *vault, contents}
    , endpoints(authenticator, clock)
    , outbound(outbound_settings())
    , workers(database, kinds, [this] { return clock.now(); }, say) {
  database.write([](db::Transaction& transaction) { ledger::prepare(transaction); });
  law::add_routes(endpoints);
  ledger::add_routes(endpoints, database, sealer, places.files);
  add_ledger_jobs();
  ankao::identity::add_routes(endpoints, identity);
  ankao::identity::add_personal_routes(endpoints, personal, identity);
  ankao::identity::add_second_routes(endpoints, identity, second);
  ankao::identity::add_oidc_routes(endpoints, identity, oidc);
  registry::add_routes(endpoints, database, changed);
  registry::add_condition_routes(endpoints, database, condition_files, tell_conditions);
  kinds.every("condition.watch", k_watch_minutes, [this](const jobs::Run& run) -> Result<void> {
    registry::watch_conditions(database, k_platform, run.now);
    return {};
  });
  const auto take_up_calendar = [this] { database.read([this](db::Transaction& transaction) { world.live_calendar->refresh(transaction); }); };
  take_up_calendar();
  deadlines::add_routes(endpoints, database, [this, take_up_calendar] {
    take_up_calendar();
    changed();
  });
  deadlines::add_term_routes(endpoints, database, owners);
  kinds.every("deadline.sweep", k_sweep_minutes, [this](const jobs::Run& run) -> Result<void> {
    deadlines::sweep(database, owners, tell, run.now);
    workers.wake(); // what was told also leaves by mail and webhook
    return {};
  });
  world.changed = changed;
  world.tell = tell;
  world.chance = [this](std::span<std::uint8_t> bytes) { random.fill(bytes); };
  kinds.every("plan.watch", k_sweep_minutes, [this](const jobs::Run& run) -> Result<void> {
    planning::watch_losses(world, run.now);
    workers.wake();
    return {};
  });
  world.inform = inform;
  kinds.every("seed.remind", k_sweep_minutes, [this](const jobs::Run& run) -> Result<void> {
    planning::tell_ceremonies(world, run.now);
    workers.wake();
    return {};
  });
  notices::seal_old_addresses(database, *vault);
  notices::add_jobs(kinds, database, *vault, outbound);
  notices::add_routes(endpoints, database, *vault, outbound, [this] { workers.wake(); });
  attachments::add_jobs(kinds, files);
  attachments::add_routes(endpoints, files, [this] { workers.wake(); });
  ankao::jobs::add_routes(endpoints, database, kinds, [this] { workers.wake(); });
  world.job_waits = [this] { workers.wake(); };
  planning::add_jobs(kinds, world);
  planning::add_routes(endpoints, world, draws, drawn);
  planning::add_timetable_routes(endpoints, world, {[this](std::span<std::uint8_t> bytes) { random.fill(bytes); }, [this](const std::string& account) { return timetable_scope(identity, account); }, public_address()});
  planning::add_assignment_routes(endpoints, world, examiners_in);
  lists::add_routes(endpoints, database, all_lists(), role_options());
  ankao::documents::add_routes(endpoints, documents, public_address());
  inspection::add_routes(endpoints, database, {*vault, [this](std::span<std::uint8_t> bytes) { random.fill(bytes); }, files_of, tell_inspection, open_summaries});
  inspection::add_record_routes(endpoints, visit_records, files_of_visit);
  enforcement::add_routes(endpoints, database, tell_decision, changed);
  reporting::add_routes(endpoints, database, tell_reporting);
  kinds.every("defect.escalate", k_escalate_minutes, [this](const jobs::Run& run) -> Result<void> {
    inspection::escalate_defects(database, run.now, [&](db::Transaction& transaction, const inspection::Defect& one) { tell_overdue(transaction, one, run.now); });
    workers.wake();
    return {};
  });
  ankao::identity::require_matrix(endpoints, ankao::identity::shipped_access(), ankao::identity::shipped_roles());
}

void Platform::Parts::add_ledger_jobs() {
  kinds.every("ledger.seal", k_seal_minutes, [this](const jobs::Run&) -> Result<void> {
    const auto sealed = ledger::seal(database, sealer, clock.now());
    return sealed.ok() ? Result<void>{} : Result<void>(sealed.problem());
  });
  kinds.every("ledger.expire", k_expire_minutes, [this](const jobs::Run&) -> Result<void> {
    ledger::expire_due(database, ledger::shipped_terms(), k_platform, clock.now());
    return {};
  });
}

http::Response Platform::Parts::handle(http::Request& request) {
  const problems::Language language = http::language_of(request);
  const Result<std::string> draft = api::once::draft_of(request);
  if (!draft.ok()) return http::problem_answer(draft.problem(), language, request.id);
  const auto plain = [&] { return endpoints.handle(request); };
  // Without the mark of our own pages, or signed out, the endpoints refuse anyway.
  if (draft->empty() || request.header("x-ankao") != "1") return plain();
  if (!may_be_draft(request.path)) return http::problem_answer(problem("once.not_here"), language, request.id);
  const Instant now = clock.now();
  const api::Caller caller = authenticator.caller(request, now);
  if (!caller.signed_in() || !caller.refusal.empty()) return plain();
  api::once::KeepAs keep_as;
  if (request.path == k_account_import) keep_as = [language](const http::Response& response) { return api::imports::without_secrets(response, language); };
  return api::once::answer(database, caller.account, *draft, request, language, now, plain, keep_as);
}

Platform::Platform(db::Database& database, const Places& places, std::function<void()> changed, const Operated& operated)
    : parts_(std::make_unique<Parts>(database, places, std::move(changed), operated)) {}
Platform::~Platform() = default;

const api::Endpoints& Platform::endpoints() const { return parts_->endpoints; }

http::Response Platform::handle(http::Request& request) {
  try {
    parts_->vault->keep_up(parts_->clock.now());
    http::Response response = parts_->handle(request);
    if (!reads(request.verb) && response.status < 400) parts_->changed();
    return response;
  } catch (const db::Failure& failure) {
    if (failure.kind() != db::Failure::Kind::Unavailable && failure.kind() != db::Failure::Kind::Conflict) throw;
    return http::problem_answer(problem("http.unavailable", {{"request", request.id}}), http::language_of(request), request.id);
  }
}

bool Platform::healthy() {
  try {
    parts_->database.begin(db::Mode::Read)->query("SELECT 1 AS one");
    return true;
  } catch (const db::Failure&) {
    return false;
  }
}

void Platform::resume() {
  parts_->draws.resume();
  parts_->workers.start(k_job_threads, process_name());
}

} // namespace ankao::server
