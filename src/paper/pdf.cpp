// SPDX-License-Identifier: Apache-2.0
#include "paper/pdf.hpp"

#include <cairo-pdf.h>

#include <ctime>

#include "paper/draw.hpp"

namespace ankao::paper {
namespace {

cairo_status_t collect(void* into, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

std::string iso_time(long long seconds) {
  const std::time_t when = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&when, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

} // namespace

Result<std::string> to_pdf(const Sheet& sheet, Faces faces) {
  const Typesetter type(faces);
  const auto pages = lay_out(sheet, type);
  if (!pages) return pages.problem();
  std::string out;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(collect, &out, points(sheet.page.width()), points(sheet.page.height()));
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, sheet.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Ankao");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, iso_time(sheet.made_at).c_str());
  cairo_t* cairo = cairo_create(surface);
  for (const LaidPage& page : *pages) {
    draw(cairo, page);
    cairo_show_page(cairo);
  }
  cairo_destroy(cairo);
  cairo_surface_finish(surface);
  const cairo_status_t status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  ensure(status == CAIRO_STATUS_SUCCESS, std::string("a PDF can be written in memory: ") + cairo_status_to_string(status));
  return out;
}

} // namespace ankao::paper
