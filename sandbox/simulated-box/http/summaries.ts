import { isObject } from './json'
import type { JsonObject } from './json'
import type { RequestSummary, ResultItem } from './request-log'

/** The few values of a body that tests assert on. */
export function summarise(body: JsonObject | undefined): RequestSummary {
  if (!body) return {}
  const parent = isObject(body.parent) ? body.parent : undefined
  return {
    name: text(body.name),
    parentId: text(parent?.id),
    address: text(body.address),
    role: text(body.role),
    tags: Array.isArray(body.tags) ? body.tags.map(String) : undefined,
  }
}

/** The item in an answer, or the one entry of an upload's answer; listings are left out. */
export function resultItems(body: unknown): ResultItem[] {
  if (!isObject(body)) return []
  if (Array.isArray(body.entries))
    return body.total_count === 1 && body.limit === undefined ? body.entries.flatMap(resultItem) : []
  return resultItem(body)
}

function resultItem(value: unknown): ResultItem[] {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.type !== 'string') return []
  const parent = isObject(value.parent) ? value.parent : undefined
  const version = isObject(value.file_version) ? value.file_version : undefined
  return [
    {
      type: value.type,
      id: value.id,
      name: text(value.name),
      parentId: text(parent?.id),
      versionId: text(version?.id),
    },
  ]
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
