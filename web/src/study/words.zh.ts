// SPDX-License-Identifier: Apache-2.0
export default {
  title: '计划解读', lead: '计划为何如此、差在哪里、改一处会怎样。', month: '{month}计划解读', none: '还没有已排定的计划', noneHint: '计划公示后，可在这里查看本单位的情况', open: '查看', more: '解读', trail: '计划解读', back: '返回{month}解读',
  unplaced: { title: '未安排的批次', summary: '{batches} 批、{people} 人没有座位', all: '全部考生已安排', shortage: '座位不足之处', missing: '缺 {count} 座', order: '座位总数不缺，由先后次序、规则和整个计划所致', behind: '排在座位不足的批次之后', way: '怎样才能安排' },
  batch: { title: '批次 {id} 为何没有座位', all: '该批次已全部安排。', left: '{count} 人没有座位（共 {people} 人）', shortage: '座位不足', proof: '两数相比即为证明：{people} 人，最多 {seats} 座（{openings} 个考场时段）。少算其中任何一批，其余都坐得下。', batches: '涉及的批次', sites: '他们能去的考试点', noShortage: '座位总数并不缺：其余批次的次序、规则与整个计划使该批次没有座位。', changes: '改一处即可', changesLead: '每一项都已在其余不变的计划上实际试排，并由独立规则核对。', kind: { seats: '增加座位', opening: '增加开放时段', rule: '放宽一条规则' }, blocked: '如果他人让出', blockedLead: '每处所列批次缺一不可；为此须另行安排他们。', holds: '占座的批次', none: '没有单独一处改动可以解决', ladder: '查看抽签顺序' },
  institution: { title: '{name}', find: '查看机构', summary: '{placed} / {people} 人已安排', first: '在首选考试点', offer: '在备选范围内', distance: '平均距离', wait: '平均等待', weeks: '{count} 周', place: '抽签顺序', envied: '后到先得', envyHint: '排在其后的批次占用了它本可使用的座位', chain: '前往考试点的次序', chainLead: '相邻两次不得在同一考试点（S-3.2）。', before: '此前最近一次', visits: '本年前往次数', held: '此前', planned: '本月', limit: '上限', nowhere: '未安排', batches: '各批次', chances: '中选机会' },
  edits: {
    title: '排考前检查：登记改动', lead: '预约截止以后对考场、开放时段、地址、结业日期、班级人数等的改动：谁、何时、改前改后，以及因此受影响的批次。', since: '自何时起（默认：开始编制时）', look: '检查', all: '也显示无影响的改动', matter: '{count} 项改动会影响排考', none: '没有影响排考的改动', between: '{since} 至 {until}', more: '另有 {count} 项未列',
    kind: { institution: '培训机构', site: '考试点', suspension: '暂停', booking: '预约' },
    field: { entry: '登记', published: '公布', owner: '所属机构', public_base: '公共考试基地', address: '地址', district: '区', place: '坐标', subjects: '可考科目', room: '考场', capacity: '考场容量', exclusive: '专用考场', seats: '座位', openings: '开放时段数', school: '院校主管部门', candidates: '人数', completed: '结业日期', not_before: '最早可考', finish_by: '最迟考完', state: '状态', suspended: '暂停期间' },
    value: { yes: '是', no: '否', booked: '已预约', planned: '已入计划', withdrawn: '已撤回', education: '教育部门', human_resources: '人社部门', none: '无', unknown: '未确认' },
    effect: { appeared: '新增 {count} 批', vanished: '减少 {count} 批', people: '{count} 批人数改变', days: '{count} 批可考日期改变', sites: '{count} 批可去的考试点改变', bands: '{count} 批的远近档改变', places: '{count} 批的先后次序改变', seats: '{subject}：本月座位 {before} → {after}' },
  },
  site: { title: '{name}', find: '查看考试点', used: '使用时段', openings: '开放时段', seats: '就座 / 座位', vacant: '超出允许的空座', subject: '各科目', sessions: '本月场次', past: '本年此前', average: '各点平均', first: '首选此处', here: '其中在此', offer: '备选含此处', eligible: '可来', visitors: '来考的机构' },
}
