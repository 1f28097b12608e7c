// SPDX-License-Identifier: Apache-2.0
// What a district does for a campaign at its desk: receipt, working group, production units, typical cases.
#pragma once

#include "inspection/service/party.hpp"
#include "vault/reseal.hpp"
#include "vault/vault.hpp"

namespace ankao::inspection {

/// G-02, M-4.1.4; telephone and account are sealed. May be filed again: the newest holds. inspection.not_yours, text_missing, telephone.
Result<Paper> file_receipt(db::Database& database, const vault::Vault& vault, const Party& party, const std::string& campaign, const DistrictReceipt& content);
/// In clear; an unreadable seal is a problem of the vault.
Result<DistrictReceipt> opened(db::Transaction& transaction, const vault::Vault& vault, const Paper& receipt);
/// What a change of the data key seals again.
std::vector<vault::Column> receipt_columns();

/// M-4.1.1, M-4.1.3, M-4.1.11: named persons by division, tasks and time nodes. inspection.not_yours, division_unknown, text_missing, node_day.
Result<Paper> save_group(db::Database& database, const Party& party, const std::string& campaign, const WorkingGroup& content);

struct UnitForm {
  std::string campaign, name, code, address;
};
/// A production unit becomes a target under its own short form (M-2.0a, M-4.4.3, G-07). inspection.not_yours, text_missing, number.*,
/// unit_stands.
Result<Target> add_unit(db::Database& database, const Party& party, const UnitForm& form);

/// M-4.1.6: reported at any time by a district. inspection.not_yours, case_kind, text_missing.
Result<Paper> report_case(db::Database& database, const Party& party, const std::string& campaign, const std::string& title, const TypicalCase& content);
/// The city words it for the public page, or refuses it with a reason. inspection.paper_unknown, paper_state, text_missing, case_personal.
Result<Paper> word_case(db::Database& database, const Party& party, const std::string& id, bool accept, const std::string& title, const std::string& text, const std::string& reason);
/// A second person of the city lets it out (M-4.3.4). inspection.case_own.
Result<Paper> publish_case(db::Database& database, const Party& party, const std::string& id, bool accept, const std::string& reason);

} // namespace ankao::inspection
