import type { Check, SettingSpec } from '../quality-control/checks/check'

/** `docs/checks.md`: the catalogue as a table, and a paragraph per check. */
export function checksMarkdown(catalogue: ReadonlyMap<string, Check>): string {
  const checks = [...catalogue]
  return [
    '# The checks',
    '',
    'Made from the catalogue by `npm run docs`; the suite fails when it is out of date. A ' +
      'profile sets thresholds and severities: `admin-cli profiles show <profile>` prints them.',
    '',
    '| check | severity | what a pass says |',
    '|---|---|---|',
    ...checks.map(
      ([id, { severity, title }]) => `| [\`${id}\`](#${anchor(id)}) | ${severity} | ${cell(title)} |`,
    ),
    '',
    ...checks.flatMap(([id, check]) => paragraph(id, check)),
  ].join('\n')
}

function paragraph(id: string, { why, remedy, failureTitle, source, settings }: Check): string[] {
  const specs = Object.entries(settings)
  return [
    `## ${id}`,
    '',
    `**${failureTitle}.** ${why} ${remedy} Source: ${source}`,
    '',
    ...(specs.length === 0
      ? []
      : ['| setting | default | what it sets |', '|---|---|---|', ...specs.map(settingRow), '']),
  ]
}

function settingRow([name, { doc, unit, default: value }]: [string, SettingSpec]): string {
  return (
    `| \`${name}\` | ` +
    `\`${cell(JSON.stringify(value))}\`${unit === undefined ? '' : ` ${unit}`} | ${cell(doc)} |`
  )
}

/** As GitHub makes them from headings. */
function anchor(id: string): string {
  return id.replace(/[^a-z0-9-]/g, '')
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|')
}
