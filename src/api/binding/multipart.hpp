// SPDX-License-Identifier: Apache-2.0
// multipart/form-data (RFC 7578), read strictly: what does not fit the grammar is refused, never guessed.
#pragma once

#include <string_view>

#include "api/api.hpp"
#include "base/result.hpp"

namespace ankao::api {

inline constexpr std::size_t k_max_parts = 64;
inline constexpr std::size_t k_max_part_header_bytes = 4096;
inline constexpr std::size_t k_max_field_bytes = 64 * 1024; ///< of a field that is no file

/// The field `file` and the other fields in order. Problems: request.content_type, request.multipart_boundary,
/// request.multipart_cut_off, request.multipart_header, request.multipart_limit, request.file_missing, request.file_doubled,
/// request.file_name, request.not_utf8.
Result<Upload> parse_upload(std::string_view content_type, std::string_view body);

} // namespace ankao::api
