import { addVersion, createFile } from '../changes/put-file'
import { bodyOf, checkIfMatch, digits, fieldsOf, principalOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { optionalText, requiredId, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { readUpload } from '../http/multipart'
import type { UploadParts } from '../http/multipart'
import { ApiError, apiErrors } from '../rules/api-error'
import { webAppId } from '../state/model'
import type { File, Folder } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { conflictOf, fileFor } from './files'
import type { Parameters, Route } from './route'

/** On the upload origin. */
export function uploadRoutes(context: SimulatedBoxContext): Route[] {
  return [
    { method: 'POST', path: '/2.0/files/content', run: (call) => upload(context, call) },
    {
      method: 'POST',
      path: '/2.0/files/:id/content',
      run: (call, parameters) => uploadVersion(context, call, parameters),
    },
  ]
}

/** The check before an upload is on the API origin. */
export function preflightRoutes(context: SimulatedBoxContext): Route[] {
  return [
    { method: 'OPTIONS', path: '/2.0/files/content', run: (call) => preflight(context, call) },
    {
      method: 'OPTIONS',
      path: '/2.0/files/:id/content',
      run: (call, parameters) => preflightVersion(context, call, parameters),
    },
  ]
}

interface Target {
  parent: Folder | undefined
  name: string
  dates: { contentCreatedAt?: string; contentModifiedAt?: string }
}

async function upload(context: SimulatedBoxContext, call: Call): Promise<Answer> {
  const userId = userOf(call)
  let release = (): void => undefined
  const prepare = (attributes: JsonObject) => {
    const target = newFile(context, call, attributes, (id) => conflictOf(context, userId, id))
    release = context.names.hold(target.parent?.id ?? '0', target.name)
    return target
  }
  try {
    const { prepared, content } = await receive(context, call, prepare)
    const file = await createFile(context, prepared.parent, prepared.name, {
      userId,
      content,
      ...prepared.dates,
    })
    return { status: 201, body: listOf(context, call, file) }
  } finally {
    release()
  }
}

async function uploadVersion(
  context: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
): Promise<Answer> {
  const file = fileFor(context, call, parameters, 'edit')
  checkIfMatch(call, String(file.revision))
  const prepare = (attributes: JsonObject): Target => {
    const name = optionalText(attributes, 'name') ?? file.name
    call.entry.summary = { name, parentId: file.parentId }
    if (name !== file.name) context.names.check(file.parentId, file.ownerId, name, { exceptId: file.id })
    return { parent: undefined, name, dates: dates(attributes) }
  }
  const { prepared, content } = await receive(context, call, prepare)
  if (context.store.isTrashed(file)) {
    await context.state.contents.discard(content)
    throw apiErrors.trashed()
  }
  await addVersion(context, file, prepared.name, { userId: userOf(call), content, ...prepared.dates })
  return { status: 200, body: listOf(context, call, file) }
}

/**
 * Streams the body to disk and compares it with the `content-md5` header, in which Box expects the SHA-1 in
 * hex.
 */
async function receive(
  context: SimulatedBoxContext,
  call: Call,
  prepare: (attributes: JsonObject) => Target,
): Promise<UploadParts<Target>> {
  const { contents } = context.state
  const maximumBytes = mostBytes(context, call)
  const parts = await readUpload(call.ctx.req, {
    contents,
    maximumBytes,
    prepare,
    fault: call.bodyFault,
  })
  const wanted = call.ctx.get('content-md5').toLowerCase()
  if (wanted === '' || wanted === parts.content.sha1) return parts
  await contents.discard(parts.content)
  throw new ApiError(400, 'bad_digest', 'The specified content-md5 did not match what we received')
}

function newFile(
  context: SimulatedBoxContext,
  call: Call,
  attributes: JsonObject,
  conflicts: (id: string) => unknown,
): Target {
  const userId = userOf(call)
  const name = requiredText(attributes, 'name')
  const parentId = digits(requiredId(attributes, 'parent'))
  call.entry.summary = { name, parentId }
  const parent = context.access.requireParent(userId, parentId, 'upload')
  context.names.check(parentId, context.access.ownerFor(userId, parent), name, { conflicts })
  return { parent, name, dates: dates(attributes) }
}

function dates(attributes: JsonObject): Target['dates'] {
  return {
    contentCreatedAt: date(attributes, 'content_created_at'),
    contentModifiedAt: date(attributes, 'content_modified_at'),
  }
}

function date(attributes: JsonObject, name: string): string | undefined {
  const text = optionalText(attributes, name)
  if (text === undefined) return undefined
  if (Number.isNaN(Date.parse(text)))
    throw apiErrors.badRequest(name, 'expected a date and time in RFC 3339.', text)
  return new Date(text).toISOString()
}

function preflight(context: SimulatedBoxContext, call: Call): Answer {
  const body = bodyOf(call)
  const userId = userOf(call)
  // Box's description has an array here, and an object on the upload itself.
  newFile(context, call, body, (id) => [conflictOf(context, userId, id)])
  checkSize(context, call, body)
  return uploadAddress(context, '/2.0/files/content')
}

function preflightVersion(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(context, call, parameters, 'edit')
  const name = call.body && optionalText(call.body, 'name')
  if (name !== undefined && name !== file.name)
    context.names.check(file.parentId, file.ownerId, name, { exceptId: file.id })
  checkSize(context, call, call.body ?? {})
  return uploadAddress(context, `/2.0/files/${file.id}/content`)
}

/** The limit applies to the API only: people in Box's own web app have none. */
function mostBytes(context: SimulatedBoxContext, call: Call): number {
  return principalOf(call).appId === webAppId ? Infinity : context.switches.maxDirectUploadBytes
}

function checkSize(context: SimulatedBoxContext, call: Call, body: JsonObject): void {
  const { size } = body
  if (size === undefined || size === null) return
  if (typeof size !== 'number' || size < 0)
    throw apiErrors.badRequest('size', 'expected a number of bytes.', size)
  if (size > mostBytes(context, call)) {
    throw new ApiError(
      403,
      'file_size_limit_exceeded',
      "File size exceeds the folder owner's file size limit",
    )
  }
}

function uploadAddress(context: SimulatedBoxContext, path: string): Answer {
  return { status: 200, body: { upload_url: `${context.addresses.uploadUrl}${path}`, upload_token: '' } }
}

function listOf(context: SimulatedBoxContext, call: Call, file: File): unknown {
  return { total_count: 1, entries: [context.views.full(userOf(call), file, fieldsOf(call))] }
}
