// SPDX-License-Identifier: Apache-2.0
// The map without outside tiles: degrees to the plane, boxes, and dots that would hide each other laid in a ring.

export type Position = [number, number]
export interface Shape {
  id?: string | number
  properties: { code: string; name: string; english: string; centre: Position }
  geometry: { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] }
}
export interface ShapeCollection {
  type: string
  features: Shape[]
}
export interface Point {
  x: number
  y: number
}
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Units of the plane per degree of latitude; large enough that one unit is about 11 m. */
const unitsPerDegree = 10_000
const middleLatitude = 23.2
const squeeze = Math.cos((middleLatitude * Math.PI) / 180)

export const project = (longitude: number, latitude: number): Point => ({ x: longitude * squeeze * unitsPerDegree, y: -latitude * unitsPerDegree })
export const projectE6 = (place: { longitude_e6: number; latitude_e6: number }): Point => project(place.longitude_e6 / 1e6, place.latitude_e6 / 1e6)
export const unprojectE6 = (point: Point): { longitude_e6: number; latitude_e6: number } => ({
  longitude_e6: Math.round((point.x / squeeze / unitsPerDegree) * 1e6),
  latitude_e6: Math.round((-point.y / unitsPerDegree) * 1e6),
})

const rings = (shape: Shape): Position[][] => (shape.geometry.type === 'Polygon' ? shape.geometry.coordinates : shape.geometry.coordinates.flat())
const round = (value: number): string => value.toFixed(0)

export function pathOf(shape: Shape): string {
  return rings(shape)
    .map((ring) => `M${ring.map(([longitude, latitude]) => { const point = project(longitude, latitude); return `${round(point.x)} ${round(point.y)}` }).join('L')}Z`)
    .join('')
}

export function boxOf(shapes: Shape[], margin = 0.04): Box {
  const points = shapes.flatMap((shape) => rings(shape).flat()).map(([longitude, latitude]) => project(longitude, latitude))
  if (points.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const pad = Math.max(right - left, bottom - top) * margin
  return { x: left - pad, y: top - pad, width: right - left + 2 * pad, height: bottom - top + 2 * pad }
}

/** Area of a circle grows with the seats, so the radius with their root; nothing smaller than can be hit. */
export const radiusOf = (seats: number, least = 4, most = 13): number => Math.min(most, Math.max(least, Math.sqrt(seats) * 0.9))

/** Dots nearer than `gap` to a dot placed before are moved round it, so that each can be seen and reached. */
export function spread<T extends { point: Point }>(dots: T[], gap: number): T[] {
  const placed: T[] = []
  for (const dot of dots) {
    let point = dot.point
    for (let turn = 1; turn < 40 && placed.some((other) => Math.hypot(other.point.x - point.x, other.point.y - point.y) < gap); turn++) {
      const angle = turn * 2.4
      const distance = gap * 0.55 * Math.sqrt(turn + 1)
      point = { x: dot.point.x + Math.cos(angle) * distance, y: dot.point.y + Math.sin(angle) * distance }
    }
    placed.push({ ...dot, point })
  }
  return placed
}

/** Labels that would run into one placed before are left out; the shape still tells its name when pointed at. */
export function legible<T extends { point: Point }>(labels: T[], width: number, height: number): T[] {
  const kept: T[] = []
  for (const label of labels) {
    const hits = kept.some((other) => Math.abs(other.point.x - label.point.x) < width && Math.abs(other.point.y - label.point.y) < height)
    if (!hits) kept.push(label)
  }
  return kept
}
