// SPDX-License-Identifier: Apache-2.0
#include "paper/bars.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace ankao::paper {
namespace {

constexpr double k_width = 500, k_height = 200; ///< in points, before the scale
constexpr double k_scale = 4;
constexpr double k_left = 18, k_right = 12, k_top = 34, k_foot = 26, k_most_bar = 34;
constexpr double k_shades[] = {0.2, 0.72, 1.0}; ///< far apart in print

cairo_status_t collect(void* into, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

class Picture {
public:
  Picture(const Bars& bars, Faces faces)
      : bars_(bars)
      , type_(faces)
      , surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(k_width * k_scale), static_cast<int>(k_height * k_scale)))
      , cairo_(cairo_create(surface_)) {
    for (const auto& group : bars.groups)
      for (const std::int64_t value : group.values) most_ = std::max(most_, value);
  }
  ~Picture() {
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
  }
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;

  std::string png() {
    cairo_set_source_rgb(cairo_, 1, 1, 1);
    cairo_paint(cairo_);
    cairo_scale(cairo_, k_scale, k_scale);
    legend();
    const double step = (k_width - k_left - k_right) / static_cast<double>(std::max<std::size_t>(1, bars_.groups.size()));
    for (std::size_t i = 0; i < bars_.groups.size(); ++i) group(bars_.groups[i], k_left + step * static_cast<double>(i), step);
    line(k_left, base(), k_width - k_right, base());
    std::string out;
    ensure(cairo_surface_write_to_png_stream(surface_, collect, &out) == CAIRO_STATUS_SUCCESS, "a picture can be written in memory");
    return out;
  }

private:
  double base() const { return k_height - k_foot; }

  void line(double x1, double y1, double x2, double y2) {
    cairo_set_source_rgb(cairo_, 0, 0, 0);
    cairo_set_line_width(cairo_, 0.8);
    cairo_move_to(cairo_, x1, y1);
    cairo_line_to(cairo_, x2, y2);
    cairo_stroke(cairo_);
  }

  void box(double x, double y, double width, double height, std::size_t series) {
    const double shade = k_shades[std::min<std::size_t>(series, 2)];
    cairo_rectangle(cairo_, x, y, width, height);
    cairo_set_source_rgb(cairo_, shade, shade, shade);
    cairo_fill_preserve(cairo_);
    cairo_set_source_rgb(cairo_, 0, 0, 0);
    cairo_set_line_width(cairo_, 0.8);
    cairo_stroke(cairo_);
  }

  void text(const std::string& words, double x, double y, double width, Align align) {
    Style style;
    style.size = 21;
    style.face = Face::FangSong;
    style.align = align;
    const auto layout = type_.set(words, style, width);
    cairo_set_source_rgb(cairo_, 0, 0, 0);
    cairo_move_to(cairo_, x, y);
    pango_cairo_show_layout(cairo_, layout.get());
  }

  void legend() {
    text("单位：" + bars_.unit, k_left, 6, 120, Align::Left);
    double x = k_width - k_right - 110.0 * static_cast<double>(bars_.series.size());
    for (std::size_t i = 0; i < bars_.series.size(); ++i, x += 110) {
      box(x, 8, 14, 9, i);
      text(bars_.series[i], x + 18, 6, 92, Align::Left);
    }
  }

  void group(const Bars::Group& group, double x, double width) {
    const double count = static_cast<double>(std::max<std::size_t>(1, group.values.size()));
    const double bar = std::min(k_most_bar, width * 0.8 / count), room = base() - k_top - 14;
    double at = x + (width - bar * count) / 2;
    for (std::size_t i = 0; i < group.values.size(); ++i, at += bar) {
      const double height = most_ == 0 ? 0 : room * static_cast<double>(group.values[i]) / static_cast<double>(most_);
      if (height > 0) box(at, base() - height, bar, height, i);
      text(std::to_string(group.values[i]), at - 10, base() - height - 16, bar + 20, Align::Center);
    }
    text(group.name, x, base() + 5, width, Align::Center);
  }

  const Bars& bars_;
  Typesetter type_;
  cairo_surface_t* surface_;
  cairo_t* cairo_;
  std::int64_t most_ = 0;
};

} // namespace

std::string draw_bars(const Bars& bars, Faces faces) { return Picture(bars, faces).png(); }

} // namespace ankao::paper
