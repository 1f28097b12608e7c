// SPDX-License-Identifier: Apache-2.0
#include "access/support/city.hpp"
#include "access/support/conditions.hpp"
#include "access/support/files.hpp"
#include "access/support/papers.hpp"
#include "access/support/decisions.hpp"
#include "access/support/organisations.hpp"
#include "access/support/visits.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

#include "deadlines/service/terms.hpp"
#include "documents/store/documents.hpp"
#include "api/paths.hpp"
#include "db/use_case.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::tests {
namespace {

using nlohmann::json;

const std::string k_password = "珠江夜游 blue lamp 7";
const ledger::Actor k_bureau{"shiju", "王五", "city_bureau", "city"};
const ledger::Actor k_desk{"kaoshi", "李四", "exam_organisation", "city"};
const planning::DemoRequest k_request{7, 1, {2024, 3}, make_date(2024, 2, 20)};
const Instant k_day{1'708'394'400'000};

/// Any value of the type; days lie where nothing happens.
json sample(const api::Type& type) {
  switch (type.kind) {
  case api::Kind::Boolean:
    return false;
  case api::Kind::Integer:
    return std::clamp<std::int64_t>(1, type.low, type.high);
  case api::Kind::Number:
    return 1.0;
  case api::Kind::Text:
    return "x";
  case api::Kind::Date:
    return "2031-01-06";
  case api::Kind::Month:
    return "2031-01";
  case api::Kind::Instant:
    return "2031-01-06T02:00:00Z";
  case api::Kind::Enum:
    return type.words.front().name;
  case api::Kind::Optional:
    return nullptr;
  case api::Kind::List:
    return json::array();
  case api::Kind::Map:
  case api::Kind::Json:
    return json::object();
  case api::Kind::Struct:
    break;
  }
  json out = json::object();
  for (const api::Field& field : type.fields)
    if (api::is_required(type, field)) out[field.name] = sample(field.type());
  return out;
}

std::string text_of(const json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

void add_values(http::Request& request, const api::Operation& operation, const identity::RowKey* row, const std::string& id) {
  const bool in_query = request.verb == http::Verb::Get || request.verb == http::Verb::Delete;
  const auto in_path = api::path_parameters(operation.spec.path);
  json body = json::object();
  for (const api::Field& field : operation.in->fields) {
    const bool asked = row != nullptr && row->member == field.name;
    const api::Type& type = field.type();
    const bool path = std::find(in_path.begin(), in_path.end(), field.name) != in_path.end();
    const bool filter = request.verb == http::Verb::Get && type.kind != api::Kind::Date && type.kind != api::Kind::Month;
    if (path || (filter && !asked)) continue;
    if (!asked && request.verb != http::Verb::Get && !api::is_required(*operation.in, field)) continue;
    const json value = asked ? json(id) : sample(type);
    if (in_query)
      request.query.emplace_back(field.name, text_of(value));
    else
      body[field.name] = value;
  }
  if (in_query) return;
  request.headers["content-type"] = "application/json";
  request.body = body.dump();
}

void add_file(http::Request& request) {
  request.headers["content-type"] = "multipart/form-data; boundary=x";
  request.body = "--x\r\nContent-Disposition: form-data; name=\"offset\"\r\n\r\n0\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc\r\n--x--\r\n";
}

std::string path_of(const api::Operation& operation, const identity::RowKey* row, const std::string& id) {
  std::string path = operation.spec.path;
  for (const std::string& name : api::path_parameters(path)) {
    std::string value = row != nullptr && row->member == name ? id : "x";
    if (value == "x" && operation.input == api::Input::Values)
      for (const api::Field& field : operation.in->fields)
        if (field.name == name) value = text_of(sample(field.type()));
    path.replace(path.find("{" + name + "}"), name.size() + 2, value);
  }
  return path;
}

} // namespace

City::City()
    : database_(db::open("sqlite::memory:")) {
  db::migrate(*database_, server::migrations());
  settings_.hash = {64, 1, 1};
  identity_ = std::make_unique<identity::Identity>(*database_, identity::shipped_roles(), settings_, random_);
  lay_city();
  platform_ = std::make_unique<server::Platform>(*database_, server::Places{}, [] {});
  open_accounts();
}
City::~City() = default;

void City::lay_city() {
  const planning::World world = planning::shipped_world(*database_);
  if (const auto laid = planning::lay_ground(world, {k_bureau, k_day}, k_request); !laid.ok())
    throw std::runtime_error("the city cannot be laid: " + laid.problem().id);
  bookings_ = planning::lay_bookings(world, {k_desk, k_day}, k_request, true);
  const auto register_now = db::look(*database_, [](db::Transaction& transaction) { return registry::snapshot(transaction, date_of(k_day)); });
  const auto& mine = register_now.sites.front().record;
  places_["site"].own = mine.id;
  places_["institution"].own = mine.owner;
  places_["district"] = {"440111", "440106"};
  for (const auto& one : register_now.sites)
    if (one.record.owner != mine.owner) places_["site"].strange = one.record.id;
  for (const auto& one : bookings_)
    if (one.institution != mine.owner) places_["institution"].strange = one.institution;
  lay_terms();
  lay_documents();
  lay_report(*database_, k_own_report, places_["institution"].own, places_["district"].own);
  lay_report(*database_, k_strange_report, places_["institution"].strange, places_["district"].strange);
}

/// An issued document for each place, the own and the strange one; nobody asks for its contents.
void City::lay_documents() {
  database_->write([this](db::Transaction& transaction) {
    for (const auto& [kind, place] : places_)
      for (const bool own : {true, false}) {
        const std::string id = own ? place.own : place.strange, name = std::string(own ? "WS-own-" : "WS-strange-") + kind;
        documents::Document d;
        d.id = d.number = d.code = name;
        d.kind = "suspension_decision";
        d.state = documents::State::Issued;
        d.subject = "suspension:" + name;
        (kind == "institution" ? d.institution : kind == "site" ? d.site : d.district) = id;
        documents::store::insert(transaction, d, false, "");
      }
  });
}

/// One term for each place, the own and the strange one.
void City::lay_terms() {
  database_->write([this](db::Transaction& transaction) {
    for (const auto& [kind, event] : {std::pair{"institution", "class.open"}, {"site", "plan.publish"}, {"district", "inspection.cover"}})
      for (const std::string& id : {places_[kind].own, places_[kind].strange})
        deadlines::happened(transaction, {{k_bureau, k_day, event, id, id, {kind, id, id, kind == std::string("district") ? id : ""}, date_of(k_day)}});
  });
}

void City::open_accounts() {
  for (const identity::Role& role : identity::shipped_roles().roles) {
    const std::string kind = identity::word_of(role.scope);
    people_.push_back({role.id, role.id, places_.contains(kind) ? places_[kind].own : "", false, ""});
  }
  people_.push_back({"newcomer", "administrator", "", true, ""});
  people_.push_back({"halfway", "administrator", "", false, ""});
  for (Person& person : people_) {
    const auto state = person.must_change ? identity::PasswordState::MustChange : identity::PasswordState::Chosen;
    const auto opened = identity_->create_account(k_bureau, {person.name, person.name, person.role, person.scope, k_password, state}, clock_.now());
    if (!opened.ok()) throw std::runtime_error("no account for " + person.name + ": " + opened.problem().id);
    sign_in(person);
  }
  people_.push_back({"nobody", "", "", false, ""});
  delegate();
}

void City::delegate() {
  const Instant now = clock_.now();
  for (const char* id : {"giver", "taker"})
    if (!identity_->create_account(k_bureau, {id, id, "exam_organisation", "", k_password, identity::PasswordState::Chosen}, now).ok())
      throw std::runtime_error("no account for the delegation");
  const auto giver = identity_->live(whole_session("giver"), now);
  strange_delegation_ = identity_->delegate(*giver, {"taker", {"plan.draw"}, now, Instant{now.ms + 3'600'000}, "test"}, now).value().id;
}

/// With both factors shown, as when the identity provider vouches for them.
std::string City::whole_session(const std::string& account) {
  return identity_->sign_in_as(account, {"192.0.2.7", "Test/1.0"}, clock_.now(), identity::Proof::Two).value().token;
}

void City::sign_in(Person& person) {
  if (person.name == "halfway") { // has shown the password only
    person.token = identity_->sign_in({person.name, k_password}, {"192.0.2.7", "Test/1.0"}, clock_.now()).value().token;
    return;
  }
  person.token = whole_session(person.name);
}

void City::stay_signed_in(Person& person) {
  if (!person.role.empty() && !identity_->live(person.token, clock_.now())) sign_in(person);
}

void City::publish_month() {
  const planning::World world = planning::shipped_world(*database_);
  const planning::Act act{k_bureau, k_day};
  if (const auto frozen = planning::freeze_demo(world, act, k_request.month); !frozen.ok()) throw std::runtime_error("the month cannot be frozen: " + frozen.problem().id);
  if (const auto published = planning::publish_demo(world, act, k_request.month); !published.ok()) throw std::runtime_error("the month cannot be published: " + published.problem().id);
}

Person& City::person(const std::string& name) {
  for (Person& person : people_)
    if (person.name == name) return person;
  throw std::runtime_error("nobody is called " + name);
}

std::string City::session_of(const Person& person) { return identity_->sessions(person.name, clock_.now()).front().id; }

Rows City::rows(const std::string& kind, const Person& person) {
  if (places_.contains(kind)) return places_[kind];
  if (kind == "session") {
    const Person& other = people_[person.name == people_[0].name ? 1 : 0];
    return {session_of(person), session_of(other)};
  }
  if (kind == "account") return {person.name, this->person("administrator").name};
  if (kind == "delegation") return {"none", strange_delegation_};
  if (kind == "feed" || kind == "arrangement") return {"none", "none"};
  if (kind == "booking") {
    Rows out;
    for (const auto& one : bookings_) (one.institution == person.scope ? out.own : out.strange) = one.id;
    return out;
  }
  if (kind == "document") {
    const std::string place = identity::word_of(identity::shipped_roles().find(person.role)->scope);
    return {"WS-own-" + place, "WS-strange-" + place};
  }
  if (kind == "term") {
    const std::string place = identity::word_of(identity::shipped_roles().find(person.role)->scope);
    const auto number = [&](const std::string& id) {
      const auto rows = database_->begin(db::Mode::Read)->query("SELECT number FROM term WHERE scope_kind = $1 AND scope_id = $2", {place, id});
      return rows.empty() ? std::string("T-0") : "T-" + std::to_string(rows.integer(0, "number"));
    };
    return {number(places_[place].own), number(places_[place].strange)};
  }
  if (kind == "visit" || kind == "defect") {
    const bool organisation = person.role == "exam_organisation";
    const std::string place = organisation ? "organisation" : identity::word_of(identity::shipped_roles().find(person.role)->scope);
    lay_visits(*database_, place, organisation ? "city:exam_organisation" : places_[place].own, organisation ? places_["institution"].strange : places_[place].strange);
    return kind == "visit" ? Rows{visit_of(place, true), visit_of(place, false)} : Rows{defect_of(place, true), defect_of(place, false)};
  }
  if (kind == "self_report" || kind == "submitted_report" || kind == "handover") {
    const bool organisation = person.role == "exam_organisation";
    const std::string place = organisation ? "own" : identity::word_of(identity::shipped_roles().find(person.role)->scope);
    const auto paper = kind == "handover" ? inspection::PaperKind::Handover : inspection::PaperKind::SelfReport;
    const std::string state = kind == "handover" ? "made" : kind == "self_report" ? "draft" : "submitted";
    const std::string own = organisation ? "city:exam_organisation" : places_[place].own;
    // What is strange to the examination organisation is any unit's.
    return {paper_of(*database_, paper, place, own, state), organisation ? paper_of(*database_, paper, "institution", places_["institution"].strange, state) : paper_of(*database_, paper, place, places_[place].strange, state)};
  }
  if (kind == "condition_sheet") {
    const std::string place = identity::word_of(identity::shipped_roles().find(person.role)->scope);
    return {sheet_of(*database_, place, places_[place].own, true), sheet_of(*database_, place, places_[place].strange, false)};
  }
  if (kind == "organisation") return {organisation_in_district(*database_, places_["district"].own, clock_.now()), organisation_in_district(*database_, places_["district"].strange, clock_.now())};
  if (kind == "place") {
    const std::string place = identity::word_of(identity::shipped_roles().find(person.role)->scope);
    if (place != "district") return places_[place];
    const Date today = date_of(clock_.now());
    return {place_in_district(*database_, places_[place].own, today), place_in_district(*database_, places_[place].strange, today)};
  }
  if (kind == "decision") {
    const std::string place = identity::word_of(identity::shipped_roles().find(person.role)->scope);
    lay_decisions(*database_, place, places_[place].own, places_[place].strange);
    return {decision_of(place, true), decision_of(place, false)};
  }
  if (kind == "return") { // of the month of the campaign that lay_visits starts
    lay_visits(*database_, "district", places_["district"].own, places_["district"].strange);
    return {"2030-11-" + places_["district"].own, "2030-11-" + places_["district"].strange};
  }
  if (kind == "summary") {
    lay_visits(*database_, "district", places_["district"].own, places_["district"].strange);
    return {"SI-2030-" + places_["district"].own, "SI-2030-" + places_["district"].strange};
  }
  if (kind == "report") return {k_own_report, k_strange_report};
  if (kind == "attachment") return {file_of(*database_, k_own_report, person.name), file_of(*database_, k_strange_report, "somebody")};
  if (kind == "upload") return {upload_of(*database_, person.name), upload_of(*database_, "somebody")};
  throw std::runtime_error("tests/access/support/city.cpp has no rows of kind " + kind);
}

http::Response City::send(http::Request request, Person& person) {
  request.peer = "192.0.2.7";
  request.headers["x-ankao"] = "1";
  if (!person.token.empty()) request.headers["cookie"] = "ankao_session=" + person.token;
  auto response = platform_->handle(request);
  stay_signed_in(person);
  return response;
}

http::Response City::call(const api::Operation& operation, Person& person, const identity::RowKey* row, const std::string& id) {
  http::Request request;
  request.verb = operation.spec.verb;
  request.path = path_of(operation, row, id);
  if (operation.input == api::Input::Values) add_values(request, operation, row, id);
  if (operation.input == api::Input::Upload && row != nullptr) add_file(request);
  return send(std::move(request), person);
}

http::Response City::get(const std::string& path, Person& person, std::vector<std::pair<std::string, std::string>> query) {
  http::Request request;
  request.path = path;
  request.query = std::move(query);
  return send(std::move(request), person);
}

} // namespace ankao::tests
