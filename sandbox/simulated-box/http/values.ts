import { apiErrors } from '../rules/api-error'
import type { JsonObject } from './json'

export function optionalNumber(object: JsonObject, name: string): number | undefined {
  const value = object[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw apiErrors.badRequest(name, 'expected a number of 0 or more.', value)
  return value
}

export function optionalFlag(object: JsonObject, name: string): boolean | undefined {
  const value = object[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'boolean') throw apiErrors.badRequest(name, 'expected true or false.', value)
  return value
}

/** Header-like: a flat object of strings. */
export function optionalTextMap(object: JsonObject, name: string): Record<string, string> | undefined {
  const value = object[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'object' || Array.isArray(value))
    throw apiErrors.badRequest(name, 'expected an object of strings.', value)
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))
}

/** A number in the query, such as `?after=12`. */
export function queryNumber(query: Record<string, string>, name: string, fallback: number): number {
  const text = query[name]
  if (text === undefined) return fallback
  if (!/^\d+$/.test(text)) throw apiErrors.badRequest(name, 'expected a whole number.', text)
  return Number(text)
}
