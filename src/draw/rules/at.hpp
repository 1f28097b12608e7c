// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace ankao::draw {

/// v[i] for the draw's int indices.
template <class Vector>
inline decltype(auto) at(Vector& v, int i) {
  return v[static_cast<std::size_t>(i)];
}

template <class Vector>
inline int count_of(const Vector& v) {
  return static_cast<int>(v.size());
}

} // namespace ankao::draw
