// SPDX-License-Identifier: Apache-2.0
export default {
  title: '节假日安排', lead: '工作日按国务院办公厅每年公布的放假调休安排计算（G-63）。没有安排的年份一律不计算，不作推测。', yearTitle: '{year} 年节假日安排', enter: '录入年份', enterYear: '录入 {year} 年', correct: '更正', none: '尚无任何年份的安排',
  missing: '{year} 年的安排尚未录入，{year} 年的期限和排考无法计算。国务院办公厅公布后请及时录入。',
  year: '年份', source: '依据', origin: '来源', version: '版本', working: '工作日', rest: '放假', worked: '周末上班', enteredAt: '录入时间', days: '{count} 天',
  from: { shipped: '随平台提供', entered: '录入' }, versionOf: '第 {version} 版', months: '各月', reasonLast: '更正理由',
  kind: { work: '工作日', rest: '放假', worked_weekend: '调休上班', weekend: '周末' }, mark: { rest: '休', worked_weekend: '班' }, legend: '图例', ranges: '放假和调休', workingOf: '{count} 个工作日',
  history: '历次版本', historyNone: '本年安排随平台提供，未经更正',
  form: {
    newTitle: '录入节假日安排', editTitle: '更正 {year} 年节假日安排', newLead: '照国务院办公厅通知逐项填写。保存后即用于计算工作日和排考，并记入台账。', editLead: '更正形成新版本，旧版本保留。已冻结的排考数据不受影响。',
    sourceHint: '通知的标题或文号，如“国务院办公厅关于2026年部分节假日安排的通知”', reasonHint: '更正须写明理由，记入台账', rest: '放假', restHint: '每个节日一行，起止日期都计入，其间的周末也计入；两节相连的写在一行', worked: '调休上班', workedHint: '通知中“某月某日（周六或周日）上班”的日期', name: '节日', makesUp: '为哪个节日调休', addRest: '增加一行放假', addWorked: '增加一天上班', removeLine: '删除第 {line} 行', line: '第 {line} 行', compared: '已与通知原文逐日核对，该年确有特别安排', balance: '平日放假 {weekdays} 天，周末上班 {worked} 天，相差 {balance} 天', save: '保存', saved: '{year} 年节假日安排已保存', faults: '已在相应位置标出，请逐项更正后重新保存',
  },
}
