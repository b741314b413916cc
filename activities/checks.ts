import type { Plan, Rejection, Report, Upload } from '../workflows/contract'
import type { Activity, Work } from './worker/as-activity'
import { factsFor } from '../quality-control/accept-file'
import { type Probed, buildReport, notProbed } from '../quality-control/build-report'
import { requireClient } from './asset/require-client'
import type { Dependencies } from './asset/dependencies'
import { ensureFacts } from './asset/ensure-facts'
import { fetchVersion } from './asset/fetch-or-reject'
import { fitPayload } from './asset/fit-payload'

/** Runs the checks of the plan. The Report is the same for every attempt on the same bytes. */
export function createChecks(deps: Dependencies): Activity<[Upload, Plan], Report> {
  return async (work, upload, plan) => {
    const { sha256, probed, rejection } = await factsOf(deps, work, upload, plan)
    const judged = rejection === undefined ? plan : { ...plan, rejection }
    const identity = {
      ...identityOf(upload),
      clientName: (await requireClient(deps, work, upload)).displayName,
      sha256,
      workflowId: work.workflowId,
    }
    const report = buildReport(identity, judged, probed, deps.catalogue(), ({ id }, position, total) =>
      deps.logger.info({ session: upload.session }, `Running check ${position}/${total}: ${id}`),
    )
    // A retry after this must probe the file again.
    if (report.verdict === 'error' && sha256 !== undefined) await forget(deps, sha256)
    return fitPayload(report)
  }
}

async function factsOf(
  deps: Dependencies,
  work: Work,
  upload: Upload,
  plan: Plan,
): Promise<{ sha256?: string; probed: Probed; rejection?: Rejection }> {
  if (plan.rejection !== undefined || plan.medium === undefined) return { probed: notProbed }
  const fetched = await fetchVersion(deps, work, upload)
  if ('rejection' in fetched) return { probed: notProbed, rejection: fetched.rejection }
  const { result } = await ensureFacts(deps, work, upload, fetched.asset, {
    wants: factsFor(plan.medium, plan.checks, deps.catalogue()),
  })
  return { sha256: fetched.asset.sha256, probed: result }
}

async function forget({ store, media }: Dependencies, sha256: string) {
  await store.facts.markStale({ sha256, probeVersion: await media.probeVersion() })
}

function identityOf({ session, clientId, name, sizeBytes, sha1, fileId, versionId, eventTime }: Upload) {
  return { session, clientId, fileName: name, sizeBytes, sha1, fileId, versionId, eventTime }
}
