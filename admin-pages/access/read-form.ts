import type { IncomingMessage } from 'node:http'

import { PageProblem } from '../page-request'

const maxBytes = 64 << 10

/** The fields of a posted form. Throws a PageProblem for another kind of body and for more than 64 KiB. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded')
    throw new PageProblem(415, 'Not a form', 'Expected a form of these pages.')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    bytes += chunk.length
    if (bytes > maxBytes) throw new PageProblem(413, 'Too much text', 'Expected a form of at most 64 KiB.')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}
