import { deleteForever, restoreItem, trashItem } from '../changes/trash-item'
import { updateItem } from '../changes/update-item'
import { createFile } from '../changes/put-file'
import { boundedNumber, bodyOf, checkIfMatch, digits, fieldsOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { optionalId, optionalText, optionalTexts, requiredId } from '../http/json'
import { apiErrors } from '../rules/api-error'
import type { Right } from '../rules/access'
import type { File } from '../state/model'
import { currentVersion } from '../state/store'
import { versionView } from '../views/versions'
import type { SimulatedBoxContext } from '../context'
import type { Parameters, Route } from './route'

export function fileRoutes(context: SimulatedBoxContext): Route[] {
  const on = (
    run: (context: SimulatedBoxContext, call: Call, parameters: Parameters) => Answer | Promise<Answer>,
  ) => {
    return (call: Call, parameters: Parameters) => run(context, call, parameters)
  }
  return [
    { method: 'GET', path: '/2.0/files/:id', run: on(get) },
    { method: 'PUT', path: '/2.0/files/:id', run: on(update) },
    { method: 'DELETE', path: '/2.0/files/:id', run: on(trash) },
    { method: 'POST', path: '/2.0/files/:id', run: on(restore) },
    { method: 'GET', path: '/2.0/files/:id/trash', run: on(getTrashed) },
    { method: 'DELETE', path: '/2.0/files/:id/trash', run: on(deleteTrashed) },
    { method: 'GET', path: '/2.0/files/:id/content', run: on(download) },
    { method: 'GET', path: '/2.0/files/:id/versions', run: on(versions) },
    { method: 'GET', path: '/2.0/files/:id/versions/:versionId', run: on(version) },
    { method: 'POST', path: '/2.0/files/:id/copy', run: on(copy) },
  ]
}

/** The file, when the caller may do this with it. */
export function fileFor(
  context: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
  right: Right,
  options?: { mayBeTrashed: boolean },
): File {
  return context.access.require(userOf(call), context.store.file(digits(parameters.id)), right, options)
}

function get(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(context, call, parameters, 'see')
  if (call.ctx.get('if-none-match').replaceAll('"', '') === String(file.revision)) return { status: 304 }
  return { status: 200, body: context.views.full(userOf(call), file, fieldsOf(call)) }
}

function update(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(context, call, parameters, 'edit')
  const body = bodyOf(call)
  if (context.switches.honoursIfMatch) checkIfMatch(call, String(file.revision))
  const changes = { name: optionalText(body, 'name'), parentId: optionalId(body, 'parent') }
  updateItem(context, userOf(call), file, {
    ...changes,
    description: optionalText(body, 'description'),
    tags: optionalTexts(body, 'tags'),
  })
  return { status: 200, body: context.views.full(userOf(call), file, fieldsOf(call)) }
}

function trash(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(context, call, parameters, 'edit')
  checkIfMatch(call, String(file.revision))
  trashItem(context, userOf(call), file)
  return { status: 204 }
}

function trashedFile(context: SimulatedBoxContext, call: Call, parameters: Parameters, right: Right): File {
  const file = fileFor(context, call, parameters, right, { mayBeTrashed: true })
  if (!context.store.isTrashed(file)) throw apiErrors.notTrashed()
  return file
}

function getTrashed(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = trashedFile(context, call, parameters, 'see')
  return { status: 200, body: context.views.full(userOf(call), file, fieldsOf(call)) }
}

async function deleteTrashed(
  context: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
): Promise<Answer> {
  await deleteForever(context, userOf(call), trashedFile(context, call, parameters, 'edit'))
  return { status: 204 }
}

function restore(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(context, call, parameters, 'edit', { mayBeTrashed: true })
  if (file.trashedAt === null) throw apiErrors.notTrashed()
  const name = call.body && optionalText(call.body, 'name')
  const parentId = call.body && optionalId(call.body, 'parent')
  const fallback =
    parentId === undefined
      ? undefined
      : context.access.requireParent(userOf(call), digits(parentId), 'upload')
  restoreItem(context, userOf(call), file, { name, fallback })
  return { status: 201, body: context.views.full(userOf(call), file, fieldsOf(call)) }
}

function download(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(context, call, parameters, 'download')
  const wanted = call.entry.query.version
  const version = wanted ? file.versions.find(({ id }) => id === wanted) : currentVersion(file)
  if (!version) throw apiErrors.notFound()
  if (context.downloads.notReady > 0) {
    context.downloads.notReady -= 1
    return { status: 202, headers: { 'retry-after': '1' } }
  }
  context.events.fire('FILE.DOWNLOADED', file, userOf(call))
  return {
    status: 302,
    headers: { location: `${context.addresses.downloadUrl}${context.downloads.issue(file.id, version.id)}` },
  }
}

/** Box lists the past versions only. */
function versions(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(context, call, parameters, 'see')
  const past = file.versions.slice(0, -1).reverse()
  const [limit, offset] = [boundedNumber(call, 'limit', 100, 1000), boundedNumber(call, 'offset', 0, 300_000)]
  const entries = past
    .slice(offset, offset + limit)
    .map((one) => versionView(context.store, file, one, fieldsOf(call)))
  return { status: 200, body: { total_count: past.length, entries, offset, limit, order: [] } }
}

function version(context: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(context, call, parameters, 'see')
  const found = file.versions.find(({ id }) => id === digits(parameters.versionId))
  if (!found) throw apiErrors.notFound()
  return { status: 200, body: versionView(context.store, file, found, fieldsOf(call)) }
}

async function copy(context: SimulatedBoxContext, call: Call, parameters: Parameters): Promise<Answer> {
  const file = fileFor(context, call, parameters, 'download')
  const body = bodyOf(call)
  const userId = userOf(call)
  const parent = context.access.requireParent(userId, digits(requiredId(body, 'parent')), 'upload')
  const name = optionalText(body, 'name') ?? file.name
  const conflicts = (id: string) => conflictOf(context, userId, id)
  context.names.check(parent?.id ?? '0', context.access.ownerFor(userId, parent), name, { conflicts })
  const release = context.names.hold(parent?.id ?? '0', name)
  try {
    const content = await context.state.contents.receive(
      context.state.contents.read(currentVersion(file).id),
      Infinity,
    )
    const copied = await createFile(context, parent, name, { userId, content })
    context.events.fire('FILE.COPIED', copied, userId)
    return { status: 201, body: context.views.full(userId, copied, fieldsOf(call)) }
  } finally {
    release()
  }
}

/** The item in the way, as `context_info.conflicts` shows it. */
export function conflictOf(context: SimulatedBoxContext, userId: string, id: string): unknown {
  const item = context.store.items.get(id)
  return item ? context.views.mini(userId, item) : undefined
}
