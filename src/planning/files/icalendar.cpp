// SPDX-License-Identifier: Apache-2.0
#include "planning/files/icalendar.hpp"

#include <algorithm>

namespace ankao::planning {
namespace {

constexpr std::size_t k_longest_line = 75; ///< octets, without the line end

/// RFC 5545 3.3.11.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out;
}

bool inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// RFC 5545 3.1: the next line begins with a blank, which counts.
void add_line(std::string& out, const std::string& line) {
  std::size_t begin = 0;
  std::size_t room = k_longest_line;
  while (line.size() - begin > room) {
    std::size_t end = begin + room;
    while (end > begin + 1 && inside_character(line[end])) --end;
    out.append(line, begin, end - begin).append("\r\n ");
    begin = end;
    room = k_longest_line - 1;
  }
  out.append(line, begin, std::string::npos).append("\r\n");
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string basic(Date date) {
  std::string text = to_string(date);
  std::erase(text, '-');
  return text;
}

std::string basic(Date date, int minutes) { return basic(date) + "T" + two(minutes / 60) + two(minutes % 60) + "00"; }

/// UTC.
std::string basic(Instant at) {
  constexpr std::int64_t k_day = 86'400'000;
  const std::int64_t days = at.ms >= 0 ? at.ms / k_day : (at.ms - k_day + 1) / k_day;
  const std::int64_t seconds = (at.ms - days * k_day) / 1000;
  return basic(Date{static_cast<std::int32_t>(days)}) + "T" + two(static_cast<int>(seconds / 3600)) + two(static_cast<int>(seconds / 60 % 60)) + two(static_cast<int>(seconds % 60)) + "Z";
}

/// China has known no summer time since 1991.
void add_zone(std::string& out) {
  for (const char* line : {"BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19910915T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE"})
    add_line(out, line);
}

void add_times(std::string& out, const FeedSession& session, const std::map<std::string, SlotHours>& hours) {
  const auto found = hours.find(session.slot);
  if (found == hours.end()) {
    add_line(out, "DTSTART;VALUE=DATE:" + basic(session.date));
    add_line(out, "DTEND;VALUE=DATE:" + basic(session.date + 1));
    return;
  }
  add_line(out, "DTSTART;TZID=Asia/Shanghai:" + basic(session.date, found->second.begin));
  add_line(out, "DTEND;TZID=Asia/Shanghai:" + basic(session.date, found->second.end));
}

void add_event(std::string& out, const CalendarHead& head, const FeedEvent& event, const std::map<std::string, SlotHours>& hours) {
  const auto& session = event.session;
  add_line(out, "BEGIN:VEVENT");
  add_line(out, "UID:" + escaped(session.id + "@" + head.domain));
  add_line(out, "DTSTAMP:" + basic(event.changed_at));
  add_line(out, "LAST-MODIFIED:" + basic(event.changed_at));
  add_line(out, "SEQUENCE:" + std::to_string(event.sequence));
  add_line(out, std::string("STATUS:") + (event.cancelled ? "CANCELLED" : "CONFIRMED"));
  add_times(out, session, hours);
  add_line(out, "SUMMARY:" + escaped(session.title));
  add_line(out, "LOCATION:" + escaped(session.place));
  if (!session.text.empty()) add_line(out, "DESCRIPTION:" + escaped(session.text));
  if (!head.address.empty()) add_line(out, "URL:" + head.address + "/plans/" + to_string(month_of(session.date)) + "/calendar");
  add_line(out, std::string("TRANSP:") + (event.cancelled ? "TRANSPARENT" : "OPAQUE"));
  add_line(out, "END:VEVENT");
}

} // namespace

std::string write_calendar(const CalendarHead& head, const std::vector<FeedEvent>& events, const std::map<std::string, SlotHours>& hours) {
  std::string out;
  for (const char* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//ankao//month plan//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"}) add_line(out, line);
  add_line(out, "X-WR-CALNAME:" + escaped(head.name));
  add_line(out, "X-WR-TIMEZONE:Asia/Shanghai");
  add_line(out, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
  add_zone(out);
  for (const auto& event : events) add_event(out, head, event, hours);
  add_line(out, "END:VCALENDAR");
  return out;
}

} // namespace ankao::planning
