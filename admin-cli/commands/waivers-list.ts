import { clientNamed } from '../client-config'
import type { Command } from '../command'
import { waiverShape } from '../shapes'
import { table } from '../table'
import { waiverPlace } from '../waiver-text'

export const waiversList: Command = {
  name: 'waivers list',
  arguments: ['[client]'],
  summary: 'List the findings that people have accepted',
  examples: ['waivers list', 'waivers list acme --json'],
  json: [{ ...waiverShape, isInForce: 'boolean' }],
  options: [],
  run: async ({ clientConfig, output }, [clientId]) => {
    const { isInForce } = await import('../../config/waivers.js')
    const config = clientConfig()
    const waivers = config.waivers
      .list(clientId === undefined ? undefined : clientNamed(config, clientId).id)
      .map((waiver) => ({ ...waiver, isInForce: isInForce(waiver, new Date()) }))
    const columns = ['ID', 'CLIENT', 'FOR', 'CHECK', 'BY', 'UNTIL', { title: 'REASON', isCut: true }]
    const rows = waivers.map((waiver) => {
      const { id, clientId: client, check, by, until, isInForce: counts, reason } = waiver
      return [
        id,
        client,
        waiverPlace(waiver),
        check,
        by,
        `${until ?? ''}${counts ? '' : ' (expired)'}`,
        reason,
      ]
    })
    output.data(waivers, rows.length === 0 ? '' : table(columns, rows))
    if (rows.length === 0) output.message('No findings are accepted.')
    return undefined
  },
}
