// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoints.hpp"
#include "documents/routes/api.hpp"
#include "documents/service/documents.hpp"

namespace ankao::documents {

std::string kind_name(const Kind& kind, problems::Language language);
dto::DocumentKind view_of(const Kind& kind, const std::string& role, problems::Language language);
dto::DocumentRow row_of(const Desk& desk, const Document& document, problems::Language language);
dto::DocumentView view_of(const Desk& desk, const Document& document, const ::ankao::api::Call& call);
dto::VerifiedDocument verified(const Desk& desk, const Document& document, problems::Language language);

std::string base64(const std::string& bytes);
/// Offered for a file: "穗应急安考〔2026〕12号 考试计划公布通知.pdf".
std::string file_name(const Kind& kind, const Document& document, const std::string& format);

} // namespace ankao::documents
