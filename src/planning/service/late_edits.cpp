// SPDX-License-Identifier: Apache-2.0
#include "planning/service/late_edits.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include "planning/rules/builder.hpp"
#include "planning/service/assembly.hpp"
#include "planning/service/stages.hpp"
#include "planning/store/booking_past.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/plans.hpp"
#include "registry/service/edits.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {

namespace {

using Undo = std::function<void(BuildInput&)>;

/// What a record's edits were, and how an input looks without them.
struct Edit {
  RecordEdits told;
  Undo undo;
};

template <class Input, class Record>
void put_back(std::vector<Input>& all, const std::string& id, const std::optional<Record>& before, bool published, Point place) {
  std::erase_if(all, [&](const Input& one) { return one.record.id == id; });
  if (!before) return;
  const auto spot = std::find_if(all.begin(), all.end(), [&](const Input& one) { return one.record.id > id; });
  all.insert(spot, Input{*before, place, published});
}

Point point_of(const registry::Place& place) { return {place.longitude_e6, place.latitude_e6}; }

std::vector<WhoEdited> steps_of(const std::vector<registry::EditStep>& steps) {
  std::vector<WhoEdited> out;
  for (const auto& one : steps) out.push_back({one.at, one.person, one.role, one.action, one.reason});
  return out;
}

class Collector {
public:
  Collector(db::Transaction& transaction, const BuildInput& input)
      : transaction_(transaction)
      , input_(input) {}

  std::vector<Edit> between(Instant since, Instant until) {
    const auto edits = registry::edits_between(transaction_, since, until, date_of(until));
    for (const auto& one : edits.institutions) add_institution(one);
    for (const auto& one : edits.sites) add_site(one);
    for (const auto& one : edits.suspensions) add_suspension(one);
    add_bookings(since, until);
    return std::move(out_);
  }

private:
  template <class Record>
  Edit begun(const char* kind, const registry::EntryEdit<Record>& one) {
    Edit edit;
    edit.told.kind = kind;
    edit.told.id = one.id;
    edit.told.name = one.after ? one.after->name : one.before ? one.before->name : one.id;
    edit.told.steps = steps_of(one.steps);
    if (one.standing_before != one.standing_after && one.before && one.after)
      edit.told.fields.push_back({"published", "", one.standing_before == registry::Standing::Published ? "yes" : "no", one.standing_after == registry::Standing::Published ? "yes" : "no"});
    return edit;
  }

  void add_institution(const registry::EntryEdit<registry::InstitutionRecord>& one) {
    Edit edit = begun("institution", one);
    for (auto& field : field_edits(one.before, one.after)) edit.told.fields.push_back(std::move(field));
    const Point place = one.before ? point_of(registry::place_of(one.before->place, one.before->supervising_district)) : Point{};
    edit.undo = [one, place](BuildInput& in) { put_back(in.institutions, one.id, one.before, one.standing_before == registry::Standing::Published, place); };
    out_.push_back(std::move(edit));
  }

  void add_site(const registry::EntryEdit<registry::SiteRecord>& one) {
    Edit edit = begun("site", one);
    for (auto& field : field_edits(one.before, one.after, input_.month, input_.calendar)) edit.told.fields.push_back(std::move(field));
    const Point place = one.before ? point_of(registry::place_of(one.before->place, one.before->district)) : Point{};
    edit.undo = [one, place](BuildInput& in) { put_back(in.sites, one.id, one.before, one.standing_before == registry::Standing::Published, place); };
    out_.push_back(std::move(edit));
  }

  void add_suspension(const registry::SuspensionEdit& one) {
    Edit edit;
    edit.told.kind = "suspension";
    edit.told.id = one.suspension.subject.substr(one.suspension.subject.find(':') + 1);
    edit.told.name = one.suspension.subject;
    edit.told.steps = steps_of({one.step});
    edit.told.fields = {{"suspended", "", "", to_string(one.suspension.from) + " – " + to_string(one.suspension.to)}};
    edit.undo = [id = one.suspension.id](BuildInput& in) { std::erase_if(in.suspensions, [&](const auto& other) { return other.id == id; }); };
    out_.push_back(std::move(edit));
  }

  void add_bookings(Instant since, Instant until) {
    std::map<std::string, std::vector<PastBooking>> by_booking;
    for (auto& past : past_between(transaction_, since, until)) by_booking[past.booking].push_back(std::move(past));
    for (const auto& [id, pasts] : by_booking)
      if (const auto now = find_booking(transaction_, id); now && now->month <= input_.month) add_booking(*now, pasts);
  }

  void add_booking(const Booking& now, const std::vector<PastBooking>& pasts) {
    Edit edit;
    edit.told.kind = "booking";
    edit.told.id = now.id;
    edit.told.name = now.institution_name;
    for (const auto& past : pasts) edit.told.steps.push_back({past.at, past.person, past.role, past.action, past.reason});
    edit.told.fields = field_edits(pasts.front().before, now);
    edit.undo = [now, before = pasts.front().before](BuildInput& in) {
      std::erase_if(in.bookings, [&](const Booking& one) { return one.id == now.id; });
      if (!before || before->state != BookingState::Booked) return;
      Booking restored = now;
      restored.candidates = before->candidates;
      restored.completed = before->completed;
      restored.not_before = before->not_before;
      restored.finish_by = before->finish_by;
      restored.state = before->state;
      in.bookings.push_back(std::move(restored));
    };
    out_.push_back(std::move(edit));
  }

  db::Transaction& transaction_;
  const BuildInput& input_;
  std::vector<Edit> out_;
};

std::optional<Instant> moment_of(const PlanVersion& plan, const char* step, bool last) {
  std::optional<Instant> found;
  for (const auto& one : plan.steps)
    if (one.step == step && (last || !found)) found = one.at;
  return found;
}

} // namespace

Result<LateEdits> late_edits(db::Transaction& transaction, const World& world, Month month, std::optional<Instant> since, Instant now) {
  const auto plan = newest_version(transaction, month);
  if (!plan) return problem("planning.month_unknown", {{"month", to_string(month)}});
  LateEdits out;
  out.until = moment_of(*plan, "plan.freeze", true).value_or(now);
  if (plan->stage == Stage::Collecting) out.until = now;
  out.since = since.value_or(moment_of(*plan, "plan.create", false).value_or(out.until));
  if (out.since >= out.until) return out;
  BuildInput input = load_input(transaction, world, *plan, date_of(out.until));
  // What came after the freeze is taken back first: the draw does not see it either.
  if (out.until < now)
    for (const auto& later : Collector(transaction, input).between(out.until, now)) later.undo(input);
  auto edits = Collector(transaction, input).between(out.since, out.until);
  if (edits.size() > k_edits_examined) {
    out.left_out = static_cast<std::int64_t>(edits.size() - k_edits_examined);
    edits.resize(k_edits_examined);
  }
  const auto is = build(input);
  for (Edit& edit : edits) {
    BuildInput was = input;
    edit.undo(was);
    edit.told.effect = draw::effect_of(build(was).instance, is.instance);
    out.edits.push_back(std::move(edit.told));
  }
  std::stable_sort(out.edits.begin(), out.edits.end(), [](const RecordEdits& a, const RecordEdits& b) {
    if (a.effect.nothing() != b.effect.nothing()) return b.effect.nothing();
    return a.steps.back().at > b.steps.back().at;
  });
  return out;
}

} // namespace ankao::planning
