import { relative } from 'node:path'

import type { Description } from '../installation/description'
import type { Running } from '../installation/installation'
import type { Arrival } from './arrive'
import type { Paint } from './paint'

export interface Addresses {
  adminPages: string
  boxPage: string
  temporalWebUi: string
  /** The Web UI's list, filtered to the runs that wait for a person. */
  needsAttention: string
  metrics: string[]
  sandboxFile: string
}

/** What to open when the samples have ended. */
export function addresses({ description, metricsUrls, descriptionFile }: Running): Addresses {
  const { adminPagesUrl, boxPageUrl, webUiUrl } = description
  const query = encodeURIComponent('QcState="needs_attention"')
  return {
    adminPages: adminPagesUrl,
    boxPage: boxPageUrl,
    temporalWebUi: webUiUrl,
    needsAttention: `${runsUrl(description)}?query=${query}`,
    metrics: metricsUrls,
    sandboxFile: descriptionFile,
  }
}

export function addressLines(
  { adminPages, boxPage, temporalWebUi, needsAttention, metrics, sandboxFile }: Addresses,
  { adminUser, adminPassword }: Description,
  paint: Paint,
): string {
  return [
    paint.heading('Open'),
    `  Admin pages      ${adminPages}   sign in: ${adminUser} / ${adminPassword}`,
    `  Box              ${boxPage}   reports, and a form to upload your own files`,
    `  Temporal Web UI  ${temporalWebUi}   each run step by step`,
    ...paint
      .quiet(
        [
          `  … runs that need a person: ${needsAttention}`,
          `  Metrics: ${metrics.join('  ')}`,
          `  All addresses, ids and keys: ${sandboxFile}`,
        ].join('\n'),
      )
      .split('\n'),
  ].join('\n')
}

/** How a person fixes a run that may not write to its REPORTS folder. */
export function remedyLines(
  running: Running,
  { name: file, workflowId, fileId, sample: { client } }: Arrival,
  paint: Paint,
): string {
  const { description, serviceAccountId, environmentFile } = running
  const role = {
    folderId: description.clients[client]?.reportsFolderId,
    userId: serviceAccountId,
    role: 'editor',
  }
  const run = `${runsUrl(description)}/${encodeURIComponent(workflowId)}`
  return [
    paint.heading(`"${file}" is stuck on purpose`),
    `  The service account may not write to the REPORTS folder of ${client}. Make it Editor:`,
    `    curl -X PUT ${description.boxControlUrl}/control/roles \\`,
    `      -H 'content-type: application/json' -d '${JSON.stringify(role)}'`,
    '  Then press Retry on the admin pages, or type:',
    `    node --env-file=${shownPath(environmentFile)} dist/admin-cli/main.js runs retry ${fileId}`,
    `  or send the signal retry in the Web UI: ${run}`,
  ].join('\n')
}

function runsUrl({ webUiUrl, temporalNamespace }: Description): string {
  return `${webUiUrl}/namespaces/${encodeURIComponent(temporalNamespace)}/workflows`
}

/** As a person would type it. */
function shownPath(file: string): string {
  const path = relative(process.cwd(), file)
  return path.startsWith('..') ? file : path
}
