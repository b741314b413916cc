import { deleteForever, restoreItem, trashItem } from '../changes/trash-item'
import { updateItem } from '../changes/update-item'
import { createFile } from '../changes/put-file'
import { boundedNumber, bodyOf, checkIfMatch, digits, fieldsOf, userOf } from '../http/call'
import type { Answer, Call } from '../http/call'
import { optionalId, optionalText, optionalTexts, requiredId } from '../http/json'
import { refusals } from '../rules/box-error'
import type { Right } from '../rules/access'
import type { File } from '../state/model'
import { currentVersion } from '../state/store'
import { versionView } from '../views/versions'
import type { SimulatedBoxContext } from '../context'
import type { Parameters, Route } from './route'

export function fileRoutes(world: SimulatedBoxContext): Route[] {
  const on = (
    run: (world: SimulatedBoxContext, call: Call, parameters: Parameters) => Answer | Promise<Answer>,
  ) => {
    return (call: Call, parameters: Parameters) => run(world, call, parameters)
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
  world: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
  right: Right,
  options?: { mayBeTrashed: boolean },
): File {
  return world.access.require(userOf(call), world.store.file(digits(parameters.id)), right, options)
}

function get(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(world, call, parameters, 'see')
  if (call.ctx.get('if-none-match').replaceAll('"', '') === String(file.revision)) return { status: 304 }
  return { status: 200, body: world.views.full(userOf(call), file, fieldsOf(call)) }
}

function update(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(world, call, parameters, 'edit')
  const body = bodyOf(call)
  checkIfMatch(call, String(file.revision))
  const changes = { name: optionalText(body, 'name'), parentId: optionalId(body, 'parent') }
  updateItem(world, userOf(call), file, {
    ...changes,
    description: optionalText(body, 'description'),
    tags: optionalTexts(body, 'tags'),
  })
  return { status: 200, body: world.views.full(userOf(call), file, fieldsOf(call)) }
}

function trash(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(world, call, parameters, 'edit')
  checkIfMatch(call, String(file.revision))
  trashItem(world, userOf(call), file)
  return { status: 204 }
}

function trashedFile(world: SimulatedBoxContext, call: Call, parameters: Parameters, right: Right): File {
  const file = fileFor(world, call, parameters, right, { mayBeTrashed: true })
  if (!world.store.isTrashed(file)) throw refusals.notTrashed()
  return file
}

function getTrashed(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = trashedFile(world, call, parameters, 'see')
  return { status: 200, body: world.views.full(userOf(call), file, fieldsOf(call)) }
}

async function deleteTrashed(
  world: SimulatedBoxContext,
  call: Call,
  parameters: Parameters,
): Promise<Answer> {
  await deleteForever(world, userOf(call), trashedFile(world, call, parameters, 'edit'))
  return { status: 204 }
}

function restore(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(world, call, parameters, 'edit', { mayBeTrashed: true })
  if (file.trashedAt === null) throw refusals.notTrashed()
  const name = call.body && optionalText(call.body, 'name')
  const parentId = call.body && optionalId(call.body, 'parent')
  const fallback =
    parentId === undefined ? undefined : world.access.requireParent(userOf(call), digits(parentId), 'upload')
  restoreItem(world, userOf(call), file, { name, fallback })
  return { status: 201, body: world.views.full(userOf(call), file, fieldsOf(call)) }
}

function download(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(world, call, parameters, 'download')
  const wanted = call.entry.query.version
  const version = wanted ? file.versions.find(({ id }) => id === wanted) : currentVersion(file)
  if (!version) throw refusals.notFound()
  if (world.downloads.notReady > 0) {
    world.downloads.notReady -= 1
    return { status: 202, headers: { 'retry-after': '1' } }
  }
  world.events.fire('FILE.DOWNLOADED', file, userOf(call))
  return {
    status: 302,
    headers: { location: `${world.addresses.downloadUrl}${world.downloads.issue(file.id, version.id)}` },
  }
}

/** Box lists the past versions only. */
function versions(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(world, call, parameters, 'see')
  const past = file.versions.slice(0, -1).reverse()
  const [limit, offset] = [boundedNumber(call, 'limit', 100, 1000), boundedNumber(call, 'offset', 0, 300_000)]
  const entries = past
    .slice(offset, offset + limit)
    .map((one) => versionView(world.store, file, one, fieldsOf(call)))
  return { status: 200, body: { total_count: past.length, entries, offset, limit, order: [] } }
}

function version(world: SimulatedBoxContext, call: Call, parameters: Parameters): Answer {
  const file = fileFor(world, call, parameters, 'see')
  const found = file.versions.find(({ id }) => id === digits(parameters.versionId))
  if (!found) throw refusals.notFound()
  return { status: 200, body: versionView(world.store, file, found, fieldsOf(call)) }
}

async function copy(world: SimulatedBoxContext, call: Call, parameters: Parameters): Promise<Answer> {
  const file = fileFor(world, call, parameters, 'download')
  const body = bodyOf(call)
  const userId = userOf(call)
  const parent = world.access.requireParent(userId, digits(requiredId(body, 'parent')), 'upload')
  const name = optionalText(body, 'name') ?? file.name
  const conflicts = (id: string) => conflictOf(world, userId, id)
  world.names.check(parent?.id ?? '0', world.access.ownerFor(userId, parent), name, { conflicts })
  const release = world.names.hold(parent?.id ?? '0', name)
  try {
    const content = await world.state.contents.receive(
      world.state.contents.read(currentVersion(file).id),
      Infinity,
    )
    const copied = await createFile(world, parent, name, { userId, content })
    world.events.fire('FILE.COPIED', copied, userId)
    return { status: 201, body: world.views.full(userId, copied, fieldsOf(call)) }
  } finally {
    release()
  }
}

/** The item in the way, as `context_info.conflicts` shows it. */
export function conflictOf(world: SimulatedBoxContext, userId: string, id: string): unknown {
  const item = world.store.items.get(id)
  return item ? world.views.mini(userId, item) : undefined
}
