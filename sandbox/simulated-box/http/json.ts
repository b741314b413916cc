import { ApiError, apiErrors } from '../rules/api-error'

export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object, or Box's `bad_request`. */
export function parseObject(text: string, name = 'body'): JsonObject {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ApiError(400, 'bad_request', `Could not parse JSON: ${name}`)
  }
  if (!isObject(value)) throw apiErrors.badRequest(name, 'expected a JSON object.', value)
  return value
}

/** A string that may be absent. */
export function optionalText(object: JsonObject, name: string): string | undefined {
  const value = object[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw apiErrors.badRequest(name, 'expected a string.', value)
  return value
}

export function requiredText(object: JsonObject, name: string): string {
  const value = optionalText(object, name)
  if (value === undefined) throw apiErrors.missing(name)
  return value
}

/** `{ "parent": { "id": "…" } }`; Box takes ids as numbers too. */
export function optionalId(object: JsonObject, name: string): string | undefined {
  const value = object[name]
  if (value === undefined || value === null) return undefined
  if (!isObject(value)) throw apiErrors.badRequest(name, 'expected an object with an id.', value)
  const id = value.id
  if (typeof id === 'number') return String(id)
  if (typeof id !== 'string') throw apiErrors.badRequest(`${name}.id`, 'expected a string.', id)
  return id
}

export function requiredId(object: JsonObject, name: string): string {
  const id = optionalId(object, name)
  if (id === undefined) throw apiErrors.missing(name)
  return id
}

export function optionalTexts(object: JsonObject, name: string): string[] | undefined {
  const value = object[name]
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) throw apiErrors.badRequest(name, 'expected an array of strings.', value)
  return value.map((one: unknown) => {
    if (typeof one !== 'string') throw apiErrors.badRequest(name, 'expected an array of strings.', value)
    return one
  })
}
