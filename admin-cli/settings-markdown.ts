import { schema } from '../config/schema'

/** `docs/settings.md`: one table a section of the schema, with environment variable, default and meaning. */
export function settingsMarkdown(): string {
  return [
    '# Settings',
    '',
    'Made from `config/schema.ts` by `npm run docs`; the suite fails when it is out of date.',
    '',
    'A value comes from the environment, else from the ' +
      'file that `QC_CONFIG_FILE` names (YAML or JSON, with the',
    'keys below), else from the default. An empty value ' +
      'counts as not set. A wrong value ends the process with',
    'exit code 3 and a message that names the key, the value and what was expected.',
    '',
    "The connection to Temporal is set by Temporal's own " +
      'variables: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`,',
    '`TEMPORAL_API_KEY`, `TEMPORAL_TLS_…`.',
    '',
    ...Object.entries(schema).flatMap(([name, section]) => sectionTable(name, section)),
  ].join('\n')
}

function sectionTable(name: string, section: object): string[] {
  return [
    `## ${name}`,
    '',
    '| key | variable | default | meaning |',
    '| --- | --- | --- | --- |',
    ...leavesOf(name, section).map(({ key, leaf }) => row(key, leaf)),
    '',
  ]
}

function leavesOf(key: string, node: object): { key: string; leaf: object }[] {
  if ('doc' in node) return [{ key, leaf: node }]
  return Object.entries(node).flatMap(([name, child]: [string, unknown]) =>
    typeof child === 'object' && child !== null ? leavesOf(`${key}.${name}`, child) : [],
  )
}

function row(key: string, leaf: object): string {
  const value = (name: string): unknown => Reflect.get(leaf, name)
  const variable = value('env')
  const choices = value('choices')
  const meaning = Array.isArray(choices)
    ? `${String(value('doc'))}: ${choices.join(', ')}`
    : String(value('doc'))
  const named = typeof variable === 'string' ? `\`${variable}\`` : '`QC_TIMINGS`'
  return `| \`${key}\` | ${named} | ${shown(value('default'))} | ${cell(meaning)} |`
}

function shown(value: unknown): string {
  return value === '' ? '' : `\`${String(value)}\``
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|')
}
