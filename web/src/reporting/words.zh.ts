// SPDX-License-Identifier: Apache-2.0
import summary from './summary.zh'

export default {
  summary,
  title: '进展情况统计表', lead: '附件5：每月29日前报送（M-4.1.5）。数据由平台记录计算，不需要填写；每个数字都能打开依据。', noCampaign: '还没有专项检查', noCampaignHint: '市应急管理局启动当年的专项检查后，统计表按月出现', campaign: '专项检查', district: '区域', sum: '全市汇总', open: '查看', list: '清单和导出',
  state: { upcoming: '未到期间', open: '待报送', overdue: '逾期未报', reopened: '已退回', submitted: '已报送' }, filedOf: '{done} / {all} 个区已报送', late: '报送后变动 {n} 项', corrections: '更正 {n} 项',
  period: '统计期间', periodOf: '{from} 至 {to}；累计自 {start}', due: '报送期限', filed: '报送', filedBy: '{who} {at}', onTime: '按时', notOnTime: '逾期报送', version: '第 {n} 次报送', filler: '填表人', telephone: '联系电话', note: '说明', reopenedFor: '退回理由',
  group: { self: '自查情况', office: '执法情况', institution: '安全培训机构', site: '考试点' }, item: '项目', month: '本月数据', total: '累计数据', within: '其中', records: '依据', computed: '计算值 {n}', lateBy: '报送后 {n}', edit: '更正', asComputed: '恢复计算值', correctTitle: '更正 {row} {cell}', value: '更正为', valueYuan: '更正为（元）', correctLead: '计算值 {n} 保留显示；更正须写明理由，并计入以后各月的累计数据。', corrected: '数据已更正', restored: '已恢复计算值',
  findings: '数据不相符', finding: { within_total: '{row}：{found}，大于所属“{other}”{expected}', within_month: '{row}：本月 {found}，大于本月“{other}”{expected}（检查在前、处理在后的属正常）', carried: '{row}：累计 {found}，上月累计加本月为 {expected}', below_month: '{row}：累计 {found}，小于本月 {expected}' }, grave: '报送须附说明',
  extra: '表外数据', extraLead: '通知要求而附件5没有的项目（G-05），不进入报送表。', unrecorded: '平台尚无此类记录', terms: '用语对照（G-06）', termLine: '表中“{printed}”统计的是“{kind}”决定',
  send: '报送', sendTitle: '报送统计表', sendLead: '以此刻的数据报送；以后新增的记录显示为“报送后变动”。', sent: '统计表已报送', reopen: '退回', reopenTitle: '退回统计表', reopenLead: '退回后可以更正并再次报送，已报送的版本保留。', reopened: '统计表已退回', formPdf: '附件5 PDF', formDocx: 'Word', formXlsx: 'Excel',
  districts: '各区报送情况', byDistrict: '各区数据', notFiled: '未报送的区按现有记录计算', units: '“家”按首次计入的月份统计，同一单位在专项检查期间只计一次', behind: '{row}：{cell}', behindTitle: '统计依据', noRecords: '没有记录', noRecordsHint: '该项数据为 0',
  step: { return_correct: '更正', return_file: '报送', return_reopen: '退回' }, yes: '是', changed: '变动',
}
