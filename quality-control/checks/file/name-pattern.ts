import { defineCheck } from '../check'

export default defineCheck({
  title: 'File name follows the naming rule',
  failureTitle: 'File name breaks the naming rule',
  why: 'Ad servers and archives find assets by their names, and some systems reject certain characters.',
  remedy: 'Rename the file according to the rule and upload it again.',
  source: 'Microsoft, "Naming Files, Paths, and Namespaces": characters that Windows reserves',
  needs: ['file'],
  severity: 'minor',
  settings: {
    pattern: {
      doc: 'Regular expression for the whole name; the default rejects only characters that Windows reserves',
      format: 'pattern',
      default: '^[^\\p{Cc}<>:"/\\\\|?*]+$',
    },
    rule: {
      doc: 'The rule in plain words, for the report',
      format: 'string',
      default: 'no control characters and none of < > : " / \\ | ? *',
    },
  },
  run: ({ file: { name } }, { pattern, rule }) =>
    new RegExp(pattern, 'u').test(name)
      ? []
      : [{ message: `The name "${name}" breaks the rule: ${rule}.`, measured: name, expected: rule }],
})
