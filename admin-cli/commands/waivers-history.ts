import { clientNamed } from '../client-config'
import type { Command } from '../command'
import { waiverShape } from '../shapes'
import { table } from '../table'
import { waiverPlace } from '../waiver-text'

export const waiversHistory: Command = {
  name: 'waivers history',
  arguments: ['[client]'],
  summary: 'Show who accepted findings, or removed a waiver, and when',
  examples: ['waivers history acme', 'waivers history --json'],
  json: [{ when: 'string', who: 'string', change: 'added | removed', waiver: waiverShape }],
  options: [],
  run: ({ clientConfig, output }, [clientId]) => {
    const config = clientConfig()
    const id = clientId === undefined ? undefined : clientNamed(config, clientId).id
    const changes = config.waivers.history(id)
    const columns = ['WHEN', 'WHO', 'CHANGE', 'ID', 'CHECK', 'FOR', { title: 'REASON', isCut: true }]
    const rows = changes.map(({ when, who, change, waiver }) => [
      ...[when, who, change, waiver.id, waiver.check, waiverPlace(waiver), waiver.reason],
    ])
    output.data(changes, rows.length === 0 ? '' : table(columns, rows))
    if (rows.length === 0) output.message('No finding was ever accepted.')
    return Promise.resolve(undefined)
  },
}
