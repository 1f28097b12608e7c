// SPDX-License-Identifier: Apache-2.0
// Where the device stands, if its person allows that and it knows soon enough: a photo never waits for a satellite.
import type { DevicePlace } from './types'

const patience = 4_000
const fresh = 60_000
const unit = 1_000_000

export function placeNow(): Promise<DevicePlace | undefined> {
  if (!('geolocation' in navigator)) return Promise.resolve(undefined)
  return new Promise((done) => {
    const late = setTimeout(() => done(undefined), patience)
    const told = (place?: DevicePlace): void => (clearTimeout(late), done(place))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => told({ latitude: Math.round(coords.latitude * unit), longitude: Math.round(coords.longitude * unit), metres: Math.min(unit, Math.max(0, Math.round(coords.accuracy))) }),
      () => told(),
      { timeout: patience, maximumAge: fresh, enableHighAccuracy: true },
    )
  })
}
