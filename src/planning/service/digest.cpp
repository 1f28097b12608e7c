// SPDX-License-Identifier: Apache-2.0
#include "planning/service/digest.hpp"

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"

namespace ankao::planning {

namespace {

using nlohmann::json;

json maybe(const std::optional<Date>& date) { return date ? json(to_string(*date)) : json(nullptr); }

std::string digest(const json& record) { return to_hex(sm3(record.dump())); }

} // namespace

std::string digest_of(const Booking& b) {
  return digest({{"id", b.id},
                 {"month", to_string(b.month)},
                 {"class", b.class_id},
                 {"institution", b.institution},
                 {"subject", b.subject},
                 {"kind", name_of(b.kind)},
                 {"own_school", b.own_school},
                 {"class_opened", to_string(b.class_opened)},
                 {"booked_at", b.booked_at.ms},
                 {"days_late", b.working_days_late},
                 {"started", to_string(b.started)},
                 {"planned_completed", to_string(b.planned_completed)},
                 {"completed", maybe(b.completed)},
                 {"not_before", maybe(b.not_before)},
                 {"finish_by", maybe(b.finish_by)},
                 {"regular_exam", maybe(b.regular_exam)},
                 {"carried", b.carried},
                 {"candidates", b.candidates},
                 {"placed", b.placed},
                 {"state", name_of(b.state)},
                 {"demo", b.demo}});
}

std::string digest_of(const PlanVersion& p) {
  return digest({{"month", to_string(p.month)},
                 {"version", p.version},
                 {"stage", name_of(p.stage)},
                 {"announced_source", p.announced_source},
                 {"slots", p.slots},
                 {"policy", p.policy},
                 {"instance_sm3", p.instance_sm3},
                 {"engine", p.engine},
                 {"work_limit", p.work_limit},
                 {"public_value", p.public_value},
                 {"seed", p.seed},
                 {"plan_sm3", p.plan_sm3},
                 {"levels", p.levels.values()},
                 {"lawful", p.lawful}});
}

} // namespace ankao::planning
