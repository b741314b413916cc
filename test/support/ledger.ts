import { extname } from 'node:path'

import type { RequestEntry, TreeItem } from '../../sandbox/simulated-box/control-client'
import type { Asset } from './asset'
import type { Installation } from './installation-under-test'

/**
 * What Box did for one version of one file, in its order. Not what the product says that it requested.
 */
export interface Ledger {
  /** Contents of this file that Box began to send. */
  downloads: RequestEntry[]
  /** New report files of this version. */
  reports: RequestEntry[]
  /** New versions of those report files. */
  reportVersions: RequestEntry[]
  /** Moves of this file by our service account, of any version. */
  moves: RequestEntry[]
}

export async function ledgerOf({ box }: Installation, { client, fileId, versionId }: Asset): Promise<Ledger> {
  const applied = (await box.control.requests()).filter((request) => request.applied)
  const ours = applied.filter(({ userId }) => userId === box.serviceAccountId)
  const reportName = new RegExp(`^QC_Report_\\d{8}T\\d{6}Z-${versionId.slice(-6)}(-\\d+)?_`)
  const reports = ours.filter(
    ({ origin, method, path, result: [made] }) =>
      origin === 'upload' &&
      method === 'POST' &&
      path === '/2.0/files/content' &&
      made?.parentId === client.reports &&
      reportName.test(made.name ?? ''),
  )
  const reportIds = new Set(reports.map(({ result: [made] }) => made?.id))
  return {
    downloads: applied.filter((request) => request.origin === 'download' && request.fileId === fileId),
    reports,
    reportVersions: ours
      .filter(({ path }) => reportIds.has(/^\/2\.0\/files\/(\d+)\/content$/.exec(path)?.[1]))
      .filter(({ origin }) => origin === 'upload'),
    moves: ours.filter(
      ({ method, path, summary }) =>
        method === 'PUT' && path === `/2.0/files/${fileId}` && summary.parentId !== undefined,
    ),
  }
}

/**
 * The guarantee of the product: exactly one report of the right name, uploaded before exactly one move, and
 * the source under the same session in `_PROCESSED`.
 */
export async function expectFiledOnceThenMoved(
  installation: Installation,
  asset: Asset,
): Promise<{ session: string; report: string }> {
  const { reports, moves } = await ledgerOf(installation, asset)
  const report = reports[0]?.result[0]
  expect(reports.map(({ result: [made] }) => made?.name)).toEqual([report?.name])
  const session = /^QC_Report_(\d{8}T\d{6}Z-\d+(?:-\d+)?)_/.exec(report?.name ?? '')?.[1] ?? 'no report'
  expectName(report?.name ?? '', `QC_Report_${session}_`, asset.name, '.html')
  expect(moves).toHaveLength(1)
  expect(reports[0]?.seq).toBeLessThan(moves[0]?.seq ?? 0)
  const processed = await processedOf(installation, asset)
  const source = processed.find(({ id }) => id === asset.fileId)
  expectName(source?.name ?? '', `${session}_`, asset.name)
  expect(await incomingNames(installation, asset)).not.toContain(asset.name)
  const html = await installation.box.control.content(report?.id ?? '')
  return { session, report: html.toString() }
}

/** Nothing was filed and nothing was moved. */
export async function expectUntouched(installation: Installation, asset: Asset): Promise<void> {
  const { reports, reportVersions, moves } = await ledgerOf(installation, asset)
  expect({ reports, reportVersions, moves }).toEqual({ reports: [], reportVersions: [], moves: [] })
}

export async function processedOf(
  { box }: Installation,
  { client }: Pick<Asset, 'client'>,
): Promise<TreeItem[]> {
  const folder = (await box.control.tree(client.incoming)).find(
    ({ name, type }) => name === '_PROCESSED' && type === 'folder',
  )
  return folder?.children ?? []
}

/** Files directly in INCOMING that are not in the trash. */
export async function incomingNames(
  { box }: Installation,
  { client }: Pick<Asset, 'client'>,
): Promise<string[]> {
  return (await box.control.tree(client.incoming))
    .filter(({ isTrashed }) => !isTrashed)
    .map(({ name }) => name)
}

export async function reportNames(
  { box }: Installation,
  { client }: Pick<Asset, 'client'>,
): Promise<string[]> {
  return (await box.control.tree(client.reports))
    .filter(({ isTrashed }) => !isTrashed)
    .map(({ name }) => name)
}

/** The whole name, or a shortened one when it exceeds Box's 255 characters. */
function expectName(name: string, prefix: string, original: string, suffix = ''): void {
  const whole = `${prefix}${original}${suffix}`
  if (whole.length <= 255) {
    expect(name).toBe(whole)
    return
  }
  expect(name.length).toBeLessThanOrEqual(255)
  expect(name.length).toBeGreaterThan(240)
  const end = `${extname(original)}${suffix}`
  expect(name.endsWith(end)).toBe(true)
  expect(whole.startsWith(name.slice(0, -end.length))).toBe(true)
}
