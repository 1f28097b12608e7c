// SPDX-License-Identifier: Apache-2.0
#include "registry/routes/condition_views.hpp"

#include <algorithm>

#include "registry/files/condition_forms.hpp"
#include "registry/files/condition_law.hpp"
#include "registry/routes/views.hpp"
#include "registry/service/checks.hpp"
#include "registry/service/conditions.hpp"

namespace ankao::registry::routes {
namespace {

std::optional<ConditionFigure> figure_in(const ConditionLaw& condition, const std::optional<Sheet>& sheet, const ConditionPlace& place, Date day) {
  if (!sheet) return std::nullopt;
  const auto figure = figure_of(shipped_conditions_law(), condition, *sheet, place, day);
  if (!figure) return std::nullopt;
  ConditionFigure out;
  out.figure = condition.kind == ConditionKind::Area ? area_text(figure->number) : std::to_string(figure->number);
  out.until = figure->until;
  out.expired = figure->expired;
  out.below = below(condition, place.premises, *figure);
  for (const Stated& one : sheet->values)
    if (one.condition == condition.id) out.from = one.from, out.note = one.note, out.evidence = static_cast<int>(one.evidence.size());
  return out;
}

bool same(const std::optional<ConditionFigure>& a, const std::optional<ConditionFigure>& b) {
  if (!a || !b) return !a && !b;
  return a->figure == b->figure && a->from == b->from && a->until == b->until && a->note == b->note;
}

std::vector<ConditionPerson> persons_of(const std::optional<Sheet>& sheet, Date day) {
  std::vector<ConditionPerson> out;
  if (sheet)
    for (const StaffRow& row : sheet->staff)
      out.push_back({row.name, row.post, row.full_time, row.born, row.education, row.title, row.certificate, row.number, row.until, row.projects, row.years, row.insured, row.until && *row.until < day});
  return out;
}

std::vector<ConditionWord> words_of(const std::vector<TwoWords>& all) {
  std::vector<ConditionWord> out;
  for (const TwoWords& one : all) out.push_back({one.id, one.zh, one.en});
  return out;
}

} // namespace

ConditionSheetRow row_of(const Sheet& sheet) { return {sheet.id(), name_of(sheet.state), sheet.valid_from, sheet.declared_at, sheet.person, sheet.decided_at, sheet.decided_name, sheet.reason}; }

ConditionsView view_of(db::Transaction& transaction, const api::Call& call, const ConditionsOnDay& c) {
  const ConditionsLaw& law = shipped_conditions_law();
  ConditionsView out;
  out.place = c.place.id;
  out.name = c.place.name;
  out.kind = c.place.site.empty() ? "institution" : "site";
  out.district = c.place.district;
  out.district_name = name_in(call.language, c.place.district);
  for (const Premises one : c.place.premises) out.premises.push_back(name_of(one));
  out.projects = c.place.projects;
  for (const ConditionLaw& one : law.conditions) {
    if (!concerns(one, c.place.premises)) continue;
    ConditionLine line{one.id, one.zh, one.en, one.unit_zh, one.unit_en, name_of(one.kind), one.evidence, {}, figure_in(one, c.confirmed, c.place, c.day), figure_in(one, c.declared, c.place, c.day)};
    for (const Ask& ask : one.asks)
      if (std::find(c.place.premises.begin(), c.place.premises.end(), ask.premises) != c.place.premises.end()) line.asks.push_back({name_of(ask.premises), ask.at_least, ask.clause});
    out.lines.push_back(std::move(line));
  }
  out.staff = persons_of(c.confirmed, c.day);
  out.declared_staff = persons_of(c.declared, c.day);
  for (const Sheet& one : sheets_of(transaction, c.place.id)) out.sheets.push_back(row_of(one));
  if (c.declared && c.declared->state == SheetState::Declared) out.waiting = c.declared->id();
  const ledger::Actor actor = call.caller.actor();
  out.may_declare = call.caller.can("condition.declare") && may_declare(actor, c.place);
  out.may_confirm = call.caller.can("condition.confirm") && !out.waiting.empty() && may_see(actor, c.place) && actor.account != c.declared->account;
  out.warn_days = law.warn_days;
  out.words = {words_of(law.posts), words_of(law.educations), words_of(law.titles), words_of(law.certificates)};
  return out;
}

ConditionHistory history_of(db::Transaction& transaction, const ConditionPlace& place) {
  const ConditionsLaw& law = shipped_conditions_law();
  auto heads = sheets_of(transaction, place.id);
  std::reverse(heads.begin(), heads.end());
  ConditionHistory out;
  std::optional<Sheet> before;
  for (const Sheet& head : heads) {
    const auto now = sheet(transaction, head.number);
    for (const ConditionLaw& one : law.conditions) {
      if (!concerns(one, place.premises)) continue;
      // Each as it was on the day it was declared for.
      const auto figure = figure_in(one, now, place, head.valid_from);
      if (same(figure, figure_in(one, before, place, head.valid_from))) continue;
      out.items.push_back({one.id, one.zh, one.en, one.unit_zh, one.unit_en, name_of(one.kind), figure, row_of(head)});
    }
    before = now;
  }
  std::reverse(out.items.begin(), out.items.end());
  return out;
}

ConditionRow row_of(const ConditionFound& found, Date today, problems::Language language) {
  ConditionRow out;
  out.id = found.id;
  out.name = found.name;
  out.kind = found.kind;
  out.district_name = name_in(language, found.district);
  out.state = found.standing ? name_of(found.standing->state) : "none";
  out.confirmed = found.standing && found.standing->confirmed;
  out.declared_at = found.declared_at;
  out.person = found.person;
  if (found.standing) {
    out.below = found.standing->below;
    out.ends = found.standing->ends;
    out.expired = out.ends && *out.ends < today;
  }
  return out;
}

StaffListRow row_of(const StaffFound& found, Date today, problems::Language language) {
  const StaffRow& row = found.row;
  return {found.place, found.place_name, name_in(language, found.district), name_of(found.state), row.name, row.post, row.full_time, row.education, row.title, row.certificate, row.number,
          row.until, row.until && *row.until < today, row.projects, row.years, row.insured};
}

Result<ConditionDraft> draft_of(const ConditionDeclaration& form) {
  ConditionDraft out;
  out.place = form.place;
  out.valid_from = form.valid_from;
  std::vector<Problem> faults;
  if (form.values) {
    out.values.emplace();
    for (std::size_t i = 0; i < form.values->size(); ++i) {
      const StatedInput& one = (*form.values)[i];
      Stated stated{one.condition, 0, one.from, one.until, trimmed(one.note.value_or("")), {}};
      if (const ConditionLaw* law = shipped_conditions_law().find(one.condition); law != nullptr && law->kind != ConditionKind::Staff) {
        const auto number = read_figure(*law, one.figure.value_or(""));
        if (number.ok())
          stated.number = *number;
        else
          faults.push_back(problem(number.problem().id, number.problem().details, "/values/" + std::to_string(i) + "/figure"));
      }
      out.values->push_back(std::move(stated));
    }
  }
  if (form.staff) {
    out.staff.emplace();
    for (const PersonInput& one : *form.staff)
      out.staff->push_back({trimmed(one.name), one.post, one.full_time, one.born.value_or(0), one.education.value_or("other"), one.title.value_or("none"), one.certificate.value_or("none"), trimmed(one.number.value_or("")), one.until,
                            one.projects.value_or(std::vector<std::string>{}), one.years.value_or(0), one.insured.value_or(0)});
  }
  if (const auto sound = verdict(std::move(faults)); !sound.ok()) return sound.problem();
  return out;
}

} // namespace ankao::registry::routes
