import type { Description } from '../installation/description'
import type { Running } from '../installation/installation'

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
): string {
  return [
    `Admin pages, with all runs and settings    ${adminPages}`,
    `… sign in as                               ${adminUser} / ${adminPassword}`,
    `Box, with the reports and an upload form   ${boxPage}`,
    `Temporal Web UI, each run step by step     ${temporalWebUi}`,
    `… the runs that need a person              ${needsAttention}`,
    `Metrics                                    ${metrics.join('  ')}`,
    `All addresses, ids and keys                ${sandboxFile}`,
  ].join('\n')
}

/** How a person fixes a run that may not write to its REPORTS folder. */
export function remedyLines(running: Running, file: string, client: string, workflowId: string): string {
  const { description, serviceAccountId, environmentFile } = running
  const role = {
    folderId: description.clients[client]?.reportsFolderId,
    userId: serviceAccountId,
    role: 'editor',
  }
  const run = `${runsUrl(description)}/${encodeURIComponent(workflowId)}`
  return [
    `"${file}" is stuck on purpose: the service account may not write to the REPORTS folder of ` +
      `${client}. Fix that, then retry the run:`,
    `  1. curl -X PUT ${description.boxControlUrl}/control/roles -H 'content-type: application/json' ` +
      `-d '${JSON.stringify(role)}'`,
    `  2. ${run}  → More Actions → Send a Signal → retry`,
    `     or: node --env-file=${environmentFile} dist/admin-cli/main.js runs retry ${workflowId}`,
  ].join('\n')
}

function runsUrl({ webUiUrl, temporalNamespace }: Description): string {
  return `${webUiUrl}/namespaces/${encodeURIComponent(temporalNamespace)}/workflows`
}
