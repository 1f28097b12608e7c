// SPDX-License-Identifier: Apache-2.0
// Spreadsheets for the stories: a cell of a downloaded template is changed, the rest stays as the server wrote it; and text in GB18030.
import { crc32, inflateRawSync } from 'node:zlib'

const centralMark = 0x02014b50
const endMark = 0x06054b50

/** Name and bytes of every part. */
export function unzip(bytes) {
  let end = bytes.length - 22
  while (end >= 0 && bytes.readUInt32LE(end) !== endMark) --end
  if (end < 0) throw new Error('not a zip archive')
  const parts = []
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; --left) {
    if (bytes.readUInt32LE(at) !== centralMark) throw new Error('damaged zip archive')
    const [size, nameLength, extra, comment, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    parts.push({ name: bytes.subarray(at + 46, at + 46 + nameLength).toString(), data: bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed })
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/** Stored, not packed: a reader must take both. */
function zip(parts) {
  const local = []
  const central = []
  let offset = 0
  for (const { name, data } of parts) {
    const title = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt32LE(crc32(data), 14)
    head.writeUInt32LE(data.length, 18)
    head.writeUInt32LE(data.length, 22)
    head.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(centralMark, 0)
    entry.writeUInt16LE(20, 4)
    head.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(offset, 42)
    local.push(head, title, data)
    central.push(entry, title)
    offset += head.length + title.length + data.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endMark, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const columnOf = (reference) => [...reference.replace(/\d+/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function sheetPath(parts, name) {
  const text = (path) => parts.find((part) => part.name === path).data.toString()
  const id = text('xl/workbook.xml').match(new RegExp(`<sheet name="${name}"[^>]*r:id="([^"]+)"`))?.[1]
  const target = id && text('xl/_rels/workbook.xml.rels').match(new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`))?.[1]
  if (!target) throw new Error(`no sheet ${name}`)
  return `xl/${target}`
}

function withCell(xml, reference, value) {
  const cell = `<c r="${reference}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
  const row = reference.match(/\d+/)[0]
  const whole = xml.match(new RegExp(`<row r="${row}"[^>]*>(.*?)</row>`, 's'))
  if (!whole) return xml.replace('</sheetData>', `<row r="${row}">${cell}</row></sheetData>`).replace('<sheetData/>', `<sheetData><row r="${row}">${cell}</row></sheetData>`)
  const cells = [...whole[1].matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs)].map((match) => ({ at: match[1], text: match[0] })).filter((one) => one.at !== reference)
  const row2 = [...cells, { at: reference, text: cell }].sort((a, b) => columnOf(a.at) - columnOf(b.at)).map((one) => one.text).join('')
  return xml.replace(whole[0], `<row r="${row}">${row2}</row>`)
}

/** The workbook with other texts in some cells: { 'E2': '40' } of one sheet. */
export function changeCells(workbook, sheet, cells) {
  const parts = unzip(workbook)
  const path = sheetPath(parts, sheet)
  const part = parts.find((one) => one.name === path)
  part.data = Buffer.from(Object.entries(cells).reduce((xml, [reference, value]) => withCell(xml, reference, value), part.data.toString()))
  return zip(parts)
}

let pairs
/** Two-byte forms of GB18030 by asking the decoder; enough for what the notice prints. */
function pairOf(letter) {
  if (!pairs) {
    const decoder = new TextDecoder('gb18030')
    pairs = new Map()
    for (let high = 0x81; high <= 0xfe; ++high) {
      for (let low = 0x40; low <= 0xfe; ++low) {
        if (low !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
      }
    }
  }
  return pairs.get(letter)
}

export function gb18030(text) {
  const bytes = []
  for (const letter of text) {
    const code = letter.codePointAt(0)
    const form = code < 0x80 ? [code] : pairOf(letter)
    if (!form) throw new Error(`U+${code.toString(16)} has no two-byte form`)
    bytes.push(...form)
  }
  return Buffer.from(bytes)
}
