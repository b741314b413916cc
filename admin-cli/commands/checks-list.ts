import { catalogue } from '../../quality-control/checks/catalogue'
import type { Command } from '../command'
import { table } from '../output'

export const checksList: Command = {
  name: 'checks list',
  arguments: [],
  summary: 'List all checks',
  options: [],
  run: ({ output }) => {
    const checks = [...catalogue()].map(([id, { title, severity, needs, settings }]) => ({
      id,
      title,
      severity,
      needs,
      settings,
    }))
    output.data(
      checks,
      table(
        ['CHECK', 'SEVERITY', 'WHAT IT SAYS'],
        checks.map(({ id, severity, title }) => [id, severity, title]),
      ),
    )
    return Promise.resolve(undefined)
  },
}
