// SPDX-License-Identifier: Apache-2.0
#include "paper/zip.hpp"

#include <zip.h>

#include "base/ensure.hpp"

namespace ankao::paper {

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts, long long dated) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  ensure(memory != nullptr, "a zip can be made in memory");
  zip_source_keep(memory);
  zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  ensure(archive != nullptr, "a zip can be opened in memory");
  for (const auto& [name, bytes] : parts) {
    const zip_int64_t at = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
    ensure(at >= 0, "a part can be added to a zip");
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(at), static_cast<time_t>(dated), 0);
  }
  ensure(zip_close(archive) == 0, "a zip can be written in memory");
  zip_stat_t stat;
  zip_source_stat(memory, &stat);
  std::string out(stat.size, '\0');
  zip_source_open(memory);
  zip_source_read(memory, out.data(), out.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return out;
}

} // namespace ankao::paper
