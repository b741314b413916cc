import type { CheckResult, Report } from '../workflows/contract'

/** JUnit XML: one suite per file, one case per check; a warning passes, with its text in `system-out`. */
export function junitXml(checked: { file: string; report: Report }[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${checked.map(suite).join('')}</testsuites>\n`
}

function suite({ file, report: { results, rejection } }: { file: string; report: Report }): string {
  const cases =
    results.length > 0 || rejection === undefined
      ? results.map((result) => testCase(file, result))
      : [rejected(file, rejection.message)]
  const count = (status: CheckResult['status']) => results.filter((result) => result.status === status).length
  const failures = rejection !== undefined && results.length === 0 ? 1 : count('fail')
  return (
    `  <testsuite name="${escaped(file)}" tests="${cases.length}" failures="${failures}" ` +
    `errors="${count('errored')}" skipped="${count('not_applicable')}">\n${cases.join('')}  </testsuite>\n`
  )
}

function testCase(file: string, { check, title, status, findings, reason }: CheckResult): string {
  const messages = findings.map(({ message }) => message).join('\n')
  return (
    `    <testcase classname="${escaped(file)}" ` +
    `name="${escaped(check)}">${bodyOf(status, title, messages, reason)}</testcase>\n`
  )
}

function bodyOf(status: CheckResult['status'], title: string, messages: string, reason = ''): string {
  if (status === 'fail') return `<failure message="${escaped(title)}">${escaped(messages)}</failure>`
  if (status === 'errored') return `<error message="${escaped(reason)}"/>`
  if (status === 'not_applicable') return `<skipped message="${escaped(reason)}"/>`
  return status === 'warn' ? `<system-out>${escaped(messages)}</system-out>` : ''
}

function rejected(file: string, message: string): string {
  return (
    `    <testcase classname="${escaped(file)}" ` +
    `name="preflight"><failure message="${escaped(message)}"/></testcase>\n`
  )
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 cannot represent become U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
