// SPDX-License-Identifier: Apache-2.0
export default {
  title: '附件', none: '还没有附件', onTheirWay: '正在上传', choose: '选择文件', camera: '拍照', drop: '可多选，也可拖到此处',
  pause: '暂停', resume: '继续', giveUp: '取消上传', clear: '清除', withdraw: '撤回', withdrawn: '已撤回', download: '下载原件', openPage: '在新页面查看 PDF', locate: '查看完整地点', proof: '台账存证',
  person: '上传人', received: '收到时间', captured: '设备时间', taken: '拍摄时间', cameraName: '相机', software: '软件', place: '拍摄地点', devicePlace: '手机位置', digest: '现场摘要', digestSame: '与拍摄时手机计算的一致', tooLarge: '“{name}”有 {size}，{kind}不超过 {limit}；没有加入', noKind: '“{name}”不是可以上传的文件（{allowed}）；没有加入', record: '录像', shape: '像素', type: '类型', scanned: '病毒检查',
  drawing: '正在生成预览…', notDrawn: '图片无法显示，可下载原件查看', originalShut: '本账户只能查看预览，不能打开原件', infected: '文件带有病毒（{virus}），已隔离，不能打开',
  way: { preparing: '正在计算摘要', waiting: '等待上传', sending: '正在上传', paused: '已暂停', refused: '未接受' },
  scan: { clean: '未发现病毒', unchecked: '未经病毒检查', infected: '带有病毒' },
  ask: { withdraw: '撤回附件', locate: '查看完整拍摄地点' }, effect: { withdraw: '附件从记录中撤回，理由和时间留在列表中；内容按保存期限留存', locate: '查看人、时间和理由记入台账' }, done: { withdraw: '附件已撤回' },
  storage: {
    title: '文件存储', lead: '附件占用的空间、无记录引用的内容和最近一次核验。', check: '立即核验', asked: '已开始核验，完成后在此显示', files: '附件', withdrawn: '已撤回', open_uploads: '正在上传', unchecked: '未经病毒检查', infected: '已隔离', contents: '内容文件',
    orphans: '无记录引用', bytes: '附件合计', disk: '磁盘占用', scanner: '病毒扫描', scannerOn: '已接入', scannerOff: '未接入（ANKAO_CLAMD）', last: '最近一次核验', never: '还没有核验过', sound: '全部完好', faulty: '发现问题', read: '完好 {count} 个', altered: '内容不符', missing: '缺失',
  },
}
