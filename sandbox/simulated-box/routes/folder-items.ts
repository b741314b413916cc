import { boundedNumber, fieldsOf, userOf } from '../http/call'
import type { Call } from '../http/call'
import { ApiError, apiErrors } from '../rules/api-error'
import type { Item } from '../state/model'
import { currentVersion } from '../state/store'
import type { View } from '../views/fields'
import type { SimulatedBoxContext } from '../context'

type Sort = 'id' | 'name' | 'date' | 'size'
const sorts: Record<Sort, (one: Item, other: Item) => number> = {
  id: (one, other) => Number(one.id) - Number(other.id),
  name: (one, other) => compare(one.name.toLowerCase(), other.name.toLowerCase()),
  date: (one, other) => compare(one.modifiedAt, other.modifiedAt),
  size: (one, other) => sizeOf(one) - sizeOf(other),
}

const largestOffset = 300_000

/**
 * A page of a folder, by offset or by marker. Folders come before files; markers know no order but Box's own.
 */
export function listItems(context: SimulatedBoxContext, call: Call, folderId: string, items: Item[]): View {
  const limit = boundedNumber(call, 'limit', 100, 1000)
  const view = (item: Item) => context.views.mini(userOf(call), item, fieldsOf(call))
  if (call.entry.query.usemarker === 'true') return byMarker(call, folderId, limit, items, view)
  const offset = boundedNumber(call, 'offset', 0, Number.MAX_SAFE_INTEGER)
  if (offset > largestOffset)
    throw new ApiError(400, 'bad_request', 'The offset may be at most 300000: use markers')
  const { sort, direction } = order(call)
  const sorted = foldersFirst(items, (one, other) => (direction === 'ASC' ? 1 : -1) * sorts[sort](one, other))
  return {
    total_count: items.length,
    entries: sorted.slice(offset, offset + limit).map(view),
    offset,
    limit,
    order: [
      { by: 'type', direction: 'ASC' },
      { by: sort, direction },
    ],
  }
}

function byMarker(
  call: Call,
  folderId: string,
  limit: number,
  items: Item[],
  view: (item: Item) => View,
): View {
  const sorted = foldersFirst(items, sorts.id)
  const start = markerStart(call.entry.query.marker, folderId, sorted)
  const page = sorted.slice(start, start + limit)
  const next = sorted[start + limit]
  return {
    entries: page.map(view),
    limit,
    ...(next ? { next_marker: marker(folderId, next) } : endMarker(page.length)),
  }
}

/** Box ends a listing with an absent, a null or an empty marker: callers must know all three. */
export function endMarker(entries: number): View {
  return [{}, { next_marker: null }, { next_marker: '' }][entries % 3] ?? {}
}

/**
 * The marker names the next item, so that items that are added or removed meanwhile neither repeat nor hide
 * others.
 */
function marker(folderId: string, next: Item): string {
  return Buffer.from(JSON.stringify({ folder: folderId, type: next.type, id: next.id })).toString('base64url')
}

function markerStart(text: string | undefined, folderId: string, sorted: Item[]): number {
  if (text === undefined || text === '') return 0
  const index = sorted.findIndex((item) => !isBefore(item, text, folderId))
  return index === -1 ? sorted.length : index
}

function isBefore(item: Item, text: string, folderId: string): boolean {
  const match = /^\{"folder":"(\w+)","type":"(folder|file)","id":"(\d+)"\}$/.exec(
    Buffer.from(text, 'base64url').toString('utf8'),
  )
  if (match?.[1] !== folderId)
    throw apiErrors.badRequest('marker', 'expected a marker from this listing.', text)
  if (item.type !== match[2]) return item.type === 'folder'
  return Number(item.id) < Number(match[3])
}

function order(call: Call): { sort: Sort; direction: 'ASC' | 'DESC' } {
  const { sort = 'name', direction = 'ASC' } = call.entry.query
  if (sort !== 'id' && sort !== 'name' && sort !== 'date' && sort !== 'size')
    throw apiErrors.badRequest('sort', 'expected id, name, date or size.', sort)
  if (direction !== 'ASC' && direction !== 'DESC')
    throw apiErrors.badRequest('direction', 'expected ASC or DESC.', direction)
  return { sort, direction }
}

function foldersFirst(items: Item[], within: (one: Item, other: Item) => number): Item[] {
  return [...items].sort((one, other) =>
    one.type === other.type ? within(one, other) : one.type === 'folder' ? -1 : 1,
  )
}

function sizeOf(item: Item): number {
  return item.type === 'file' ? currentVersion(item).sizeBytes : 0
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
