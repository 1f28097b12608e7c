// SPDX-License-Identifier: Apache-2.0
#include "tables/support/zip_maker.hpp"

#include <unistd.h>
#include <zip.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace ankao::tables {

std::string make_zip(const std::map<std::string, std::string>& parts) {
  zip_error_t error;
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("zip");
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
  if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  const zip_int64_t size = zip_source_tell(target);
  zip_source_seek(target, 0, SEEK_SET);
  std::string out(static_cast<std::size_t>(size), '\0');
  zip_source_read(target, out.data(), out.size());
  zip_source_close(target);
  zip_source_free(target);
  return out;
}

std::map<std::string, std::string> workbook_parts(const std::string& sheet_data, const std::string& after_data) {
  const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
  return {
      {"_rels/.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"r1\" Type=\"" + relation +
                          "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
      {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relation +
                              "\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"rId1\" Type=\"" + relation +
                                         "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
      {"xl/worksheets/sheet1.xml",
       "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheet_data + "</sheetData>" + after_data + "</worksheet>"},
  };
}

std::string make_workbook(const std::string& sheet_data, const std::string& after_data) {
  return make_zip(workbook_parts(sheet_data, after_data));
}

std::string read_test_file(const std::string& path_in_source) {
  std::ifstream file(std::string(ANKAO_SOURCE_DIR) + "/" + path_in_source, std::ios::binary);
  if (!file) throw std::runtime_error("no test file " + path_in_source);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace ankao::tables
