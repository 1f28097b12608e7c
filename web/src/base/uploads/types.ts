// SPDX-License-Identifier: Apache-2.0
/** Millionths of a degree, and how exact that is. */
export interface DevicePlace { latitude: number; longitude: number; metres: number }

/** A file on its way: kept on the device until the server has all of it. */
export interface KeptFile {
  id: string
  account: string
  kind: string
  subject: string
  name: string
  size: number
  /** The device's clock when the file was made, milliseconds. */
  captured: number
  added: number
  paused: boolean
  file: Blob
  /** Computed on the device when the file was made; the server compares. Missing while it is still being computed. */
  sm3?: string
  /** Where the device stood, when it may say so. */
  place?: DevicePlace
  /** Not sent before digest and place are known. */
  ready?: boolean
}
