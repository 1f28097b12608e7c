// SPDX-License-Identifier: Apache-2.0
#include "paper/type.hpp"

namespace ankao::paper {
namespace {

/// TrueType: cairo 1.16 leaves single glyphs of CFF faces blank.
constexpr const char* k_fallback = "WenQuanYi Micro Hei";

std::string families(Face face, Faces faces) {
  if (faces == Faces::Fallback) return k_fallback;
  const char* own = "";
  switch (face) {
  case Face::FangSong:
    own = "FangSong_GB2312,FangSong";
    break;
  case Face::Hei:
    own = "SimHei";
    break;
  case Face::Kai:
    own = "KaiTi_GB2312,KaiTi";
    break;
  case Face::XiaoBiaoSong:
    own = "FZXiaoBiaoSong-B05S";
    break;
  case Face::Song:
    own = "SimSun";
    break;
  }
  return std::string(own) + "," + k_fallback;
}

PangoAlignment align_of(Align align) {
  switch (align) {
  case Align::Left:
    return PANGO_ALIGN_LEFT;
  case Align::Center:
    return PANGO_ALIGN_CENTER;
  case Align::Right:
    return PANGO_ALIGN_RIGHT;
  }
  return PANGO_ALIGN_LEFT;
}

} // namespace

double points(int tenths_of_millimetre) { return tenths_of_millimetre * 72.0 / 254.0; }
double pitch_of(const Style& style) { return style.pitch > 0 ? style.pitch / 10.0 : style.size / 2.0 * 1.3; }

const char* name_of(Face face) {
  switch (face) {
  case Face::FangSong:
    return "仿宋_GB2312";
  case Face::Hei:
    return "黑体";
  case Face::Kai:
    return "楷体_GB2312";
  case Face::XiaoBiaoSong:
    return "方正小标宋简体";
  case Face::Song:
    return "宋体";
  }
  return "宋体";
}

Typesetter::Typesetter(Faces faces)
    : faces_(faces)
    , context_(pango_font_map_create_context(pango_cairo_font_map_get_default()), g_object_unref) {
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_language(context_.get(), pango_language_from_string("zh-cn"));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
}

std::shared_ptr<PangoLayout> Typesetter::set(const std::string& text, const Style& style, double width) const {
  std::shared_ptr<PangoLayout> layout(pango_layout_new(context_.get()), g_object_unref);
  PangoFontDescription* font = pango_font_description_from_string(families(style.face, faces_).c_str());
  pango_font_description_set_size(font, style.size * PANGO_SCALE / 2);
  if (style.bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  // A digest that is broken over two lines must not get a hyphen that it does not have.
  PangoAttrList* plain = pango_attr_list_new();
  pango_attr_list_insert(plain, pango_attr_insert_hyphens_new(FALSE));
  pango_layout_set_attributes(layout.get(), plain);
  pango_attr_list_unref(plain);
  pango_layout_set_alignment(layout.get(), align_of(style.align));
  if (style.align != Align::Right) pango_layout_set_indent(layout.get(), style.indent * style.size * PANGO_SCALE / 2);
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  return layout;
}

double Typesetter::height(const std::string& text, const Style& style, double width) const {
  return pango_layout_get_line_count(set(text, style, width).get()) * pitch_of(style);
}

} // namespace ankao::paper
