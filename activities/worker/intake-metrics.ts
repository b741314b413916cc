import { Gauge, Registry } from 'prom-client'

import type { Store } from '../store/create-store'
import type { IntakeGate } from './intake-gate'

/** What an operator watches on a host: is intake open, how much is unfinished, how much disk is left. */
export function intakeMetrics(
  store: Pick<Store, 'countUnfinished' | 'disk'>,
  gate: Pick<IntakeGate, 'closedFor'>,
): Registry {
  const registry = new Registry()
  const gauge = (name: string, help: string, valueOf: () => number | Promise<number>) =>
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        this.set(await valueOf())
      },
    })
  gauge('qc_intake_open', '1 while this host takes more assets', () => (gate.closedFor === undefined ? 1 : 0))
  gauge('qc_assets_unfinished', 'Assets that runs work on at this host', () => store.countUnfinished())
  gauge(
    'qc_disk_free_bytes',
    'Free bytes of the data directory, without those promised to downloads',
    async () => (await store.disk()).freeBytes,
  )
  gauge(
    'qc_disk_promised_bytes',
    'Bytes that running downloads have still to write',
    async () => (await store.disk()).promisedBytes,
  )
  return registry
}
