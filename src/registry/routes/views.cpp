// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/views.hpp"

#include <algorithm>
#include <regex>

#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include "embedded/embedded.hpp"
#include "registry/routes/whys.hpp"

namespace ankao::registry::routes {
namespace {

struct FlagText {
  std::string zh, en;
};

const std::map<std::string, FlagText>& flag_texts() {
  static const std::map<std::string, FlagText> texts = [] {
    std::map<std::string, FlagText> all;
    const auto bytes = embedded::find("data/registry/flags.yaml");
    ensure(bytes.has_value(), "the program carries data/registry/flags.yaml");
    for (const auto& entry : YAML::Load(std::string(*bytes)))
      all[entry.first.as<std::string>()] = {entry.second["zh"].as<std::string>(), entry.second["en"].as<std::string>()};
    return all;
  }();
  return texts;
}

std::vector<FlagView> views_of(const std::vector<std::string>& flags, Language language) {
  std::vector<FlagView> views;
  for (const std::string& flag : flags) {
    const auto found = flag_texts().find(flag);
    const FlagText text = found != flag_texts().end() ? found->second : FlagText{"印刷件有疑点，请核对", "the print leaves a doubt; check"};
    views.push_back({flag, language == Language::Chinese ? text.zh : text.en});
  }
  return views;
}

std::vector<std::string> shown_telephones(const std::vector<std::string>& telephones, bool inside) {
  if (inside) return telephones;
  std::vector<std::string> all;
  for (const std::string& telephone : telephones) all.push_back(masked(telephone));
  return all;
}

std::map<std::string, int> seats_of(const SiteRecord& record) {
  std::map<std::string, int> seats;
  for (const RoomRecord& room : record.rooms)
    for (const auto& [subject, count] : room.seats) seats[subject] += count;
  return seats;
}

int capacity_of(const SiteRecord& record) {
  int capacity = 0;
  for (const RoomRecord& room : record.rooms) capacity += room.capacity;
  return capacity;
}

AddressView view_of(const Address& address, Language language) {
  return {address.text, address.district, name_in(language, address.district), address.confirmed};
}

RoomView view_of(const RoomRecord& room) {
  RoomView view{room.id, room.name, room.exclusive, room.capacity, room.seats, {}, {}};
  for (const OpeningRule& rule : room.openings)
    view.openings.push_back({to_string(rule.from), to_string(rule.to), rule.weekdays, rule.slots, rule.on_rest_days});
  for (const OpeningException& one : room.exceptions) view.exceptions.push_back({to_string(one.date), one.slots});
  return view;
}

/// Steps oldest first; what changed and who did it only for those inside.
std::vector<StepView> steps_of(const std::vector<Version>& history, bool inside) {
  std::vector<StepView> steps;
  nlohmann::json before;
  for (const Version& v : history) {
    StepView step{v.version, v.step,  v.standing, to_string(v.effective), to_string(v.recorded_at), v.role, {}, {}, {}, v.clause,
                  v.sm3,     v.event, {}};
    if (inside) {
      step.account = v.account;
      step.person = v.person;
      step.reason = v.reason;
      for (const Difference& one : differences(before, v.record)) step.changed.push_back({one.field, one.before, one.after});
    }
    before = v.record;
    steps.push_back(std::move(step));
  }
  return steps;
}

RegistrationView view_of(const std::string& row, const PrintedRow& printed, bool inside) {
  const auto shown = [&](Column column) { return inside ? printed.at(column) : masked(printed.at(column)); };
  return {row,
          row.substr(0, 1),
          printed.at(Column::Name),
          printed.at(Column::District),
          printed.at(Column::Address),
          printed.at(Column::Projects),
          shown(Column::Contact),
          shown(Column::Telephone)};
}

std::vector<SuspensionView> views_of(const std::vector<RecordedSuspension>& all, Date today) {
  std::vector<SuspensionView> views;
  for (const RecordedSuspension& one : all) views.push_back(routes::view_of(one, today));
  return views;
}

InstitutionRecordInput input_of(const nlohmann::json& told) {
  using Texts = std::vector<std::string>;
  InstitutionRecordInput input;
  input.name = told.at("name");
  input.aliases = told.at("aliases").get<Texts>();
  input.district = told.at("district");
  for (const auto& address : told.at("addresses")) input.addresses.push_back({address.at("text"), address.at("district")});
  input.contacts = told.at("contacts").get<Texts>();
  input.telephones = told.at("telephones").get<Texts>();
  input.projects = told.at("projects").get<Texts>();
  input.scopes = told.at("scopes").get<Texts>();
  input.credit_code = told.at("credit_code").get<std::string>();
  return input;
}

/// "考场 第 3 行 · 容量" -> sheet, row, column. What has no such form is a column of its own.
CellError place_of_fault(const std::string& at) {
  static const std::regex form("(?:(.*) )?第 ([0-9]{1,7}) 行(?: · (.*))?");
  std::smatch found;
  CellError error;
  if (std::regex_match(at, found, form)) {
    error.sheet = found[1];
    error.row = std::stoi(found[2]);
    error.column = found[3];
  } else
    error.column = at;
  return error;
}

} // namespace

std::string masked(const std::string& text) {
  static const std::regex mobile("(^|[^0-9])(1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9])");
  return std::regex_replace(text, mobile, "$1$2****$3");
}

std::string name_in(Language language, const std::string& id) {
  return language == Language::Chinese ? City::shipped().name_of(id) : City::shipped().english_of(id);
}

PlaceView view_of(const Place& place) { return {place.longitude_e6, place.latitude_e6, place.source}; }

InstitutionItem item_of(const InstitutionFound& found, Language language) {
  const InstitutionRecord& r = found.record;
  InstitutionItem item;
  item.id = r.id;
  item.name = r.name;
  item.aliases = r.aliases;
  item.district = r.supervising_district;
  item.district_name = name_in(language, r.supervising_district);
  for (const Address& address : r.addresses) item.addresses.push_back(address.text);
  item.contacts = r.contacts;
  item.telephones = shown_telephones(r.telephones, false);
  item.projects = r.projects;
  item.scopes = r.scopes;
  item.rows = r.rows;
  item.sites = found.sites;
  item.school = r.school;
  item.standing = found.standing;
  item.since = to_string(found.since);
  item.version = found.version;
  item.flags = static_cast<int>(r.flags.size());
  return item;
}

SiteItem item_of(const SiteFound& found, Language language) {
  const SiteRecord& r = found.record;
  SiteItem item;
  item.id = r.id;
  item.name = r.name;
  item.owner = r.owner;
  item.owner_name = found.owner_name;
  item.public_base = r.public_base;
  item.kind = r.kind;
  item.kind_confirmed = r.kind_confirmed;
  item.district = r.district;
  item.district_name = name_in(language, r.district);
  item.address = r.address.text;
  item.address_confirmed = r.address.confirmed;
  item.subjects = r.subjects;
  item.rooms = static_cast<int>(r.rooms.size());
  item.seats = capacity_of(r);
  item.seats_by_subject = seats_of(r);
  item.place = view_of(place_of(r.place, r.district));
  item.standing = found.standing;
  item.since = to_string(found.since);
  item.version = found.version;
  item.suspended = found.suspended;
  item.flags = static_cast<int>(r.flags.size());
  return item;
}

InstitutionDetail detail_of(const InstitutionCard& card, Date day, Language language) {
  const InstitutionRecord& r = card.record;
  InstitutionDetail detail;
  detail.id = r.id;
  detail.name = r.name;
  detail.aliases = r.aliases;
  detail.district = r.supervising_district;
  detail.district_name = name_in(language, r.supervising_district);
  for (const Address& address : r.addresses) detail.addresses.push_back(view_of(address, language));
  detail.contacts = r.contacts;
  detail.telephones = shown_telephones(r.telephones, card.inside);
  detail.projects = r.projects;
  detail.scopes = r.scopes;
  detail.rows = r.rows;
  detail.school = r.school;
  detail.credit_code = r.credit_code;
  detail.place = view_of(place_of(r.place, r.supervising_district));
  detail.flags = views_of(r.flags, language);
  detail.standing = card.shown.standing;
  detail.since = to_string(card.shown.since);
  detail.version = card.shown.version;
  detail.head = card.head;
  detail.as_of = to_string(day);
  detail.suspended = card.suspended;
  for (const SiteFound& site : card.sites) detail.sites.push_back(item_of(site, language));
  for (const auto& [row, printed] : card.rows) detail.registrations.push_back(view_of(row, printed, card.inside));
  detail.suspensions = views_of(card.suspensions, day);
  detail.time_line = steps_of(card.history, card.inside);
  return detail;
}

SiteDetail detail_of(const SiteCard& card, Date day, Language language) {
  const SiteRecord& r = card.record;
  SiteDetail detail;
  detail.id = r.id;
  detail.name = r.name;
  detail.owner = r.owner;
  detail.owner_name = card.owner_name;
  detail.public_base = r.public_base;
  detail.kind = r.kind;
  detail.kind_confirmed = r.kind_confirmed;
  detail.district = r.district;
  detail.district_name = name_in(language, r.district);
  detail.address = view_of(r.address, language);
  detail.subjects = r.subjects;
  for (const RoomRecord& room : r.rooms) detail.rooms.push_back(view_of(room));
  detail.seats = capacity_of(r);
  detail.seats_by_subject = seats_of(r);
  detail.place = view_of(place_of(r.place, r.district));
  detail.override_reason = r.override_reason;
  if (!r.override_reason.empty()) detail.override_why = why_of_override(card);
  detail.flags = views_of(r.flags, language);
  detail.standing = card.shown.standing;
  detail.since = to_string(card.shown.since);
  detail.version = card.shown.version;
  detail.head = card.head;
  detail.as_of = to_string(day);
  detail.suspended = card.suspended;
  detail.suspensions = views_of(card.suspensions, day);
  detail.time_line = steps_of(card.history, card.inside);
  return detail;
}

SuspensionView view_of(const RecordedSuspension& recorded, Date today) {
  const Suspension& s = recorded.suspension;
  const auto state = s.to < s.from ? SuspensionState::Lifted : s.to < today ? SuspensionState::Past : s.from > today ? SuspensionState::Coming : SuspensionState::Present;
  return {s.id,     s.subject, recorded.subject_name,           to_string(s.from), to_string(s.to),
          s.clause, s.reason,  to_string(recorded.recorded_at), recorded.role,   why_of(recorded), state};
}

ReportView view_of(const Report& report) {
  ReportView view;
  view.id = report.id;
  view.kind = report.kind;
  view.state = report.state;
  view.institution = report.institution;
  view.institution_name = report.institution_name;
  view.district = report.district;
  view.submitted_at = to_string(report.submitted_at);
  view.submitted_by = report.submitted_by;
  view.reason = report.reason;
  view.effective_date = report.effective_date;
  if (!report.record.is_null()) {
    view.record = input_of(report.record);
    for (const Difference& one : differences(report.base, report.record)) view.changed.push_back({one.field, one.before, one.after});
  }
  for (const ReportStep& step : report.steps)
    view.steps.push_back({step.state, to_string(step.at), step.account, step.person, step.role, step.reason, step.event});
  return view;
}

AnomalyView view_of(const Anomaly& anomaly, Language language) {
  return {anomaly.rule,
          to_string(anomaly.row),
          anomaly.column,
          anomaly.found,
          language == Language::Chinese ? anomaly.done : anomaly.done_english,
          anomaly.needs_confirmation};
}

ImportFacts view_of(const Facts& f) {
  return {f.rows_a,  f.rows_b, f.missing_rows, f.institutions, f.in_both_tables, f.institutions_with_sites, f.sites, f.theory_only_sites,
          f.projects};
}

History history_of(const InstitutionCard& card) {
  History history{card.record.id, steps_of(card.history, true)};
  std::reverse(history.items.begin(), history.items.end());
  return history;
}

std::vector<CellError> cell_errors(const Problem& refusal, Language language) {
  std::vector<CellError> errors;
  const std::vector<Problem> alone{refusal};
  for (const Problem& fault : refusal.parts.empty() ? alone : refusal.parts) {
    CellError error = place_of_fault(fault.at);
    const auto text = problems::Catalogue::shipped().text(fault, language);
    error.problem = fault.id;
    error.text = text.title;
    error.remedy = text.remedy;
    errors.push_back(std::move(error));
  }
  return errors;
}

} // namespace ankao::registry::routes
