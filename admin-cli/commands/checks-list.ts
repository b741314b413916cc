import type { Command } from '../command'
import { table } from '../table'

export const checksList: Command = {
  name: 'checks list',
  arguments: [],
  summary: 'List all checks',
  examples: ['checks list', 'checks list --json'],
  json: [{ id: 'string', title: 'string', severity: 'string', needs: ['string'], settings: 'object' }],
  options: [],
  run: async ({ output }) => {
    const { catalogue } = await import('../../quality-control/checks/catalogue.js')
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
        ['CHECK', 'SEVERITY', { title: 'WHAT IT SAYS', isCut: true }],
        checks.map(({ id, severity, title }) => [id, severity, title]),
      ),
    )
    return undefined
  },
}
