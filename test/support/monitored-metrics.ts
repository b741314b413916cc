import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { projectDir } from '../../sandbox/installation/project-dir'

/** Names of all metrics that the alerts and the dashboard read; a histogram has its base name. */
export function monitoredMetrics(): string[] {
  const texts = ['rules.yml', 'grafana/box-qc.json'].map((file) =>
    readFileSync(join(projectDir, 'deploy/monitoring', file), 'utf8'),
  )
  const names = texts.join('\n').match(/\b(?:qc|temporal)_[a-z_]+/g) ?? []
  return [...new Set(names)].filter((name) => !labels.includes(name)).sort()
}

const labels = ['temporal_unavailable']
