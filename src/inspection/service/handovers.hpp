// SPDX-License-Identifier: Apache-2.0
// Handing over after the cross inspection (M-3.2f, G-48): problems, evidence and proposals go to the inspected district, which confirms.
#pragma once

#include <functional>

#include "inspection/service/party.hpp"

namespace ankao::inspection {

/// The files of a record (attachments): id, name and SM3 of each that was not withdrawn.
using FilesOf = std::function<std::vector<Handover::Piece>(db::Transaction&, const std::string& kind, const std::string& id)>;

/// What a district has found in another: its signed visits of the cross inspection, their problems and files, and the units it has not inspected.
Handover gathered(db::Transaction& transaction, const Campaign& campaign, const std::string& by, const std::string& of, const FilesOf& files);

/// By the inspecting district, once. inspection.not_paired, handover_made, handover_open (a visit is not signed), handover_nothing, text_missing.
Result<Paper> make_handover(db::Database& database, const Party& party, const std::string& campaign, const std::string& of, const std::string& proposals, const FilesOf& files);
/// By the inspected district. inspection.paper_unknown, not_yours, paper_state.
Result<Paper> receive_handover(db::Database& database, const Party& party, const std::string& id);

} // namespace ankao::inspection
