import { runHistory } from '../../runs/run-history'
import type { PagesDeps } from '../deps'
import { type Handler, PageProblem } from '../page-request'
import { runIdIn } from './run-id'

const maxBytes = 8 << 20
const timeoutMs = 15_000
/** Whoever may write to REPORTS could have changed the file, so it gets no rights here. */
const policy = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** The report as it is in Box: Box itself shows HTML files as text. */
export function reportPage({ temporal, box }: PagesDeps): Handler {
  return async ({ query }) => {
    const { receipt } = await temporal.ask((client) => runHistory(client, runIdIn(query)))
    const { reportFileId: fileId, reportVersionId: versionId } = receipt ?? {}
    if (fileId === undefined || versionId === undefined)
      throw new PageProblem(404, 'No report', 'This run has filed no report yet.')
    const signal = AbortSignal.timeout(timeoutMs)
    const { body } = await box().openContent({ fileId, versionId, fromByte: 0, signal })
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of body) {
      bytes += chunk.length
      if (bytes > maxBytes)
        throw new PageProblem(502, 'Not a report', 'The file in Box is larger than a report.')
      chunks.push(chunk)
    }
    return { document: Buffer.concat(chunks), type: 'text/html; charset=utf-8', policy }
  }
}
