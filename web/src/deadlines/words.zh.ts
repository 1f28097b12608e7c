// SPDX-License-Identifier: Apache-2.0
export default {
  title: '节假日安排', lead: '工作日按国务院办公厅每年公布的放假调休安排计算（G-63）。没有安排的年份一律不计算，不作推测。', yearTitle: '{year} 年节假日安排', enter: '录入年份', enterYear: '录入 {year} 年', correct: '更正', none: '尚无任何年份的安排',
  missing: '{year} 年的安排尚未录入，{year} 年的期限和排考无法计算。国务院办公厅公布后请及时录入。',
  year: '年份', source: '依据', origin: '来源', version: '版本', working: '工作日', rest: '放假', worked: '周末上班', enteredAt: '录入时间', days: '{count} 天',
  from: { shipped: '随平台提供', entered: '录入' }, versionOf: '第 {version} 版', months: '各月', reasonLast: '更正理由',
  kind: { work: '工作日', rest: '放假', worked_weekend: '调休上班', weekend: '周末' }, mark: { rest: '休', worked_weekend: '班' }, legend: '图例', ranges: '放假和调休', workingOf: '{count} 个工作日',
  history: '历次版本', historyNone: '本年安排随平台提供，未经更正',
  rule: { list: '时限清单', lead: '通知规定的全部时限：从何时起算、多长、由谁办、怎样算办结、逾期如何处理。', title: '时限', clause: '条款', related: '相关条款', starts: '起算', length: '期限', whose: '责任', done: '办结条件', valid: '有效期', open: '长期', calendar: '日历', holidays: '工作日（国务院放假安排）', civil: '日历日', missed: '逾期认定', remind: '提醒', reminders: '到期前 {before}；到期后 {after}（天）', escalate: '升级', escalated: '逾期 {days} 天报{role}', copies: '抄送', source: '数据位置', byHand: '（本人确认）', before: '之前 {length}' },
  unit: { working_day: '{count} 个工作日', day: '{count} 天', month: '{count} 个月', year: '{count} 年', minute: '{count} 分钟', day_of_month: '当月 {count} 日前（含当日）', day_of_year: '当年 {last} 前（含当日）', date: '{last} 前（含当日）', decided: '{from} 至 {to} 个月，由决定确定', any_time: '随时，无期限' },
  term: { list: '期限', due: '到期日', left: '剩 {days}', today: '今日到期', overdue: '已超期 {days}', doneLate: '逾期办结', doneInTime: '按期办结', waived: '已免除', noEnd: '无到期日', workingDays: '{count} 个工作日', plainDays: '{count} 天', claimedBy: '{name} 已领取', claim: '领取', claimed: '已领取', release: '退回', released: '已退回', confirm: '确认办结', confirmed: '已确认办结', waive: '免除', waivedNow: '期限已免除', open: '手工启动', opened: '时限已启动', subject: '事项', subjectHint: '事项的编号，如班次 class:GZ-A01/2024-C1、考试日 session:2026-05-12/GZ-A15-S1', name: '名称', moment: '开始时刻', until: '决定的截止日', reason: '理由', deeds: '提醒和升级', deedDone: '已办', deedPassed: '已略过', deedAhead: '待办', withdrawn: '日历更正后撤销', sort: '排序', byDay: '按到期日分组', kind: '事项', allKinds: '全部事项', lateOnes: '{count} 项已超期', byHandLead: '该事项的业务功能尚未上线：由责任人办完后在工作清单中确认办结，并写明说明。', byEventLead: '办结条件由平台判断：{done}。发生后自动办结，不必也不能手工确认。', once: '同一时限的同一事项只能启动一次', scope: { district: '区', institution: '培训机构', site: '考试点' } },
  box: { to_do: '待办', done: '已办', copied: '抄送', all: '全部' }, next: { book: '去预约', desk: '去排考台', suspensions: '去复核', confirm: '去确认' },
  month: { title: '到期日历', lead: '每一天到期的事项；放假和调休上班的日子按国务院安排标出。', toGrid: '到期日历', previous: '上一月', next: '下一月', box: '范围', spoken: '待办 {open} 项，已超期 {overdue} 项，已办 {closed} 项', open: '待办', overdue: '已超期', closed: '已办', none: '这一天没有到期事项', unknown: '这一年的节假日安排尚未录入，按工作日计算的到期日尚不能确定。' }, sort: { due: '到期日', opened: '启动时间', title: '名称' },
  nothing: { to_do: '没有期限内的待办事项', done: '没有已办事项', copied: '没有抄送事项', all: '没有任何期限', hint: '时限由平台自动启动和办结，会列在这里' },
  deed: { before: '到期前 {days} 天提醒', missed: '逾期认定', after: '到期后 {days} 天提醒', escalate: '逾期 {days} 天报{role}' },
  step: { open: '启动', done: '办结', miss: '逾期认定', claim: '领取', release: '退回', confirm: '确认办结', waive: '免除', recompute: '按新日历重算', escalate: '升级' },
  form: {
    newTitle: '录入节假日安排', editTitle: '更正 {year} 年节假日安排', newLead: '照国务院办公厅通知逐项填写。保存后即用于计算工作日和排考，并记入台账。', editLead: '更正形成新版本，旧版本保留。已冻结的排考数据不受影响。',
    sourceHint: '通知的标题或文号，如“国务院办公厅关于2026年部分节假日安排的通知”', reasonHint: '更正须写明理由，记入台账', rest: '放假', restHint: '每个节日一行，起止日期都计入，其间的周末也计入；两节相连的写在一行', worked: '调休上班', workedHint: '通知中“某月某日（周六或周日）上班”的日期', name: '节日', makesUp: '为哪个节日调休', addRest: '增加一行放假', addWorked: '增加一天上班', removeLine: '删除第 {line} 行', line: '第 {line} 行', compared: '已与通知原文逐日核对，该年确有特别安排', balance: '平日放假 {weekdays} 天，周末上班 {worked} 天，相差 {balance} 天', save: '保存', saved: '{year} 年节假日安排已保存', faults: '已在相应位置标出，请逐项更正后重新保存',
  },
  import: { title: '导入放假安排', lead: '按国务院办公厅通知填写模板：放假写起止日期，调休上班逐日填写；先核对，全部正确后作为一个新版本保存。', done: '{year} 年放假安排已导入' },
}
