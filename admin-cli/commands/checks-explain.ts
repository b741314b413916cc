import { catalogue } from '../../quality-control/checks/catalogue'
import type { Command } from '../command'
import { CliError } from '../exit-codes'

export const checksExplain: Command = {
  name: 'checks explain',
  arguments: ['<check>'],
  summary: 'Explain one check: why it exists, what to do, its settings and its source',
  options: [],
  run: ({ output }, [id = '']) => {
    const check = catalogue().get(id)
    if (check === undefined) throw new CliError('notFound', `no check "${id}"`, 'See: admin-cli checks list')
    const { title, failureTitle, why, remedy, source, severity, needs } = check
    const settings = Object.entries(check.settings).map(
      ([name, { doc, unit, default: value }]) =>
        `  ${name} = ${JSON.stringify(value)}${unit === undefined ? '' : ` ${unit}`}\n      ${doc}`,
    )
    const text = [
      `${id} (${severity})`,
      `  Pass: ${title}`,
      `  Fail: ${failureTitle}`,
      `  Why: ${why}`,
      `  What to do: ${remedy}`,
      `  Source: ${source}`,
      `  Reads: ${needs.join(', ')}`,
      ...(settings.length === 0 ? [] : ['Settings:', ...settings]),
    ]
    output.data(
      { id, title, failureTitle, why, remedy, source, severity, needs, settings: check.settings },
      text.join('\n'),
    )
    return Promise.resolve(undefined)
  },
}
