import type { Description } from '../installation/description'
import type { UploadOutcome } from './outcome-of'
import type { Paint } from './paint'
import { padded, shortened } from './shortened'

const nameWidth = 34

/** What came of the samples, grouped by client, with links into Box. At most 100 columns, as links allow. */
export function resultLines(
  outcomes: UploadOutcome[],
  { clients, boxPageUrl }: Pick<Description, 'clients' | 'boxPageUrl'>,
  paint: Paint,
): string[] {
  const folder = (id: string) => `${boxPageUrl}/folder/${id}`
  return Object.entries(clients).flatMap(([id, { incomingFolderId, reportsFolderId }]) => {
    const ofClient = outcomes.filter(({ client }) => client === id)
    if (ofClient.length === 0) return []
    return [
      '',
      `${paint.heading(id.padEnd(9))} ${paint.quiet(`INCOMING  ${folder(incomingFolderId)}`)}`,
      ...ofClient.map((one) => line(one, boxPageUrl, paint)),
      `          ${paint.quiet(`REPORTS   ${folder(reportsFolderId)}`)}`,
    ]
  })
}

function line(
  { file, outcome, verdict, score, reportFileId, why }: UploadOutcome,
  boxPageUrl: string,
  paint: Paint,
) {
  const state = outcome === 'needs_attention' ? 'stuck' : (verdict ?? outcome)
  const points = score === undefined ? '' : String(score)
  const report = reportFileId === undefined ? '' : `${boxPageUrl}/file/${reportFileId}`
  const name = padded(shortened(file, nameWidth), nameWidth)
  return `  ${paint.state(state.padEnd(8))} ${points.padStart(5)}  ${name}  ${why ?? report}`.trimEnd()
}
