// SPDX-License-Identifier: Apache-2.0
#include "tables/xlsx/archive.hpp"

#include <zip.h>

namespace ankao::tables {
namespace {

Problem damaged(const std::string& reason) { return problem("tables.xlsx_damaged", {{"reason", reason}}); }

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

void Archive::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<Archive> Archive::open(std::string_view bytes, const Limits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  ensure(source != nullptr, "a zip source over a buffer can always be made");
  zip_t* opened = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (opened == nullptr) {
    const std::string reason = zip_error_strerror(&error);
    zip_source_free(source);
    zip_error_fini(&error);
    return damaged(reason);
  }
  zip_error_fini(&error);
  Archive archive(opened, limits);
  if (static_cast<std::size_t>(zip_get_num_entries(opened, 0)) > limits.parts)
    return problem("tables.too_many_parts", {{"limit", std::to_string(limits.parts)}});
  return archive;
}

bool Archive::has(const std::string& name) const { return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0; }

std::vector<std::string> Archive::names() const {
  std::vector<std::string> names;
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0)) names.emplace_back(name);
  return names;
}

Result<std::optional<std::string>> Archive::read(const std::string& name) {
  const zip_int64_t index = zip_name_locate(archive_.get(), name.c_str(), 0);
  if (index < 0) return std::optional<std::string>();
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
  if (!file) return damaged(name + ": " + zip_strerror(archive_.get()));
  std::string out;
  char buffer[1 << 15];
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), buffer, sizeof buffer);
    if (got < 0) return damaged(name + ": " + zip_file_strerror(file.get()));
    if (got == 0) return std::optional<std::string>(std::move(out));
    if (static_cast<std::size_t>(got) > left_)
      return problem("tables.too_large_unpacked", {{"limit", std::to_string(unpacked_limit_ >> 20)}});
    left_ -= static_cast<std::size_t>(got);
    out.append(buffer, static_cast<std::size_t>(got));
  }
}

} // namespace ankao::tables
