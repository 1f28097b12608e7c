// SPDX-License-Identifier: Apache-2.0
// libjpeg leaves by longjmp: between setjmp and the call that may fail stand plain values only.
#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include <algorithm>

#include "look/inside/codecs.hpp"

namespace ankao::look {
namespace {

constexpr int k_quality = 82;
constexpr long k_memory = 512L << 20;

struct Errors {
  jpeg_error_mgr base;
  std::jmp_buf back;
};

void leave(j_common_ptr info) { std::longjmp(reinterpret_cast<Errors*>(info->err)->back, 1); }
void keep_silent(j_common_ptr) {}

jpeg_error_mgr* prepared(Errors& errors) {
  jpeg_error_mgr* base = ::jpeg_std_error(&errors.base);
  base->error_exit = leave;
  base->output_message = keep_silent;
  return base;
}

/// Frees what it opened, also on the way out by longjmp.
class Reading {
public:
  explicit Reading(std::string_view bytes)
      : bytes_(bytes) {
    info.err = prepared(errors);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() { ::jpeg_destroy_decompress(&info); }

  bool open() {
    if (setjmp(errors.back) != 0) return false;
    ::jpeg_create_decompress(&info);
    info.mem->max_memory_to_use = k_memory;
    ::jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
    return ::jpeg_read_header(&info, TRUE) == JPEG_HEADER_OK;
  }

  bool start(int side) {
    if (setjmp(errors.back) != 0) return false;
    info.out_color_space = JCS_RGB;
    info.scale_num = 1;
    info.scale_denom = 1;
    const int longest = static_cast<int>(std::max(info.image_width, info.image_height));
    while (info.scale_denom < 8 && longest / static_cast<int>(info.scale_denom * 2) >= side) info.scale_denom *= 2;
    return ::jpeg_start_decompress(&info) != FALSE && info.output_components == 3;
  }

  bool rows(std::uint8_t* row, Sampler& sampler) {
    if (setjmp(errors.back) != 0) return false;
    while (info.output_scanline < info.output_height) {
      if (::jpeg_read_scanlines(&info, &row, 1) != 1) return false;
      sampler.feed(row);
    }
    return true;
  }

  jpeg_decompress_struct info{};

private:
  Errors errors{};
  std::string_view bytes_;
};

bool write_rows(jpeg_compress_struct& info, Errors& errors, const Raster& raster, unsigned char** out, unsigned long* size) {
  if (setjmp(errors.back) != 0) return false;
  ::jpeg_create_compress(&info);
  ::jpeg_mem_dest(&info, out, size);
  info.image_width = static_cast<JDIMENSION>(raster.width);
  info.image_height = static_cast<JDIMENSION>(raster.height);
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  ::jpeg_set_defaults(&info);
  ::jpeg_set_quality(&info, k_quality, TRUE);
  ::jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = const_cast<std::uint8_t*>(raster.row(static_cast<int>(info.next_scanline)));
    ::jpeg_write_scanlines(&info, &row, 1);
  }
  ::jpeg_finish_compress(&info);
  return true;
}

} // namespace

std::optional<Size> jpeg_size(std::string_view bytes) {
  Reading reading(bytes);
  if (!reading.open()) return std::nullopt;
  return Size{static_cast<int>(reading.info.image_width), static_cast<int>(reading.info.image_height)};
}

std::optional<Raster> read_jpeg(std::string_view bytes, int side) {
  Reading reading(bytes);
  if (!reading.open() || !reading.start(side)) return std::nullopt;
  const int width = static_cast<int>(reading.info.output_width);
  const int height = static_cast<int>(reading.info.output_height);
  const auto [to_width, to_height] = fitting(width, height, side);
  Sampler sampler(width, height, to_width, to_height);
  std::vector<std::uint8_t> row(static_cast<std::size_t>(width) * 3);
  if (!reading.rows(row.data(), sampler)) return std::nullopt;
  return sampler.take();
}

std::string write_jpeg(const Raster& raster) {
  jpeg_compress_struct info{};
  Errors errors{};
  info.err = prepared(errors);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const bool done = write_rows(info, errors, raster, &bytes, &size);
  ::jpeg_destroy_compress(&info);
  std::string out = done ? std::string(reinterpret_cast<const char*>(bytes), size) : std::string();
  std::free(bytes);
  return out;
}

} // namespace ankao::look
