// SPDX-License-Identifier: Apache-2.0
// Summary reports over HTTP.
#include <algorithm>

#include "api/endpoints.hpp"
#include "db/use_case.hpp"
#include "lists/routes/add.hpp"
#include "paper/docx.hpp"
#include "paper/pdf.hpp"
#include "registry/service/city.hpp"
#include "reporting/routes/lists.hpp"
#include "reporting/routes/routes.hpp"
#include "reporting/routes/summary_views.hpp"
#include "reporting/routes/views.hpp"
#include "reporting/service/summary_letter.hpp"

namespace ankao::reporting {
namespace {

using api::Call;
using api::Verb;

Act act_of(const Call& call, const Tell& tell = {}) { return {call.caller.actor(), call.now, tell}; }

Result<dto::SummaryView> show(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto found = whole_summary(transaction, viewer_of(call), id, date_of(call.now));
  if (!found.ok()) return found.problem();
  return view_of(transaction, call, *found);
}

Result<dto::SummaryView> shown(db::Database& database, const Call& call, const std::string& id, const Result<void>& done) {
  if (!done.ok()) return done.problem();
  return show(*database.begin(db::Mode::Read), call, id);
}

Result<dto::SummaryPage> page(db::Transaction& transaction, const Call& call, const dto::SummaryQuery& query, const lists::Window& window) {
  std::vector<dto::SummaryRow> rows;
  for (const WholeSummary& one : all_summaries(transaction, viewer_of(call), query.campaign, date_of(call.now))) {
    dto::SummaryRow row = row_of(one);
    const auto fits = [](const std::string& asked, const std::string& is) { return asked.empty() || asked == is; };
    if (fits(query.district, row.district) && (fits(query.state, row.state) || (query.state == "overdue" && row.overdue))) rows.push_back(std::move(row));
  }
  dto::SummaryPage out;
  out.total = static_cast<std::int64_t>(rows.size());
  const auto from = std::min<std::int64_t>(window.offset, out.total), to = std::min<std::int64_t>(from + window.limit, out.total);
  out.items.assign(std::make_move_iterator(rows.begin() + from), std::make_move_iterator(rows.begin() + to));
  return out;
}

Result<api::Download> form(db::Transaction& transaction, const Call& call, const dto::SummaryFileOf& query) {
  const auto found = whole_summary(transaction, viewer_of(call), query.id, date_of(call.now));
  if (!found.ok()) return found.problem();
  const auto sheet = summary_letter(*found, query.edition, call.now);
  if (!sheet.ok()) return sheet.problem();
  const std::string name = "专项检查总结报告-" + std::to_string(found->campaign.year) + "-" + row_of(*found).district_name + (query.edition == 0 ? "-草稿" : "-第" + std::to_string(query.edition) + "版");
  if (query.format == "docx") return api::Download{name + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", paper::to_docx(*sheet)};
  if (query.format != "pdf") return problem("reporting.format", {{"value", query.format}}, "format");
  auto bytes = paper::to_pdf(*sheet);
  if (!bytes.ok()) return bytes.problem();
  return api::Download{name + ".pdf", "application/pdf", std::move(*bytes)};
}

const SummaryText* version_of(const std::vector<SummaryText>& all, int version) {
  for (const SummaryText& one : all)
    if (one.version == version) return &one;
  return nullptr;
}

Result<dto::SummaryVersions> versions(db::Transaction& transaction, const Call& call, const dto::SummaryChapterOf& query) {
  const auto all = chapter_versions(transaction, viewer_of(call), query.id, query.chapter);
  if (!all.ok()) return all.problem();
  dto::SummaryVersions out;
  for (const SummaryText& one : *all) out.items.insert(out.items.begin(), {one.version, one.text, one.origin, one.person, one.at});
  const int newest = all->empty() ? 0 : all->back().version;
  out.to = query.to == 0 ? newest : query.to;
  out.from = query.from == 0 ? std::max(0, out.to - 1) : query.from;
  for (const int asked : {query.from, query.to})
    if (asked != 0 && version_of(*all, asked) == nullptr) return problem("reporting.version_unknown", {{"value", std::to_string(asked)}}, "from");
  const SummaryText *before = version_of(*all, out.from), *after = version_of(*all, out.to);
  for (const TextLine& one : compare_texts(before == nullptr ? "" : before->text, after == nullptr ? "" : after->text)) out.lines.push_back({one.mark == ' ' ? "same" : one.mark == '-' ? "removed" : "added", one.text});
  const auto key = summary_key_of(query.id);
  if (key && key->district.empty())
    for (const DistrictText& one : texts_of_districts(transaction, key->campaign, query.chapter)) out.districts.push_back({one.district, registry::City::shipped().name_of(one.district), one.text});
  return out;
}

int small(std::int64_t number) { return static_cast<int>(std::clamp<std::int64_t>(number, -1, 1'000'000'000)); }

void add_reading(api::Endpoints& endpoints, db::Database& database) {
  lists::add<dto::SummaryQuery, dto::SummaryPage>(endpoints, database, summary_list(), {.verb = Verb::Get, .path = "/api/summaries", .operation = "summary.list", .summary = "The summary reports of a special inspection: the city's and the districts'", .clauses = {"M-4.1.8"}}, "summary.export",
                                                  [&database](const Call& call, const dto::SummaryQuery& query, const lists::Window& window) { return page(*database.begin(db::Mode::Read), call, query, window); });
  endpoints.add<dto::SummaryOf, dto::SummaryView>({.verb = Verb::Get, .path = "/api/summaries/{id}", .operation = "summary.show", .summary = "A summary report: chapters, figures with what is behind them, editions", .clauses = {"M-4.1.9", "M-3.4c", "G-68", "G-01"}, .permission = "summary.list"},
                                                  [&database](const Call& call, const dto::SummaryOf& query) { return db::look(database, [&](db::Transaction& transaction) { return show(transaction, call, query.id); }); });
  endpoints.add<dto::SummaryOf, dto::SummaryRedraw>({.verb = Verb::Get, .path = "/api/summaries/{id}/changes", .operation = "summary.changes", .summary = "What drawing the figures again would change", .clauses = {"G-68"}, .permission = "summary.list"},
                                                    [&database](const Call& call, const dto::SummaryOf& query) -> Result<dto::SummaryRedraw> {
                                                      return db::look(database, [&](db::Transaction& transaction) -> Result<dto::SummaryRedraw> {
                                                        const auto found = look_ahead(transaction, viewer_of(call), query.id, call.now);
                                                        if (!found.ok()) return found.problem();
                                                        return view_of(*found);
                                                      });
                                                    });
  endpoints.add<dto::SummaryChapterOf, dto::SummaryVersions>({.verb = Verb::Get, .path = "/api/summaries/{id}/chapters/{chapter}", .operation = "summary.versions", .summary = "The versions of a chapter, two of them compared", .clauses = {"M-4.1.9"}, .permission = "summary.list"},
                                                             [&database](const Call& call, const dto::SummaryChapterOf& query) { return db::look(database, [&](db::Transaction& transaction) { return versions(transaction, call, query); }); });
  endpoints.add<dto::SummaryFileOf, api::Download>({.verb = Verb::Get, .path = "/api/summaries/{id}/form", .operation = "summary.form", .summary = "The summary report as an official letter, Word or PDF", .clauses = {"M-4.1.8"}, .permission = "summary.list"},
                                                   [&database](const Call& call, const dto::SummaryFileOf& query) { return db::look(database, [&](db::Transaction& transaction) { return form(transaction, call, query); }); });
}

void add_writing(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<dto::SummaryOf, dto::SummaryRedraw>({.verb = Verb::Post, .path = "/api/summaries/{id}/draft", .operation = "summary.draft", .summary = "Take the figures and draft the chapters; what a person wrote stays", .clauses = {"M-4.1.9", "G-68"}, .permission = "summary.write"},
                                                    [&database](const Call& call, const dto::SummaryOf& query) -> Result<dto::SummaryRedraw> {
                                                      const auto done = draw(database, act_of(call), viewer_of(call), query.id);
                                                      if (!done.ok()) return done.problem();
                                                      return view_of(*done);
                                                    });
  endpoints.add<dto::SummaryWriting, dto::SummaryView>({.verb = Verb::Post, .path = "/api/summaries/{id}/chapters/{chapter}", .operation = "summary.write", .summary = "Write a chapter; every saving is a version", .clauses = {"M-4.1.9", "M-3.4c"}}, [&database](const Call& call, const dto::SummaryWriting& form) {
    return shown(database, call, form.id, write_chapter(database, act_of(call), viewer_of(call), {form.id, form.chapter, small(form.version), form.text}));
  });
  endpoints.add<dto::SummaryRestoring, dto::SummaryView>({.verb = Verb::Post, .path = "/api/summaries/{id}/chapters/{chapter}/restore", .operation = "summary.restore", .summary = "An earlier version of a chapter, or the platform's draft, as the newest", .clauses = {"M-4.1.9"}, .permission = "summary.write"},
                                                         [&database](const Call& call, const dto::SummaryRestoring& form) {
                                                           return shown(database, call, form.id, restore_chapter(database, act_of(call), viewer_of(call), {form.id, form.chapter, small(form.version), ""}, small(form.from)));
                                                         });
}

void add_signing(api::Endpoints& endpoints, db::Database& database, const Tell& tell) {
  endpoints.add<dto::SummaryProposal, dto::SummaryView>({.verb = Verb::Post, .path = "/api/summaries/{id}/propose", .operation = "summary.propose", .summary = "Give the finished report to the second person", .clauses = {"M-4.1.8", "M-4.1.9"}, .permission = "summary.write"},
                                                        [&database, tell](const Call& call, const dto::SummaryProposal& form) {
                                                          return shown(database, call, form.id, propose(database, act_of(call, tell), viewer_of(call), {form.id, small(form.revision), form.number.value_or(""), form.reason.value_or("")}));
                                                        });
  endpoints.add<dto::SummaryDecision, dto::SummaryView>({.verb = Verb::Post, .path = "/api/summaries/{id}/sign", .operation = "summary.sign", .summary = "Sign as the second person: a district's report goes to the city, the city's own is sealed", .clauses = {"M-4.1.8", "M-3.4a"}},
                                                        [&database, tell](const Call& call, const dto::SummaryDecision& form) {
                                                          return shown(database, call, form.id, sign(database, act_of(call, tell), viewer_of(call), {form.id, small(form.revision), "", form.reason.value_or("")}, form.accept));
                                                        });
  endpoints.add<dto::SummaryDecision, dto::SummaryView>({.verb = Verb::Post, .path = "/api/summaries/{id}/receive", .operation = "summary.receive", .summary = "Receive a district's report, or return it with a reason", .clauses = {"M-4.1.8"}}, [&database, tell](const Call& call, const dto::SummaryDecision& form) {
    return shown(database, call, form.id, receive(database, act_of(call, tell), viewer_of(call), {form.id, small(form.revision), "", form.reason.value_or("")}, form.accept));
  });
  endpoints.add<dto::SummaryRevision, dto::SummaryView>({.verb = Verb::Post, .path = "/api/summaries/{id}/revise", .operation = "summary.revise", .summary = "Begin a further edition of a signed report", .clauses = {"M-4.1.8"}, .permission = "summary.write"},
                                                        [&database, tell](const Call& call, const dto::SummaryRevision& form) { return shown(database, call, form.id, revise(database, act_of(call, tell), viewer_of(call), {form.id, small(form.revision), "", form.reason})); });
}

} // namespace

void add_summary_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell) {
  add_reading(endpoints, database);
  add_writing(endpoints, database);
  add_signing(endpoints, database, tell);
}

} // namespace ankao::reporting
