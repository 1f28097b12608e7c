// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/offices.hpp"

#include <algorithm>

#include "base/numbers.hpp"
#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/store/papers.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/city.hpp"

namespace ankao::inspection {
namespace {

constexpr std::size_t k_short = 200;
constexpr std::size_t k_least_telephone = 7, k_longest_telephone = 20;

constexpr const char* k_context = "campaign.receipt.";
std::string key_of(const Paper& paper) { return paper.campaign + "/" + paper.district; }
/// Text by which the seal of a field is bound to its receipt.
std::string context(const char* field, const Paper& paper) { return std::string(k_context) + field + ":" + key_of(paper); }

Result<std::string> own_district(const Party& party) {
  if (party.viewer.kind != "district" || party.viewer.id.empty()) return problem("inspection.not_yours", {{"value", ""}}, "campaign");
  return party.viewer.id;
}

Paper begun(PaperKind kind, const std::string& campaign, const std::string& district) {
  Paper paper;
  paper.kind = kind;
  paper.campaign = campaign;
  paper.district = district;
  paper.subject = "district:" + district;
  paper.name = registry::City::shipped().name_of(district);
  return paper;
}

bool is_telephone(const std::string& text) {
  return text.size() >= k_least_telephone && text.size() <= k_longest_telephone && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == ' ' || c == '+'; });
}

Result<void> check_receipt(const DistrictReceipt& content) {
  for (const auto& [field, text] : {std::pair<const char*, const std::string&>{"leader", content.leader}, {"person", content.person}, {"department", content.department}, {"account", content.account}})
    if (auto fine = check_words(field, text, true, k_short); !fine) return fine;
  if (!is_telephone(content.telephone)) return problem("inspection.telephone", {}, "telephone");
  return {};
}

} // namespace

Result<Paper> file_receipt(db::Database& database, const vault::Vault& vault, const Party& party, const std::string& campaign_id, const DistrictReceipt& content) {
  if (auto fine = check_receipt(content); !fine) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    const auto district = own_district(party);
    if (!district.ok()) return district.problem();
    const auto campaign = running(transaction, campaign_id);
    if (!campaign.ok()) return campaign.problem();
    auto stands = store::paper_of(transaction, PaperKind::Receipt, campaign_id, "district:" + *district);
    const std::string before = stands ? digest_of(*stands) : "";
    Paper paper = stands.value_or(begun(PaperKind::Receipt, campaign_id, *district));
    DistrictReceipt kept = content;
    // The paper keeps their marks, so that its digest in the log covers them and a change of the key does not change it.
    kept.telephone = vault.digest(context("telephone", paper), content.telephone);
    kept.account = vault.digest(context("account", paper), content.account);
    store::put_contact(transaction, key_of(paper), {vault.seal(context("telephone", paper), content.telephone), vault.seal(context("account", paper), content.account)});
    paper.state = "filed";
    paper.content = write_content(kept);
    paper.made = party.endorsement();
    keep(transaction, party, "receipt.file", paper, before, "M-4.1.4");
    task_done(transaction, party, *campaign, Task::Receipt, "district:" + *district, paper.name);
    return paper;
  });
}

std::vector<vault::Column> receipt_columns() {
  return {{"receipt_contact", "receipt", "telephone_sealed", std::string(k_context) + "telephone"}, {"receipt_contact", "receipt", "account_sealed", std::string(k_context) + "account"}};
}

Result<DistrictReceipt> opened(db::Transaction& transaction, const vault::Vault& vault, const Paper& receipt) {
  auto out = read_content<DistrictReceipt>(receipt.content);
  if (const auto sealed = store::contact(transaction, key_of(receipt))) {
    out.telephone = sealed->telephone;
    out.account = sealed->account;
  }
  const auto telephone = vault.open(context("telephone", receipt), out.telephone);
  if (!telephone.ok()) return telephone.problem();
  const auto account = vault.open(context("account", receipt), out.account);
  if (!account.ok()) return account.problem();
  out.telephone = *telephone;
  out.account = *account;
  return out;
}

Result<Paper> save_group(db::Database& database, const Party& party, const std::string& campaign_id, const WorkingGroup& content) {
  if (auto fine = check_words("leader", content.leader, true, k_short); !fine) return fine.problem();
  const auto& divisions = shipped_law().divisions;
  for (const WorkingGroup::Part& part : content.parts) {
    if (std::none_of(divisions.begin(), divisions.end(), [&](const Choice& one) { return one.id == part.division; })) return problem("inspection.division_unknown", {{"value", part.division}}, "parts");
    if (auto fine = check_words("parts", part.person, true, k_short); !fine) return fine.problem();
    if (auto fine = check_words("parts", part.duty, false); !fine) return fine.problem();
  }
  for (const WorkingGroup::Node& node : content.nodes) {
    if (!parse_date(node.day)) return problem("inspection.node_day", {{"value", node.day}}, "nodes");
    if (auto fine = check_words("nodes", node.task); !fine) return fine.problem();
  }
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    const auto district = own_district(party);
    if (!district.ok()) return district.problem();
    const auto campaign = running(transaction, campaign_id);
    if (!campaign.ok()) return campaign.problem();
    auto stands = store::paper_of(transaction, PaperKind::Group, campaign_id, "district:" + *district);
    const std::string before = stands ? digest_of(*stands) : "";
    Paper paper = stands.value_or(begun(PaperKind::Group, campaign_id, *district));
    paper.state = "named";
    paper.content = write_content(content);
    paper.made = party.endorsement();
    keep(transaction, party, "group.name", paper, before, "M-4.1.1");
    return paper;
  });
}

Result<Target> add_unit(db::Database& database, const Party& party, const UnitForm& form) {
  for (const auto& [field, text] : {std::pair<const char*, const std::string&>{"name", form.name}, {"address", form.address}})
    if (auto fine = check_words(field, text, true, k_short); !fine) return fine.problem();
  const auto code = CreditCode::read(form.code);
  if (!code.ok()) {
    Problem refused = code.problem();
    refused.at = "code";
    return refused;
  }
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Target> {
    const auto district = own_district(party);
    if (!district.ok()) return district.problem();
    const auto campaign = running(transaction, form.campaign);
    if (!campaign.ok()) return campaign.problem();
    const std::string subject = "unit:" + code->text();
    if (!store::targets_of(transaction, form.campaign, subject).empty()) return problem("inspection.unit_stands", {{"value", code->text()}}, "code");
    const Target target{subject + ":production_unit", "production_unit", subject, form.name, *district, "", "", false};
    store::add_target(transaction, form.campaign, target, form.address);
    ledger::append(transaction, {party.actor, party.now, "unit.add", "campaign:" + form.campaign, "", to_hex(sm3(target.id + "\n" + form.name + "\n" + form.address)), "M-2.0a", code->text()});
    return target;
  });
}

} // namespace ankao::inspection
