// SPDX-License-Identifier: Apache-2.0
#include "deadlines/service/notes.hpp"

namespace ankao::deadlines {
namespace {

Bilingual state_words(const Deadline& deadline, const Term& term, Instant now, const WorkingDays& days) {
  const bool working = deadline.calendar == DayCalendar::StateHolidays;
  const auto left = days_left(deadline, {*term.due_day, *term.due_at}, now, days);
  if (now >= *term.due_at) {
    if (!left || *left == 0) return {"已超期", "overdue"};
    return {"已超期 " + std::to_string(-*left) + (working ? " 个工作日" : " 天"), std::to_string(-*left) + (working ? " working days overdue" : " days overdue")};
  }
  if (!left) return {"到期日 " + to_string(*term.due_day), "due " + to_string(*term.due_day)};
  if (*left == 0) return {"今日到期", "due today"};
  return {"剩 " + std::to_string(*left) + (working ? " 个工作日" : " 天"), std::to_string(*left) + (working ? " working days left" : " days left")};
}

} // namespace

Note note_of(const Deadline& deadline, const Term& term, const Moment& moment, Instant now, const WorkingDays& days, const std::string& deed) {
  const Bilingual state = state_words(deadline, term, now, days);
  const bool up = moment.deed == Deed::Escalate;
  Note note;
  note.role = up ? moment.role : term.role;
  note.scope_kind = up ? (moment.role == "district_bureau" ? "district" : "city") : term.scope_kind;
  note.scope_id = up ? (note.scope_kind == "district" ? term.district : "") : term.scope_id;
  note.topic = up ? "deadline.escalated" : moment.deed == Deed::Miss ? "deadline.missed" : "deadline.reminder";
  note.title = {deadline.title.zh + "：" + state.zh, deadline.title.en + ": " + state.en};
  const std::string what = term.title + (up && !term.owner.empty() ? "（" + term.owner + "）" : "");
  const std::string missed_zh = now >= *term.due_at ? deadline.missed.zh + "（" + deadline.missed_clause + "）。" : "";
  const std::string missed_en = now >= *term.due_at ? deadline.missed.en + " (" + deadline.missed_clause + "). " : "";
  note.body = {missed_zh + what + "，到期日 " + to_string(*term.due_day) + "。办结条件：" + deadline.done.zh + "（" + deadline.clause + "）。",
               missed_en + what + ", due " + to_string(*term.due_day) + ". Done when " + deadline.done.en + " (" + deadline.clause + ")."};
  note.link = "/work/terms/" + term.id();
  note.once_key = "term:" + term.id() + " " + deed;
  return note;
}

} // namespace ankao::deadlines
