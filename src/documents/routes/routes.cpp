// SPDX-License-Identifier: Apache-2.0
#include "documents/routes/routes.hpp"

#include <memory>

#include "api/ranged.hpp"
#include "documents/routes/limit.hpp"
#include "documents/routes/lists.hpp"
#include "documents/routes/views.hpp"
#include "documents/service/make.hpp"
#include "lists/routes/add.hpp"

namespace ankao::documents {
namespace {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Download;
using ::ankao::api::Endpoints;
using ::ankao::api::None;
using ::ankao::api::Reply;
using ::ankao::api::Verb;

Act act_of(const Call& call) { return {call.caller.actor(), call.now}; }

/// The address people used, when nothing else is set; only what can stand in an address is taken over.
std::string base_of(const std::string& address, const Call& call) {
  if (!address.empty()) return address;
  const std::string host = call.request.header("host").value_or("localhost");
  const bool plain = host.size() <= 255 && host.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]") == std::string::npos;
  const bool safe = call.request.header("x-forwarded-proto").value_or("") == "https";
  return (safe ? "https://" : "http://") + (plain ? host : "localhost");
}

Result<dto::DocumentView> viewed(const Desk& desk, const Call& call, const Result<Document>& done) {
  if (!done) return done.problem();
  return view_of(desk, *done, call);
}

Result<dto::DocumentPage> page_of(const Desk& desk, const Call& call, const dto::DocumentQuery& query, const lists::Window& window) {
  const store::Filter filter{query.q, query.kind, query.about, state_of(query.state), query.from, query.to, window.order, window.limit, window.offset};
  const auto found = list(desk, call.caller.actor(), filter);
  dto::DocumentPage out{found.total, query.page, query.size, {}};
  for (const Document& one : found.items) out.items.push_back(row_of(desk, one, call.language));
  return out;
}

std::string digest_of(const Document& document, const std::string& format) {
  for (const File& file : document.files)
    if (file.format == format) return file.sm3;
  return "";
}

Result<Reply<Download>> download(const Desk& desk, const Call& call, const Document& document, const std::string& format) {
  auto bytes = content(desk, document, format);
  if (!bytes) return bytes.problem();
  return ::ankao::api::ranged({file_name(*desk.kinds.find(document.kind), document, format), content_type_of(format), std::move(*bytes)}, digest_of(document, format), call.request);
}

void add_reads(Endpoints& endpoints, const Desk& desk) {
  endpoints.add<None, dto::DocumentKinds>(
      {.verb = Verb::Get, .path = "/api/documents/kinds", .operation = "document.kinds", .summary = "The kinds of documents and which of them the caller may issue", .permission = "document.list"},
      [&desk](const Call& call, const None&) -> Result<dto::DocumentKinds> {
        dto::DocumentKinds out;
        for (const auto& [id, kind] : desk.kinds.all) out.items.push_back(view_of(kind, call.caller.role, call.language));
        return out;
      });
  lists::add<dto::DocumentQuery, dto::DocumentPage>(
      endpoints, desk.database, document_list(),
      {.verb = Verb::Get, .path = "/api/documents", .operation = "document.list", .summary = "Documents within the caller's scope, newest first", .clauses = {"P-2.4f"}}, "document.export",
      [&desk](const Call& call, const dto::DocumentQuery& query, const lists::Window& window) { return page_of(desk, call, query, window); });
  endpoints.add<dto::DocumentOf, dto::DocumentView>(
      {.verb = Verb::Get, .path = "/api/documents/{id}", .operation = "document.show", .summary = "A document with its files and steps", .permission = "document.list"},
      [&desk](const Call& call, const dto::DocumentOf& of) { return viewed(desk, call, show(desk, call.caller.actor(), of.id)); });
  endpoints.add<dto::DocumentFileOf, Reply<Download>>(
      {.verb = Verb::Get, .path = "/api/documents/{id}/files/{format}", .operation = "document.download", .summary = "A file of a document: pdf, docx or xlsx", .permission = "document.list"},
      [&desk](const Call& call, const dto::DocumentFileOf& of) -> Result<Reply<Download>> {
        const auto document = show(desk, call.caller.actor(), of.id);
        if (!document) return document.problem();
        return download(desk, call, *document, of.format);
      });
  endpoints.add<dto::DocumentPageOf, Reply<Download>>(
      {.verb = Verb::Get, .path = "/api/documents/{id}/pages/{page}", .operation = "document.page", .summary = "A page of a document as a picture", .permission = "document.list"},
      [&desk](const Call& call, const dto::DocumentPageOf& of) -> Result<Reply<Download>> {
        const auto document = show(desk, call.caller.actor(), of.id);
        if (!document) return document.problem();
        return download(desk, call, *document, "page-" + std::to_string(of.page));
      });
}

void add_steps(Endpoints& endpoints, const Desk& desk, const std::string& address) {
  endpoints.add<dto::DocumentWanted, dto::DocumentPreview>(
      {.verb = Verb::Post, .path = "/api/documents/preview", .operation = "document.preview", .summary = "How a document would look; nothing is stored", .permission = "document.issue"},
      [&desk](const Call& call, const dto::DocumentWanted& form) -> Result<dto::DocumentPreview> {
        const auto seen = preview(desk, act_of(call), {form.kind, form.record, form.party.value_or("")});
        if (!seen) return seen.problem();
        dto::DocumentPreview out{seen->subject_name, seen->number, seen->standing, seen->version, seen->second, {}};
        for (const auto& page : seen->pages) out.pages.push_back(base64(page));
        return out;
      });
  endpoints.add<dto::DocumentWanted, dto::DocumentView>(
      {.verb = Verb::Post, .path = "/api/documents", .operation = "document.issue", .summary = "Issue a document from the record, or draw it up for the second signature", .clauses = {"P-1.2b", "S-2.3", "P-3.2"}},
      [&desk, address](const Call& call, const dto::DocumentWanted& form) {
        return viewed(desk, call, issue(desk, act_of(call), {form.kind, form.record, form.party.value_or("")}, base_of(address, call)));
      });
  endpoints.add<dto::DocumentOf, dto::DocumentView>(
      {.verb = Verb::Post, .path = "/api/documents/{id}/sign", .operation = "document.sign", .summary = "The second signature: the document gets its number and stands", .clauses = {"P-3.2"}},
      [&desk, address](const Call& call, const dto::DocumentOf& of) { return viewed(desk, call, sign(desk, act_of(call), of.id, base_of(address, call))); });
  endpoints.add<dto::DocumentReason, dto::DocumentView>(
      {.verb = Verb::Post, .path = "/api/documents/{id}/withdraw", .operation = "document.withdraw", .summary = "Withdraw a document with a reason; it stays visible as withdrawn"},
      [&desk](const Call& call, const dto::DocumentReason& form) { return viewed(desk, call, withdraw(desk, act_of(call), form.id, form.reason)); });
  endpoints.add<dto::DocumentReason, dto::DocumentView>(
      {.verb = Verb::Post, .path = "/api/documents/{id}/replace", .operation = "document.replace", .summary = "A new document on the facts of today takes its place", .permission = "document.issue"},
      [&desk, address](const Call& call, const dto::DocumentReason& form) { return viewed(desk, call, replace(desk, act_of(call), form.id, form.reason, base_of(address, call))); });
}

/// Counts what was no code of a document; a code that is right is never refused for others' guesses from elsewhere.
Result<Document> looked_up(const Desk& desk, Misses& misses, const Call& call, const std::string& code) {
  if (const auto may = misses.allow(call.request.peer, call.now); !may) return may.problem();
  auto found = with_code(desk, code);
  if (!found) misses.miss(call.request.peer, call.now);
  return found;
}

void add_public(Endpoints& endpoints, const Desk& desk) {
  const auto misses = std::make_shared<Misses>();
  endpoints.add<dto::DocumentCode, dto::VerifiedDocument>(
      {.verb = Verb::Get, .path = "/api/verify/{code}", .operation = "document.verify", .access = Access::Public, .summary = "What the holder of a code may know of the document", .clauses = {"P-2.4f"}},
      [&desk, misses](const Call& call, const dto::DocumentCode& form) -> Result<dto::VerifiedDocument> {
        const auto found = looked_up(desk, *misses, call, form.code);
        if (!found) return found.problem();
        return verified(desk, *found, call.language);
      });
  endpoints.add<dto::DocumentCodeFile, Reply<Download>>(
      {.verb = Verb::Get, .path = "/api/verify/{code}/file", .operation = "document.open", .access = Access::Public, .summary = "The file of a public document", .clauses = {"S-2.3"}},
      [&desk, misses](const Call& call, const dto::DocumentCodeFile& form) -> Result<Reply<Download>> {
        const auto found = looked_up(desk, *misses, call, form.code);
        if (!found) return found.problem();
        if (desk.kinds.find(found->kind)->shown != Shown::File) return problem("documents.not_public");
        return download(desk, call, *found, form.format);
      });
}

} // namespace

std::vector<const lists::List*> described_lists() { return {&document_list()}; }

void add_routes(Endpoints& endpoints, const Desk& desk, const std::string& address) {
  add_reads(endpoints, desk);
  add_steps(endpoints, desk, address);
  add_public(endpoints, desk);
}

} // namespace ankao::documents
