// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>

#include "draw/files/files.hpp"
#include "law/law.hpp"
#include "planning/routes/views.hpp"
#include "planning/rules/booking.hpp"
#include "planning/service/parameters.hpp"
#include "planning/service/plan_rows.hpp"
#include "planning/service/redraws.hpp"
#include "planning/service/plans.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

Result<PlanVersion> version_for(db::Transaction& transaction, Month month, std::optional<int> version, Reach reach) {
  std::optional<PlanVersion> plan;
  if (version)
    plan = find_version(transaction, month, *version);
  else
    plan = reach == Reach::Public ? published_version(transaction, month) : newest_version(transaction, month);
  const bool in_reach = plan && (reach == Reach::Desk || plan->stage == Stage::Published || plan->stage == Stage::Superseded);
  if (!in_reach) return problem("planning.plan_unknown", {{"month", to_string(month)}});
  return *plan;
}

dto::Levels view(const draw::Levels& l) { return {l.unplaced, l.exceptions, l.beyond_offer, l.envy, l.vacant, l.quality}; }

dto::Counts counts(const PlanVersion& plan) {
  return {plan.batches, plan.candidates, plan.placed, plan.candidates - plan.placed, plan.sessions, plan.sites, plan.institutions};
}

dto::PolicyView view(const draw::Policy& p) {
  return {p.visits_per_year,
          p.bands_m,
          p.order_depth,
          p.min_fragment,
          p.vacancy_free_percent,
          p.max_sessions_per_slot,
          p.max_sites_per_institution_slot,
          false,
          std::nullopt};
}

dto::PolicyView policy_view(db::Transaction& transaction, const World& world, const PlanVersion& plan) {
  const PlanningLaw law = law_in(transaction, world, plan.month.first());
  const auto changes = read_changes(plan.policy);
  dto::PolicyView out = view(policy_of(law, changes));
  out.depth_by_desk = changes.order_depth.has_value();
  if (!changes.depth && (out.depth_by_desk || plan.stage != Stage::Collecting)) return out;
  const draw::DepthChoice choice = changes.depth.value_or(draw::DepthChoice{law.policy.order_depth, law.depth, {}});
  out.depth = dto::DepthView{choice.rule.least, choice.rule.most, choice.rule.draws, choice.rule.beyond_per_thousand, {}};
  for (const auto& one : choice.trials) out.depth->trials.push_back({one.depth, one.beyond, one.left_out_more});
  return out;
}

namespace {

std::optional<Instant> moment(const PlanVersion& plan, std::string_view step) {
  std::optional<Instant> at;
  for (const auto& one : plan.steps)
    if (one.step == step) at = one.at;
  return at;
}

} // namespace

dto::Deadline deadline(const World& world, const PlanVersion& plan, std::optional<Date> today) {
  dto::Deadline out;
  const Date last = publication_deadline(law_of(world, plan.month.previous().first()), plan.month);
  out.date = to_string(last);
  out.clause = "S-2.3";
  if (today) out.days_left = last - *today;
  if (const auto at = moment(plan, "plan.publish")) out.kept = date_of(*at) <= last;
  return out;
}

std::vector<dto::StepItem> steps(const PlanVersion& plan, Reach reach) {
  std::vector<dto::StepItem> items;
  for (const auto& one : plan.steps) {
    dto::StepItem item{one.step, to_string(one.at), one.role, std::nullopt, one.reason};
    if (reach == Reach::Desk) item.name = one.name;
    items.push_back(std::move(item));
  }
  return items;
}

std::vector<dto::VersionItem> version_items(db::Transaction& transaction, Month month, Reach reach) {
  std::vector<dto::VersionItem> items;
  for (const auto& one : versions(transaction, month)) {
    if (one.instance_sm3.empty()) continue;
    // The public learns of a version under way when it is published; of a returned one as soon as another is.
    const bool shown =
        reach == Reach::Desk || one.stage == Stage::Published || one.stage == Stage::Superseded || one.stage == Stage::Returned;
    if (!shown) continue;
    const auto& last = one.steps.back();
    items.push_back({one.version, one.stage, one.instance_sm3, one.public_value, one.seed, one.plan_sm3, to_string(last.at), last.reason});
  }
  return items;
}

std::string subject_name(const World& world, const std::string& subject, Language language) {
  const auto& names = language == Language::English ? world.subject_english : world.subject_names;
  const auto found = names.find(subject);
  return found == names.end() ? subject : found->second;
}

namespace {

std::string basis_text(const World& world, WaiverBasis basis, Language language) {
  for (const auto& one : world.law.exemptions)
    if (one.basis == basis) return language == Language::English ? one.en : one.zh;
  return "";
}

const Approval* approval_of(const std::vector<Approval>& approvals, const Waiver& waiver) {
  for (const auto& one : approvals)
    if (one.kind == "waiver" && one.institution == waiver.institution && one.subject == waiver.subject) return &one;
  return nullptr;
}

std::string name_in(const std::map<std::string, std::string>& names, const std::string& id) {
  const auto found = names.find(id);
  return found == names.end() ? id : found->second;
}

std::map<std::string, std::string> party_names(db::Transaction& transaction, PlanKey key, const std::string& kind) {
  std::map<std::string, std::string> names;
  for (const auto& [id, party] : parties(transaction, key, kind)) names[id] = party.name;
  return names;
}

} // namespace

std::vector<dto::WaiverItem> waiver_items(const World& world, const std::vector<Waiver>& waivers, const std::vector<Approval>& approvals,
                                          const std::map<std::string, std::string>& institutions, Language language) {
  std::vector<dto::WaiverItem> items;
  for (const auto& one : waivers) {
    dto::WaiverItem item;
    item.institution = one.institution;
    item.institution_name = name_in(institutions, one.institution);
    item.subject = one.subject;
    item.subject_name = subject_name(world, one.subject, language);
    item.basis = one.basis;
    item.clause = one.clause;
    item.basis_text = basis_text(world, one.basis, language);
    item.batches = one.batches;
    item.candidates = one.candidates;
    item.needs_approval = one.needs_approval;
    if (const auto* approval = one.needs_approval ? approval_of(approvals, one) : nullptr) {
      item.approved = true;
      item.reason = approval->reason;
      item.approved_at = to_string(approval->at);
      item.approved_role = approval->role;
    }
    items.push_back(std::move(item));
  }
  return items;
}

dto::CheckResult check_result(db::Transaction& transaction, const PlanVersion& plan, Language language) {
  dto::CheckResult result;
  const auto file = find_file(transaction, plan.month, plan.version, "check.json");
  if (!file) return result;
  const auto check = read_check(file->body);
  result.done = true;
  result.lawful = check.lawful;
  for (const auto& one : check.breaches) {
    const auto words = problems::Catalogue::shipped().text(one.fault, language);
    result.breaches.push_back({one.rule, one.clause, one.fault.at, words.title, words.remedy, one.ids});
  }
  return result;
}

std::vector<dto::ExceptionItem> exception_items(db::Transaction& transaction, const World& world, const PlanVersion& plan,
                                                Language language) {
  const PlanKey key{plan.month, plan.version};
  std::vector<dto::ExceptionItem> items;
  const auto all = exceptions_of(transaction, plan);
  if (all.empty()) return items;
  const auto institutions = party_names(transaction, key, "institution");
  const auto sites = party_names(transaction, key, "site");
  const auto given = approvals(transaction, plan.month, plan.version);
  const int limit = law_in(transaction, world, plan.month.first()).policy.visits_per_year;
  for (const auto& one : all) {
    dto::ExceptionItem item;
    item.institution = one.institution;
    item.institution_name = name_in(institutions, one.institution);
    item.site = one.site;
    item.site_name = name_in(sites, one.site);
    item.subject = one.subject;
    item.subject_name = subject_name(world, one.subject, language);
    item.visits = one.visits;
    item.limit = limit;
    for (const auto& a : given) {
      if (a.kind != "exception" || a.institution != one.institution || a.site != one.site || a.subject != one.subject) continue;
      item.approved = a.visits >= one.visits;
      item.reason = a.reason;
      item.approved_at = to_string(a.at);
      item.approved_role = a.role;
    }
    items.push_back(std::move(item));
  }
  return items;
}

dto::PlanItem plan_item(const World& world, const PlanVersion& plan) {
  const auto at = moment(plan, "plan.publish");
  return {to_string(plan.month), plan.version,     plan.stage, plan.demo, at ? to_string(*at) : "", deadline(world, plan, std::nullopt),
          counts(plan),          view(plan.levels)};
}

namespace {

std::string clause_of_rule(const std::string& rule) {
  const auto& rules = law::shipped().draw_rules;
  const auto found = rules.find(rule);
  return found == rules.end() || found->second.clauses.empty() ? "" : found->second.clauses.front();
}

std::vector<dto::SiteRule> because_of(const std::string& text, const std::map<std::string, std::string>& sites) {
  std::vector<dto::SiteRule> rules;
  std::istringstream stream(text);
  std::string word;
  while (stream >> word) {
    const auto colon = word.rfind(':');
    const std::string site = word.substr(0, colon), rule = word.substr(colon + 1);
    rules.push_back({site, name_in(sites, site), rule, clause_of_rule(rule)});
  }
  return rules;
}

std::vector<dto::UnplacedItem> unplaced_items(db::Transaction& transaction, const World& world, PlanKey key, Language language) {
  const auto sites = party_names(transaction, key, "site");
  std::vector<dto::UnplacedItem> items;
  for (const char* state : {"unplaced", "partly"}) {
    BatchFilter filter;
    filter.state = state;
    filter.limit = 1'000'000;
    for (const auto& b : list_batches(transaction, key, filter).items)
      items.push_back({b.id, b.institution, b.institution_name, b.subject, subject_name(world, b.subject, language),
                       b.candidates - b.placed, because_of(b.because, sites)});
  }
  std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.batch < b.batch; });
  return items;
}

} // namespace

dto::PlanRecord plan_record(db::Transaction& transaction, const World& world, const PlanVersion& plan, Reach reach, Language language) {
  const PlanKey key{plan.month, plan.version};
  dto::PlanRecord record;
  record.month = to_string(plan.month);
  record.version = plan.version;
  record.stage = plan.stage;
  record.demo = plan.demo;
  record.deadline = deadline(world, plan, std::nullopt);
  record.announced_source = plan.announced_source;
  record.instance_sm3 = plan.instance_sm3;
  record.engine = plan.engine;
  record.work_limit = plan.work_limit;
  record.public_value = plan.public_value;
  record.seed_rule = language == Language::English ? "seed = SM3(digest of the instance, 32 bytes ‖ revealed nonces in order of participant id ‖ public value, UTF-8)"
                                                   : "种子 = SM3（排考数据摘要的32字节 ‖ 各参与方公开的随机数，按编号排列 ‖ 公开值的UTF-8字节）";
  record.seed = plan.seed;
  record.plan_sm3 = plan.plan_sm3;
  if (!plan.seed.empty() && is_redraw(plan))
    record.reproduce = "ankao redraw instance.json plan.json --lost lost.json --seed " + plan.seed + " --out plan-" + std::to_string(plan.version) + ".json";
  else if (!plan.seed.empty())
    record.reproduce = "ankao draw instance.json --seed " + plan.seed + " --work " + std::to_string(plan.work_limit) + " --out plan.json";
  record.levels = view(plan.levels);
  record.greedy = view(plan.greedy);
  record.counts = counts(plan);
  record.policy = policy_view(transaction, world, plan);
  record.check = check_result(transaction, plan, language);
  record.waivers = waiver_items(world, waivers(transaction, plan.month, plan.version), approvals(transaction, plan.month, plan.version),
                                party_names(transaction, key, "institution"), language);
  record.exceptions = exception_items(transaction, world, plan, language);
  if (!plan.plan_sm3.empty()) record.unplaced = unplaced_items(transaction, world, key, language);
  record.steps = steps(plan, reach);
  record.versions = version_items(transaction, plan.month, reach);
  for (const auto& file : files(transaction, plan.month, plan.version)) record.files.push_back({file.name, file.size, file.sm3});
  if (const auto until = feedback_until(transaction, world, plan)) record.feedback_until = to_string(*until);
  return record;
}

std::vector<dto::SessionItem> session_items(db::Transaction& transaction, const World& world, PlanKey key,
                                            const std::vector<SessionRow>& rows, Language language) {
  std::vector<std::string> ids, batch_ids;
  for (const auto& row : rows) ids.push_back(row.id);
  const auto seats = seats_of_sessions(transaction, key, ids);
  for (const auto& seat : seats) batch_ids.push_back(seat.batch);
  std::sort(batch_ids.begin(), batch_ids.end());
  batch_ids.erase(std::unique(batch_ids.begin(), batch_ids.end()), batch_ids.end());
  std::map<std::string, BatchRow> batches;
  for (auto& batch : batches_by_id(transaction, key, batch_ids)) batches[batch.id] = std::move(batch);
  std::map<std::string, std::vector<dto::SeatItem>> by_session;
  for (const auto& seat : seats) {
    const auto& b = batches.at(seat.batch);
    by_session[seat.session].push_back({seat.batch, b.class_id, b.institution, b.institution_name, b.kind, b.own_school, seat.candidates});
  }
  std::vector<dto::SessionItem> items;
  for (const auto& r : rows)
    items.push_back({r.id, r.date, r.slot, r.site, r.site_name, r.district, r.room, r.room_name, r.subject,
                     subject_name(world, r.subject, language), r.subject == k_theory, r.seats, r.candidates, by_session[r.id]});
  return items;
}

std::vector<dto::BatchItem> batch_items(db::Transaction& transaction, const World& world, PlanKey key, const std::vector<BatchRow>& rows,
                                        Language language) {
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  std::map<std::string, std::vector<dto::PlaceItem>> places;
  for (const auto& [seat, s] : places_of_batches(transaction, key, ids))
    places[seat.batch].push_back({s.id, s.site, s.site_name, s.room, s.date, s.slot, seat.candidates, seat.distance_m});
  const auto text = [](const std::optional<Date>& date) { return date ? std::optional(to_string(*date)) : std::nullopt; };
  std::vector<dto::BatchItem> items;
  for (const auto& r : rows) {
    dto::BatchItem item;
    item.id = r.id;
    item.class_id = r.class_id;
    item.institution = r.institution;
    item.institution_name = r.institution_name;
    item.subject = r.subject;
    item.subject_name = subject_name(world, r.subject, language);
    item.kind = r.kind;
    item.own_school = r.own_school;
    item.started = to_string(r.started);
    item.completed = to_string(r.completed);
    item.not_before = text(r.not_before);
    item.finish_by = text(r.finish_by);
    item.carried = r.carried;
    item.candidates = r.candidates;
    item.placed = r.placed;
    item.state = r.state == "placed" ? dto::BatchState::Placed : r.state == "partly" ? dto::BatchState::Partly : dto::BatchState::Unplaced;
    item.waiver = waiver_basis(r.waiver);
    item.places = std::move(places[r.id]);
    items.push_back(std::move(item));
  }
  return items;
}

dto::BookingItem booking_item(const World& world, const Booking& b, Language language) {
  const auto text = [](const std::optional<Date>& date) { return date ? std::optional(to_string(*date)) : std::nullopt; };
  dto::BookingItem item;
  item.id = b.id;
  item.month = to_string(b.month);
  item.class_id = b.class_id;
  item.institution = b.institution;
  item.institution_name = b.institution_name;
  item.subject = b.subject;
  item.subject_name = subject_name(world, b.subject, language);
  item.kind = b.kind;
  item.own_school = b.own_school;
  item.class_opened = to_string(b.class_opened);
  item.booked_at = to_string(b.booked_at);
  if (const auto last = book_by(law_of(world, b.class_opened), world.calendar, b.class_opened)) item.book_by = to_string(*last);
  item.working_days_late = b.working_days_late;
  item.late_reason = b.late_reason;
  item.started = to_string(b.started);
  item.planned_completed = to_string(b.planned_completed);
  item.completed = text(b.completed);
  item.not_before = text(b.not_before);
  item.finish_by = text(b.finish_by);
  item.regular_exam = text(b.regular_exam);
  item.carried = b.carried;
  item.candidates = b.candidates;
  item.placed = b.placed;
  item.state = b.state;
  item.reason = b.reason;
  item.demo = b.demo;
  item.version = b.version;
  for (const auto& one : warnings(world, b)) item.warnings.push_back(problems::Catalogue::shipped().text(one, language).title);
  return item;
}

} // namespace ankao::planning
