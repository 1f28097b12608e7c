// SPDX-License-Identifier: Apache-2.0
// A document from its preview to its end, on both databases.
#include "documents/support/bureau.hpp"

#include "base/sm3.hpp"
#include "documents/rules/code.hpp"

namespace ankao::documents {
namespace {

using ::testing::ElementsAre;

class Life : public ::testing::TestWithParam<std::string> {
protected:
  Life()
      : bureau_(GetParam()) {
    bureau_.open_register();
  }
  const Desk& desk() { return bureau_.desk; }
  Document announce(const char* institution, const char* date = "2024-03-05") {
    return must(issue(desk(), on(k_wang, date), {"registration_announcement", institution, ""}, k_base));
  }
  std::string suspend() {
    return must(registry::record_suspension(bureau_.database(), acted(k_wang, "2024-03-01"), {"", "institution:GZ-A04", day("2024-03-10"), day("2024-06-09"), "P-3.2", "压缩培训学时"})).suspension.id;
  }
  std::vector<std::string> events_of(const std::string& id) {
    std::vector<std::string> out;
    for (const auto& one : db::look(bureau_.database(), [&](db::Transaction& transaction) { return ledger::time_line(transaction, "document:" + id); })) out.push_back(one.event.action);
    return out;
  }
  std::int64_t count(const std::string& sql) {
    return db::look(bureau_.database(), [&](db::Transaction& transaction) { return transaction.query(sql).integer(0, "n"); });
  }

  static constexpr const char* k_base = "https://ankao.example";
  Bureau bureau_;
};

TEST_P(Life, APreviewStoresNothing) {
  const auto seen = must(preview(desk(), on(k_wang, "2024-03-05"), {"registration_announcement", "GZ-A04", ""}));
  EXPECT_EQ(seen.number, "穗应急培公〔2024〕1号");
  EXPECT_EQ(seen.version, 1);
  ASSERT_GE(seen.pages.size(), 1u);
  EXPECT_EQ(seen.pages[0].substr(1, 3), "PNG");
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM document"), 0);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM document_count"), 0);
  EXPECT_TRUE(std::filesystem::is_empty(bureau_.folder.path()));
}

TEST_P(Life, IssuingStoresBytesFactsAndEventAsOne) {
  const Document d = announce("GZ-A04");
  EXPECT_EQ(d.id, "WS-000001");
  EXPECT_EQ(d.number, "穗应急培公〔2024〕1号");
  EXPECT_EQ(read_code(d.code), d.code);
  EXPECT_EQ(d.state, State::Issued);
  EXPECT_THAT(events_of(d.id), ElementsAre("document.issue"));
  ASSERT_GE(d.files.size(), 3u);
  EXPECT_EQ(d.files[0].format, "pdf");
  EXPECT_EQ(d.files[1].format, "docx");
  EXPECT_EQ(d.files[2].format, "page-1");
  for (const File& file : d.files) EXPECT_EQ(to_hex(sm3(must(content(desk(), d, file.format)))), file.sm3) << file.format;
  const std::string facts = must(sealed_facts(desk(), d));
  EXPECT_EQ(to_hex(sm3(facts)), d.sealed_sm3);
  const auto line = db::look(bureau_.database(), [&](db::Transaction& transaction) { return ledger::time_line(transaction, "document:" + d.id); });
  EXPECT_EQ(line.at(0).event.after, d.sealed_sm3);
  EXPECT_EQ(line.at(0).event.clause, "P-1.2b");
  // What does not have to be seen by everybody lies sealed on the disk.
  EXPECT_FALSE(bureau_.contents.has(d.files[0].sm3, blobs::Form::Plain));
}

TEST_P(Life, FromTheSealedFactsTheSameBytesComeAgain) {
  const Document d = announce("GZ-A04");
  const auto sealed = must(read_sealed(must(sealed_facts(desk(), d))));
  EXPECT_EQ(sealed.form_sm3, form_sm3("registration_announcement"));
  EXPECT_EQ(sealed.values.texts.at("link"), std::string(k_base) + "/d/" + d.code);
  const auto again = must(make_files(*desk().kinds.find(d.kind), sealed.values, sealed.issued_at));
  ASSERT_EQ(again.size(), d.files.size());
  for (std::size_t i = 0; i < again.size(); ++i) EXPECT_EQ(to_hex(sm3(again[i].bytes)), d.files[i].sm3) << again[i].format;
}

TEST_P(Life, NumbersHaveNoGapsWithinKindAndYear) {
  EXPECT_EQ(announce("GZ-A04").number, "穗应急培公〔2024〕1号");
  EXPECT_EQ(refusal(issue(desk(), on(k_wang, "2024-03-05"), {"registration_announcement", "GZ-A04", ""}, k_base)), "documents.exists");
  EXPECT_EQ(refusal(issue(desk(), on(k_wang, "2024-03-05"), {"registration_announcement", "GZ-Z99", ""}, k_base)), "documents.record_unknown");
  EXPECT_EQ(announce("GZ-A02").number, "穗应急培公〔2024〕2号") << "what was refused took no number";
  EXPECT_EQ(must(issue(desk(), on(k_wang, "2024-03-05"), {"institution_list", "institutions", ""}, k_base)).number, "穗应急培录〔2024〕1号");
  EXPECT_EQ(announce("GZ-A06", "2025-01-02").number, "穗应急培公〔2025〕1号");
}

TEST_P(Life, WithdrawnStaysAndAnotherMayFollow) {
  const Document d = announce("GZ-A04");
  EXPECT_EQ(refusal(withdraw(desk(), on(k_wang, "2024-03-06"), d.id, "")), "documents.reason_missing");
  const Document ended = must(withdraw(desk(), on(k_wang, "2024-03-06"), d.id, "联系人有误"));
  EXPECT_EQ(ended.state, State::Withdrawn);
  EXPECT_EQ(must(with_code(desk(), d.code)).state, State::Withdrawn) << "who holds the paper learns it";
  EXPECT_EQ(must(content(desk(), ended, "pdf")).substr(0, 4), "%PDF");
  EXPECT_EQ(refusal(withdraw(desk(), on(k_wang, "2024-03-06"), d.id, "再撤")), "documents.wrong_state");
  const Document next = announce("GZ-A04", "2024-03-07");
  EXPECT_EQ(next.version, 2);
  EXPECT_EQ(next.number, "穗应急培公〔2024〕2号");
  EXPECT_THAT(events_of(d.id), ElementsAre("document.issue", "document.withdraw"));
}

TEST_P(Life, AReplacementKnowsWhatItReplaces) {
  const Document old = announce("GZ-A04");
  const Document next = must(replace(desk(), on(k_wang, "2024-03-08"), old.id, "地址变更", k_base));
  EXPECT_EQ(next.replaces, old.id);
  EXPECT_EQ(next.version, 2);
  const Document ended = must(show(desk(), k_wang, old.id));
  EXPECT_EQ(ended.state, State::Replaced);
  EXPECT_EQ(ended.replaced_by, next.id);
  EXPECT_THAT(events_of(old.id), ElementsAre("document.issue", "document.replace"));
  EXPECT_EQ(refusal(replace(desk(), on(k_wang, "2024-03-08"), old.id, "再来", k_base)), "documents.wrong_state");
}

TEST_P(Life, ADecisionStandsOnlyWithTheSecondSignature) {
  const std::string id = suspend();
  const Document draft = must(issue(desk(), on(k_wang, "2024-03-02"), {"suspension_decision", id, ""}, k_base));
  EXPECT_EQ(draft.state, State::Proposed);
  EXPECT_EQ(draft.number, "") << "a draft takes no number";
  EXPECT_TRUE(draft.files.empty());
  EXPECT_EQ(refusal(sign(desk(), on(k_wang, "2024-03-02"), draft.id, k_base)), "documents.same_person");
  EXPECT_EQ(refusal(sign(desk(), on(k_li, "2024-03-02"), draft.id, k_base)), "documents.not_for_role");
  EXPECT_EQ(refusal(show(desk(), k_liang, draft.id)), "documents.unknown") << "a draft is the bureau's own";
  const Document issued = must(sign(desk(), on(k_zhao, "2024-03-03"), draft.id, k_base));
  EXPECT_EQ(issued.state, State::Issued);
  EXPECT_EQ(issued.number, "穗应急培停〔2024〕1号");
  EXPECT_THAT(events_of(draft.id), ElementsAre("document.propose", "document.sign"));
  EXPECT_EQ(must(show(desk(), k_liang, draft.id)).number, issued.number);
  EXPECT_EQ(refusal(replace(desk(), on(k_wang, "2024-03-04"), issued.id, "改期", k_base)), "documents.replace_by_withdrawal");
}

TEST_P(Life, ADraftOnFactsOfYesterdayIsNotSigned) {
  const std::string id = suspend();
  const Document draft = must(issue(desk(), on(k_wang, "2024-03-02"), {"suspension_decision", id, ""}, k_base));
  bureau_.database().write([&](db::Transaction& transaction) { transaction.execute("UPDATE registry_suspension SET reason = 'x' WHERE id = $1", {id}); });
  EXPECT_EQ(refusal(sign(desk(), on(k_zhao, "2024-03-03"), draft.id, k_base)), "documents.facts_changed");
}

TEST_P(Life, ADraftMayBeDroppedWithoutANumber) {
  const std::string id = suspend();
  const Document draft = must(issue(desk(), on(k_wang, "2024-03-02"), {"suspension_decision", id, ""}, k_base));
  EXPECT_EQ(must(withdraw(desk(), on(k_zhao, "2024-03-02"), draft.id, "证据不足")).state, State::Withdrawn);
  const Document next = must(issue(desk(), on(k_wang, "2024-03-03"), {"suspension_decision", id, ""}, k_base));
  EXPECT_EQ(must(sign(desk(), on(k_zhao, "2024-03-03"), next.id, k_base)).number, "穗应急培停〔2024〕1号");
}

TEST_P(Life, OthersSeeWhatConcernsThem) {
  const Document own = announce("GZ-A04");
  announce("GZ-A02");
  const auto seen = [&](const ledger::Actor& actor) { return list(desk(), actor, {}).total; };
  EXPECT_EQ(seen(k_wang), 2);
  EXPECT_EQ(seen(k_liang), 1);
  EXPECT_EQ(seen({"x", "x", "examiner", "own"}), 0);
  EXPECT_EQ(seen({"x", "x", "district_bureau", "district:" + own.district}), count("SELECT COUNT(*) AS n FROM document WHERE district = '" + own.district + "'"));
  EXPECT_EQ(refusal(show(desk(), k_fang, own.id)), "documents.unknown");
  EXPECT_EQ(refusal(withdraw(desk(), on(k_fang, "2024-03-06"), own.id, "x")), "documents.unknown");
  store::Filter filter;
  filter.about = "institution:GZ-A04";
  EXPECT_EQ(list(desk(), k_wang, filter).total, 1);
  filter = {};
  filter.q = "培公〔2024〕2";
  EXPECT_EQ(list(desk(), k_wang, filter).total, 1);
  filter = {};
  filter.state = State::Withdrawn;
  EXPECT_EQ(list(desk(), k_wang, filter).total, 0);
}

TEST_P(Life, AnInstitutionPrintsItsOwnReportOnly) {
  registry::ReportDraft draft{registry::ReportKind::Change, "GZ-A04", {}, "更名"};
  draft.record = db::look(bureau_.database(), [](db::Transaction& transaction) { return registry::institution_in(transaction, "GZ-A04", day("2024-02-01")); })->record;
  draft.record->name = "广州东方职业技术学院";
  const auto report = must(registry::submit_report(bureau_.database(), acted(k_liang, "2024-02-01"), draft));
  EXPECT_EQ(refusal(issue(desk(), on(k_fang, "2024-02-02"), {"institution_report", report.id, ""}, k_base)), "documents.out_of_scope");
  EXPECT_EQ(refusal(issue(desk(), on(k_wang, "2024-02-02"), {"institution_report", report.id, ""}, k_base)), "documents.not_for_role");
  const Document d = must(issue(desk(), on(k_liang, "2024-02-02"), {"institution_report", report.id, ""}, k_base));
  EXPECT_EQ(d.number, "GZ-A04报〔2024〕1号");
  EXPECT_EQ(must(withdraw(desk(), on(k_liang, "2024-02-03"), d.id, "重报")).state, State::Withdrawn);
}

TEST_P(Life, AContentThatWasAlteredOnTheDiskIsNotHandedOut) {
  const Document d = announce("GZ-A04");
  for (const auto& one : std::filesystem::recursive_directory_iterator(bureau_.folder.path()))
    if (one.is_regular_file() && one.path().filename().string().starts_with(d.files[0].sm3)) std::filesystem::resize_file(one.path(), 100);
  EXPECT_FALSE(content(desk(), d, "pdf").ok());
}

INSTANTIATE_TEST_SUITE_P(Databases, Life, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::documents
