// SPDX-License-Identifier: Apache-2.0
export default {
  title: '文书', lead: '由记录生成、编号签发的正式文书。文件签发后不再改动，撤回、重制均留痕。', empty: '还没有文书', emptyHint: '在机构、考试计划、书面报告或暂停记录的页面制发',
  kind: '种类', number: '文号', about: '事项', issuer: '发文单位', state: '状态', issuedAt: '签发时间', version: '版本', nth: '第 {version} 版', code: '短码', files: '文件', clause: '依据', unnumbered: '（未编号）',
  states: { proposed: '待签发', issued: '有效', withdrawn: '已撤回', replaced: '已被替代' },
  steps: { document_propose: '拟制', document_issue: '制发', document_sign: '签发', document_withdraw: '撤回', document_replace: '被替代' },
  format: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' },
  sealed: '封存事实摘要 SM3', sm3: '文件摘要 SM3', verifyPage: '公开核验页', replacedBy: '已由 {number} 替代', replaces: '替代前一版', withdrawnFor: '撤回理由：{reason}', pageOf: '第 {page} 页，共 {pages} 页', preview: '预览', saved: '已下载 {name}',
  sign: '签发', withdraw: '撤回', replace: '重制', signEffect: '签发后取得文号，立即生效，文件不再改动', signFor: '{name}：{subject}', withdrawEffect: '文书失效，核验页显示“已撤回”和理由；文号不再使用', replaceEffect: '按今天的记录制作新文书，取得新文号；本文书显示为“已被替代”', second: '须两人办理：{basis}',
  done: { sign: '文书已签发', withdraw: '文书已撤回', replace: '文书已重制' },
  make: { title: '制发文书', lead: '内容取自记录，不能在此改动；如有出入，请先更正记录。', issue: '制发', propose: '拟制，待他人签发', issued: '文书已制发', proposed: '已拟制，待另一人签发', standing: '该记录已有有效文书，如内容有变，请在其页面重制或撤回。', open: '打开该文书', party: '选择单位', choose: '请选择', of: '{kind}：{subject}', review: '本文书含平台对法律的理解，尚待法务复核。', effect: '文号 {number}，共 {pages} 页。制发后文件不再改动。' },
  panel: { none: '尚无文书', make: '制发{name}' },
  verify: { title: '文书核验', lead: '输入文书末尾的短码，或扫描二维码，核对文书是否由本平台签发、是否仍然有效。', code: '短码（12 位）', check: '核验', again: '核验另一份', issued: '本文书由平台签发，现行有效', withdrawn: '本文书已撤回，不再有效', replaced: '本文书已被替代，不再有效', endedAt: '失效时间', private: '此文书不对外公开，仅显示核验所需的信息；内容以持有人手中的文件为准。', proof: '台账凭证', proofLead: '签发写入只增不改的台账，下列证明可独立验算。', download: '下载原件' },
  compare: { title: '比对手中的文件', lead: '选择手中的电子文件，在本机计算 SM3 摘要并与签发原件比对。文件不会上传。', choose: '选择文件', drop: '或把文件拖到这里', same: '一致：与签发的 {format} 原件逐字节相同', differs: '不一致：不是签发的原件，或已被改动', yours: '手中文件的摘要', failed: '文件无法读取', paper: '纸质件无法逐字节比对，请核对文号、日期，或索取电子原件。', ended: '与原件一致，但文书已失效' },
}
