// SPDX-License-Identifier: Apache-2.0
#include "planning/files/after_law.hpp"
#include "planning/routes/after_views.hpp"
#include "planning/service/after.hpp"
#include "planning/service/reading.hpp"
#include "planning/store/plans.hpp"
#include "registry/service/reading.hpp"

namespace ankao::planning {
namespace {

constexpr std::int64_t k_most = 200; ///< batches of one class or institution

std::string day(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }
std::string moment(const std::optional<Instant>& at) { return at ? to_string(*at) : ""; }

dto::AdmissionItem admission_item(db::Transaction& transaction, const World& world, const PlanVersion& plan, const BatchRow& batch, Language language) {
  dto::AdmissionItem out{batch.id, batch.class_id, batch.institution, batch.institution_name, batch.subject, subject_name(world, batch.subject, language), batch.candidates, batch.placed, {}};
  for (const auto& place : places_of_batch(transaction, plan, batch.id)) {
    const auto& session = place.session;
    const auto site = registry::site_in(transaction, session.site, *parse_date(session.date));
    out.places.push_back({session.id, session.date, session.slot, slot_time(session.slot), session.site, session.site_name, site ? site->record.address.text : "", session.room_name,
                          place.seat.candidates});
  }
  return out;
}

dto::AdmissionView frame_of(db::Transaction& transaction, const World& world, const PlanVersion& plan, Language language) {
  dto::AdmissionView out;
  out.month = to_string(plan.month);
  out.version = plan.version;
  out.confirmed = is_confirmed(transaction, plan);
  out.demo = plan.demo;
  out.published_at = moment(published_at(plan));
  out.bring = language == Language::English ? shipped_after_law().bring_en : shipped_after_law().bring_zh;
  out.objections_until = day(objections_until(transaction, world, plan));
  return out;
}

} // namespace

Result<dto::AdmissionView> admission_view(db::Transaction& transaction, const World& world, Month month, const std::string& code, const std::string& institution, Date,
                                          Language language) {
  const auto plan = in_force(transaction, month);
  if (!plan.ok()) return plan.problem();
  dto::AdmissionView out = frame_of(transaction, world, *plan, language);
  BatchFilter filter;
  filter.q = code;
  filter.institution = institution;
  filter.limit = k_most;
  for (const auto& batch : list_batches(transaction, key_of(*plan), filter).items)
    if (code.empty() || batch.id == code || batch.class_id == code) out.items.push_back(admission_item(transaction, world, *plan, batch, language));
  if (out.items.empty() && !code.empty()) return problem("planning.code_unknown", {{"value", code}, {"month", to_string(month)}}, "code");
  return out;
}

dto::OwnAdmission own_admission(db::Transaction& transaction, const World& world, const std::string& institution, Date today, Language language) {
  dto::OwnAdmission out;
  for (const auto& newest : newest_versions(transaction)) {
    if (newest.month < month_of(today) || !published_version(transaction, newest.month)) continue;
    auto view = admission_view(transaction, world, newest.month, "", institution, today, language);
    if (view.ok() && !view->items.empty()) out.months.push_back(std::move(*view));
  }
  return out;
}

dto::ObjectionRow objection_row(const Objection& o, const ledger::Actor& reader) {
  return {o.id, o.state, to_string(o.month), o.version, o.institution, o.institution_name, o.batch, o.session, o.by_institution, o.text, to_string(o.at), o.answer, day(o.not_before),
          o.first_name, moment(o.first_at), o.second_name, moment(o.second_at), o.repaired_in,
          !o.first_account.empty() && (o.first_account == reader.account || o.first_account == reader.behalf)};
}

dto::ObjectionAnswer objection_answer(const Objection& o) {
  const bool open = o.state == ObjectionState::Open || o.state == ObjectionState::Proposed;
  return {o.id, to_string(o.month), o.batch, to_string(o.at), open ? "" : o.answer, open ? "" : moment(o.second_at ? o.second_at : o.first_at), open ? ObjectionState::Open : o.state, o.repaired_in};
}

dto::MoveRow move_row(const World& world, const Move& m, Language language) {
  return {m.batch, m.class_id, m.institution, m.institution_name, m.subject, subject_name(world, m.subject, language), m.came, m.date, m.slot, m.site, m.site_name, m.room_name, m.candidates, m.lost};
}

} // namespace ankao::planning
