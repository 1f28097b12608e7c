// SPDX-License-Identifier: Apache-2.0
#include "attachments/routes/routes.hpp"

#include <algorithm>

#include "api/ranged.hpp"
#include "attachments/routes/parts.hpp"
#include "attachments/rules/admit.hpp"
#include "attachments/service/attachments.hpp"

namespace ankao::attachments {
namespace {

using api::Call;
using api::Download;
using api::Reply;
using api::Verb;

/// Nothing in a file may run or reach out, whatever a browser makes of it.
constexpr const char* k_shut = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
/// A browser's reader of PDF does not start in a sandbox; the file has no script of ours to reach. Our own pages show it in a frame.
constexpr const char* k_reader = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

std::vector<std::string> endings_of(const FileLaw& law, const SubjectRule& subject) {
  std::vector<std::string> out;
  for (const std::string& id : subject.kinds)
    for (const TypeRule& type : kind_rule(law, id)->types) out.insert(out.end(), type.names.begin(), type.names.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

dto::FileLimit limit_of(const KindRule& kind) {
  dto::FileLimit out{kind.zh, kind.en, {}, kind.limit};
  for (const TypeRule& type : kind.types) out.endings.insert(out.endings.end(), type.names.begin(), type.names.end());
  return out;
}

Result<dto::AttachmentList> listed(const Room& room, const Call& call, const dto::AttachmentQuery& query) {
  const Asker asker = asker_of(call);
  const auto all = list(room, asker, query.kind, query.subject);
  if (!all.ok()) return all.problem();
  const SubjectRule& rule = *subject_rule(room.law, query.kind);
  dto::AttachmentList out;
  for (const Attachment& one : *all) out.items.push_back(view_of(one, room, asker));
  out.may_add = call.caller.can("attachment.add") && std::find(rule.add.begin(), rule.add.end(), call.caller.role) != rule.add.end() && !finished(room, asker, query.kind, query.subject);
  out.endings = endings_of(room.law, rule);
  for (const std::string& id : rule.kinds) out.limits.push_back(limit_of(*kind_rule(room.law, id)));
  return out;
}

/// The type that the content was found to be, never a guess of the browser (nosniff stands on every answer).
Reply<Download> served(const Content& found, const Room& room, const dto::ContentQuery& query, const Call& call) {
  const KindRule* kind = kind_rule(room.law, found.attachment.kind);
  const Preview preview = kind == nullptr ? Preview::None : kind->preview;
  const bool shown = query.show && (preview == Preview::Page || preview == Preview::Text);
  const std::string type = preview == Preview::Text ? "text/plain; charset=utf-8" : found.attachment.type;
  Reply<Download> out = api::ranged({shown ? "" : found.attachment.name, type, found.bytes}, found.attachment.sm3, call.request);
  if (shown) out.headers.emplace_back("content-disposition", "inline");
  const bool framed = shown && preview == Preview::Page;
  out.headers.emplace_back("content-security-policy", framed ? k_reader : k_shut);
  if (framed) out.headers.emplace_back("x-frame-options", "SAMEORIGIN");
  return out;
}

Result<dto::AttachmentView> viewed(const Result<Attachment>& one, const Room& room, const Call& call) {
  if (!one.ok()) return one.problem();
  return view_of(*one, room, asker_of(call));
}

void add_contents(api::Endpoints& endpoints, const Room& room) {
  endpoints.add<dto::ContentQuery, Reply<Download>>(
      {.verb = Verb::Get, .path = "/api/attachments/{id}/content", .operation = "attachment.content", .summary = "The file as it was sent", .clauses = {"P-2.4f"}, .permission = "attachment.view"},
      [&room](const Call& call, const dto::ContentQuery& query) -> Result<Reply<Download>> {
        const auto found = content(room, asker_of(call), query.id);
        if (!found.ok()) return found.problem();
        return served(*found, room, query, call);
      });
  endpoints.add<dto::PictureQuery, Reply<Download>>(
      {.verb = Verb::Get, .path = "/api/attachments/{id}/thumbnail", .operation = "attachment.thumbnail", .summary = "The picture drawn anew, small or large, without EXIF", .clauses = {"P-2.4f"}, .permission = "attachment.view"},
      [&room](const Call& call, const dto::PictureQuery& query) -> Result<Reply<Download>> {
        const auto found = picture(room, asker_of(call), query.id, query.large ? Side::Large : Side::Small);
        if (!found.ok()) return found.problem();
        return Reply<Download>{{"", "image/jpeg", found->bytes}, {{"content-security-policy", k_shut}}};
      });
}

} // namespace

void add_routes(api::Endpoints& endpoints, const Room& room, std::function<void()> wake) {
  add_upload_routes(endpoints, room, wake);
  add_storage_routes(endpoints, room, wake);
  add_contents(endpoints, room);
  endpoints.add<dto::AttachmentQuery, dto::AttachmentList>(
      {.verb = Verb::Get, .path = "/api/attachments", .operation = "attachment.list", .summary = "The files of a record", .clauses = {"P-2.4f"}, .permission = "attachment.view"},
      [&room](const Call& call, const dto::AttachmentQuery& query) { return listed(room, call, query); });
  endpoints.add<dto::UploadId, dto::AttachmentView>(
      {.verb = Verb::Get, .path = "/api/attachments/{id}", .operation = "attachment.show", .summary = "What is known of a file", .clauses = {"P-2.4f"}, .permission = "attachment.view"},
      [&room](const Call& call, const dto::UploadId& input) { return viewed(show(room, asker_of(call), input.id), room, call); });
  endpoints.add<dto::ReasonForm, dto::AttachmentView>(
      {.verb = Verb::Post, .path = "/api/attachments/{id}/withdraw", .operation = "attachment.withdraw", .summary = "Take a file out of its record; the content is kept for its term", .clauses = {"P-2.4f"}},
      [&room](const Call& call, const dto::ReasonForm& form) { return viewed(withdraw(room, asker_of(call), form.id, form.reason, call.now), room, call); });
  endpoints.add<dto::ReasonForm, dto::PlaceView>(
      {.verb = Verb::Post, .path = "/api/attachments/{id}/locate", .operation = "attachment.locate", .summary = "Where a picture was taken; who asked and why goes to the ledger", .clauses = {"P-2.4f"}},
      [&room](const Call& call, const dto::ReasonForm& form) -> Result<dto::PlaceView> {
        const auto place = locate(room, asker_of(call), form.id, form.reason, call.now);
        if (!place.ok()) return place.problem();
        return dto::PlaceView{*place};
      });
}

} // namespace ankao::attachments
