// SPDX-License-Identifier: Apache-2.0
// The instance's reader takes exactly what draw.md allows, and names the place of whatever else it is given.
#include <gtest/gtest.h>

#include "draw/files/canonical.hpp"
#include "draw_check/support/text.hpp"
#include "problems/catalogue.hpp"

namespace ankao::draw::testing {
namespace {

std::string read(const Json& json) { return refusal(read_instance(json.dump())); }

/// The instance with the value at the pointer replaced.
std::string read_with(const std::string& pointer, const Json& value) {
  Json json = instance_json();
  json[Json::json_pointer(pointer)] = value;
  return read(json);
}

/// The object's members are ids of other things, not names of the format.
bool holds_ids(const std::string& pointer) { return pointer.ends_with("/seats") || pointer.starts_with("/distance_m"); }

TEST(InstanceReader, TakesTheFullWorldAndGivesItBack) {
  const World w = full_world();
  const std::string text = write_instance(w.instance);
  const auto result = read_instance(text);
  ASSERT_TRUE(result.ok()) << refusal(result);
  EXPECT_EQ(result->canonical, text);
  EXPECT_EQ(result->digest, sm3(text));
  EXPECT_EQ(write_instance(result->instance), text);
  EXPECT_EQ(result->instance.batches[1].finish_by, day(31));
  EXPECT_EQ(result->instance.sites[0].owner, 0);
  EXPECT_EQ(result->instance.sites[2].owner, std::nullopt);
}

TEST(InstanceReader, SpacesAndMemberOrderDoNotChangeTheDigest) {
  const Json json = instance_json();
  nlohmann::ordered_json reversed;
  for (auto it = json.rbegin(); it != json.rend(); ++it) reversed[it.key()] = nlohmann::ordered_json::parse(it.value().dump());
  const auto plain = read_instance(json.dump()), spaced = read_instance(reversed.dump(3) + "\n\t ");
  ASSERT_TRUE(plain.ok() && spaced.ok());
  EXPECT_EQ(plain->digest, spaced->digest);
}

TEST(InstanceReader, RefusesEachMemberMissingInTurn) {
  int tried = 0;
  const Json whole = instance_json();
  each_node(whole, Json::json_pointer(), [&](const Json::json_pointer& pointer, const Json& node) {
    if (!node.is_object()) return;
    for (auto it = node.begin(); it != node.end(); ++it) {
      Json json = whole;
      json[pointer].erase(it.key());
      const std::string found = read(json), place = (pointer / it.key()).to_string();
      ++tried;
      if (it.key() == "name" || pointer.to_string().ends_with("/seats")) {
        EXPECT_EQ(found, "") << place;
      } else if (holds_ids(pointer.to_string())) {
        EXPECT_EQ(found, "draw.file.missing_distance at " + place);
      } else {
        EXPECT_EQ(found, "draw.file.missing_member at " + place);
      }
    }
  });
  EXPECT_GT(tried, 150);
}

TEST(InstanceReader, RefusesAnUnknownMemberInEachObject) {
  const Json whole = instance_json();
  each_node(whole, Json::json_pointer(), [&](const Json::json_pointer& pointer, const Json& node) {
    if (!node.is_object()) return;
    Json json = whole;
    json[pointer]["zzz"] = 1;
    const std::string place = (pointer / "zzz").to_string();
    EXPECT_EQ(read(json), (holds_ids(pointer.to_string()) ? "draw.file.unknown_reference at " : "draw.file.unknown_member at ") + place);
  });
}

bool may_be_null(const std::string& pointer) {
  for (const char* end :
       {"/owner", "/max_sessions", "/max_sessions_per_slot", "/max_sites_per_institution_slot", "/not_before", "/finish_by"})
    if (pointer.ends_with(end)) return true;
  return false;
}

TEST(InstanceReader, RefusesEachValueOfAWrongTypeInTurn) {
  const Json whole = instance_json();
  const std::vector<Json> others = {Json::object(), Json::array(), "text", 7, true, nullptr};
  each_node(whole, Json::json_pointer(), [&](const Json::json_pointer& pointer, const Json& node) {
    for (const Json& other : others) {
      const std::string place = pointer.to_string();
      const bool same = node.type() == other.type() || (node.is_number() && other.is_number());
      // Where null stands, what else may stand there is told by the other tests.
      if (same || node.is_null() || (other.is_null() && may_be_null(place))) continue;
      Json json = whole;
      json[pointer] = other;
      EXPECT_EQ(read(json), "draw.file.wrong_type at " + place) << other;
    }
  });
}

TEST(InstanceReader, TakesNullExactlyWhereTheFormatSaysSo) {
  const Json whole = instance_json();
  int allowed = 0;
  each_node(whole, Json::json_pointer(), [&](const Json::json_pointer& pointer, const Json&) {
    if (!may_be_null(pointer.to_string())) return;
    ++allowed;
    EXPECT_EQ(read_with(pointer.to_string(), nullptr), "") << pointer;
  });
  EXPECT_EQ(allowed, 4 + 3 + 2 + 8); // sites, subjects, policy, batches
}

TEST(InstanceReader, RefusesNumbersThatAreNotWholeOrOutOfRange) {
  for (const char* number : {"1.0", "1e3", "1E3", "0.5", "-0", "007", "1.", "-", "+1", ".5", "--1", "1-1"}) {
    std::string text = instance_json().dump();
    const std::string member = "\"candidates\":30";
    text.replace(text.find(member), member.size(), std::string("\"candidates\":") + number);
    const std::string found = refusal(read_instance(text));
    const bool no_number = number[0] == '+' || number[0] == '.';
    EXPECT_EQ(found, std::string(no_number ? "draw.file.syntax" : "draw.file.not_integer") + " at /batches/0/candidates") << number;
  }
  const std::vector<std::pair<std::string, int>> least = {
      {"/batches/0/candidates", 1},     {"/sites/0/rooms/0/capacity", 1},    {"/sites/0/rooms/0/seats/LV", 1},
      {"/batches/0/carried", 0},        {"/policy/visits_per_year", 0},      {"/policy/order_depth", 0},
      {"/policy/min_fragment", 0},      {"/policy/weights/split", 0},        {"/policy/bands_m/0", 0},
      {"/distance_m/T01/S01", 0},       {"/subjects/0/max_sessions", 0},     {"/policy/max_sessions_per_slot", 0},
      {"/history/sessions/0/count", 0}, {"/policy/vacancy_free_percent", 0}, {"/policy/max_sites_per_institution_slot", 0}};
  for (const auto& [place, low] : least) {
    EXPECT_EQ(read_with(place, low), "") << place;
    EXPECT_EQ(read_with(place, low - 1), "draw.file.out_of_range at " + place);
    if (place != "/policy/bands_m/0") { // the next limit would not ascend
      EXPECT_EQ(read_with(place, 1'000'000'000), "") << place;
    }
    EXPECT_EQ(read_with(place, 1'000'000'001), "draw.file.out_of_range at " + place);
    EXPECT_EQ(read_with(place, std::numeric_limits<std::uint64_t>::max()), "draw.file.out_of_range at " + place);
  }
}

TEST(InstanceReader, RefusesWhatIsNoId) {
  for (const char* place :
       {"/subjects/2/id", "/institutions/2/id", "/sites/2/id", "/sites/2/rooms/0/id", "/batches/0/id", "/batches/0/class"})
    for (const std::string& id :
         {std::string(), std::string(65, 'a'), std::string("a b"), std::string("考"), std::string("a/b"), std::string("a\0b", 3)})
      EXPECT_EQ(read_with(place, id), std::string("draw.file.bad_id at ") + place) << id;
  EXPECT_EQ(read_with("/batches/0/id", std::string(64, 'a')), "");
  EXPECT_EQ(read_with("/batches/0/class", "Az09._-"), "");
}

TEST(InstanceReader, RefusesDoubledIds) {
  EXPECT_EQ(read_with("/subjects/2/id", "LV"), "draw.file.doubled_id at /subjects/2/id");
  EXPECT_EQ(read_with("/institutions/1/id", "T01"), "draw.file.doubled_id at /institutions/1/id");
  EXPECT_EQ(read_with("/sites/1/id", "S01"), "draw.file.doubled_id at /sites/1/id");
  EXPECT_EQ(read_with("/sites/3/rooms/0/id", "S01-1"), "draw.file.doubled_id at /sites/3/rooms/0/id");
  EXPECT_EQ(read_with("/batches/2/id", "B1"), "draw.file.doubled_id at /batches/2/id");
  EXPECT_EQ(read_with("/batches/2/class", "C-B1"), ""); // a class has several batches
}

TEST(InstanceReader, RefusesReferencesToNothing) {
  for (const char* place :
       {"/batches/0/institution", "/batches/0/subject", "/sites/0/owner", "/history/visits/0/institution", "/history/visits/0/site",
        "/history/visits/0/subject", "/history/sessions/0/site", "/history/sessions/0/subject"})
    EXPECT_EQ(read_with(place, "X99"), std::string("draw.file.unknown_reference at ") + place);
}

TEST(InstanceReader, KeepsDatesInTheirPlaces) {
  EXPECT_EQ(read_with("/calendar/dates/0", "2024-02-29"), "draw.file.date_outside_month at /calendar/dates/0");
  EXPECT_EQ(read_with("/calendar/dates/0", "2024-03-05"), "draw.file.doubled_date at /calendar/dates/1");
  EXPECT_EQ(read_with("/calendar/dates/0", "2024-03-32"), "draw.file.bad_date at /calendar/dates/0");
  EXPECT_EQ(read_with("/calendar/dates/0", "2023-02-29"), "draw.file.bad_date at /calendar/dates/0");
  EXPECT_EQ(read_with("/calendar/dates/0", "2024-3-4"), "draw.file.bad_date at /calendar/dates/0");
  EXPECT_EQ(read_with("/month", "2024-13"), "draw.file.bad_month at /month");
  EXPECT_EQ(read_with("/month", "2024-3"), "draw.file.bad_month at /month");
  EXPECT_EQ(read_with("/month", "2024-04"), "draw.file.date_outside_month at /calendar/dates/0");
  EXPECT_EQ(read_with("/sites/0/rooms/0/open/0/date", "2024-03-11"), "draw.file.not_in_calendar at /sites/0/rooms/0/open/0/date");
  EXPECT_EQ(read_with("/history/visits/0/date", "2024-03-01"), "draw.file.not_past at /history/visits/0/date");
  EXPECT_EQ(read_with("/history/visits/0/date", "2024-02-29"), "");
  EXPECT_EQ(read_with("/history/visits/0/date", "2019-05-05"), "");
}

TEST(InstanceReader, KeepsSlotsToTheCalendar) {
  EXPECT_EQ(read_with("/calendar/slots/1", "am"), "draw.file.doubled_slot at /calendar/slots/1");
  EXPECT_EQ(read_with("/calendar/slots/1", ""), "draw.file.bad_word at /calendar/slots/1");
  EXPECT_EQ(read_with("/sites/0/rooms/0/open/0/slots/1", "eve"), "draw.file.unknown_slot at /sites/0/rooms/0/open/0/slots/1");
  EXPECT_EQ(read_with("/sites/0/rooms/0/open/0/slots/1", "am"), "draw.file.doubled_slot at /sites/0/rooms/0/open/0/slots/1");
  EXPECT_EQ(read_with("/sites/0/rooms/0/open/1/date", "2024-03-04"), "draw.file.doubled_slot at /sites/0/rooms/0/open/1/slots/0");
  EXPECT_EQ(read_with("/history/visits/0/slot", "eve"), "draw.file.unknown_slot at /history/visits/0/slot");
}

TEST(InstanceReader, TwoOpeningsOfADateWithDifferentSlotsAreOne) {
  Json json = instance_json();
  json["/sites/0/rooms/0/open"_json_pointer] = {{{"date", "2024-03-05"}, {"slots", {"pm"}}}, {{"date", "2024-03-05"}, {"slots", {"am"}}}};
  const auto result = read_instance(json.dump());
  ASSERT_TRUE(result.ok()) << refusal(result);
  const auto& open = result->instance.rooms[0].open;
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].slots, (std::vector<int>{0, 1}));
}

TEST(InstanceReader, CalendarDatesMayComeInAnyOrder) {
  Json json = instance_json();
  std::swap(json["calendar"]["dates"][0], json["calendar"]["dates"][4]);
  const auto result = read_instance(json.dump());
  ASSERT_TRUE(result.ok()) << refusal(result);
  EXPECT_EQ(result->instance.calendar.dates.front(), day(4));
  EXPECT_EQ(result->canonical, json.dump()); // the digest is the file's own
}

TEST(InstanceReader, SuspensionsAreTwoDatesInOrder) {
  EXPECT_EQ(read_with("/sites/0/suspended/0", Json::array({"2024-03-02", "2024-03-01"})),
            "draw.file.ends_before_start at /sites/0/suspended/0");
  EXPECT_EQ(read_with("/sites/0/suspended/0", Json::array({"2024-03-02", "2024-03-02"})), "");
  EXPECT_EQ(read_with("/sites/0/suspended/0", Json::array({"2024-03-02"})), "draw.file.not_two_dates at /sites/0/suspended/0");
  EXPECT_EQ(read_with("/sites/0/suspended/0/1", "soon"), "draw.file.bad_date at /sites/0/suspended/0/1");
}

TEST(InstanceReader, BandsAscendAndEnumerationsAreClosed) {
  EXPECT_EQ(read_with("/policy/bands_m/1", 10000), "draw.file.not_ascending at /policy/bands_m/1");
  EXPECT_EQ(read_with("/policy/bands_m", Json::array()), "");
  EXPECT_EQ(read_with("/subjects/0/kind", "Practical"), "draw.file.wrong_value at /subjects/0/kind");
  EXPECT_EQ(read_with("/subjects/0/cross", ""), "draw.file.wrong_value at /subjects/0/cross");
  EXPECT_EQ(read_with("/batches/0/kind", "theory"), "draw.file.wrong_value at /batches/0/kind");
}

TEST(InstanceReader, EmptyListsAreAllowed) {
  EXPECT_EQ(read_with("/sites/0/rooms", Json::array()), "");
  EXPECT_EQ(read_with("/batches", Json::array()), "");
  EXPECT_EQ(read_with("/sites/0/rooms/0/seats", Json::object()), "");
  Json json = instance_json();
  for (const char* list : {"subjects", "institutions", "sites", "batches"}) json[list] = Json::array();
  json["distance_m"] = Json::object();
  json["history"] = {{"visits", Json::array()}, {"sessions", Json::array()}};
  json["calendar"] = {{"dates", Json::array()}, {"slots", Json::array()}};
  EXPECT_EQ(read(json), "");
}

TEST(InstanceReader, AnotherFormatIsToldFirst) {
  EXPECT_EQ(read_with("/format", "ankao-draw-instance/1"), "draw.file.wrong_format at /format");
  EXPECT_EQ(refusal(read_instance(plan_json().dump())), "draw.file.wrong_format at /format");
  EXPECT_EQ(refusal(read_instance("{}")), "draw.file.missing_member at /format");
  EXPECT_EQ(refusal(read_instance("[]")), "draw.file.wrong_type at ");
  EXPECT_EQ(refusal(read_instance("5")), "draw.file.wrong_type at ");
}

TEST(InstanceReader, RefusesAFileCutOffAtAnyByte) {
  World w = full_world();
  w.instance.institutions[0].name = "广州\n\"安\"\\考"; // escapes and characters of several bytes are cut too
  const std::string text = write_instance(w.instance);
  for (std::size_t n = 0; n < text.size(); ++n)
    ASSERT_TRUE(refusal(read_instance(text.substr(0, n))).starts_with("draw.file.cut_short")) << n;
  const std::string plan = write_plan(w.plan);
  for (std::size_t n = 0; n < plan.size(); ++n) ASSERT_TRUE(refusal(read_plan(plan.substr(0, n))).starts_with("draw.file.cut_short")) << n;
}

/// The shape in draw.md refers to things it does not show.
TEST(InstanceReader, TheShapeInTheSpecificationIsReadUpToWhatItLeavesOut) {
  const char* shape = R"({ "format": "ankao-draw-instance/2", "city": "440100", "month": "2024-03",
    "calendar": { "dates": ["2024-03-04"], "slots": ["am", "pm"] },
    "policy": { "visits_per_year": 3, "bands_m": [10000, 20000, 35000], "order_depth": 4, "min_fragment": 10, "vacancy_free_percent": 20,
                "max_sessions_per_slot": 10, "max_sites_per_institution_slot": 2,
                "weights": { "imbalance": 4, "waiting": 1, "distance": 2, "split": 300, "retake_alone": 300 } },
    "subjects": [ { "id": "LV", "name": "低压电工作业", "kind": "practical", "cross": "required", "max_sessions": 120 } ],
    "institutions": [ { "id": "T01", "name": "…", "suspended": [ ["2024-03-01", "2024-05-31"] ] } ],
    "sites": [ { "id": "S01", "name": "…", "owner": "T01", "public_base": false, "suspended": [],
                 "rooms": [ { "id": "S01-1", "exclusive": true, "capacity": 40, "seats": { "LV": 40, "HV": 30 },
                              "open": [ { "date": "2024-03-04", "slots": ["am"] } ] } ] } ],
    "distance_m": { "T01": { "S01": 0, "S02": 8400 } },
    "batches": [ { "id": "B0001", "class": "C0001", "institution": "T01", "subject": "LV", "kind": "regular", "own_school": false, "started": "2024-01-29", "completed": "2024-02-09",
                   "not_before": "2024-03-04", "finish_by": null, "carried": 0, "candidates": 38 } ],
    "history": { "visits": [ { "institution": "T01", "site": "S02", "subject": "LV", "date": "2024-02-20", "slot": "am", "waived": false } ],
                 "sessions": [ { "site": "S02", "subject": "LV", "count": 9 } ] } })";
  EXPECT_EQ(refusal(read_instance(shape)), "draw.file.unknown_reference at /sites/0/rooms/0/seats/HV");
  Json json = Json::parse(shape);
  json["subjects"].push_back({{"id", "HV"}, {"kind", "practical"}, {"cross", "required"}, {"max_sessions", nullptr}});
  EXPECT_EQ(read(json), "draw.file.unknown_reference at /distance_m/T01/S02");
  json["sites"].push_back(
      {{"id", "S02"}, {"owner", nullptr}, {"public_base", true}, {"suspended", Json::array()}, {"rooms", Json::array()}});
  EXPECT_EQ(read(json), "");
}

TEST(InstanceReader, EveryRefusalHasATextInBothLanguages) {
  const auto result = read_instance(R"({"format":"ankao-draw-instance/2","city":5})");
  ASSERT_FALSE(result.ok());
  for (const auto language : {problems::Language::Chinese, problems::Language::English})
    EXPECT_EQ(problems::Catalogue::shipped().lines(result.problem(), language).find('{'), std::string::npos);
}

} // namespace
} // namespace ankao::draw::testing
