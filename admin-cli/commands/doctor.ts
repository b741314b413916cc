import type { Diagnosis } from '../../diagnosis/diagnosis'
import type { Command } from '../command'
import { clientNamed } from '../client-config'
import { once } from '../once'
import { exitCodes } from '../exit-codes'

export const doctor: Command = {
  name: 'doctor',
  arguments: [],
  summary: 'Examine everything that an upload needs: PASS, WARN or FAIL, the evidence, and what to do',
  examples: ['doctor', 'doctor --client acme', 'doctor --before-start --json'],
  json: { diagnoses: [{ level: 'string', what: 'string', evidence: 'string', 'remedy?': 'string' }] },
  details:
    'Configuration, secrets, Box login, clock, folders, ' +
    'roles, webhooks, gateway, Temporal, schedules, workers,\n' +
    'media tools, disk, skipped files, files without a run, runs that need attention. Changes nothing.',
  options: [
    { flags: '--client <id>', description: 'only the folders, webhooks and runs of this client' },
    { flags: '--before-start', description: 'only what a start needs: no processes, folders or webhooks' },
  ],
  run: async ({ output, ...context }, _, { client, beforeStart }) => {
    const { examineAll } = await import('../../diagnosis/examine-all.js')
    const { openConfig } = await import('../../config/open-config.js')
    const opened = once(() => openConfig(context.config(), { report: () => undefined }))
    const all = () => opened().clients()
    const clients = () =>
      typeof client === 'string' ? [clientNamed({ clients: all() }, client)] : [...all().values()]
    if (typeof client === 'string') clients()
    const diagnoses: Diagnosis[] = []
    const isBeforeStart = beforeStart === true
    for await (const diagnosis of examineAll({ ...context, opened, clients }, { isBeforeStart })) {
      diagnoses.push(diagnosis)
      output.progress(`${diagnosis.level} ${diagnosis.what}`)
      context.waitFor('an answer of Box, the gateway, Temporal or a worker')
    }
    output.data({ diagnoses }, diagnoses.map(textOf).join('\n'))
    const count = (level: string) => diagnoses.filter((diagnosis) => diagnosis.level === level).length
    output.message(`${count('PASS')} PASS, ${count('WARN')} WARN, ${count('FAIL')} FAIL`)
    return count('FAIL') === 0 ? undefined : exitCodes.checksFailed
  },
}

function textOf({ level, what, evidence, remedy }: Diagnosis): string {
  const first = `${level}  ${what}: ${evidence}`
  return remedy === undefined ? first : `${first}\n      → ${remedy}`
}
