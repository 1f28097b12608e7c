// SPDX-License-Identifier: Apache-2.0
export default {
  approved: '已批准', rejected: '已作不批准处理', reject: '不批准',
  parameter: {
    title: '排考参数', lead: '任何一天据以排考和核查的数值及其条款。以往的计划按当时的数值评判。', on: '日期', name: '参数', value: '数值', since: '自何日起', clause: '条款', none: '不限', then: '自 {day} 起为 {value}', byLaw: '依据规定', byChange: '变更 {id}', change: '变更', fixed: '由通知规定', changes: '参数变更', noChanges: '还没有变更', changeTitle: '变更“{name}”', enter: '录入变更', entered: '变更已录入，待另一人批准', newValue: '新值', from: '自何月起', effect1: '须由另一人批准后生效', effect2: '只用于所选月份及以后的计划，已冻结的月份不受影响', line: '{name}自{month}起为 {value}', hint: { whole: '{low} 至 {high} 的整数', maybe_whole: '{low} 至 {high} 的整数；不填为不限', whole_list: '{low} 至 {high} 的整数，从小到大，以逗号分开' },
  },
  method: { last: '与上月相同', mean: '近十二月平均', seasonal: '与去年同月相同', seasonal_trend: '去年同月加年增量', damped: '阻尼指数平滑' },
  forecast: {
    title: '场次预测', lead: '根据以往场次预测全年和各月场次（S-2.1）。方法由回测选定：在过去每个月重做一遍预测，取误差最小的一种。区间表示五个月中约有四个月落在其内。', import: '导入历史场次', importLead: '平台启用以前各月的场次；先核对、后导入。', imported: '历史场次已导入', month: '月份', none: '没有可供预测的历史场次', noneHint: '导入以往各月的场次，或在计划公示后自动计入', method: '方法', expected: '预测场次', range: '区间（80%）', proposed: '建议上限', known: '已知 {count} 个月', tooLittle: '历史数据不足', held: '已排 {count}', year: '{year} 年各月', yearLead: '正体为已举行或已排定的场次，斜体为预测。', total: '全年', monthShort: '{number}月',
  },
  arrangement: {
    title: '本校和跨地市考试', lead: '本校在校学生在本校考试须登记依据（P-2.3d）；列入范围的科目可以安排在其他城市考试，须登记与对方城市的安排（P-2.6b，G-51），这些考生不参加本市排考。', none: '还没有登记', record: { own_school: '登记本校考试依据', cross_city: '安排到其他城市考试' }, made: '已登记', end: '取消', endTitle: '取消 {id}', ended: '已取消', endEffect: '该批次此后与其他批次一样参加本市排考', school: '学校名称', other: '对方城市考试机构', city: '城市代码（GB/T 2260）', cityHint: '六位数字，如 440300 深圳市', from: '考试开始日期', until: '考试结束日期', daysHint: '未商定的可不填；填写后列入安排书', document: '制发安排书', evidence: '依据文件', evidenceHint: { own_school: '学籍证明或在校生名册的文号、日期', cross_city: '与对方考试机构商定的文号、日期' }, effect: { own_school: '登记后可在本校考试点考试，依据记入台账', cross_city: '{count} 人不再参加本市本月排考' }, live: '有效', over: '已取消',
  },
  examiner: {
    title: '考评员安排', lead: '已公示月份的每一场由谁考评或监考；与场内学员所属机构有利害关系的不得安排（A21-6），同一时段不得安排两场。考评员在自己的考试日历和日历订阅中看到安排。', day: '日期', ofDay: '{staffed}/{sessions} 场已安排', sum: '本月 {sessions} 场，已安排 {staffed} 场', conflicts: '{count} 项安排与利害关系冲突', conflict: '与 {institution} 有利害关系，须更换', nobody: '还没有考评员账户，请系统管理员先开户。', gone: '计划变动后已不存在的场次', people: '{count} 人', none: '尚未安排', examiner: '选择考评员', invigilator: '选择监考人员', load: '本月 {count} 场', make: '安排', made: '已安排 {name}', barred: '另有 {count} 人因利害关系或时段冲突不可选', end: '取消安排', ended: '安排已取消', endTitle: '取消 {name} 的安排', who: '考评员',
  },
  interest: {
    title: '利害关系', lead: '在培训机构任职、授课，或与其负责人有亲属关系的，应当声明；声明后不再安排考评该机构学员。解除由考试机构办理。', choose: '请选择', text: '关系', hint: '如：在该机构兼职授课', declare: '声明利害关系', made: '利害关系已声明', none: '没有声明', by: '{name} 声明于 {at}', end: '解除', ended: '利害关系已解除', endTitle: '解除 {name} 与 {institution} 的利害关系',
  },
  quota: { title: '场次上限', propose: '提出场次上限', proposeTitle: '提出{month}的场次上限', made: '已提出，待另一人批准', max: '场次上限', none: '还没有场次上限', was: '（建议 {count}）', effect1: '{count} 个科目，其中 {changed} 个与建议不同', effect2: '批准后用于该月排考；数据冻结后不再改变', line: '{count} 个科目，合计 {sessions} 场' },
  timetable: {
    title: '考试日历', leadExaminer: '安排由本人考评或监考的场次。', notAssigned: '本月没有安排本人考评的场次', lead: '已公示计划中属于本单位的场次；机构只看到本机构学员的座位。', print: '打印（A4 横向）', month: '按月', week: '按周', previous: '上一月', next: '下一月', previousWeek: '上一周', nextWeek: '下一周', toWeek: '查看本周', allRooms: '全部考场', allInstitutions: '全部培训机构', noneOnDay: '没有场次', ownOf: '本机构 {own} 人，考场 {seats} 座', usedFree: '已用 {used} 座，空 {free} 座', sum: '{sessions} 场，{candidates} 人，{seats} 座', sumOwn: '{sessions} 场，本机构 {own} 人', notPublished: '{month}的考试计划尚未公示', have: '已公示的月份：{months}',
  },
  feed: {
    title: '日历订阅', lead: '在手机或电脑的日历程序中订阅下面生成的地址，计划变动后自动更新，取消的场次会标明。知道地址的人无须登录即可查看，请妥善保管。', label: '名称', make: '生成订阅地址', made: '订阅地址已生成', once: '地址只显示这一次，请立即复制：', address: '订阅地址', live: '使用中', ended: '已停用', read: '最近读取 {day}', never: '尚未读取', end: '停用', endTitle: '停用订阅“{label}”', endEffect: '使用这个地址的日历程序将不能再读取', done: '订阅已停用',
  },
}
