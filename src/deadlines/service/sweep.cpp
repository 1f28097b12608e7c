// SPDX-License-Identifier: Apache-2.0
#include "deadlines/service/sweep.hpp"

#include "db/use_case.hpp"
#include "deadlines/files/register.hpp"
#include "deadlines/rules/schedule.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/service/notes.hpp"
#include "deadlines/service/term_step.hpp"
#include "deadlines/store/terms.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::deadlines {
namespace {

const ledger::Actor k_platform{"system", "平台", "system", "city"};

/// "month:2024-03", "year:2024" or "date:2023-11-04", with the owner where there are several.
std::string subject_of(const Deadline& deadline, Date day, const Owner& owner) {
  std::string subject = deadline.starts.kind == StartKind::Month  ? "month:" + to_string(month_of(day))
                        : deadline.starts.kind == StartKind::Year ? "year:" + std::to_string(day.year())
                                                                  : "date:" + to_string(deadline.starts.day);
  return owner.id.empty() ? subject : subject + "/" + owner.kind + ":" + owner.id;
}

std::string title_of(const Deadline& deadline, Date day, const Owner& owner) {
  std::string title = deadline.starts.kind == StartKind::Month  ? to_string(month_of(day))
                      : deadline.starts.kind == StartKind::Year ? std::to_string(day.year())
                                                                : to_string(deadline.starts.day);
  return owner.id.empty() ? title : title + " " + owner.name;
}

/// A platform that comes into use does not find what was due before it was there.
bool to_be_started(db::Transaction& transaction, const Deadline& deadline, const Anchor& anchor, Instant now, const WorkingDays& days) {
  const auto end = due(deadline, anchor, days);
  if (!end || !*end) return false;
  return now < (*end)->at || store::any_of(transaction, deadline.id);
}

int start_recurring(db::Transaction& transaction, const Owners& owners, Instant now) {
  const WorkingDays days = calendar(transaction);
  const Date today = date_of(now);
  int opened = 0;
  for (const Deadline& deadline : shipped_register().deadlines) {
    const StartKind kind = deadline.starts.kind;
    if (kind == StartKind::Event || kind == StartKind::Hand || !deadline.holds_on(today)) continue;
    if (kind == StartKind::Date && today < deadline.starts.day) continue;
    const Anchor anchor{kind == StartKind::Date ? deadline.starts.day : today};
    if (!to_be_started(transaction, deadline, anchor, now, days)) continue;
    for (const Owner& owner : owners(transaction, deadline.scope, today)) {
      Term term;
      term.subject = subject_of(deadline, today, owner);
      if (store::term(transaction, deadline.id, term.subject)) continue;
      term.title = title_of(deadline, today, owner);
      term.scope_kind = owner.kind;
      term.scope_id = owner.id;
      term.owner = owner.name;
      term.district = owner.district;
      term.anchor = anchor.day;
      if (start(transaction, k_platform, now, days, deadline, term).ok()) ++opened;
    }
  }
  return opened;
}

/// A deed belongs to the last day it was done for: a new last day reminds anew.
std::string deed_key(const Term& term, const Moment& moment) { return to_string(*term.due_day) + " " + moment.key(); }

void act(db::Transaction& transaction, const SendNote& send, Term& term, const Moment& moment, Instant now, const WorkingDays& days, Swept& swept) {
  const Deadline& deadline = deadline_of(term);
  if (moment.deed == Deed::Miss) {
    if (!term.overdue) miss(transaction, k_platform, now, term);
    ++swept.missed;
  } else if (moment.deed == Deed::Escalate) {
    store::copy_to(transaction, term.number, moment.role, now);
    ledger::append(transaction, {k_platform, now, "term.escalate", "term:" + term.id(), "", "", deadline.missed_clause, moment.role});
    ++swept.escalated;
  } else {
    ++swept.reminded;
  }
  if (send) send(transaction, note_of(deadline, term, moment, now, days, deed_key(term, moment)), now);
}

void look_at(db::Transaction& transaction, const SendNote& send, Term& term, Instant now, const WorkingDays& days, Swept& swept) {
  ++swept.looked;
  const auto end = due_of(term, days);
  std::optional<Instant> next;
  if (end) {
    const auto moments = schedule(deadline_of(term), *end, days);
    std::set<std::string> done;
    const std::string prefix = to_string(end->day) + " ";
    for (const auto& deed : store::deeds(transaction, term.number))
      if (deed.key.rfind(prefix, 0) == 0) done.insert(deed.key.substr(prefix.size()));
    const Agenda found = agenda(moments, done, now);
    for (const Moment& moment : found.passed) store::insert_deed(transaction, {term.number, deed_key(term, moment), now, true});
    for (const Moment& moment : found.act) {
      // Without anybody to carry it a reminder stays to be sent; findings and escalations do not wait for the post.
      if (!send && (moment.deed == Deed::Remind || moment.deed == Deed::RemindAfter)) continue;
      store::insert_deed(transaction, {term.number, deed_key(term, moment), now, false});
      act(transaction, send, term, moment, now, days, swept);
    }
    next = found.next;
  }
  term.next_at = next;
  store::update(transaction, term);
}

Swept sweep_batch(db::Database& database, const SendNote& send, Instant now, int batch) {
  return *db::decide(database, [&](db::Transaction& transaction) -> Result<Swept> {
    Swept swept;
    auto terms = store::due_for_sweep(transaction, now, batch);
    if (terms.empty()) return swept;
    const WorkingDays days = calendar(transaction);
    for (Term& term : terms) look_at(transaction, send, term, now, days, swept);
    return swept;
  });
}

} // namespace

Swept sweep(db::Database& database, const Owners& owners, const SendNote& send, Instant now, int batch) {
  Swept all;
  all.opened = *db::decide(database, [&](db::Transaction& transaction) -> Result<int> { return start_recurring(transaction, owners, now); });
  for (;;) {
    const Swept part = sweep_batch(database, send, now, batch);
    all.reminded += part.reminded;
    all.missed += part.missed;
    all.escalated += part.escalated;
    all.looked += part.looked;
    if (part.looked < batch) return all;
  }
}

} // namespace ankao::deadlines
