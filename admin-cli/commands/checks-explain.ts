import type { Command } from '../command'
import { CliError } from '../exit-codes'

export const checksExplain: Command = {
  name: 'checks explain',
  arguments: ['<check>'],
  summary: 'Explain one check: why it exists, what to do, its settings and its source',
  examples: ['checks explain image/size', 'checks explain pdf/bleed --json'],
  json: {
    id: 'string',
    title: 'string',
    failureTitle: 'string',
    why: 'string',
    remedy: 'string',
    source: 'string',
    severity: 'string',
    needs: ['string'],
    settings: 'object',
  },
  options: [],
  run: async ({ output }, [id = '']) => {
    const { catalogue } = await import('../../quality-control/checks/catalogue.js')
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
    return undefined
  },
}
