import { buildsOf, countPinnedRuns } from '../runs/builds'
import { type Diagnosis, type Examination, fail, pass, warn } from './diagnosis'
import { isPolling } from './is-polling'

/** With Worker Versioning a worker whose build is not current gets no run, and no error tells so. */
export const builds: Examination = {
  what: 'builds',
  needs: 'Temporal',
  isAfterStart: true,
  async examine({ temporal, config }) {
    const client = await temporal()
    const { taskQueue } = config().temporal
    const { current, workers } = await buildsOf(client.workflowService, client.options.namespace, taskQueue)
    const isUsed = current !== undefined || workers.some(({ build }) => build !== undefined)
    if (!isUsed || workers.length === 0) return []
    const polling = workers.filter(isPolling)
    const others = [...new Set(polling.map(({ build }) => build))].filter((build) => build !== current)
    const isServed = polling.some(({ build }) => build === current)
    const pinned = await countPinnedRuns(client, taskQueue)
    return [...currentBuild(this.what, current, { isServed, others }), ...pinnedRuns(this.what, pinned)]
  },
}

function currentBuild(
  what: Diagnosis['what'],
  current: string | undefined,
  { isServed, others }: { isServed: boolean; others: (string | undefined)[] },
): Diagnosis[] {
  const [newest] = others
  const found = others.map(nameOf).join(', ')
  const setCurrent = `admin-cli builds set-current ${newest ?? '--unversioned'}`
  const given = `Temporal gives runs to ${nameOf(current)} only`
  if (!isServed && others.length === 0)
    return [fail(what, `${given}, and none polls: uploads wait`, 'systemctl start box-qc-worker')]
  if (!isServed) return [fail(what, `${given}, and those that poll are ${found}: uploads wait`, setCurrent)]
  if (others.length === 0) return [pass(what, `${nameOf(current)}: current`)]
  return [warn(what, `${given}. These poll too and get none: ${found}`, `After an upgrade: ${setCurrent}`)]
}

function pinnedRuns(what: Diagnosis['what'], count: number): Diagnosis[] {
  if (count === 0) return []
  const evidence = `open runs that are pinned to one build and do not follow the current one: ${count}`
  return [warn(what, evidence, `docs/operations.md#worker-versioning shows how to release them`)]
}

function nameOf(build: string | undefined): string {
  return build === undefined ? 'workers without Worker Versioning' : `workers of build ${build}`
}
