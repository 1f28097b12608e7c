// SPDX-License-Identifier: Apache-2.0
// Problems as RFC 9457 answers; the one place where a problem becomes an HTTP status.
#pragma once

#include <string>

#include "base/result.hpp"
#include "http/message.hpp"
#include "problems/catalogue.hpp"

namespace ankao::http {

/// `?lang=` wins over Accept-Language; Chinese when neither is there or neither is known.
problems::Language language_of(const Request& request);
/// From the raw texts, for the server's fast way. `query` is undecoded.
problems::Language language_of(std::string_view query, std::string_view accept_language);

/// application/problem+json: type (urn:ankao:problem:ID), title, status, detail (the remedy), instance (the request id), at, parts; clauses and
/// facts where a clause of the notice stands behind the refusal.
Response problem_answer(const Problem& problem, problems::Language language, const std::string& request_id);

} // namespace ankao::http
