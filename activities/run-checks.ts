import type { Plan, Report, Upload } from '../workflows/contract'
import type { Activity, Work } from './as-activity'
import { judge } from './checks'
import type { Evidence } from './checks/evaluate'
import { visualsOf } from './checks/visuals'
import { clientOf } from './configured'
import type { Dependencies } from './dependencies'
import { ensureFacts } from './ensure-facts'
import { fileRefOf } from './file-ref'
import { fitPayload } from './fit-payload'
import { factsFor } from './preflight'
import type { ProbeResult } from './probes'

interface Examined {
  sha256?: string
  result: Pick<ProbeResult, 'facts' | 'problems' | 'technicalFacts' | 'tools'>
}

/** The activity `checks`: facts in, findings out, score. Its Report holds nothing that varies between two attempts on the same bytes. */
export function createRunChecks(deps: Dependencies): Activity<[Upload, Plan], Report> {
  return async (work, upload, plan) => {
    const { sha256, result } = plan.rejection === undefined ? await examine(deps, work, upload, plan) : nothing
    const { facts, problems, technicalFacts, tools } = result
    const judged = judge(plan, { facts, problems } satisfies Evidence, deps.catalogue(), ({ id }, position, total) =>
      deps.logger.info({ session: upload.session }, `Running check ${position}/${total}: ${id}`),
    )
    // Whoever retries after that wants another look at the file, not the same answer from the cache.
    if (judged.verdict === 'error' && sha256 !== undefined) await forget(deps, sha256)
    return fitPayload({
      schema: 1,
      ...identity(upload),
      clientName: clientOf(deps, upload).displayName,
      sha256,
      workflowId: work.workflowId,
      profile: plan.profile,
      medium: plan.medium,
      ...judged,
      rejection: plan.rejection,
      technicalFacts,
      visuals: visualsOf(facts, plan.checks),
      tools,
    })
  }
}

const nothing: Examined = { result: { facts: {}, problems: {}, technicalFacts: [], tools: [] } }

async function examine(deps: Dependencies, work: Work, upload: Upload, plan: Plan): Promise<Examined> {
  const asset = await deps.store.ensureLocal(fileRefOf(upload), work)
  const { result } = await ensureFacts(deps, work, upload, asset, { wants: factsFor(plan.checks, deps.catalogue()) })
  return { sha256: asset.sha256, result }
}

async function forget({ store, media }: Dependencies, sha256: string) {
  await store.facts.markStale({ sha256, analyserVersion: await media.analyserVersion() })
}

function identity({ session, clientId, name, sizeBytes, sha1, fileId, versionId, eventTime }: Upload) {
  return { session, clientId, fileName: name, sizeBytes, sha1, fileId, versionId, eventTime }
}
