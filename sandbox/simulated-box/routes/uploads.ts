import { addVersion, createFile } from '../changes/put-file'
import { bodyOf, checkIfMatch, digits, fieldsOf, principalOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { optionalText, requiredId, requiredText } from '../http/json'
import type { JsonObject } from '../http/json'
import { readUpload } from '../http/multipart'
import type { UploadParts } from '../http/multipart'
import { BoxError, refusals } from '../rules/box-error'
import { webAppId } from '../state/model'
import type { File, Folder } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { conflictOf, fileFor } from './files'
import type { Parameters, Route } from './route'

/** On the upload origin. */
export function uploadRoutes(world: SimulatedBoxContext): Route[] {
  return [
    { method: 'POST', path: '/2.0/files/content', run: (call) => upload(world, call) },
    {
      method: 'POST',
      path: '/2.0/files/:id/content',
      run: (call, parameters) => uploadVersion(world, call, parameters),
    },
  ]
}

/** The check before an upload lives on the API origin. */
export function preflightRoutes(world: SimulatedBoxContext): Route[] {
  return [
    { method: 'OPTIONS', path: '/2.0/files/content', run: (call) => preflight(world, call) },
    {
      method: 'OPTIONS',
      path: '/2.0/files/:id/content',
      run: (call, parameters) => preflightVersion(world, call, parameters),
    },
  ]
}

interface Target {
  parent: Folder | undefined
  name: string
  dates: { contentCreatedAt?: string; contentModifiedAt?: string }
}

async function upload(world: SimulatedBoxContext, call: Call): Promise<Answer> {
  const userId = userOf(call)
  let release = (): void => undefined
  const prepare = (attributes: JsonObject) => {
    const target = newFile(world, call, attributes, (id) => conflictOf(world, userId, id))
    release = world.names.hold(target.parent?.id ?? '0', target.name)
    return target
  }
  try {
    const { prepared, content } = await receive(world, call, prepare)
    const file = await createFile(world, prepared.parent, prepared.name, {
      userId,
      content,
      ...prepared.dates,
    })
    return { status: 201, body: listOf(world, call, file) }
  } finally {
    release()
  }
}

async function uploadVersion(
  world: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
): Promise<Answer> {
  const file = fileFor(world, call, parameters, 'edit')
  checkIfMatch(call, String(file.revision))
  const prepare = (attributes: JsonObject): Target => {
    const name = optionalText(attributes, 'name') ?? file.name
    call.entry.summary = { name, parentId: file.parentId }
    if (name !== file.name) world.names.check(file.parentId, file.ownerId, name, { exceptId: file.id })
    return { parent: undefined, name, dates: dates(attributes) }
  }
  const { prepared, content } = await receive(world, call, prepare)
  if (world.store.isTrashed(file)) {
    await world.state.contents.discard(content)
    throw refusals.trashed()
  }
  await addVersion(world, file, prepared.name, { userId: userOf(call), content, ...prepared.dates })
  return { status: 200, body: listOf(world, call, file) }
}

/**
 * Streams the body to disk and holds it against the `content-md5` header, in which Box wants the SHA-1 in
 * hex.
 */
async function receive(
  world: SimulatedBoxContext,
  call: Call,
  prepare: (attributes: JsonObject) => Target,
): Promise<UploadParts<Target>> {
  const { contents } = world.state
  const maximumBytes = mostBytes(world, call)
  const parts = await readUpload(call.ctx.req, {
    contents,
    maximumBytes,
    prepare,
    fault: call.bodyFault?.action,
  })
  const wanted = call.ctx.get('content-md5').toLowerCase()
  if (wanted === '' || wanted === parts.content.sha1) return parts
  await contents.discard(parts.content)
  throw new BoxError(400, 'bad_digest', 'The specified content-md5 did not match what we received')
}

function newFile(
  world: SimulatedBoxContext,
  call: Call,
  attributes: JsonObject,
  conflicts: (id: string) => unknown,
): Target {
  const userId = userOf(call)
  const name = requiredText(attributes, 'name')
  const parentId = digits(requiredId(attributes, 'parent'))
  call.entry.summary = { name, parentId }
  const parent = world.access.requireParent(userId, parentId, 'upload')
  world.names.check(parentId, world.access.ownerFor(userId, parent), name, { conflicts })
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
    throw refusals.badRequest(name, 'expected a date and time in RFC 3339.', text)
  return new Date(text).toISOString()
}

function preflight(world: SimulatedBoxContext, call: Call): Answer {
  const body = bodyOf(call)
  const userId = userOf(call)
  // Box's description has an array here, and an object on the upload itself.
  newFile(world, call, body, (id) => [conflictOf(world, userId, id)])
  checkSize(world, call, body)
  return uploadAddress(world, '/2.0/files/content')
}

function preflightVersion(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(world, call, parameters, 'edit')
  const name = call.body && optionalText(call.body, 'name')
  if (name !== undefined && name !== file.name)
    world.names.check(file.parentId, file.ownerId, name, { exceptId: file.id })
  checkSize(world, call, call.body ?? {})
  return uploadAddress(world, `/2.0/files/${file.id}/content`)
}

/** The limit is the API's: people in Box's own web app upload what they like. */
function mostBytes(world: SimulatedBoxContext, call: Call): number {
  return principalOf(call).appId === webAppId ? Infinity : world.switches.maxDirectUploadBytes
}

function checkSize(world: SimulatedBoxContext, call: Call, body: JsonObject): void {
  const { size } = body
  if (size === undefined || size === null) return
  if (typeof size !== 'number' || size < 0)
    throw refusals.badRequest('size', 'expected a number of bytes.', size)
  if (size > mostBytes(world, call)) {
    throw new BoxError(
      403,
      'file_size_limit_exceeded',
      "File size exceeds the folder owner's file size limit",
    )
  }
}

function uploadAddress(world: SimulatedBoxContext, path: string): Answer {
  return { status: 200, body: { upload_url: `${world.addresses.uploadUrl}${path}`, upload_token: '' } }
}

function listOf(world: SimulatedBoxContext, call: Call, file: File): unknown {
  return { total_count: 1, entries: [world.views.full(userOf(call), file, fieldsOf(call))] }
}
