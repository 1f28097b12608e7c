// SPDX-License-Identifier: Apache-2.0
// Makes exceljs.xlsx: `npm i exceljs && node make.mjs`. The file is kept beside this script so that the tests need no npm.
import ExcelJS from 'exceljs'

const book = new ExcelJS.Workbook()
const sheet = book.addWorksheet('名录')
sheet.addRow(['特种作业安全培训机构汇总表'])
sheet.mergeCells('A1:D1')
sheet.addRow([])
sheet.addRow(['机构名称', '区域', '日期', '电话'])
sheet.addRow(['广州市技师学院', '白云区', new Date(Date.UTC(2024, 2, 5)), '020-36261012'])
sheet.addRow([{ richText: [{ text: '广州' }, { font: { bold: true }, text: '理工学院' }] }, null, new Date(Date.UTC(2024, 2, 5, 9, 30)), 13560488292])
sheet.mergeCells('B4:B5')
sheet.getCell('C4').numFmt = 'yyyy"年"m"月"d"日"'
sheet.getCell('C5').numFmt = 'yyyy-mm-dd hh:mm'
sheet.addRow([{ formula: '1+1', result: 2 }, true, 0.1, { text: '链接', hyperlink: 'http://example.invalid/' }])
book.addWorksheet('字典', { state: 'hidden' }).addRow(['x'])
await book.xlsx.writeFile('exceljs.xlsx')
