// SPDX-License-Identifier: Apache-2.0
#include "inspection/routes/parts.hpp"
#include "inspection/routes/routes.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/service/facts.hpp"
#include "inspection/service/signing.hpp"
#include "inspection/store/records.hpp"
#include "paper/docx.hpp"
#include "paper/pdf.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::Verb;

Result<Visit> found(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto visit = store::visit(transaction, id);
  if (!visit || !may_see(viewer_of(call), *visit)) return problem("inspection.visit_unknown", {{"value", id}}, "id");
  return *visit;
}

/// Strangers learn nothing of a visit, not even what its form would say.
Result<void> known(const RecordRoom& room, const Call& call, const std::string& id) {
  const auto visit = db::look(room.database, [&](db::Transaction& transaction) { return found(transaction, call, id); });
  return visit.ok() ? Result<void>{} : Result<void>(visit.problem());
}

Result<Mark> judged(const std::string& word, const dto::QuestionNew& form) {
  const auto mark = mark_of(word);
  return mark ? Result<Mark>(*mark) : problem("inspection.mark_impossible", {{"item", form.item}, {"part", form.part}, {"value", word}}, "judged");
}

Result<dto::QuestionView> asked(const RecordRoom& room, const Call& call, const dto::QuestionNew& form) {
  if (auto seen = known(room, call, form.id); !seen) return seen.problem();
  const auto mark = judged(form.judged, form);
  if (!mark.ok()) return mark.problem();
  Question question;
  question.client = form.client;
  question.item = form.item;
  question.part = form.part;
  question.question = form.question;
  question.asked = form.asked;
  question.post = form.post.value_or("");
  question.answer = form.answer;
  question.judged = *mark;
  question.stamp = stamp_of(call, form.device_at);
  const auto kept = ask(room, call.caller.actor(), call.now, viewer_of(call), form.id, question);
  if (!kept.ok()) return kept.problem();
  return view_of(*kept);
}

Result<dto::WitnessView> witnessed(const RecordRoom& room, const Call& call, const dto::WitnessNew& form) {
  if (auto seen = known(room, call, form.id); !seen) return seen.problem();
  const WitnessForm in{form.client, form.name, form.post.value_or(""), form.unit.value_or(""), form.number, stamp_of(call, form.device_at)};
  const auto kept = add_witness(room, call.caller.actor(), call.now, viewer_of(call), form.id, in);
  if (!kept.ok()) return kept.problem();
  return view_of(*kept);
}

Result<dto::SignatureView> signed_by_hand(const RecordRoom& room, const Call& call, const dto::SignatureNew& form) {
  if (auto seen = known(room, call, form.id); !seen) return seen.problem();
  const auto side = side_of(form.side);
  if (!side) return problem("inspection.signature_stranger", {{"value", form.side}}, "side");
  SignatureForm in;
  in.signature.client = form.client;
  in.signature.side = *side;
  in.signature.name = form.name;
  in.signature.post = form.post.value_or("");
  in.signature.refused = form.refused.value_or(false);
  in.signature.reason = in.signature.refused ? form.reason.value_or("") : "";
  in.signature.witness = in.signature.refused ? form.witness.value_or("") : "";
  in.signature.stamp = stamp_of(call, form.device_at);
  in.ink = form.ink.value_or("");
  const auto kept = add_signature(room, call.caller.actor(), call.now, viewer_of(call), form.id, in);
  if (!kept.ok()) return kept.problem();
  return view_of(*kept, kept->content);
}

/// The official form, filled; a visit that is not signed gives the form as far as it is answered.
Result<paper::Sheet> sheet_of(const RecordRoom& room, const VisitFiles& files, const Call& call, const std::string& id) {
  return db::look(room.database, [&](db::Transaction& transaction) -> Result<paper::Sheet> {
    const auto visit = found(transaction, call, id);
    if (!visit.ok()) return visit.problem();
    const Standing now = standing(transaction, *visit);
    Record record;
    record.questions = store::questions(transaction, visit->id);
    record.witnesses = store::witnesses(transaction, visit->id);
    record.signatures = standing_signatures_of(transaction, room.files, visit->id);
    record.defects = store::defects_of(transaction, visit->id);
    record.files = files(transaction, visit->id);
    const bool site = !visit->target.site.empty();
    if (const auto known = fact_of(transaction, visit->target, site ? "exam_subjects" : "projects", visit->planned)) record.projects = known->text;
    return official_form(*visit, now, call.now, record);
  });
}

Result<api::Download> form_file(const RecordRoom& room, const VisitFiles& files, const Call& call, const dto::VisitFormOf& query) {
  if (query.format != "docx" && query.format != "pdf") return problem("inspection.form_format", {{"value", query.format}}, "format");
  const auto sheet = sheet_of(room, files, call, query.id);
  if (!sheet.ok()) return sheet.problem();
  if (query.format == "docx") return api::Download{query.id + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", paper::to_docx(*sheet)};
  auto bytes = paper::to_pdf(*sheet);
  if (!bytes.ok()) return bytes.problem();
  return api::Download{query.id + ".pdf", "application/pdf", std::move(bytes.value())};
}

} // namespace

void add_record_routes(api::Endpoints& endpoints, const RecordRoom& room, VisitFiles files) {
  endpoints.add<dto::QuestionNew, dto::QuestionView>(
      {.verb = Verb::Post, .path = "/api/visits/{id}/questions", .operation = "visit.ask", .summary = "Record a question asked on the spot, who answered it and how", .clauses = {"A1-04.7", "A22-1-2", "A23-1-2"}, .permission = "visit.answer"},
      [&room](const Call& call, const dto::QuestionNew& form) { return asked(room, call, form); });
  endpoints.add<dto::WitnessNew, dto::WitnessView>(
      {.verb = Verb::Post, .path = "/api/visits/{id}/witnesses", .operation = "visit.witness", .summary = "Enter a witness with the checked identity number", .clauses = {"A1-F4"}, .permission = "visit.answer"},
      [&room](const Call& call, const dto::WitnessNew& form) { return witnessed(room, call, form); });
  endpoints.add<dto::SignatureNew, dto::SignatureView>(
      {.verb = Verb::Post, .path = "/api/visits/{id}/signatures", .operation = "visit.signature", .summary = "Sign by hand, or record a refusal with its reason and witness", .clauses = {"A1-F4", "A22-F3", "A23-F3"}, .permission = "visit.answer"},
      [&room](const Call& call, const dto::SignatureNew& form) { return signed_by_hand(room, call, form); });
  endpoints.add<dto::SignatureOf, api::Download>(
      {.verb = Verb::Get, .path = "/api/visits/{id}/signatures/{signature}", .operation = "visit.signature_picture", .summary = "A drawn signature as a picture", .clauses = {"A1-F4"}, .permission = "visit.list"},
      [&room](const Call& call, const dto::SignatureOf& query) -> Result<api::Download> {
        auto picture = signature_picture(room, viewer_of(call), query.id, query.signature);
        if (!picture.ok()) return picture.problem();
        return api::Download{query.signature + ".png", "image/png", std::move(*picture)};
      });
  endpoints.add<dto::VisitOf, dto::AnswerHistory>(
      {.verb = Verb::Get, .path = "/api/visits/{id}/versions", .operation = "visit.versions", .summary = "Every version of every answer", .clauses = {"P-2.4f"}, .permission = "visit.list"},
      [&room](const Call& call, const dto::VisitOf& query) -> Result<dto::AnswerHistory> {
        return db::look(room.database, [&](db::Transaction& transaction) -> Result<dto::AnswerHistory> {
          const auto visit = found(transaction, call, query.id);
          if (!visit.ok()) return visit.problem();
          dto::AnswerHistory out;
          for (const StoredAnswer& one : store::all_answers(transaction, visit->id)) out.items.push_back(view_of(one, call.caller.account));
          return out;
        });
      });
  endpoints.add<dto::VisitOf, dto::EvidenceList>(
      {.verb = Verb::Get, .path = "/api/visits/{id}/files", .operation = "visit.files", .summary = "The files of the items of a visit", .clauses = {"A1-F5"}, .permission = "visit.list"},
      [&room, files](const Call& call, const dto::VisitOf& query) -> Result<dto::EvidenceList> {
        return db::look(room.database, [&](db::Transaction& transaction) -> Result<dto::EvidenceList> {
          const auto visit = found(transaction, call, query.id);
          if (!visit.ok()) return visit.problem();
          dto::EvidenceList out;
          for (const EvidenceFile& one : files(transaction, visit->id)) out.items.push_back({one.id, one.item, one.name, one.kind, one.sm3, one.person, one.captured_at, one.received_at});
          return out;
        });
      });
  endpoints.add<dto::VisitFormOf, api::Download>(
      {.verb = Verb::Get, .path = "/api/visits/{id}/form", .operation = "visit.form", .summary = "The official form of a visit, filled, as PDF or Word", .clauses = {"A1-F1", "A21-F1", "A22-F1", "A23-F1"}, .permission = "visit.list"},
      [&room, files](const Call& call, const dto::VisitFormOf& query) { return form_file(room, files, call, query); });
}

} // namespace ankao::inspection
