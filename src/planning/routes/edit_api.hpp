// SPDX-License-Identifier: Apache-2.0
// Lint before the draw (api/api.hpp):
//   GET /api/desk/{month}/edits     plan.edits     EditsQuery -> LateEditsView      (plan.view_draft)
#pragma once

#include "planning/routes/api.hpp"

namespace ankao::planning::dto {

struct EditsQuery {
  Month month;
  std::optional<Instant> since; ///< none: when the desk opened the month
};
BOOST_DESCRIBE_STRUCT(EditsQuery, (), (month, since))

struct EditStepItem {
  std::string at, person, role, action, reason;
};
BOOST_DESCRIBE_STRUCT(EditStepItem, (), (at, person, role, action, reason))

struct FieldEditItem {
  std::string field, of, before, after;
};
BOOST_DESCRIBE_STRUCT(FieldEditItem, (), (field, of, before, after))

struct SeatsEditItem {
  std::string subject, subject_name;
  std::int64_t before = 0, after = 0;
};
BOOST_DESCRIBE_STRUCT(SeatsEditItem, (), (subject, subject_name, before, after))

/// Batches whose lot the edit changes, whatever the seed will be.
struct EffectItem {
  std::vector<std::string> appeared, vanished, sites, bands, places, people, days;
  std::vector<SeatsEditItem> seats;
};
BOOST_DESCRIBE_STRUCT(EffectItem, (), (appeared, vanished, sites, bands, places, people, days, seats))

struct RecordEditItem {
  std::string kind; ///< "institution", "site", "suspension", "booking"
  std::string id, name;
  bool matters = false;
  std::vector<EditStepItem> steps;
  std::vector<FieldEditItem> fields;
  EffectItem effect;
};
BOOST_DESCRIBE_STRUCT(RecordEditItem, (), (kind, id, name, matters, steps, fields, effect))

struct LateEditsView {
  std::string month, since, until;
  std::int64_t matter = 0, left_out = 0;
  std::vector<RecordEditItem> items;
};
BOOST_DESCRIBE_STRUCT(LateEditsView, (), (month, since, until, matter, left_out, items))

} // namespace ankao::planning::dto
