import { defineCheck } from '../check'

export default defineCheck({
  title: 'The file name follows the naming rule',
  failureTitle: 'The file name breaks the naming rule',
  why: 'Trafficking and archives find assets by their names, and some systems refuse certain characters.',
  remedy: 'Rename the file by the rule and upload it again.',
  needs: ['file'],
  severity: 'minor',
  settings: {
    pattern: {
      doc: 'Regular expression that the whole name must match; the default refuses only characters that Windows refuses',
      format: 'pattern',
      default: '^[^\\p{Cc}<>:"/\\\\|?*]+$',
    },
    rule: {
      doc: 'The rule in words, for the report',
      format: 'string',
      default: 'no control characters and none of < > : " / \\ | ? *',
    },
  },
  run: ({ file: { name } }, { pattern, rule }) =>
    new RegExp(pattern, 'u').test(name)
      ? []
      : [{ message: `The name "${name}" breaks the rule: ${rule}.`, measured: name, expected: rule }],
})
