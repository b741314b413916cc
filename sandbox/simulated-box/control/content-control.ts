import { optionalText, requiredText } from '../http/json'
import { refusals } from '../rules/box-error'
import { rootId } from '../state/model'
import type { Item } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { actAs, downloadAs, readFileContent, tokenFor, uploadAs } from './act-as'
import type { ControlCall, ControlRoute } from './control-route'
import { seed, setRole } from './seed'
import { optionalNumber } from './values'

/** What lies in Box, and who may see it. */
export function contentControl(world: SimulatedBoxContext): ControlRoute[] {
  return [
    { method: 'post', path: '/control/seed', run: ({ body }) => seed(world, body) },
    { method: 'post', path: '/control/uploads', run: (call) => upload(world, call) },
    { method: 'post', path: '/control/trash', run: ({ body }) => trash(world, body) },
    {
      method: 'post',
      path: '/control/restore',
      run: ({ body }) => actAs(world, itemOf(world, body).ownerId, 'POST', pathOf(itemOf(world, body))),
    },
    { method: 'post', path: '/control/move', run: ({ body }) => move(world, body) },
    { method: 'post', path: '/control/names/reserve', run: ({ body }) => reserve(world, body) },
    {
      method: 'post',
      path: '/control/token',
      run: ({ body }) => ({
        accessToken: tokenFor(world, requiredText(body, 'userId'), optionalText(body, 'appId')),
      }),
    },
    {
      method: 'put',
      path: '/control/roles',
      run: ({ body }) =>
        setRole(
          world,
          requiredText(body, 'folderId'),
          requiredText(body, 'userId'),
          optionalText(body, 'role') ?? null,
        ),
    },
    { method: 'get', path: '/control/tree', run: ({ query }) => tree(world, query.folder ?? rootId) },
    { method: 'get', path: '/control/files/:id/content', run: (call) => content(world, call) },
  ]
}

type Body = ControlCall['body']

/** The bytes are the body, or a file on this machine named by `?path=`. */
async function upload(world: SimulatedBoxContext, { ctx, query }: ControlCall): Promise<unknown> {
  const { user, folder, file, name, path } = query
  if (user === undefined) throw refusals.missing('user')
  if ((folder === undefined) === (file === undefined))
    throw refusals.badRequest('folder', 'expected either folder or file.')
  const kept = file === undefined ? undefined : world.store.file(file)?.name
  const content = path === undefined ? ctx.req : readFileContent(path)
  return uploadAs(world, {
    userId: user,
    folderId: folder,
    fileId: file,
    name: name ?? kept ?? 'upload',
    content,
  })
}

async function trash(world: SimulatedBoxContext, body: Body): Promise<unknown> {
  const item = itemOf(world, body)
  return actAs(
    world,
    item.ownerId,
    'DELETE',
    `${pathOf(item)}${item.type === 'folder' ? '?recursive=true' : ''}`,
  )
}

async function move(world: SimulatedBoxContext, body: Body): Promise<unknown> {
  const item = itemOf(world, body)
  const parentId = optionalText(body, 'parentId')
  const parent = parentId === undefined ? undefined : { id: parentId }
  return actAs(world, item.ownerId, 'PUT', pathOf(item), { name: optionalText(body, 'name'), parent })
}

function reserve(world: SimulatedBoxContext, body: Body): void {
  world.names.order(
    requiredText(body, 'parentId'),
    requiredText(body, 'name'),
    optionalNumber(body, 'times') ?? 1,
  )
}

function itemOf(world: SimulatedBoxContext, body: Body): Item {
  const id = requiredText(body, 'id')
  const item = world.store.items.get(id)
  if (!item) throw refusals.badRequest('id', 'expected the id of a file or folder.', id)
  return item
}

function pathOf(item: Item): string {
  return `/2.0/${item.type}s/${item.id}`
}

/** Everything below a folder, whoever may see it: for judging, not for playing. */
function tree(world: SimulatedBoxContext, folderId: string): unknown {
  return world.store.childrenOf(folderId).map((item) => {
    const common = {
      type: item.type,
      id: item.id,
      name: item.name,
      isTrashed: world.store.isTrashed(item),
      tags: item.tags,
      createdBy: item.createdBy,
    }
    if (item.type === 'folder') return { ...common, children: tree(world, item.id) }
    return {
      ...common,
      versions: item.versions.map(({ id, sha1, sizeBytes, createdAt }) => ({
        id,
        sha1,
        sizeBytes,
        createdAt,
      })),
    }
  })
}

async function content(world: SimulatedBoxContext, { ctx, query, parameters }: ControlCall): Promise<void> {
  const file = world.store.file(parameters.id ?? '')
  if (!file) throw refusals.notFound()
  const response = await downloadAs(world, file.ownerId, file.id, query.version)
  ctx.status = response.status
  ctx.type = 'application/octet-stream'
  ctx.body = Buffer.from(await response.arrayBuffer())
}
