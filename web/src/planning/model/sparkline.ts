// SPDX-License-Identifier: Apache-2.0

/** Points of a polyline that fills the box; a value that never changed is a line through the middle. */
export function sparkline(values: number[], width: number, height: number): string {
  if (values.length === 0) return ''
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (i: number) => (values.length === 1 ? width : (i / (values.length - 1)) * width)
  const y = (value: number) => (high === low ? height / 2 : 1 + (1 - (value - low) / (high - low)) * (height - 2))
  const points = values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`)
  return values.length === 1 ? `0,${y(values[0]!).toFixed(1)} ${points[0]}` : points.join(' ')
}
