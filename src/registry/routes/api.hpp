// SPDX-License-Identifier: Apache-2.0
// What the registry says over the wire. Dates are "YYYY-MM-DD", moments RFC 3339 in UTC+8, degrees are times 1,000,000 (WGS 84),
// districts GB/T 2260 codes beside their names, projects and subjects "OPnn" or "theory". Lists: {total, page, size, items}.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "law/why.hpp"
#include "registry/words/life.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

BOOST_DESCRIBE_ENUM(Standing, Reported, Verified, Published, Deregistered)
BOOST_DESCRIBE_ENUM(SiteKind, Theory, Practical, Both)
BOOST_DESCRIBE_ENUM(PlaceSource, Entered, DistrictCentre)
BOOST_DESCRIBE_ENUM(SchoolAuthority, Unknown, None, Education, HumanResources)
BOOST_DESCRIBE_ENUM(ReportKind, First, Change, Deregister)
BOOST_DESCRIBE_ENUM(ReportState, Submitted, Verified, Returned, Published)
BOOST_DESCRIBE_ENUM(InstitutionRole, Special, HighRisk, WithSite)

} // namespace ankao::registry

namespace ankao::registry::routes {

// ---- parts -------------------------------------------------------------------------------------------------------------------

struct PlaceView {
  std::int64_t longitude_e6 = 0;
  std::int64_t latitude_e6 = 0;
  PlaceSource source = PlaceSource::DistrictCentre; ///< district_centre: nobody has entered the place yet; show it marked
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (longitude_e6, latitude_e6, source))

struct PlaceInput {
  std::int64_t longitude_e6 = 0;
  std::int64_t latitude_e6 = 0;
};
BOOST_DESCRIBE_STRUCT(PlaceInput, (), (longitude_e6, latitude_e6))

struct AddressView {
  std::string text;
  std::string district;
  std::string district_name; ///< in the language of the call
  bool confirmed = false;
};
BOOST_DESCRIBE_STRUCT(AddressView, (), (text, district, district_name, confirmed))

struct AddressInput {
  std::string text;
  std::string district;
};
BOOST_DESCRIBE_STRUCT(AddressInput, (), (text, district))

/// An anomaly of the print that waits for a person (clauses.md A6.3).
struct FlagView {
  std::string rule;
  std::string text; ///< in the language of the call
};
BOOST_DESCRIBE_STRUCT(FlagView, (), (rule, text))

/// A field that a step changed; values as JSON text, empty when there was or is none.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (field, before, after))

/// A step in the life of an entry (P-1.2). `person`, `account`, `reason` and `changed` are empty for the public.
struct StepView {
  int version = 0;
  std::string step; ///< noun.verb: "registry.import", "institution.publish", "site.edit" ...
  Standing standing = Standing::Reported;
  std::string effective_date;
  std::string recorded_at;
  std::string role;
  std::string account;
  std::string person;
  std::string reason;
  std::string clause;
  std::string sm3;        ///< of the canonical record after the step
  std::int64_t event = 0; ///< number in the ledger
  std::vector<FieldChange> changed;
};
BOOST_DESCRIBE_STRUCT(StepView, (),
                      (version, step, standing, effective_date, recorded_at, role, account, person, reason, clause, sm3, event, changed))

enum class SuspensionState { Coming, Present, Past, Lifted }; ///< Lifted: taken back before it began
BOOST_DESCRIBE_ENUM(SuspensionState, Coming, Present, Past, Lifted)

struct SuspensionView {
  std::string id;
  std::string subject; ///< "institution:GZ-A01" or "site:GZ-A01-S1"
  std::string subject_name;
  std::string from;
  std::string to;
  std::string clause;
  std::string reason;
  std::string recorded_at;
  std::string role;
  law::Why why;
  SuspensionState state = SuspensionState::Present; ///< on the day of the call
};
BOOST_DESCRIBE_STRUCT(SuspensionView, (), (id, subject, subject_name, from, to, clause, reason, recorded_at, role, why, state))

// ---- institutions ------------------------------------------------------------------------------------------------------------

/// The public register: published entries (standing=deregistered shows those that have left).
struct InstitutionQuery {
  std::string q; ///< name, alias, address, project name or id
  std::string district;
  std::string project; ///< OPnn, or an industry HC, FW, MN, SM
  std::optional<InstitutionRole> role;
  std::optional<Standing> standing;
  std::string as_of;
  int page = 1;
  int size = 50;
  std::string sort; ///< a column of the list, "-" before it turns it round
};
BOOST_DESCRIBE_STRUCT(InstitutionQuery, (), (q, district, project, role, standing, as_of, page, size, sort))

struct InstitutionItem {
  std::string id;
  std::string name;
  std::vector<std::string> aliases;
  std::string district; ///< supervising
  std::string district_name;
  std::vector<std::string> addresses;
  std::vector<std::string> contacts;
  std::vector<std::string> telephones; ///< mobile numbers masked (X-29)
  std::vector<std::string> projects;
  std::vector<std::string> scopes; ///< industries HC, FW, MN, SM
  std::vector<std::string> rows;   ///< printed rows "a15"
  int sites = 0;
  SchoolAuthority school = SchoolAuthority::Unknown;
  Standing standing = Standing::Published;
  std::string since;
  int version = 0;
  int flags = 0; ///< anomalies that wait for a person
};
BOOST_DESCRIBE_STRUCT(InstitutionItem, (),
                      (id, name, aliases, district, district_name, addresses, contacts, telephones, projects, scopes, rows, sites, school,
                       standing, since, version, flags))

struct InstitutionPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<InstitutionItem> items;
  std::vector<std::string> missing_rows; ///< printed rows that no import has brought yet (X-01): "a20"
  std::string as_of;
};
BOOST_DESCRIBE_STRUCT(InstitutionPage, (), (total, page, size, items, missing_rows, as_of))

struct EntryQuery {
  std::string id;
  std::string as_of; ///< empty: today
};
BOOST_DESCRIBE_STRUCT(EntryQuery, (), (id, as_of))

/// One printed row, cells as printed (mobile numbers masked for the public).
struct RegistrationView {
  std::string row;
  std::string table; ///< "a" or "b"
  std::string name;
  std::string district;
  std::string address;
  std::string training;
  std::string contact;
  std::string telephone;
};
BOOST_DESCRIBE_STRUCT(RegistrationView, (), (row, table, name, district, address, training, contact, telephone))

struct SiteItem {
  std::string id;
  std::string name;
  std::string owner; ///< institution id; empty: a public base (P-2.3a)
  std::string owner_name;
  bool public_base = false;
  SiteKind kind = SiteKind::Both;
  bool kind_confirmed = false;
  std::string district;
  std::string district_name;
  std::string address; ///< empty: not known which address is the site (X-12, X-13)
  bool address_confirmed = false;
  std::vector<std::string> subjects;
  int rooms = 0;
  int seats = 0; ///< capacity of all rooms together
  std::map<std::string, int> seats_by_subject;
  PlaceView place;
  Standing standing = Standing::Published;
  std::string since;
  int version = 0;
  bool suspended = false; ///< on the day asked for
  int flags = 0;
};
BOOST_DESCRIBE_STRUCT(SiteItem, (),
                      (id, name, owner, owner_name, public_base, kind, kind_confirmed, district, district_name, address, address_confirmed,
                       subjects, rooms, seats, seats_by_subject, place, standing, since, version, suspended, flags))

struct InstitutionDetail {
  std::string id;
  std::string name;
  std::vector<std::string> aliases;
  std::string district;
  std::string district_name;
  std::vector<AddressView> addresses;
  std::vector<std::string> contacts;
  std::vector<std::string> telephones;
  std::vector<std::string> projects;
  std::vector<std::string> scopes;
  std::vector<std::string> rows;
  SchoolAuthority school = SchoolAuthority::Unknown;
  std::string credit_code;
  PlaceView place;
  std::vector<FlagView> flags;
  Standing standing = Standing::Published;
  std::string since;
  int version = 0; ///< of the record shown
  int head = 0;    ///< the newest version; edits name it
  std::string as_of;
  bool suspended = false;
  std::vector<SiteItem> sites;
  std::vector<RegistrationView> registrations;
  std::vector<SuspensionView> suspensions;
  std::vector<StepView> time_line; ///< oldest first
};
BOOST_DESCRIBE_STRUCT(InstitutionDetail, (),
                      (id, name, aliases, district, district_name, addresses, contacts, telephones, projects, scopes, rows, school,
                       credit_code, place, flags, standing, since, version, head, as_of, suspended, sites, registrations, suspensions,
                       time_line))

struct IdQuery {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(IdQuery, (), (id))

struct History {
  std::string id;
  std::vector<StepView> items; ///< newest first
};
BOOST_DESCRIBE_STRUCT(History, (), (id, items))

/// What the notice does not print (A6-F9). Members that are absent stay as they are.
struct InstitutionEdit {
  std::string id;  ///< of the path
  int version = 0; ///< `head` of the record that was edited
  std::string reason;
  std::optional<SchoolAuthority> school;
  std::optional<std::string> credit_code; ///< GB 32100, 18 characters; "" removes it
  std::optional<PlaceInput> place;
  std::optional<bool> remove_place;
  std::optional<std::string> district;                         ///< supervising (X-04)
  std::optional<std::vector<std::string>> confirmed_addresses; ///< texts of the addresses that stand confirmed
  std::optional<std::vector<std::string>> resolved_flags;      ///< rules, e.g. "X-32"
};
BOOST_DESCRIBE_STRUCT(InstitutionEdit, (),
                      (id, version, reason, school, credit_code, place, remove_place, district, confirmed_addresses, resolved_flags))

// ---- sites -------------------------------------------------------------------------------------------------------------------

struct SiteQuery {
  std::string q; ///< name, owner's name, address
  std::string district;
  std::string project; ///< subject it may examine: OPnn or theory
  std::optional<SiteKind> kind;
  std::string owner;
  std::optional<Standing> standing;
  std::string as_of;
  int page = 1;
  int size = 50;
  std::string sort; ///< a column of the list, "-" before it turns it round
};
BOOST_DESCRIBE_STRUCT(SiteQuery, (), (q, district, project, kind, owner, standing, as_of, page, size, sort))

struct SitePage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<SiteItem> items;
  std::string as_of;
};
BOOST_DESCRIBE_STRUCT(SitePage, (), (total, page, size, items, as_of))

/// Open on these weekdays (1 = Monday) of the dates, both ends included.
struct OpeningView {
  std::string from;
  std::string to;
  std::vector<int> weekdays;
  std::vector<std::string> slots; ///< "am", "pm"
  bool on_rest_days = false;
};
BOOST_DESCRIBE_STRUCT(OpeningView, (), (from, to, weekdays, slots, on_rest_days))

/// A day that differs; no slots: closed.
struct ExceptionView {
  std::string date;
  std::vector<std::string> slots;
};
BOOST_DESCRIBE_STRUCT(ExceptionView, (), (date, slots))

struct RoomView {
  std::string id;
  std::string name;
  bool exclusive = true; ///< one subject a slot
  int capacity = 1;
  std::map<std::string, int> seats;
  std::vector<OpeningView> openings;
  std::vector<ExceptionView> exceptions;
};
BOOST_DESCRIBE_STRUCT(RoomView, (), (id, name, exclusive, capacity, seats, openings, exceptions))

struct SiteDetail {
  std::string id;
  std::string name;
  std::string owner;
  std::string owner_name;
  bool public_base = false;
  SiteKind kind = SiteKind::Both;
  bool kind_confirmed = false;
  std::string district;
  std::string district_name;
  AddressView address;
  std::vector<std::string> subjects;
  std::vector<RoomView> rooms;
  int seats = 0;
  std::map<std::string, int> seats_by_subject;
  PlaceView place;
  std::string override_reason; ///< P-2.2b, G-50
  std::optional<law::Why> override_why;
  std::vector<FlagView> flags;
  Standing standing = Standing::Published;
  std::string since;
  int version = 0;
  int head = 0;
  std::string as_of;
  bool suspended = false;
  std::vector<SuspensionView> suspensions;
  std::vector<StepView> time_line;
};
BOOST_DESCRIBE_STRUCT(SiteDetail, (),
                      (id, name, owner, owner_name, public_base, kind, kind_confirmed, district, district_name, address, subjects, rooms,
                       seats, seats_by_subject, place, override_reason, override_why, flags, standing, since, version, head, as_of, suspended,
                       suspensions, time_line))

/// A new exam site. With an owner and an effective date from 2023-08-10 on, `override_reason` is needed (P-2.2b, G-50).
struct SiteRegistration {
  std::string name;
  std::optional<std::string> owner; ///< institution id; absent or empty: none
  std::optional<bool> public_base;
  SiteKind kind = SiteKind::Both;
  std::string district;
  std::string address;
  std::optional<PlaceInput> place;
  std::vector<std::string> subjects;
  std::optional<std::string> override_reason;
  std::optional<std::string> effective_date; ///< absent: today
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(SiteRegistration, (),
                      (name, owner, public_base, kind, district, address, place, subjects, override_reason, effective_date, reason))

/// Members that are absent stay as they are.
struct SiteEdit {
  std::string id;
  int version = 0;
  std::string reason;
  std::optional<std::string> name;
  std::optional<SiteKind> kind; ///< entering it confirms it
  std::optional<std::string> district;
  std::optional<std::string> address;
  std::optional<bool> address_confirmed;
  std::optional<PlaceInput> place;
  std::optional<bool> remove_place;
  std::optional<std::vector<std::string>> subjects;
  std::optional<std::vector<std::string>> resolved_flags;
};
BOOST_DESCRIBE_STRUCT(SiteEdit, (),
                      (id, version, reason, name, kind, district, address, address_confirmed, place, remove_place, subjects,
                       resolved_flags))

struct Deregistration {
  std::string id;
  int version = 0;
  std::optional<std::string> effective_date; ///< absent: today
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Deregistration, (), (id, version, effective_date, reason))

/// Creates room `room` of site `id` or changes it. `room` is the whole id "GZ-A01-S1-R1" or its end "R1".
struct RoomInput {
  std::string id;
  std::string room;
  int version = 0; ///< of the site
  std::string reason;
  std::string name;
  bool exclusive = true;
  int capacity = 0;
  std::map<std::string, int> seats;
  std::optional<std::vector<OpeningView>> openings;     ///< absent: as they are (a new room: none)
  std::optional<std::vector<ExceptionView>> exceptions; ///< absent: as they are
};
BOOST_DESCRIBE_STRUCT(RoomInput, (), (id, room, version, reason, name, exclusive, capacity, seats, openings, exceptions))

struct RoomRemoval {
  std::string id;
  std::string room;
  int version = 0;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RoomRemoval, (), (id, room, version, reason))

// ---- districts and projects --------------------------------------------------------------------------------------------------

struct DistrictView {
  std::string code;
  std::string name_zh;
  std::string name_en;
  PlaceView centre;
  int institutions = 0; ///< supervised there
  int sites = 0;
};
BOOST_DESCRIBE_STRUCT(DistrictView, (), (code, name_zh, name_en, centre, institutions, sites))

struct DistrictList {
  std::vector<DistrictView> items;
};
BOOST_DESCRIBE_STRUCT(DistrictList, (), (items))

struct ProjectView {
  std::string id;
  std::string name_zh;
  std::string name_en;
  std::string category;
  std::string category_zh;
  std::string category_en;
  bool exempt = false; ///< on the city's list of S-1.2c
  int institutions = 0;
  int sites = 0;
};
BOOST_DESCRIBE_STRUCT(ProjectView, (), (id, name_zh, name_en, category, category_zh, category_en, exempt, institutions, sites))

struct ScopeView {
  std::string id;
  std::string name_zh;
  std::string name_en;
  int institutions = 0;
};
BOOST_DESCRIBE_STRUCT(ScopeView, (), (id, name_zh, name_en, institutions))

struct ProjectList {
  std::vector<ProjectView> items;
  std::vector<ScopeView> scopes; ///< high-risk industries of table b
  int theory_sites = 0;          ///< sites that may hold theory examinations
};
BOOST_DESCRIBE_STRUCT(ProjectList, (), (items, scopes, theory_sites))

} // namespace ankao::registry::routes
