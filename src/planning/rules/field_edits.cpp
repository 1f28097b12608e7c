// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/field_edits.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "planning/rules/openings.hpp"

namespace ankao::planning {

namespace {

class Lines {
public:
  void add(const char* field, const std::string& of, std::string before, std::string after) {
    if (before != after) all.push_back({field, of, std::move(before), std::move(after)});
  }
  std::vector<FieldEdit> all;
};

std::string text(const std::optional<Date>& day) { return day ? to_string(*day) : ""; }
std::string text(bool yes) { return yes ? "yes" : "no"; }

std::string text(const std::optional<registry::Place>& place) {
  if (!place) return "";
  const auto degrees = [](std::int64_t e6) { return std::to_string(e6 / 1'000'000) + "." + std::to_string(1'000'000 + e6 % 1'000'000).substr(1); };
  return degrees(place->longitude_e6) + ", " + degrees(place->latitude_e6);
}

std::string joined(std::vector<std::string> all) {
  std::sort(all.begin(), all.end());
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : " ") + one;
  return out;
}

std::string slots_of(const registry::RoomRecord& room, Month month, const Workdays& calendar) {
  std::size_t count = 0;
  for (const auto& [date, slots] : openings(room, month, calendar)) count += slots.size();
  return std::to_string(count);
}

/// The dates on which the openings differ, so that two edits with the same number of slots are told apart too.
std::string changed_days(const registry::RoomRecord& before, const registry::RoomRecord& after, Month month, const Workdays& calendar) {
  const auto was = openings(before, month, calendar), is = openings(after, month, calendar);
  std::set<Date> days;
  for (const auto& [date, slots] : was)
    if (const auto found = is.find(date); found == is.end() || found->second != slots) days.insert(date);
  for (const auto& [date, slots] : is)
    if (!was.contains(date)) days.insert(date);
  std::string out;
  std::size_t told = 0;
  for (Date day : days) {
    if (++told > 6) return out + " …";
    out += (out.empty() ? "" : " ") + to_string(day);
  }
  return out;
}

void add_room(Lines& lines, const registry::RoomRecord& before, const registry::RoomRecord& after, Month month, const Workdays& calendar) {
  lines.add("capacity", after.id, std::to_string(before.capacity), std::to_string(after.capacity));
  lines.add("exclusive", after.id, text(before.exclusive), text(after.exclusive));
  std::map<std::string, std::pair<int, int>> seats;
  for (const auto& [subject, count] : before.seats) seats[subject].first = count;
  for (const auto& [subject, count] : after.seats) seats[subject].second = count;
  for (const auto& [subject, both] : seats) lines.add("seats", after.id + " " + subject, std::to_string(both.first), std::to_string(both.second));
  if (const auto days = changed_days(before, after, month, calendar); !days.empty())
    lines.all.push_back({"openings", after.id + " " + days, slots_of(before, month, calendar), slots_of(after, month, calendar)});
}

} // namespace

std::vector<FieldEdit> field_edits(const std::optional<registry::SiteRecord>& before, const std::optional<registry::SiteRecord>& after, Month month, const Workdays& calendar) {
  if (!before || !after) return {{"entry", "", before ? "yes" : "", after ? "yes" : ""}};
  Lines lines;
  lines.add("owner", "", before->owner, after->owner);
  lines.add("public_base", "", text(before->public_base), text(after->public_base));
  lines.add("address", "", before->address.text, after->address.text);
  lines.add("district", "", before->district, after->district);
  lines.add("place", "", text(before->place), text(after->place));
  lines.add("subjects", "", joined(before->subjects), joined(after->subjects));
  for (const auto& room : after->rooms) {
    const auto was = std::find_if(before->rooms.begin(), before->rooms.end(), [&](const auto& one) { return one.id == room.id; });
    if (was == before->rooms.end())
      lines.add("room", room.id, "", "yes");
    else
      add_room(lines, *was, room, month, calendar);
  }
  for (const auto& room : before->rooms)
    if (std::none_of(after->rooms.begin(), after->rooms.end(), [&](const auto& one) { return one.id == room.id; })) lines.add("room", room.id, "yes", "");
  return std::move(lines.all);
}

std::vector<FieldEdit> field_edits(const std::optional<registry::InstitutionRecord>& before, const std::optional<registry::InstitutionRecord>& after) {
  if (!before || !after) return {{"entry", "", before ? "yes" : "", after ? "yes" : ""}};
  static constexpr const char* k_schools[] = {"unknown", "none", "education", "human_resources"};
  Lines lines;
  std::vector<std::string> was, is;
  for (const auto& one : before->addresses) was.push_back(one.text);
  for (const auto& one : after->addresses) is.push_back(one.text);
  lines.add("address", "", joined(was), joined(is));
  lines.add("district", "", before->supervising_district, after->supervising_district);
  lines.add("place", "", text(before->place), text(after->place));
  lines.add("school", "", k_schools[static_cast<std::size_t>(before->school)], k_schools[static_cast<std::size_t>(after->school)]);
  return std::move(lines.all);
}

std::vector<FieldEdit> field_edits(const std::optional<Booking>& before, const Booking& after) {
  if (!before) return {{"entry", "", "", "yes"}};
  Lines lines;
  lines.add("candidates", "", std::to_string(before->candidates), std::to_string(after.candidates));
  lines.add("completed", "", text(before->completed), text(after.completed));
  lines.add("not_before", "", text(before->not_before), text(after.not_before));
  lines.add("finish_by", "", text(before->finish_by), text(after.finish_by));
  lines.add("state", "", std::string(name_of(before->state)), std::string(name_of(after.state)));
  return std::move(lines.all);
}

} // namespace ankao::planning
