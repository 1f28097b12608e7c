// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/assignment_news.hpp"

namespace ankao::planning {
namespace {

std::string time_of(const Assignment& a, const std::string& hours) { return hours.empty() ? a.date + " " + a.slot : a.date + " " + hours; }

News to_examiner(const Assignment& a, const char* topic) {
  News news;
  news.account = a.account;
  news.topic = topic;
  news.link = "/work/timetable?month=" + to_string(a.month);
  news.once_key = std::string(topic) + ":" + a.id;
  return news;
}

News to_organisation(Month month, const std::string& day, const char* topic, const std::string& key) {
  News news;
  news.role = "exam_organisation";
  news.topic = topic;
  news.link = "/work/examiners?month=" + to_string(month) + (day.empty() ? "" : "&day=" + day);
  news.once_key = key;
  return news;
}

std::string counted(std::size_t count, const char* one, const char* many) { return std::to_string(count) + " " + (count == 1 ? one : many); }

std::string days_of(const std::vector<Assignment>& all, const char* between) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : between) + one.date;
  return out;
}

} // namespace

News news_made(const Assignment& a, const SessionTold& session) {
  News news = to_examiner(a, "assignment.make");
  const std::string when = time_of(a, session.hours);
  news.title_zh = "考评（监考）安排：" + when;
  news.title_en = "You examine on " + when;
  news.body_zh = session.place + "，" + session.subject_zh + "考试。与场内学员所属机构有利害关系的，请立即申报。";
  news.body_en = session.place + ", examination in " + session.subject_en + ". If you have an interest in an institution whose trainees sit there, declare it at once.";
  return news;
}

News news_ended(const Assignment& a) {
  News news = to_examiner(a, "assignment.end");
  news.title_zh = a.date + " 的考评（监考）安排已取消";
  news.title_en = "You do not examine on " + a.date + " any more";
  news.body_zh = "原因：" + a.end_reason;
  news.body_en = "Reason: " + a.end_reason;
  return news;
}

News news_gone(const Assignment& a, int version) {
  News news = to_examiner(a, "assignment.gone");
  news.once_key += ":" + std::to_string(version);
  news.title_zh = "计划已调整：" + a.date + " 的场次不再举行";
  news.title_en = "The plan has changed: your session of " + a.date + " is not held";
  news.body_zh = to_string(a.month) + " 考试计划第" + std::to_string(version) + "版没有该场次，无须到场；另有安排时再行通知。";
  news.body_en = "Version " + std::to_string(version) + " of the plan of " + to_string(a.month) + " does not have it; you need not come. You will hear of another assignment.";
  return news;
}

News news_interest(const Interest& declared, const std::vector<Assignment>& hit) {
  const Assignment& first = hit.front();
  News news = to_organisation(first.month, first.date, "interest.declare", "interest:" + declared.id);
  news.title_zh = declared.name + "申报与" + declared.institution_name + "有利害关系，涉及" + std::to_string(hit.size()) + "场已有安排";
  news.title_en = declared.name + " declared an interest in " + declared.institution_name + ": " + counted(hit.size(), "assignment", "assignments") + " to replace";
  news.body_zh = declared.text + "。须更换人员的日期：" + days_of(hit, "、") + "。";
  news.body_en = declared.text + ". Days on which somebody else must examine: " + days_of(hit, ", ") + ".";
  return news;
}

News news_version(Month month, int version, std::size_t gone, std::size_t conflicts) {
  News news = to_organisation(month, "", "assignment.review", "assignment:" + to_string(month) + "/" + std::to_string(version));
  const std::string plan_zh = to_string(month) + " 考试计划第" + std::to_string(version) + "版";
  news.title_zh = plan_zh + "：考评员安排须复核";
  news.title_en = "Plan of " + to_string(month) + ", version " + std::to_string(version) + ": review the assignment of examiners";
  news.body_zh = "场次已不存在的安排" + std::to_string(gone) + "项，与利害关系冲突的安排" + std::to_string(conflicts) + "项。";
  news.body_en = counted(gone, "assignment has", "assignments have") + " no session any more, " + counted(conflicts, "conflicts", "conflict") + " with an interest.";
  return news;
}

} // namespace ankao::planning
