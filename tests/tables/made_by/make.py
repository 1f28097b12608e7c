# SPDX-License-Identifier: Apache-2.0
# Makes openpyxl.xlsx (python3-openpyxl) and, from it, libreoffice.xlsx (libreoffice-calc) with the same cells as make.mjs.
import datetime
import subprocess

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "名录"
sheet["A1"] = "特种作业安全培训机构汇总表"
sheet.merge_cells("A1:D1")
for column, text in enumerate(["机构名称", "区域", "日期", "电话"], 1):
    sheet.cell(3, column, text)
sheet["A4"] = "广州市技师学院"
sheet["B4"] = "白云区"
sheet.merge_cells("B4:B5")
sheet["C4"] = datetime.date(2024, 3, 5)
sheet["C4"].number_format = 'yyyy"年"m"月"d"日"'
sheet["D4"] = "020-36261012"
sheet["A5"] = "广州理工学院"
sheet["C5"] = datetime.datetime(2024, 3, 5, 9, 30)
sheet["D5"] = 13560488292
sheet["A6"] = 2
sheet["B6"] = True
sheet["C6"] = 0.1
sheet["D6"] = "链接"
hidden = book.create_sheet("字典")
hidden["A1"] = "x"
hidden.sheet_state = "hidden"
book.save("openpyxl.xlsx")
subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "lo", "openpyxl.xlsx"], check=True)
subprocess.run(["mv", "lo/openpyxl.xlsx", "libreoffice.xlsx"], check=True)
subprocess.run(["rmdir", "lo"], check=True)
