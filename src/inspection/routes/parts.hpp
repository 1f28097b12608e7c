// SPDX-License-Identifier: Apache-2.0
// The groups of operations that routes.cpp puts together.
#pragma once

#include "api/endpoints.hpp"
#include "db/use_case.hpp"
#include "inspection/service/closing.hpp"
#include "inspection/service/handovers.hpp"
#include "inspection/service/party.hpp"
#include "inspection/service/spots.hpp"
#include "vault/vault.hpp"
#include "paper/layout.hpp"

namespace ankao::inspection {

void add_checklist_routes(api::Endpoints& endpoints, db::Database& database);
void add_campaign_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell);
void add_visit_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell);
void add_board_routes(api::Endpoints& endpoints, db::Database& database);
void add_measures_routes(api::Endpoints& endpoints, db::Database& database);
void add_defect_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell);
void add_self_report_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell);
void add_handover_routes(api::Endpoints& endpoints, db::Database& database, const FilesOf& files, const Tell& tell);
void add_pairing_routes(api::Endpoints& endpoints, db::Database& database);
void add_team_routes(api::Endpoints& endpoints, db::Database& database);
void add_spot_routes(api::Endpoints& endpoints, db::Database& database, const Chance& chance);
void add_office_routes(api::Endpoints& endpoints, db::Database& database, const vault::Vault& vault);
void add_case_routes(api::Endpoints& endpoints, db::Database& database);
void add_closing_routes(api::Endpoints& endpoints, db::Database& database, const OpenElsewhere& elsewhere);

Party party_of(const api::Call& call, Tell tell = {});
/// The sheet as PDF or Word: inspection.form_format.
Result<api::Download> file_of(const Result<paper::Sheet>& sheet, const std::string& name, const std::string& format);

} // namespace ankao::inspection
