// SPDX-License-Identifier: Apache-2.0
// Makes desk.xlsx, the two tables as an official's workbook, from the printed ones: `npm i exceljs && node make.mjs`.
// Kept beside this script so that the tests need no npm.
import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'

const data = new URL('../../../data/annex6/', import.meta.url)
const book = new ExcelJS.Workbook()
for (const [file, name, title] of [['table_a.tsv', '特种', '广州市特种作业安全培训机构、考试点汇总表'], ['table_b.tsv', '高危', '广州市高危行业安全培训机构汇总表']]) {
  const sheet = book.addWorksheet(name)
  sheet.addRow(['附件 6'])
  sheet.addRow([title])
  sheet.mergeCells('A2:G2')
  const lines = readFileSync(new URL(file, data), 'utf8').split('\n').filter((line) => line)
  for (const line of lines) {
    const cells = line.split('\t')
    sheet.addRow([/^\d+$/.test(cells[0]) ? Number(cells[0]) : cells[0], ...cells.slice(1)])
  }
  sheet.addRow(['备注：“(+考试点)”表示该培训机构既是特种作业培训机构，也是考试点。'])
}
await book.xlsx.writeFile('desk.xlsx')
