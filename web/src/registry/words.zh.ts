// SPDX-License-Identifier: Apache-2.0
import condition from './words_conditions.zh'
import organisation from './words_organisations.zh'

export default {
  condition,
  organisation,
  theory: '理论考试', highRisk: '高危行业主要负责人和安全生产管理人员', project: '培训项目', subject: '考试科目', asOf: '名录日期', asOfNote: '以下为 {day} 的名录。', today: '查看今天的名录', more: '等 {count} 项', seats: '{count} 座', seatsIn: '{rooms} 个考场，{seats} 座', number: '编号', version: '版本', versionOf: '第 {version} 版', confirmed: '已确认', toConfirm: '待确认', suspended: '暂停中', suspendedFrom: '{from} 至 {to} 暂停。', effective: '{day} 起生效', effectiveDate: '生效日期', saved: '已保存', publicPage: '公开页面', placeEntered: '已录入', confirmAddresses: '已确认的地址', pick: '在地图上选点', noPlace: '清除位置', longitude: '经度', latitude: '纬度', placeHint: 'WGS 84 坐标，如 113.264400、23.129100；未录入时以区中心代替并标明', schoolHint: '仅教育、人社部门主管的全日制院校在校学生可在本校考试（S-1.2d）；未知不作豁免',
  empty: '名录中还没有记录', emptyHint: '培训机构书面报告并经核实、公布后列入名录',
  gap: { title: '附件6原表缺 {count} 行', text: '序号 {ranges} 在印发文件中缺失，名录不作推测，待补充后导入。' },
  institution: { name: '机构名称', lead: '经市应急管理局核实登记的安全生产培训机构。', keyword: '名称、地址、项目', training: '培训项目', sites: '考试点', addresses: '地址', contacts: '联系人', telephones: '咨询电话', rows: '附件6序号', since: '登记日期', district: '管辖区', school: '院校主管部门', credit: '统一社会信用代码', aliases: '其他名称', sitesOf: '所属考试点', noSites: '该机构没有考试点', printed: '附件6原文' },
  site: { name: '考试点名称', lead: '安全生产资格考试的考试点。座位数以录入的考场数据为准。', keyword: '名称、所属机构、地址', kind: '类别', seats: '座位', rooms: '考场', subjects: '可考科目', owner: '所属机构', publicBase: '公共考试基地', addressOpen: '地址待确认', place: '位置', roomsTitle: '考场、座位和开放时段', onMap: '位置图', override: '依托机构新增的理由' },
  role: { title: '机构类别', special: '特种作业', high_risk: '高危行业', with_site: '设有考试点' },
  standing: { reported: '已报告', verified: '已核实', published: '已公布', deregistered: '已注销' },
  kind: { theory: '理论', practical: '实操', both: '理论和实操' },
  school: { unknown: '未知', none: '非院校', education: '教育部门', human_resources: '人社部门' },
  weekday: { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日', and: '、' },
  room: { name: '考场', capacity: '容量', use: '使用方式', seats: '各科目座位', openings: '开放时段', exclusive: '专用（同一时段一个科目）', mixed: '混用', closed: '不开放', neverOpen: '未设置开放时段，不参加排考', none: '尚未录入考场；录入考场和座位后方可排考', restDays: '休息日也开放', add: '新增考场', addOpening: '新增开放时段', exceptions: '例外日期', addException: '新增例外日期', editTitle: '修改考场：{name}', removeTitle: '删除考场：{name}', removeEffect: '该考场的 {seats} 座不再参加今后的排考；已公示的计划不变', seatsHint: '留空表示该考场不考此科目' },
  flags: { title: '待确认的疑点', lead: '原表印刷中的疑点，由办理人员核对原件后确认。', count: '疑点', waiting: '{count} 处待确认', settle: '已核实的疑点' },
  print: { a: '表一（特种作业）第 {number} 行', b: '表二（高危行业）第 {number} 行', none: '不在附件6中，由书面报告登记', name: '机构名称', district: '区域', address: '地址', training: '培训项目', contact: '联系人', telephone: '咨询电话' },
  map: { lead: '选择一个区查看其考试点；空心虚线圆点表示位置尚未录入。', none: '该区没有考试点' },
  office: { lead: '原表未印的资料（主管部门、信用代码、位置、确认的地址）在此录入，每次修改记入台账。' },
  step: { registry_import: '导入名录', institution_import: '导入名录', institution_report: '书面报告', institution_verify: '核实', institution_publish: '登记公布', institution_change: '变更', institution_edit: '补充资料', institution_deregister: '注销', site_import: '导入名录', site_register: '登记考试点', site_edit: '修改考试点', site_deregister: '注销考试点', room_edit: '修改考场', room_delete: '删除考场', room_import: '导入考场', suspension_record: '登记暂停' },
  deregister: { verb: '注销', title: '注销考试点：{name}', effect: '自生效日期起不再参加排考：{rooms} 个考场、{seats} 座；历史记录保留' },
  siteNew: { title: '登记考试点', register: '登记考试点', done: '考试点已登记', ownerHint: '不选即为公共考试基地等独立考试点', overrideHint: '原则上不再依托培训机构新增考试点（P-2.2b）；确需新增须写明理由，随名录公开' },
  import: { lead: '先核对、后导入；有一处错误则全部不导入。', tables: '附件6名录表', rooms: '考场和座位', which: '导入哪一张表', a: '表一：特种作业机构、考试点', b: '表二：高危行业机构', roomsLead: '考场、各科目座位、开放时段、坐标和院校主管部门。', reasonHint: '导入前填写，记入台账', facts: '表一 {a} 行，表二 {b} 行；机构 {institutions} 家，其中设考试点 {withSites} 家；考试点 {sites} 个，其中仅理论 {theory} 个；操作项目 {projects} 个', changes: '新增 {added}，变更 {changed}，不变 {unchanged}', anomalies: '识别疑点 {count} 处，其中 {open} 处待人工确认', roomChanges: '涉及考试点 {sites} 个：新增考场 {added}，变更考场 {changed}；补充机构资料 {institutions}', done: '已导入' },
  anomaly: { rule: '疑点规则', found: '原文', done: '处理', open: '仅看待确认' },
  suspension: { keyword: '机构或考试点', on: '在此日期暂停', who: '对象', new: '登记暂停', verb: '登记暂停', done: '暂停已登记', clause: '依据', none: '没有暂停记录', noneHint: '决定暂停后在此登记，即时影响排考', effect: '暂停期内的考试点不参加排考，机构的批次不予安排；两端日期均含在内。', past: '已结束', lifted: '已撤销', coming: '未开始', present: '暂停中' },
  report: {
    lead: '培训机构的首次、变更和注销报告：核实后公布。', new: '书面报告', newLead: '首次培训、信息变更或注销，应书面报告市应急管理局（P-1.2）。', keyword: '机构名称或编号', kindTitle: '报告种类', at: '报告时间', field: '项目', before: '原登记', after: '报告内容', none: '没有书面报告', noneHint: '培训机构提交后列在这里', send: '提交报告', sent: '报告已提交', addAddress: '增加地址', several: '多个用“、”分开', projects: '特种作业培训项目', accept: '核实通过', return: '退回', publish: '登记公布',
    kind: { first: '首次', change: '变更', deregister: '注销' },
    state: { submitted: '待核实', verified: '已核实', returned: '已退回', published: '已公布' },
    effect: { accept: '报告内容（{count} 项变动）视为属实，进入公布环节', return: '报告退回机构更正，名录不变', publish: '{count} 项变动自生效日期起载入公开名录' },
    done: { accept: '报告已核实', return: '报告已退回', publish: '名录已公布' },
  },
  fieldName: { name: '名称', aliases: '其他名称', supervising_district: '管辖区', district: '管辖区', addresses: '地址', contacts: '联系人', telephones: '电话', projects: '培训项目', scopes: '高危行业', credit_code: '信用代码', school: '院校主管部门', place: '位置' },
  own: { none: '当前账户不属于任何培训机构', noneHint: '请用机构账户登录', plans: '本机构的考试安排' },
}
