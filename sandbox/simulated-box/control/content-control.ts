import { optionalText, requiredText } from '../http/json'
import { apiErrors } from '../rules/api-error'
import { rootId } from '../state/model'
import type { Item } from '../state/model'
import type { SimulatedBoxContext } from '../context'
import { actAs, downloadAs, readFileContent, tokenFor, uploadAs } from './act-as'
import type { ControlCall, ControlRoute } from './control-route'
import { seed, setRole } from './seed'
import { optionalNumber } from '../http/values'

/** What Box contains, and who may see it. */
export function contentControl(context: SimulatedBoxContext): ControlRoute[] {
  return [
    { method: 'post', path: '/control/seed', run: ({ body }) => seed(context, body) },
    { method: 'post', path: '/control/uploads', run: (call) => upload(context, call) },
    { method: 'post', path: '/control/trash', run: ({ body }) => trash(context, body) },
    {
      method: 'post',
      path: '/control/restore',
      run: ({ body }) => actAs(context, itemOf(context, body).ownerId, 'POST', pathOf(itemOf(context, body))),
    },
    { method: 'post', path: '/control/move', run: ({ body }) => move(context, body) },
    { method: 'post', path: '/control/age', run: ({ body }) => age(context, body) },
    { method: 'post', path: '/control/names/reserve', run: ({ body }) => reserve(context, body) },
    {
      method: 'post',
      path: '/control/token',
      run: ({ body }) => ({
        accessToken: tokenFor(context, requiredText(body, 'userId'), optionalText(body, 'appId')),
      }),
    },
    { method: 'get', path: '/control/tokens', run: () => context.tokens.issued },
    {
      method: 'put',
      path: '/control/roles',
      run: ({ body }) =>
        setRole(
          context,
          requiredText(body, 'folderId'),
          requiredText(body, 'userId'),
          optionalText(body, 'role') ?? null,
        ),
    },
    { method: 'get', path: '/control/tree', run: ({ query }) => tree(context, query.folder ?? rootId) },
    { method: 'get', path: '/control/files/:id/content', run: (call) => content(context, call) },
  ]
}

type Body = ControlCall['body']

/** The bytes are the body, or a file on this machine named by `?path=`. */
async function upload(context: SimulatedBoxContext, { ctx, query }: ControlCall): Promise<unknown> {
  const { user, folder, file, name, path } = query
  if (user === undefined) throw apiErrors.missing('user')
  if ((folder === undefined) === (file === undefined))
    throw apiErrors.badRequest('folder', 'expected either folder or file.')
  const kept = file === undefined ? undefined : context.store.file(file)?.name
  const content = path === undefined ? ctx.req : readFileContent(path)
  return uploadAs(context, {
    userId: user,
    folderId: folder,
    fileId: file,
    name: name ?? kept ?? 'upload',
    content,
  })
}

async function trash(context: SimulatedBoxContext, body: Body): Promise<unknown> {
  const item = itemOf(context, body)
  return actAs(
    context,
    item.ownerId,
    'DELETE',
    `${pathOf(item)}${item.type === 'folder' ? '?recursive=true' : ''}`,
  )
}

async function move(context: SimulatedBoxContext, body: Body): Promise<unknown> {
  const item = itemOf(context, body)
  const parentId = optionalText(body, 'parentId')
  const parent = parentId === undefined ? undefined : { id: parentId }
  return actAs(context, item.ownerId, 'PUT', pathOf(item), { name: optionalText(body, 'name'), parent })
}

const dayMs = 24 * 60 * 60_000

function age(context: SimulatedBoxContext, body: Body): void {
  const item = itemOf(context, body)
  const agedMs = (optionalNumber(body, 'days') ?? 0) * dayMs
  const older = (time: string) => new Date(Date.parse(time) - agedMs).toISOString()
  item.createdAt = older(item.createdAt)
  item.modifiedAt = older(item.modifiedAt)
}

function reserve(context: SimulatedBoxContext, body: Body): void {
  context.names.order(
    requiredText(body, 'parentId'),
    requiredText(body, 'name'),
    optionalNumber(body, 'times') ?? 1,
  )
}

function itemOf(context: SimulatedBoxContext, body: Body): Item {
  const id = requiredText(body, 'id')
  const item = context.store.items.get(id)
  if (!item) throw apiErrors.badRequest('id', 'expected the id of a file or folder.', id)
  return item
}

function pathOf(item: Item): string {
  return `/2.0/${item.type}s/${item.id}`
}

/** Everything below a folder, regardless of roles, for the assertions of tests. */
function tree(context: SimulatedBoxContext, folderId: string): unknown {
  return context.store.childrenOf(folderId).map((item) => {
    const common = {
      type: item.type,
      id: item.id,
      name: item.name,
      isTrashed: context.store.isTrashed(item),
      tags: item.tags,
      description: item.description,
      createdBy: item.createdBy,
    }
    if (item.type === 'folder') return { ...common, children: tree(context, item.id) }
    return {
      ...common,
      comments: (item.comments ?? []).map(({ message }) => message),
      versions: item.versions.map(({ id, sha1, sizeBytes, createdAt }) => ({
        id,
        sha1,
        sizeBytes,
        createdAt,
      })),
    }
  })
}

async function content(context: SimulatedBoxContext, { ctx, query, parameters }: ControlCall): Promise<void> {
  const file = context.store.file(parameters.id ?? '')
  if (!file) throw apiErrors.notFound()
  const response = await downloadAs(context, file.ownerId, file.id, query.version)
  ctx.status = response.status
  ctx.type = 'application/octet-stream'
  ctx.body = Buffer.from(await response.arrayBuffer())
}
