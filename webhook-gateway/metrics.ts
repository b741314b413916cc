import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export type GatewayMetrics = ReturnType<typeof createMetrics>

export interface GatewayCounts {
  configProblems: () => number
  unmatchedUploads: () => number
}

/** A registry of its own: two gateways in one process count apart. Problems are counted at each scrape. */
export function createMetrics(counts: Partial<GatewayCounts> = {}) {
  const { configProblems = () => 0, unmatchedUploads = () => 0 } = counts
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    /** Every request to the webhook path ends in exactly one of these; `reason` says why. */
    deliveries: new Counter({
      name: 'qc_gateway_deliveries_total',
      help: 'Deliveries by result (accepted, ignored, alert, refused) and reason',
      labelNames: ['result', 'reason'] as const,
      registers,
    }),
    keyMatches: new Counter({
      name: 'qc_gateway_signature_key_matches_total',
      help: 'Verified deliveries by the key that matched: watch it during a rotation',
      labelNames: ['key'] as const,
      registers,
    }),
    seconds: new Histogram({
      name: 'qc_gateway_delivery_seconds',
      help: 'Time from the request to its answer',
      labelNames: ['result'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    configProblems: new Gauge({
      name: 'qc_gateway_config_problems',
      help: 'Problems in the newest configuration files: broken clients, profiles or overrides, see /readyz',
      registers,
      collect() {
        this.set(configProblems())
      },
    }),
    unmatchedUploads: new Gauge({
      name: 'qc_gateway_unmatched_uploads',
      help: 'Uploads into folders of no client, remembered until a client has the folder',
      registers,
      collect() {
        this.set(unmatchedUploads())
      },
    }),
  }
}
