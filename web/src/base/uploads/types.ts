// SPDX-License-Identifier: Apache-2.0
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
}
