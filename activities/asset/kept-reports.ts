import { sessionIn } from '../../workflows/contract'
import type { PruneInput, PruneResult } from '../../workflows/scheduled/prune-reports'
import type { Dependencies } from './dependencies'
import { fittingName } from './fitting-name'
import { walkIncoming } from './walk-incoming'

/** The session in the name of a report; undefined for any other name. */
export function sessionOfReport(name: string): ReturnType<typeof sessionIn> {
  if (!name.startsWith(reportPrefix) || !name.endsWith('.html')) return undefined
  return sessionIn(name.slice(reportPrefix.length))
}

/** Why a report of this client must stay, at any age. */
export type WhyKept = (name: string) => 'open' | 'source' | undefined

const reportPrefix = 'QC_Report_'

/**
 * Looks at the open runs and at the files in INCOMING. A session ends with the last six digits of its version
 * id, so two files can look alike: then a report stays too long. Returns a text when INCOMING cannot be read
 * completely: then nothing of this client can be deleted.
 */
export async function readWhyKept(
  { box, sweep }: Pick<Dependencies, 'box' | 'sweep'>,
  clientId: string,
  { maxBoxCalls }: PruneInput,
  result: PruneResult,
  signal: AbortSignal,
): Promise<WhyKept | string> {
  const runs = [...(await sweep.knownRuns(clientId, 'live'))]
  const openVersions = new Set(runs.map((workflowId) => versionEnd(workflowId.split('/')[3] ?? '')))
  const walk = { folders: 0, boxCalls: result.boxCalls, isComplete: true }
  const problems: string[] = []
  const configured = sweep.incomingFolders()
  const foreign = new Set([
    ...configured.map(({ folderId }) => folderId),
    ...sweep.reportsFolders().map(({ folderId }) => folderId),
  ])
  const waiting = walkIncoming({
    ...{ box, signal, walk, maxBoxCalls },
    incomingFolderIds: configured.flatMap((one) => (one.clientId === clientId ? [one.folderId] : [])),
    isForeign: (folderId) => foreign.has(folderId),
    onProblem: (_, message) => problems.push(message),
  })
  const versions = new Set<string>()
  const names = new Set<string>()
  for await (const { file } of waiting) {
    versions.add(versionEnd(file.versionId))
    names.add(file.name)
  }
  result.boxCalls = walk.boxCalls
  if (!walk.isComplete) problems.push('the limit of calls was reached')
  if (problems.length > 0) return `its INCOMING cannot be read completely: ${problems.join('; ')}`
  return whyKept(openVersions, versions, names)
}

function whyKept(
  openVersions: ReadonlySet<string>,
  waitingVersions: ReadonlySet<string>,
  waitingNames: ReadonlySet<string>,
): WhyKept {
  const namesFor = createNamesFor(waitingNames)
  return (name) => {
    const found = sessionOfReport(name)
    if (found === undefined) return undefined
    const { session, versionEnd: end } = found
    if (openVersions.has(end)) return 'open'
    const ofSource = name.slice(reportPrefix.length + session.length)
    // A new version of the file has another id, but the same name.
    return waitingVersions.has(end) || namesFor(session.length).has(ofSource.toLowerCase())
      ? 'source'
      : undefined
  }
}

/** What a report's name has behind its session, for each file; long names are cut to fit. */
function createNamesFor(names: ReadonlySet<string>) {
  const byLength = new Map<number, ReadonlySet<string>>()
  return (sessionLength: number): ReadonlySet<string> => {
    const prefix = `${reportPrefix}${'0'.repeat(sessionLength)}_`
    const found =
      byLength.get(sessionLength) ??
      new Set(
        [...names].map((name) =>
          fittingName(prefix, name, '.html')
            .slice(prefix.length - 1)
            .toLowerCase(),
        ),
      )
    byLength.set(sessionLength, found)
    return found
  }
}

function versionEnd(versionId: string): string {
  return versionId.slice(-6)
}
