import { addVersion, createFile } from '../changes/put-file'
import { boundedNumber, bodyOf, checkIfMatch, digits, fieldsOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { isObject, optionalText, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { ApiError, apiErrors } from '../rules/api-error'
import { smallestChunkedBytes } from '../state/upload-sessions'
import type { UploadPart, UploadSession } from '../state/upload-sessions'
import type { ReceivedContent } from '../state/contents'
import type { File } from '../state/model'
import { boxDate } from '../views/dates'
import type { SimulatedBoxContext } from '../context'
import { conflictOf, fileFor } from './files'
import type { Parameters, Route } from './route'

/** Chunked uploads, for files of 20 MB and more. */
export function uploadSessionRoutes(context: SimulatedBoxContext): Route[] {
  const one = '/2.0/files/upload_sessions/:session'
  const on = (
    run: (context: SimulatedBoxContext, call: Call, parameters: Parameters) => Promise<Answer> | Answer,
  ) => {
    return (call: Call, parameters: Parameters) => run(context, call, parameters)
  }
  return [
    { method: 'POST', path: '/2.0/files/upload_sessions', run: on(openForFile) },
    { method: 'POST', path: '/2.0/files/:id/upload_sessions', run: on(openForVersion) },
    {
      method: 'GET',
      path: one,
      run: on((_world, call, parameters) => ({
        status: 200,
        body: view(context, sessionFor(context, call, parameters)),
      })),
    },
    { method: 'PUT', path: one, run: on(uploadPart) },
    { method: 'DELETE', path: one, run: on(abort) },
    { method: 'GET', path: `${one}/parts`, run: on(listParts) },
    { method: 'POST', path: `${one}/commit`, run: on(commit) },
  ]
}

async function openForFile(context: SimulatedBoxContext, call: Call): Promise<Answer> {
  const body = bodyOf(call)
  const userId = userOf(call)
  const name = requiredText(body, 'file_name')
  const parentId = digits(requiredText(body, 'folder_id'))
  call.entry.summary = { name, parentId }
  const parent = context.access.requireParent(userId, parentId, 'upload')
  context.names.check(parentId, context.access.ownerFor(userId, parent), name, {
    conflicts: (id) => conflictOf(context, userId, id),
  })
  const session = await context.sessions.open({ userId, target: { parentId, name }, sizeBytes: sizeOf(body) })
  return { status: 201, body: view(context, session) }
}

async function openForVersion(
  context: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
): Promise<Answer> {
  const file = fileFor(context, call, parameters, 'edit')
  const body = bodyOf(call)
  const target = { fileId: file.id, name: optionalText(body, 'file_name') }
  const session = await context.sessions.open({ userId: userOf(call), target, sizeBytes: sizeOf(body) })
  return { status: 201, body: view(context, session) }
}

async function uploadPart(context: SimulatedBoxContext, call: Call, parameters: Parameters): Promise<Answer> {
  const session = sessionFor(context, call, parameters)
  const { start, end } = rangeOf(call, session)
  const overlaps = session.parts.some(({ offset, sizeBytes }) => start < offset + sizeBytes && end >= offset)
  if (overlaps) throw new ApiError(409, 'conflict', 'The part overlaps another one')
  const part = await context.sessions.write(session, start, call.ctx.req)
  if (part.sizeBytes !== end - start + 1)
    throw new ApiError(400, 'bad_request', `Expected ${end - start + 1} bytes as in content-range`)
  if (digestOf(call) !== part.sha1)
    throw new ApiError(412, 'precondition_failed', 'The digest does not match the part')
  context.sessions.accept(session, part)
  return { status: 200, body: { part: partView(part) } }
}

function listParts(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const { parts } = sessionFor(context, call, parameters)
  const [limit, offset] = [boundedNumber(call, 'limit', 100, 1000), boundedNumber(call, 'offset', 0, 300_000)]
  const order = [{ by: 'offset', direction: 'ASC' }]
  return {
    status: 200,
    body: {
      entries: sorted(parts)
        .slice(offset, offset + limit)
        .map(partView),
      total_count: parts.length,
      limit,
      offset,
      order,
    },
  }
}

async function commit(context: SimulatedBoxContext, call: Call, parameters: Parameters): Promise<Answer> {
  const session = sessionFor(context, call, parameters)
  checkComplete(session, bodyOf(call))
  const content = await context.sessions.complete(session)
  if (digestOf(call) !== content.sha1)
    throw new ApiError(412, 'precondition_failed', 'The digest does not match the whole file')
  const file = await keep(context, call, session, content)
  context.sessions.forget(session)
  return {
    status: 201,
    body: { total_count: 1, entries: [context.views.full(userOf(call), file, fieldsOf(call))] },
  }
}

async function keep(
  context: SimulatedBoxContext,
  call: Call,
  { target }: UploadSession,
  content: ReceivedContent,
): Promise<File> {
  const userId = userOf(call)
  if ('fileId' in target) {
    const file = fileFor(context, call, { id: target.fileId }, 'edit')
    checkIfMatch(call, String(file.revision))
    await addVersion(context, file, target.name ?? file.name, { userId, content })
    return file
  }
  const parent = context.access.requireParent(userId, target.parentId, 'upload')
  call.entry.summary = target
  context.names.check(target.parentId, context.access.ownerFor(userId, parent), target.name, {
    conflicts: (id) => conflictOf(context, userId, id),
  })
  const release = context.names.hold(target.parentId, target.name)
  return createFile(context, parent, target.name, { userId, content }).finally(release)
}

async function abort(context: SimulatedBoxContext, call: Call, parameters: Parameters): Promise<Answer> {
  const session = sessionFor(context, call, parameters)
  context.sessions.forget(session)
  await context.state.contents.discard(session)
  return { status: 204 }
}

function sessionFor(context: SimulatedBoxContext, call: Call, parameters: Parameters): UploadSession {
  const session = context.sessions.find(parameters.session ?? '', userOf(call))
  if (!session) throw apiErrors.notFound()
  return session
}

function sizeOf(body: JsonObject): number {
  const size = body.file_size
  if (typeof size !== 'number' || !Number.isInteger(size)) throw apiErrors.missing('file_size')
  if (size < smallestChunkedBytes) {
    throw new ApiError(400, 'file_size_too_small', `File size must be at least ${smallestChunkedBytes} bytes`)
  }
  return size
}

/** Parts begin at multiples of the part size; all but the last one are full. */
function rangeOf(call: Call, session: UploadSession): { start: number; end: number } {
  const match = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(call.ctx.get('content-range'))
  const [start, end, total] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
  const expectedEnd = Math.min(start + session.partBytes, session.sizeBytes) - 1
  if (
    !match ||
    total !== session.sizeBytes ||
    start % session.partBytes !== 0 ||
    end !== expectedEnd ||
    start > end
  ) {
    throw new ApiError(
      416,
      'range_not_satisfiable',
      `Expected a part of ${session.partBytes} bytes of ${session.sizeBytes} in content-range`,
    )
  }
  return { start, end }
}

/** `digest: sha=<base64 of the SHA-1>`, as hex. */
function digestOf(call: Call): string {
  const match = /^sha=(.+)$/i.exec(call.ctx.get('digest'))
  if (!match)
    throw apiErrors.badRequest('digest', 'expected sha= and the SHA-1 in base64.', call.ctx.get('digest'))
  return Buffer.from(match[1] ?? '', 'base64').toString('hex')
}

function checkComplete(session: UploadSession, body: JsonObject): void {
  const listed = Array.isArray(body.parts)
    ? body.parts.map((part: unknown) => (isObject(part) ? part.part_id : undefined))
    : []
  const isListed =
    session.parts.length === listed.length && session.parts.every(({ partId }) => listed.includes(partId))
  const bytes = session.parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (!isListed || bytes !== session.sizeBytes) {
    throw new ApiError(
      400,
      'bad_request',
      `Expected all parts: ${bytes} of ${session.sizeBytes} bytes are here, ${listed.length} parts ` +
        'were named',
    )
  }
}

function view(context: SimulatedBoxContext, session: UploadSession): unknown {
  const base = `${context.addresses.uploadUrl}/2.0/files/upload_sessions/${session.id}`
  return {
    id: session.id,
    type: 'upload_session',
    session_expires_at: boxDate(session.expiresAt),
    part_size: session.partBytes,
    total_parts: Math.ceil(session.sizeBytes / session.partBytes),
    num_parts_processed: session.parts.length,
    session_endpoints: {
      upload_part: base,
      commit: `${base}/commit`,
      abort: base,
      list_parts: `${base}/parts`,
      status: base,
      log_event: `${base}/log`,
    },
  }
}

function partView({ partId, offset, sizeBytes, sha1 }: UploadPart): unknown {
  return { part_id: partId, offset, size: sizeBytes, sha1 }
}

function sorted(parts: readonly UploadPart[]): UploadPart[] {
  return [...parts].sort((one, other) => one.offset - other.offset)
}
